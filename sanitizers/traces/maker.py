"""Makers' notes: undocumented, full of serial numbers. Read by shape, not by faith.

Most makers keep a TIFF directory behind a header of their own. Where it can be found, the tags
that are known to name a device or its owner are told; where it can't, the text in it is.
Tag numbers as published by the makers' users (exiftool's TagNames, Exiv2's tables).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sanitizers.traces import tiff
from sanitizers.traces.text import decoded
from sanitizers.values import Trace

_MAKE = 0x010F


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a maker begins its note: where the directory stands and what its offsets count from."""

    header: bytes
    start: int
    # Offsets count from here within the note; None: from the start of the EXIF block.
    base: int | None
    order: str | None = None


_LAYOUTS = (
    _Layout(b"Nikon\0\x02", 18, 10),
    _Layout(b"Nikon\0\x01", 8, None),
    _Layout(b"OLYMPUS\0II", 12, 0, "<"),
    _Layout(b"OM SYSTEM\0", 16, 0, "<"),
    _Layout(b"OLYMP\0", 8, None),
    _Layout(b"Apple iOS\0", 14, 0, ">"),
    _Layout(b"FUJIFILM", 12, 0, "<"),
    _Layout(b"Panasonic\0", 12, None),
    _Layout(b"SONY DSC \0", 12, None),
    _Layout(b"SONY CAM \0", 12, None),
    _Layout(b"PENTAX \0", 10, 0),
    _Layout(b"AOC\0", 6, None),
    _Layout(b"LEICA\0", 8, None),
    _Layout(b"Ricoh\0", 8, None),
    _Layout(b"SANYO\0", 8, None),
    _Layout(b"GE\0\0", 18, None),
)
_SERIALS = {
    "Canon": {0x000C, 0x0096, 0x0028}, "Nikon": {0x001D, 0x00A0}, "Panasonic": {0x0025, 0x0051, 0x0052},
    "OLYMP": {0x0101, 0x0404}, "FUJI": {0x0010}, "Apple": {0x0011, 0x0015, 0x0017, 0x0020, 0x002B},
    "SONY": {0x2031, 0x2010}, "PENTAX": {0x0229, 0x0230, 0x022D}, "LEICA": {0x0303, 0x0500},
    "SANYO": {0x0002},
}  # fmt: skip
_OWNERS = {0x0009}
_NAMES = {0x0069, 0x006B, 0x0065, 0x006F, 0x0066, 0x0067, 0x006D, 0x008001}
_SOFTWARE = {0x0007}
_TEXT = re.compile(rb"[ -~\xa0-\xff]{5,80}")
_MOST_TEXTS = 12
_JPEG = b"\xff\xd8\xff"


def _layout(note: bytes) -> _Layout | None:
    return next((layout for layout in _LAYOUTS if note.startswith(layout.header)), None)


def _walk(note: tiff.Entry, block: bytes) -> list[tiff.Entry]:
    layout = _layout(note.raw)
    if layout is None or layout.base is None:
        at = block.find(note.raw[:64])
        start = at + (layout.start if layout else 0)
        return list(tiff.Walk(block, start, note.order).entries()) if at >= 0 else []
    body = note.raw[layout.base :]
    if body[:2] in {b"II", b"MM"} and layout.order is None:
        return tiff.entries(body)
    return list(tiff.Walk(body, layout.start - layout.base, layout.order or note.order).entries())


def _maker(block_entries: list[tiff.Entry], note: bytes) -> str:
    made_by = next((decoded(e.raw) for e in block_entries if e.tag == _MAKE), "")
    both = made_by.lower() + " " + decoded(note[:12]).lower()
    return next((name for name in _SERIALS if name.lower() in both), "")


def traces(note: tiff.Entry, block: bytes, found: list[tiff.Entry]) -> Iterator[Trace]:
    """What the note says, at least its size and maker's sign."""
    name = _maker(found, note.raw)
    inside = _walk(note, block)
    yield Trace("metadata", f"{name or 'maker'} note, {len(note.raw)} bytes")
    for entry in inside:
        yield from _of_entry(entry, name)
    if not inside:
        for match in list(_TEXT.finditer(note.raw))[:_MOST_TEXTS]:
            yield Trace("metadata", decoded(match.group()))


def _of_entry(entry: tiff.Entry, name: str) -> Iterator[Trace]:
    if entry.tag in _SERIALS.get(name, ()):
        value = decoded(entry.raw.strip(b"\0 ")) if not entry.numbers else str(entry.numbers[0])
        if value.strip("0 "):
            yield Trace("serial", value)
    elif entry.tag in _OWNERS and name == "Canon":
        yield from _told("person", entry)
    elif entry.tag in _SOFTWARE and name == "Canon":
        yield from _told("software", entry)
    elif entry.tag in _NAMES and name == "Panasonic":
        yield from _told("person", entry)
    elif entry.is_text:
        yield from _told("metadata", entry)


def _told(kind: str, entry: tiff.Entry) -> Iterator[Trace]:
    value = decoded(entry.raw.strip(b"\0 "))
    if value.strip("-. 0"):
        yield Trace(kind, value)


def previews(note: tiff.Entry) -> Iterator[bytes]:
    """A JPEG inside the note, as most makers keep one."""
    at = note.raw.find(_JPEG)
    if at >= 0:
        yield note.raw[at:]
