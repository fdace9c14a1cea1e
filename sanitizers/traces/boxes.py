"""Boxes of ISO base media files (HEIF, AVIF, JPEG 2000, JPEG XL). ISO/IEC 14496-12, section 4."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_MOST_BOXES = 4000
_MOST_DEPTH = 8
UUID = b"uuid"


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[tuple[bytes, int, int]]:
    """(kind, start of the body, end of the body) of the boxes side by side in a span."""
    at, end = start, len(data) if end is None else min(end, len(data))
    for _ in range(_MOST_BOXES):
        if at + 8 > end:
            return
        size, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1 and at + 16 <= end:
            size, head = struct.unpack_from(">Q", data, at + 8)[0], 16
        size = size or end - at
        if size < head or at + size > end:
            return
        yield kind, at + head, at + size
        at += size


def end_of(data: bytes) -> int:
    """Where the last whole box ends."""
    return max((end for _, _, end in boxes(data)), default=len(data))
