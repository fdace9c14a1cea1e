"""The chunks of a PNG and what stands behind its end. PNG, third edition, section 11."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from sanitizers.traces import exif, icc, iptc, xmp
from sanitizers.traces.text import decoded
from sanitizers.traces.trailing import trailing
from sanitizers.values import Trace

_SIGNATURE_BYTES = 8
# Of an iTXt chunk, 11.3.3.4: compression flag and method.
_PACKING_BYTES = 2
_MOST_CHUNKS = 100_000
_MOST_INFLATED = 4 << 20
# What a picture needs, or tells nothing about anyone.
_SILENT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD",
     b"acTL", b"fcTL", b"fdAT", b"hIST", b"cICP", b"mDCV", b"cLLI", b"pHYs"}
)  # fmt: skip
_WORDS = {
    "author": "person", "copyright": "person", "artist": "person", "creation time": "date",
    "software": "software", "source": "device", "title": "title", "description": "comment",
    "comment": "comment", "warning": "comment", "disclaimer": "comment", "camera": "device",
    "make": "device", "model": "device", "document": "title", "url": "link", "thumb::uri": "path",
    "thumb::mtime": "date", "date:create": "date", "date:modify": "date",
    "date:timestamp": "date", "parameters": "comment", "prompt": "comment",
}  # fmt: skip
# Of a tIME chunk: a year of two bytes, then month, day, hour, minute and second.
_TIME_BYTES = 7


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """(kind, body, offset behind it) up to IEND or as far as it makes sense."""
    at = _SIGNATURE_BYTES
    for _ in range(_MOST_CHUNKS):
        if at + 12 > len(data):
            return
        length, kind = struct.unpack_from(">I4s", data, at)
        at += 12 + length
        yield kind, data[at - 4 - length : at - 4], at
        if kind == b"IEND":
            return


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST_INFLATED)
    except zlib.error:
        return b""


def _text(kind: bytes, body: bytes) -> tuple[str, bytes]:
    keyword, _, rest = body.partition(b"\0")
    if kind == b"zTXt":
        rest = _inflated(rest[1:])
    elif kind == b"iTXt" and len(rest) > _PACKING_BYTES:
        packed = rest[0]
        _, _, rest = rest[_PACKING_BYTES:].partition(b"\0")
        _, _, rest = rest.partition(b"\0")
        rest = _inflated(rest) if packed else rest
    return decoded(keyword), rest


def _raw_profile(text: bytes) -> bytes:
    """ImageMagick's "Raw profile type": a name, a length, and hexadecimal."""
    lines = text.strip().split(b"\n")
    try:
        return bytes.fromhex(b"".join(lines[2:]).decode("ascii", "ignore"))
    except ValueError:
        return b""


def _of_text(kind: bytes, body: bytes) -> Iterator[Trace]:
    keyword, text = _text(kind, body)
    key = keyword.lower()
    if key == "xml:com.adobe.xmp" or (key.startswith("raw profile type xmp")):
        yield from xmp.traces(text if key.startswith("xml") else _raw_profile(text))
    elif key.startswith("raw profile type"):
        yield from _of_profile(key, _raw_profile(text))
    else:
        value = decoded(text)
        known = _WORDS.get(key)
        if value:
            yield Trace(known, value) if known else Trace(xmp.kind_of(key), f"{keyword}: {value}")


def _of_profile(key: str, profile: bytes) -> Iterator[Trace]:
    if "iptc" in key or "8bim" in key:
        yield from iptc.resources(profile)
    elif "ic" in key.rsplit(" ", 1)[-1]:
        yield from icc.traces(profile)
    else:
        yield from exif.traces(profile)


def traces(data: bytes) -> Iterator[Trace]:
    """Everything that the chunks and the tail say."""
    end = len(data)
    for kind, body, end in chunks(data):  # noqa: B007 - the last one is used after the loop
        yield from _of_chunk(kind, body)
    yield from trailing(data[end:])


def _of_chunk(kind: bytes, body: bytes) -> Iterator[Trace]:
    if kind in {b"tEXt", b"zTXt", b"iTXt"}:
        yield from _of_text(kind, body)
    elif kind in {b"eXIf", b"zxIf"}:
        yield from exif.traces(body)
    elif kind == b"iCCP":
        yield from icc.traces(_inflated(body.partition(b"\0")[2][1:]))
    elif kind == b"tIME" and len(body) == _TIME_BYTES:
        year, *rest = struct.unpack(">H5B", body)
        yield Trace("date", "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(year, *rest))
    elif kind not in _SILENT:
        yield Trace("metadata", f"{decoded(kind)} {len(body)} bytes {decoded(body[:60])}".strip())


def thumbnails(data: bytes) -> Iterator[bytes]:
    """Of the EXIF chunk."""
    for kind, body, _ in chunks(data):
        if kind == b"eXIf":
            yield from exif.thumbnails(body)
