"""Books: the text of their chapters. EPUB 3.3."""

from __future__ import annotations

from collections.abc import Iterator

from sanitizers.formats.base import Work
from sanitizers.formats.mail import from_html
from sanitizers.formats.text import Text
from sanitizers.traces import epub
from sanitizers.values import Caution, Trace
from sanitizers.zips import looks_like_zip, package

_MOST_LETTERS = 2_000_000


class Epub(Text):
    """A book: its chapters' text in the order of their names. Pictures are left out."""

    kind = "epub"

    def recognises(self, untrusted: bytes) -> bool:
        """A ZIP that says so first."""
        return (
            looks_like_zip(untrusted)
            and package(untrusted).part("mimetype", 100).strip() == b"application/epub+zip"
        )

    def written(self, work: Work) -> str:
        """The text of every chapter."""
        book = package(work.untrusted)
        chapters = sorted(name for name in book.names if name.endswith((".xhtml", ".html", ".htm")))
        pages = [book.part(name).decode("utf-8", "replace") for name in chapters[:500]]
        return "\n\n".join(from_html(page)[0] for page in pages)[:_MOST_LETTERS] or " "

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """What the package document says, and pictures' own traces."""
        return epub.traces(package(work.untrusted))
