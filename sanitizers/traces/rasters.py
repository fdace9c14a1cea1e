"""GIF, TIFF, BMP and portable maps: comments, gaps, and bytes behind the end."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from sanitizers.traces import exif, icc, iptc, tiff, xmp
from sanitizers.traces.text import decoded
from sanitizers.traces.trailing import trailing
from sanitizers.values import Trace

_MOST_BLOCKS = 200_000
_SILENT_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_XMP_APPLICATION = b"XMP DataXMP"
# GIF89a: signature and screen, of which the byte at 10 tells the colours; what a block begins with.
_GIF_HEAD_BYTES, _GIF_PACKED_AT = 13, 10
_EXTENSION, _PICTURE = 0x21, 0x2C
# BMP: the file's head with the oldest second one, and the lengths by which second ones are told.
_BMP_LEAST_BYTES, _OS2_HEADER, _V5_HEADER = 26, 12, 124


def _table_bytes(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _sub_blocks(data: bytes, at: int) -> tuple[list[bytes], int]:
    parts = []
    while at < len(data) and data[at]:
        parts.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return parts, at + 1


def gif(data: bytes) -> Iterator[Trace]:
    """Extensions and tail. GIF89a, sections 24 to 26."""
    packed = data[_GIF_PACKED_AT] if len(data) > _GIF_PACKED_AT else 0
    at = _GIF_HEAD_BYTES + _table_bytes(packed)
    for _ in range(_MOST_BLOCKS):
        if at >= len(data):
            return
        if data[at] == _EXTENSION:
            parts, after = _sub_blocks(data, at + 2)
            yield from _gif_extension(data[at + 1 : at + 2], parts, data[at:after])
            at = after
        elif data[at] == _PICTURE and at + 10 < len(data):
            at += 11 + _table_bytes(data[at + 9])
            at = _sub_blocks(data, at)[1]
        else:
            break
    yield from trailing(data[at + 1 :])


def _gif_extension(label: bytes, parts: list[bytes], raw: bytes) -> Iterator[Trace]:
    if label == b"\xfe":
        yield Trace("comment", decoded(b"".join(parts)))
    elif label == b"\x01":
        yield Trace("comment", decoded(b"".join(parts[1:])))
    elif label == b"\xff" and parts and parts[0] == _XMP_APPLICATION:
        yield from xmp.traces(raw[14:])
    elif label == b"\xff" and parts and parts[0] not in _SILENT_APPLICATIONS:
        yield Trace("metadata", f"{decoded(parts[0])} {sum(map(len, parts[1:]))} bytes")


_XMP_TAG, _IPTC_TAG, _PHOTOSHOP_TAG, _ICC_TAG = 0x02BC, 0x83BB, 0x8649, 0x8773
_IMAGE_SOURCE = 0x935C
_STRIPS = ((0x0111, 0x0117), (0x0144, 0x0145), (0x0201, 0x0202))


def tiff_file(data: bytes) -> Iterator[Trace]:
    """Tags of all directories, packets inside them, and the tail."""
    found = tiff.entries(data)
    yield from exif.traces(data)
    for entry in found:
        if entry.tag == _XMP_TAG:
            yield from xmp.traces(entry.raw)
        elif entry.tag == _IPTC_TAG:
            yield from iptc.traces(entry.raw)
        elif entry.tag == _PHOTOSHOP_TAG:
            yield from iptc.resources(entry.raw)
        elif entry.tag == _ICC_TAG:
            yield from icc.traces(entry.raw)
        elif entry.tag == _IMAGE_SOURCE:
            yield Trace("layer", f"{len(entry.raw)} bytes")
    yield from trailing(data[_tiff_end(data, found) :])


def _tiff_end(data: bytes, found: list[tiff.Entry]) -> int:
    """The furthest byte that a directory, a value or a strip reaches."""
    end = tiff.reach(data)
    for offsets, sizes in _STRIPS:
        starts = [int(n) for entry in found if entry.tag == offsets for n in entry.numbers]
        lengths = [int(n) for entry in found if entry.tag == sizes for n in entry.numbers]
        end = max([end, *(start + length for start, length in zip(starts, lengths, strict=False))])
    return end


def tiff_thumbnails(data: bytes) -> Iterator[bytes]:
    """JPEG pictures that directories point to, and Photoshop's."""
    found = tiff.entries(data)
    for directory in dict.fromkeys(entry.directory for entry in found):
        picture = tiff.image_bytes(data, found, directory)
        if picture:
            yield picture
    for entry in found:
        if entry.tag == _PHOTOSHOP_TAG:
            yield from iptc.thumbnails(entry.raw)


_PROFILE_LINKED, _PROFILE_EMBEDDED = b"KNIL", b"DEBM"


def bmp(data: bytes) -> Iterator[Trace]:
    """The profile of version 5 and whatever stands behind the pixels."""
    if len(data) < _BMP_LEAST_BYTES:
        return
    size = int.from_bytes(data[14:18], "little")
    end = int.from_bytes(data[10:14], "little") + _bmp_pixel_bytes(data, size)
    if size >= _V5_HEADER and data[70:74] in {_PROFILE_LINKED, _PROFILE_EMBEDDED}:
        at, length = struct.unpack_from("<II", data, 126)
        profile = data[14 + at : 14 + at + length]
        end = max(end, 14 + at + length)
        yield from (
            [Trace("path", decoded(profile))]
            if data[70:74] == _PROFILE_LINKED
            else icc.traces(profile)
        )
    yield from trailing(data[end:])


def _bmp_pixel_bytes(data: bytes, header: int) -> int:
    if header == _OS2_HEADER:
        width, height, _, bits = struct.unpack_from("<4H", data, 18)
        return int((width * bits + 31) // 32 * 4 * height)
    width, height, _, bits, compression, stated = struct.unpack_from("<iiHHII", data, 18)
    row = (abs(width) * bits + 31) // 32 * 4
    return int(stated if compression in {1, 2} else row * abs(height))


_PORTABLE_HEAD = re.compile(rb"P([1-6fF7])((?:\s|#[^\n]*\n)+)(\d+)((?:\s|#[^\n]*\n)+)(\d+)")
# netpbm: a level above it takes two bytes.
_MOST_IN_A_BYTE = 255
_COMMENT = re.compile(rb"#([^\n]*)")
_AFTER_SIZE = re.compile(rb"(?:\s|#[^\n]*\n)+(\d+)\s")


def portable_size(data: bytes) -> tuple[int, int] | None:
    """Width and height as the head of a portable map says; None when it has none."""
    match = _PORTABLE_HEAD.match(data[:4096])
    return (int(match[3]), int(match[5])) if match else None


def ppm(data: bytes) -> Iterator[Trace]:
    """Comments in the head, and what stands behind the pixels of the binary forms."""
    match = _PORTABLE_HEAD.match(data[:4096])
    if match is None:
        return
    after = _AFTER_SIZE.match(data, match.end())
    head_end = after.end() if after and match[1] not in b"14" else match.end() + 1
    for comment in _COMMENT.finditer(data[:head_end]):
        if decoded(comment[1]):
            yield Trace("comment", decoded(comment[1]))
    size = _portable_bytes(match, int(after[1]) if after else 1)
    if size is not None:
        yield from trailing(data[head_end + size :])


def _portable_bytes(match: re.Match[bytes], most: int) -> int | None:
    width, height = int(match[3]), int(match[5])
    deep = 2 if most > _MOST_IN_A_BYTE else 1
    return {
        b"4": (width + 7) // 8 * height,
        b"5": width * height * deep,
        b"6": width * height * 3 * deep,
    }.get(match[1])
