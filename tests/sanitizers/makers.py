"""Files of the project's own making, with values planted where real tools would leave them."""

import base64
import io
import shutil
import struct
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pillow_heif
from PIL import Image, ImageDraw

pillow_heif.register_heif_opener()

MAKER, MODEL, SOFTWARE = "PlantMaker", "PlantPhone 11", "PlantSoft 9.9"
AUTHOR, COMMENT, SERIAL = "Plantina Auteur", "geplante opmerking", "SN-7731-PLANT"
TAKEN = "2021:03:04 05:06:07"
POSITION = "51.05000 N 3.72000 E"


@cache
def picture(width: int = 640, height: int = 480) -> Image.Image:
    """Smooth colours and sharp shapes, so that every encoder has something to do."""
    image = Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", (image, image.transpose(Image.Transpose.ROTATE_180), image))
    pen = ImageDraw.Draw(image)
    pen.rectangle((width // 8, height // 8, width // 3, height // 2), fill=(200, 30, 40))
    pen.ellipse((width // 2, height // 3, width * 7 // 8, height * 7 // 8), fill=(20, 60, 160))
    return image


def exif() -> Image.Exif:
    """EXIF as a telephone writes it."""
    block = Image.Exif()
    block[0x010F], block[0x0110], block[0x0131] = MAKER, MODEL, SOFTWARE
    block[0x013B], block[0x010E], block[0x0132] = AUTHOR, COMMENT, TAKEN
    inner = block.get_ifd(0x8769)
    inner[0x9003], inner[0xA431] = TAKEN, SERIAL
    gps = block.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (51.0, 3.0, 0.0), "E", (3.0, 43.0, 12.0)
    return block


def saved(kind: str, image: Image.Image | None = None, **options: object) -> bytes:
    out = io.BytesIO()
    (image or picture()).save(out, kind, **options)
    return out.getvalue()


def with_tool(command: list[str], data: bytes, suffix: str) -> bytes:
    """What a program makes of a file: "{}" in its arguments is the file, changed in place."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"sample.{suffix}")
        file.write_bytes(data)
        argv = [part.replace("{}", str(file)) for part in command]
        subprocess.run(argv, check=True, capture_output=True, cwd=folder)
        return file.read_bytes()


def exiftool(data: bytes, suffix: str, *tags: str) -> bytes:
    """The file with tags written into it."""
    return with_tool(["exiftool", "-overwrite_original", "-m", *tags, "{}"], data, suffix)


@cache
def converted(flat: str, flat_suffix: str, target: str) -> bytes:
    """A flat OpenDocument as LibreOffice saves it in another format."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"sample.{flat_suffix}")
        source.write_text(flat, encoding="utf-8")
        argv = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/p"]
        argv += ["--convert-to", target, "--outdir", folder, str(source)]
        subprocess.run(argv, check=True, capture_output=True, timeout=120)
        return Path(folder, f"sample.{target.partition(':')[0]}").read_bytes()


def has(program: str) -> bool:
    return shutil.which(program) is not None


_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("meta", "meta"),
        ("presentation", "presentation"),
        ("svg", "svg-compatible"),
        ("fo", "xsl-fo-compatible"),
    )
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document '
    + _NAMESPACES
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.{media}">'
    "<office:meta><meta:initial-creator>Plantina Auteur</meta:initial-creator>"
    "<dc:creator>Bewerker Boomgaard</dc:creator><dc:title>geheime titel</dc:title>"
    "<dc:description>geplante opmerking</dc:description>"
    "<meta:creation-date>2021-03-04T05:06:07</meta:creation-date></office:meta>"
)
NOTE = (
    "<office:annotation><dc:creator>Commentaar Claes</dc:creator>"
    "<dc:date>2022-01-02T03:04:05</dc:date><text:p>stiekeme kanttekening</text:p></office:annotation>"
)

FODT = (
    _HEAD.format(media="text")
    + """<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>
<dc:creator>Wijziger Wouters</dc:creator><dc:date>2022-02-03T04:05:06</dc:date></office:change-info>
<text:p>weggehaalde zin</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>Zichtbare tekst van een vraag."""
    + NOTE
    + """</text:p><text:p>Voor<text:change text:change-id="c1"/> en na.</text:p>
</office:text></office:body></office:document>"""
)

FODS = (
    _HEAD.format(media="spreadsheet")
    + """<office:body><office:spreadsheet><table:table table:name="Blad1">
<table:table-row><table:table-cell office:value-type="string"><text:p>Zichtbare cel</text:p>"""
    + NOTE
    + """</table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document>"""
)

FODP = (
    _HEAD.format(media="presentation")
    + """<office:body><office:presentation><draw:page draw:name="dia1">
<draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm"><draw:text-box>
<text:p>Zichtbare dia</text:p></draw:text-box></draw:frame></draw:page>
</office:presentation></office:body></office:document>"""
)

MAIL = b"""Received: from plant-host.example ([192.0.2.77]) by mx.example; Mon, 1 Mar 2021 10:00:00 +0100
From: Plantina Auteur <plantina@example.org>
To: Ontvanger Otten <otten@example.org>
Subject: een onderwerp
Date: Mon, 1 Mar 2021 10:00:00 +0100
Message-ID: <plant-123@example.org>
X-Mailer: PlantSoft 9.9
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="grens"

--grens
Content-Type: text/plain; charset=utf-8

Zichtbare tekst van de mail.
--grens
Content-Type: text/plain; name="bijlage-plant.txt"
Content-Disposition: attachment; filename="bijlage-plant.txt"

Tekst van de bijlage.
--grens--
"""


def html_mail() -> bytes:
    return MAIL.replace(b"text/plain; charset=utf-8", b"text/html; charset=utf-8").replace(
        b"Zichtbare tekst",
        b'<img src="https://volg.example/pixel.gif"><script>x()</script><p>Zichtbare</p>',
    )


def book() -> bytes:
    """An EPUB of one chapter."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        package.writestr(zipfile.ZipInfo("h1.xhtml"), "<html><body><p>Hoofdstuk</p></body></html>")
        package.writestr(
            zipfile.ZipInfo("boek.opf"),
            '<package xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:creator>{AUTHOR}</dc:creator></package>",
        )
    return out.getvalue()


_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


_Streams = Mapping[str, bytes | Mapping[str, bytes]]


def compound(**streams: bytes) -> bytes:
    """A compound file ([MS-CFB]) of these streams, none of them in the small sectors."""
    return compound_of(streams, small_below=0)


def compound_of(streams: _Streams, small_below: int) -> bytes:
    """The same, where a mapping is a storage.

    Office suites want `small_below` to be 4096, and then no stream may be shorter.
    """
    sectors: list[bytes] = [b""]
    table = [_TABLE]

    def kept(data: bytes) -> int:
        """The first sector of a chain that holds the data."""
        first = len(sectors)
        parts = [data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR)] or [b""]
        sectors.extend(part.ljust(_SECTOR, b"\0") for part in parts)
        table.extend([*range(first + 1, first + len(parts)), _END])
        return first

    entries = [_directory_entry("Root Entry", 5, _END, 0, child=1)]

    def enter(inside: _Streams) -> None:
        """Siblings as a tree that only leans to the right: shorter names come first."""
        names = sorted(inside, key=lambda name: (len(name), name.upper()))
        behind = len(entries) + len(names)
        rows = []
        for number, name in enumerate(names, len(entries) + 1):
            held, right = inside[name], number if number < behind else _FREE
            if isinstance(held, Mapping):
                rows.append(_directory_entry(name, 1, 0, 0, right, behind))
            else:
                rows.append(_directory_entry(name, 2, kept(held), len(held), right))
        entries.extend(rows)
        for held in inside.values():
            if isinstance(held, Mapping):
                enter(held)

    enter(streams)
    directory = kept(b"".join(entries))
    sectors[0] = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, directory, 0, small_below, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    return head + b"".join(sectors)


def _directory_entry(
    name: str, kind: int, start: int, size: int, right: int = _FREE, child: int = _FREE
) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text), kind, 1, _FREE, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def property_set(**texts: str) -> bytes:
    """A property set ([MS-OLEPS]) of these texts by number: `_2` the title, `_4` the author."""
    values, offsets, at = b"", b"", 8 + 8 * len(texts)
    for name, text in texts.items():
        data = text.encode("cp1252") + b"\0"
        value = struct.pack("<II", 0x1E, len(data)) + data.ljust(len(data) + -len(data) % 4, b"\0")
        offsets += struct.pack("<II", int(name.strip("_")), at + len(values))
        values += value
    section = struct.pack("<II", at + len(values), len(texts)) + offsets + values
    head = struct.pack("<HHI16xI", 0xFFFE, 0, 2, 1)
    return (
        head + struct.pack("<16sI", bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9"), 48) + section
    )


def in_base64(data: bytes) -> bytes:
    """As a mail carries an attachment."""
    return base64.encodebytes(data)
