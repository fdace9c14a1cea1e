"""Packing what is the same for everybody. Nothing in it is secret or chosen by anybody, so its size tells nothing."""

from __future__ import annotations

import gzip
from functools import cache

import brotli
from flask import Response, request

# Best first. Brotli saves an eighth on top of gzip; browsers ask for it where the connection is private.
CODINGS = ("br", "gzip")


def packed_response(data: bytes, content_type: str) -> Response:
    """An answer in the best coding that the browser takes."""
    taken = (coding for coding in CODINGS if request.accept_encodings[coding] > 0)
    coding = next(taken, None)
    packed = pack(data, coding) if coding else None
    response = Response(packed or data, content_type=content_type)
    if packed and coding:
        response.content_encoding = coding
    response.vary.add("Accept-Encoding")
    return response


@cache
def pack(data: bytes, coding: str) -> bytes | None:
    """Packed as small as can be, the first time that it is asked for; None where that gains nothing."""
    if coding == "br":
        packed: bytes = brotli.compress(data)
    else:
        # No file name and no time in the header: the same input gives the same bytes.
        packed = gzip.compress(data, 9, mtime=0)
    return packed if len(packed) < len(data) else None
