"""Sealing and opening the register and its key (section 9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from crypto import register
from crypto.directory import Directories
from crypto.encoding import ASKER, lp, sha256
from crypto.errors import DirectoryUnknown, ProtocolError, RegisterRefused, Unsealable
from crypto.padme import pad, unpad
from crypto.register import NO_SIGNATURE, Entry, context_of
from crypto.secret import hpke
from crypto.secret.identity import SigningKey

ENTRY_BYTES: Final = 1_024


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry as the server keeps it; `writer` is `ASKER` or a member id, unverified."""

    writer: bytes
    sealed: bytes


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
    padded = pad(content, ENTRY_BYTES)
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
    content = unpad(padded, ENTRY_BYTES)
    return register.verify(content, portal, case, untrusted.writer, directories)


def entry_that_holds(
    opener: hpke.KemKey,
    portal: bytes,
    key_id: bytes,
    case: bytes,
    untrusted_entries: Iterable[SealedEntry],
    directories: Directories,
) -> tuple[bytes, Entry]:
    """Give the writer and entry of the highest rank; what is forged does not count.

    Raises `RegisterRefused` when none holds, `DirectoryUnknown` when a version is to be fetched.
    """
    held: list[tuple[tuple[int, bool], bytes, bytes, Entry]] = []
    for untrusted in untrusted_entries:
        try:
            entry = open_entry(opener, portal, key_id, case, untrusted, directories)
        except DirectoryUnknown:
            raise
        except ProtocolError:
            continue
        held.append((entry.rank, sha256(untrusted.sealed), untrusted.writer, entry))
    if not held:
        raise RegisterRefused("no entry that holds")
    *_, writer, entry = max(held, key=lambda found: found[:2])
    return writer, entry


def _key_info(portal: bytes, key_id: bytes, member: bytes) -> bytes:
    return b"adviespunt/v1/register-key" + lp(portal) + lp(key_id) + lp(member)


def _entry_info(portal: bytes, key_id: bytes, case: bytes, writer: bytes) -> bytes:
    return b"adviespunt/v1/register" + lp(portal) + lp(key_id) + lp(case) + lp(writer)
