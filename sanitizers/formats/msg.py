"""Outlook's own file of one mail: its body as text. [MS-OXMSG], [MS-OXPROPS]."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from sanitizers.formats.base import Work
from sanitizers.formats.text import Text
from sanitizers.ole import SIGNATURE, Compound
from sanitizers.traces.ole import moment
from sanitizers.traces.text import plain
from sanitizers.values import Caution, Trace

_SUBJECT, _BODY, _HEADERS = "__substg1.0_0037", "__substg1.0_1000", "__substg1.0_007D"
_ROW_BYTES, _TIME = 16, 0x40
_OUTLOOK = {
    "0C1A": "person", "0042": "person", "0E04": "person", "0E03": "person", "0C1F": "contact",
    "5D01": "contact", "3FFA": "person", "3FF8": "person", "0E02": "person", "1035": "identifier",
    "3707": "embedded-file", "3704": "embedded-file", "0070": "title",
}  # fmt: skip


class Msg(Text):
    """Outlook's own file of one mail. [MS-OXMSG]; attachments are told, not offered."""

    kind = "msg"

    def recognises(self, untrusted: bytes) -> bool:
        """A compound file with the properties of a message."""
        if not untrusted.startswith(SIGNATURE):
            return False
        try:
            return "__properties_version1.0" in Compound(untrusted).names
        except ValueError:
            return False

    def written(self, work: Work) -> str:
        """Subject and body."""
        compound = Compound(work.untrusted)
        subject, body = (_property(compound, name) for name in (_SUBJECT, _BODY))
        shown = f"Subject: {subject}\n\n" if "Subject" in work.options.headers else ""
        return shown + body or " "

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """People, addresses, headers, the names of attachments."""
        compound = Compound(work.untrusted)
        for code, kind in _OUTLOOK.items():
            for text in _properties(compound, f"__substg1.0_{code}"):
                yield Trace(kind, plain(text))
        for fixed in compound.streams("__properties_version1.0"):
            yield from _moments(fixed)
        for line in _property(compound, _HEADERS).splitlines()[:60]:
            if plain(line):
                yield Trace("identifier", plain(line))


def _moments(fixed: bytes) -> Iterator[Trace]:
    """Dates among the properties of fixed size. [MS-OXMSG] 2.4.2: rows of 16 bytes to the end."""
    for at in range(len(fixed) - _ROW_BYTES, -1, -_ROW_BYTES):
        kind, value = struct.unpack_from("<H6xQ", fixed, at)
        if kind == _TIME and (date := moment(value)):
            yield Trace("date", date)


def _properties(compound: Compound, name: str) -> list[str]:
    wide = [stream.decode("utf-16-le", "replace") for stream in compound.streams(f"{name}001F")]
    narrow = [stream.decode("cp1252", "replace") for stream in compound.streams(f"{name}001E")]
    return [text for text in wide + narrow if plain(text)]


def _property(compound: Compound, name: str) -> str:
    return next(iter(_properties(compound, name)), "")
