"""Pixels from scratch: turned upright, in sRGB, on white, no larger than needed, nothing else.

The order matters. Sizes are checked before anything is decoded, profiles are applied while the
colours are still those the profile speaks of, and the last step copies bare pixels into a new
image, so that nothing that a library hung on the old one can travel.
"""

from __future__ import annotations

from io import BytesIO
from threading import Thread

from PIL import Image, ImageCms

from sanitizers.errors import Refused
from sanitizers.limits import Limits

# Sizes are checked here, before decoding, with limits that can be set.
Image.MAX_IMAGE_PIXELS = None

_SRGB = ImageCms.createProfile("sRGB")
_WIDE_GREYS = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N", "F"})
_PROFILED = {"RGB": "RGB ", "CMYK": "CMYK", "L": "GRAY"}
_MOST_8_BIT, _MOST_16_BIT = 255, 65535
_FILTER = Image.Resampling.HAMMING
# Rows of the result from which a second thread is worth starting.
_HALVES_FROM = 600


def check_size(size: tuple[int, int], limits: Limits, pixels: int | None = None) -> None:
    """Raise `Refused` for a picture without area or with more than the limits allow."""
    width, height = size
    most = limits.pixels if pixels is None else pixels
    if width < 1 or height < 1:
        raise Refused("damaged")
    if width * height > most or max(size) > limits.side:
        raise Refused("too-many-pixels", {"width": width, "height": height, "limit": most})


def _grey_from_wide(image: Image.Image) -> Image.Image:
    """16-bit and floating greys to 8 bits, stretched over what is in the picture."""
    low, high = image.getextrema()
    if not isinstance(low, int | float) or not isinstance(high, int | float):
        raise Refused("damaged")
    if low >= 0 and _MOST_8_BIT < high <= _MOST_16_BIT and image.mode != "F":
        low, high = 0, _MOST_16_BIT
    elif low >= 0 and high <= _MOST_8_BIT:
        low, high = 0, _MOST_8_BIT
    span = (high - low) or 1
    wide = image if image.mode in {"I", "F"} else image.convert("I")
    return (
        wide.convert("F").point(lambda value: value * (255 / span) - low * 255 / span).convert("L")
    )


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Apply the picture's own profile when it has one that fits; RGB comes out."""
    if profile and image.mode in _PROFILED:
        try:
            theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
            if theirs.profile.xcolor_space == _PROFILED[image.mode]:
                converted = ImageCms.profileToProfile(image, theirs, _SRGB, outputMode="RGB")
                return converted or image.convert("RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            # A broken profile is no reason to lose the picture; its colours are read as sRGB.
            return image.convert("RGB")
    return image if image.mode in {"L", "RGB"} else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """Alpha laid on white, whatever mode carried it."""
    if image.mode in {"PA", "P"} or (
        image.mode in {"L", "RGB", "1"} and "transparency" in image.info
    ):
        image = image.convert(
            "RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB"
        )
    if image.mode == "RGBa":
        image = image.convert("RGBA")
    if image.mode in {"LA", "La"}:
        image = image.convert("RGBA")
    if image.mode != "RGBA":
        return image
    if image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    # An RGB copy keeps the profile's colours; the alpha is laid on after.
    white = Image.new("RGB", image.size, "white")
    white.paste(image.convert("RGB"), mask=image.getchannel("A"))
    return white


def scaled(image: Image.Image, longest_side: int) -> Image.Image:
    """No side longer than `longest_side`; never enlarged."""
    longest = max(image.size)
    if longest <= longest_side:
        return image
    width, height = (max(1, round(side * longest_side / longest)) for side in image.size)
    if image.mode not in _PROFILED or height < _HALVES_FROM:
        return image.resize((width, height), _FILTER)
    return _in_two_halves(image, width, height)


def _in_two_halves(image: Image.Image, width: int, height: int) -> Image.Image:
    """Both halves at once: scaling costs as much as decoding, and most machines have two cores.

    The halves are the same on every machine, and so are the pixels.
    """
    new = Image.new(image.mode, (width, height))
    middle = height // 2
    share = image.height / height

    def scale(top: int, bottom: int) -> None:
        box = (0.0, top * share, float(image.width), bottom * share)
        new.paste(image.resize((width, bottom - top), _FILTER, box), (0, top))

    other = Thread(target=scale, args=(middle, height))
    other.start()
    scale(0, middle)
    other.join()
    return new


def _bare(image: Image.Image) -> Image.Image:
    """Copy pixels, and only pixels, into a new image; unless it is one already."""
    if type(image) is Image.Image and not image.info:
        return image
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def rebuilt(image: Image.Image, longest_side: int, *, upright: bool = True) -> Image.Image:
    """A new image, mode L or RGB, with the pixels of `image` and nothing else of it.

    The caller has checked the size. `upright` turns it as its EXIF orientation says.
    """
    image.load()
    profile = image.info.get("icc_profile")
    orientation = _orientation(image) if upright else 1
    if image.mode in _WIDE_GREYS:
        image = _grey_from_wide(image)
    image = _on_white(image)
    if image.mode == "1":
        image = image.convert("L")
    image = _to_srgb(scaled(image, longest_side), profile)
    return _bare(_turned(image, orientation))


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _orientation(image: Image.Image) -> int:
    try:
        found = image.getexif().get(0x0112, 1)
    except Exception:  # noqa: BLE001 - a broken EXIF block must not cost the picture
        return 1
    return found if isinstance(found, int) else 1


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)
