"""Printer dots: gone at every density, resolution, compression and scale; the letters stay."""

import io
import statistics

import pytest
from PIL import Image, ImageChops

from sanitizers import Cleaner, Options
from sanitizers.dots import removed
from tests.sanitizers import dotted
from tests.sanitizers.dotted import GRIDS, Grid

WITHOUT_DOTS = Options(remove_dots=True)
# What an instrument could still see of a dot, in levels of 255; noise alone is larger.
INVISIBLE = 0.5


def cleaned(cleaner: Cleaner, untrusted: bytes, options: Options = WITHOUT_DOTS) -> Image.Image:
    page = cleaner.clean(untrusted, options).pages[0]
    return Image.open(io.BytesIO(page.data)).convert("RGB")


def signal(image: Image.Image, grid: Grid, dpi: int, scale: float = 1.0) -> float:
    """How much darker in any channel the dots are than the paper half a cell beside them.

    Averaged over all dots of the page that have nothing printed near, as someone who knows the
    grid would do to pull it out of the noise.
    """
    size = (round(image.width / scale), round(image.height / scale))
    aside = max(3, round(grid.inches * dpi / 2))
    found = []
    for band in image.split():
        pixels, width = band.tobytes(), band.width
        differences = []
        for x, y in dotted.places(grid, dpi, size):
            at = (round(x * scale), round(y * scale))
            beside = (round((x + aside) * scale), round((y + aside) * scale))
            if beside[0] < image.width and beside[1] < image.height and y > 1.7 * dpi:
                differences.append(
                    pixels[beside[1] * width + beside[0]] - pixels[at[1] * width + at[0]]
                )
        found.append(abs(statistics.fmean(differences)))
    return max(found)


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Of all pixels that are ink in either page, the share that is ink in both."""
    dark = [image.convert("L").point(lambda value: 255 * (value < 128)) for image in (one, other)]
    both, either = ImageChops.darker(*dark), ImageChops.lighter(*dark)
    return sum(both.tobytes()) / max(1, sum(either.tobytes()))


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: grid.name)
@pytest.mark.parametrize("dpi", [150, 300, 600])
@pytest.mark.parametrize("quality", [95, 75, 50])
def test_the_dots_of_a_scan_are_gone_and_its_letters_are_not(
    cleaner: Cleaner, grid: Grid, dpi: int, quality: int
) -> None:
    clean = dotted.page(dpi)
    scan = dotted.as_jpeg(dotted.printed(clean, grid, dpi), quality)
    page = cleaned(cleaner, scan)
    assert signal(page, grid, dpi) <= INVISIBLE
    assert likeness(page, clean) > 0.8


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: grid.name)
def test_the_dots_are_there_when_nobody_asks(cleaner: Cleaner, grid: Grid) -> None:
    """Else the test above would prove nothing."""
    scan = dotted.as_jpeg(dotted.printed(dotted.page(300), grid, 300), 90)
    assert signal(cleaned(cleaner, scan, Options()), grid, 300) > 10 * INVISIBLE


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: grid.name)
@pytest.mark.parametrize("dpi", [200, 300])
def test_the_dots_of_a_photo_in_lamp_light_are_gone(cleaner: Cleaner, grid: Grid, dpi: int) -> None:
    clean = dotted.page(dpi)
    photo = dotted.as_jpeg(dotted.photographed(dotted.printed(clean, grid, dpi)), 85)
    page = cleaned(cleaner, photo)
    assert signal(page, grid, dpi) <= INVISIBLE
    assert likeness(page, clean) > 0.7


@pytest.mark.parametrize("scale", [0.4, 0.55, 0.75])
def test_the_dots_are_gone_after_scaling(cleaner: Cleaner, scale: float) -> None:
    grid, dpi = GRIDS[2], 600
    clean = dotted.page(dpi)
    scan = dotted.as_jpeg(dotted.printed(clean, grid, dpi), 85)
    side = round(clean.width * scale)
    page = cleaned(cleaner, scan, Options(remove_dots=True, longest_side=side))
    assert signal(page, grid, dpi, scale) <= INVISIBLE
    assert likeness(page, clean.resize(page.size, Image.Resampling.HAMMING)) > 0.7


def test_the_dots_of_a_scan_inside_a_pdf_are_gone(cleaner: Cleaner) -> None:
    grid, dpi = GRIDS[0], 150
    out = io.BytesIO()
    dotted.printed(dotted.page(dpi), grid, dpi).save(out, "PDF", resolution=dpi, quality=90)
    assert signal(cleaned(cleaner, out.getvalue()), grid, dpi) <= INVISIBLE


def test_paper_becomes_wholly_white() -> None:
    page = removed(dotted.printed(dotted.page(200), GRIDS[1], 200))
    assert page.mode == "L"
    assert page.crop((0, 360, 800, 600)).getextrema() == (255, 255)


def test_the_asker_is_told_that_colours_were_given_up(cleaner: Cleaner) -> None:
    told = cleaner.clean(dotted.as_jpeg(dotted.page(100), 80), WITHOUT_DOTS).cautions
    assert [caution.kind for caution in told] == ["dots-removed"]


def test_the_same_photo_gives_the_same_page(cleaner: Cleaner) -> None:
    photo = dotted.as_jpeg(dotted.photographed(dotted.page(150)), 85)
    assert cleaner.clean(photo, WITHOUT_DOTS) == cleaner.clean(photo, WITHOUT_DOTS)
