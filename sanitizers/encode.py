"""From pixels to the smallest page that looks the same.

Nothing here depends on the time, the machine's load or the file the pixels came from: the same
pixels give the same bytes. JPEG uses the standard quantisation tables (ITU T.81, annex K).
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageChops

JPEG_QUALITY = 85
WEBP_QUALITY = 82
# Above it WebP takes longer than decoding; JPEG is then larger by about a quarter, and at once.
WEBP_PIXELS = 1_500_000
# Colours up to which a page is drawn (text, a table, a screen) rather than photographed.
FEW_COLOURS = 256
# Greys that are enough for smoothed letters: four bits a pixel, no difference to the eye.
_GREYS = 16
# Of zlib, from 1 to 9. On a full page of text 4 takes a third less time than the usual 6 and
# gives a hundredth more bytes.
_LEVEL = 4
# Z_DEFAULT_STRATEGY. Pillow by itself takes the one for filtered rows, which these are not: it gives
# a twentieth more bytes in the same time.
_STRATEGY = 0
# How far the channels of a page may lie apart and still be grey.
_NEARLY_GREY = 6
# Neighbours that differ, and by no more than this, are of a photo or a scan: of letters, however small,
# they are a sixtieth at most (the sample files' pages), of a photo a third. A page with a photo on a
# tenth of it lies between.
_SHADES = 8
_SHADED_PART = 1 / 25
# Every so many rows of a page are looked at.
_ROWS = 8

Encoded = tuple[str, bytes]


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _jpeg(image: Image.Image) -> Encoded:
    # Tables made for the picture would save a fourteenth and double the time.
    data = _saved(image, "JPEG", quality=JPEG_QUALITY, subsampling="4:2:0")
    return "image/jpeg", data


def _webp(image: Image.Image) -> Encoded:
    return "image/webp", _saved(image, "WEBP", quality=WEBP_QUALITY, method=1)


def _png(image: Image.Image, **options: object) -> Encoded:
    return "image/png", _saved(image, "PNG", **options)


def as_png(image: Image.Image) -> bytes:
    """Any picture as one that can be looked at apart from its file; never a page."""
    return _png(image.convert("RGB"))[1]


def _is_grey(image: Image.Image) -> bool:
    if image.mode == "L":
        return True
    # Most coloured pages show it in every sixteenth pixel, for a hundredth of the work.
    few = image.resize((-(-image.width // 16), -(-image.height // 16)), Image.Resampling.NEAREST)
    return _channels_agree(few) and _channels_agree(image)


def _channels_agree(image: Image.Image) -> bool:
    red, green, blue = image.split()
    return all(
        _greatest(ImageChops.difference(*pair)) <= _NEARLY_GREY
        for pair in ((red, green), (green, blue))
    )


def _greatest(band: Image.Image) -> float:
    """The highest level in use."""
    highest = band.getextrema()[1]
    return highest if isinstance(highest, int | float) else 255


def _is_shaded(grey: Image.Image) -> bool:
    """Whether a grey page has shades that few greys would turn into bands."""
    width, height = grey.width - 1, grey.height - 1
    if not width or not height:
        return False
    rows = (width, -(-height // _ROWS))
    # Each pixel and the one below it to the right: shades run in any direction.
    one, other = (
        grey.crop((x, x, x + width, x + height)).resize(rows, Image.Resampling.NEAREST)
        for x in (0, 1)
    )
    apart = ImageChops.difference(one, other).histogram()
    return sum(apart[1 : _SHADES + 1]) > _SHADED_PART * sum(apart)


def _in_sixteen_greys(grey: Image.Image) -> Encoded:
    step = 255 // (_GREYS - 1)
    indexes = grey.point([(value + step // 2) // step for value in range(256)])
    indexes.putpalette([level for index in range(_GREYS) for level in [index * step] * 3])
    return _png(indexes, bits=4, compress_level=_LEVEL, compress_type=_STRATEGY)


def _in_few_colours(image: Image.Image) -> Encoded | None:
    """Exactly the colours of the page, when they are few; None otherwise."""
    if image.mode == "L":
        return _png(image)
    colours = image.getcolors(FEW_COLOURS)
    if colours is None:
        return None
    exact = image.quantize(len(colours), method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    same = ImageChops.difference(exact.convert("RGB"), image.convert("RGB")).getbbox() is None
    return _png(exact) if same else None


def photo(image: Image.Image) -> Encoded:
    """Media and bytes of a photograph, or of a drawing that came as one."""
    few = None if image.getcolors(FEW_COLOURS) is None else _exact(image)
    if image.width * image.height > WEBP_PIXELS:
        return min_of(_jpeg(image), few)
    return min_of(_webp(image), few)


def _exact(image: Image.Image) -> Encoded:
    return _in_few_colours(image) or _png(image)


def page(image: Image.Image) -> Encoded:
    """Media and bytes of a page of a document."""
    if _is_grey(image):
        grey = image.convert("L")
        if not _is_shaded(grey):
            return _in_sixteen_greys(grey)
    return min_of(_webp(image), _in_few_colours(image))


def min_of(first: Encoded, second: Encoded | None) -> Encoded:
    """The smaller; the first when they are equal."""
    return second if second is not None and len(second[1]) < len(first[1]) else first
