"""PDF, office documents, text and mail: the contract, and what each has of its own."""

import datetime as dt
import io
import struct
import zipfile
from collections.abc import Callable
from typing import ClassVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from sanitizers import Cleaned, Cleaner, Options, Refused
from tests.sanitizers import locking, makers
from tests.sanitizers.contract import PAGES, SanitizerContract, pages_or_reason

NEEDS_OFFICE = pytest.mark.needs_tool("soffice", "bwrap")


def reason(cleaner: Cleaner, untrusted: bytes, options: Options | None = None) -> str:
    with pytest.raises(Refused) as refused:
        cleaner.clean(untrusted, options or Options())
    return refused.value.reason


def drawn(cleaned: Cleaned, number: int = 0) -> Image.Image:
    return Image.open(io.BytesIO(cleaned.pages[number].data)).convert("RGB")


def ink(image: Image.Image) -> int:
    """How many pixels aren't white."""
    return sum(image.convert("L").point(lambda value: value < 200).tobytes())


def _named(**values: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def _certificate_signature() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tekenaar Tack")])
    day = dt.datetime(2021, 3, 4, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(77)
        .not_valid_before(day)
        .not_valid_after(day + dt.timedelta(days=9))
        .sign(key, hashes.SHA256())
    )
    builder = pkcs7.PKCS7SignatureBuilder().set_data(b"x")
    builder = builder.add_signer(certificate, key, hashes.SHA256())
    return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature]) + bytes(
        40
    )


def _page_text(writer: PdfWriter, words: str) -> None:
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 24 Tf 60 700 Td ({words}) Tj ET".encode())
    page = writer.pages[0]
    font = _named(
        Type=NameObject("/Font"),
        Subtype=NameObject("/Type1"),
        BaseFont=NameObject("/ABCDEF+Helvetica"),
    )
    page[NameObject("/Resources")] = _named(Font=_named(F1=writer._add_object(font)))
    page[NameObject("/Contents")] = writer._add_object(stream)


def dirty_pdf(words: str = "Zichtbare tekst") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    _page_text(writer, words)
    writer.add_metadata(
        {"/Author": makers.AUTHOR, "/Producer": makers.SOFTWARE, "/Title": "geheime titel",
         "/CreationDate": "D:20210304050607+01'00'", "/Keywords": "plantwoord"}
    )  # fmt: skip
    note = Text(rect=(300, 300, 320, 320), text="stiekeme kanttekening")
    note[NameObject("/T")] = TextStringObject("Commentaar Claes")
    writer.add_annotation(0, note)
    writer.add_attachment("bijlage-plant.txt", b"inhoud van de bijlage")
    root = writer.root_object
    script = _named(S=NameObject("/JavaScript"), JS=TextStringObject("app.alert('plantscript')"))
    root[NameObject("/OpenAction")] = writer._add_object(script)
    layer = writer._add_object(
        _named(Type=NameObject("/OCG"), Name=TextStringObject("laag van Plantina"))
    )
    off = _named(OFF=ArrayObject([layer]))
    root[NameObject("/OCProperties")] = _named(OCGs=ArrayObject([layer]), D=off)
    signature = _named(
        Type=NameObject("/Sig"),
        ByteRange=ArrayObject([NumberObject(0)] * 4),
        Contents=ByteStringObject(_certificate_signature()),
        Name=TextStringObject("Naam Naessens"),
        Reason=TextStringObject("akkoord gegeven"),
        M=TextStringObject("D:20210305"),
    )
    writer._add_object(signature)
    field = _named(
        FT=NameObject("/Tx"), T=TextStringObject("naam"), V=TextStringObject("ingevuld veld")
    )
    writer._add_object(field)
    link = _named(S=NameObject("/URI"), URI=TextStringObject("https://plant.example/volg"))
    writer._add_object(link)
    launch = _named(S=NameObject("/Launch"), F=TextStringObject("C:\\Users\\plantina\\x.exe"))
    writer._add_object(launch)
    writer._add_object(_named(GPTS=ArrayObject([FloatObject(51.05), FloatObject(3.72)])))
    inner = DecodedStreamObject()
    inner.set_data(makers.saved("JPEG", exif=makers.exif()))
    inner.update(_named(Subtype=NameObject("/Image"), Filter=NameObject("/DCTDecode")))
    writer._add_object(inner)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def revised_pdf() -> bytes:
    """A file whose first version had another author: an incremental update hides, it doesn't erase."""
    first = dirty_pdf()
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    writer.add_metadata({"/Author": "Tweede Tanghe"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class TestPdf(SanitizerContract):
    kind = "pdf"
    planted = (
        ("person", makers.AUTHOR),
        ("software", makers.SOFTWARE),
        ("title", "geheime titel"),
        ("date", "2021-03-04 05:06:07"),
        ("keyword", "plantwoord"),
        ("comment", "stiekeme kanttekening"),
        ("comment-author", "Commentaar Claes"),
        ("embedded-file", "bijlage-plant.txt"),
        ("script", "plantscript"),
        ("layer", "laag van Plantina"),
        ("hidden", "laag van Plantina"),
        ("signature", "Tekenaar Tack"),
        ("signature", "Naam Naessens"),
        ("form", "ingevuld veld"),
        ("link", "https://plant.example/volg"),
        ("path", "plantina"),
        ("font", "ABCDEF+Helvetica"),
        ("position", makers.POSITION),
        ("serial", makers.SERIAL),
        ("text-layer", "15"),
    )

    def sample(self) -> bytes:
        if not hasattr(type(self), "_sample"):
            type(self)._sample = dirty_pdf()  # type: ignore[attr-defined]
        return type(self)._sample  # type: ignore[attr-defined, no-any-return]


class TestManyPages(SanitizerContract):
    kind = "pdf"
    pages = 7
    planted = (("text-layer", "7"),)

    def sample(self) -> bytes:
        return numbered_pdf(7)


def numbered_pdf(count: int) -> bytes:
    """A document whose n-th page has n bars, so that a page out of order is seen."""
    writer = PdfWriter()
    for number in range(count):
        page = writer.add_blank_page(200, 200)
        stream = DecodedStreamObject()
        bars = "".join(f"{10 + 20 * bar} 20 10 150 re f " for bar in range(number + 1))
        stream.set_data((bars + "BT /F1 9 Tf 10 180 Td (x) Tj ET").encode())
        font = _named(
            Type=NameObject("/Font"),
            Subtype=NameObject("/Type1"),
            BaseFont=NameObject("/Helvetica"),
        )
        page[NameObject("/Resources")] = _named(Font=_named(F1=font))
        page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pages_drawn_by_several_children_stay_in_order(cleaner: Cleaner) -> None:
    cleaned = cleaner.clean(numbered_pdf(8))
    inks = [ink(drawn(cleaned, number)) for number in range(8)]
    assert inks == sorted(inks)
    assert len(set(inks)) == 8


def test_it_tells_the_author_of_an_earlier_version(cleaner: Cleaner) -> None:
    told = {(trace.kind, trace.value) for trace in cleaner.clean(revised_pdf()).traces}
    assert {("revision", "1"), ("person", makers.AUTHOR), ("person", "Tweede Tanghe")} <= told


def test_it_points_out_a_removed_name_on_the_page(cleaner: Cleaner) -> None:
    cleaned = cleaner.clean(dirty_pdf("getekend AUTEUR, Plantina"))
    assert [(c.page, c.value) for c in cleaned.cautions if c.kind == "repeats-name"] == [
        (1, makers.AUTHOR)
    ]


def commented_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    bubble = Text(rect=(100, 100, 160, 160), text="ballon", open=True)
    writer.add_annotation(0, bubble)
    appearance = DecodedStreamObject()
    appearance.set_data(b"0 0 60 60 re f")
    appearance.update(
        _named(
            Type=NameObject("/XObject"),
            Subtype=NameObject("/Form"),
            BBox=ArrayObject([NumberObject(n) for n in (0, 0, 60, 60)]),
        )
    )
    annotations = writer.pages[0].annotations or ArrayObject()
    placed = annotations[0].get_object()
    assert isinstance(placed, DictionaryObject)
    placed[NameObject("/AP")] = _named(N=writer._add_object(appearance))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_comment_bubble_shows_only_when_asked_for(cleaner: Cleaner) -> None:
    hidden = cleaner.clean(commented_pdf())
    shown = cleaner.clean(commented_pdf(), Options(show_comments=True))
    assert ink(drawn(hidden)) == 0
    assert ink(drawn(shown)) > 1000
    assert [c.kind for c in shown.cautions] == ["comment-shown"]


def test_text_typed_on_the_page_is_pointed_out(cleaner: Cleaner) -> None:
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    writer.add_annotation(0, FreeText(rect=(50, 50, 250, 100), text="los getypt"))
    out = io.BytesIO()
    writer.write(out)
    assert "comment-shown" in {c.kind for c in cleaner.clean(out.getvalue()).cautions}


def form_pdf() -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = _named(
        Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica")
    )
    reference = writer._add_object(font)
    field = writer._add_object(
        _named(
            Type=NameObject("/Annot"),
            Subtype=NameObject("/Widget"),
            FT=NameObject("/Tx"),
            T=TextStringObject("naam"),
            V=TextStringObject("INGEVULD VELD"),
            DA=TextStringObject("/Helv 30 Tf 0 g"),
            F=NumberObject(4),
            Rect=ArrayObject([NumberObject(n) for n in (20, 100, 280, 150)]),
        )
    )
    page[NameObject("/Annots")] = ArrayObject([field])
    writer.root_object[NameObject("/AcroForm")] = _named(
        Fields=ArrayObject([field]), DR=_named(Font=_named(Helv=reference)),
        DA=TextStringObject("/Helv 30 Tf 0 g"),
    )  # fmt: skip
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_form_entries_can_be_left_out(cleaner: Cleaner) -> None:
    shown = cleaner.clean(form_pdf())
    hidden = cleaner.clean(form_pdf(), Options(show_forms=False))
    assert ink(drawn(shown)) > 500
    assert ink(drawn(hidden)) == 0
    assert [c.kind for c in shown.cautions] == ["form-shown"]
    assert any(t.kind == "form" and "INGEVULD VELD" in t.value for t in hidden.traces)


def locked_pdf(algorithm: str = "AES-256") -> bytes:
    """Opens with "sesam"."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(dirty_pdf())))
    writer.encrypt("sesam", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_an_encrypted_pdf_opens_with_its_password_only(cleaner: Cleaner, algorithm: str) -> None:
    locked = locked_pdf(algorithm)
    assert reason(cleaner, locked) == "encrypted"
    assert reason(cleaner, locked, Options(password="fout")) == "wrong-password"
    opened = cleaner.clean(locked, Options(password="sesam"))
    assert makers.AUTHOR in {trace.value for trace in opened.traces}


def test_pages_follow_the_chosen_resolution(cleaner: Cleaner) -> None:
    page = cleaner.clean(dirty_pdf(), Options(dpi=72)).pages[0]
    assert (page.width, page.height) == (595, 842)


PROPERTIES = (("person", makers.AUTHOR), ("title", "geheime titel"))


class _Office(SanitizerContract):
    pytestmark = NEEDS_OFFICE
    source, suffix = makers.FODT, "fodt"
    planted: ClassVar[tuple[tuple[str, str], ...]] = PROPERTIES

    def sample(self) -> bytes:
        return makers.converted(self.source, self.suffix, self.kind)

    def test_a_file_cut_short_is_cleaned_or_refused(self, cleaner: Cleaner) -> None:
        half = self.sample()[: len(self.sample()) // 2]
        assert pages_or_reason(cleaner, half) in {PAGES, "damaged", "unknown-kind", "archive"}

    def test_it_asks_for_no_larger_page_than_chosen(self, cleaner: Cleaner) -> None:
        cleaned = cleaner.clean(self.sample(), Options(longest_side=200, dpi=40))
        assert all(max(page.width, page.height) <= 480 for page in cleaned.pages)


CHANGES = (
    ("comment-author", "Commentaar Claes"),
    ("comment", "stiekeme kanttekening"),
    ("tracked-change", "weggehaalde zin"),
    ("comment-author", "Wijziger Wouters"),
)


class TestOdt(_Office):
    kind = "odt"
    planted = (*PROPERTIES, *CHANGES)


class TestDocx(_Office):
    kind = "docx"
    planted = (*PROPERTIES, *CHANGES)


class TestDoc(_Office):
    kind = "doc"


class TestRtf(_Office):
    kind = "rtf"
    planted = (*PROPERTIES, ("comment-author", "Commentaar Claes"))


class TestOds(_Office):
    kind, source, suffix = "ods", makers.FODS, "fods"
    planted = (*PROPERTIES, *CHANGES[:2])


class TestXlsx(_Office):
    kind, source, suffix = "xlsx", makers.FODS, "fods"
    planted = (*PROPERTIES, CHANGES[1])


class TestXls(_Office):
    kind, source, suffix = "xls", makers.FODS, "fods"


class TestOdp(_Office):
    kind, source, suffix = "odp", makers.FODP, "fodp"


class TestPptx(_Office):
    kind, source, suffix = "pptx", makers.FODP, "fodp"


class TestPpt(_Office):
    kind, source, suffix = "ppt", makers.FODP, "fodp"


@NEEDS_OFFICE
@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize("kind", ["odt", "docx", "doc", "rtf"])
def test_changes_and_comments_are_settled_unless_asked_for(cleaner: Cleaner, kind: str) -> None:
    sample = makers.converted(makers.FODT, "fodt", kind)
    settled = cleaner.clean(sample)
    shown = cleaner.clean(sample, Options(show_comments=True))
    assert ink(drawn(settled)) < ink(drawn(shown))
    assert "comment-shown" in {c.kind for c in shown.cautions}
    assert "comment-shown" not in {c.kind for c in settled.cautions}


@NEEDS_OFFICE
def test_an_office_page_that_says_a_removed_name_is_pointed_out(cleaner: Cleaner) -> None:
    flat = makers.FODT.replace("Zichtbare tekst", "Door Plantina Auteur")
    cleaned = cleaner.clean(makers.converted(flat, "fodt", "docx"))
    assert ("repeats-name", makers.AUTHOR) in {(c.kind, c.value) for c in cleaned.cautions}


@NEEDS_OFFICE
@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize("kind", ["odt", "doc", "xls", "docx", "xlsx"])
def test_a_locked_document_opens_with_its_password_only(cleaner: Cleaner, kind: str) -> None:
    """And tells then whose it was, as one without a password does."""
    sample = LOCKED[kind]()
    assert reason(cleaner, sample) == "encrypted"
    assert reason(cleaner, sample, Options(password="fout")) == "wrong-password"
    opened = cleaner.clean(sample, Options(password=locking.PASSWORD))
    assert opened.kind == kind
    assert ink(drawn(opened)) > 0
    assert ("person", makers.AUTHOR) in {(trace.kind, trace.value) for trace in opened.traces}


LOCKED: dict[str, Callable[[], bytes]] = {
    "odt": lambda: locking.locked(makers.FODT, "fodt", "writer8"),
    "doc": lambda: locking.locked(makers.FODT, "fodt", "MS Word 97"),
    "xls": lambda: locking.locked(makers.FODS, "fods", "MS Excel 97"),
    "docx": lambda: locking.locked_package(makers.converted(makers.FODT, "fodt", "docx")),
    "xlsx": lambda: locking.locked_package(makers.converted(makers.FODS, "fods", "xlsx")),
}


@NEEDS_OFFICE
def test_a_locked_presentation_of_the_old_kind_says_that_it_is_locked(cleaner: Cleaner) -> None:
    """LibreOffice locks none, so its token is put in the place of the other."""
    sample = makers.converted(makers.FODP, "fodp", "ppt")
    token = struct.pack("<III", 0x0FF60000, 0x24, 0x14) + b"\x5f\xc0\x91\xe3"
    assert sample.count(token) == 1
    locked = sample.replace(token, token[:-4] + b"\xdf\xc4\xd1\xf3")
    assert reason(cleaner, locked) == "encrypted"


@NEEDS_OFFICE
def test_a_password_that_no_document_asks_for_costs_nothing(cleaner: Cleaner) -> None:
    sample = makers.converted(makers.FODP, "fodp", "ppt")
    assert cleaner.clean(sample, Options(password="overbodig")) == cleaner.clean(sample)


class TestText(SanitizerContract):
    kind = "text"
    planted = (("hidden", "3"),)

    def sample(self) -> bytes:
        return "Een vraag over een geschenk.\u200b\u2060\u2063\nTweede regel: café, œuvre, €.\n".encode()


class TestWesternText(SanitizerContract):
    kind = "text"

    def sample(self) -> bytes:
        return "Een café in de straat, niets meer dan dat.\n".encode("cp1252")


class TestWideText(SanitizerContract):
    kind = "text"

    def sample(self) -> bytes:
        return "Gewone tekst uit Kladblok\r\n".encode("utf-16")


class TestCsv(SanitizerContract):
    kind = "csv"

    def sample(self) -> bytes:
        return b"naam;bedrag\nAn;10\nBo;20\n"


class TestMarkdown(SanitizerContract):
    kind = "markdown"

    def sample(self) -> bytes:
        return b"# Titel\n\n- een **punt**\n- nog een\n"


class TestMail(SanitizerContract):
    kind = "mail"
    planted = (
        ("person", makers.AUTHOR),
        ("contact", "plantina@example.org"),
        ("software", makers.SOFTWARE),
        ("identifier", "plant-123@example.org"),
        ("identifier", "192.0.2.77"),
        ("date", "2021"),
        ("embedded-file", "bijlage-plant.txt"),
    )

    def sample(self) -> bytes:
        return makers.MAIL

    def test_its_attachments_are_offered_one_by_one(
        self, cleaner: Cleaner, cleaned: Cleaned
    ) -> None:
        (offer,) = cleaned.offered
        assert (offer.number, offer.name, offer.kind) == (0, "bijlage-plant.txt", "text")
        inside = cleaner.clean(self.sample(), Options(attachment=0))
        assert inside.kind == "text"
        assert inside.pages != cleaned.pages

    def test_it_refuses_an_attachment_that_is_not_there(self, cleaner: Cleaner) -> None:
        assert reason(cleaner, self.sample(), Options(attachment=7)) == "no-such-attachment"
        assert reason(cleaner, b"gewone tekst", Options(attachment=0)) == "no-such-attachment"

    def test_a_chosen_header_is_drawn_and_pointed_out(self, cleaner: Cleaner) -> None:
        plain, with_sender = (
            cleaner.clean(self.sample(), Options(headers=headers)) for headers in ((), ("From",))
        )
        assert ink(drawn(with_sender)) > ink(drawn(plain))
        assert {"header-shown", "repeats-name"} <= {c.kind for c in with_sender.cautions}


class TestHtmlMail(SanitizerContract):
    kind = "mail"
    planted = (("link", "https://volg.example/pixel.gif"),)

    def sample(self) -> bytes:
        return makers.MAIL.replace(
            b"text/plain; charset=utf-8", b"text/html; charset=utf-8"
        ).replace(
            b"Zichtbare tekst",
            b'<img src="https://volg.example/pixel.gif"><script>x()</script><p>Zichtbare</p>',
        )


class TestEpub(SanitizerContract):
    kind = "epub"
    planted = (("person", makers.AUTHOR),)

    def sample(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as book:
            book.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
            book.writestr(zipfile.ZipInfo("h1.xhtml"), "<html><body><p>Hoofdstuk</p></body></html>")
            book.writestr(
                zipfile.ZipInfo("boek.opf"),
                '<package xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<dc:creator>{makers.AUTHOR}</dc:creator></package>",
            )
        return out.getvalue()


def test_letters_that_the_font_lacks_are_told(cleaner: Cleaner) -> None:
    cleaned = cleaner.clean("gewone tekst met 漢字".encode())
    assert [c.value for c in cleaned.cautions if c.kind == "missing-glyphs"] == ["字漢"]


def test_a_scan_in_a_pdf_is_drawn(cleaner: Cleaner) -> None:
    scan = Image.new("RGB", (600, 800), "white")
    ImageDraw.Draw(scan).rectangle((100, 100, 500, 200), fill="black")
    out = io.BytesIO()
    scan.save(out, "PDF", resolution=72)
    assert ink(drawn(cleaner.clean(out.getvalue()))) > 1000
