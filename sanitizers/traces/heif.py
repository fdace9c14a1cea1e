"""HEIF and AVIF: the items that aren't the picture. ISO/IEC 23008-12, ISO/IEC 14496-12 (8.11)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sanitizers.traces import exif, icc, xmp
from sanitizers.traces.boxes import UUID, boxes, end_of
from sanitizers.traces.text import decoded
from sanitizers.traces.trailing import trailing
from sanitizers.values import Trace

_KNOWN = frozenset({b"ftyp", b"meta", b"mdat", b"free", b"skip", b"moov", UUID})
_PICTURES = frozenset({b"hvc1", b"av01", b"grid", b"iovl", b"iden", b"tmap", b"jpeg"})
# ISO/IEC 23008-12, A.2.1: exif_tiff_header_offset.
_DISTANCE_BYTES = 4
_MOST_ITEMS = 2000
_MOST_BLOCK = 8 << 20
# Versions from which an item's number has four bytes, in `infe` and in `iloc`.
_WIDE_ENTRY, _WIDE_LOCATION = 3, 2


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    kind: bytes
    name: str


def _meta(data: bytes) -> tuple[int, int] | None:
    """The span of the boxes inside the file's meta box."""
    found = next(((start, end) for kind, start, end in boxes(data) if kind == b"meta"), None)
    return (found[0] + 4, found[1]) if found else None


def _inside(data: bytes, span: tuple[int, int], wanted: bytes) -> bytes:
    return next((data[s:e] for kind, s, e in boxes(data, *span) if kind == wanted), b"")


def _items(table: bytes) -> Iterator[_Item]:
    """The entries of `iinf`."""
    if not table:
        return
    start = 6 if table[0] == 0 else 8
    for kind, at, end in boxes(table, start):
        if kind == b"infe" and table[at] in {2, 3}:
            wide = table[at] == _WIDE_ENTRY
            number = int.from_bytes(table[at + 4 : at + (8 if wide else 6)], "big")
            after = at + (10 if wide else 8)
            yield _Item(number, table[after : after + 4], decoded(table[after + 4 : end]))


class _Reader:
    """Numbers one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, size: int) -> int:
        part = self._data[self._at : self._at + size]
        if len(part) < size:
            raise ValueError("cut short")
        self._at += size
        return int.from_bytes(part, "big")


def _places(table: bytes) -> dict[int, list[tuple[int, int]]]:
    """Of `iloc`: where the bytes of each item kept in the file stand."""
    reader, places = _Reader(table), {}
    version = reader.take(1)
    reader.take(3)
    sizes, more = reader.take(1), reader.take(1)
    offset, length, base, index = sizes >> 4, sizes & 15, more >> 4, more & 15
    wide = 4 if version == _WIDE_LOCATION else 2
    for _ in range(min(reader.take(wide), _MOST_ITEMS)):
        number = reader.take(wide)
        if version:
            reader.take(2)
        reader.take(2)
        start = reader.take(base)
        spans = []
        for _ in range(reader.take(2)):
            if version:
                reader.take(index)
            spans.append((start + reader.take(offset), reader.take(length)))
        places[number] = spans
    return places


def _blocks(data: bytes) -> Iterator[tuple[_Item, bytes]]:
    """Every item that isn't a picture, with its bytes."""
    span = _meta(data)
    if span is None:
        return
    try:
        places = _places(_inside(data, span, b"iloc"))
    except ValueError:
        places = {}
    for item in list(_items(_inside(data, span, b"iinf")))[:_MOST_ITEMS]:
        if item.kind not in _PICTURES:
            spans = places.get(item.number, [])
            yield item, b"".join(data[at : at + size] for at, size in spans)[:_MOST_BLOCK]


def _exif(block: bytes) -> bytes:
    """An Exif item begins with the distance to its TIFF header."""
    distance = struct.unpack_from(">I", block)[0] if len(block) > _DISTANCE_BYTES else 0
    body = block[_DISTANCE_BYTES + distance :]
    return (
        body
        if body[:2] in {b"II", b"MM"}
        else block[max(block.find(b"II*\0"), block.find(b"MM\0*"), 0) :]
    )


def exif_blocks(data: bytes) -> list[bytes]:
    """The TIFF structure of every Exif item."""
    return [_exif(block) for item, block in _blocks(data) if item.kind == b"Exif"]


def traces(data: bytes) -> Iterator[Trace]:
    """Everything that the boxes say."""
    for item, block in _blocks(data):
        yield from _of_item(item, block)
    span = _meta(data)
    if span is not None:
        yield from _of_properties(data, span)
    for kind, start, end in boxes(data):
        yield from _of_box(kind, data[start:end])
    yield from trailing(data[end_of(data) :])


def _of_item(item: _Item, block: bytes) -> Iterator[Trace]:
    if item.kind == b"Exif":
        yield from exif.traces(_exif(block))
    elif item.kind == b"mime":
        yield from xmp.traces(block)
    else:
        yield Trace("metadata", f"{decoded(item.kind)} {len(block)} bytes {item.name}".strip())


def _of_properties(data: bytes, span: tuple[int, int]) -> Iterator[Trace]:
    properties = _inside(data, span, b"iprp")
    container = _inside(properties, (0, len(properties)), b"ipco")
    for kind, start, end in boxes(container):
        if kind == b"colr" and container[start : start + 4] in {b"prof", b"rICC"}:
            yield from icc.traces(container[start + 4 : end])
        elif kind == b"auxC":
            yield Trace("extra-image", decoded(container[start + 4 : end]))
        elif kind == b"udes":
            yield Trace("comment", decoded(container[start + 4 : end].replace(b"\0", b" ")))
    references = _inside(data, span, b"iref")
    if references and any(kind == b"thmb" for kind, _, _ in boxes(references, 4)):
        yield Trace("thumbnail", "HEIF")


def _of_box(kind: bytes, body: bytes) -> Iterator[Trace]:
    if kind == b"moov":
        yield Trace("audio-video", f"{len(body)} bytes")
        yield from _movie_dates(body)
    elif kind == UUID:
        yield from _of_uuid(body)
    elif kind not in _KNOWN:
        yield Trace(
            "extra-image" if kind == b"mpvd" else "metadata", f"{decoded(kind)} {len(body)} bytes"
        )


def _of_uuid(body: bytes) -> Iterator[Trace]:
    found = list(xmp.traces(body[16:])) if b"<" in body[16:64] else []
    yield from found or [Trace("metadata", f"uuid {body[:16].hex()} {len(body)} bytes")]


# Seconds between 1904 and 1970: movies count from the former.
_FROM_1904 = 2_082_844_800
# ISO/IEC 14496-12, 8.2.2, version 0: after version and flags, creation_time and modification_time.
_MOVIE_DATES_END = 12


def _movie_dates(body: bytes) -> Iterator[Trace]:
    head = _inside(body, (0, len(body)), b"mvhd")
    if len(head) >= _MOVIE_DATES_END and head[0] == 0:
        for seconds in struct.unpack_from(">II", head, 4):
            if seconds > _FROM_1904:
                moment = datetime.fromtimestamp(seconds - _FROM_1904, UTC)
                yield Trace("date", moment.strftime("%Y-%m-%d %H:%M:%S Z"))
