"""What an XLS says beside its cells: who wrote it, hidden sheets, rows and columns, notes. [MS-XLS]."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from sanitizers.traces.text import decoded, said
from sanitizers.values import Trace

# [MS-XLS] 2.4: BoundSheet8 (28), ColInfo (53), Note (179), Row (221), WriteAccess (349); Obj (181) says
# that what follows is a note, TxO (329) how long its text is, Continue (58) what it says.
# HLink (140) is a cell's address, among other things and in wide letters.
_SHEET, _COLUMNS, _NOTE, _ROW, _WRITER, _LINK = 0x85, 0x7D, 0x1C, 0x208, 0x5C, 0x1B8
_OBJECT, _TEXT, _CONTINUED = 0x5D, 0x1B6, 0x3C
_OF_NOTES = frozenset({_OBJECT, _TEXT, _CONTINUED})
# RRDHead (227): whose the changes are that follow.
_CHANGES_OF = 0x138
# What LibreOffice writes in place of a name.
_NOBODY = "Calc"
_NOTES = 0x19
_ADDRESS = re.compile(rb"(?:[a-z]\0){2,8}:\0(?:[^\0]\0)+")
Record = tuple[int, bytes]
_MOST_RECORDS = 2_000_000
_HIDDEN_SHEET, _HIDDEN_COLUMN, _HIDDEN_ROW = 0x03, 0x01, 0x20


def traces(book: bytes) -> Iterator[Trace]:
    """All of one workbook's stream."""
    found = list(_records(book, _READERS.keys() | _OF_NOTES))
    for kind, record in found:
        if kind in _READERS:
            what, read = _READERS[kind]
            yield from said(what, read(record))
    yield from _notes(found)


def log(changes: bytes) -> Iterator[Trace]:
    """The stream that a shared workbook keeps its changes in: whose there are."""
    if changes:
        yield Trace("tracked-change", f"{len(changes)} bytes")
    for _, record in _records(changes, {_CHANGES_OF}):
        yield from said("comment-author", _long(record[32:]))


def _notes(found: Iterable[Record]) -> Iterator[Trace]:
    in_note, length = False, 0
    for kind, record in found:
        if kind == _OBJECT:
            in_note = int.from_bytes(record[4:6], "little") == _NOTES
        elif kind == _TEXT:
            length = int.from_bytes(record[10:12], "little") if in_note else 0
        elif kind == _CONTINUED and length:
            yield from said("comment", _letters(record, length))
            length = 0


def _records(book: bytes, wanted: Collection[int]) -> Iterator[Record]:
    at = 0
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(book):
            return
        kind, size = struct.unpack_from("<HH", book, at)
        if kind in wanted:
            yield kind, book[at + 4 : at + 4 + size]
        at += 4 + size


def _short(text: bytes) -> str:
    """[MS-XLS] 2.5.240: a length of one byte, then whether letters take two."""
    return _letters(text[1:], text[0]) if text else ""


def _long(text: bytes) -> str:
    """[MS-XLS] 2.5.294: a length of two bytes, then whether letters take two."""
    return _letters(text[2:], int.from_bytes(text[:2], "little"))


def _letters(text: bytes, length: int) -> str:
    wide = text[:1] == b"\x01"
    return decoded(text[1 : 1 + length * (1 + wide)], "utf-16-le" if wide else "cp1252")


def _sheet(record: bytes) -> str:
    return _short(record[6:]) or "sheet" if record[4:5] and record[4] & _HIDDEN_SHEET else ""


def _columns(record: bytes) -> str:
    return "column" if record[8:9] and record[8] & _HIDDEN_COLUMN else ""


def _row(record: bytes) -> str:
    return "row" if record[12:13] and record[12] & _HIDDEN_ROW else ""


def _writer(record: bytes) -> str:
    name = _long(record)
    return "" if name == _NOBODY else name


def _author(record: bytes) -> str:
    return _long(record[8:])


def _link(record: bytes) -> str:
    found = _ADDRESS.search(record)
    return decoded(found[0], "utf-16-le") if found else ""


_READERS: Mapping[int, tuple[str, Callable[[bytes], str]]] = {
    _SHEET: ("hidden", _sheet),
    _COLUMNS: ("hidden", _columns),
    _ROW: ("hidden", _row),
    _NOTE: ("comment-author", _author),
    _WRITER: ("person", _writer),
    _LINK: ("link", _link),
}
