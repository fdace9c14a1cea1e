"""JPEG: baseline, progressive, grey, CMYK, and MPF with its second pictures."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from sanitizers.formats.base import Work
from sanitizers.formats.photo import Photo
from sanitizers.picture import check_size
from sanitizers.traces import jpeg as jpeg_traces
from sanitizers.values import Caution, Trace


class Jpeg(Photo):
    """One page: the picture itself. Second pictures of MPF are traces, not pages."""

    kind = "jpeg"
    decoder = "JPEG"

    def recognises(self, untrusted: bytes) -> bool:
        """SOI and the start of a marker."""
        return untrusted.startswith(b"\xff\xd8\xff")

    def count(self, work: Work) -> int:
        """Always one."""
        with self.opened(work) as image:
            self.check(image, work)
        return 1

    def check(self, image: Image.Image, work: Work) -> None:
        """Very large pictures are decoded at a half, a quarter or an eighth, so they may be larger."""
        check_size(image.size, work.limits, work.limits.jpeg_pixels)
        longest = work.options.longest_side
        width, height = image.size
        scale = longest / max(width, height)
        if scale < 1:
            image.draft(None, (int(width * scale), int(height * scale)))

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Every segment, and what follows the end."""
        return jpeg_traces.traces(work.untrusted)

    def thumbnails(self, work: Work) -> Iterator[bytes]:
        """Of EXIF, of the maker, of Photoshop, of MPF."""
        return jpeg_traces.thumbnails(work.untrusted)
