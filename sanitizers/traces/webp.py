"""The chunks of a WebP and what stands behind its end. RFC 9649, section 2."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from sanitizers.traces import exif, icc, xmp
from sanitizers.traces.text import decoded
from sanitizers.traces.trailing import trailing
from sanitizers.values import Trace

_SILENT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_MOST_CHUNKS = 100_000


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """(kind, body, offset behind it) within the length that the file says it has."""
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    at = 12
    for _ in range(_MOST_CHUNKS):
        if at + 8 > end:
            return
        kind, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
        yield kind, body, at


def traces(data: bytes) -> Iterator[Trace]:
    """Everything that the chunks and the tail say."""
    for kind, body, _ in chunks(data):
        yield from _of_chunk(kind, body)
    yield from trailing(data[8 + int.from_bytes(data[4:8], "little") :])


def _of_chunk(kind: bytes, body: bytes) -> Iterator[Trace]:
    if kind == b"EXIF":
        yield from exif.traces(body)
    elif kind == b"XMP ":
        yield from xmp.traces(body)
    elif kind == b"ICCP":
        yield from icc.traces(body)
    elif kind not in _SILENT:
        yield Trace("metadata", f"{decoded(kind)} {len(body)} bytes {decoded(body[:60])}".strip())


def thumbnails(data: bytes) -> Iterator[bytes]:
    """Of the EXIF chunk."""
    for kind, body, _ in chunks(data):
        if kind == b"EXIF":
            yield from exif.thumbnails(body)
