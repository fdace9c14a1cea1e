"""Padded sizes (section 4): the length alone can identify a text or a file."""

from typing import Final

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
