"""PDF files of the project's own making, by pypdf."""

import datetime as dt
import io

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
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

from tests.sanitizers import makers


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


def locked_pdf(algorithm: str = "AES-256") -> bytes:
    """Opens with "sesam"."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(dirty_pdf())))
    writer.encrypt("sesam", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
