"""Values planted by real tools in every format, looked for in the traces and in the pages.

exiftool writes EXIF, GPS, XMP, IPTC and comments as cameras and editors do; ImageMagick, qpdf and
LibreOffice leave what they leave by themselves. Both the tool and a raw search look at the pages.
"""

import json
import subprocess
from pathlib import Path

import pytest

from sanitizers import Cleaned, Cleaner
from sanitizers.vocabulary import EXTENSIONS
from tests.sanitizers import makers
from tests.sanitizers.contract import found_in
from tests.sanitizers.pdfs import dirty_pdf

EXIF = {
    "EXIF:Make": ("device", "PlantMaker"),
    "EXIF:Model": ("device", "PlantPhone 11"),
    "EXIF:SerialNumber": ("serial", "SN-7731-PLANT"),
    "EXIF:LensSerialNumber": ("serial", "LENS-9912-PLANT"),
    "EXIF:Artist": ("person", "Plantina Auteur"),
    "EXIF:OwnerName": ("person", "Eigenaar Evers"),
    "EXIF:Copyright": ("person", "Rechten Raes"),
    "EXIF:ImageDescription": ("comment", "geplante beschrijving"),
    "EXIF:UserComment": ("comment", "eigen opmerking"),
    "EXIF:DateTimeOriginal": ("date", "2021:03:04 05:06:07"),
    "EXIF:Software": ("software", "PlantSoft 9.9"),
    "EXIF:ImageUniqueID": ("identifier", "0123456789abcdef0123456789abcdef"),
}
POSITION = (
    "-GPSLatitude=51.05",
    "-GPSLatitudeRef=N",
    "-GPSLongitude=3.72",
    "-GPSLongitudeRef=E",
)
XMP = {
    "XMP-dc:Creator": ("person", "Maker Maes"),
    "XMP-dc:Title": ("title", "verborgen titel"),
    "XMP-dc:Subject": ("keyword", "plantwoord"),
    "XMP-photoshop:City": ("place", "Plantegem"),
    "XMP-xmp:CreatorTool": ("software", "PlantTool 3"),
    "XMP-xmp:CreateDate": ("date", "2020:02:03"),
    "XMP-xmpMM:DocumentID": ("identifier", "xmp.did:plant-1"),
    "XMP-aux:SerialNumber": ("serial", "AUX-5523-PLANT"),
    "XMP-iptcCore:CreatorWorkEmail": ("contact", "plantina@example.org"),
}
IPTC = {
    "IPTC:By-line": ("person", "Naamregel Nys"),
    "IPTC:City": ("place", "Iptegem"),
    "IPTC:Caption-Abstract": ("comment", "bijschrift van iptc"),
    "IPTC:Keywords": ("keyword", "iptcwoord"),
    "IPTC:OriginatingProgram": ("software", "IptcSoft"),
}
KINDS = {
    "JPEG": ("jpg", EXIF | XMP | IPTC),
    "PNG": ("png", EXIF | XMP),
    "WEBP": ("webp", EXIF | XMP),
    "TIFF": ("tif", EXIF | XMP | IPTC),
    "HEIF": ("heic", EXIF | XMP),
    "AVIF": ("avif", EXIF | XMP),
    "GIF": ("gif", XMP),
    "JPEG2000": ("jp2", EXIF | XMP | IPTC),
}
Planted = dict[str, tuple[str, str]]


def _planted(kind: str, suffix: str, tags: Planted) -> bytes:
    arguments = [f"-{tag}={value}" for tag, (_, value) in tags.items()]
    if "EXIF:Make" in tags:
        arguments += POSITION
    return makers.exiftool(makers.saved(kind), suffix, *arguments)


def _seen_by_exiftool(cleaned: Cleaned, folder: Path) -> str:
    paths = []
    for number, page in enumerate(cleaned.pages):
        path = folder / f"{number}.{EXTENSIONS[page.media]}"
        path.write_bytes(page.data)
        paths.append(str(path))
    run = subprocess.run(
        ["exiftool", "-json", "-a", "-u", "-G1", *paths], capture_output=True, text=True, check=True
    )
    return json.dumps(json.loads(run.stdout))


def _prove(cleaned: Cleaned, planted: Planted, folder: Path) -> None:
    """Told in the traces, absent from the pages, by both ways of looking."""
    told = [(trace.kind, trace.value) for trace in cleaned.traces]
    seen = _seen_by_exiftool(cleaned, folder)
    for kind, value in planted.values():
        shown = value if kind != "date" else value.replace(":", "-", 2)
        either = (value, shown)
        assert any(kind == k and any(v in said for v in either) for k, said in told), (
            kind,
            value,
            told,
        )
        assert value not in seen
        assert not any(found_in(value, page.data) for page in cleaned.pages)


@pytest.mark.needs_tool("exiftool")
@pytest.mark.parametrize("kind", KINDS)
def test_what_exiftool_plants_is_told_and_gone(cleaner: Cleaner, kind: str, tmp_path: Path) -> None:
    suffix, tags = KINDS[kind]
    cleaned = cleaner.clean(_planted(kind, suffix, tags))
    planted = dict(tags)
    if "EXIF:Make" in tags:
        planted["position"] = ("position", makers.POSITION)
    _prove(cleaned, planted, tmp_path)


@pytest.mark.needs_tool("exiftool")
def test_a_comment_in_a_jpeg_and_a_gif_is_told_and_gone(cleaner: Cleaner, tmp_path: Path) -> None:
    for kind, suffix in (("JPEG", "jpg"), ("GIF", "gif")):
        sample = makers.exiftool(makers.saved(kind), suffix, "-Comment=los commentaar")
        cleaned = cleaner.clean(sample)
        _prove(cleaned, {"": ("comment", "los commentaar")}, tmp_path)


@pytest.mark.needs_tool("exiftool")
def test_what_exiftool_removed_from_a_pdf_is_still_found(cleaner: Cleaner, tmp_path: Path) -> None:
    """`exiftool -all=` adds a version to a PDF and leaves the first one inside."""
    undone = makers.exiftool(dirty_pdf(), "pdf", "-all=")
    _prove(cleaner.clean(undone), {"": ("person", makers.AUTHOR)}, tmp_path)


@pytest.mark.needs_tool("exiftool")
def test_what_exiftool_plants_in_a_pdf_is_told_and_gone(cleaner: Cleaner, tmp_path: Path) -> None:
    tags = {"PDF:Author": ("person", "Plantina Pdf"), "XMP-dc:Creator": ("person", "Xmp Xavier")}
    arguments = [f"-{tag}={value}" for tag, (_, value) in tags.items()]
    _prove(cleaner.clean(makers.exiftool(dirty_pdf(), "pdf", *arguments)), tags, tmp_path)


@pytest.mark.needs_tool("convert", "exiftool")
@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "tif", "ppm"])
def test_what_imagemagick_leaves_is_told_and_gone(
    cleaner: Cleaner, suffix: str, tmp_path: Path
) -> None:
    target = tmp_path / f"uit.{suffix}"
    source = tmp_path / "in.ppm"
    source.write_bytes(makers.saved("PPM"))
    argv = ["convert", str(source), "-set", "comment", "zin van imagemagick", str(target)]
    run = subprocess.run(argv, capture_output=True, check=False)
    if run.returncode or not target.exists():
        pytest.skip("not run, needs the real ImageMagick")
    cleaned = cleaner.clean(target.read_bytes())
    _prove(cleaned, {"": ("comment", "zin van imagemagick")}, tmp_path)


@pytest.mark.needs_tool("qpdf", "exiftool")
@pytest.mark.parametrize("way", ["--linearize", "--object-streams=generate", "--qdf"])
def test_a_pdf_rewritten_by_qpdf_tells_the_same(cleaner: Cleaner, way: str, tmp_path: Path) -> None:
    rewritten = makers.with_tool(["qpdf", way, "--replace-input", "{}"], dirty_pdf(), "pdf")
    tags = {
        "author": ("person", makers.AUTHOR),
        "comment": ("comment", "stiekeme kanttekening"),
        "script": ("script", "plantscript"),
        "signer": ("signature", "Tekenaar Tack"),
    }
    orphans = {"signer"} if way != "--replace-input" else set()
    kept = {name: tag for name, tag in tags.items() if name not in orphans}
    _prove(cleaner.clean(rewritten), kept, tmp_path)
