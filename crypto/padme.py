"""Padded sizes (section 4): the length alone can identify a text or a file."""

from typing import Final

from crypto.encoding import Reader, u64
from crypto.errors import Malformed

PAGE_FLOOR: Final = 65_536  # bytes
TEXT_FLOOR: Final = 1_024  # bytes
LENGTH_BYTES: Final = 8


def padme(length: int) -> int:
    """Round up so that the size tells O(log log) bits (Nikitin et al., PETS 2019)."""
    exponent = length.bit_length() - 1
    mantissa_bits = exponent.bit_length()
    mask = (1 << (exponent - mantissa_bits)) - 1
    return (length + mask) & ~mask


def floor_of(kind: str) -> int:
    return PAGE_FLOOR if kind == "page" else TEXT_FLOOR


def padded_size(content_length: int, floor: int) -> int:
    return max(floor, padme(LENGTH_BYTES + content_length))


def is_padded_size(size: int, floor: int) -> bool:
    """Say whether some content has this padded size: all that can be checked without the key."""
    return size == max(floor, padme(size))


def pad(content: bytes, floor: int) -> bytes:
    """`u64 length ‖ content ‖ zeros`, of the size that the formula gives."""
    size = padded_size(len(content), floor)
    return b"".join((u64(len(content)), content, bytes(size - LENGTH_BYTES - len(content))))


def unpad(padded: bytes, floor: int) -> bytes:
    """Raise `Malformed` unless this is exactly what `pad` makes."""
    reader = Reader(padded)
    length = int.from_bytes(reader.take(LENGTH_BYTES), "big")
    content = reader.take(length)
    if len(padded) != padded_size(length, floor) or reader.rest().strip(b"\0"):
        raise Malformed("padding that the formula does not give")
    return content
