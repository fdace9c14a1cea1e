"""Removing the dots with which colour printers sign a page (machine identification codes).

The dots are yellow, a tenth of a millimetre wide, and repeat over the whole sheet. Yellow shows in
the blue channel; after JPEG a trace of it stays in the others. So the page gives up its colours:
it is redrawn from the channel in which yellow is paper, small faint specks are levelled to what
surrounds them, and everything that is nearly as light as the paper becomes white. Letters differ
from paper by far more than that. Sources: EFF, "DocuColor Tracking Dot Decoding Guide" (2005);
Richter et al., "Forensic Analysis and Anonymisation of Printed Documents" (IH&MMSec 2018).
"""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter, ImageMath

# Shares of the paper's own lightness: from here on paper, up to here ink.
_PAPER, _INK = 0.80, 0.22
# What a speck may differ from its surroundings and still be levelled.
_FAINT = 26
# Wider than a dot and its blur in a page of the largest size that is drawn.
_SPECK_PIXELS = 5
# Paper is measured over tiles wider than strokes of letters.
_TILE = 8
_AROUND = 9
_STRONG = 60


def _yellow_free(image: Image.Image) -> Image.Image:
    """The lighter of red and green: there, yellow ink is as light as the paper it is on."""
    if image.mode == "L":
        return image
    red, green, _ = image.convert("RGB").split()
    return ImageChops.lighter(red, green)


def _levelled(grey: Image.Image) -> Image.Image:
    """Specks that stand out faintly take the value of what surrounds them; edges stay."""
    around = grey.filter(ImageFilter.MedianFilter(_SPECK_PIXELS))
    difference = ImageChops.difference(grey, around)
    # Beside strong strokes the small differences are the strokes' own smooth edges.
    strokes = difference.point(lambda value: 255 * (value > _STRONG))
    near_strokes = strokes.filter(ImageFilter.MaxFilter(3))
    faint = difference.point(lambda value: 255 * (value <= _FAINT))
    return Image.composite(around, grey, ImageChops.darker(faint, ImageChops.invert(near_strokes)))


def _paper(grey: Image.Image) -> Image.Image:
    """How light the paper is at each place: shadows and lamps make it differ over a photo."""
    tiles = grey.reduce(_TILE).filter(ImageFilter.MaxFilter(_AROUND))
    smooth = tiles.filter(ImageFilter.GaussianBlur(_AROUND // 2))
    return smooth.resize(grey.size, Image.Resampling.BILINEAR)


def removed(image: Image.Image) -> Image.Image:
    """The page in greys on white paper, without dots. The same pixels give the same page."""
    grey = _levelled(_yellow_free(image))
    share: Image.Image = ImageMath.lambda_eval(
        lambda args: args["convert"](
            (args["float"](args["grey"]) / args["max"](args["paper"], 1) - _INK)
            * (255.0 / (_PAPER - _INK)),
            "F",
        ),
        grey=grey,
        paper=_paper(grey),
    )
    # Clipped by the conversion: below ink black, above paper white.
    return share.convert("L")
