"""Dirty files for every kind of trace in every format where that kind can be, made by real tools.

Each is made once, with what was planted in it: (kind of trace, what its value must contain). The
tools: exiftool (XMP, EXIF, thumbnails), LibreOffice (documents), pypdf and qpdf (PDF), Pillow (profiles,
second pictures). Only Outlook's MSG is put together by hand: no tool here writes it.
"""

import base64
import io
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

from tests.sanitizers import makers
from tests.sanitizers.test_documents import TestEpub, TestHtmlMail, dirty_pdf, form_pdf, revised_pdf

Planted = tuple[tuple[str, str], ...]
Fixture = tuple[bytes, Planted]

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
}
SUFFIXES = {
    "jpeg": ("JPEG", "jpg"), "png": ("PNG", "png"), "webp": ("WEBP", "webp"), "tiff": ("TIFF", "tif"),
    "heic": ("HEIF", "heic"), "avif": ("AVIF", "avif"), "gif": ("GIF", "gif"),
    "jp2": ("JPEG2000", "jp2"), "bmp": ("BMP", "bmp"), "ppm": ("PPM", "ppm"),
}  # fmt: skip


def _with_xmp(kind: str) -> Fixture:
    encoder, suffix = SUFFIXES[kind]
    arguments = [f"-{tag}={value.replace('-', ':') if what == 'date' else value}"
                 for tag, (what, value) in XMP.items()]  # fmt: skip
    return makers.exiftool(makers.saved(encoder), suffix, *arguments), tuple(XMP.values())


def _pdf_with_xmp() -> Fixture:
    arguments = [f"-{tag}={value.replace('-', ':') if what == 'date' else value}"
                 for tag, (what, value) in XMP.items()]  # fmt: skip
    return makers.exiftool(dirty_pdf(), "pdf", *arguments), tuple(XMP.values())


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


def _sequence() -> Fixture:
    """A HEIF whose boxes speak of tracks."""
    return makers.saved("HEIF") + b"\0\0\0\x08moov", (("audio-video", ""),)


# Who, when, with what: as LibreOffice writes it into each of its formats.
_META = """<office:meta><meta:initial-creator>Plantina Auteur</meta:initial-creator>
<dc:creator>Bewerker Boomgaard</dc:creator><dc:title>geheime titel</dc:title>
<dc:subject>plantonderwerp</dc:subject><meta:keyword>plantwoord</meta:keyword>
<dc:description>geplante opmerking</dc:description>
<meta:creation-date>2021-03-04T05:06:07</meta:creation-date>
<meta:printed-by>Drukker Dirckx</meta:printed-by>
<meta:print-date>2021-05-06T07:08:09</meta:print-date><meta:editing-cycles>17</meta:editing-cycles>
<meta:template xlink:type="simple" xlink:href="file:///C:/Users/plantina/sjabloon.ott"
 xlink:title="sjabloon"/>
<meta:user-defined meta:name="Bedrijf">Firma Foubert</meta:user-defined></office:meta>"""
_LINK = '<text:a xlink:type="simple" xlink:href="https://plant.example/volg">koppeling</text:a>'


def _picture_inside() -> str:
    photo = makers.saved("JPEG", makers.picture(64, 48), exif=makers.exif())
    return (
        '<draw:frame svg:width="3cm" svg:height="2cm"><draw:image><office:binary-data>'
        + base64.b64encode(photo).decode()
        + "</office:binary-data></draw:image></draw:frame>"
    )


def _rich(flat: str) -> str:
    head, _, rest = flat.partition("<office:meta>")
    return head + _META + rest.partition("</office:meta>")[2]


_EVERYWHERE: Planted = (
    ("person", "Plantina Auteur"), ("person", "Bewerker Boomgaard"), ("title", "geheime titel"),
    ("comment", "geplante opmerking"), ("date", "2021-03-04"), ("keyword", "plantwoord"),
)  # fmt: skip
_NEWER: Planted = (
    ("date", "2021-05-06"), ("revision", "17"), ("metadata", "Firma Foubert"), ("path", "sjabloon"),
    ("software", "LibreOffice"),
)  # fmt: skip
_OLDER: Planted = (
    ("date", "2021-05-06"), ("revision", "17"), ("metadata", "Firma Foubert"), ("path", "sjabloon"),
)  # fmt: skip
_SAVED_PICTURE: Planted = (
    ("position", makers.POSITION), ("device", makers.MODEL), ("serial", makers.SERIAL),
)  # fmt: skip
_CHANGED: Planted = (
    ("comment", "stiekeme kanttekening"), ("comment-author", "Commentaar Claes"),
    ("comment-author", "Wijziger Wouters"), ("tracked-change", "weggehaalde zin"),
    ("link", "https://plant.example/volg"),
)  # fmt: skip
_NOTED: Planted = (
    ("comment", "stiekeme kanttekening"),
    ("comment-author", "Commentaar Claes"),
)
OFFICE: dict[str, tuple[str, Planted]] = {
    "odt": ("fodt", (*_EVERYWHERE, *_NEWER, *_SAVED_PICTURE, *_CHANGED, ("thumbnail", ""))),
    "docx": ("fodt", (*_EVERYWHERE, *_NEWER, *_SAVED_PICTURE, *_CHANGED)),
    "doc": ("fodt", (*_EVERYWHERE, *_OLDER)),
    "rtf": (
        "fodt",
        (
            *_EVERYWHERE,
            ("software", "LibreOffice"),
            ("comment-author", "Commentaar Claes"),
            ("tracked-change", ""),
            ("link", ""),
        ),
    ),
    "ods": ("fods", (*_EVERYWHERE, *_NEWER, *_NOTED, ("thumbnail", ""))),
    "xlsx": ("fods", (*_EVERYWHERE, *_NEWER, *_NOTED)),
    "xls": ("fods", (*_EVERYWHERE, *_OLDER)),
    "odp": ("fodp", (*_EVERYWHERE, *_NEWER, ("thumbnail", ""))),
    "pptx": ("fodp", (*_EVERYWHERE, *_NEWER)),
    "ppt": ("fodp", (*_EVERYWHERE, *_OLDER, ("thumbnail", ""))),
}


def _written_by_office(kind: str) -> Fixture:
    suffix, planted = OFFICE[kind]
    flat = {"fodt": makers.FODT, "fods": makers.FODS, "fodp": makers.FODP}[suffix]
    if suffix == "fodt":
        flat = flat.replace("Zichtbare tekst", f"Zichtbare tekst {_LINK}{_picture_inside()}")
    return makers.converted(_rich(flat), suffix, kind), planted


def _pdf_by_office() -> Fixture:
    """As LibreOffice exports it: fonts cut to the letters used, text behind the picture."""
    data = makers.converted(_rich(makers.FODT), "fodt", "pdf")
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


def _outlook() -> Fixture:
    texts = {
        "0037001F": "onderwerp van plant", "1000001F": "Zichtbare tekst", "0C1A001F": "Plantina Afzender",
        "0C1F001F": "plantina@example.org", "1035001F": "<plant-77@example.org>",
        "3707001F": "bijlage-plant.pdf", "0070001F": "gesprek van plant",
    }  # fmt: skip
    streams = {f"__substg1.0_{code}": text.encode("utf-16-le") for code, text in texts.items()}
    data = makers.compound(**{"__properties_version1.0": bytes(64), **streams})
    return data, (
        ("person", "Plantina Afzender"),
        ("contact", "plantina@example.org"),
        ("identifier", "plant-77@example.org"),
        ("embedded-file", "bijlage-plant.pdf"),
        ("title", "gesprek van plant"),
    )


def _mail() -> Fixture:
    return TestHtmlMail().sample(), (
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


def _epub() -> Fixture:
    return TestEpub().sample(), (("person", makers.AUTHOR),)


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
    ("tiff", "smaller copy"): lambda: _with_smaller_copy(other=False),
    ("tiff", "other copy"): lambda: _with_smaller_copy(other=True),
    ("ppm", "comment"): _commented_map,
    ("pdf", "xmp"): _pdf_with_xmp,
    ("pdf", "by pypdf"): _dirty_pdf,
    ("pdf", "by office"): _pdf_by_office,
    ("pdf", "film"): _pdf_with_film,
    ("pdf", "versions"): _pdf_of_earlier_versions,
    **{(kind, "by office"): partial(_written_by_office, kind) for kind in OFFICE},
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
