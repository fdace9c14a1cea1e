"""What a PPT says beside its slides: who wrote it, hidden slides, notes, comments. [MS-PPT]."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from sanitizers.traces.text import decoded, plain, said
from sanitizers.values import Trace

# [MS-PPT] 2.13.24: the records that are looked at.
_SLIDE, _NOTES, _COMMENT = 0x03EE, 0x03F0, 0x2EE0
_SHOW_INFO, _LETTERS, _BYTES, _STRING = 0x03F9, 0x0FA0, 0x0FA8, 0x0FBA
_HEAD_BYTES, _CONTAINER, _HIDDEN = 8, 0x0F, 0x04
_MOST_RECORDS, _DEEPEST = 200_000, 16
# The date and number that notes without words have.
_PLACEHOLDER = "* "
_NAME_AT = 28


@dataclass(slots=True)
class _Page:
    """A slide, notes or a comment: what its records say together."""

    kind: int
    end: int
    hidden: bool = False
    texts: list[str] = field(default_factory=list)
    author: str = ""

    def traces(self) -> Iterator[Trace]:
        """What is known when its last record was read."""
        words = plain(" ".join(self.texts))
        if self.kind == _COMMENT:
            yield from said("comment-author", self.author)
            yield from said("comment", words)
        elif self.kind == _NOTES:
            yield from said("hidden", words.strip(_PLACEHOLDER))
        elif self.hidden:
            yield Trace("hidden", words or "slide")


def traces(document: bytes) -> Iterator[Trace]:
    """All of the stream `PowerPoint Document`."""
    within: list[_Page] = []
    at = 0
    for _ in range(_MOST_RECORDS):
        while within and at >= within[-1].end:
            yield from within.pop().traces()
        if at + _HEAD_BYTES > len(document):
            return
        version, kind, size = struct.unpack_from("<HHI", document, at)
        at += _HEAD_BYTES
        if version & _CONTAINER == _CONTAINER:
            if kind in {_SLIDE, _NOTES, _COMMENT} and len(within) < _DEEPEST:
                within.append(_Page(kind, min(at + size, len(document))))
            continue
        if kind == _STRING and not within:
            yield from _link(document[at : at + size])
        elif within:
            _read(within[-1], kind, version >> 4, document[at : at + size])
        at += size


def _read(page: _Page, kind: int, instance: int, record: bytes) -> None:
    if kind == _SHOW_INFO:
        page.hidden |= bool(record[10:11]) and bool(record[10] & _HIDDEN)
    elif kind == _LETTERS:
        page.texts.append(decoded(record, "utf-16-le"))
    elif kind == _BYTES:
        page.texts.append(decoded(record, "cp1252"))
    elif kind == _STRING and page.kind == _COMMENT:
        # [MS-PPT] 2.9.12: the author, the text, the author's initials.
        text = decoded(record, "utf-16-le")
        page.author = text if instance == 0 else page.author
        page.texts += [text] if instance == 1 else []


def _link(record: bytes) -> Iterator[Trace]:
    """[MS-PPT] 2.10.19: the addresses of all slides stand together, before the slides."""
    text = decoded(record, "utf-16-le")
    if "://" in text or text.startswith("mailto:"):
        yield Trace("link", text)


def user(stream: bytes) -> Iterator[Trace]:
    """[MS-PPT] 2.3.2: the length of the name stands at 20 and the name at 28."""
    if len(stream) > _NAME_AT:
        length = struct.unpack_from("<H", stream, 20)[0]
        yield from said("person", decoded(stream[_NAME_AT : _NAME_AT + min(length, 255)]))
