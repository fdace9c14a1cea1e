"""Property sets of compound files: who, when, with what. [MS-OLEPS] 2.18, [MS-OSHARED] 2.3.3."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sanitizers.ole import Compound
from sanitizers.traces.text import decoded, plain
from sanitizers.values import Trace

_SUMMARY = {
    2: "title", 3: "comment", 4: "person", 5: "keyword", 6: "comment", 7: "path", 8: "person",
    9: "revision", 10: "metadata", 11: "date", 12: "date", 13: "date", 17: "thumbnail",
    18: "software",
}  # fmt: skip
_DOCUMENT = {2: "keyword", 14: "person", 15: "organisation", 26: "comment", 27: "comment"}
_SETS = {"\x05SummaryInformation": _SUMMARY, "\x05DocumentSummaryInformation": _DOCUMENT}
_LPSTR, _LPWSTR, _FILETIME, _CLIPBOARD, _CODEPAGE = 0x1E, 0x1F, 0x40, 0x47, 1
_SINCE_1601 = datetime(1601, 1, 1, tzinfo=UTC)
_MACROS = frozenset({"VBA", "_VBA_PROJECT", "dir", "PROJECT", "_VBA_PROJECT_CUR"})
_OBJECTS = ("\x01Ole10Native", "CONTENTS", "Package", "\x03ObjInfo")
_MOST = 200
_CODEPAGES = {1200: "utf-16-le", 65001: "utf-8", 10000: "mac-roman"}
# [MS-OLEPS] 2.21: a property set with the place of one section; and from where its identifiers
# speak of locale and behaviour.
_SET_BYTES, _BEHAVIOUR = 48, 0x80000000
_NAME_AT, _TABLE_HEAD_BYTES = 28, 6


def traces(data: bytes) -> Iterator[Trace]:
    """What the property sets and the names of the streams say."""
    compound = Compound(data)
    for name, kinds in _SETS.items():
        for stream in compound.streams(name):
            yield from _properties(stream, kinds)
    if compound.names & _MACROS:
        yield Trace("script", "VBA")
    for name in _OBJECTS:
        for stream in compound.streams(name)[:10]:
            yield Trace("embedded-file", plain(f"{len(stream)} bytes {decoded(stream[6:100])}"))
    for stream in compound.streams("Current User"):
        yield from _powerpoint_user(stream)
    for stream in compound.streams("\x05Thumbnail"):
        yield Trace("thumbnail", f"{len(stream)} bytes")
    for name in compound.names & {"_signatures", "_xmlsignatures"}:
        yield Trace("signature", name)
    yield from _saved_by(compound)


def _properties(stream: bytes, kinds: dict[int, str]) -> Iterator[Trace]:
    if len(stream) < _SET_BYTES:
        return
    sections = min(struct.unpack_from("<I", stream, 24)[0], 2)
    for section in range(sections):
        at = struct.unpack_from("<I", stream, 28 + 20 * section + 16)[0]
        yield from _section(stream, at, kinds if section == 0 else {})


def _section(stream: bytes, start: int, kinds: dict[int, str]) -> Iterator[Trace]:
    if start + 8 > len(stream):
        return
    count = struct.unpack_from("<I", stream, start + 4)[0]
    places = [
        struct.unpack_from("<II", stream, start + 8 + 8 * index)
        for index in range(min(count, _MOST))
        if start + 16 + 8 * index <= len(stream)
    ]
    encoding = _encoding(stream, start, dict(places))
    for identifier, offset in places:
        kind = kinds.get(identifier, "metadata")
        value = _value(stream, start + offset, encoding) if identifier > _CODEPAGE else ""
        # A property without a known name tells something only when it is text.
        if value and identifier < _BEHAVIOUR:
            yield Trace(kind, value)


def _encoding(stream: bytes, start: int, places: dict[int, int]) -> str:
    at = start + places.get(_CODEPAGE, 1 << 30)
    page = struct.unpack_from("<H", stream, at + 4)[0] if at + 6 <= len(stream) else 1252
    return _CODEPAGES.get(page, f"cp{page}")


def _value(stream: bytes, at: int, encoding: str) -> str:
    if at + 8 > len(stream):
        return ""
    form, size = struct.unpack_from("<II", stream, at)
    if form == _LPSTR:
        return _decoded(stream[at + 8 : at + 8 + min(size, 4096)], encoding)
    if form == _LPWSTR:
        return decoded(stream[at + 8 : at + 8 + 2 * min(size, 4096)], "utf-16-le")
    if form == _CLIPBOARD:
        return f"{size} bytes"
    if form == _FILETIME and at + 12 <= len(stream):
        return _moment(struct.unpack_from("<Q", stream, at + 4)[0])
    return ""


def _decoded(raw: bytes, encoding: str) -> str:
    raw = raw if encoding == "utf-16-le" else raw.rstrip(b"\0")
    try:
        return decoded(raw, encoding)
    except LookupError:
        return decoded(raw)


def _moment(ticks: int) -> str:
    """A FILETIME; the time spent editing is kept in the same form and is no date."""
    if ticks > 1 << 62 or ticks < 100 * 365 * 24 * 3600 * 10_000_000:
        return ""
    moment = _SINCE_1601 + timedelta(microseconds=ticks // 10)
    return moment.strftime("%Y-%m-%d %H:%M:%S Z")


def _powerpoint_user(stream: bytes) -> Iterator[Trace]:
    """[MS-PPT] 2.3.2: the length of the name stands at 20 and the name at 28."""
    if len(stream) > _NAME_AT:
        length = struct.unpack_from("<H", stream, 20)[0]
        name = decoded(stream[_NAME_AT : _NAME_AT + min(length, 255)])
        if name:
            yield Trace("person", name)


# [MS-DOC] 2.5.1: the table stream, and in it the list of those who saved it (SttbSavedBy).
_FIB_FLAGS, _FIB_SAVED_BY = 10, 0x02D2
_WHICH_TABLE = 0x0200


def _saved_by(compound: Compound) -> Iterator[Trace]:
    document = b"".join(compound.streams("WordDocument")[:1])
    if len(document) < _FIB_SAVED_BY + 8:
        return
    flags = struct.unpack_from("<H", document, _FIB_FLAGS)[0]
    at, size = struct.unpack_from("<II", document, _FIB_SAVED_BY)
    table = b"".join(compound.streams("1Table" if flags & _WHICH_TABLE else "0Table")[:1])
    for number, text in enumerate(_strings(table[at : at + min(size, 1 << 16)])):
        yield Trace("path" if number % 2 else "person", text)


def _strings(table: bytes) -> Iterator[str]:
    """[MS-DOC] 2.2.4: an extended string table with 16-bit characters."""
    if len(table) < _TABLE_HEAD_BYTES or table[:2] != b"\xff\xff":
        return
    count, at = min(struct.unpack_from("<H", table, 2)[0], _MOST), _TABLE_HEAD_BYTES
    for _ in range(count):
        if at + 2 > len(table):
            return
        length = struct.unpack_from("<H", table, at)[0]
        text = decoded(table[at + 2 : at + 2 + 2 * length], "utf-16-le")
        at += 2 + 2 * length
        if text:
            yield text
