"""JPEG 2000 and JPEG XL: boxes for XMP and EXIF, and comments. ISO/IEC 15444-1, 18181-2."""

from __future__ import annotations

from collections.abc import Iterator

from sanitizers.traces import exif, icc, iptc, xmp
from sanitizers.traces.boxes import UUID, boxes, end_of
from sanitizers.traces.text import decoded
from sanitizers.traces.trailing import trailing
from sanitizers.values import Trace

_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_EXIF = b"JpgTiffExif->JP2"
_IPTC = bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38")
_GEO = bytes.fromhex("b14bf8bd083d4b43a5ae8cd7d5a6ce03")
_SIGNATURES = (b"\0\0\0\x0cjP  ", b"\0\0\0\x0cJXL ")
# ISO/IEC 15444-1, I.5.3.3: METH of a colour specification.
_RESTRICTED_PROFILE = 2
_COM = b"\xff\x64"
_SOT = b"\xff\x90"


def traces(data: bytes) -> Iterator[Trace]:
    """Everything that the boxes and the codestream's comments say."""
    if not data.startswith(_SIGNATURES):
        yield from _codestream(data)
        return
    for kind, start, end in boxes(data):
        yield from _of_box(kind, data[start:end])
    yield from trailing(data[end_of(data) :])


def _of_box(kind: bytes, body: bytes) -> Iterator[Trace]:
    if kind == UUID:
        yield from _of_uuid(body[:16], body[16:])
    elif kind == b"Exif":
        yield from exif.traces(body[4:])
    elif kind == b"xml ":
        yield from xmp.traces(body)
    elif kind == b"jp2c":
        yield from _codestream(body)
    elif kind == b"jp2h":
        for inner, start, end in boxes(body):
            if inner == b"colr" and body[start] == _RESTRICTED_PROFILE:
                yield from icc.traces(body[start + 3 : end])
    elif kind not in {
        b"jP  ",
        b"ftyp",
        b"jp2i",
        b"rreq",
        b"uinf",
        b"asoc",
        b"free",
        b"JXL ",
        b"jxlc",
        b"jxlp",
    }:
        yield Trace("metadata", f"{decoded(kind)} {len(body)} bytes {decoded(body[:60])}".strip())


def _of_uuid(identity: bytes, body: bytes) -> Iterator[Trace]:
    if identity == _XMP:
        yield from xmp.traces(body)
    elif identity in {_EXIF, _GEO}:
        yield from exif.traces(body)
    elif identity == _IPTC:
        yield from iptc.traces(body)
    else:
        yield Trace("metadata", f"uuid {identity.hex()} {len(body)} bytes")


def _codestream(data: bytes) -> Iterator[Trace]:
    """Comment markers before the first tile."""
    head = data[: max(0, data.find(_SOT))][: 1 << 16]
    at = head.find(_COM)
    while at >= 0:
        length = int.from_bytes(head[at + 2 : at + 4], "big")
        value = decoded(head[at + 6 : at + 2 + length])
        if value:
            yield Trace("comment", value)
        at = head.find(_COM, at + 2 + length)
