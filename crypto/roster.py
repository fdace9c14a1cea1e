"""Rosters: who takes part in a case, and the rules by which that may change (section 6).

Nothing here needs a key; opening the envelopes that rosters travel in does (`crypto.secret.case`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from crypto import shape, signed
from crypto.directory import (
    KEM_PUBLIC_BYTES,
    Directories,
    Directory,
    Named,
    PublicKeys,
)
from crypto.encoding import ARCHIVE, ASKER, HASH_BYTES, canonical, sha256
from crypto.errors import CaseRefused
from crypto.roles import (
    ARCHIVE_ROLE,
    ASKER_ROLE,
    CASEWORK,
    COACH,
    FACILITATOR,
    HANDLERS,
    HELPER,
)

NO_SIGNING_KEY: Final = bytes(HASH_BYTES)  # stands where the archive would have one


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who has the keys of a case; `kem` and `sign` are SHA-256 of the public keys."""

    id: bytes
    kem: bytes
    role: str
    sign: bytes


@dataclass(frozen=True, slots=True)
class Roster:
    """The participants of a case from one change to the next.

    `case` and `notes` are the commitments of the epoch's keys. `hash` is `H` of the signed body,
    empty as long as it has not been signed. `author` comes from the envelope's header.
    """

    number: int
    previous: bytes | None
    epoch: int
    case: bytes
    notes: bytes | None
    directory: Named
    participants: tuple[Participant, ...]
    asker: PublicKeys | None
    author: bytes
    hash: bytes = b""

    @property
    def named(self) -> Named:
        return Named(self.number, self.hash)

    def participant(self, ident: bytes) -> Participant | None:
        return next((p for p in self.participants if p.id == ident), None)

    def staff(self) -> tuple[Participant, ...]:
        return tuple(p for p in self.participants if p.role in HANDLERS)

    def body(self) -> bytes:
        named = {
            "v": 1,
            "number": self.number,
            "previous": self.previous,
            "epoch": self.epoch,
            "case": self.case,
            "notes": self.notes,
            "directory": {"hash": self.directory.hash, "version": self.directory.number},
            "participants": [
                {"id": p.id, "kem": p.kem, "role": p.role, "sign": p.sign}
                for p in self.participants
            ],
            "asker": self.asker and {"kem": self.asker.kem, "sign": self.asker.sign},
        }
        return canonical(shape.plain(named))

    @classmethod
    def parse(cls, untrusted_signed: bytes, author: bytes) -> Self:
        """Read without verifying; raise `Malformed`."""
        body, _ = signed.split(untrusted_signed)
        checked = shape.parse(body, _roster)
        del checked["v"]
        return cls(**checked, author=author, hash=signed.hash_of(untrusted_signed))


def archive_of(directory: Directory) -> Participant:
    kem = sha256(directory.content.archive.kem)
    return Participant(ARCHIVE, kem, ARCHIVE_ROLE, NO_SIGNING_KEY)


def asker_of(keys: PublicKeys) -> Participant:
    kem, sign = keys.hashes
    return Participant(ASKER, kem, ASKER_ROLE, sign)


# --- the rules -----------------------------------------------------------------------------------


def signer_of(roster: Roster, past: Sequence[Roster], directories: Directories) -> bytes:
    """Give the public key that a roster's signature must be by (rules 2 and 3).

    Raises `CaseRefused` when its author may not write it.
    """
    if not past:
        if roster.author != ASKER or roster.asker is None:
            raise CaseRefused("a first roster that is not the asker's")
        return roster.asker.sign
    author = past[-1].participant(roster.author)
    member = directories.at(roster.directory).member(roster.author)
    if author is None or author.role not in CASEWORK:
        raise CaseRefused("a roster by somebody who may not change it")
    if member is None or not member.active or member.role not in CASEWORK:
        raise CaseRefused("a roster by somebody who is no longer facilitator or helper")
    if sha256(member.sign) != author.sign:
        raise CaseRefused("a roster by a key that is not the participant's")
    return member.sign


def check(roster: Roster, past: Sequence[Roster], directories: Directories) -> None:
    """Hold a roster against those before it; raise `CaseRefused` at the first broken rule.

    Rule 5, who is kept out, needs the question: `check_kept_out`.
    """
    _check_number(roster, past)
    _check_fixed_participants(roster, past, directories)
    _check_members(roster, past, directories)
    if past:
        _check_change(roster, past)
    elif roster.epoch or roster.notes is not None or any(p.role == COACH for p in roster.staff()):
        raise CaseRefused("a first roster that already holds what staff decide")


def check_kept_out(
    rosters: Sequence[Roster], kept_out: frozenset[bytes], directories: Directories
) -> None:
    """Rule 5: nobody whom the asker keeps out is in any roster, whatever their keys are now."""
    for roster in rosters:
        directory = directories.at(roster.directory)
        ids = {m.id for m in directory.content.members if m.person in kept_out}
        if any(p.id in ids for p in roster.participants):
            raise CaseRefused("somebody whom the asker keeps out was given the keys")


def _check_number(roster: Roster, past: Sequence[Roster]) -> None:
    if roster.number != len(past):
        raise CaseRefused("a roster out of turn")
    if roster.previous != (past[-1].hash if past else None):
        raise CaseRefused("a roster that does not follow the one before")
    if past and roster.directory.number < past[-1].directory.number:
        raise CaseRefused("a roster that goes back to an older directory")


def _check_fixed_participants(
    roster: Roster, past: Sequence[Roster], directories: Directories
) -> None:
    if past:
        asker, archive = past[0].participant(ASKER), past[0].participant(ARCHIVE)
        if roster.asker is not None:
            raise CaseRefused("the asker's keys a second time")
    else:
        asker = asker_of(roster.asker) if roster.asker else None
        archive = archive_of(directories.at(roster.directory))
    if (roster.participant(ASKER), roster.participant(ARCHIVE)) != (asker, archive):
        raise CaseRefused("other keys for the asker or the archive")


def _check_members(roster: Roster, past: Sequence[Roster], directories: Directories) -> None:
    directory = directories.at(roster.directory)
    for participant in roster.participants:
        if participant.id not in (ASKER, ARCHIVE):
            _check_member(participant, past[-1] if past else None, directory)
    if not any(p.role in CASEWORK for p in roster.participants):
        raise CaseRefused("nobody left who can route the case")


def _check_member(participant: Participant, before: Roster | None, directory: Directory) -> None:
    member = directory.member(participant.id)
    if member is None:
        raise CaseRefused("a participant who is not in the directory")
    known = before and before.participant(participant.id)
    if known == participant:
        return
    if known and (known.kem, known.sign) != (participant.kem, participant.sign):
        raise CaseRefused("other keys for a participant")
    if not member.active or participant.role != member.role:
        raise CaseRefused("a participant whom the directory does not have in that role")
    if (participant.kem, participant.sign) != member.keys.hashes:
        raise CaseRefused("keys that are not the member's")


def _check_change(roster: Roster, past: Sequence[Roster]) -> None:
    before = past[-1]
    if roster.notes is None:
        raise CaseRefused("a later roster without notes key")
    if roster.participant(roster.author) is None:
        raise CaseRefused("a roster whose author leaves by it")
    gone = {p.id for p in before.participants} - {p.id for p in roster.participants}
    if roster.epoch == before.epoch and not gone:
        if roster.case != before.case or before.notes not in (None, roster.notes):
            raise CaseRefused("other keys in the same epoch")
    elif roster.epoch == before.epoch + 1:
        if {roster.case, roster.notes} & commitments_of(past):
            raise CaseRefused("keys of an earlier epoch again")
    else:
        raise CaseRefused("somebody removed without a new epoch, or an epoch skipped")


def commitments_of(rosters: Iterable[Roster]) -> set[bytes | None]:
    return {c for roster in rosters for c in (roster.case, roster.notes)} - {None}


def changed(
    before: Roster,
    directory: Directory,
    author: bytes,
    adding: Iterable[bytes],
    removing: frozenset[bytes],
) -> Roster:
    """Give the next roster in the same keys: the caller sets new ones where the rules ask it."""
    kept = (_renewed(p, directory) for p in before.participants if p.id not in removing)
    added = (_participant_of(directory, ident) for ident in adding)
    by_id = {p.id: p for p in (*kept, *added)}
    return replace(
        before,
        number=before.number + 1,
        previous=before.hash,
        directory=directory.named,
        participants=tuple(by_id[ident] for ident in sorted(by_id)),
        asker=None,
        author=author,
        hash=b"",
    )


def participants_at_first(
    asker: PublicKeys, directory: Directory, kept_out: frozenset[bytes]
) -> tuple[Participant, ...]:
    """Everybody who gets the first keys: asker, archive, all facilitators and helpers but some."""
    casework = [m for m in directory.active(FACILITATOR, HELPER) if m.person not in kept_out]
    staff = [_participant_of(directory, member.id) for member in casework]
    everybody = [asker_of(asker), archive_of(directory), *staff]
    return tuple(sorted(everybody, key=lambda p: p.id))


def _renewed(participant: Participant, directory: Directory) -> Participant:
    """Follow a member's role in the directory; who left, or works elsewhere now, stays as is."""
    member = directory.member(participant.id)
    if member is None or not member.active or member.role not in HANDLERS:
        return participant
    return replace(participant, role=member.role)


def _participant_of(directory: Directory, ident: bytes) -> Participant:
    member = directory.member(ident)
    if member is None or not member.active or member.role not in HANDLERS:
        raise CaseRefused("somebody who cannot take part: not an active member for cases")
    kem, sign = member.keys.hashes
    return Participant(member.id, kem, member.role, sign)


# --- shapes --------------------------------------------------------------------------------------


_participant = shape.record(
    id=shape.ident,
    kem=shape.digest,
    role=shape.one_of(ASKER_ROLE, *sorted(HANDLERS), ARCHIVE_ROLE),
    sign=shape.digest,
)
_asker = shape.record(kem=shape.data(KEM_PUBLIC_BYTES), sign=shape.data(signed.PUBLIC_KEY_BYTES))
_named_directory = shape.record(hash=shape.digest, version=shape.integer(1))


def _directory(value: Any) -> Named:  # noqa: ANN401 - untrusted JSON
    checked = _named_directory(value)
    return Named(checked["version"], checked["hash"])


_roster = shape.versioned(
    number=shape.integer(),
    previous=shape.maybe(shape.digest),
    epoch=shape.integer(0, 2**32 - 1),
    case=shape.digest,
    notes=shape.maybe(shape.digest),
    directory=_directory,
    participants=shape.strictly_sorted(
        lambda value: Participant(**_participant(value)), by=lambda p: p.id
    ),
    asker=shape.maybe(lambda value: PublicKeys(**_asker(value))),
)
