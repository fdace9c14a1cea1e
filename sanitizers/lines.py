"""Text as pages: plain lines on A4, drawn letter by letter in one font."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PIL import Image, ImageDraw, ImageFont

from sanitizers.errors import Refused
from sanitizers.fonts import monospaced
from sanitizers.formats.base import Drawn, Work

Font = ImageFont.FreeTypeFont
_INCHES = (8.27, 11.69)
_MARGIN_INCHES = 0.8
_POINTS, _LINE = 9, 1.35
_TAB = 4
# Up to the end of Latin Extended-A the font has every letter.
_LATIN, _MOST_RARE = 0x17F, 2000
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# Soft hyphens and joiners belong to writing; what else can't be seen may mark a reader's copy.
_HARMLESS = frozenset("\u00ad\u200c\u200d\ufeff")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of a page at a resolution."""

    width: int
    height: int
    margin: int
    font: Font
    line: int

    @property
    def columns(self) -> int:
        """Letters a line."""
        return max(20, int((self.width - 2 * self.margin) / self.font.getlength("m")))

    @property
    def rows(self) -> int:
        """Lines a page."""
        return max(10, (self.height - 2 * self.margin) // self.line)


def sheet(dpi: int) -> Sheet:
    """A4 at so many dots an inch."""
    pixels = max(6, round(_POINTS * dpi / 72))
    width, height = (round(inches * dpi) for inches in _INCHES)
    return Sheet(
        width, height, round(_MARGIN_INCHES * dpi), monospaced(pixels), round(pixels * _LINE)
    )


def visible(text: str) -> str:
    """A line without what can't be seen."""
    spread = text.expandtabs(_TAB)
    if spread.isprintable():
        return spread
    return "".join(c for c in spread if unicodedata.category(c) not in _UNSEEN)


def unseen(text: str) -> int:
    """How many characters are in a text that nobody can see and no writing needs."""
    return sum(
        1
        for c in text
        if c not in "\t\n\r\f" and c not in _HARMLESS and unicodedata.category(c) in _UNSEEN
    )


def wrapped(text: str, columns: int) -> list[str]:
    """Lines no longer than so many letters."""
    lines: list[str] = []
    for line in map(visible, text.splitlines()):
        if len(line) <= columns:
            lines.append(line)
        else:
            lines += textwrap.wrap(line, columns, drop_whitespace=False, replace_whitespace=False)
    return lines


def pages_of(lines: list[str], work: Work) -> list[list[str]]:
    """Lines cut into pages. Raises `Refused` for more pages than the limit."""
    rows = sheet(work.options.dpi).rows
    count = max(1, ceil(len(lines) / rows))
    if count > work.limits.pages:
        raise Refused("too-many-pages", {"pages": count, "limit": work.limits.pages})
    return [lines[at * rows : (at + 1) * rows] for at in range(count)]


def draw(pages: list[list[str]], numbers: Iterable[int], dpi: int) -> Iterator[Drawn]:
    """Black letters on white."""
    measures = sheet(dpi)
    for number in numbers:
        image = Image.new("L", (measures.width, measures.height), 255)
        for row, line in enumerate(pages[number]):
            if line.strip():
                place = (measures.margin, measures.margin + row * measures.line)
                _write(image, place, line, measures.font)
        yield Drawn(number, image)


def _write(image: Image.Image, place: tuple[int, int], line: str, font: Font) -> None:
    """A line in black. Letters are laid side by side as they were drawn once, if all are one wide."""
    left, top = place
    advance = font.getlength("m")
    letters = [_letter(font, letter, advance) for letter in line]
    if any(letter is None for letter in letters):
        ImageDraw.Draw(image).text(place, line, fill=0, font=font)
        return
    for at, letter in enumerate(letters):
        if letter and letter.ink:
            x, y = letter.offset
            image.paste(0, (left + at * int(advance) + x, top + y), letter.ink)


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter's ink, and where it lies from the place at which it is written."""

    ink: Image.Image | None
    offset: tuple[int, int]


@lru_cache(maxsize=2048)
def _letter(font: Font, letter: str, advance: float) -> _Letter | None:
    """None for a letter that can't be laid beside others by whole steps of `advance` pixels."""
    if font.getlength(letter) != advance or not advance.is_integer():
        return None
    room = 2 * ceil(font.size)
    tile = Image.new("L", (2 * room, 2 * room))
    ImageDraw.Draw(tile).text((room // 2, room // 2), letter, fill=255, font=font)
    box = tile.getbbox()
    if box is None:
        return _Letter(None, (0, 0))
    return _Letter(tile.crop(box), (box[0] - room // 2, box[1] - room // 2))


def missing_letters(text: str) -> str:
    """Letters that the font lacks; they are drawn as boxes."""
    font = monospaced(20)
    nothing = bytes(font.getmask("\uffff"))
    rare = sorted({c for c in text if ord(c) > _LATIN and not c.isspace()})[:_MOST_RARE]
    return "".join(c for c in rare if bytes(font.getmask(c)) == nothing)[:40]
