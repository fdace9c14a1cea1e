"""What only an office suite can draw. Traces are read here; drawing happens in its own jail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from sanitizers.errors import Refused
from sanitizers.formats.base import OfficeSanitizer, Work
from sanitizers.ole import SIGNATURE, Compound
from sanitizers.traces import odf, opc, rtf
from sanitizers.traces import ole as ole_traces
from sanitizers.values import Caution, Trace
from sanitizers.zips import looks_like_zip, package

_ROW = re.compile(rb'<row[^>]* r="(\d+)"')
# A drawn page holds some fifty rows; above it there are more pages than the limit.
_ROWS_A_PAGE = 40


class _Opc(OfficeSanitizer):
    """Office Open XML: told by the main part, which a mislabelled file can't hide."""

    main_part: ClassVar[str]

    def recognises(self, untrusted: bytes) -> bool:
        """A ZIP with the main part of its kind."""
        return looks_like_zip(untrusted) and self.main_part in package(untrusted).names

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Every part."""
        return opc.traces(package(work.untrusted))


class Docx(_Opc):
    """Word."""

    kind, suffix, main_part = "docx", "docx", "word/document.xml"


class Xlsx(_Opc):
    """Excel."""

    kind, suffix, main_part = "xlsx", "xlsx", "xl/workbook.xml"

    def prepared(self, work: Work) -> bytes:
        """Refuse sheets that would become more pages than anybody reads."""
        sheets = package(work.untrusted)
        most = work.limits.pages * _ROWS_A_PAGE
        for name in sheets.names:
            if name.startswith("xl/worksheets/sheet"):
                rows = [int(row) for row in _ROW.findall(sheets.part(name)[-4096:])]
                if rows and max(rows) > most:
                    raise Refused(
                        "too-many-pages",
                        {"pages": max(rows) // _ROWS_A_PAGE, "limit": work.limits.pages},
                    )
        return work.untrusted


class Pptx(_Opc):
    """PowerPoint."""

    kind, suffix, main_part = "pptx", "pptx", "ppt/presentation.xml"


class _Odf(OfficeSanitizer):
    """OpenDocument: told by the media type that stands first in the package."""

    media: ClassVar[bytes]

    def recognises(self, untrusted: bytes) -> bool:
        """A ZIP whose `mimetype` names the kind; templates alike."""
        if not looks_like_zip(untrusted):
            return False
        media = package(untrusted).part("mimetype", 200).strip().removesuffix(b"-template")
        return media == b"application/vnd.oasis.opendocument." + self.media

    def locked(self, work: Work) -> bool:
        """An encrypted package has a manifest that says so."""
        return b"encryption-data" in package(work.untrusted).part("META-INF/manifest.xml")

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Every part."""
        return odf.traces(package(work.untrusted))


class Odt(_Odf):
    """Text."""

    kind, suffix, media = "odt", "odt", b"text"


class Ods(_Odf):
    """Spreadsheet."""

    kind, suffix, media = "ods", "ods", b"spreadsheet"


class Odp(_Odf):
    """Presentation."""

    kind, suffix, media = "odp", "odp", b"presentation"


class Odg(_Odf):
    """Drawing."""

    kind, suffix, media = "odg", "odg", b"graphics"


class _Compound(OfficeSanitizer):
    """The older binary formats: told by their main stream."""

    streams: ClassVar[frozenset[str]]

    def recognises(self, untrusted: bytes) -> bool:
        """A compound file with the main stream of its kind."""
        if not untrusted.startswith(SIGNATURE):
            return False
        try:
            return bool(Compound(untrusted).names & self.streams)
        except ValueError:
            return False

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Property sets, macros, objects."""
        return ole_traces.traces(work.untrusted)


class EncryptedOffice(_Compound):
    """An encrypted DOCX, XLSX or PPTX is a compound file with two streams."""

    kind, suffix, streams = "docx", "docx", frozenset({"EncryptedPackage"})

    def locked(self, work: Work) -> bool:  # noqa: ARG002 - it is never anything else
        """By what it is."""
        return True


class Doc(_Compound):
    """Word, 1997 to 2003."""

    kind, suffix, streams = "doc", "doc", frozenset({"WordDocument"})

    def locked(self, work: Work) -> bool:
        """A bit in the file's own head. [MS-DOC] 2.5.2, fEncrypted."""
        return any(main[11:12] and main[11] & 1 for main in _main(work, self.streams))


class Xls(_Compound):
    """Excel, 1997 to 2003."""

    kind, suffix, streams = "xls", "xls", frozenset({"Workbook", "Book"})

    def locked(self, work: Work) -> bool:
        """A FilePass record, which stands among the first. [MS-XLS] 2.4.117."""
        return any(_FILE_PASS in _first_records(book) for book in _main(work, self.streams))


class Ppt(_Compound):
    """PowerPoint, 1997 to 2003."""

    kind, suffix, streams = "ppt", "ppt", frozenset({"PowerPoint Document"})

    def locked(self, work: Work) -> bool:
        """The token of an encrypted document. [MS-PPT] 2.3.2."""
        return any(user[12:16] == _TOKEN_OF_LOCKED for user in _main(work, {"Current User"}))


_TOKEN_OF_LOCKED = bytes.fromhex("dfc4d1f3")
_FILE_PASS = 0x2F
_MOST_RECORDS_BEFORE = 8


def _main(work: Work, names: Iterable[str]) -> Iterator[bytes]:
    compound = Compound(work.untrusted)
    for name in names:
        yield from compound.streams(name)


def _first_records(book: bytes) -> Iterator[int]:
    """Numbers of the records that a workbook begins with."""
    at = 0
    for _ in range(_MOST_RECORDS_BEFORE):
        if at + 4 <= len(book):
            yield int.from_bytes(book[at : at + 2], "little")
            at += 4 + int.from_bytes(book[at + 2 : at + 4], "little")


class Rtf(OfficeSanitizer):
    """Rich Text Format."""

    kind, suffix = "rtf", "rtf"

    def recognises(self, untrusted: bytes) -> bool:
        """The first control word."""
        return untrusted.startswith(b"{\\rt")

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Known groups and marks."""
        return rtf.traces(work.untrusted)
