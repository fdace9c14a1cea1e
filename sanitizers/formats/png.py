"""PNG and APNG."""

from __future__ import annotations

from collections.abc import Iterator

from sanitizers.formats.base import Work
from sanitizers.formats.photo import Photo
from sanitizers.traces import png as png_traces
from sanitizers.values import Caution, Trace


class Png(Photo):
    """One page, or one a frame of an APNG."""

    kind = "png"
    decoder = "PNG"

    def recognises(self, untrusted: bytes) -> bool:
        """The signature."""
        return untrusted.startswith(b"\x89PNG\r\n\x1a\n")

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Every chunk, and what follows the end."""
        return png_traces.traces(work.untrusted)

    def thumbnails(self, work: Work) -> Iterator[bytes]:
        """Of the EXIF chunk."""
        return png_traces.thumbnails(work.untrusted)
