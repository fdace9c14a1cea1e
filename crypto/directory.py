"""The staff directory: who works here, under which keys, and who vouches for it (section 8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final, Self

from crypto import shape, signed
from crypto.encoding import HASH_BYTES, canonical, sha256
from crypto.errors import DirectoryRefused, DirectoryUnknown, Forged
from crypto.roles import COACH, COORDINATOR, FACILITATOR, HELPER

KEM_PUBLIC_BYTES: Final = 1_216  # ML-KEM-768 1,184 and X25519 32
FRESH_FOR: Final = timedelta(days=45)
CLOCKS_DIFFER_BY: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """Somebody's public halves: `kem` 1,216 bytes (X-Wing), `sign` 32 bytes (Ed25519)."""

    kem: bytes
    sign: bytes

    @property
    def hashes(self) -> tuple[bytes, bytes]:
        return sha256(self.kem), sha256(self.sign)


@dataclass(frozen=True, slots=True)
class Named:
    """A roster or directory as others name it: its number (or version) and its hash."""

    number: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Member:
    id: bytes
    person: bytes
    name: str
    function: str
    role: str
    kem: bytes
    sign: bytes
    active: bool

    @property
    def keys(self) -> PublicKeys:
        return PublicKeys(self.kem, self.sign)


@dataclass(frozen=True, slots=True)
class ArchiveKey:
    id: bytes
    kem: bytes
    year: int


@dataclass(frozen=True, slots=True)
class RegisterKey:
    id: bytes
    kem: bytes


@dataclass(frozen=True, slots=True)
class Content:
    """What a directory says; `credentials` are signed bodies, `members` sorted by id."""

    version: int
    history: tuple[bytes, ...]
    author: bytes
    day: date
    organisation: bytes
    credentials: tuple[bytes, ...]
    members: tuple[Member, ...]
    archive: ArchiveKey
    register: RegisterKey

    def body(self) -> bytes:
        named = {name: getattr(self, name) for name in self.__dataclass_fields__}
        named["members"] = [_fields(member) for member in self.members]
        named["archive"], named["register"] = _fields(self.archive), _fields(self.register)
        return canonical({"v": 1, **shape.plain(named)})


@dataclass(frozen=True, slots=True)
class Directory:
    """One version of the directory: its content, its hash and the signed bytes it came in."""

    content: Content
    hash: bytes
    signed: bytes

    @property
    def version(self) -> int:
        return self.content.version

    @property
    def named(self) -> Named:
        return Named(self.version, self.hash)

    def member(self, ident: bytes) -> Member | None:
        return next((member for member in self.content.members if member.id == ident), None)

    def active(self, *roles: str) -> tuple[Member, ...]:
        return tuple(m for m in self.content.members if m.active and m.role in roles)

    @classmethod
    def parse(cls, untrusted_signed: bytes) -> Self:
        """Read without verifying: for versions known by their hash. Raises `Malformed`."""
        body, _ = signed.split(untrusted_signed)
        return cls(shape.parse(body, _content), signed.hash_of(untrusted_signed), untrusted_signed)


@dataclass(frozen=True, slots=True)
class Directories:
    """The newest directory and the older versions that rosters name."""

    current: Directory
    older: dict[int, Directory]

    @classmethod
    def of(cls, current: Directory, untrusted_older: Iterable[bytes] = ()) -> Self:
        """Take older versions by their hash in the history of a verified `current`.

        Raises `DirectoryRefused` for one that is not in it.
        """
        older = {}
        for untrusted in untrusted_older:
            directory = Directory.parse(untrusted)
            _require_in_history(current, directory.named)
            older[directory.version] = directory
        return cls(current, older)

    def at(self, named: Named) -> Directory:
        """Give that version.

        Raises `DirectoryUnknown` when it was not fetched, `DirectoryRefused` when the name's hash
        is not of this history.
        """
        directory = self.version(named.number)
        if directory.hash != named.hash:
            raise DirectoryRefused("a version of another history")
        return directory

    def version(self, number: int) -> Directory:
        """Give that version; raise `DirectoryUnknown` when it was not fetched."""
        if number == self.current.version:
            return self.current
        if number not in self.older:
            raise DirectoryUnknown(number)
        return self.older[number]


def verify(
    untrusted_signed: bytes, portal: bytes, organisation: bytes, last_seen: Named | None = None
) -> Directory:
    """Accept a directory by the five rules, or raise `DirectoryRefused`, `Forged` or `Malformed`.

    `organisation` is the key that the reader knows by its fingerprint or keeps in its state;
    `last_seen` the version it saw last.
    """
    directory = Directory.parse(untrusted_signed)
    content = directory.content
    if content.organisation != organisation:
        raise DirectoryRefused("of another organisation key")
    if len(content.history) != content.version - 1:
        raise DirectoryRefused("a history of the wrong length")
    appointed = verify_credentials(content.credentials, portal, organisation).appointed
    author = directory.member(content.author)
    if author is None or author not in directory.active(FACILITATOR):
        raise DirectoryRefused("its author is no active facilitator in it")
    if not {(m.id, *m.keys.hashes) for m in directory.active(FACILITATOR)} <= appointed:
        raise DirectoryRefused("a facilitator whom the organisation key did not appoint")
    signed.verify(author.sign, "directory", portal, untrusted_signed)
    _require_descent(directory, last_seen)
    return directory


def require_continued(before: Directory, now: Directory) -> None:
    """Refuse a version that takes back what an earlier one of its history says (rule 6).

    A facilitator who was dismissed could leave the dismissal out of the next version, and sign it:
    nothing in that version alone would be wrong. Raises `DirectoryRefused`.
    """
    _require_in_history(now, before.named)
    credentials = before.content.credentials
    if now.content.credentials[: len(credentials)] != credentials:
        raise DirectoryRefused("an appointment or dismissal was taken back")
    for member in before.content.members:
        still = now.member(member.id)
        if still is None:
            raise DirectoryRefused("somebody who left stays, as inactive")
        if (still.keys, still.person) != (member.keys, member.person):
            raise DirectoryRefused("whoever gets new keys gets a new id")


def _require_descent(directory: Directory, last_seen: Named | None) -> None:
    if last_seen is None:
        return
    if directory.version < last_seen.number:
        raise DirectoryRefused("older than the one seen before")
    _require_in_history(directory, last_seen)


def _require_in_history(directory: Directory, named: Named) -> None:
    if not 1 <= named.number <= directory.version:
        raise DirectoryRefused("a version that this history does not have")
    if (*directory.content.history, directory.hash)[named.number - 1] != named.hash:
        raise DirectoryRefused("a version of another history")


# --- credentials: what the organisation key signs ------------------------------------------------


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a chain of credentials comes to.

    `appointed` holds (member id, SHA-256 of KEM key, SHA-256 of signing key); `in_force` is the
    organisation key that signs the next one, `serial` that one's number.
    """

    appointed: frozenset[tuple[bytes, bytes, bytes]]
    in_force: bytes
    serial: int


def verify_credentials(chain: Sequence[bytes], portal: bytes, organisation: bytes) -> Credentials:
    """Walk the chain from the first organisation key on; raise `DirectoryRefused`."""
    appointed: set[tuple[bytes, bytes, bytes]] = set()
    in_force = organisation
    for serial, untrusted in enumerate(chain):
        credential = _credential_by(in_force, portal, untrusted)
        if credential["serial"] != serial:
            raise DirectoryRefused("credentials out of order")
        match credential:
            case {"what": "appoint", "member": member, "kem": kem, "sign": sign}:
                appointed.add((member, kem, sign))
            case {"what": "revoke", "member": member, "kem": kem, "sign": sign}:
                appointed.discard((member, kem, sign))
            case _:
                in_force = credential["key"]
    return Credentials(frozenset(appointed), in_force, len(chain))


def _credential_by(key: bytes, portal: bytes, untrusted: bytes) -> dict[str, Any]:
    try:
        body = signed.verify(key, "credential", portal, untrusted)
    except Forged as error:
        raise DirectoryRefused("a credential not by the organisation key in force") from error
    checked: dict[str, Any] = shape.parse(body, _credential)
    return checked


# --- freshness: somebody signed lately that this is the newest version -------------------------


class Freshness(StrEnum):
    FRESH = "fresh"
    OLD = "old"
    OTHER_VERSION = "other-version"


def freshness_of(
    directory: Directory, portal: bytes, untrusted_signed: bytes, today: date
) -> Freshness:
    """Say how fresh a verified directory is; all but `FRESH` is worth a warning.

    Raises `DirectoryRefused`, `Forged` or `Malformed` for a statement that is not valid.
    """
    untrusted_body, _ = signed.split(untrusted_signed)
    statement = shape.parse(untrusted_body, _freshness)
    if Named(statement["version"], statement["hash"]) != directory.named:
        return Freshness.OTHER_VERSION  # its author is known by that version only
    vouchers = {m.id: m.sign for m in directory.active(FACILITATOR, COORDINATOR)}
    if statement["author"] not in vouchers:
        raise DirectoryRefused("freshness vouched for by nobody who may")
    signed.verify(vouchers[statement["author"]], "freshness", portal, untrusted_signed)
    if not -CLOCKS_DIFFER_BY <= today - statement["day"] <= FRESH_FOR:
        return Freshness.OLD
    return Freshness.FRESH


# --- shapes ------------------------------------------------------------------------------------


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the records above
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


_member = shape.record(
    id=shape.ident,
    person=shape.ident,
    name=shape.text(1, 200),
    function=shape.text(0, 200),
    role=shape.one_of(FACILITATOR, HELPER, COACH, COORDINATOR),
    kem=shape.data(KEM_PUBLIC_BYTES),
    sign=shape.data(signed.PUBLIC_KEY_BYTES),
    active=shape.flag,
)
_archive = shape.record(id=shape.ident, kem=shape.data(KEM_PUBLIC_BYTES), year=shape.integer())
_register = shape.record(id=shape.ident, kem=shape.data(KEM_PUBLIC_BYTES))
_directory = shape.versioned(
    version=shape.integer(1),
    history=shape.listed(shape.digest),
    author=shape.ident,
    day=shape.day,
    organisation=shape.data(signed.PUBLIC_KEY_BYTES),
    credentials=shape.listed(shape.any_data),
    members=shape.strictly_sorted(
        lambda value: Member(**_member(value)), by=lambda member: member.id
    ),
    archive=lambda value: ArchiveKey(**_archive(value)),
    register=lambda value: RegisterKey(**_register(value)),
)
_appointment = shape.versioned(
    what=shape.one_of("appoint", "revoke"),
    member=shape.ident,
    kem=shape.data(HASH_BYTES),
    sign=shape.data(HASH_BYTES),
    day=shape.day,
    serial=shape.integer(),
)
_succession = shape.versioned(
    what=shape.exactly("successor"),
    key=shape.data(signed.PUBLIC_KEY_BYTES),
    day=shape.day,
    serial=shape.integer(),
)
_freshness = shape.versioned(
    version=shape.integer(1),
    hash=shape.digest,
    day=shape.day,
    author=shape.ident,
)


def _content(value: Any) -> Content:  # noqa: ANN401 - untrusted JSON
    checked = _directory(value)
    del checked["v"]
    return Content(**checked)


def _credential(value: Any) -> dict[str, Any]:  # noqa: ANN401 - untrusted JSON
    is_succession = isinstance(value, dict) and value.get("what") == "successor"
    checked: dict[str, Any] = (_succession if is_succession else _appointment)(value)
    return checked
