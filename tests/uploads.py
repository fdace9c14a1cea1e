"""Files as they come to be cleaned."""

from __future__ import annotations

from crypto import padme


def padded(file: bytes) -> bytes:
    """As a browser sends it: of a size that goes up in steps."""
    return padme.pad(file, padme.PAGE_FLOOR)
