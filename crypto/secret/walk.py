"""Opening what a participant fetches of a case: rosters first, then messages under their keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crypto import roster as rosters
from crypto import signed, structure, thread
from crypto.directory import Directories, Named
from crypto.encoding import ASKER, lp, sha256
from crypto.errors import (
    CaseRefused,
    DirectoryUnknown,
    MessageRefused,
    ProtocolError,
    Unsealable,
)
from crypto.roster import Participant, Roster
from crypto.secret import envelope, keys
from crypto.secret.hpke import KemKey
from crypto.structure import Header
from crypto.thread import CASE_THREAD, KINDS, Arranged, Message


@dataclass(frozen=True, slots=True)
class SealedKey:
    """A case or notes key as the server gives it to one participant."""

    epoch: int
    purpose: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class FetchedCase:
    """All that the server gives a participant about a case, untrusted, in the server's order."""

    rosters: Sequence[bytes]
    keys: Sequence[SealedKey]
    messages: Sequence[bytes]
    notes: Sequence[bytes] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something of a case that does not hold; `id` is None when it cannot even be read."""

    thread: str
    id: bytes | None
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """Which case, whose eyes, and the directories to judge it by."""

    portal: bytes
    case: bytes
    me: bytes
    directories: Directories


@dataclass(frozen=True, slots=True)
class Walked:
    """Verified rosters and the keys they vouch for, by epoch."""

    rosters: tuple[Roster, ...]
    case_keys: Mapping[int, bytes] = field(repr=False)
    notes_keys: Mapping[int, bytes] = field(repr=False)
    refused: tuple[Refusal, ...] = ()

    def keys_of(self, thread_name: str) -> Mapping[int, bytes]:
        return self.case_keys if thread_name == CASE_THREAD else self.notes_keys


def walk(place: Place, opener: KemKey, fetched: FetchedCase) -> Walked:
    """Walk the rosters from 0 and open the keys they name.

    Raises `CaseRefused` at the first that breaks a rule, `DirectoryUnknown` when a directory
    version that a roster names is not at hand.
    """
    untrusted_keys = {(key.epoch, key.purpose): key.sealed for key in fetched.keys}
    case_keys: dict[int, bytes] = {}
    past: list[Roster] = []
    try:
        for untrusted in fetched.rosters:
            header = structure.parse(untrusted).header
            if header.epoch not in case_keys:
                case_keys[header.epoch] = _open_key(place, opener, header.epoch, untrusted_keys)
            past.append(_open_roster(place, header, case_keys[header.epoch], past, untrusted))
    except (CaseRefused, DirectoryUnknown):
        raise
    except ProtocolError as error:
        raise CaseRefused("a roster or its key that does not hold") from error
    _require_own_place(place, opener, past)
    notes_keys, refused = _open_notes_keys(place, opener, past, untrusted_keys)
    return Walked(tuple(past), case_keys, notes_keys, refused)


def _open_key(
    place: Place, opener: KemKey, epoch: int, untrusted_keys: Mapping[tuple[int, str], bytes]
) -> bytes:
    """Open a case key that nothing vouches for yet: its roster will, or the case is refused."""
    if (epoch, keys.CASE) not in untrusted_keys:
        raise CaseRefused("no key for a roster's epoch")
    key_place = keys.KeyPlace(place.portal, place.case, epoch, place.me, keys.CASE)
    return keys.open_unverified(opener, key_place, untrusted_keys[epoch, keys.CASE])


def _open_roster(
    place: Place, header: Header, key: bytes, past: Sequence[Roster], untrusted: bytes
) -> Roster:
    expected = Header(place.portal, place.case, header.epoch, header.id, header.writer, "roster")
    content = envelope.open_at(key, expected, untrusted)
    roster = Roster.parse(content, header.writer)
    signer = rosters.signer_of(roster, past, place.directories)
    signed.verify(signer, "roster", header.encode(), content)
    if roster.epoch != header.epoch or not keys.holds(key, keys.CASE, roster.case):
        raise CaseRefused("a roster under a key that it does not name")
    rosters.check(roster, past, place.directories)
    return roster


def _require_own_place(place: Place, opener: KemKey, past: Sequence[Roster]) -> None:
    own = past[-1].participant(place.me) if past else None
    if own is None or own.kem != sha256(opener.public):
        raise CaseRefused("a case of others")


def _open_notes_keys(
    place: Place,
    opener: KemKey,
    past: Sequence[Roster],
    untrusted_keys: Mapping[tuple[int, str], bytes],
) -> tuple[dict[int, bytes], tuple[Refusal, ...]]:
    opened: dict[int, bytes] = {}
    refused: list[Refusal] = []
    committed = {roster.epoch: roster.notes for roster in past if roster.notes is not None}
    for epoch, commitment in committed.items() if place.me != ASKER else ():
        key_place = keys.KeyPlace(place.portal, place.case, epoch, place.me, keys.NOTES)
        sealed = untrusted_keys.get((epoch, keys.NOTES), b"")
        try:
            opened[epoch] = keys.open_from(opener, key_place, commitment, sealed)
        except Unsealable:
            reason = f"the notes key of epoch {epoch} is withheld or false"
            refused.append(Refusal(thread.NOTES_THREAD, None, reason))
    return opened, tuple(refused)


# --- threads ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OpenedThread:
    """A thread in order, what of it was refused, what is missing, and the ids that were given."""

    messages: tuple[Message, ...]
    refused: tuple[Refusal, ...]
    missing: tuple[bytes, ...]
    given: frozenset[bytes]


def open_thread(
    place: Place, walked: Walked, name: str, untrusted_envelopes: Iterable[bytes]
) -> OpenedThread:
    """Open and verify every message; one that does not hold is reported, the others stay."""
    opened: list[Message] = []
    refused: list[Refusal] = []
    given: set[bytes] = set()
    envelopes = tuple(dict.fromkeys(untrusted_envelopes))  # the same bytes twice are one
    for untrusted in envelopes:
        ident = None
        try:
            header = structure.parse(untrusted).header
            ident = header.id
            if ident in given:
                raise MessageRefused("a second envelope with the same id")
            opened.append(_open_message(place, walked, name, header, untrusted))
        except ProtocolError as error:
            refused.append(Refusal(name, ident, str(error)))
        given |= {ident} if ident else set()
    arranged = thread.arrange(opened, map(sha256, envelopes))
    refused += [Refusal(name, message.id, str(error)) for message, error in arranged.refused]
    return OpenedThread(arranged.messages, tuple(refused), _missing_ids(arranged), frozenset(given))


def _missing_ids(arranged: Arranged) -> tuple[bytes, ...]:
    return tuple(link.id for link in arranged.missing)


def _open_message(
    place: Place, walked: Walked, name: str, header: Header, untrusted: bytes
) -> Message:
    if header.kind not in KINDS or KINDS[header.kind].thread != name:
        raise MessageRefused("a message of another thread")
    key = walked.keys_of(name).get(header.epoch)
    if key is None:
        raise MessageRefused("a message under a key that is not at hand")
    expected = Header(place.portal, place.case, header.epoch, header.id, header.writer, header.kind)
    content = envelope.open_at(key, expected, untrusted)
    body = thread.parse_body(signed.split(content)[0], header.kind)
    roster = _roster_named(walked.rosters, body.roster)
    writer = _writer_of(header, roster)
    public = _signing_key_of(writer, roster, walked.rosters, place.directories)
    signed.verify(public, "message", message_context(header, key, name), content)
    return Message(
        header.id,
        header.kind,
        header.writer,
        writer.role,
        header.epoch,
        sha256(untrusted),
        body.counter,
        body.roster,
        body.seen,
        body.attachments,
        body.text,
        body.fields,
    )


def message_context(header: Header, key: bytes, thread_name: str) -> bytes:
    """Bind a message to its place and its key, so that no other key can show it elsewhere."""
    return lp(header.encode()) + lp(keys.commit(key, thread_name))


def _roster_named(walked: Sequence[Roster], named: Named) -> Roster:
    if named.number >= len(walked):
        raise MessageRefused("it names a roster that was withheld")
    if walked[named.number].hash != named.hash:
        raise MessageRefused("it names a roster of another chain")
    return walked[named.number]


def _writer_of(header: Header, roster: Roster) -> Participant:
    writer = roster.participant(header.writer)
    if writer is None or writer.role not in KINDS[header.kind].writers:
        raise MessageRefused("by somebody who may not write this")
    if roster.epoch != header.epoch:
        raise MessageRefused("under a key of another epoch than its roster's")
    if header.kind == "question" and roster.number:
        raise MessageRefused("a question that is not of the first roster")
    return writer


def _signing_key_of(
    writer: Participant, roster: Roster, walked: Sequence[Roster], directories: Directories
) -> bytes:
    asker = walked[0].asker
    if writer.id == ASKER and asker is not None:
        return asker.sign
    member = directories.at(roster.directory).member(writer.id)
    if member is None or sha256(member.sign) != writer.sign:
        raise MessageRefused("by a member whose keys are not the participant's")
    return member.sign
