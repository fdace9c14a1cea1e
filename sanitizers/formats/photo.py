"""What the formats that Pillow opens have in common: sizes first, then frames, then pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import ClassVar

from PIL import Image

from sanitizers.errors import Refused
from sanitizers.formats.base import Drawn, Sanitizer, Work
from sanitizers.picture import check_size, rebuilt
from sanitizers.values import Caution


class Photo(Sanitizer):
    """A raster file opened by one named Pillow decoder, never by whichever claims it."""

    decoder: ClassVar[str]

    def opened(self, work: Work) -> Image.Image:
        """The picture with its size known and nothing decoded."""
        try:
            return Image.open(BytesIO(work.untrusted), formats=[self.decoder])
        except MemoryError:
            raise
        except Exception as error:
            raise Refused("damaged") from error

    def check(self, image: Image.Image, work: Work) -> None:
        """Refuse sizes that decoding should not even try."""
        check_size(image.size, work.limits)

    def frames(self, image: Image.Image, work: Work) -> list[int]:  # noqa: ARG002 - TIFF needs it
        """Which frames are pages."""
        return list(range(max(1, int(getattr(image, "n_frames", 1)))))

    def count(self, work: Work) -> int:
        """One page a frame, up to the limit."""
        with self.opened(work) as image:
            self.check(image, work)
            return min(len(self.frames(image, work)), work.limits.frames)

    def draw(self, work: Work, numbers: Iterable[int]) -> Iterator[Drawn | Caution]:
        """Each frame, decoded, turned upright and copied."""
        with self.opened(work) as image:
            self.check(image, work)
            frames = self.frames(image, work)
            for number in numbers:
                yield Drawn(number, self._frame(image, frames[number], work))
        if len(frames) > work.limits.frames:
            yield Caution("frames-left-out", None, str(len(frames) - work.limits.frames))

    def _frame(self, image: Image.Image, frame: int, work: Work) -> Image.Image:
        if frame != image.tell():
            image.seek(frame)
            self.check(image, work)
        return self.rebuilt(image, work)

    def rebuilt(self, image: Image.Image, work: Work) -> Image.Image:
        """The pixels of the current frame as a new image."""
        return rebuilt(image, work.options.longest_side)
