"""How a page is kept: letters in few greys, shades in all of theirs."""

import io

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from sanitizers import Cleaner, encode
from tests.sanitizers import makers
from tests.sanitizers.contract import drawn


def written(size: tuple[int, int] = (800, 1000)) -> Image.Image:
    """A page full of smoothed letters."""
    page = Image.new("RGB", size, "white")
    text = "\n".join(["Een vraag over een geschenk van een leverancier, en wat nu?"] * 60)
    ImageDraw.Draw(page).text((20, 20), text, "black", ImageFont.load_default(13))
    return page


def shades(size: tuple[int, int]) -> Image.Image:
    """As a grey photo has them: all there are, in every direction."""
    return Image.radial_gradient("L").resize(size)


def greys(image: Image.Image) -> int:
    return len(image.convert("L").getcolors() or ())


def farthest(one: Image.Image, other: Image.Image) -> float:
    return ImageChops.difference(one.convert("L"), other.convert("L")).getextrema()[1]  # type: ignore[return-value]


def opened(encoded: encode.Encoded) -> Image.Image:
    return Image.open(io.BytesIO(encoded[1]))


def test_letters_are_kept_in_sixteen_greys() -> None:
    page = written()
    media, data = encode.page(page)
    kept = opened((media, data))
    assert media == "image/png"
    assert greys(page) > 16 >= greys(kept)
    assert farthest(kept, page) <= 8


@pytest.mark.parametrize("part", [1, 0.3])
def test_a_grey_photo_keeps_its_shades(part: float) -> None:
    """Also where it stands on a part of a written page; sixteen greys would be bands of 17 levels."""
    page = written()
    width, height = int(page.width * part), int(page.height * part)
    photo = shades((width, height))
    page.paste(photo.convert("RGB"), (page.width - width, page.height - height))
    media, data = encode.page(page)
    kept = (
        opened((media, data))
        .convert("L")
        .crop((page.width - width, page.height - height, page.width, page.height))
    )
    assert media == "image/webp"
    assert greys(kept) > 100


def test_a_scan_in_a_pdf_keeps_its_shades(cleaner: Cleaner) -> None:
    out = io.BytesIO()
    shades((600, 800)).save(out, "PDF", resolution=72)
    assert greys(drawn(cleaner.clean(out.getvalue()))) > 100


def test_a_picture_of_few_colours_keeps_exactly_those() -> None:
    page = Image.new("RGB", (400, 300), (12, 120, 200))
    page.paste((200, 30, 40), (50, 50, 150, 120))
    kept = opened(encode.page(page))
    assert ImageChops.difference(kept.convert("RGB"), page).getbbox() is None


def test_the_same_pixels_give_the_same_bytes() -> None:
    for page in (written(), makers.picture()):
        assert encode.page(page) == encode.page(page.copy())
        assert encode.photo(page) == encode.photo(page.copy())
