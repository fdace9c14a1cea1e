"""Dirty files for every kind of trace in every format where that kind can be, made by real tools.

Each is made once, with what was planted in it: (kind of trace, what its value must contain). The
tools: exiftool (XMP, EXIF, thumbnails), LibreOffice (documents), pypdf and qpdf (PDF), Pillow (profiles,
second pictures). Only Outlook's MSG is put together by hand: no tool here writes it.
"""

import datetime as dt
import io
import struct
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from PIL import Image, ImageCms
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.sanitizers import makers, planting_office
from tests.sanitizers.pdfs import dirty_pdf, form_pdf, revised_pdf
from tests.sanitizers.planting_office import Fixture

# Properties as editors and cameras write them; the same packet fits eight formats.
XMP = {
    "XMP-exif:GPSLatitude": ("position", "51.05"),
    "XMP-exif:GPSLongitude": ("position", "3.72"),
    "XMP-photoshop:City": ("place", "Plantegem"),
    "XMP-tiff:Make": ("device", "XmpMaker"),
    "XMP-aux:SerialNumber": ("serial", "AUX-5523-PLANT"),
    "XMP-xmp:CreatorTool": ("software", "PlantTool 3"),
    "XMP-dc:Creator": ("person", "Maker Maes"),
    "XMP-iptcExt:OrganisationInImageName": ("organisation", "Bedrijf Boon"),
    "XMP-iptcCore:CreatorWorkEmail": ("contact", "plantina@example.org"),
    "XMP-xmp:CreateDate": ("date", "2020-02-03"),
    "XMP-dc:Title": ("title", "verborgen titel"),
    "XMP-dc:Description": ("comment", "beschrijving van plant"),
    "XMP-dc:Subject": ("keyword", "plantwoord"),
    "XMP-xmpMM:DocumentID": ("identifier", "xmp.did:plant-1"),
    "XMP-crs:RawFileName": ("path", "plantina-7731.dng"),
    "XMP-xmpRights:WebStatement": ("link", "https://plant.example/x"),
    "XMP-xmpMM:HistoryAction": ("revision", "saved-by-plant"),
    "XMP-photoshop:TextLayerText": ("layer", "tekst van een laag"),
    "XMP-crs:CameraProfileDigest": ("identifier", "PLANTDIGEST"),
    "XMP-crs:Version": ("metadata", "Version: plant 7.1"),
}
SUFFIXES = {
    "jpeg": ("JPEG", "jpg"), "png": ("PNG", "png"), "webp": ("WEBP", "webp"), "tiff": ("TIFF", "tif"),
    "heic": ("HEIF", "heic"), "avif": ("AVIF", "avif"), "gif": ("GIF", "gif"),
    "jp2": ("JPEG2000", "jp2"), "bmp": ("BMP", "bmp"), "ppm": ("PPM", "ppm"),
}  # fmt: skip


def _given(what: str, value: str) -> str:
    """As exiftool wants it."""
    if what == "date":
        return value.replace("-", ":")
    return value.partition(": ")[2] if what == "metadata" else value


_XMP_ARGUMENTS = tuple(f"-{tag}={_given(*planted)}" for tag, planted in XMP.items())


def _with_xmp(kind: str) -> Fixture:
    encoder, suffix = SUFFIXES[kind]
    return makers.exiftool(makers.saved(encoder), suffix, *_XMP_ARGUMENTS), tuple(XMP.values())


def _pdf_with_xmp() -> Fixture:
    return makers.exiftool(dirty_pdf(), "pdf", *_XMP_ARGUMENTS), tuple(XMP.values())


def _with_thumbnail(kind: str, *, other: bool) -> Fixture:
    """EXIF's small JPEG, of the same picture or of another one."""
    encoder, suffix = SUFFIXES[kind]
    shown = makers.picture().point(lambda value: 255 - value) if other else makers.picture()
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.jpg")
        small.write_bytes(makers.saved("JPEG", shown.resize((160, 120))))
        data = makers.exiftool(
            makers.saved(encoder, exif=makers.exif()), suffix, f"-ThumbnailImage<={small}"
        )
    return data, ((("thumbnail-differs", ""),) if other else (("thumbnail", ""),))


def _with_smaller_copy(*, other: bool) -> Fixture:
    """A TIFF whose second directory says that it is a reduced copy of the first."""
    shown = makers.picture().point(lambda value: 255 - value) if other else makers.picture()
    small = shown.resize((160, 120))
    small.encoderinfo = {"tiffinfo": {0x00FE: 1}}
    data = makers.saved("TIFF", save_all=True, append_images=[small])
    return data, ((("thumbnail-differs", ""),) if other else (("thumbnail", ""),))


def _with_profile(kind: str) -> Fixture:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return makers.saved(SUFFIXES[kind][0], icc_profile=profile), (("colour-profile", ""),)


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("geheim-plant.txt", "inhoud")
    return out.getvalue()


def _with_tail(kind: str) -> Fixture:
    """A ZIP behind the end, as people hide one."""
    data = makers.saved(SUFFIXES[kind][0]) + zipped()
    return data, (("trailing", ""), ("embedded-file", "ZIP"))


def _with_second_picture() -> Fixture:
    second = makers.picture().transpose(Image.Transpose.ROTATE_180)
    return makers.saved("MPO", save_all=True, append_images=[second]), (("extra-image", "1"),)


def _motion_photo() -> Fixture:
    """A JPEG with a film behind it, as telephones make them."""
    film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\0\0\x08moov"
    return makers.saved("JPEG") + film, (("audio-video", ""),)


def _with_live_film(kind: str) -> Fixture:
    """The box in which telephones keep the seconds before a photo."""
    film = b"film van plant"
    box = (8 + len(film)).to_bytes(4, "big") + b"mpvd" + film
    return makers.saved(SUFFIXES[kind][0]) + box, (("extra-image", "mpvd"),)


def _with_printers_note() -> Fixture:
    """Print Image Matching, in a TIFF's own tag."""
    return makers.saved("TIFF", tiffinfo={0xC4A5: b"PrintIM\0Plant"}), (("printer", "PrintIM"),)


def _with_printers_resource() -> Fixture:
    """Photoshop's resource 1083: a printer's settings."""
    body = b"instellingen van Plantina"
    resource = b"8BIM" + (1083).to_bytes(2, "big") + b"\0\0" + len(body).to_bytes(4, "big") + body
    segment = b"Photoshop 3.0\0" + resource + b"\0" * (len(body) % 2)
    data = makers.saved("JPEG")
    head = b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big")
    return data[:2] + head + segment + data[2:], (("printer", "25"),)


def _sequence() -> Fixture:
    """A HEIF whose boxes speak of tracks."""
    return makers.saved("HEIF") + b"\0\0\0\x08moov", (("audio-video", ""),)


def _pdf_by_office() -> Fixture:
    """As LibreOffice exports it: fonts cut to the letters used, text behind the picture."""
    data = makers.converted(planting_office.rich(makers.FODT), "fodt", "pdf")
    return data, (("person", "Plantina Auteur"), ("software", "LibreOffice"), ("font", "+"),
                  ("text-layer", ""), ("keyword", "plantwoord"))  # fmt: skip


def _pdf_with_film() -> Fixture:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(form_pdf())))
    sound = DecodedStreamObject()
    sound.set_data(b"RIFF....WAVE")
    sound.update({NameObject("/Type"): NameObject("/Sound")})
    film = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Movie"),
            NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (0, 0, 9, 9)]),
            NameObject("/T"): TextStringObject("film van Plantina"),
            NameObject("/Sound"): writer._add_object(sound),
        }
    )
    writer._add_object(film)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue() + b"%%EOF\nstaart van plant " * 3, (
        ("form", "INGEVULD VELD"),
        ("audio-video", ""),
        ("trailing", ""),
    )


def _pdf_of_earlier_versions() -> Fixture:
    return revised_pdf(), (("revision", "1"), ("person", "Tweede Tanghe"))


def _dirty_pdf() -> Fixture:
    return dirty_pdf(), (
        ("comment-author", "Commentaar Claes"),
        ("embedded-file", "bijlage-plant.txt"),
        ("script", "plantscript"),
        ("hidden", "laag van Plantina"),
        ("layer", "laag van Plantina"),
        ("signature", "Tekenaar Tack"),
        ("position", makers.POSITION),
    )


def _pdf_of_a_drawing_program() -> Fixture:
    """A page with its own small picture, a private part, and a profile of a device."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(form_pdf())))
    page = writer.pages[0]
    profile = DecodedStreamObject()
    profile.set_data(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile.update(
        {NameObject("/N"): NumberObject(3), NameObject("/Alternate"): NameObject("/DeviceRGB")}
    )
    writer._add_object(profile)
    page[NameObject("/Thumb")] = writer._add_object(DecodedStreamObject())
    private = DictionaryObject({NameObject("/Private"): TextStringObject("werkbestand")})
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/PlantTekenaar"): private})
    page[NameObject("/LastModified")] = TextStringObject("D:20210607")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue(), (("thumbnail", "page"), ("metadata", "PlantTekenaar"), ("date", "2021-06-07"),
                            ("colour-profile", ""))  # fmt: skip


def _outlook() -> Fixture:
    texts = {
        "0037001F": "onderwerp van plant", "1000001F": "Zichtbare tekst", "0C1A001F": "Plantina Afzender",
        "0C1F001F": "plantina@example.org", "1035001F": "<plant-77@example.org>",
        "3707001F": "bijlage-plant.pdf", "0070001F": "gesprek van plant",
    }  # fmt: skip
    streams = {f"__substg1.0_{code}": text.encode("utf-16-le") for code, text in texts.items()}
    since_1601 = dt.datetime(2021, 3, 4, tzinfo=dt.UTC) - dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
    sent = struct.pack("<HHIQ", 0x40, 0x0039, 0, since_1601 // dt.timedelta(microseconds=1) * 10)
    data = makers.compound(**{"__properties_version1.0": bytes(32) + sent, **streams})
    return data, (
        ("date", "2021-03-04"),
        ("person", "Plantina Afzender"),
        ("contact", "plantina@example.org"),
        ("identifier", "plant-77@example.org"),
        ("embedded-file", "bijlage-plant.pdf"),
        ("title", "gesprek van plant"),
    )


_HEADERS = b"""Organization: Bedrijf Boon
DKIM-Signature: v=1; d=plant.example
X-Plant-Volgnummer: 7731
"""


def _mail() -> Fixture:
    return _HEADERS + makers.html_mail(), (
        ("organisation", "Bedrijf Boon"),
        ("signature", "plant.example"),
        ("metadata", "x-plant-volgnummer: 7731"),
        ("person", makers.AUTHOR),
        ("contact", "plantina@example.org"),
        ("software", makers.SOFTWARE),
        ("identifier", "plant-123@example.org"),
        ("date", "2021"),
        ("title", "een onderwerp"),
        ("embedded-file", "bijlage-plant.txt"),
        ("link", "https://volg.example/pixel.gif"),
    )


def _unseen(text: str) -> Callable[[], Fixture]:
    return lambda: (text.replace("~", "\u200b").encode(), (("hidden", "2"),))


def _commented_map() -> Fixture:
    data = makers.saved("PPM").replace(b"P6\n", b"P6\n# gemaakt door Plantina\n", 1)
    return data, (("comment", "gemaakt door Plantina"),)


_BOOK = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Plantina Auteur</dc:creator>
<dc:title>boek van plant</dc:title><dc:publisher>Bedrijf Boon</dc:publisher><dc:date>2021-03-04</dc:date>
<dc:identifier>urn:plant:7731</dc:identifier><dc:description>beschrijving van plant</dc:description>
<dc:subject>plantwoord</dc:subject><meta name="plantveld" content="plantwaarde"/></package>"""


def _epub() -> Fixture:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, text in (
            ("mimetype", "application/epub+zip"),
            ("h1.xhtml", "<html><body><p>Hoofdstuk</p></body></html>"),
            ("boek.opf", _BOOK),
            ("plantscript.js", "x()"),
        ):
            book.writestr(zipfile.ZipInfo(name), text)
        book.writestr(zipfile.ZipInfo("foto.jpg"), makers.saved("JPEG", exif=makers.exif()))
    return out.getvalue(), (
        ("person", makers.AUTHOR), ("title", "boek van plant"), ("organisation", "Bedrijf Boon"),
        ("date", "2021-03-04"), ("identifier", "urn:plant:7731"), ("keyword", "plantwoord"),
        ("comment", "beschrijving van plant"),
        ("metadata", "plantveld plantwaarde"), ("script", "plantscript.js"), ("position", makers.POSITION),
        ("device", makers.MODEL), ("serial", makers.SERIAL), ("software", makers.SOFTWARE),
    )  # fmt: skip


_THUMBED = ("jpeg", "png", "webp", "heic", "avif")
_PROFILED = ("jpeg", "png", "webp", "tiff", "heic", "avif")
_XMP_HOLDERS = ("jpeg", "png", "webp", "tiff", "heic", "avif", "gif", "jp2")

FIXTURES: dict[tuple[str, str], Callable[[], Fixture]] = {
    **{(kind, "xmp"): partial(_with_xmp, kind) for kind in _XMP_HOLDERS},
    **{(kind, "thumbnail"): partial(_with_thumbnail, kind, other=False) for kind in _THUMBED},
    **{(kind, "other thumbnail"): partial(_with_thumbnail, kind, other=True) for kind in _THUMBED},
    **{(kind, "profile"): partial(_with_profile, kind) for kind in _PROFILED},
    **{(kind, "tail"): partial(_with_tail, kind) for kind in SUFFIXES},
    ("jpeg", "second picture"): _with_second_picture,
    ("jpeg", "motion photo"): _motion_photo,
    ("heic", "sequence"): _sequence,
    ("heic", "live film"): partial(_with_live_film, "heic"),
    ("avif", "live film"): partial(_with_live_film, "avif"),
    ("tiff", "printer's note"): _with_printers_note,
    ("jpeg", "printer's resource"): _with_printers_resource,
    ("tiff", "smaller copy"): lambda: _with_smaller_copy(other=False),
    ("tiff", "other copy"): lambda: _with_smaller_copy(other=True),
    ("ppm", "comment"): _commented_map,
    ("pdf", "xmp"): _pdf_with_xmp,
    ("pdf", "by pypdf"): _dirty_pdf,
    ("pdf", "by office"): _pdf_by_office,
    ("pdf", "film"): _pdf_with_film,
    ("pdf", "by a drawing program"): _pdf_of_a_drawing_program,
    ("pdf", "versions"): _pdf_of_earlier_versions,
    **planting_office.FIXTURES,
    ("mail", "mail"): _mail,
    ("msg", "by hand"): _outlook,
    ("epub", "book"): _epub,
    ("text", "unseen"): _unseen("een~ regel~ tekst\n"),
    ("csv", "unseen"): _unseen("a~;b\n1;2~\n"),
    ("markdown", "unseen"): _unseen("# Titel~\n\n- een **punt**~\n"),
}


@cache
def made(kind: str, name: str) -> Fixture:
    """A fixture, made once."""
    return FIXTURES[kind, name]()
