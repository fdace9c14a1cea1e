"""PDF, drawn by pdfium; forms and annotations as drawn, comment bubbles only when asked for."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from sanitizers.errors import Refused
from sanitizers.formats.base import Drawn, Sanitizer, Work
from sanitizers.traces import pdf as pdf_traces
from sanitizers.values import Caution, Trace

_POINTS_AN_INCH = 72
# A header may stand behind some rubbish; readers look for it in the first kilobyte.
_HEADER_WITHIN = 1024
# Of a text in UTF-16LE, fpdf_annot.h.
_END_BYTES = 2
# Drawn pages may be longer than photos: a table on A3 must stay readable.
_LONGEST_PAGE_SIDES = 2
_BUBBLES = frozenset(
    {
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_POPUP,
        pdfium.FPDF_ANNOT_CARET,
        pdfium.FPDF_ANNOT_FILEATTACHMENT,
        pdfium.FPDF_ANNOT_SOUND,
        pdfium.FPDF_ANNOT_MOVIE,
    }
)
_WIDGET = pdfium.FPDF_ANNOT_WIDGET


def _opened(work: Work) -> pypdfium2.PdfDocument:
    password = work.options.password
    try:
        return pypdfium2.PdfDocument(work.untrusted, password=password)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise Refused("wrong-password" if password else "encrypted") from error
        if not password and b"/Encrypt" in work.untrusted:
            raise Refused("encrypted") from error
        raise Refused("damaged") from error


@contextmanager
def _document(work: Work) -> Iterator[pypdfium2.PdfDocument]:
    document = _opened(work)
    try:
        yield document
    finally:
        document.close()


class Pdf(Sanitizer):
    """Every page drawn at the chosen resolution."""

    kind = "pdf"
    divisible = True

    def recognises(self, untrusted: bytes) -> bool:
        """The header, near the start."""
        return b"%PDF-" in untrusted[:_HEADER_WITHIN]

    def count(self, work: Work) -> int:
        """As pdfium counts them."""
        with _document(work) as document:
            count = len(document)
        if count < 1:
            raise Refused("damaged")
        if count > work.limits.pages:
            raise Refused("too-many-pages", {"pages": count, "limit": work.limits.pages})
        return count

    def draw(self, work: Work, numbers: Iterable[int]) -> Iterator[Drawn | Caution]:
        """Pages that can't be read are left white, and pointed out."""
        with _document(work) as document:
            if work.options.show_forms and document.get_formtype() != pdfium.FORMTYPE_NONE:
                document.init_forms()
            for number in numbers:
                yield from _page(document, number, work)

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Everything in the file's objects, and the earlier files inside it."""
        return pdf_traces.traces(work.untrusted, work.options.password)

    def text(self, work: Work) -> Iterator[tuple[int, str]]:
        """What pdfium reads on each page, drawn or hidden."""
        with _document(work) as document:
            for number in range(len(document)):
                yield number, _words(document, number)


def _words(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number]
        words = page.get_textpage()
        text: str = words.get_text_bounded(errors="replace")
        words.close()
        page.close()
    except pypdfium2.PdfiumError:
        return ""
    return text


def _page(document: pypdfium2.PdfDocument, number: int, work: Work) -> Iterator[Drawn | Caution]:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        yield Caution("damaged-part", number + 1, "")
        yield Drawn(number, Image.new("L", (620, 877), 255))
        return
    yield from _left_out(page, number, work)
    yield Drawn(number, _pixels(page, work))
    page.close()


def _pixels(page: pypdfium2.PdfPage, work: Work) -> Image.Image:
    """In four bytes a pixel and in Pillow's own order: pdfium draws and Pillow copies that fastest."""
    drawn = page.render(
        scale=_scale(page.get_size(), work),
        may_draw_forms=work.options.show_forms,
        rev_byteorder=True,
        prefer_bgrx=True,
    )
    size = (drawn.width, drawn.height)
    return Image.frombytes("RGB", size, drawn.buffer, "raw", "RGBX", drawn.stride, 1)


def _scale(size: tuple[float, float], work: Work) -> float:
    """Pixels a point: the chosen resolution, less for pages that would become too large."""
    longest = max(size)
    if not all(math.isfinite(side) and side > 0 for side in size):
        raise Refused("damaged")
    most = work.options.longest_side * _LONGEST_PAGE_SIDES
    return min(work.options.dpi / _POINTS_AN_INCH, most / longest)


def _left_out(page: pypdfium2.PdfPage, number: int, work: Work) -> Iterator[Caution]:
    """Take annotations out that shall not be drawn; point out those that are."""
    for index in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        filled = subtype == _WIDGET and _is_filled(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if _unwanted(subtype, work):
            pdfium.FPDFPage_RemoveAnnot(page, index)
        elif subtype in _BUBBLES or subtype == pdfium.FPDF_ANNOT_FREETEXT:
            yield Caution("comment-shown", number + 1, "")
        elif filled:
            yield Caution("form-shown", number + 1, "")


def _unwanted(subtype: int, work: Work) -> bool:
    if subtype == _WIDGET:
        return not work.options.show_forms
    return subtype in _BUBBLES and not work.options.show_comments


def _is_filled(annotation: object) -> bool:
    """Whether a field of its own has a value; the length counts the end's."""
    return bool(pdfium.FPDFAnnot_GetStringValue(annotation, b"V", None, 0) > _END_BYTES)
