"""HEIC, AVIF and JPEG 2000: pictures in boxes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import ClassVar

import pillow_heif
from PIL import Image

from sanitizers.errors import Refused
from sanitizers.formats.base import Work
from sanitizers.formats.photo import Photo
from sanitizers.traces import exif, heif, jp2
from sanitizers.values import Caution, Trace

# What isn't the picture is told from the boxes; there is no need to decode it.
pillow_heif.options.THUMBNAILS = False
pillow_heif.options.DEPTH_IMAGES = False
pillow_heif.options.AUX_IMAGES = False
pillow_heif.options.DECODE_THREADS = 2
pillow_heif.register_heif_opener()

# JPEG XL only where somebody installed Pillow's plug-in for it.
with suppress(ImportError):
    import_module("pillow_jxl")


class _Heif(Photo):
    """A picture, or a few, in an ISO base media file with an item for each part."""

    brands: ClassVar[frozenset[bytes]]

    def recognises(self, untrusted: bytes) -> bool:
        """One of its brands, the major one first."""
        if untrusted[4:8] != b"ftyp":
            return False
        end = min(int.from_bytes(untrusted[:4], "big"), 256)
        compatible = {untrusted[at : at + 4] for at in range(16, end, 4)}
        major = untrusted[8:12]
        return major in self.brands or (
            major in {b"mif1", b"msf1"} and bool(compatible & self.brands)
        )

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Items with metadata, profiles, second pictures, sequences, and what follows the end."""
        return heif.traces(work.untrusted)

    def thumbnails(self, work: Work) -> Iterator[bytes]:
        """Of its EXIF."""
        for block in heif.exif_blocks(work.untrusted):
            yield from exif.thumbnails(block)


class Avif(_Heif):
    """AV1 pictures and sequences of them."""

    kind = "avif"
    decoder = "AVIF"
    brands = frozenset({b"avif", b"avis"})


class Heic(_Heif):
    """HEVC pictures: what telephones write."""

    kind = "heic"
    decoder = "HEIF"
    brands = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


class Jpeg2000(Photo):
    """JPEG 2000, in its box file or as a bare codestream."""

    kind = "jp2"
    decoder = "JPEG2000"

    def recognises(self, untrusted: bytes) -> bool:
        """The signature box, or SOC and SIZ."""
        return untrusted.startswith((b"\0\0\0\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51"))

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Boxes, comments, and what follows the end."""
        return jp2.traces(work.untrusted)


class JpegXl(Photo):
    """JPEG XL, bare or in boxes; refused by its name where no decoder is installed."""

    kind = "jxl"
    decoder = "JXL"

    def recognises(self, untrusted: bytes) -> bool:
        """The signature box, or the bare codestream's two bytes."""
        return untrusted.startswith((b"\0\0\0\x0cJXL \r\n\x87\n", b"\xff\x0a"))

    def opened(self, work: Work) -> Image.Image:
        """Raises `Refused` where there is no decoder."""
        if self.decoder not in Image.OPEN:
            raise Refused("no-reader")
        return super().opened(work)

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Boxes, and what follows the end."""
        return jp2.traces(work.untrusted) if work.untrusted[:1] == b"\0" else iter(())
