"""Drawing a case as pictures: text becomes sheets, attachments their pages, all with the day on it."""

from __future__ import annotations

import io
from datetime import date
from functools import lru_cache

from PIL import Image, ImageDraw

from portal.assisted.archive.opened import ArchiveUnreadable, Line, OpenedCase
from portal.assisted.archive.pixels import Pixels
from sanitizers import lines
from sanitizers.fonts import monospaced

WIDTH, HEIGHT, MARGIN = 1240, 1754, 100  # A4 at 150 dpi
BODY, SMALL, LEADING = 24, 20, 38
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
        draw.text((MARGIN, MARGIN + 90 + number * LEADING), row, INK, monospaced(BODY))
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
    draw.text((MARGIN, MARGIN), f"{case.name}: {kind}", INK, monospaced(BODY + 8))
    draw.text((MARGIN, MARGIN + 45), _drawable(line.who), FAINT, monospaced(SMALL))
    foot = f"Uit het archief, bekeken op {today.isoformat()}. Niet verspreiden."
    draw.text((MARGIN, HEIGHT - MARGIN + 20), foot, FAINT, monospaced(SMALL))
    return picture, draw


def _broken(line: Line) -> list[list[str]]:
    """The text in rows that fit, the rows in sheets that fit; at least one sheet."""
    text = _drawable("\n".join((*line.facts, line.text)))
    # By counting letters, all as wide as each other: measuring one long word would take for ever.
    columns = int((WIDTH - 2 * MARGIN) / monospaced(BODY).getlength("m"))
    rows = lines.wrapped(text, columns) or [""]
    a_sheet = (HEIGHT - 2 * MARGIN - 90) // LEADING
    return [rows[i : i + a_sheet] for i in range(0, len(rows), a_sheet)]


def _drawable(text: str) -> str:
    """The text with the number of each letter that the font lacks: a box would be lost for good."""
    return "".join(letter if letter.isspace() else _drawn(letter) for letter in text)


@lru_cache(maxsize=1 << 16)
def _drawn(letter: str) -> str:
    lacking = lines.missing_letters(letter) and lines.visible(letter)
    return f"<U+{ord(letter):04X}>" if lacking else letter


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
