"""WebP, still and animated."""

from __future__ import annotations

from collections.abc import Iterator

from sanitizers.formats.base import Work
from sanitizers.formats.photo import Photo
from sanitizers.traces import webp as webp_traces
from sanitizers.values import Caution, Trace


class Webp(Photo):
    """One page, or one a frame of an animation."""

    kind = "webp"
    decoder = "WEBP"

    def recognises(self, untrusted: bytes) -> bool:
        """RIFF of type WEBP."""
        return untrusted[:4] == b"RIFF" and untrusted[8:12] == b"WEBP"

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Every chunk, and what follows the end."""
        return webp_traces.traces(work.untrusted)

    def thumbnails(self, work: Work) -> Iterator[bytes]:
        """Of the EXIF chunk."""
        return webp_traces.thumbnails(work.untrusted)
