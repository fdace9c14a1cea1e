"""Rosters and threads as a participant fetches them (sections 6 and 7)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from crypto.directory import Named
from crypto.encoding import ASKER, b64
from crypto.roster import Participant
from crypto.secret.case import FetchedCase, LastSeen, SealedKey
from crypto.secret.identity import SigningKey
from crypto.thread import MOST_PAGES, Attachment, Link
from tests.vectors import forging
from tests.vectors.areas.area import Area, draw, flipped, organisation
from tests.vectors.world import (
    Walk,
    photo,
)


def case_inputs(
    walk: Walk,
    who: str,
    fetched: FetchedCase | None = None,
    last_seen: LastSeen | None = None,
) -> dict[str, Any]:
    org, me = walk.organisation, walk.id_of(who)
    fetched = fetched or walk.stored.fetched(me)
    seeds = {"asker": walk.asker_seed, "archive": None}
    return {
        "portal": org.portal,
        "case": walk.case,
        "me": me,
        "seed": seeds[who] if who in seeds else org.people[who].seed,
        "kem_seed": org.archive_seed if who == "archive" else None,
        "organisation": org.key.public,
        "directories": [d.signed for d in org.directories],
        "rosters": fetched.rosters,
        "keys": [
            {"epoch": k.epoch, "purpose": k.purpose, "sealed": k.sealed} for k in fetched.keys
        ],
        "messages": fetched.messages,
        "notes": fetched.notes,
        "last_seen": last_seen
        and {
            "roster": {"hash": last_seen.roster.hash, "number": last_seen.roster.number},
            "read": sorted(last_seen.read),
        },
    }


def _walked(seed: str = "case") -> Walk:
    """A case that lives through three rosters: Cas joins, answers, and is removed."""
    walk = Walk(organisation(seed))
    walk.route("Fatima", adding=["Cas"])
    walk.say("Cas", "feedback", "We kijken ernaar.")
    walk.say("Cas", "note", "Ik ken dit dossier.")
    walk.say("asker", "reply", "Dank je 😀")
    walk.route("Frank", removing=["Cas"])
    walk.say("Fatima", "triage", category="gifts", pen=b64(walk.id_of("Frank")), urgent=True)
    walk.say("Frank", "final", "Vraag het aan DIT.", referred=["dit"])
    walk.say("asker", "thanks", "Dat helpt me voort.")
    return walk


def cases() -> Area:
    area = Area("case")
    new = Walk(organisation("new"))
    for who in ("asker", "Fatima", "archive"):
        area.opens(f"new: {who}", "case", **case_inputs(new, who))
    walk = _walked()
    for who in ("asker", "Frank", "archive"):
        area.opens(f"walked: {who}", "case", **case_inputs(walk, who))
    _concurrent(area)
    _directories_move(area)
    _lying_about_rosters(area, walk)
    _lying_about_keys(area, walk)
    _lying_about_messages(area, walk)
    _dishonest_rosters(area)
    _dishonest_messages(area)
    return area


def _concurrent(area: Area) -> None:
    walk = Walk(organisation("concurrent"))
    walk.route("Fatima", adding=["Cas"])
    ours = walk.open("Cas").compose("feedback", "A", entropy=walk.entropy)
    theirs = walk.open("asker").compose("reply", "B", entropy=walk.entropy)
    again = walk.open("asker").compose("reply", "B, tweede tabblad", entropy=walk.entropy)
    notes = [walk.open(who).compose("note", who, entropy=walk.entropy) for who in ("Cas", "Frank")]
    for composed in (ours, theirs, again, *notes):
        walk.stored.take(composed)
    walk.say("Fatima", "close", outcome="advice")
    area.opens("written at once", "case", **case_inputs(walk, "Frank"))
    fetched = walk.stored.fetched(walk.id_of("Frank"))
    reversed_ = replace(fetched, messages=fetched.messages[::-1], notes=fetched.notes[::-1])
    area.opens("given in reverse", "case", **case_inputs(walk, "Frank", reversed_))
    twice = replace(fetched, messages=list(fetched.messages) * 2)
    area.opens("given twice", "case", **case_inputs(walk, "Frank", twice))


def _directories_move(area: Area) -> None:
    walk = Walk(organisation("moving"))
    org = walk.organisation
    walk.route("Fatima", adding=["Cas"])
    walk.say("Cas", "feedback", "Dag")
    org.change("Cas", active=False)
    org.enrol("Cas opnieuw", "coach", org.people["Cas"].member.person)
    org.publish("Frank")
    walk.route("Frank", adding=["Cas opnieuw"])
    area.opens("who left stays until removed", "case", **case_inputs(walk, "Cas opnieuw"))
    walk.route("Frank", removing=["Cas"])
    area.opens("who left is removed", "case", **case_inputs(walk, "Cas opnieuw"))
    inputs = case_inputs(walk, "Fatima")
    withheld = {**inputs, "directories": inputs["directories"][1:]}
    area.refused("a directory version not given", "case", **withheld)
    old = {**inputs, "directories": inputs["directories"][:1]}
    area.refused("rosters name a newer directory than is given", "case", **old)


def _lying_about_rosters(area: Area, walk: Walk) -> None:
    org = walk.organisation
    honest = walk.stored.fetched(walk.id_of("Fatima"))
    seen = walk.open("Fatima").now_seen()
    rosters = list(honest.rosters)
    lies = {
        "no rosters": [],
        "the first roster dropped": rosters[1:],
        "a roster dropped": [rosters[0], rosters[2]],
        "rosters swapped": [rosters[1], rosters[0], rosters[2]],
        "a roster twice": [*rosters, rosters[2]],
        "a roster changed": [*rosters[:2], flipped(rosters[2], 200)],
        "a message as roster": [*rosters, honest.messages[0]],
        "no envelope": [b"", *rosters],
    }
    for name, given in lies.items():
        inputs = case_inputs(walk, "Fatima", replace(honest, rosters=given))
        area.refused(name, "case", **inputs)
    last = replace(honest, rosters=rosters[:2])
    area.opens("the last roster withheld", "case", **case_inputs(walk, "Fatima", last))
    area.refused("older than seen before", "case", **case_inputs(walk, "Fatima", last, seen))
    fork = replace(seen, roster=forging.wrong(seen.roster))
    area.refused("a fork of what was seen", "case", **case_inputs(walk, "Fatima", None, fork))
    area.opens("as seen before", "case", **case_inputs(walk, "Fatima", None, seen))
    elsewhere = {**case_inputs(walk, "Fatima"), "case": draw(16)}
    area.refused("shown as another case", "case", **elsewhere)
    other = Walk(org, "Een andere vraag")
    mixed = replace(honest, rosters=other.stored.rosters)
    area.refused("rosters of another case", "case", **case_inputs(walk, "Fatima", mixed))
    stranger = {**case_inputs(walk, "asker"), "seed": draw(32)}
    area.refused("another mailbox", "case", **stranger)
    outsider = {**case_inputs(walk, "Fatima"), "me": walk.id_of("Oona")}
    area.refused("somebody who is no participant", "case", **outsider)


def _lying_about_keys(area: Area, walk: Walk) -> None:
    honest = walk.stored.fetched(walk.id_of("Fatima"))
    for lost in list(honest.keys):
        kept = [key for key in honest.keys if key != lost]
        name = f"the {lost.purpose} key of epoch {lost.epoch} withheld"
        inputs = case_inputs(walk, "Fatima", replace(honest, keys=kept))
        (area.refused if lost.purpose == "case" else area.opens)(name, "case", **inputs)
        forged = forging.sealed_for(walk, "Fatima", draw(32), lost.epoch, lost.purpose)
        own = [*kept, SealedKey(forged.epoch, forged.purpose, forged.sealed)]
        name = f"a {lost.purpose} key of epoch {lost.epoch} sealed by the server"
        inputs = case_inputs(walk, "Fatima", replace(honest, keys=own))
        (area.refused if lost.purpose == "case" else area.opens)(name, "case", **inputs)
    theirs = walk.stored.fetched(walk.id_of("Frank")).keys
    inputs = case_inputs(walk, "Fatima", replace(honest, keys=theirs))
    area.refused("another recipient's keys", "case", **inputs)
    swapped = [SealedKey(1 - k.epoch, k.purpose, k.sealed) for k in honest.keys]
    inputs = case_inputs(walk, "Fatima", replace(honest, keys=swapped))
    area.refused("keys of the wrong epoch", "case", **inputs)
    case = Walk(walk.organisation, "Een verzonnen zaak")
    inputs = case_inputs(walk, "asker", case.stored.fetched(ASKER))
    area.refused("a whole case by the server", "case", **inputs)


def _lying_about_messages(area: Area, walk: Walk) -> None:
    seen = walk.open("Fatima").now_seen()
    honest = walk.stored.fetched(walk.id_of("Fatima"))
    messages, notes = list(honest.messages), list(honest.notes)
    foreign = Walk(walk.organisation, "Een andere vraag")
    lies: dict[str, dict[str, Any]] = {
        "a message in the middle dropped": {"messages": [messages[0], *messages[2:]]},
        "the last message dropped": {"messages": messages[:-1]},
        "the last message dropped, read before": {"messages": messages[:-1], "seen": seen},
        "notes dropped, read before": {"notes": [], "seen": seen},
        "the first note dropped": {"notes": notes[1:]},
        "messages and notes exchanged": {
            "messages": [messages[0], *notes],
            "notes": messages[1:],
        },
        "a message changed": {"messages": [*messages[:-1], flipped(messages[-1], -1)]},
        "a message cut": {"messages": [*messages[:-1], messages[-1][:-1]]},
        "a message of another case": {"messages": [*messages, foreign.stored.messages[0]]},
        "a page among the messages": {"messages": [*messages, _any_page(walk)]},
        "a roster among the messages": {"messages": [*messages, honest.rosters[0]]},
        "no bytes among the messages": {"messages": [*messages, b""]},
    }
    for name, lie in lies.items():
        last_seen = lie.pop("seen", None)
        told = replace(honest, **lie)
        area.opens(name, "case", **case_inputs(walk, "Fatima", told, last_seen))
    none = replace(honest, messages=messages[1:])
    area.refused("the question dropped", "case", **case_inputs(walk, "Fatima", none))
    none = replace(honest, messages=[])
    area.refused("all messages dropped", "case", **case_inputs(walk, "Fatima", none))
    own = walk.stored.fetched(ASKER)
    given = replace(own, notes=notes)
    area.opens("notes given to the asker", "case", **case_inputs(walk, "asker", given))
    rosters = replace(honest, rosters=honest.rosters[:2])
    area.opens("messages of a withheld roster", "case", **case_inputs(walk, "Fatima", rosters))


def _any_page(walk: Walk) -> bytes:
    return Walk(walk.organisation, attachments=[photo()]).genesis.question.pages[0].envelope


def _dishonest_rosters(area: Area) -> None:
    """Rosters that somebody with keys signs against the rules."""
    makers: dict[str, Callable[..., object]] = {
        "a roster out of turn": lambda w: forging.add_roster(w, "Fatima", number=3),
        "a roster on another": lambda w: forging.add_roster(w, "Fatima", previous=draw(32)),
        "a roster by a coach": lambda w: forging.add_roster(w, "Cas"),
        "a roster by the asker": lambda w: forging.add_roster(w, "asker"),
        "a roster by no participant": lambda w: forging.add_roster(
            w,
            "Fatima",
            author=w.id_of("Oona"),
            signing=w.organisation.people["Oona"].identity.signing,
        ),
        "a roster with a forged signature": lambda w: forging.add_roster(
            w, "Fatima", signing=SigningKey.from_seed(draw(32))
        ),
        "a member's key swapped": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "Cas", kem=draw(32))
        ),
        "a member's signing key swapped": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "Cas", sign=draw(32))
        ),
        "the asker's key swapped": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "asker", kem=draw(32))
        ),
        "the archive's key swapped": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "archive", kem=draw(32))
        ),
        "a member in another role": lambda w: forging.add_roster(
            w, "Fatima", participants=_with(w, "Cas", role="helper")
        ),
        "a coordinator as coach": lambda w: forging.add_roster(
            w, "Fatima", participants=_plus(w, "Oona", "coach")
        ),
        "somebody unknown": lambda w: forging.add_roster(
            w, "Fatima", participants=_plus_unknown(w)
        ),
        "the asker's keys again": lambda w: forging.add_roster(w, "Fatima", asker=w.asker.public),
        "removed in the same epoch": lambda w: forging.add_roster(
            w, "Fatima", participants=_less(w, "Cas")
        ),
        "new case key in the same epoch": lambda w: forging.add_roster(w, "Fatima", case=draw(32)),
        "new notes key in the same epoch": lambda w: forging.add_roster(
            w, "Fatima", notes=draw(32)
        ),
        "notes key gone": lambda w: forging.add_roster(w, "Fatima", notes=None),
        "an epoch skipped": lambda w: forging.add_roster(
            w, "Fatima", epoch=2, notes=draw(32), case_key=draw(32)
        ),
        "a new epoch with the old notes key": lambda w: forging.add_roster(
            w, "Fatima", epoch=1, case_key=draw(32)
        ),
        "a new epoch with the old case key": lambda w: forging.add_roster(
            w, "Fatima", epoch=1, notes=draw(32)
        ),
        "without the asker": lambda w: forging.add_roster(
            w,
            "Fatima",
            epoch=1,
            notes=draw(32),
            case_key=draw(32),
            participants=_less(w, "asker"),
        ),
        "without the archive": lambda w: forging.add_roster(
            w,
            "Fatima",
            epoch=1,
            notes=draw(32),
            case_key=draw(32),
            participants=_less(w, "archive"),
        ),
        "nobody left to route": lambda w: forging.add_roster(
            w,
            "Fatima",
            epoch=1,
            notes=draw(32),
            case_key=draw(32),
            participants=_less(w, "Fatima", "Frank"),
        ),
        "an author who leaves": lambda w: forging.add_roster(
            w,
            "Fatima",
            epoch=1,
            notes=draw(32),
            case_key=draw(32),
            participants=_less(w, "Fatima"),
        ),
        "another directory hash": lambda w: forging.add_roster(
            w, "Fatima", directory=Named(1, draw(32))
        ),
        "unsorted participants": lambda w: forging.add_roster(
            w, "Fatima", participants=w.open("Fatima").roster.participants[::-1]
        ),
    }
    for name, make in makers.items():
        walk = Walk(organisation("dishonest"))
        walk.route("Fatima", adding=["Cas"])
        make(walk)
        area.refused(name, "case", **case_inputs(walk, "Frank"))
    control = Walk(organisation("dishonest"))
    control.route("Fatima", adding=["Cas"])
    forging.add_roster(control, "Fatima")
    area.opens("a roster that changes nothing", "case", **case_inputs(control, "Frank"))
    area.refused("somebody kept out is added", "case", **case_inputs(_kept_out_added(), "Frank"))
    enrolled = _kept_out_added(enrolled_anew=True)
    area.refused(
        "somebody kept out is added after enrolling anew", "case", **case_inputs(enrolled, "Frank")
    )
    _genesis_lies(area)
    _directory_goes_back(area)


def _genesis_lies(area: Area) -> None:
    lies: dict[str, Callable[..., dict[str, Any]]] = {
        "a first roster with a coach": lambda w, r: {
            "participants": tuple(
                sorted((*r.participants, _participant(w, "Cas", "coach")), key=lambda p: p.id)
            )
        },
        "a first roster with a notes key": lambda w, r: {"notes": draw(32)},
        "a first roster without staff": lambda w, r: {
            "participants": tuple(p for p in r.participants if p.role in ("asker", "archive"))
        },
        "a first roster with a false archive": lambda w, r: {
            "participants": _with(w, "archive", kem=draw(32))
        },
        "a first roster with another asker": lambda w, r: {
            "participants": _with(w, "asker", sign=draw(32))
        },
        "a first roster without the asker's keys": lambda w, r: {"asker": None},
        "a first roster with a roster before": lambda w, r: {"previous": draw(32)},
        "a first roster by a facilitator": lambda w, r: {"author": w.id_of("Frank")},
    }
    for name, lie in lies.items():
        walk = Walk(organisation("genesis"))
        view = walk.open("asker")
        roster = replace(view.roster, **lie(walk, view.roster))
        sealed = forging.seal_roster(view, roster, walk.asker.signing, view.walked.case_keys[0])
        walk.stored.rosters = [sealed]
        area.refused(name, "case", **case_inputs(walk, "Frank"))


def _directory_goes_back(area: Area) -> None:
    walk = Walk(organisation("back"))
    org = walk.organisation
    org.publish("Fatima")
    walk.route("Fatima")
    forging.add_roster(walk, "Fatima", directory=org.directories[0].named)
    area.refused("a roster of an older directory", "case", **case_inputs(walk, "Frank"))
    walk = Walk(organisation("left"))
    org = walk.organisation
    walk.route("Frank")
    org.change("Fatima", active=False)
    org.publish("Frank")
    forging.add_roster(walk, "Fatima", directory=org.current.named)
    area.refused("a roster by somebody who left", "case", **case_inputs(walk, "Frank"))


def _kept_out_added(*, enrolled_anew: bool = False) -> Walk:
    org = organisation("kept out")
    walk = Walk(org, excluded=[b64(org.people["Cas"].member.person)])
    name = "Cas"
    if enrolled_anew:
        org.enrol("Cas opnieuw", "coach", org.people["Cas"].member.person)
        org.change("Cas", active=False)
        org.publish("Fatima")
        name = "Cas opnieuw"
    forging.add_roster(
        walk,
        "Fatima",
        participants=_plus(walk, name, "coach"),
        directory=org.current.named,
    )
    return walk


def _participant(walk: Walk, who: str, role: str) -> Participant:
    member = walk.organisation.people[who].member
    kem, sign = member.keys.hashes
    return Participant(member.id, kem, role, sign)


def _with(walk: Walk, who: str, **changes: Any) -> tuple[Participant, ...]:
    ident = walk.id_of(who)
    return tuple(
        replace(p, **changes) if p.id == ident else p
        for p in walk.open("Fatima").roster.participants
    )


def _less(walk: Walk, *whom: str) -> tuple[Participant, ...]:
    gone = {walk.id_of(who) for who in whom}
    return tuple(p for p in walk.open("Fatima").roster.participants if p.id not in gone)


def _plus(walk: Walk, who: str, role: str) -> tuple[Participant, ...]:
    everybody = (*walk.open("Fatima").roster.participants, _participant(walk, who, role))
    return tuple(sorted(everybody, key=lambda p: p.id))


def _plus_unknown(walk: Walk) -> tuple[Participant, ...]:
    stranger = Participant(draw(16), draw(32), "coach", draw(32))
    everybody = (*walk.open("Fatima").roster.participants, stranger)
    return tuple(sorted(everybody, key=lambda p: p.id))


def _dishonest_messages(area: Area) -> None:
    """Messages that somebody with the case key makes against the rules: each is refused alone."""
    walk = Walk(organisation("words"))
    walk.route("Fatima", adding=["Cas"])
    first = walk.say("Cas", "feedback", "Eerst")
    coach, frank = walk.open("Cas"), walk.open("Frank")
    cas = walk.organisation.people["Cas"].identity.signing
    franks = walk.organisation.people["Frank"].identity.signing
    link = first.after.messages[-1].link
    seal = forging.seal_message
    forged = {
        "signed by somebody else": seal(coach, franks),
        "in another's name": seal(coach, cas, header={"writer": walk.id_of("Frank")}),
        "in the name of no participant": seal(coach, cas, header={"writer": walk.id_of("Oona")}),
        "in the asker's name": seal(coach, cas, header={"writer": ASKER}),
        "a kind that a coach may not write": seal(
            coach, cas, "close", fields={"outcome": "advice"}
        ),
        "a second question": seal(
            coach, cas, "question", fields={**_question_fields()}, header={"writer": ASKER}
        ),
        "an unknown field": seal(coach, cas, fields={"extra": 1}),
        "a missing field": seal(coach, cas, "final"),
        "a counter too high": seal(coach, cas, counter=2),
        "a counter again": seal(coach, cas, counter=0),
        "seen nothing": seal(coach, cas, seen=(), counter=0),
        "seen twice": seal(coach, cas, seen=(link, link)),
        "another roster": seal(coach, cas, roster=Named(1, draw(32))),
        "a roster to come": seal(coach, cas, roster=Named(2, draw(32))),
        "before joining": seal(coach, cas, roster=walk.open("Cas").walked.rosters[0].named),
        "a text too long": seal(coach, cas, text="x" * 100_001),
        "a page too many": seal(coach, cas, attachments=_pages(MOST_PAGES - 1, 2)),
        "an id used before": seal(frank, franks, header={"id": first.id}),
    }
    for name, envelope_ in forged.items():
        told = walk.stored.fetched(walk.id_of("Frank"))
        told = replace(told, messages=[*told.messages, envelope_])
        content = area.opens(f"message: {name}", "case", **case_inputs(walk, "Frank", told))
        assert content["refused"], name
    most = seal(coach, cas, attachments=_pages(MOST_PAGES - 1, 1))
    told = walk.stored.fetched(walk.id_of("Frank"))
    told = replace(told, messages=[*told.messages, most])
    content = area.opens(
        "message: as many pages as may be", "case", **case_inputs(walk, "Frank", told)
    )
    assert not content["refused"]
    good = seal(coach, cas)
    told = walk.stored.fetched(walk.id_of("Frank"))
    told = replace(told, messages=[*told.messages, good])
    content = area.opens("message: as it should be", "case", **case_inputs(walk, "Frank", told))
    assert not content["refused"]
    old = _wrong_epoch()
    content = area.opens("message: wrong epoch", "case", **case_inputs(*old))
    assert content["refused"]
    after = _after_removal()
    content = area.opens("message: by somebody removed, after it", "case", **case_inputs(*after))
    assert content["refused"]


def _pages(*counts: int) -> tuple[Attachment, ...]:
    """Attachments of so many pages, which the server gives nobody."""
    return tuple(
        Attachment("document", tuple(Link(draw(16), draw(32)) for _ in range(count)))
        for count in counts
    )


def _after_removal() -> tuple[Walk, str, FetchedCase]:
    """A removed coach writes under the old key; the server tells what came after."""
    walk = Walk(organisation("removed"))
    walk.route("Fatima", adding=["Cas"])
    old = walk.open("Cas")
    walk.route("Fatima", removing=["Cas"])
    later = walk.say("Frank", "reply", "Zonder Cas")
    link = later.after.messages[-1].link
    signing = walk.organisation.people["Cas"].identity.signing
    told = walk.stored.fetched(walk.id_of("Frank"))
    late = forging.seal_message(old, signing, seen=(link,))
    return walk, "Frank", replace(told, messages=[*told.messages, late])


def _question_fields() -> dict[str, Any]:
    return {"excluded": [], "kind": "advice", "name": None, "urgent": False}


def _wrong_epoch() -> tuple[Walk, str, FetchedCase]:
    """A message under the old key that names the new epoch's roster."""
    walk = Walk(organisation("epochs"))
    walk.route("Fatima", adding=["Cas"])
    old = walk.open("Frank")
    walk.route("Fatima", removing=["Cas"])
    named = walk.open("Frank").roster.named
    signing = walk.organisation.people["Frank"].identity.signing
    told = walk.stored.fetched(walk.id_of("Frank"))
    wrong = forging.seal_message(old, signing, roster=named)
    return walk, "Frank", replace(told, messages=[*told.messages, wrong])
