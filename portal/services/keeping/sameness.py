"""Telling whether two requests are the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from crypto.encoding import lp, sha256


def fingerprint(value: object) -> bytes:
    """One hash for a frozen value of bytes, texts, numbers and tuples, however deep."""
    return sha256(b"".join(_parts(value)))


def _parts(value: object) -> Iterator[bytes]:
    if isinstance(value, tuple):
        yield b"(" + lp(b"".join(lp(b"".join(_parts(item))) for item in value))
    elif is_dataclass(value):
        yield from _parts(tuple(getattr(value, field.name) for field in fields(value)))
    elif isinstance(value, bytes):
        yield b"b" + lp(value)
    else:
        yield b"t" + lp(repr(value).encode())
