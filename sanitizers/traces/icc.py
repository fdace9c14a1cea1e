"""Colour profiles: their description, maker, date and device. ICC.1:2022, sections 7.2 and 9.2."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from sanitizers.traces.text import decoded, plain
from sanitizers.values import Trace

_TEXTS = (b"desc", b"cprt", b"dmnd", b"dmdd")
_HEAD = 128
_MOST_TAGS = 100
# ICC.1, 7.3: signature, offset, size. 10.15: a `mluc` with its first record.
_TAG_BYTES, _MLUC_BYTES = 12, 28


def _text(body: bytes) -> str:
    if body.startswith(b"desc"):
        return decoded(body[12 : 12 + int.from_bytes(body[8:12], "big")])
    if body.startswith(b"text"):
        return decoded(body[8:])
    if body.startswith(b"mluc") and len(body) >= _MLUC_BYTES:
        size, at = struct.unpack_from(">II", body, 20)
        return decoded(body[at : at + size], "utf-16-be")
    return ""


def traces(profile: bytes) -> Iterator[Trace]:
    """One trace naming the profile; profiles tie a picture to a device or a workshop."""
    if len(profile) < _HEAD + 4:
        return
    count = min(int.from_bytes(profile[_HEAD : _HEAD + 4], "big"), _MOST_TAGS)
    texts = []
    for index in range(count):
        place = _HEAD + 4 + _TAG_BYTES * index
        entry = profile[place : place + _TAG_BYTES]
        if len(entry) == _TAG_BYTES and entry[:4] in _TEXTS:
            at, size = struct.unpack_from(">II", entry, 4)
            texts.append(_text(profile[at : at + min(size, 4096)]))
    yield Trace("colour-profile", plain(", ".join(filter(None, texts))) or "profile")
