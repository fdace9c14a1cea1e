"""Compound files (DOC, XLS, PPT, MSG): their streams, read with every chain bounded. [MS-CFB]."""

from __future__ import annotations

import struct
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END_OF_CHAIN = 0xFFFFFFFA  # and above: free, end, table sectors
_MOST_SECTORS = 1 << 18
_MOST_ENTRIES = 20_000
_STREAM, _ROOT = 2, 5
_MINI_BYTES = 64
# [MS-CFB] 2.2: the header, and the sizes of sectors, small and large, as powers of two.
_HEADER_BYTES, _SECTOR_SHIFTS, _MINI_SHIFT = 512, frozenset({9, 12}), 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A stream in the directory."""

    name: str
    start: int
    size: int


class Compound:
    """The streams of a compound file. Raises ValueError for what isn't one."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(SIGNATURE) or len(data) < _HEADER_BYTES:
            raise ValueError("no compound file")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in _SECTOR_SHIFTS or mini_shift != _MINI_SHIFT:
            raise ValueError("odd sectors")
        self._sector = 1 << shift
        directory, self._cutoff, mini_start = struct.unpack_from("<I4xII", data, 48)
        self._table = self._read_table()
        self._entries: list[Entry] = []
        self._mini = b""
        self._read_directory(self._chain(directory, self._table))
        self._mini_table = _numbers(self._chain(mini_start, self._table))

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        return self._data[start : start + self._sector]

    def _read_table(self) -> list[int]:
        """The allocation table: 109 places in the header, the rest chained."""
        places = list(struct.unpack_from("<109I", self._data, 76))
        following, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, 1000)):
            numbers = _numbers(self._at(following))
            if following >= _END_OF_CHAIN or not numbers:
                break
            places += numbers[:-1]
            following = numbers[-1]
        return [n for place in places if place < _END_OF_CHAIN for n in _numbers(self._at(place))]

    def _chain(self, start: int, table: list[int]) -> bytes:
        parts: list[bytes] = []
        seen = 0
        while start < len(table) and seen < _MOST_SECTORS:
            parts.append(self._at(start))
            start, seen = table[start], seen + 1
            if len(parts) * self._sector > len(self._data):
                raise ValueError("a chain in a circle")
        return b"".join(parts)

    def _read_directory(self, directory: bytes) -> None:
        for at in range(0, min(len(directory), _MOST_ENTRIES * 128) - 127, 128):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            start, size = struct.unpack_from("<II", directory, at + 116)
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind == _ROOT:
                self._mini = self._chain(start, self._table)[:size]
            elif kind == _STREAM:
                self._entries.append(Entry(name, start, size))

    @property
    def names(self) -> frozenset[str]:
        """Of all streams, without the storages they are in."""
        return frozenset(entry.name for entry in self._entries)

    def streams(self, name: str) -> list[bytes]:
        """The contents of all streams with this name."""
        return [self._content(entry) for entry in self._entries if entry.name == name]

    def _content(self, entry: Entry) -> bytes:
        if entry.size >= self._cutoff:
            return self._chain(entry.start, self._table)[: entry.size]
        parts: list[bytes] = []
        at = entry.start
        while at < len(self._mini_table) and len(parts) * _MINI_BYTES < entry.size:
            parts.append(self._mini[at * _MINI_BYTES : (at + 1) * _MINI_BYTES])
            at = self._mini_table[at]
        return b"".join(parts)[: entry.size]


def _numbers(sector: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))
