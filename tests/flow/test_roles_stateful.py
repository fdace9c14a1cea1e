"""The roles table, held by the real protocol against a server that lies as it likes.

The machine keeps, beside the sealed bytes, a plain model of who may hold which key. After every
step each person tries every sealed key there is: what opens must be exactly what the model says.
A lie is told to one reader, at any moment. It must be noticed where the table below says that it
matters, and must never show the reader a word that nobody wrote or give a key that is not theirs.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from crypto import directory as directories
from crypto import structure
from crypto.directory import Directory, Named
from crypto.encoding import ARCHIVE, ASKER, b64
from crypto.errors import Forged, NotAllowed, ProtocolError, Unsealable
from crypto.roles import CASEWORK, COACH, COORDINATOR, FACILITATOR, HANDLERS, HELPER
from crypto.secret import keys
from crypto.secret.case import CaseView, FetchedCase, KeyFor, LastSeen, SealedKey
from crypto.secret.enrolment import Code, Offer
from crypto.secret.hpke import KemKey
from crypto.secret.identity import Identity, SigningKey
from crypto.thread import KINDS, NOTES_THREAD
from tests.vectors import forging
from tests.vectors.world import Deterministic, Organisation, Walk

Held = set[tuple[int, str]]  # (epoch, purpose)

STAFF = (
    ("Fatima", FACILITATOR),
    ("Frank", FACILITATOR),
    ("Hanne", HELPER),
    ("Cas", COACH),
    ("Chris", COACH),
    ("Oona", COORDINATOR),
)

FIELDS: dict[str, dict[str, Any]] = {
    "final": {"referred": ["dit"]},
    "pass": {"authority": "dit"},
    "close": {"outcome": "advice"},
    "draft": {"for": "final"},
    "triage": {"category": "gifts", "pen": None, "urgent": False},
    "record": {"authority": "dit", "day": "2026-03-02"},
}


@dataclass
class Expected:
    """What the roles table says of one case: who takes part, and which keys each may hold."""

    kept_out: set[bytes]
    epoch: int = 0
    notes: set[int] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    held: dict[str, Held] = field(default_factory=dict)
    said: list[tuple[str, str, str]] = field(default_factory=list)  # thread, writer, text

    def changed(self, adding: set[str], removing: set[str]) -> None:
        """Somebody removed never gets a later key; who stays or comes gets all there are."""
        self.epoch += bool(removing)
        if removing or not self.notes:
            self.notes.add(self.epoch)
        self.members = (self.members | adding) - removing
        self.share()

    def share(self) -> None:
        of_the_case = {(epoch, "case") for epoch in range(self.epoch + 1)}
        of_the_notes = {(epoch, "notes") for epoch in self.notes}
        self.held.setdefault("asker", set()).update(of_the_case)
        for who in (*self.members, "archive"):
            self.held.setdefault(who, set()).update(of_the_case | of_the_notes)

    def texts(self, thread: str) -> set[str]:
        return {text for where, _, text in self.said if where == thread}


class Roles(RuleBasedStateMachine):
    """People act honestly through a server that stores; `lie_*` shows one reader something else."""

    @initialize(kept_out=st.sampled_from(["Fatima", "Hanne", "Cas", "Chris"]))
    def found(self, kept_out: str) -> None:
        self.organisation = Organisation(Deterministic("stateful"), STAFF)
        self.walks: list[Walk] = []
        self.expected: dict[bytes, Expected] = {}
        self.last_seen: dict[tuple[str, bytes], LastSeen] = {}
        self.tried: dict[tuple[str, KeyFor], bool] = {}
        self.written = 0
        self._begin_with_a_case_under_way(kept_out)

    def _begin_with_a_case_under_way(self, kept_out: str) -> None:
        """Most of what can go wrong needs a case with some history."""
        walk, expected = self._ask({kept_out})
        coach = "Cas" if kept_out == "Chris" else "Chris"
        walk.route("Frank", adding=[coach])
        expected.changed({coach}, set())
        for who, kind in ((coach, "feedback"), ("asker", "reply"), (coach, "note")):
            self._say(walk, expected, who, kind)

    # --- people ----------------------------------------------------------------------------------

    @rule(data=st.data())
    @precondition(lambda self: len(self.walks) < 3)
    def ask(self, data: st.DataObject) -> None:
        facilitators = self._active(FACILITATOR)
        may_be_kept_out = [who for who in self._active(*HANDLERS) if who != facilitators[0]]
        kept_out = set(
            data.draw(st.sets(st.sampled_from(may_be_kept_out), max_size=2))
            if may_be_kept_out
            else ()
        )
        if not {self._person(who) for who in facilitators} <= set(map(self._person, kept_out)):
            self._ask(kept_out)

    def _ask(self, kept_out: set[str]) -> tuple[Walk, Expected]:
        persons = set(map(self._person, kept_out))
        text = self._new_text()
        walk = Walk(self.organisation, text, excluded=[b64(p) for p in sorted(persons)])
        expected = Expected(persons)
        expected.members = {
            who for who in self._active(*CASEWORK) if self._person(who) not in persons
        }
        expected.share()
        expected.said.append(("case", "asker", text))
        self.walks.append(walk)
        self.expected[walk.case] = expected
        return walk, expected

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def assign(self, data: st.DataObject) -> None:
        """Add a coach, or a facilitator or helper who came later."""
        walk, expected = self._case(data)
        by = self._router(walk, expected, data)
        unwelcome = [
            who
            for who in sorted(self.organisation.people)
            if self._person(who) in expected.kept_out
        ]
        whom = data.draw(st.sampled_from([*sorted(self.organisation.people), *unwelcome * 3]))
        if by is None:
            return
        member = self.organisation.people[whom].member
        allowed = (
            member.active and member.role in HANDLERS and member.person not in expected.kept_out
        )
        try:
            walk.route(by, adding=[whom])
        except NotAllowed:
            assert not allowed or whom in expected.members, f"{whom} was refused"
            return
        assert allowed or whom in expected.members, f"{whom} was let in"
        expected.changed({whom}, set())
        self._look(walk, by)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def remove(self, data: st.DataObject) -> None:
        walk, expected = self._case(data)
        by = self._router(walk, expected, data)
        whom = data.draw(st.sampled_from(sorted(self.organisation.people)))
        if by is None:
            return
        allowed = whom in expected.members and whom != by
        try:
            walk.route(by, removing=[whom])
        except NotAllowed:
            assert not allowed, f"{whom} could not be removed"
            return
        assert allowed, f"{whom} was removed"
        expected.changed(set(), {whom})
        self._look(walk, by)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def two_route_at_once(self, data: st.DataObject) -> None:
        """The server takes one roster of a number; the other is decided again and repeated."""
        walk, expected = self._case(data)
        first, second = (self._router(walk, expected, data) for _ in range(2))
        if first is None or second is None:
            return
        base = walk.stored.fetched(walk.id_of(second))
        walk.route(first)
        expected.changed(set(), set())
        lost = walk.open(second, base).compose_roster(entropy=walk.entropy)
        assert lost.roster.number == walk.open(second).roster.number
        walk.route(second)
        expected.changed(set(), set())

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def turn(self, data: st.DataObject) -> None:
        """A facilitator's browser removes who stepped aside or left, at its next sign-in."""
        walk, expected = self._case(data)
        by = self._router(walk, expected, data)
        if by is None:
            return
        names = {self.organisation.people[who].id: who for who in self.organisation.people}
        departed = {names[ident] for ident in walk.open(by).departed} - {by}
        left = {who for who in expected.members if not self._member(who).active}
        assert left <= departed | {by}
        if departed:
            walk.route(by, removing=sorted(departed))
            expected.changed(set(), departed)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def speak(self, data: st.DataObject) -> None:
        """Write anything the table gives: reply, note, pass on, step aside, withdraw, close."""
        walk, expected = self._case(data)
        who = data.draw(st.sampled_from(["asker", *sorted(expected.members)]))
        kind = data.draw(st.sampled_from(sorted(set(KINDS) - {"question"})))
        view = walk.open(who)
        thread = KINDS[kind].thread
        allowed = view.role in KINDS[kind].writers
        has_key = thread != NOTES_THREAD or expected.epoch in expected.notes
        text = self._new_text()
        try:
            composed = view.compose(kind, text, FIELDS.get(kind), entropy=walk.entropy)
        except NotAllowed:
            assert not (allowed and has_key), f"{who} may write {kind}"
            return
        assert allowed, f"{who} wrote {kind}"
        walk.stored.take(composed)
        expected.said.append((thread, who, text))

    def _say(self, walk: Walk, expected: Expected, who: str, kind: str) -> None:
        text = self._new_text()
        walk.say(who, kind, text, **FIELDS.get(kind, {}))
        expected.said.append((KINDS[kind].thread, who, text))

    @rule(data=st.data())
    def enrol(self, data: st.DataObject) -> None:
        """Join with a code; what the server puts in the middle is not signed into a directory."""
        if len(self.organisation.people) >= 12:
            return
        role = data.draw(st.sampled_from([FACILITATOR, HELPER, COACH]))
        inviter = self._active(FACILITATOR)[0]
        left = [who for who in self.organisation.people if not self._member(who).active]
        person = None
        if left and data.draw(st.sampled_from([False, True])):
            person = self._person(data.draw(st.sampled_from(sorted(left))))
        name = f"{role} {len(self.organisation.people)}"
        self._invite(name, role, data)
        self.organisation.enrol(name, role, person)
        self.organisation.publish(inviter)

    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        facilitators = self._active(FACILITATOR)
        leavers = self._active(FACILITATOR, HELPER, COACH)
        who = data.draw(st.sampled_from(leavers))
        stays = next((name for name in facilitators if name != who), None)
        if stays is None:
            return
        self.organisation.change(who, active=False)
        self.organisation.publish(stays)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def visit(self, data: st.DataObject) -> None:
        """Whoever takes part reads all and only what is theirs, and nothing is amiss."""
        walk, expected = self._case(data)
        who = data.draw(st.sampled_from(["asker", "archive", *sorted(expected.members)]))
        view = walk.open(who, last_seen=self.last_seen.get((who, walk.case)))
        assert (view.refused, view.missing) == ((), ())
        assert {m.text for m in view.messages} == expected.texts("case")
        notes = set() if who == "asker" else expected.texts("notes")
        assert {m.text for m in view.notes} == notes
        assert {self._name(p.id) for p in view.roster.participants} == {
            "asker",
            "archive",
            *expected.members,
        }
        self._look(walk, who)

    # --- lies --------------------------------------------------------------------------------------

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def lie_by_dropping(self, data: st.DataObject) -> None:
        walk, who, told = self._reader(data)
        name = data.draw(st.sampled_from(["messages", "notes"]))
        thread = list(getattr(told, name))
        if not thread:
            return
        honest = walk.open(who)
        dropped = data.draw(st.integers(0, len(thread) - 1))
        gone = envelope_id(thread.pop(dropped))
        left = [m for m in (*honest.messages, *honest.notes) if m.id != gone]
        seen = self.last_seen.get((who, walk.case))
        matters = (
            gone == honest.question.id
            or any(link.id == gone for m in left for link in m.seen)
            or (seen is not None and gone in seen.read)
        )
        self._tell(walk, who, replace(told, **{name: thread}), matters=matters)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def lie_by_reordering(self, data: st.DataObject) -> None:
        """Harmless: messages order themselves. Rosters must come in turn."""
        walk, who, told = self._reader(data)
        shuffled = data.draw(st.permutations(list(told.messages)))
        notes = data.draw(st.permutations(list(told.notes)))
        view = walk.open(who, replace(told, messages=shuffled, notes=notes))
        assert (view.refused, view.missing) == ((), ())
        assert {m.id for m in view.messages} == {m.id for m in walk.open(who).messages}
        rosters = data.draw(st.permutations(list(told.rosters)))
        self._tell(walk, who, replace(told, rosters=rosters), matters=rosters != list(told.rosters))

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def lie_by_replaying(self, data: st.DataObject) -> None:
        """Serve old rosters, or everything as it was before a roster."""
        walk, who, told = self._reader(data)
        honest = walk.open(who)
        kept = data.draw(st.integers(0, len(told.rosters)))
        later = {m.id for m in (*honest.messages, *honest.notes) if m.roster.number >= kept}
        old = replace(told, rosters=told.rosters[:kept])
        consistent = data.draw(st.sampled_from([False, True]))
        if consistent:
            messages = [m for m in told.messages if envelope_id(m) not in later]
            notes = [m for m in told.notes if envelope_id(m) not in later]
            old = replace(old, messages=messages, notes=notes)
        joined_later = kept and honest.walked.rosters[kept - 1].participant(walk.id_of(who)) is None
        seen = self.last_seen.get((who, walk.case))
        matters = (
            kept == 0
            or bool(joined_later)
            or (bool(later) and not consistent)
            or (seen is not None and (seen.roster.number >= kept or bool(seen.read & later)))
        )
        self._tell(walk, who, old, matters=matters)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def lie_by_keys(self, data: st.DataObject) -> None:
        """Withhold a key, seal one of the server's own, or give another's or another epoch's."""
        walk, who, told = self._reader(data)
        newest = [key for key in told.keys if key.epoch == self.expected[walk.case].epoch]
        victim = data.draw(st.sampled_from([*newest * 2, *told.keys]))
        others = [key for key in told.keys if key != victim]
        lie = data.draw(st.sampled_from(["withhold", "own", "another's", "another epoch's"]))
        if lie == "own":
            false = forging.sealed_for(
                walk, who, walk.entropy(32), victim.epoch, victim.purpose
            ).sealed
        elif lie == "another's":
            false = next(k.sealed for k in walk.stored.keys if k.recipient != walk.id_of(who))
        elif lie == "another epoch's" and others:
            false = others[0].sealed
        else:
            false = b""
        swapped = [SealedKey(victim.epoch, victim.purpose, false)] if false else []
        matters = not (who == "asker" and victim.purpose == "notes")
        self._tell(walk, who, replace(told, keys=[*others, *swapped]), matters=matters)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def lie_by_a_roster_of_its_own(self, data: st.DataObject) -> None:
        """The server adds a roster that makes itself, or somebody it likes, a participant."""
        walk, who, told = self._reader(data)
        view = walk.open(who)
        server = SigningKey.from_seed(walk.entropy(32))
        author = data.draw(st.sampled_from([p.id for p in view.roster.participants]))
        roster = forging.next_roster(view, author=author)
        sealed = forging.seal_roster(view, roster, server, view.walked.case_keys[view.epoch])
        self._tell(walk, who, replace(told, rosters=[*told.rosters, sealed]), matters=True)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def lie_by_words_of_its_own(self, data: st.DataObject) -> None:
        """The server, with a reader's help even, puts words into somebody's mouth."""
        walk, who, told = self._reader(data)
        view = walk.open(who)
        others = [p.id for p in view.roster.participants if p.id != walk.id_of(who)]
        author = data.draw(st.sampled_from(others))
        signing = walk.keys_of(who)
        own = (
            signing.signing
            if isinstance(signing, Identity)
            else SigningKey.from_seed(walk.entropy(32))
        )
        sealed = forging.seal_message(view, own, text="vals", header={"writer": author})
        self._tell(walk, who, replace(told, messages=[*told.messages, sealed]), matters=True)

    @rule(data=st.data())
    @precondition(lambda self: len(self.walks) > 1)
    def lie_by_mixing_cases(self, data: st.DataObject) -> None:
        walk, who, told = self._reader(data)
        other = data.draw(st.sampled_from([w for w in self.walks if w is not walk]))
        what = data.draw(st.sampled_from(["rosters", "messages", "all"]))
        elsewhere = other.stored
        mixed = {
            "rosters": replace(told, rosters=elsewhere.rosters),
            "messages": replace(told, messages=[*told.messages, elsewhere.messages[0]]),
            "all": elsewhere.fetched(walk.id_of(who)),
        }
        self._tell(walk, who, mixed[what], matters=True)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def lie_by_changing_a_byte(self, data: st.DataObject) -> None:
        walk, who, told = self._reader(data)
        name = data.draw(st.sampled_from(["rosters", "messages", "notes"]))
        envelopes = list(getattr(told, name))
        if not envelopes:
            return
        at = data.draw(st.integers(0, len(envelopes) - 1))
        changed = bytearray(envelopes[at])
        changed[data.draw(st.integers(0, len(changed) - 1))] ^= 1
        envelopes[at] = bytes(changed)
        self._tell(walk, who, replace(told, **{name: envelopes}), matters=True)

    @rule(data=st.data())
    @precondition(lambda self: self.walks)
    def lie_with_somebody_removed(self, data: st.DataObject) -> None:
        """Somebody removed writes on under the old key, told by the server what came after."""
        walk, expected = self._case(data)
        removed = sorted(
            who
            for who in set(expected.held) & set(self.organisation.people)
            if who not in expected.members
        )
        if not removed or not expected.members:
            return
        who = data.draw(st.sampled_from(removed))
        reader = data.draw(st.sampled_from(sorted(expected.members)))
        view = walk.open(reader)
        newest = [m for m in view.messages if m.epoch == view.epoch]
        before = self._view_before_removal(walk, view, who)
        if before is None or not newest:
            return
        signing = self.organisation.people[who].identity.signing
        late = forging.seal_message(before, signing, text="vals", seen=(newest[-1].link,))
        told = walk.stored.fetched(walk.id_of(reader))
        self._tell(walk, reader, replace(told, messages=[*told.messages, late]), matters=True)

    @rule(data=st.data())
    def lie_about_the_directory(self, data: st.DataObject) -> None:
        """Go back, swap somebody's keys, or promote somebody: no reader takes it."""
        org = self.organisation
        current = org.current
        lies: list[tuple[bytes, Named | None]] = [
            (older.signed, current.named) for older in org.directories[:-1]
        ]
        author = org.people[self._active(FACILITATOR)[0]]
        coach = data.draw(st.sampled_from(sorted(org.people)))
        server = Identity.from_seed(org.entropy(32)).public
        for change in (
            {"kem": server.kem, "sign": server.sign},
            {"active": not self._member(coach).active},
        ):
            members = tuple(
                replace(m, **change) if m.id == org.people[coach].id else m
                for m in current.content.members
            )
            false = replace(current.content, members=members, author=author.id)
            signed = SigningKey.from_seed(org.entropy(32)).sign(
                "directory", org.portal, false.body()
            )
            lies.append((signed, None))
        untrusted, seen = data.draw(st.sampled_from(lies))
        assert noticed(lambda: self._verified(untrusted, seen))

    # --- what always holds -------------------------------------------------------------------------

    @invariant()
    def everybody_opens_what_the_table_gives_and_nothing_else(self) -> None:
        for walk in getattr(self, "walks", []):
            expected = self.expected[walk.case]
            for who in ("asker", "archive", *self.organisation.people):
                opened = {
                    (key.epoch, key.purpose)
                    for key in walk.stored.keys
                    if self._opens(walk, who, key)
                }
                assert opened == expected.held.get(who, set()), who

    @invariant()
    def nobody_kept_out_holds_a_key(self) -> None:
        for walk in getattr(self, "walks", []):
            expected = self.expected[walk.case]
            for who in self.organisation.people:
                if self._person(who) in expected.kept_out:
                    assert not expected.held.get(who)

    # --- helpers -------------------------------------------------------------------------------------

    def _look(self, walk: Walk, who: str) -> None:
        """Remember in this person's state what the honest server shows now."""
        self.last_seen[who, walk.case] = walk.open(who).now_seen()

    def _opens(self, walk: Walk, who: str, key: KeyFor) -> bool:
        """Try any sealed key as this person, whoever it was addressed to; remember the answer."""
        if (who, key) not in self.tried:
            owner = walk.keys_of(who)
            opener = owner.kem if isinstance(owner, Identity) else owner
            place = keys.KeyPlace(
                self.organisation.portal, walk.case, key.epoch, key.recipient, key.purpose
            )
            self.tried[who, key] = can_open(opener, place, key.sealed)
        return self.tried[who, key]

    def _tell(self, walk: Walk, who: str, told: FetchedCase, *, matters: bool) -> None:
        """Show a reader something else than the truth, and see what they make of it."""
        seen = self.last_seen.get((who, walk.case))
        try:
            view = walk.open(who, told, seen)
        except ProtocolError as error:
            note(f"noticed: {error}")
            return
        self._believe_nothing_false(walk, who, view)
        if matters:
            assert view.refused or view.missing, f"{who} noticed nothing"

    def _believe_nothing_false(self, walk: Walk, who: str, view: CaseView) -> None:
        expected = self.expected[walk.case]
        assert {m.text for m in view.messages} <= expected.texts("case")
        assert {m.text for m in view.notes} <= expected.texts("notes")
        held = {(epoch, "case") for epoch in view.walked.case_keys}
        held |= {(epoch, "notes") for epoch in view.walked.notes_keys}
        assert held <= expected.held[who]
        names = {self._name(p.id) for p in view.roster.participants}
        assert names <= {"asker", "archive", *expected.held}

    def _view_before_removal(self, walk: Walk, view: CaseView, who: str) -> CaseView | None:
        """Give a removed person's last view, by their keys: what they may well have kept."""
        ident = walk.id_of(who)
        last = max(r.number for r in view.walked.rosters if r.participant(ident))
        told = walk.stored.fetched(ident)
        epoch = view.walked.rosters[last].epoch
        messages = [m for m in walk.stored.messages if envelope_epoch(m) <= epoch]
        told = replace(told, rosters=told.rosters[: last + 1], messages=messages, notes=[])
        return walk.open(who, told) if messages else None

    def _invite(self, name: str, role: str, data: st.DataObject) -> None:
        org = self.organisation
        code = Code.make(org.entropy)
        offer = Offer(org.key.public, org.entropy(16), role, name, "functie")
        mac = code.offer_mac(org.portal, offer)
        code.check_offer(org.portal, offer, mac)
        assert forged(lambda: code.check_offer(org.portal, replace(offer, role="coordinator"), mac))
        own, servers = (Identity.from_seed(org.entropy(32)).public for _ in range(2))
        member = org.entropy(16)
        reply = code.reply_mac(org.portal, member, own)
        code.check_reply(org.portal, member, own, reply)
        assert forged(lambda: code.check_reply(org.portal, member, servers, reply))

    def _verified(self, untrusted: bytes, seen: Named | None) -> Directory:
        org = self.organisation
        return directories.verify(untrusted, org.portal, org.key.public, seen)

    def _case(self, data: st.DataObject) -> tuple[Walk, Expected]:
        walk = data.draw(st.sampled_from(self.walks))
        return walk, self.expected[walk.case]

    def _reader(self, data: st.DataObject) -> tuple[Walk, str, FetchedCase]:
        walk, expected = self._case(data)
        who = data.draw(st.sampled_from(["asker", "archive", *sorted(expected.members)]))
        return walk, who, walk.stored.fetched(walk.id_of(who))

    def _router(self, walk: Walk, expected: Expected, data: st.DataObject) -> str | None:
        """Give somebody who may change who takes part, by the directory and the last roster."""
        able = [
            who
            for who in sorted(expected.members)
            if self._member(who).active and self._member(who).role in CASEWORK
        ]
        return data.draw(st.sampled_from(able)) if able else None

    def _active(self, *roles: str) -> list[str]:
        return [
            who
            for who, somebody in sorted(self.organisation.people.items())
            if somebody.member.active and somebody.member.role in roles
        ]

    def _member(self, who: str) -> directories.Member:
        return self.organisation.people[who].member

    def _person(self, who: str) -> bytes:
        return self._member(who).person

    def _name(self, ident: bytes) -> str:
        special = {ASKER: "asker", ARCHIVE: "archive"}
        names = {somebody.id: who for who, somebody in self.organisation.people.items()}
        return special.get(ident) or names[ident]

    def _new_text(self) -> str:
        self.written += 1
        return f"tekst {self.written}"


def can_open(opener: KemKey, place: keys.KeyPlace, sealed: bytes) -> bool:
    try:
        keys.open_unverified(opener, place, sealed)
    except Unsealable:
        return False
    return True


def envelope_id(sealed: bytes) -> bytes:
    return structure.parse(sealed).header.id


def envelope_epoch(sealed: bytes) -> int:
    return structure.parse(sealed).header.epoch


def noticed(act: Any) -> bool:
    try:
        act()
    except ProtocolError:
        return True
    return False


def forged(act: Any) -> bool:
    try:
        act()
    except Forged:
        return True
    return False


def test_everybody_holds_the_keys_of_the_roles_table_whatever_the_server_does() -> None:
    run_state_machine_as_test(
        Roles,
        settings=settings(
            deadline=None,
            max_examples=50,
            stateful_step_count=40,
            suppress_health_check=list(HealthCheck),
        ),
    )
