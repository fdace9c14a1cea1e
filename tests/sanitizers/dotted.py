"""Printed pages with tracking dots, as scanners and telephones see them.

The grids are of the published kinds: DocuColor's 15 by 8 cells of a tenth of an inch (EFF, 2005) and
the denser, shifted repetitions of other makers (Richter et al., 2018, patterns 1 to 4). Dots are a
tenth of a millimetre of yellow toner: the blue light goes down by half or more, the others hardly.
"""

import io
import random
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from sanitizers.fonts import monospaced

WORDS = (
    "Geachte, hierbij de brief die ik gevonden heb.",
    "De som van 1.250,00 euro werd niet geboekt.",
    "Wie mag dit ondertekenen? Artikel 12, lid 3.",
)


@dataclass(frozen=True)
class Grid:
    """Cells across and down, the distance between them, and which of them hold a dot."""

    name: str
    columns: int
    rows: int
    inches: float
    filled: float


GRIDS = (
    Grid("docucolor", 15, 8, 0.1, 0.4),
    Grid("dense", 24, 48, 0.02, 0.25),
    Grid("medium", 18, 23, 0.03, 0.3),
    Grid("sparse", 32, 32, 0.04, 0.15),
    Grid("wide", 16, 32, 0.06, 0.2),
)


def places(grid: Grid, dpi: int, size: tuple[int, int]) -> list[tuple[int, int]]:
    """Where the dots of a page stand, in pixels: one cell pattern, repeated over the sheet."""
    chance = random.Random(grid.name)
    cells = [
        (column, row)
        for column in range(grid.columns)
        for row in range(grid.rows)
        if chance.random() < grid.filled
    ]
    step = grid.inches * dpi
    across, down = step * grid.columns, step * grid.rows
    found = []
    for left in range(int(size[0] / across) + 1):
        for top in range(int(size[1] / down) + 1):
            for column, row in cells:
                x, y = int(left * across + column * step), int(top * down + row * step)
                if x < size[0] and y < size[1]:
                    found.append((x, y))
    return found


def page(dpi: int, *, inches: tuple[float, float] = (4.0, 3.0)) -> Image.Image:
    """Black letters on white."""
    image = Image.new("RGB", (round(inches[0] * dpi), round(inches[1] * dpi)), "white")
    pen = ImageDraw.Draw(image)
    font = monospaced(round(10 * dpi / 72))
    for number, words in enumerate(WORDS):
        pen.text((0.3 * dpi, (0.3 + 0.4 * number) * dpi), words, fill=(15, 15, 15), font=font)
    return image


def printed(clean: Image.Image, grid: Grid, dpi: int) -> Image.Image:
    """The page with its dots, a tenth of a millimetre wide."""
    scale = 4
    layer = Image.new("L", (clean.width * scale, clean.height * scale), 0)
    pen = ImageDraw.Draw(layer)
    radius = max(1, round(0.1 / 25.4 * dpi * scale / 2))
    for x, y in places(grid, dpi, clean.size):
        at = (x * scale + scale // 2, y * scale + scale // 2)
        pen.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill=255)
    cover = layer.resize(clean.size, Image.Resampling.BOX)
    yellow = ImageChops.multiply(clean, Image.new("RGB", clean.size, (255, 246, 90)))
    return Image.composite(yellow, clean, cover)


def photographed(image: Image.Image) -> Image.Image:
    """Lamp light from one side, a soft lens, warm paper, a sensor's noise."""
    light = Image.linear_gradient("L").rotate(90).resize(image.size)
    light = light.point(lambda value: 185 + value * 60 // 255)
    lit = ImageChops.multiply(image, Image.merge("RGB", (light, light, light)))
    warm = ImageChops.multiply(lit, Image.new("RGB", image.size, (255, 250, 238)))
    soft = warm.filter(ImageFilter.GaussianBlur(0.6))
    noise = Image.effect_noise(image.size, 6)
    return Image.merge("RGB", [ImageChops.add(band, noise, 1, -128) for band in soft.split()])


def as_jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling="4:2:0")
    return out.getvalue()
