"""What a DOC says of who saved it. Its changes, comments and hidden text are read from the settled text.

[MS-DOC] 2.5.1.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from sanitizers.ole import Compound
from sanitizers.traces.text import decoded
from sanitizers.values import Trace

_MOST = 200
_TABLE_HEAD_BYTES = 6
# [MS-DOC] 2.5.1: the table stream, and in it the list of those who saved it (SttbSavedBy).
_FIB_FLAGS, _FIB_SAVED_BY = 10, 0x02D2
_WHICH_TABLE = 0x0200


def saved_by(compound: Compound) -> Iterator[Trace]:
    """Everybody who saved it, and where."""
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
