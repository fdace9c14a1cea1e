"""Letters laid side by side are the line that they would be if it were written at once."""

import pytest
from PIL import Image, ImageDraw

from sanitizers import lines

ROWS = [
    "The request was received -- and answered (within ten days): {fi} ffl => ok?",
    "één naïef café, “aangehaald”, ß, €, ½, Ελληνικά, Кириллица",
    "a\u0301e\u0308 \u0645\u0631\u062d\u0628\u0627 ┌──┐ │██│ 漢字 \u200b end",
    "",
    "   indented",
]


@pytest.mark.parametrize("dpi", [72, 150, 220, 333])
def test_a_page_of_letters_is_the_page_of_lines(dpi: int) -> None:
    measures = lines.sheet(dpi)
    whole = Image.new("L", (measures.width, measures.height), 255)
    pen = ImageDraw.Draw(whole)
    for row, line in enumerate(ROWS):
        place = (measures.margin, measures.margin + row * measures.line)
        pen.text(place, line, fill=0, font=measures.font)
    [drawn] = lines.draw([ROWS], [0], dpi)
    assert drawn.image.tobytes() == whole.tobytes()


def test_a_line_that_fits_stays_as_it_is_and_a_longer_one_is_broken() -> None:
    assert lines.wrapped("  kept  as it is \n\nabc def\tghi", 17) == [
        "  kept  as it is ",
        "",
        "abc def ghi",
    ]
    assert lines.wrapped("abc def ghi", 7) == ["abc def", " ghi"]
