"""Bad input: every kind of it ends in a refusal that says why, and leaves the rest untouched."""

import io
import socket
import struct
import zipfile
import zlib
from collections.abc import Iterator

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
)

from sanitizers import Cleaner, Options, Refused
from sanitizers.limits import Limits
from tests.sanitizers import makers
from tests.sanitizers.contract import NEEDS_OFFICE, PAGES, pages_or_reason, reason
from tests.sanitizers.pdfs import numbered_pdf


@pytest.fixture
def strict(cleaner: Cleaner) -> Cleaner:
    """The same cleaner; after each hostile file an honest one must still come through."""
    return cleaner


@pytest.fixture(autouse=True)
def _an_honest_file_still_comes_through(strict: Cleaner) -> Iterator[None]:
    before = strict.server_pid
    yield
    assert strict.clean(makers.saved("JPEG", makers.picture(48, 32))).pages
    assert strict.server_pid == before


@pytest.mark.parametrize(
    ("expected", "untrusted"),
    [
        ("empty", b""),
        ("unknown-kind", bytes(range(256))),
        ("unknown-kind", b"\0" * 5000),
        ("unknown-kind", b"<!DOCTYPE html><html><body>hallo</body></html>"),
        ("unknown-kind", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("media", b"ID3\x04" + bytes(300)),
        ("media", b"\0\0\0\x20ftypisom" + bytes(300)),
        ("media", b"RIFF\x24\0\0\0WAVEfmt " + bytes(300)),
        ("media", b"\x1a\x45\xdf\xa3" + bytes(300)),
        ("media", b"OggS" + bytes(300)),
        ("archive", b"Rar!\x1a\x07\x01\0" + bytes(300)),
        ("archive", b"7z\xbc\xaf\x27\x1c" + bytes(300)),
        ("archive", b"\x1f\x8b\x08" + bytes(300)),
        ("program", b"MZ" + bytes(300)),
        ("program", b"\x7fELF" + bytes(300)),
        ("program", b"#!/bin/sh\necho hallo\n"),
    ],
)
def test_it_says_what_it_refuses(strict: Cleaner, expected: str, untrusted: bytes) -> None:
    assert reason(strict, untrusted) == expected


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def test_an_ordinary_archive_is_an_archive(strict: Cleaner) -> None:
    assert reason(strict, _zip(foto=makers.saved("JPEG"))) == "archive"


def test_a_jpeg_that_is_also_a_zip_is_only_ever_a_jpeg(strict: Cleaner) -> None:
    hidden = _zip(geheim=b"inhoud van het archief " * 9)
    cleaned = strict.clean(makers.saved("JPEG") + hidden)
    assert cleaned.kind == "jpeg"
    assert {("embedded-file", "ZIP")} <= {(t.kind, t.value) for t in cleaned.traces}


def test_a_pdf_that_is_also_html_is_only_ever_a_pdf(strict: Cleaner) -> None:
    cleaned = strict.clean(b"<html><script>alert(1)</script><!--\n" + numbered_pdf(1) + b"-->")
    assert cleaned.kind == "pdf"
    assert any("before the header" in trace.value for trace in cleaned.traces)


def test_a_name_or_a_wrong_label_changes_nothing(strict: Cleaner) -> None:
    """There is no name to give: the content alone decides."""
    assert strict.clean(makers.saved("PNG")).kind == "png"


def test_an_upload_above_the_limit_is_not_even_sent_to_a_child() -> None:
    with Cleaner(Limits(upload_bytes=1000)) as small, pytest.raises(Refused) as refused:
        small.clean(bytes(1001))
    assert (refused.value.reason, refused.value.detail) == (
        "too-large",
        {"bytes": 1001, "limit": 1000},
    )


def _png(width: int, height: int, pixels: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def test_a_pixel_bomb_is_refused_by_its_measures(strict: Cleaner) -> None:
    with pytest.raises(Refused) as refused:
        strict.clean(_png(60_000, 60_000, zlib.compress(bytes(1000))))
    assert refused.value.reason == "too-many-pixels"
    assert refused.value.detail["width"] == 60_000


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "GIF", "PPM", "WEBP", "HEIF", "AVIF", "JPEG2000"])
def test_every_decoder_is_asked_for_measures_first(kind: str) -> None:
    with Cleaner(Limits(pixels=10_000)) as small, pytest.raises(Refused) as refused:
        small.clean(makers.saved(kind))
    assert refused.value.reason == "too-many-pixels"


def test_a_decompression_bomb_in_a_text_chunk_costs_nothing(strict: Cleaner) -> None:
    packed = zlib.compress(bytes(200 << 20), 9)
    body = b"Comment\0\0" + packed
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body
    chunk += struct.pack(">I", zlib.crc32(b"zTXt" + body))
    sample = makers.saved("PNG")
    bomb = sample[:33] + chunk + sample[33:]
    assert pages_or_reason(strict, bomb) in {PAGES, "damaged", "memory"}


def test_a_zip_bomb_is_refused_by_its_directory(strict: Cleaner) -> None:
    bomb = _zip(**{"word/document.xml": bytes(300 << 20), "word/b.xml": bytes(100 << 20)})
    assert len(bomb) < 1 << 20
    assert reason(strict, bomb) == "too-large"


def _pdf_of_size(width: float, height: float) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width, height)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("size", [(2e9, 2e9), (2e9, 1), (1, 14400), (0.0001, 0.0001)])
def test_a_page_of_impossible_size_is_drawn_small_or_refused(
    strict: Cleaner, size: tuple[float, float]
) -> None:
    untrusted = _pdf_of_size(*size)
    outcome = pages_or_reason(strict, untrusted)
    assert outcome in {PAGES, "damaged", "too-many-pixels"}
    if outcome == PAGES:
        page = strict.clean(untrusted).pages[0]
        assert max(page.width, page.height) <= 2 * 2560


def test_ten_thousand_pages_are_refused_with_their_number(strict: Cleaner) -> None:
    writer = PdfWriter()
    for _ in range(10_000):
        writer.add_blank_page(10, 10)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Refused) as refused:
        strict.clean(out.getvalue())
    assert (refused.value.reason, refused.value.detail) == (
        "too-many-pages",
        {"pages": 10_000, "limit": 200},
    )


def _recursive_pdf() -> bytes:
    """A form that draws itself, and pages whose parent is their child."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    form = DecodedStreamObject()
    form.set_data(b"/F Do /F Do")
    reference = writer._add_object(form)
    box = ArrayObject([NumberObject(n) for n in (0, 0, 9, 9)])
    resources = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/F"): reference})}
    )
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): box,
            NameObject("/Resources"): resources,
        }
    )
    page[NameObject("/Resources")] = resources
    content = DecodedStreamObject()
    content.set_data(b"/F Do")
    page[NameObject("/Contents")] = writer._add_object(content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_form_that_draws_itself_comes_to_an_end(strict: Cleaner) -> None:
    assert pages_or_reason(strict, _recursive_pdf()) in {PAGES, "damaged"}


def test_a_page_tree_in_a_circle_is_refused_or_drawn(strict: Cleaner) -> None:
    circle = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    assert pages_or_reason(strict, circle) in {PAGES, "damaged", "too-many-pages"}


def _stream_in_itself() -> bytes:
    """Object 4 holds the catalogue, the pages and, by the table, object 4."""
    rows = b"<</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Kids[3 0 R]/Count 1>> "
    second = rows.index(b"<</Type/Pages")
    third = len(rows)
    rows += b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    head = b"1 0 2 %d 3 %d 4 0 " % (second, third)
    packed = b"4 0 obj<</Type/ObjStm/N 4/First %d/Extends 4 0 R/Length %d>>stream\n%s\nendstream endobj\n"
    body = b"%PDF-1.5\n" + packed % (len(head), len(head + rows), head + rows)
    table = b"".join(struct.pack(">BHB", *row) for row in (
        (0, 0, 255), (2, 4, 0), (2, 4, 1), (2, 4, 2), (2, 4, 3), (1, len(body), 0),
    ))  # fmt: skip
    table_object = (
        b"5 0 obj<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Prev %d/Length %d>>stream\n%s\nendstream endobj\n"
        % (len(body), len(table), table)
    )
    return body + table_object + b"startxref\n%d\n%%%%EOF" % len(body)


def test_an_object_stream_in_itself_comes_to_an_end(strict: Cleaner) -> None:
    """And a table whose earlier table is itself."""
    assert pages_or_reason(strict, _stream_in_itself()) in {PAGES, "damaged"}


def test_offsets_in_a_circle_come_to_an_end(strict: Cleaner) -> None:
    """An EXIF whose second directory is its first, and whose EXIF pointer points at itself."""
    entry = struct.pack("<HHII", 0x8769, 4, 1, 8)
    block = b"II*\0\x08\0\0\0" + struct.pack("<H", 1) + entry + struct.pack("<I", 8)
    assert strict.clean(makers.saved("JPEG", exif=b"Exif\0\0" + block)).pages


@pytest.mark.parametrize("offset", [0, 7, 2**31 - 1, 2**32 - 1])
def test_malformed_offsets_in_a_tiff_are_refused_or_survived(strict: Cleaner, offset: int) -> None:
    sample = bytearray(makers.saved("TIFF"))
    sample[4:8] = struct.pack("<I", offset)
    assert pages_or_reason(strict, bytes(sample)) in {PAGES, "damaged"}


def test_a_million_lines_are_refused_with_their_pages(strict: Cleaner) -> None:
    assert reason(strict, b"a;b\n" * 1_000_000) == "too-many-pages"


@NEEDS_OFFICE
def test_a_million_rows_are_refused_before_they_are_drawn(strict: Cleaner) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in (1, 1_000_000))
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + rows
        + b"</sheetData></worksheet>"
    )
    book = _zip(**{"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": sheet})
    assert reason(strict, book) == "too-many-pages"


@NEEDS_OFFICE
@pytest.mark.usefixtures("both_ways")
def test_what_a_document_points_to_is_never_fetched(strict: Cleaner) -> None:
    """A server of ours waits for a knock while a document that links to it is drawn."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.01)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/pixel.png"
        flat = makers.FODT.replace(
            "Zichtbare tekst",
            f'<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}" '
            'xlink:type="simple"/></draw:frame>Zichtbare tekst',
        )
        sample = _packed_odt(flat)
        cleaned = strict.clean(sample)
        assert cleaned.pages
        assert ("link", address) in {(t.kind, t.value) for t in cleaned.traces}
        with pytest.raises(TimeoutError):
            server.accept()


_MACRO = """<office:scripts><office:script script:language="ooo:Basic"><ooo:libraries>
<ooo:library-embedded ooo:name="Standard"><ooo:module ooo:name="M"><ooo:source-code>
Sub Main
  ThisComponent.Text.String = "het macro liep"
End Sub</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries></office:script>
<office:event-listeners><script:event-listener script:language="ooo:script"
 script:event-name="dom:load" xlink:type="simple"
 xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document"/>
</office:event-listeners></office:scripts>"""
_OF_SCRIPTS = (
    ' xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'
    ' xmlns:ooo="http://openoffice.org/2004/office" office:version='
)


@NEEDS_OFFICE
@pytest.mark.usefixtures("both_ways")
def test_a_macro_that_begins_with_the_document_is_told_and_does_not_run(strict: Cleaner) -> None:
    flat = makers.FODT.replace(" office:version=", _OF_SCRIPTS, 1)
    with_macro = flat.replace("<office:body>", f"{_MACRO}<office:body>")
    armed = strict.clean(makers.converted(with_macro, "fodt", "odt"))
    assert "script" in {trace.kind for trace in armed.traces}
    assert armed.pages == strict.clean(makers.converted(flat, "fodt", "odt")).pages


def _packed_odt(flat: str) -> bytes:
    """A flat document in a package, so that nothing had to open it on the way."""
    content = flat.replace("office:document ", "office:document-content ").replace(
        "</office:document>", "</office:document-content>"
    )
    head, _, rest = content.partition("<office:meta>")
    content = head + rest.partition("</office:meta>")[2]
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type='
        '"application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path='
        '"content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return _zip(
        mimetype=b"application/vnd.oasis.opendocument.text",
        **{"content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()},
    )


def test_a_document_without_an_office_suite_is_refused_by_that_name() -> None:
    with Cleaner() as cleaner:
        vars(cleaner._office)["available"] = False
        assert reason(cleaner, b"{\\rtf1 tekst}") == "no-office"


def test_a_file_that_takes_too_long_is_ended_and_told() -> None:
    with Cleaner(Limits(base_seconds=0.0, seconds_a_page=0.0)) as hurried:
        assert reason(hurried, makers.saved("JPEG")) == "time"


def test_a_picture_larger_than_the_memory_is_refused_by_that_name() -> None:
    with Cleaner(Limits(memory_bytes=24 << 20)) as small:
        assert reason(small, makers.saved("PNG", Image.new("L", (12_000, 8_000)))) == "memory"


def test_a_password_is_not_needed_twice(strict: Cleaner) -> None:
    """It is used and forgotten: the next file is asked for its own."""
    writer = PdfWriter()
    writer.add_blank_page(50, 50)
    writer.encrypt("sesam", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    assert strict.clean(out.getvalue(), Options(password="sesam")).pages
    assert reason(strict, out.getvalue()) == "encrypted"


@pytest.mark.parametrize(
    "untrusted",
    [
        b"{\\rtf1{\\info{\\author" + b"\\author " * 200_000,
        b"{\\rtf1" + b"\\{\\author" * 200_000,
        b"{\\rtf1{\\info{\\author" + b"\\'e9" * 200_000,
        b"{\\rtf1{\\*\\revtbl" + b"{x} " * 200_000,
        b"{\\rtf1{\\creatim" + b"\\yr20" * 200_000,
    ],
    ids=["words", "braces", "bytes", "revisers", "numbers"],
)
def test_a_group_without_an_end_is_read_once(untrusted: bytes) -> None:
    """A search that goes back over such words would take longer than the world lasts."""
    with Cleaner(Limits(base_seconds=20.0, seconds_a_page=0.0)) as hurried:
        vars(hurried._office)["available"] = False
        assert reason(hurried, untrusted) == "no-office"


def test_xml_with_entities_says_nothing(strict: Cleaner) -> None:
    packet = (
        b"http://ns.adobe.com/xap/1.0/\0"
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><y>&b;</y></x:xmpmeta>"
    )
    sample = makers.saved("JPEG")
    segment = b"\xff\xe1" + struct.pack(">H", len(packet) + 2) + packet
    assert strict.clean(sample[:2] + segment + sample[2:]).pages
