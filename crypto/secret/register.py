"""Sealing and opening the register, its key and its checkpoints (section 9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from crypto import register, shape, signed, structure
from crypto.directory import Directories
from crypto.encoding import ASKER, canonical, lp, sha256
from crypto.errors import DirectoryUnknown, ProtocolError, RegisterRefused, Unsealable
from crypto.register import NO_SIGNATURE, Entry, context_of, entry_of
from crypto.roles import FACILITATOR
from crypto.secret import envelope, hpke
from crypto.secret.identity import SigningKey
from crypto.secret.kdf import Entropy, derive, random_bytes
from crypto.structure import Header

ENTRY_BYTES: Final = 1_024


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry as the server keeps it; `writer` is `ASKER` or a member id, unverified."""

    writer: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The entries that hold up to a row of the server's, sorted by case."""

    row: int
    directory: int
    entries: tuple[Entry, ...]

    def body(self) -> bytes:
        entries = [entry.fields() for entry in self.entries]
        return canonical({"v": 1, "row": self.row, "directory": self.directory, "entries": entries})


def seal_key_to(
    facilitator_kem: bytes, portal: bytes, key_id: bytes, member: bytes, seed: bytes
) -> bytes:
    return hpke.seal(facilitator_kem, _key_info(portal, key_id, member), seed)


def open_key(
    opener: hpke.KemKey,
    portal: bytes,
    key_id: bytes,
    member: bytes,
    expected_public: bytes,
    untrusted_sealed: bytes,
) -> bytes:
    """Give the register seed behind the directory's register key; raise `Unsealable`."""
    seed = opener.open(_key_info(portal, key_id, member), untrusted_sealed)
    if hpke.KemKey.from_seed(seed).public != expected_public:
        raise Unsealable("a register key that is not the directory's")
    return seed


def seal_entry(
    register_kem: bytes,
    portal: bytes,
    key_id: bytes,
    entry: Entry,
    writer: bytes = ASKER,
    signing: SigningKey | None = None,
) -> SealedEntry:
    """Seal an entry: the asker's without, a member's with the signing key.

    Raises `RegisterRefused` for one that does not fit.
    """
    body, context = entry.body(), context_of(portal, entry.case)
    content = signing.sign("register", context, body) if signing else lp(body) + NO_SIGNATURE
    padded = envelope.pad(content, ENTRY_BYTES)
    if len(padded) != ENTRY_BYTES:
        raise RegisterRefused("an entry too long to look like the others")
    info = _entry_info(portal, key_id, entry.case, writer)
    return SealedEntry(writer, hpke.seal(register_kem, info, padded))


def open_entry(
    opener: hpke.KemKey,
    portal: bytes,
    key_id: bytes,
    case: bytes,
    untrusted: SealedEntry,
    directories: Directories,
) -> Entry:
    """Give one verified entry; raise `ProtocolError`, of which `DirectoryUnknown` means: fetch."""
    info = _entry_info(portal, key_id, case, untrusted.writer)
    padded = opener.open(info, untrusted.sealed)
    if len(padded) != ENTRY_BYTES:
        raise RegisterRefused("an entry of another size")
    content = envelope.unpad(padded, ENTRY_BYTES)
    return register.verify(content, portal, case, untrusted.writer, directories)


def entry_that_holds(
    opener: hpke.KemKey,
    portal: bytes,
    key_id: bytes,
    case: bytes,
    untrusted_entries: Iterable[SealedEntry],
    directories: Directories,
) -> tuple[bytes, Entry]:
    """Give the writer and entry with the highest number; what is forged does not count.

    Raises `RegisterRefused` when none holds, `DirectoryUnknown` when a version is to be fetched.
    """
    held: list[tuple[int, bytes, bytes, Entry]] = []
    for untrusted in untrusted_entries:
        try:
            entry = open_entry(opener, portal, key_id, case, untrusted, directories)
        except DirectoryUnknown:
            raise
        except ProtocolError:
            continue
        held.append((entry.number, sha256(untrusted.sealed), untrusted.writer, entry))
    if not held:
        raise RegisterRefused("no entry that holds")
    *_, writer, entry = max(held, key=lambda found: found[:2])
    return writer, entry


def seal_checkpoint(
    seed: bytes,
    place: tuple[bytes, bytes, int],
    author: bytes,
    signing: SigningKey,
    checkpoint: Checkpoint,
    entropy: Entropy = random_bytes,
) -> bytes:
    """Seal a facilitator's checkpoint; `place` is portal, register key id and number."""
    header = _checkpoint_header(place, author)
    content = signing.sign("checkpoint", header.encode(), checkpoint.body())
    return envelope.seal(derive(seed, "checkpoint"), header, content, entropy)


def open_checkpoint(
    seed: bytes, place: tuple[bytes, bytes, int], untrusted: bytes, directories: Directories
) -> Checkpoint:
    """Give a checkpoint that a facilitator signed; raise `ProtocolError`."""
    header = _checkpoint_header(place, structure.parse(untrusted).header.writer)
    content = envelope.open_at(derive(seed, "checkpoint"), header, untrusted)
    checkpoint = _checkpoint_of(signed.split(content)[0])
    author = directories.version(checkpoint.directory).member(header.writer)
    if author is None or not author.active or author.role != FACILITATOR:
        raise RegisterRefused("a checkpoint by nobody who may write one")
    signed.verify(author.sign, "checkpoint", header.encode(), content)
    return checkpoint


def _checkpoint_of(untrusted_body: bytes) -> Checkpoint:
    checked = shape.parse(untrusted_body, _checkpoint)
    del checked["v"]
    return Checkpoint(**checked)


def _checkpoint_header(place: tuple[bytes, bytes, int], author: bytes) -> Header:
    portal, key_id, number = place
    return Header(portal, None, number, key_id, author, "checkpoint")


def _key_info(portal: bytes, key_id: bytes, member: bytes) -> bytes:
    return b"adviespunt/v1/register-key" + lp(portal) + lp(key_id) + lp(member)


def _entry_info(portal: bytes, key_id: bytes, case: bytes, writer: bytes) -> bytes:
    return b"adviespunt/v1/register" + lp(portal) + lp(key_id) + lp(case) + lp(writer)


_checkpoint = shape.versioned(
    row=shape.integer(),
    directory=shape.integer(1),
    entries=shape.strictly_sorted(entry_of, by=lambda entry: entry.case),
)
