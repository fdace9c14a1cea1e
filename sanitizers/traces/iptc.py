"""IPTC datasets and the image resources of Photoshop that carry them.

IPTC-NAA Information Interchange Model 4.2; Adobe Photoshop File Formats, "Image Resources".
"""

from __future__ import annotations

from collections.abc import Iterator

from sanitizers.traces import exif, icc, xmp
from sanitizers.traces.text import decoded
from sanitizers.values import Trace

_KINDS = {
    5: "title", 7: "metadata", 12: "keyword", 15: "keyword", 20: "keyword", 22: "identifier",
    25: "keyword", 26: "place", 27: "place", 30: "date", 37: "date", 40: "comment",
    47: "date", 55: "date", 60: "date", 62: "date", 63: "date", 65: "software", 70: "software",
    80: "person", 85: "person", 90: "place", 92: "place", 95: "place", 100: "place",
    101: "place", 103: "identifier", 105: "title", 110: "person", 115: "organisation",
    116: "person", 118: "contact", 120: "comment", 122: "person",
}  # fmt: skip
_MARK = 0x1C
_APPLICATION_RECORD = 2
_MOST = 500

_RESOURCE_IPTC, _RESOURCE_EXIF, _RESOURCE_XMP, _RESOURCE_ICC = 0x0404, 0x0422, 0x0424, 0x040F
_RESOURCE_THUMBNAILS = (0x0409, 0x040C)
_RESOURCE_PRINTER = (0x0421, 0x043A, 0x043B, 0x0433)
_THUMBNAIL_HEAD = 28
# A length from here on is the length of a length: an extended dataset.
_EXTENDED = 0x8000
# Of Photoshop's resources: the one that names the writing and the reading program.
_VERSION_INFO = 0x0421


def traces(data: bytes) -> Iterator[Trace]:
    """Every dataset with a name; the others as metadata."""
    at = 0
    for _ in range(_MOST):
        at = data.find(_MARK, at) if at < len(data) else -1
        if at < 0 or at + 5 > len(data):
            return
        record, number = data[at + 1], data[at + 2]
        length = int.from_bytes(data[at + 3 : at + 5], "big")
        value = decoded(data[at + 5 : at + 5 + length])
        if record == _APPLICATION_RECORD and number and value:
            yield Trace(_KINDS.get(number, "metadata"), value)
        at += 5 + (length if length < _EXTENDED else 0)


def _each(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(number, name, body) of every image resource."""
    at = 0
    for _ in range(_MOST):
        if data[at : at + 4] not in {b"8BIM", b"MeSa", b"PHUT", b"AgHg", b"DCSR"}:
            return
        number = int.from_bytes(data[at + 4 : at + 6], "big")
        name_length = data[at + 6] if at + 6 < len(data) else 0
        name = data[at + 7 : at + 7 + name_length]
        at += 6 + (name_length + 2) // 2 * 2
        length = int.from_bytes(data[at : at + 4], "big")
        yield number, name, data[at + 4 : at + 4 + length]
        at += 4 + length + length % 2


def resources(data: bytes) -> Iterator[Trace]:
    """What the image resources say."""
    for number, name, body in _each(data):
        if decoded(name):
            yield Trace("metadata", decoded(name))
        if number == _RESOURCE_IPTC:
            yield from traces(body)
        elif number == _RESOURCE_EXIF:
            yield from exif.traces(body)
        elif number == _RESOURCE_XMP:
            yield from xmp.traces(body)
        elif number == _RESOURCE_ICC:
            yield from icc.traces(body)
        elif number in _RESOURCE_PRINTER:
            yield from _shape(number, body)


def _shape(number: int, body: bytes) -> Iterator[Trace]:
    if number == _VERSION_INFO:
        software = decoded(body[5:].replace(b"\0", b""), None)
        if software:
            yield Trace("software", software)
    else:
        yield Trace("printer", f"{len(body)} bytes")


def thumbnails(data: bytes) -> Iterator[bytes]:
    """The thumbnail resources, encoded as JPEG."""
    for number, _, body in _each(data):
        if number in _RESOURCE_THUMBNAILS:
            yield body[_THUMBNAIL_HEAD:]
