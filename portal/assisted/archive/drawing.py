"""Drawing a case as pictures: text becomes sheets, attachments their pages, all with the day on it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from portal.assisted.archive.opened import ArchiveUnreadable, Line, OpenedCase
from portal.assisted.archive.pixels import Pixels

WIDTH, HEIGHT, MARGIN = 1240, 1754, 100  # A4 at 150 dpi
BODY, SMALL, LEADING = 26, 20, 38
INK, FAINT, PAPER = (35, 45, 45), (110, 120, 120), (255, 255, 255)

HEADINGS = {
    "damaged": "let op",
    "question": "vraag",
    "reply": "bericht",
    "thanks": "bedanking",
    "feedback": "eerste feedback",
    "final": "definitief antwoord",
    "pass": "doorgegeven",
    "close": "afgesloten",
    "withdraw": "ingetrokken",
    "recuse": "trekt zich terug",
    "note": "interne nota",
    "triage": "indeling",
    "draft": "ontwerp",
    "record": "wat werd doorgegeven",
}


def count(case: OpenedCase) -> int:
    """How many sheets a case has, without opening its pages."""
    return sum(len(_broken(line)) + len(line.pages) for line in case.lines)


def sheet(case: OpenedCase, number: int, today: date, pixels: Pixels) -> bytes:
    """One sheet as PNG; raises `ArchiveUnreadable` for a number that is not there."""
    for line in case.lines:
        texts = _broken(line)
        if number < len(texts):
            return _png(_text_sheet(case, line, texts[number], today))
        number -= len(texts)
        if number < len(line.pages):
            page = case.page(line.message, line.pages[number])
            return _png(_page_sheet(case, line, pixels(page), today))
        number -= len(line.pages)
    raise ArchiveUnreadable("there is no such sheet")


def _text_sheet(case: OpenedCase, line: Line, rows: list[str], today: date) -> Image.Image:
    picture, draw = _paper(case, line, today)
    for number, row in enumerate(rows):
        draw.text((MARGIN, MARGIN + 90 + number * LEADING), row, INK, _font(BODY))
    return picture


def _page_sheet(case: OpenedCase, line: Line, drawn: Image.Image, today: date) -> Image.Image:
    picture, _ = _paper(case, line, today)
    drawn.thumbnail((WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN - 90))
    picture.paste(drawn, (MARGIN, MARGIN + 90))
    return picture


def _paper(case: OpenedCase, line: Line, today: date) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(picture)
    kind = HEADINGS.get(line.kind, line.kind)
    draw.text((MARGIN, MARGIN), f"{case.name}: {kind}", INK, _font(BODY + 8))
    draw.text((MARGIN, MARGIN + 45), line.who, FAINT, _font(SMALL))
    foot = f"Uit het archief, bekeken op {today.isoformat()}. Niet verspreiden."
    draw.text((MARGIN, HEIGHT - MARGIN + 20), foot, FAINT, _font(SMALL))
    return picture, draw


def _font(size: int) -> FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _broken(line: Line) -> list[list[str]]:
    """The text in rows that fit, the rows in sheets that fit; at least one sheet."""
    font = _font(BODY)
    rows = [row for block in line.text.splitlines() or [""] for row in _wrapped(block, font)]
    a_sheet = (HEIGHT - 2 * MARGIN - 90) // LEADING
    return [rows[i : i + a_sheet] for i in range(0, len(rows), a_sheet)]


def _wrapped(block: str, font: FreeTypeFont | ImageFont.ImageFont) -> Iterator[str]:
    room = WIDTH - 2 * MARGIN
    row = ""
    for word in block.split():
        longer = f"{row} {word}".strip()
        if row and font.getlength(longer) > room:
            yield row
            longer = word
        # A word that is wider than the sheet goes on in the next row.
        while font.getlength(longer) > room:
            fits = next(n for n in range(len(longer), 0, -1) if font.getlength(longer[:n]) <= room)
            yield longer[:fits]
            longer = longer[fits:]
        row = longer
    yield row


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
