"""Damaged files: seeds by kind, and the ways in which they are damaged.

A format that packs its parts is unpacked first and packed again afterwards, checksums and all:
damage that the first checksum finds tries nothing behind it.
"""

import io
import os
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PIL import Image

from sanitizers.errors import Refused
from sanitizers.formats import recognised
from tests.sanitizers import makers
from tests.sanitizers.pdfs import dirty_pdf, numbered_pdf, revised_pdf
from tests.sanitizers.test_texts import TestMarkdown

CORPUS = Path(os.environ.get("ADVIESPUNT_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
_HOSTILE = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_LARGEST_SEED = 60_000
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
Seeds = Mapping[str, Sequence[bytes]]


def _small(kind: str, mode: str = "RGB", **options: object) -> bytes:
    return makers.saved(kind, makers.picture(48, 32).convert(mode), **options)


def _package(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>x</dc:creator>'
    "<cp:lastModifiedBy>y</cp:lastModifiedBy></cp:coreProperties>"
)
_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:p w:rsidR="00AA"><w:ins w:author="x" w:date="2021-01-01T00:00:00Z"><w:r><w:t>a</w:t></w:r>'
    '</w:ins><w:del w:author="y"><w:r><w:delText>b</w:delText></w:r></w:del></w:p></w:body></w:document>'
)


def _opc(main: str, text: str) -> bytes:
    return _package(**{"[Content_Types].xml": "<Types/>", main: text, "docProps/core.xml": _CORE})


def _odf(media: str, flat: str) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{media}"
    return _package(mimetype=mimetype, **{"content.xml": flat, "meta.xml": flat})


def _pictures() -> list[bytes]:
    exif, turned = makers.exif(), [makers.picture(48, 32).rotate(180)]
    return [
        _small("JPEG", exif=exif, comment="x"),
        _small("JPEG", progressive=True),
        _small("JPEG", "CMYK"),
        _small("MPO", save_all=True, append_images=turned),
        _small("PNG", exif=exif),
        _small("PNG", "P"),
        makers.saved("PNG", Image.new("I;16", (48, 32))),
        _small("PNG", save_all=True, append_images=turned),
        _small("WEBP", exif=exif),
        _small("WEBP", lossless=True),
        _small("WEBP", save_all=True, append_images=turned),
        makers.saved("HEIF", makers.picture(64, 64), exif=exif.tobytes()),
        makers.saved("AVIF", makers.picture(64, 64), exif=exif),
        _small("GIF", "P", comment="x"),
        _small("GIF", save_all=True, append_images=turned),
        _small("TIFF", exif=exif),
        _small("TIFF", compression="tiff_lzw"),
        _small("TIFF", compression="jpeg"),
        _small("TIFF", "CMYK", compression="tiff_adobe_deflate"),
        _small("BMP"),
        _small("PPM"),
        _small("JPEG2000"),
    ]


def _documents() -> list[bytes]:
    return [
        dirty_pdf(),
        revised_pdf(),
        numbered_pdf(2),
        makers.MAIL,
        makers.book(),
        TestMarkdown().sample(),
        b"a;b\n1;2\n",
        b"een regel\nnog een\n",
        b"{\\rtf1{\\info{\\author x}}{\\*\\revtbl{x;}}tekst}",
        _opc("word/document.xml", _WORD),
        _opc("xl/workbook.xml", "<workbook><sheets><sheet state='hidden'/></sheets></workbook>"),
        _opc("ppt/presentation.xml", "<presentation/>"),
        _odf("text", makers.FODT),
        _odf("spreadsheet", makers.FODS),
        _odf("presentation", makers.FODP),
        _odf("graphics", makers.FODP),
        *map(_old, ("WordDocument", "Workbook", "PowerPoint Document")),
        _outlook(),
    ]


def _old(main: str) -> bytes:
    summary = makers.property_set(_2="titel", _4="auteur", _8="bewerker")
    streams = {main: bytes(600), "\x05SummaryInformation": summary, "VBA": b"x", "\x01Ole": b"y"}
    return makers.compound(**streams)


def _outlook() -> bytes:
    texts = {"0037001F": "onderwerp", "1000001F": "tekst", "0C1A001F": "afzender", "007D001E": ""}
    streams = {f"__substg1.0_{code}": text.encode("utf-16-le") for code, text in texts.items()}
    return makers.compound(**{"__properties_version1.0": bytes(64), **streams})


def _of_the_corpus() -> list[bytes]:
    if not CORPUS.is_dir():
        return []
    files = sorted(path for path in CORPUS.rglob("*") if path.is_file())
    return [path.read_bytes() for path in files if path.stat().st_size < _LARGEST_SEED]


def seeds() -> Seeds:
    """Small files by the kind they are told for; those of the corpus too, where it is present."""
    found: dict[str, list[bytes]] = {}
    for each in (*_pictures(), *_documents(), *_of_the_corpus()):
        try:
            found.setdefault(recognised(each).kind, []).append(each)
        except Refused:
            continue
    return found


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 1, 2, 4, 12))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def _number(data: bytearray, chance: random.Random) -> None:
    """Hostile counts, offsets and sizes, where formats keep theirs: at the start, mostly."""
    for _ in range(chance.randint(1, 4)):
        size = chance.choice((1, 2, 4, 8))
        at = chance.randrange(
            max(1, min(len(data), chance.choice((64, 512, len(data)))) - size + 1)
        )
        number = (chance.choice(_HOSTILE) % (1 << 8 * size)).to_bytes(size, "little")
        data[at : at + size] = number if chance.random() < 0.5 else number[::-1]


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def _drop(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.randint(1, 64)]


def _repeat(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    part = data[at : at + chance.randint(1, 256)]
    data[at:at] = part * chance.randint(1, 20)


_WAYS: Sequence[Callable[[bytearray, random.Random], None]] = (
    _flip, _flip, _flip, _number, _number, _cut, _drop, _repeat,
)  # fmt: skip


def _damaged(whole: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    data = bytearray(whole)
    if chance.random() < 0.05:
        other = chance.choice(others)
        data[chance.randrange(len(data)) :] = other[chance.randrange(len(other)) :]
    for _ in range(chance.choice((1, 1, 2))):
        if len(data) > 2:
            chance.choice(_WAYS)(data, chance)
    return bytes(data) or b"\0"


def _in_a_chunk(whole: bytes, damage: Callable[[bytes], bytes], chance: random.Random) -> bytes:
    """A PNG with one damaged chunk and a checksum that says it is right."""
    chunks, at = [], len(_PNG_SIGNATURE)
    while at + 12 <= len(whole):
        length = int.from_bytes(whole[at : at + 4], "big")
        chunks.append((whole[at + 4 : at + 8], whole[at + 8 : at + 8 + length]))
        at += 12 + length
    hurt = chance.randrange(len(chunks))
    out = [_PNG_SIGNATURE]
    for index, (kind, body) in enumerate(chunks):
        now = damage(body or b"\0") if index == hurt else body
        out.append(struct.pack(">I", len(now)) + kind + now)
        out.append(struct.pack(">I", zlib.crc32(kind + now)))
    return b"".join(out)


def _in_a_part(whole: bytes, damage: Callable[[bytes], bytes], chance: random.Random) -> bytes:
    """A package with one damaged part, packed anew."""
    try:
        with zipfile.ZipFile(io.BytesIO(whole)) as package:
            parts = [(name, package.read(name)) for name in package.namelist()]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError):
        return damage(whole)
    hurt = chance.randrange(len(parts))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for index, (name, body) in enumerate(parts):
            package.writestr(
                zipfile.ZipInfo(name), damage(body or b"\0") if index == hurt else body
            )
    return out.getvalue()


def damaged(all_seeds: Seeds, kind: str, chance: random.Random) -> bytes:
    """One damaged file of what was this kind."""
    others = all_seeds[kind]
    whole = chance.choice(others)
    damage = partial(_damaged, others=others, chance=chance)
    if whole.startswith(_PNG_SIGNATURE) and chance.random() < 0.8:
        return _in_a_chunk(whole, damage, chance)
    if whole.startswith(b"PK\x03\x04") and chance.random() < 0.8:
        return _in_a_part(whole, damage, chance)
    return damage(whole)
