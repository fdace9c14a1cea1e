"""How values become bytes and back (section 1). No second way to write a thing is read."""

import base64
import binascii
import hashlib
import json
import re
from typing import Any, Final

from crypto.errors import Malformed

VERSION: Final = b"\x01"
ID_BYTES: Final = 16
HASH_BYTES: Final = 32
ASKER: Final = bytes(ID_BYTES)
ARCHIVE: Final = b"\xff" * ID_BYTES
LARGEST_INTEGER: Final = 2**53 - 1  # the largest that every JSON parser reads exactly

_B64 = re.compile(r"[A-Za-z0-9_-]*")


def u32(number: int) -> bytes:
    return number.to_bytes(4, "big")


def u64(number: int) -> bytes:
    return number.to_bytes(8, "big")


def lp(data: bytes) -> bytes:
    return u32(len(data)) + data


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_b64(text: str) -> bytes:
    """Raise `Malformed` on padding, other characters or trailing bits that are not zero."""
    if not _B64.fullmatch(text):
        raise Malformed("not base64url without padding")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as error:
        raise Malformed("not base64url of whole bytes") from error
    if b64(data) != text:
        raise Malformed("base64url with stray bits at its end")
    return data


def canonical(value: dict[str, Any]) -> bytes:
    """Encode as RFC 8785, narrowed to integers and ASCII keys.

    Raises `Malformed` for a value that the narrowed form does not have.
    """
    _require_narrow(value)
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise Malformed("a lone surrogate") from error


def parse_canonical(untrusted: bytes) -> dict[str, Any]:
    """Parse, encode again and compare, so that what two parsers read in two ways does not exist."""
    try:
        value = json.loads(untrusted.decode())
    except (ValueError, RecursionError) as error:
        raise Malformed("not JSON") from error
    if not isinstance(value, dict) or canonical(value) != untrusted:
        raise Malformed("not a JSON object in canonical form")
    return value


def _require_narrow(value: object) -> None:
    match value:
        case None | bool() | str():
            pass
        case int():
            if not 0 <= value <= LARGEST_INTEGER:
                raise Malformed("an integer outside 0 to 2^53 - 1")
        case list():
            for item in value:
                _require_narrow(item)
        case dict():
            for key, item in value.items():
                if not (isinstance(key, str) and key.isascii()):
                    raise Malformed("a key that is not ASCII")
                _require_narrow(item)
        case _:
            raise Malformed("a value that is neither text, integer, list nor object")


class Reader:
    """Take an untrusted byte string apart from its front, strictly."""

    __slots__ = ("_at", "_data")

    def __init__(self, untrusted: bytes) -> None:
        self._data = untrusted
        self._at = 0

    def take(self, length: int) -> bytes:
        end = self._at + length
        if end > len(self._data):
            raise Malformed("shorter than it says")
        taken = self._data[self._at : end]
        self._at = end
        return taken

    def prefixed(self) -> bytes:
        return self.take(int.from_bytes(self.take(4), "big"))

    def rest(self) -> bytes:
        return self.take(len(self._data) - self._at)

    def finish(self) -> None:
        if self._at != len(self._data):
            raise Malformed("bytes left over")
