"""RTF: the information group, revision authors, comments, embedded objects. RTF 1.9.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanitizers.traces.text import decoded, plain
from sanitizers.values import Trace

_GROUPS = (
    ("title", rb"\\title"), ("title", rb"\\subject"), ("person", rb"\\author"), ("person", rb"\\manager"),
    ("organisation", rb"\\company"), ("person", rb"\\operator"), ("keyword", rb"\\keywords"),
    ("keyword", rb"\\category"), ("comment", rb"\\comment"), ("comment", rb"\\doccomm"),
    ("link", rb"\\hlinkbase"), ("software", rb"\\\*\\generator"), ("path", rb"\\\*\\template"),
    ("comment-author", rb"\\\*\\atnauthor"), ("comment-author", rb"\\\*\\atnid"),
)  # fmt: skip
_TEXT = rb"\s*((?:[^{}\\]|\\[^*{}\s]+ ?|\\[{}\\])*)\}"
_RULES = tuple((kind, re.compile(rb"\{" + word + rb"(?![a-z])" + _TEXT)) for kind, word in _GROUPS)
_DATE = re.compile(rb"\{\\(?:creatim|revtim|printim|buptim)((?:\\[a-z]+\d+)+)\}")
_NUMBER = re.compile(rb"\\[a-z]+(\d+)")
_REVISERS = re.compile(rb"\{\\\*\\revtbl\s*((?:\{[^{}]*\}\s*)+)\}")
_MARKS = (
    ("embedded-file", rb"\\objdata"), ("embedded-file", rb"\\objemb"), ("comment", rb"\\\*\\annotation"),
    ("tracked-change", rb"\\revised"), ("tracked-change", rb"\\deleted"), ("hidden", rb"\\v(?![a-z0-9])"),
    ("form", rb"\\formfield"), ("link", rb"HYPERLINK"),
)  # fmt: skip
_ESCAPED = re.compile(rb"\\'([0-9a-fA-F]{2})")
_UNICODE = re.compile(rb"\\u(-?\d+) ?\??")
_WORD = re.compile(rb"\\[a-z]+-?\d* ?")
_MOST = 16 << 20


def _spoken(raw: bytes) -> str:
    text = _UNICODE.sub(lambda m: chr(int(m[1]) % 65536).encode("utf-8", "replace"), raw)
    text = _ESCAPED.sub(
        lambda m: bytes.fromhex(m[1].decode()).decode("cp1252", "replace").encode(), text
    )
    return decoded(_WORD.sub(b"", text))


def traces(data: bytes) -> Iterator[Trace]:
    """What the known groups say, and which marks there are."""
    body = data[:_MOST]
    for kind, rule in _RULES:
        for match in list(rule.finditer(body))[:20]:
            value = _spoken(match[1])
            if value:
                yield Trace(kind, value)
    for match in list(_DATE.finditer(body))[:10]:
        numbers = [int(number) for number in _NUMBER.findall(match[1])]
        yield Trace("date", "-".join(f"{number:02}" for number in numbers))
    for match in list(_REVISERS.finditer(body))[:5]:
        for name in match[1].split(b"}"):
            value = _spoken(name.strip(b" {};\r\n"))
            if value and value != "Unknown":
                yield Trace("comment-author", plain(value))
    for kind, mark in _MARKS:
        count = len(re.findall(mark, body))
        if count:
            yield Trace(kind, str(count))
