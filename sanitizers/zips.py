"""Reading a hostile ZIP: sizes before contents, names never used as paths."""

from __future__ import annotations

import zipfile
import zlib
from functools import lru_cache
from io import BytesIO

from sanitizers.errors import Refused

_MOST_ENTRIES = 20_000
MOST_INFLATED_BYTES = 512 << 20
MOST_PART_BYTES = 64 << 20
# Text deflates to a hundredth; a thousandth is made to be a bomb.
_MOST_RATIO = 400
_ENCRYPTED = 1
_END, _END_BYTES = b"PK\x05\x06", 22
# Where the calendar of a ZIP begins (APPNOTE 4.4.6); who has no date writes that.
NO_YEAR = 1980


class Package:
    """A ZIP whose directory was read and found bearable.

    Raises `Refused` for a bomb and for a directory that makes no sense.
    """

    def __init__(self, untrusted: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(untrusted))
            self.infos = self._zip.infolist()
        except (
            zipfile.BadZipFile,
            ValueError,
            OSError,
            EOFError,
            NotImplementedError,
            OverflowError,
        ) as error:
            raise Refused("damaged") from error
        total = sum(info.file_size for info in self.infos)
        if len(self.infos) > _MOST_ENTRIES or total > MOST_INFLATED_BYTES:
            raise Refused("too-large", {"bytes": total, "limit": MOST_INFLATED_BYTES})
        if total > MOST_PART_BYTES and total > _MOST_RATIO * len(untrusted):
            raise Refused("too-large", {"bytes": total, "limit": _MOST_RATIO * len(untrusted)})
        if any(info.flag_bits & _ENCRYPTED for info in self.infos):
            raise Refused("encrypted")
        self.tail = _tail(untrusted)
        self.names = frozenset(info.filename for info in self.infos)

    def part(self, name: str, most: int = MOST_PART_BYTES) -> bytes:
        """At most so many bytes of a part; empty when it is missing or broken."""
        try:
            with self._zip.open(name) as stream:
                return stream.read(most)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            ValueError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ):
            return b""


def _tail(untrusted: bytes) -> bytes:
    """What stands behind the end of the directory, a comment among it. APPNOTE 4.3.16."""
    end = untrusted.rfind(_END)
    return untrusted[end + _END_BYTES :] if end >= 0 else b""


def looks_like_zip(untrusted: bytes) -> bool:
    """Whether it begins as a ZIP does."""
    return untrusted.startswith(b"PK\x03\x04")


@lru_cache(maxsize=2)
def package(untrusted: bytes) -> Package:
    """The same package for all who ask within one child."""
    return Package(untrusted)
