"""Every limit of cleaning, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from sanitizers import machine

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask of this machine. Sizes in bytes, times in seconds."""

    upload_bytes: int = 64 * MIB
    # What may be decoded whole; a JPEG above it is decoded at a half, quarter or eighth.
    pixels: int = 100_000_000
    jpeg_pixels: int = 300_000_000
    side: int = 65_000
    # One page for each frame of an animation or picture of a sequence; the rest is left out
    # and the asker is told so.
    frames: int = 24
    pages: int = 200
    page_bytes: int = 24 * MIB
    output_bytes: int = 256 * MIB
    attachments: int = 40
    traces: int = 400
    # Address space that a child may add to what the fork-server already has.
    memory_bytes: int = 1024 * MIB
    base_seconds: float = 30.0
    seconds_a_page: float = 2.0
    most_seconds: float = 300.0
    office_seconds: float = 60.0
    office_memory_bytes: int = 3 * 1024 * MIB
    # Children that draw the pages of one file side by side.
    hands: int = machine.children_with(1024 * MIB, 1, 8)
    # Files cleaned at the same time by one `Cleaner`; the others wait their turn.
    files_at_once: int = machine.children_with(2 * 1024 * MIB, 2, 32)

    def seconds_for(self, pages: int) -> float:
        """Wall-clock seconds a file with so many pages may take before it is ended."""
        return min(self.most_seconds, self.base_seconds + self.seconds_a_page * pages)


DEFAULT = Limits()
