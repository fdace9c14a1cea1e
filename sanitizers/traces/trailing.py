"""Bytes behind the end of a file proper, and what they look like."""

from __future__ import annotations

from collections.abc import Iterator

from sanitizers.traces.text import decoded
from sanitizers.values import Trace

_SIGNS = (
    (b"ftyp", "audio-video", "motion photo"),
    (b"\xff\xd8\xff", "extra-image", "JPEG"),
    (b"PK\x03\x04", "embedded-file", "ZIP"),
    (b"%PDF-", "embedded-file", "PDF"),
    (b"Rar!", "embedded-file", "RAR"),
    (b"7z\xbc\xaf", "embedded-file", "7-Zip"),
    (b"<script", "script", "HTML"),
)
_LOOKED_AT = 1 << 20


def trailing(tail: bytes) -> Iterator[Trace]:
    """The bytes after the end, unless they are only padding."""
    if not tail.strip(b"\0\n\r \xff"):
        return
    readable = decoded(tail[:60])
    yield Trace("trailing", f"{len(tail)} bytes: {readable}" if readable else f"{len(tail)} bytes")
    looked_at = tail[:_LOOKED_AT]
    for sign, kind, name in _SIGNS:
        if sign in looked_at:
            yield Trace(kind, name)
