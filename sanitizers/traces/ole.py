"""DOC, XLS and PPT: who, when, with what, by their property sets; then what each says of its own.

[MS-OLEPS] 2.18, [MS-OSHARED] 2.3.3.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise

from sanitizers.ole import Compound
from sanitizers.traces import doc, opc, ppt, xls
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
_PICTURE_BEGINS = re.compile(rb"\xff\xd8\xff[\xe0-\xee]|\x89PNG\r\n")
_MOST_PICTURES = 50
_MOST = 200
_CODEPAGES = {1200: "utf-16-le", 65001: "utf-8", 10000: "mac-roman"}
# [MS-OLEPS] 2.21: a property set with the place of one section; and from where its identifiers
# speak of locale and behaviour.
_SET_BYTES, _BEHAVIOUR = 48, 0x80000000


def traces(data: bytes) -> Iterator[Trace]:
    """What the property sets, the names of the streams and the documents themselves say."""
    compound = Compound(data)
    for name, kinds in _SETS.items():
        for stream in compound.streams(name):
            yield from _properties(stream, kinds)
    yield from _named(compound)
    for name, reader in _READERS:
        for stream in compound.streams(name):
            yield from reader(stream)
    yield from doc.saved_by(compound)


def _named(compound: Compound) -> Iterator[Trace]:
    """What there is, by the names of streams."""
    if compound.names & _MACROS:
        yield Trace("script", "VBA")
    for name in _OBJECTS:
        for stream in compound.streams(name)[:10]:
            yield Trace("embedded-file", plain(f"{len(stream)} bytes {decoded(stream[6:100])}"))
    for stream in compound.streams("\x05Thumbnail"):
        yield Trace("thumbnail", f"{len(stream)} bytes")
    for name in compound.names & {"_signatures", "_xmlsignatures"}:
        yield Trace("signature", name)


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
        return moment(struct.unpack_from("<Q", stream, at + 4)[0])
    return ""


def _decoded(raw: bytes, encoding: str) -> str:
    raw = raw if encoding == "utf-16-le" else raw.rstrip(b"\0")
    try:
        return decoded(raw, encoding)
    except LookupError:
        return decoded(raw)


def moment(ticks: int) -> str:
    """A FILETIME as a date, empty for none; the time spent editing is kept in the same form and is no date."""
    if ticks > 1 << 62 or ticks < 100 * 365 * 24 * 3600 * 10_000_000:
        return ""
    return (_SINCE_1601 + timedelta(microseconds=ticks // 10)).strftime("%Y-%m-%d %H:%M:%S Z")


def _pictures(stream: bytes) -> Iterator[Trace]:
    """Of what a picture says of itself; where the next begins it has ended."""
    begins = [each.start() for each in islice(_PICTURE_BEGINS.finditer(stream), _MOST_PICTURES)]
    for start, end in pairwise([*begins, len(stream)]):
        yield from opc.of_media(stream[start:end])


_READERS: Sequence[tuple[str, Callable[[bytes], Iterator[Trace]]]] = (
    ("Workbook", xls.traces),
    ("Workbook", _pictures),
    ("Book", xls.traces),
    ("Revision Log", xls.log),
    ("PowerPoint Document", ppt.traces),
    ("Current User", ppt.user),
    ("Pictures", _pictures),
)
