"""What the parent checks of every page before it believes that it is one.

A page is walked by its structure alone, nothing is decoded. A segment or chunk that the picture
doesn't need makes the page untrusted: the child would never have written it.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator

from sanitizers.errors import UntrustedAnswer

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_JFIF = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
# SOF0, SOF2, DHT, DQT, DRI
_JPEG_SEGMENTS = frozenset({0xC0, 0xC2, 0xC4, 0xDB, 0xDD})
_SOF = frozenset({0xC0, 0xC2})
_SOS, _EOI, _APP0 = 0xDA, 0xD9, 0xE0
# Of an IHDR: two sides, depth, colour, compression, filter, interlacing.
_IHDR_BYTES = 13
# RIFF, its length, WEBP, one chunk's head and the ten bytes that give a VP8 picture its sides.
_WEBP_LEAST_BYTES = 30
_LOSSLESS = 0x2F
_MARK = 0xFF
# A segment's length counts its own two bytes; a frame begins with depth, height and width.
_LENGTH_BYTES, _FRAME_BYTES = 2, 5


def _bad(what: str) -> UntrustedAnswer:
    return UntrustedAnswer(f"page: {what}")


def _png_chunks(page: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG_SIGNATURE)
    while at < len(page):
        if at + 12 > len(page):
            raise _bad("chunk cut short")
        length, kind = struct.unpack_from(">I4s", page, at)
        if at + 12 + length > len(page):
            raise _bad("chunk too long")
        yield kind, page[at + 8 : at + 8 + length]
        at += 12 + length


def _png(page: bytes) -> tuple[int, int]:
    if not page.startswith(_PNG_SIGNATURE):
        raise _bad("not PNG")
    chunks = list(_png_chunks(page))
    kinds = [kind for kind, _ in chunks]
    if not _PNG_CHUNKS.issuperset(kinds) or kinds.count(b"IEND") != 1:
        raise _bad("needless chunk")
    if kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or len(chunks[0][1]) != _IHDR_BYTES:
        raise _bad("chunks out of order")
    width, height = struct.unpack_from(">II", chunks[0][1])
    return width, height


def _webp(page: bytes) -> tuple[int, int]:
    """Only the simple formats: one chunk, VP8 or VP8L (RFC 9649, sections 2.5 and 2.6)."""
    if len(page) < _WEBP_LEAST_BYTES or page[:4] != b"RIFF" or page[8:12] != b"WEBP":
        raise _bad("not WebP")
    riff, kind, length = struct.unpack_from("<I4x4sI", page, 4)
    if riff + 8 != len(page) or 20 + length + length % 2 != len(page):
        raise _bad("needless chunk")
    if kind == b"VP8 " and page[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", page, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and page[20] == _LOSSLESS:
        bits = struct.unpack_from("<I", page, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    raise _bad("not a still WebP")


# A byte 0xFF inside a scan is followed by 0 (stuffing) or belongs to a restart, RST0 to RST7.
_SCAN_ENDS = re.compile(rb"\xff[^\x00\xd0-\xd7]", re.DOTALL)


def _scan_end(page: bytes, at: int) -> int:
    """Where entropy-coded data ends: the next marker that is neither stuffing nor a restart."""
    end = _SCAN_ENDS.search(page, at)
    if end is None:
        raise _bad("scan without an end")
    return end.start()


def _jpeg_segments(page: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and body of every segment; raises unless the last one ends the page."""
    at = 2
    while at + 2 <= len(page):
        mark, marker = page[at], page[at + 1]
        if mark != _MARK:
            raise _bad("bytes between segments")
        if marker == _EOI:
            if at + 2 != len(page):
                raise _bad("bytes after the end")
            return
        length = int.from_bytes(page[at + 2 : at + 4], "big")
        if length < _LENGTH_BYTES or at + 2 + length > len(page):
            raise _bad("segment too long")
        yield marker, page[at + 4 : at + 2 + length]
        at += 2 + length
        if marker == _SOS:
            at = _scan_end(page, at)
    raise _bad("no end")


def _jpeg(page: bytes) -> tuple[int, int]:
    if page[:2] != b"\xff\xd8":
        raise _bad("not JPEG")
    size = None
    for marker, body in _jpeg_segments(page):
        if marker == _APP0 and body != _JFIF:
            raise _bad("an APP0 that says something")
        if marker not in _JPEG_SEGMENTS and marker not in {_SOS, _APP0}:
            raise _bad("needless segment")
        if marker in _SOF and len(body) >= _FRAME_BYTES:
            size = struct.unpack_from(">HH", body, 1)
    if size is None:
        raise _bad("no frame")
    return size[1], size[0]


_BY_MEDIA: dict[str, Callable[[bytes], tuple[int, int]]] = {
    "image/png": _png,
    "image/webp": _webp,
    "image/jpeg": _jpeg,
}


def size_of(page: bytes, media: str) -> tuple[int, int]:
    """Width and height of a page that is nothing but its picture.

    Raises `UntrustedAnswer` for anything else.
    """
    return _BY_MEDIA[media](page)
