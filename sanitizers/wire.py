"""The one language between the parent and its jailed children.

To a child: one task (JSON, four bytes of length before it), then the upload until the end.
From a child: frames of one tag byte, four bytes of length and a payload. The child's side of it is
written by whoever took over the child, so the parent checks every frame.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

from sanitizers.errors import UntrustedAnswer
from sanitizers.limits import Limits
from sanitizers.values import Options

_HEAD = struct.Struct("<cI")
_LENGTH = struct.Struct("<I")
_PAGE = struct.Struct("<IBHH")

KIND, COUNT, PAGE, TRACE, CAUTION = b"K", b"N", b"P", b"T", b"C"
OFFER, OFFICE, LOCKED, REFUSED, END = b"O", b"L", b"W", b"R", b"E"
TAGS = frozenset({KIND, COUNT, PAGE, TRACE, CAUTION, OFFER, OFFICE, LOCKED, REFUSED, END})

SMALL_BYTES = 4096
READ_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Task:
    """What a child has to do with the upload that follows.

    `draw` None: tell the kind, the traces and, of a small file, the pages; else draw only the
    pages `draw[0]`, `draw[0] + draw[1]` and so on, counted from 0.
    """

    options: Options
    limits: Limits
    draw: tuple[int, int] | None = None
    # Of the document that this drawing was made from: names that may stand on its pages.
    names: tuple[str, ...] = ()
    # The upload is an ODT from the office suite, to be settled and given back.
    settle: bool = False


def pack_task(task: Task) -> bytes:
    """The task as the bytes that go before the upload."""
    blob = json.dumps(asdict(task)).encode()
    return _LENGTH.pack(len(blob)) + blob


def read_task(read: Callable[[int], bytes]) -> Task:
    """The task that stands before the upload; from the parent, so trusted to be well formed.

    `read` gives at most so many bytes, as `os.read` does.
    """
    (length,) = _LENGTH.unpack(_exactly(read, _LENGTH.size))
    fields = json.loads(_exactly(read, length))
    options = Options(**{**fields["options"], "headers": tuple(fields["options"]["headers"])})
    draw = tuple(fields["draw"]) if fields["draw"] else None
    return Task(options, Limits(**fields["limits"]), draw, tuple(fields["names"]), fields["settle"])


def _exactly(read: Callable[[int], bytes], size: int) -> bytes:
    data = b""
    while len(data) < size and (part := read(size - len(data))):
        data += part
    return data


def pack(tag: bytes, payload: bytes = b"") -> bytes:
    """One frame."""
    return _HEAD.pack(tag, len(payload)) + payload


def pack_page(number: int, media: int, size: tuple[int, int], data: bytes) -> bytes:
    """A page frame; `number` counts from 0, `media` indexes `vocabulary.MEDIA`."""
    return pack(PAGE, _PAGE.pack(number, media, *size) + data)


def unpack_page(payload: bytes) -> tuple[int, int, int, int, bytes]:
    """Number, media, width, height and data of a page frame."""
    if len(payload) <= _PAGE.size:
        raise UntrustedAnswer("page too short")
    number, media, width, height = _PAGE.unpack_from(payload)
    return number, media, width, height, payload[_PAGE.size :]


def pack_texts(tag: bytes, *texts: str) -> bytes:
    """A frame of short texts."""
    return pack(tag, "\0".join(text.replace("\0", " ") for text in texts).encode())


def unpack_texts(payload: bytes, count: int) -> list[str]:
    """Exactly `count` short texts."""
    texts = payload.decode("utf-8", "replace").split("\0")
    if len(texts) != count:
        raise UntrustedAnswer("wrong number of texts")
    return texts


class Frames:
    """Cuts a stream of untrusted bytes into frames, holding no more than `page_bytes` at once."""

    def __init__(self, page_bytes: int) -> None:
        self._large = page_bytes + _PAGE.size
        self._buffer = bytearray()

    def feed(self, untrusted: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Every whole frame so far, as (tag, payload).

        Raises `UntrustedAnswer` for an unknown tag or a length above what its tag may have.
        """
        self._buffer += untrusted
        while len(self._buffer) >= _HEAD.size:
            tag, length = _HEAD.unpack_from(self._buffer)
            self._check(tag, length)
            if len(self._buffer) < _HEAD.size + length:
                return
            payload = bytes(self._buffer[_HEAD.size : _HEAD.size + length])
            del self._buffer[: _HEAD.size + length]
            yield tag, payload

    def _check(self, tag: bytes, length: int) -> None:
        most = self._large if tag in {PAGE, OFFICE} else SMALL_BYTES
        if tag not in TAGS or length > most:
            raise UntrustedAnswer("unknown or oversized frame")
