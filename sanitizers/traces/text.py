"""From untrusted bytes to short plain text that is safe to hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sanitizers.values import Trace

MOST_CHARACTERS = 200

# Control, format (bidi overrides, zero-width), surrogate, private use and unassigned characters.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SPACES = re.compile(r"\s+")
_WITHOUT_BOM = (("utf-8", "strict"), ("cp1252", "replace"))


def plain(text: str) -> str:
    """One line of at most `MOST_CHARACTERS` visible characters."""
    spaced = _SPACES.sub(" ", text[: 4 * MOST_CHARACTERS])
    seen = "".join(c for c in spaced if c == " " or unicodedata.category(c) not in _UNSEEN)
    seen = seen.strip()
    return seen if len(seen) <= MOST_CHARACTERS else seen[: MOST_CHARACTERS - 1] + "…"


def decoded(untrusted: bytes, encoding: str | None = None) -> str:
    """Bytes as plain text: by its mark, as UTF-8, else as the Western code page."""
    cut = untrusted[: 8 * MOST_CHARACTERS].split(b"\0\0\0")[0]
    if encoding:
        return plain(cut.decode(encoding, "replace"))
    if cut[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return plain(cut.decode("utf-16", "replace"))
    for name, errors in _WITHOUT_BOM:
        try:
            return plain(cut.rstrip(b"\0").decode(name, errors))
        except UnicodeDecodeError:
            # A cut in the middle of a letter isn't the fault of the text.
            continue
    return ""


def said(kind: str, text: str | None) -> Iterator[Trace]:
    """A trace, when there is text."""
    value = plain(text or "")
    if value:
        yield Trace(kind, value)
