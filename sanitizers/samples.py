"""Tiny files of our own making, cleaned once at start-up so that nothing is loaded late."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageCms
from pypdf import PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

_PICTURES = (
    ("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "P"), ("PNG", "I;16"), ("WEBP", "RGBA"),
    ("HEIF", "RGB"), ("AVIF", "RGB"), ("GIF", "P"), ("TIFF", "RGB"), ("BMP", "RGB"),
    ("JPEG2000", "RGB"), ("PPM", "RGB"),
)  # fmt: skip

_MAIL = b"""From: =?utf-8?q?s=C3=A4mple?= <sample@example.org>
To: "A, B" <ab@example.org>, c@example.org
Subject: sample
Date: Mon, 1 Jan 2024 12:00:00 +0100
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>sample=C3=A9</p>
--x
Content-Type: text/plain; name*=utf-8''s%C3%A4mple.txt
Content-Disposition: attachment
Content-Transfer-Encoding: base64

c2FtcGxl
--x--
"""


def _picture(kind: str, mode: str) -> bytes:
    out = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x010E] = "sample"
    image = Image.new(mode, (32, 32))
    image.save(out, kind, exif=exif, **({"icc_profile": profile} if mode == "RGB" else {}))
    return out.getvalue()


def _document() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(20, 20)
    writer.add_metadata({"/Author": "sample"})
    writer.add_annotation(0, Text(rect=(1, 1, 9, 9), text="sample"))
    writer.add_attachment("sample.txt", b"sample")
    writer.root_object[NameObject("/Sample")] = DictionaryObject(
        {NameObject("/Title"): TextStringObject("sample")}
    )
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def all_of_them() -> Iterator[bytes]:
    """One sample for every way through the decoders that loads something."""
    for kind, mode in _PICTURES:
        yield _picture(kind, mode)
    yield _document()
    yield _MAIL
    yield b"a;b\n\xc3\xa9;\xe2\x82\xac\n"
