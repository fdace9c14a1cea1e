"""Whether a thumbnail shows the picture it belongs to, or something that was cut away."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageStat

from sanitizers.values import Trace

_SIDE = 16
_MOST_PIXELS = 12_000_000
_MOST_THUMBNAILS = 8
# Correlation of two small greys; the same scene, recompressed or stretched, lies above it.
_ALIKE = 0.55
_FLAT = 4.0
_TURNS = (
    None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270,
    Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM,
)  # fmt: skip
_BLACK = 24


def _decoded(untrusted: bytes) -> Image.Image | None:
    try:
        with Image.open(BytesIO(untrusted), formats=("JPEG", "PNG", "TIFF")) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            return image.convert("L")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a thumbnail that can't be decoded shows nothing
        return None


def _without_bars(image: Image.Image) -> Image.Image:
    """Cameras pad thumbnails of another shape with black bars."""
    box = image.point(lambda value: 255 * (value > _BLACK)).getbbox()
    return image.crop(box) if box else image


def _small(image: Image.Image) -> list[float]:
    small = image.resize((_SIDE, _SIDE), Image.Resampling.BOX)
    mean = ImageStat.Stat(small).mean[0]
    return [value - mean for value in small.tobytes()]


def _correlation(one: list[float], other: list[float]) -> float:
    product = sum(a * b for a, b in zip(one, other, strict=True))
    size = (sum(a * a for a in one) * sum(b * b for b in other)) ** 0.5
    return product / size if size else 0.0


def _alike(thumbnail: Image.Image, picture: Image.Image) -> bool:
    whole = _small(picture)
    for shown in (thumbnail, _without_bars(thumbnail)):
        for turn in _TURNS:
            turned = shown if turn is None else shown.transpose(turn)
            if _correlation(_small(turned), whole) > _ALIKE:
                return True
    return False


def _is_flat(image: Image.Image) -> bool:
    return ImageStat.Stat(image).stddev[0] < _FLAT


def compared(untrusted_thumbnails: Iterator[bytes], picture: Image.Image) -> Iterator[Trace]:
    """A trace for every thumbnail; another kind for one that shows something else."""
    grey = None
    for number, untrusted in enumerate(untrusted_thumbnails):
        thumbnail = _decoded(untrusted) if number < _MOST_THUMBNAILS else None
        if thumbnail is None:
            continue
        grey = grey or picture.convert("L")
        differs = not (_is_flat(thumbnail) and _is_flat(grey)) and not _alike(thumbnail, grey)
        kind = "thumbnail-differs" if differs else "thumbnail"
        yield Trace(kind, f"{thumbnail.width} x {thumbnail.height}")
