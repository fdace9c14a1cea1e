"""The older rasters: GIF, TIFF, BMP and the portable maps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PIL import Image, ImageOps

from sanitizers.encode import as_png
from sanitizers.formats.base import Work
from sanitizers.formats.photo import Photo
from sanitizers.traces import rasters
from sanitizers.values import Caution, Trace


class Gif(Photo):
    """One page a frame."""

    kind = "gif"
    decoder = "GIF"

    def recognises(self, untrusted: bytes) -> bool:
        """Either version's signature."""
        return untrusted.startswith((b"GIF87a", b"GIF89a"))

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Comments, application blocks, and what follows the end."""
        return rasters.gif(work.untrusted)


_REDUCED = 1
_SUBFILE_TYPE = 0x00FE
_PHOTOMETRIC = 0x0106
_MOST_COPIES = 4
_LARGEST_COPY = 1_000_000  # pixels; larger ones are second pictures rather than thumbnails
_WHITE_IS_ZERO = 0


class Tiff(Photo):
    """One page a directory; directories that are only a smaller copy are traces."""

    kind = "tiff"
    decoder = "TIFF"

    def recognises(self, untrusted: bytes) -> bool:
        """Either byte order, classic or big."""
        return untrusted[:4] in {b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"}

    def frames(self, image: Image.Image, work: Work) -> list[int]:
        """The directories that are pages."""
        pages = [number for number, reduced in self._directories(image, work) if not reduced]
        return pages or [0]

    def _directories(self, image: Image.Image, work: Work) -> Iterator[tuple[int, bool]]:
        """Number of each directory, and whether it says that it is a smaller copy."""
        for number in range(min(super().frames(image, work)[-1] + 1, work.limits.frames * 4)):
            try:
                image.seek(number)
            except (EOFError, OSError, ValueError, SyntaxError):
                return
            tags = getattr(image, "tag_v2", {})
            yield number, bool(int(tags.get(_SUBFILE_TYPE, 0)) & _REDUCED)

    def rebuilt(self, image: Image.Image, work: Work) -> Image.Image:
        """16-bit greys may count from white."""
        rebuilt = super().rebuilt(image, work)
        photometric = getattr(image, "tag_v2", {}).get(_PHOTOMETRIC)
        inverted = image.mode.startswith("I") and photometric == _WHITE_IS_ZERO
        return ImageOps.invert(rebuilt) if inverted else rebuilt

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Every tag of every directory, and bytes that none of them needs at the end."""
        return rasters.tiff_file(work.untrusted)

    def thumbnails(self, work: Work) -> Iterator[bytes]:
        """Of its directories and its Photoshop resources; and whole directories that are copies."""
        yield from rasters.tiff_thumbnails(work.untrusted)
        with self.opened(work) as image:
            copies = [number for number, reduced in self._directories(image, work) if reduced]
            for number in copies[:_MOST_COPIES]:
                image.seek(number)
                if image.width * image.height <= _LARGEST_COPY:
                    yield as_png(image)


class Bmp(Photo):
    """One page."""

    kind = "bmp"
    decoder = "BMP"

    def recognises(self, untrusted: bytes) -> bool:
        """The signature and a known length of the second header."""
        return untrusted[:2] == b"BM" and int.from_bytes(untrusted[14:18], "little") in {
            12,
            16,
            40,
            52,
            56,
            64,
            108,
            124,
        }

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Gaps, profiles, and what follows the pixels."""
        return rasters.bmp(work.untrusted)


_PORTABLE = re.compile(rb"P[1-6f][ \t\r\n#]|P7[\r\n]|Pf[\r\n]|PF[\r\n]")


class Ppm(Photo):
    """Portable bit, grey, pixel and float maps."""

    kind = "ppm"
    decoder = "PPM"

    def recognises(self, untrusted: bytes) -> bool:
        """A magic number and a space; and a size behind it."""
        return (
            _PORTABLE.match(untrusted) is not None and rasters.portable_size(untrusted) is not None
        )

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Comments, and what follows the pixels."""
        return rasters.ppm(work.untrusted)
