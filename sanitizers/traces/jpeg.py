"""The segments of a JPEG and what stands behind its end. ITU T.81 annex B; CIPA DC-007 (MPF)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sanitizers.traces import exif, icc, iptc, tiff, xmp
from sanitizers.traces.text import decoded
from sanitizers.traces.trailing import trailing
from sanitizers.values import Trace

_SOS, _EOI, _COM = 0xDA, 0xD9, 0xFE
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_MOST_SEGMENTS = 5000

_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_XMP_MORE = b"http://ns.adobe.com/xmp/extension/\0"
_XMP_MORE_HEAD = len(_XMP_MORE) + 32 + 8
_MP_ENTRIES = 0xB002
_FILL = 0xFF
_APP0, _APP1, _APP15 = 0xE0, 0xE1, 0xEF
# A segment's length counts its own two bytes.
_LENGTH_BYTES = 2


def segments(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(marker, offset of the body, body) up to the first scan or as far as it makes sense."""
    at = 2
    for _ in range(_MOST_SEGMENTS):
        while at < len(data) and data[at] == _FILL:
            at += 1
        if at >= len(data):
            return
        marker = data[at]
        if marker in _STANDALONE:
            at += 1
            continue
        length = int.from_bytes(data[at + 1 : at + 3], "big")
        yield marker, at + 3, data[at + 3 : at + 1 + length]
        if marker in {_SOS, _EOI} or length < _LENGTH_BYTES:
            return
        at += 1 + length
        if data[at : at + 1] != b"\xff":
            return


@lru_cache(maxsize=2)
def end_of(data: bytes) -> int:
    """Where the first picture ends: behind its EOI, or the end of the data."""
    start = max((at for _, at, _ in segments(data)), default=2)
    end = data.find(b"\xff\xd9", start)
    return len(data) if end < 0 else end + 2


def traces(data: bytes) -> Iterator[Trace]:
    """Everything that the segments and the tail say."""
    more = bytearray()
    for marker, _, body in segments(data):
        if body.startswith(_XMP_MORE):
            more += body[_XMP_MORE_HEAD:]
        elif body.startswith(b"ICC_PROFILE\0"):
            yield from icc.traces(body[14:])
        else:
            yield from _of_segment(marker, body)
    if more:
        yield from xmp.traces(bytes(more))
    yield from trailing(data[end_of(data) :])


def _of_segment(marker: int, body: bytes) -> Iterator[Trace]:
    if marker == _COM:
        yield from _comment(body)
    elif not _APP0 <= marker <= _APP15:
        return
    elif body.startswith(b"Exif\0"):
        yield from exif.traces(body)
    elif body.startswith(_XMP):
        yield from xmp.traces(body[len(_XMP) :])
    elif body.startswith(b"Photoshop 3.0\0"):
        yield from iptc.resources(body[14:])
    elif body.startswith(b"MPF\0"):
        yield from _pictures(body[4:])
    elif not body.startswith((b"JFIF\0", b"Adobe\0", b"JFXX\0")):
        yield from _unknown(marker, body)


def _comment(body: bytes) -> Iterator[Trace]:
    value = decoded(body)
    if value:
        yield Trace("comment", value)


def _unknown(marker: int, body: bytes) -> Iterator[Trace]:
    value = decoded(body[:80])
    yield Trace("metadata", f"APP{marker - 0xE0} {len(body)} bytes {value}".strip())


def _pictures(body: bytes) -> Iterator[Trace]:
    for entry in tiff.entries(body):
        if entry.tag == _MP_ENTRIES and len(entry.raw) // 16 > 1:
            yield Trace("extra-image", str(len(entry.raw) // 16 - 1))


def thumbnails(data: bytes) -> Iterator[bytes]:
    """Every small picture in the segments."""
    for marker, _, body in segments(data):
        if marker == _APP1 and body.startswith(b"Exif\0"):
            yield from exif.thumbnails(body)
        elif body.startswith(b"JFXX\0\x10"):
            yield body[6:]
        elif body.startswith(b"Photoshop 3.0\0"):
            yield from iptc.thumbnails(body[14:])
        elif body.startswith(_XMP):
            yield from xmp.thumbnails(body)
    tail = data[end_of(data) :]
    at = tail.find(b"\xff\xd8\xff")
    if at >= 0:
        yield tail[at:]
