"""The two attachments of the demonstration, made here: a photo as a phone leaves it, and a PDF."""

from __future__ import annotations

import io
from datetime import datetime

from PIL import Image, ImageDraw, ImageFilter
from PIL.ExifTags import GPS, IFD, Base
from pypdf import PdfReader, PdfWriter

PHOTO_SIZE = (1600, 1200)
A4_AT_150_DPI = (1240, 1754)


def photo(taken: datetime, author: str = "Vuurtoren", camera: str = "Telefoon X") -> bytes:
    """A dented car door, with everything that a phone writes beside the picture."""
    image = _door()
    made = io.BytesIO()
    image.save(made, "JPEG", quality=88, exif=_exif(taken, author, camera))
    return made.getvalue()


def _door() -> Image.Image:
    width, height = PHOTO_SIZE
    image = Image.new("RGB", PHOTO_SIZE, (68, 82, 96))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, int(height * 0.78), width, height), fill=(92, 88, 82))
    draw.rounded_rectangle((220, 140, 1380, 960), 60, fill=(44, 74, 122))
    draw.rounded_rectangle((300, 180, 1300, 470), 40, fill=(150, 170, 184))
    draw.rounded_rectangle((1080, 600, 1260, 640), 20, fill=(24, 34, 54))
    for size, tone in ((150, (38, 64, 106)), (110, (32, 54, 92)), (60, (26, 44, 78))):
        draw.ellipse((560 - size, 720 - size // 2, 560 + size, 720 + size // 2), fill=tone)
    draw.arc((420, 630, 720, 800), 190, 330, fill=(120, 146, 190), width=8)
    return image.filter(ImageFilter.GaussianBlur(3))


def _exif(taken: datetime, author: str, camera: str) -> Image.Exif:
    exif = Image.Exif()
    exif[Base.Make] = "Voorbeeld"
    exif[Base.Model] = camera
    exif[Base.Artist] = author
    exif[Base.DateTime] = taken.strftime("%Y:%m:%d %H:%M:%S")
    exif.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: (51.0, 3.0, 14.4),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: (3.0, 43.0, 25.2),
        }
    )
    return exif


LINES = (
    "Ontwerp van mijn bericht",
    "",
    "De stationsbuurt is van ons allemaal.",
    "",
    "Wie hier woont of werkt, weet dat het beter kan: meer licht,",
    "een plek voor de jongeren en een aanspreekpunt in de wijk.",
    "",
    "Ik weet wat wij daar elke nacht meemaken. Vorige maand",
    "waren er elf inbraken. Dat hoeft niet zo te blijven.",
    "",
    "Op mijn lijst wil ik daar werk van maken.",
)


def document(author: str = "G. Duif") -> bytes:
    """One page of text as a PDF that names its author and program."""
    image = Image.new("RGB", A4_AT_150_DPI, "white")
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(LINES):
        draw.text((140, 170 + 62 * number), line, fill=(20, 20, 20), font_size=36 if number else 52)
    drawn = io.BytesIO()
    image.save(drawn, "PDF", resolution=150)
    writer = PdfWriter(clone_from=PdfReader(drawn))
    writer.add_metadata(
        {"/Author": author, "/Title": "bericht stationsbuurt v3", "/Producer": "Schrijfprogramma 7"}
    )
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
