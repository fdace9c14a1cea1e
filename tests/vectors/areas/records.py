"""Enrolment, register, state, journal and archive (sections 8 to 14)."""

from dataclasses import replace
from typing import Any

from crypto import archive
from crypto.archive import Archive, ArchivedCase, ArchivedKey
from crypto.directory import Named
from crypto.encoding import ASKER, from_b64
from crypto.journal import Line
from crypto.register import Entry
from crypto.secret import checkpoint, envelope, register, state
from crypto.secret.case import LastSeen
from crypto.secret.enrolment import Code, Offer
from crypto.secret.hpke import KemKey
from crypto.secret.identity import Identity, SigningKey
from crypto.secret.kdf import derive
from crypto.structure import Header
from tests.vectors.areas.area import Area, draw, flipped, organisation
from tests.vectors.areas.cases import case_inputs
from tests.vectors.world import (
    DAY,
    Organisation,
    Walk,
    photo,
)


def enrolments() -> Area:
    area = Area("enrolment")
    code, portal = Code(draw(16)), draw(16)
    offer = Offer(draw(32), draw(16), "coach", "Zoë Peeters", "Inspecteur")
    offered = {
        "code": code.code,
        "portal": portal,
        "organisation": offer.organisation,
        "person": offer.person,
        "role": offer.role,
        "name": offer.name,
        "function": offer.function,
        "mac": code.offer_mac(portal, offer),
    }
    area.opens("offer", "offer", **offered)
    changes: dict[str, dict[str, Any]] = {
        "another organisation key": {"organisation": draw(32)},
        "another person": {"person": draw(16)},
        "another role": {"role": "facilitator"},
        "another name": {"name": "Zoe Peeters"},
        "name and function run together": {"name": "Zoë PeetersI", "function": "nspecteur"},
        "another portal": {"portal": draw(16)},
        "another code": {"code": draw(16)},
        "a short mac": {"mac": offered["mac"][:31]},
    }
    for name, change in changes.items():
        area.refused(f"offer: {name}", "offer", **{**offered, **change})
    identity, other = Identity.from_seed(draw(32)), Identity.from_seed(draw(32))
    member = draw(16)
    reply = {
        "code": code.code,
        "portal": portal,
        "member": member,
        "kem": identity.public.kem,
        "sign": identity.public.sign,
        "mac": code.reply_mac(portal, member, identity.public),
    }
    area.opens("reply", "enrolment", **reply)
    changes = {
        "in the middle: the server's keys": {"kem": other.public.kem, "sign": other.public.sign},
        "in the middle: the server's mac": {
            "kem": other.public.kem,
            "sign": other.public.sign,
            "mac": Code(draw(16)).reply_mac(portal, member, other.public),
        },
        "another signing key": {"sign": other.public.sign},
        "another member": {"member": draw(16)},
        "another code": {"code": draw(16)},
        "the offer's mac": {"mac": offered["mac"]},
    }
    for name, change in changes.items():
        area.refused(f"reply: {name}", "enrolment", **{**reply, **change})
    return area


def registers() -> Area:
    area = Area("register")
    org = organisation("register")
    kem, ident = KemKey.from_seed(org.register_seed), org.current.content.register.id
    fatima, cas = org.people["Fatima"], org.people["Cas"]
    _register_keys(area, org)
    case = draw(16)
    first = Entry(case, 0, "advice", False, None, "new", None, (), DAY, None, None, None, 1)
    later = replace(first, number=1, category="gifts", state="answering", feedback=DAY)
    last = replace(
        later, number=2, state="passed", outcome="passed", authorities=("dit", "coc"), closed=DAY
    )

    def seal(entry: Entry, who: Any = None, signing: SigningKey | None = None) -> Any:
        writer = who.id if who else ASKER
        key = signing or (who.identity.signing if who else None)
        sealed = register.seal_entry(kem.public, org.portal, ident, entry, writer, key)
        return {"sealed": sealed.sealed, "writer": sealed.writer}

    base = {
        "seed": org.register_seed,
        "portal": org.portal,
        "id": ident,
        "case": case,
        "organisation": org.key.public,
        "directories": [org.current.signed],
    }
    asked, answered, passed = seal(first), seal(later, fatima), seal(last, cas)
    held = area.opens("only the asker's", "register", **base, entries=[asked])
    assert from_b64(held["writer"]) == ASKER
    area.opens("the highest number", "register", **base, entries=[passed, asked, answered])
    same = seal(replace(last, outcome="advice"), fatima)
    area.opens("two with one number", "register", **base, entries=[asked, passed, same])
    area.opens("the other way round", "register", **base, entries=[same, passed])
    shut = seal(
        replace(last, state="unreadable", authorities=(), feedback=None, final=None), fatima
    )
    for name, some in (("could not open it", [shut, passed]), ("the other way", [passed, shut])):
        opened = area.opens(f"who wrote above who {name}", "register", **base, entries=some)
        assert b'"unreadable"' not in from_b64(opened["body"]), name
    forged = seal(replace(last, number=9), fatima, SigningKey.from_seed(draw(32)))
    area.opens("a forged one does not count", "register", **base, entries=[asked, answered, forged])
    tall = seal(replace(first, number=7))
    area.opens("an asker with a number", "register", **base, entries=[asked, tall])
    for name, told in (
        ("a category", replace(first, category="gifts")),
        ("an outcome", replace(first, state="closed", outcome="constructor", closed=DAY)),
        ("an end without a withdrawal", replace(first, closed=DAY)),
        ("a withdrawal without a day", replace(first, state="withdrawn")),
    ):
        area.refused(f"an asker who tells {name}", "register", **base, entries=[seal(told)])
    withdrawn = seal(replace(first, state="withdrawn", closed=DAY))
    gone = area.opens("withdrawn by the asker", "register", **base, entries=[asked, withdrawn])
    assert b'"withdrawn"' in from_b64(gone["body"])
    again = seal(first)  # whatever the hashes are
    area.opens("withdrawn, the other way", "register", **base, entries=[withdrawn, again, asked])
    area.opens("the staff above a withdrawal", "register", **base, entries=[withdrawn, answered])
    by_coordinator = seal(replace(last, number=9), org.people["Oona"])
    area.opens("by a coordinator", "register", **base, entries=[asked, by_coordinator])
    signed_asker = seal(first, None, fatima.identity.signing)
    moved = {"sealed": answered["sealed"], "writer": cas.id}
    later_version = seal(replace(last, directory=2), fatima)
    refused = {
        "none": [],
        "an asker's that is signed": [signed_asker],
        "under another writer's name": [moved],
        "a member's number 0": [seal(first, fatima)],
        "changed": [{**asked, "sealed": flipped(asked["sealed"], -1)}],
        "a directory that is not given": [later_version],
    }
    for name, entries in refused.items():
        area.refused(name, "register", **base, entries=entries)
    area.refused("of another case", "register", **{**base, "case": draw(16)}, entries=[asked])
    area.refused("of another key", "register", **{**base, "id": draw(16)}, entries=[asked])
    _checkpoints(area, org, base, [first, replace(last, case=draw(16))])
    return area


def _register_keys(area: Area, org: Organisation) -> None:
    content, fatima = org.current.content, org.people["Fatima"]
    kem_seed = derive(fatima.seed, "kem")
    ident = content.register.id
    sealed = register.seal_key_to(
        fatima.identity.public.kem, org.portal, ident, fatima.id, org.register_seed
    )
    inputs = {
        "sealed": sealed,
        "seed": kem_seed,
        "portal": org.portal,
        "id": ident,
        "member": fatima.id,
        "kem": content.register.kem,
    }
    area.opens("register key", "register-key", **inputs)
    by_server = register.seal_key_to(
        fatima.identity.public.kem, org.portal, ident, fatima.id, draw(32)
    )
    for name, change in {
        "register key of the server": {"sealed": by_server},
        "register key of another member": {"member": draw(16)},
        "register key of another id": {"id": draw(16)},
    }.items():
        area.refused(name, "register-key", **{**inputs, **change})


def _checkpoints(area: Area, org: Organisation, base: dict[str, Any], entries: list[Entry]) -> None:
    fatima, cas = org.people["Fatima"], org.people["Cas"]
    place = (org.portal, base["id"], 4)
    lines = [checkpoint.Held(entry, draw(16)) for entry in entries]
    in_order = tuple(sorted(lines, key=lambda line: line.entry.case))
    shared = {name: base[name] for name in ("seed", "portal", "id", "organisation", "directories")}

    def seal(who: Any, found: tuple[checkpoint.Held, ...] = in_order, version: int = 1) -> bytes:
        kept = checkpoint.Checkpoint(12, version, found)
        return checkpoint.seal(org.register_seed, place, who.id, who.identity.signing, kept, draw)

    good = seal(fatima)
    area.opens("checkpoint", "checkpoint", **shared, number=4, envelope=good)
    area.opens("an empty checkpoint", "checkpoint", **shared, number=4, envelope=seal(fatima, ()))
    area.refused("checkpoint of another number", "checkpoint", **shared, number=5, envelope=good)
    for name, envelope_ in {
        "checkpoint by a coach": seal(cas),
        "checkpoint unsorted": seal(fatima, in_order[::-1]),
        "checkpoint changed": flipped(good, -1),
        "checkpoint cut short": good[: len(good) // 2],
        "checkpoint with other lines": _other_lines(org, place, lines),
        "checkpoint of a directory to come": seal(fatima, version=2),
    }.items():
        area.refused(name, "checkpoint", **shared, number=4, envelope=envelope_)


def _other_lines(
    org: Organisation, place: tuple[bytes, bytes, int], lines: list[checkpoint.Held]
) -> bytes:
    """A checkpoint whose signed part names the hash of other lines than those that follow."""
    fatima = org.people["Fatima"]
    header = Header(place[0], None, place[2], place[1], fatima.id, "checkpoint")
    one = checkpoint.Checkpoint(12, 1, tuple(lines[:1]))
    sealed = checkpoint.seal(
        org.register_seed, place, fatima.id, fatima.identity.signing, one, draw
    )
    key = derive(org.register_seed, "checkpoint")
    content = envelope.open_at(key, header, sealed)
    # In the mark, where any bytes are well formed: nothing but the hash can refuse it.
    changed = bytearray(content)
    changed[-67 + 16] ^= 1
    return envelope.seal(key, header, bytes(changed), draw)


def states() -> Area:
    area = Area("state")
    seed, portal, owner = draw(32), draw(16), draw(16)
    identity = Identity.from_seed(seed)
    seen = LastSeen(Named(3, draw(32)), frozenset({draw(16), draw(16)}))
    mailbox = state.State(draw(32), Named(7, draw(32)), {draw(16): seen})
    invitation = state.Invitation(draw(16), "Zoë", draw(16), "coach")
    staff = replace(mailbox, invitations={draw(16): invitation}, checkpoint=41)
    inputs: dict[str, Any] = {}
    for name, kept in {"mailbox": mailbox, "staff": staff}.items():
        inputs = {
            "envelope": state.seal(identity, portal, owner, 5, kept, draw),
            "seed": seed,
            "portal": portal,
            "owner": owner,
            "writer": owner if name == "staff" else ASKER,
            "number": 5,
            "shape": name,
        }
        area.opens(name, "state", **inputs)
    empty = replace(staff, cases={}, invitations={})
    sealed = state.seal(identity, portal, owner, 5, empty, draw)
    area.opens("nothing yet", "state", **{**inputs, "envelope": sealed})
    body = replace(mailbox, cases={}).body().replace(b'"v":1', b'"v":1,"x":1')
    place = Header(portal, None, 5, owner, owner, "state")
    hostile: dict[str, dict[str, Any]] = {
        "an older number": {"number": 4},
        "another owner": {"owner": draw(16), "writer": draw(16)},
        "another seed": {"seed": draw(32)},
        "as a mailbox's": {"writer": ASKER},
        "in the other shape": {"shape": "mailbox"},
        "an unknown field": {"envelope": envelope.seal(identity.state_key, place, body, draw)},
        "not canonical": {"envelope": envelope.seal(identity.state_key, place, b"{ }", draw)},
    }
    for name, change in hostile.items():
        area.refused(name, "state", **{**inputs, **change})
    return area


def journals() -> Area:
    area = Area("journal")
    lines: list[Line] = []
    for action in ("case-received", "roster", "message"):
        previous = lines[-1].hash if lines else None
        lines.append(Line(len(lines), previous, DAY, draw(16), action, draw(16)))
    lines.append(Line(3, lines[-1].hash, DAY, None, "archived", None))
    chain = [line.encode() for line in lines]
    area.opens("a chain", "journal", lines=chain)
    area.opens("one line", "journal", lines=chain[:1])
    for name, lies in {
        "a line dropped": [chain[0], *chain[2:]],
        "the first line dropped": chain[1:],
        "lines swapped": [chain[1], chain[0], *chain[2:]],
        "a line changed": [chain[0].replace(b"case-received", b"case-withdrawn"), *chain[1:]],
        "a line twice": [*chain, chain[-1]],
        "not canonical": [chain[0].replace(b'"v":1', b'"v": 1')],
    }.items():
        area.refused(name, "journal", lines=lies)
    return area


def archives() -> Area:
    area = Area("archive")
    org = organisation("archive")
    walk = Walk(org, attachments=[photo(2)])
    walk.route("Fatima", adding=["Cas"])
    walk.say("Cas", "note", "Voor het archief")
    fetched = walk.stored.fetched(walk.id_of("archive"))
    case = ArchivedCase(
        walk.case,
        tuple(fetched.rosters),
        tuple(ArchivedKey(k.epoch, k.purpose, k.sealed) for k in fetched.keys),
        tuple(fetched.messages),
        tuple(fetched.notes),
    )
    ident = org.current.content.archive.id
    described = Archive(org.portal, 2026, ident, (org.current.signed,), (case,))
    pages = {walk.case: tuple(walk.stored.pages.items())}
    file = b"".join(archive.write(described, pages))
    area.opens("a year", "archive", file=file)
    area.opens(
        "an empty year", "archive", file=b"".join(archive.write(replace(described, cases=()), {}))
    )
    area.opens("an archived case", "case", **case_inputs(walk, "archive"))
    for name, broken in {
        "another version": file.replace(b"archive 1", b"archive 2", 1),
        "cut": file[:-1],
        "a page changed": flipped(file, -1),
        "a manifest changed": file.replace(b'"year":2026', b'"year":02026', 1),
        "nothing": b"",
        "no manifest": file[:25],
    }.items():
        area.refused(name, "archive", file=broken)
    return area
