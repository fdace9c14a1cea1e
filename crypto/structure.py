"""The outside of an envelope (section 4): what the server, without any key, can read and check."""

import re
from dataclasses import dataclass
from typing import Final, Self

from crypto.encoding import ID_BYTES, VERSION, Reader, lp, u32
from crypto.errors import Malformed
from crypto.padme import floor_of, is_padded_size

SALT_BYTES: Final = 32
COMMITMENT_BYTES: Final = 32
CHUNK_BYTES: Final = 65_536
TAG_BYTES: Final = 16
SEALED_KEY_BYTES: Final = 1_168  # enc 1,120, key 32, tag 16

_KIND = re.compile(rb"[a-z-]{1,32}")


@dataclass(frozen=True, slots=True)
class Header:
    """The place of an envelope. `portal`, `id`, `writer` have 16 bytes, `case` 16 or is None."""

    portal: bytes
    case: bytes | None
    epoch: int
    id: bytes
    writer: bytes
    kind: str

    def encode(self) -> bytes:
        return (
            lp(self.portal)
            + lp(self.case or b"")
            + lp(u32(self.epoch))
            + lp(self.id)
            + lp(self.writer)
            + lp(self.kind.encode())
        )

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """Raise `Malformed` unless these bytes are a header and nothing else."""
        reader = Reader(untrusted)
        portal, case, epoch, ident, writer, kind = (reader.prefixed() for _ in range(6))
        reader.finish()
        if {len(portal), len(case or portal), len(ident), len(writer)} != {ID_BYTES}:
            raise Malformed("an identifier that has not 16 bytes")
        if len(epoch) != len(u32(0)):
            raise Malformed("an epoch that has not 4 bytes")
        if not _KIND.fullmatch(kind):
            raise Malformed("a kind that is not 1 to 32 of a-z and -")
        return cls(portal, case or None, int.from_bytes(epoch, "big"), ident, writer, kind.decode())


@dataclass(frozen=True, slots=True)
class Structure:
    """An envelope taken apart. Nothing in it has been authenticated yet."""

    salt: bytes
    header: Header
    commitment: bytes
    chunks: bytes
    padded_size: int


def parse(untrusted_envelope: bytes) -> Structure:
    """Take an envelope apart and check all that needs no key, its padded size included.

    Raises `Malformed`. The caller compares `header` with the place the envelope was sent to.
    """
    reader = Reader(untrusted_envelope)
    if reader.take(1) != VERSION:
        raise Malformed("an unknown version")
    salt = reader.take(SALT_BYTES)
    header = Header.parse(reader.prefixed())
    commitment = reader.take(COMMITMENT_BYTES)
    chunks = reader.rest()
    size = _padded_size(len(chunks))
    if not is_padded_size(size, floor_of(header.kind)):
        raise Malformed("a size that no padding gives")
    return Structure(salt, header, commitment, chunks, size)


def _padded_size(sealed_size: int) -> int:
    full, rest = divmod(sealed_size, CHUNK_BYTES + TAG_BYTES)
    if sealed_size == 0 or 0 < rest <= TAG_BYTES:
        raise Malformed("an empty chunk")
    return full * CHUNK_BYTES + max(0, rest - TAG_BYTES)
