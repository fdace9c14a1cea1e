"""Walks the directories of a TIFF structure: in TIFF files, and as EXIF inside everything else.

Offsets come from strangers: every read is bounded by the data, every directory is visited once,
and there is a most of directories and entries. TIFF 6.0, section 2; BigTIFF alike.
"""

from __future__ import annotations

import struct
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from fractions import Fraction

_MOST_DIRECTORIES = 64
_MOST_ENTRIES = 2000
_MOST_VALUE_BYTES = 1 << 20

_ASCII, _RATIONAL, _UNDEFINED, _SIGNED_RATIONAL = 2, 5, 7, 10
_SIZES = {
    1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8,
    17: 8, 18: 8, 129: 1,
}  # fmt: skip
_CODES = {
    1: "B",
    3: "H",
    4: "I",
    6: "b",
    8: "h",
    9: "i",
    11: "f",
    12: "d",
    13: "I",
    16: "Q",
    17: "q",
    18: "Q",
}

EXIF_IFD, GPS_IFD, INTEROP_IFD, SUB_IFDS, MAKER_NOTE = 0x8769, 0x8825, 0xA005, 0x014A, 0x927C
_BRANCHES = {EXIF_IFD: "exif", GPS_IFD: "gps", INTEROP_IFD: "interop", SUB_IFDS: "sub"}

Number = int | float | Fraction
_BIG_TIFF = 43


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: its directory's name ("0", "1", "exif", "gps" ...), tag, bytes and numbers."""

    directory: str
    tag: int
    form: int
    raw: bytes
    order: str

    @property
    def is_text(self) -> bool:
        """Whether it says of itself that it is ASCII or UTF-8."""
        return self.form in {_ASCII, 129}

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Its values as numbers; empty for text and opaque bytes."""
        if self.form in {_RATIONAL, _SIGNED_RATIONAL}:
            return tuple(self._rationals())
        code = _CODES.get(self.form)
        if code is None:
            return ()
        count = len(self.raw) // struct.calcsize(code)
        return struct.unpack_from(f"{self.order}{count}{code}", self.raw)

    def _rationals(self) -> Iterator[Fraction]:
        code = "I" if self.form == _RATIONAL else "i"
        pairs = struct.iter_unpack(f"{self.order}2{code}", self.raw[: len(self.raw) // 8 * 8])
        for above, below in pairs:
            yield Fraction(above, below) if below else Fraction(0)


class Walk:
    """One walk over all directories of `data`."""

    def __init__(self, data: bytes, start: int | None = None, order: str | None = None) -> None:
        self.data = data
        self._seen: set[int] = set()
        self.reached = 8
        self.order = order or {b"II": "<", b"MM": ">"}.get(data[:2], "")
        self.big = order is None and self._number("H", 2) == _BIG_TIFF
        self._start = start

    def _number(self, code: str, at: int) -> int | None:
        try:
            return int(struct.unpack_from(self.order + code, self.data, at)[0])
        except struct.error:
            return None

    def entries(self) -> Iterator[Entry]:
        """Every entry of every directory that can be reached."""
        if not self.order:
            return
        first = self._start
        if first is None:
            first = self._number("Q", 8) if self.big else self._number("I", 4)
        number = 0
        while first and number < _MOST_DIRECTORIES:
            following = yield from self._directory(str(number), first)
            number, first = number + 1, following

    def _directory(self, name: str, at: int) -> Generator[Entry, None, int | None]:
        if at in self._seen or len(self._seen) >= _MOST_DIRECTORIES:
            return None
        self._seen.add(at)
        count = self._number("Q" if self.big else "H", at)
        if count is None or count > _MOST_ENTRIES:
            return None
        head, size = (8, 20) if self.big else (2, 12)
        self.reached = max(self.reached, at + head + size * count + (8 if self.big else 4))
        for index in range(count):
            yield from self._entry(name, at + head + size * index)
        return self._number("Q" if self.big else "I", at + head + size * count)

    def _entry(self, name: str, at: int) -> Iterator[Entry]:
        tag, form = self._number("H", at), self._number("H", at + 2)
        count = self._number("Q" if self.big else "I", at + 4)
        if tag is None or form is None or count is None or form not in _SIZES:
            return
        raw = self._value(at, _SIZES[form] * count)
        if raw is None:
            return
        entry = Entry(name, tag, form, raw, self.order)
        yield entry
        if tag in _BRANCHES:
            for below in entry.numbers[:8]:
                yield from self._directory(_BRANCHES[tag], int(below))

    def _value(self, at: int, size: int) -> bytes | None:
        inline, room = (at + 12, 8) if self.big else (at + 8, 4)
        where: int | None = inline
        if size > room:
            where = self._number("Q" if self.big else "I", inline)
        if where is None or size > _MOST_VALUE_BYTES or where + size > len(self.data):
            return None
        self.reached = max(self.reached, where + size)
        return self.data[where : where + size]


def reach(data: bytes) -> int:
    """The furthest byte that the directories of a TIFF file and their values take."""
    walk = Walk(data)
    for _ in walk.entries():
        pass
    return walk.reached


def entries(data: bytes) -> list[Entry]:
    """Every entry of a TIFF structure that begins with its byte order; empty when it has none."""
    return list(Walk(data).entries())


def image_bytes(data: bytes, found: list[Entry], directory: str) -> bytes | None:
    """The JPEG that a directory points to with its offset and length (a thumbnail or preview)."""
    numbers = {
        e.tag: e.numbers for e in found if e.directory == directory and e.tag in {0x201, 0x202}
    }
    if not numbers.get(0x201) or not numbers.get(0x202):
        return None
    at, size = int(numbers[0x201][0]), int(numbers[0x202][0])
    return data[at : at + size] or None if 0 < size <= len(data) else None
