"""Plain text, CSV and Markdown: letters, told from each other by their looks."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import StringIO

from sanitizers import lines
from sanitizers.errors import Refused
from sanitizers.formats.base import Drawn, Sanitizer, Work
from sanitizers.values import Caution, Trace

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
# A page that a browser would draw is not its own source.
_MARKUP = re.compile(r"\s*(<\?xml|<!doctype|<html|<svg|<head|<body|<script|<!--)", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_MARKED = re.compile(r"^(```|[*-] \S|> \S)|\[[^\]\n]+\]\(\S+\)|\*\*\S", re.MULTILINE)
_DELIMITERS = ";,\t|"
_MOSTLY = 0.7
_WIDEST_CELL = 40
_LOOKED_AT_LINES = 20
# Nobody reads more; decoding and wrapping it would cost minutes.
_MOST_BYTES = 4 << 20


def decoded(untrusted: bytes) -> str | None:
    """The text, when it is one: UTF-8 or UTF-16 by its mark, else UTF-8, else Western."""
    for mark, encoding in _MARKS:
        if untrusted.startswith(mark):
            return untrusted.decode(encoding, "replace")
    if _NOT_TEXT.search(untrusted):
        return None
    try:
        return untrusted.decode("utf-8")
    except UnicodeDecodeError:
        return untrusted.decode("cp1252", "replace") if _mostly_ascii(untrusted) else None


def _mostly_ascii(untrusted: bytes) -> bool:
    sample = untrusted[:65536]
    return len(sample.decode("ascii", "ignore")) > _MOSTLY * len(sample)


def _delimiter(text: str) -> str | None:
    rows = [row for row in text.splitlines()[:_LOOKED_AT_LINES] if row.strip()]
    for delimiter in _DELIMITERS:
        counts = {row.count(delimiter) for row in rows}
        if len(rows) > 1 and len(counts) == 1 and counts != {0}:
            return delimiter
    return None


class Text(Sanitizer):
    """Lines as they are."""

    kind = "text"
    divisible = True
    # Whoever draws a share reads and wraps the whole text first.
    even = True

    def recognises(self, untrusted: bytes) -> bool:
        """Anything that reads as text and isn't a page's source."""
        text = decoded(untrusted)
        return text is not None and bool(text.strip()) and not _MARKUP.match(text)

    def written(self, work: Work) -> str:
        """The text that is drawn. Raises `Refused` when it is too long to draw."""
        if len(work.untrusted) > _MOST_BYTES:
            raise Refused("too-large", {"bytes": len(work.untrusted), "limit": _MOST_BYTES})
        return decoded(work.untrusted) or ""

    def rows(self, work: Work) -> list[str]:
        """Lines that fit the page."""
        return _rows(self, work)

    def count(self, work: Work) -> int:
        """As many A4 pages as the lines fill."""
        return len(lines.pages_of(self.rows(work), work))

    def draw(self, work: Work, numbers: Iterable[int]) -> Iterator[Drawn | Caution]:
        """Black on white."""
        rows = self.rows(work)
        yield from lines.draw(lines.pages_of(rows, work), numbers, work.options.dpi)
        missing = lines.missing_letters("".join(rows))
        if missing:
            yield Caution("missing-glyphs", None, missing)

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Characters that nobody can see."""
        count = lines.unseen(self.written(work))
        if count:
            yield Trace("hidden", str(count))

    def text(self, work: Work) -> Iterator[tuple[int, str]]:
        """The same lines."""
        for number, page in enumerate(lines.pages_of(self.rows(work), work)):
            yield number, "\n".join(page)


@lru_cache(maxsize=1)
def _rows(text: Text, work: Work) -> list[str]:
    """A child asks for them up to three times: to count, to draw and to look for names."""
    return lines.wrapped(text.written(work), lines.sheet(work.options.dpi).columns)


class Csv(Text):
    """A table: every column as wide as its widest cell, within reason."""

    kind = "csv"

    def recognises(self, untrusted: bytes) -> bool:
        """The same number of separators on every line."""
        text = decoded(untrusted)
        return super().recognises(untrusted) and _delimiter(text or "") is not None

    def written(self, work: Work) -> str:
        """Cells side by side."""
        text = super().written(work)
        try:
            table = list(csv.reader(StringIO(text), delimiter=_delimiter(text) or ","))
        except csv.Error:
            return text
        columns = max(map(len, table), default=0)
        widths = [
            min(_WIDEST_CELL, max((len(row[at]) for row in table if at < len(row)), default=0))
            for at in range(min(columns, 100))
        ]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
            for row in table
        )


class Markdown(Text):
    """Drawn as written: nothing is fetched or run to make it prettier."""

    kind = "markdown"

    def recognises(self, untrusted: bytes) -> bool:
        """A heading and something else that plain text rarely has."""
        start = (decoded(untrusted[: 1 << 16]) or "") if super().recognises(untrusted) else ""
        return bool(_HEADING.search(start) and _MARKED.search(start))
