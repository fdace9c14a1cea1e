"""RTF: the information group, revision authors, comments, embedded objects. RTF 1.9.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sanitizers.traces.text import decoded, plain
from sanitizers.values import Trace

_GROUPS = (
    ("title", rb"\\title"), ("title", rb"\\subject"), ("person", rb"\\author"), ("person", rb"\\manager"),
    ("organisation", rb"\\company"), ("person", rb"\\operator"), ("keyword", rb"\\keywords"),
    ("keyword", rb"\\category"), ("comment", rb"\\comment"), ("comment", rb"\\doccomm"),
    ("link", rb"\\hlinkbase"), ("software", rb"\\\*\\generator"), ("path", rb"\\\*\\template"),
    ("comment-author", rb"\\\*\\atnauthor"), ("comment-author", rb"\\\*\\atnid"),
)  # fmt: skip
# One way to read each byte and nothing asked for behind it, so that no text makes the search go back.
_TEXT = rb"((?:[^{}\\]|\\[^*])*+)"
_RULES = tuple((kind, re.compile(rb"\{" + word + rb"(?![a-z])" + _TEXT)) for kind, word in _GROUPS)
_DATE = re.compile(rb"\{\\(?:creatim|revtim|printim|buptim)((?:\\[a-z]+\d+)+)\}")
_NUMBER = re.compile(rb"\\[a-z]+(\d+)")
_REVISERS = re.compile(rb"\{\\\*\\revtbl\s*((?:\{[^{}]*\}\s*)+)\}")
_MARKS = (
    ("embedded-file", rb"\\objdata"), ("embedded-file", rb"\\objemb"), ("comment", rb"\\\*\\annotation"),
    ("tracked-change", rb"\\revised"), ("tracked-change", rb"\\deleted"), ("hidden", rb"\\v(?![a-z0-9])"),
    ("form", rb"\\formfield"), ("link", rb"HYPERLINK"),
)  # fmt: skip
# What a backslash begins: a letter by its number, a byte, a brace or backslash meant as such, a word.
_ESCAPED = re.compile(rb"\\(?:u(-?\d+) ?\??|'([0-9a-fA-F]{2})|([{}\\])|[a-zA-Z]+-?\d* ?|[^a-zA-Z])")
_MOST = 16 << 20


def _meant(escaped: re.Match[bytes]) -> bytes:
    """The letters that an escape stands for, as UTF-8; of words that only format, none."""
    if escaped[1]:
        return chr(int(escaped[1]) % 65536).encode("utf-8", "replace")
    if escaped[2]:
        return bytes.fromhex(escaped[2].decode()).decode("cp1252", "replace").encode()
    return escaped[3] or b""


def _spoken(raw: bytes) -> str:
    return decoded(_ESCAPED.sub(_meant, raw)).rstrip("; ")


def traces(data: bytes) -> Iterator[Trace]:
    """What the known groups say, and which marks there are."""
    body = data[:_MOST]
    for kind, rule in _RULES:
        for match in islice(rule.finditer(body), 20):
            value = _spoken(match[1])
            if value:
                yield Trace(kind, value)
    for match in islice(_DATE.finditer(body), 10):
        numbers = [int(number) for number in _NUMBER.findall(match[1])]
        yield Trace("date", "-".join(f"{number:02}" for number in numbers))
    for match in islice(_REVISERS.finditer(body), 5):
        for name in match[1].split(b"}"):
            value = _spoken(name.strip(b" {};\r\n"))
            if value and value != "Unknown":
                yield Trace("comment-author", plain(value))
    for kind, mark in _MARKS:
        count = sum(1 for _ in re.finditer(mark, body))
        if count:
            yield Trace(kind, str(count))
