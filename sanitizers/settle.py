"""Settling a text before it is drawn: changes accepted, comments left out or spelled out.

Works on an ODT that the office suite itself wrote, whose prefixes are therefore known. In such a
file what was deleted stands apart from the text and what was added stands in it, so accepting
every change is leaving the record of changes out (OpenDocument 1.3 part 3, section 5.5).
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from sanitizers.zips import Package

# What is told of a text only when it is settled, by the binary formats at least.
SETTLED = frozenset({"comment", "comment-author", "tracked-change", "hidden", "link"})
_PARTS = ("content.xml", "styles.xml")
_RECORD = re.compile(rb"<text:tracked-changes\b(?:[^>]*/>|.*?</text:tracked-changes>)", re.DOTALL)
_MARK = re.compile(rb"<text:change(?:-start|-end)?\b[^>]*/>")
_COMMENT = re.compile(rb"<office:annotation\b[^>]*>(.*?)</office:annotation>", re.DOTALL)
_COMMENT_END = re.compile(rb"<office:annotation-end\b[^>]*/>")
_CREATOR = re.compile(rb"<dc:creator>([^<]*)</dc:creator>")
_PARAGRAPH = re.compile(rb"<text:p\b[^>]*>(.*?)</text:p>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
# A time of day that is not the day: the same document gives the same bytes.
_ALWAYS = (1980, 1, 1, 0, 0, 0)


def _spelled_out(match: re.Match[bytes]) -> bytes:
    """The comment as text between brackets; its letters are escaped already."""
    creator = _CREATOR.search(match[1])
    words = b" ".join(_TAG.sub(b"", paragraph) for paragraph in _PARAGRAPH.findall(match[1]))
    return b"[" + (creator[1] + b": " if creator else b"") + words + b"]"


def _settled(part: bytes, *, comments: bool) -> bytes:
    if not comments:
        part = _MARK.sub(b"", _RECORD.sub(b"", part))
    part = _COMMENT.sub(_spelled_out if comments else b"", part)
    return _COMMENT_END.sub(b"", part)


def settled(untrusted_odt: bytes, *, comments: bool) -> bytes:
    """The ODT with comments and changes settled; with `comments` both stay to be seen."""
    package = Package(untrusted_odt)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for info in package.infos:
            part = package.part(info.filename)
            if info.filename in _PARTS:
                part = _settled(part, comments=comments)
            written.writestr(zipfile.ZipInfo(info.filename, _ALWAYS), part)
    return out.getvalue()
