"""A small organisation to make vectors and tests with: members, directories, cases, a server.

Nothing here is part of the portal. The server keeps what it is given and hands it out; tests
make it lie by changing what it hands out.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import shake_256
from typing import Any

from crypto import directory
from crypto.directory import (
    ArchiveKey,
    Content,
    Directories,
    Directory,
    Member,
    RegisterKey,
)
from crypto.encoding import ASKER
from crypto.secret import directory as directory_keys
from crypto.secret.case import (
    CaseView,
    Composed,
    ComposedRoster,
    FetchedCase,
    Genesis,
    KeyFor,
    LastSeen,
    NewAttachment,
    PageImage,
    SealedKey,
    begin_case,
)
from crypto.secret.hpke import KemKey
from crypto.secret.identity import Identity, SigningKey

DAY = date(2026, 3, 2)
QUESTION: dict[str, Any] = {"excluded": [], "kind": "advice", "name": None, "urgent": False}
PNG = b"\x89PNG\r\n\x1a\n"


class Deterministic:
    """Bytes that look random and are the same on every run."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self._drawn = 0

    def __call__(self, length: int) -> bytes:
        self._drawn += 1
        return shake_256(self._seed + b"/%d" % self._drawn).digest(length)


@dataclass
class Somebody:
    """A member of staff: what the directory says, and the seed that only they hold."""

    seed: bytes
    identity: Identity
    member: Member

    @property
    def id(self) -> bytes:
        return self.member.id


class Organisation:
    """An organisation key, a directory chain and everybody in it."""

    def __init__(self, entropy: Deterministic, staff: Sequence[tuple[str, str]]) -> None:
        self.entropy = entropy
        self.portal = entropy(16)
        self.organisation_seed, self.archive_seed = entropy(32), entropy(32)
        self.register_seed, self.recovery_seed = entropy(32), entropy(32)
        self.key = SigningKey.from_seed(self.organisation_seed)
        self.credentials: tuple[bytes, ...] = ()
        self.people: dict[str, Somebody] = {}
        for name, role in staff:
            self.enrol(name, role)
        self.directories = [self._first()]

    @property
    def current(self) -> Directory:
        return self.directories[-1]

    def known(self, until: int | None = None) -> Directories:
        """Give the directories as a reader has them, up to a version."""
        *older, newest = self.directories[:until]
        verified = directory.verify(newest.signed, self.portal, self.key.public)
        return Directories.of(verified, [d.signed for d in older])

    def enrol(self, name: str, role: str, person: bytes | None = None) -> Somebody:
        """Make somebody's keys; who is a facilitator is appointed. Publish afterwards."""
        seed = self.entropy(32)
        identity = Identity.from_seed(seed)
        public = identity.public
        person = person or self.entropy(16)
        member = Member(
            self.entropy(16), person, name, "functie", role, public.kem, public.sign, active=True
        )
        self.people[name] = Somebody(seed, identity, member)
        if role == "facilitator":
            self.appoint(member)
        return self.people[name]

    def appoint(self, member: Member) -> None:
        serial = len(self.credentials)
        made = directory_keys.appoint(self.key, self.portal, member, DAY, serial)
        self.credentials = (*self.credentials, made)

    def change(self, name: str, **changes: Any) -> None:
        somebody = self.people[name]
        somebody.member = replace(somebody.member, **changes)

    def publish(self, author: str) -> Directory:
        """Sign the next version with everybody as they are now."""
        members = tuple(somebody.member for somebody in self.people.values())
        content = directory_keys.next_content(
            self.current, self.people[author].id, DAY, members=members, credentials=self.credentials
        )
        return self.publish_content(author, content)

    def publish_content(self, author: str, content: Content) -> Directory:
        signing = self.people[author].identity.signing
        self.directories.append(directory_keys.sign(signing, self.portal, content))
        return self.current

    def _first(self) -> Directory:
        members = sorted((s.member for s in self.people.values()), key=lambda member: member.id)
        author = next(s for s in self.people.values() if s.member.role == "facilitator")
        content = Content(
            1,
            (),
            author.id,
            DAY,
            self.key.public,
            self.credentials,
            tuple(members),
            ArchiveKey(self.entropy(16), KemKey.from_seed(self.archive_seed).public, 2026),
            RegisterKey(self.entropy(16), KemKey.from_seed(self.register_seed).public),
        )
        return directory_keys.sign(author.identity.signing, self.portal, content)


@dataclass
class Stored:
    """What an honest server keeps of one case."""

    case: bytes
    rosters: list[bytes] = field(default_factory=list)
    keys: list[KeyFor] = field(default_factory=list)
    messages: list[bytes] = field(default_factory=list)
    notes: list[bytes] = field(default_factory=list)
    pages: dict[bytes, bytes] = field(default_factory=dict)

    @classmethod
    def begun(cls, genesis: Genesis) -> "Stored":
        stored = cls(genesis.case)
        stored.take(genesis.roster)
        stored.take(genesis.question)
        return stored

    def take(self, composed: Composed | ComposedRoster) -> None:
        match composed:
            case ComposedRoster():
                self.rosters.append(composed.envelope)
                self.keys += composed.keys
            case Composed():
                thread = self.notes if composed.thread == "notes" else self.messages
                thread.append(composed.envelope)
                self.pages |= {page.id: page.envelope for page in composed.pages}

    def fetched(self, who: bytes) -> FetchedCase:
        own = [SealedKey(k.epoch, k.purpose, k.sealed) for k in self.keys if k.recipient == who]
        return FetchedCase(
            list(self.rosters), own, list(self.messages), [] if who == ASKER else list(self.notes)
        )


class Walk:
    """One case walked by name: `asker`, the names of staff, and `archive`."""

    def __init__(
        self,
        organisation: Organisation,
        text: str = "Mag ik dit?",
        attachments: Iterable[NewAttachment] = (),
        **fields: Any,
    ) -> None:
        self.organisation = organisation
        self.entropy = organisation.entropy
        self.asker_seed = self.entropy(32)
        self.asker = Identity.from_seed(self.asker_seed)
        genesis = begin_case(
            self.asker,
            organisation.portal,
            organisation.known().current,
            text,
            {**QUESTION, **fields},
            attachments,
            self.entropy,
        )
        self.genesis = genesis
        self.stored = Stored.begun(genesis)

    @property
    def case(self) -> bytes:
        return self.genesis.case

    def id_of(self, who: str) -> bytes:
        special = {"asker": ASKER, "archive": b"\xff" * 16}
        return special.get(who) or self.organisation.people[who].id

    def keys_of(self, who: str) -> Identity | KemKey:
        if who == "archive":
            return KemKey.from_seed(self.organisation.archive_seed)
        return self.asker if who == "asker" else self.organisation.people[who].identity

    def open(
        self,
        who: str,
        fetched: FetchedCase | None = None,
        last_seen: LastSeen | None = None,
    ) -> CaseView:
        me = self.id_of(who)
        return CaseView.open(
            self.keys_of(who),
            me,
            self.organisation.portal,
            self.case,
            fetched or self.stored.fetched(me),
            self.organisation.known(),
            last_seen,
        )

    def say(self, who: str, kind: str, text: str = "", **fields: Any) -> Composed:
        composed = self.open(who).compose(kind, text, fields, entropy=self.entropy)
        self.stored.take(composed)
        return composed

    def route(
        self, who: str, adding: Iterable[str] = (), removing: Iterable[str] = ()
    ) -> ComposedRoster:
        composed = self.open(who).compose_roster(
            map(self.id_of, adding), map(self.id_of, removing), self.entropy
        )
        self.stored.take(composed)
        return composed

    @contextmanager
    def lying(self, who: str, **changes: Any) -> Iterator[FetchedCase]:
        yield replace(self.stored.fetched(self.id_of(who)), **changes)


def small_organisation(seed: str = "small") -> Organisation:
    staff = [
        ("Fatima", "facilitator"),
        ("Frank", "facilitator"),
        ("Hanne", "helper"),
        ("Cas", "coach"),
        ("Chris", "coach"),
        ("Oona", "coordinator"),
    ]
    return Organisation(Deterministic(seed), staff)


def photo(pages: int = 1, size: int = 100) -> NewAttachment:
    images = (PageImage("image/png", 10, 20 + i, PNG + bytes(size)) for i in range(pages))
    return NewAttachment("photo", tuple(images))
