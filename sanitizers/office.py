"""LibreOffice in a jail of its own."""

from __future__ import annotations

from sanitizers.errors import Refused
from sanitizers.limits import Limits
from sanitizers.values import Options


class Office:
    """Draws office documents as PDF, where an office suite and bubblewrap are installed."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    @property
    def available(self) -> bool:
        """Whether both programs are there."""
        return False

    def to_pdf(self, untrusted_document: bytes, suffix: str, options: Options) -> bytes:
        """The document drawn as a PDF, still untrusted."""
        raise Refused("no-office")
