"""Every kind of trace in every format where it can be: told to the asker, and not in the pages."""

import json
import subprocess
from pathlib import Path

import pytest

from sanitizers import Cleaned, Cleaner
from sanitizers.vocabulary import EXTENSIONS, KINDS, TRACES
from tests.sanitizers import planting
from tests.sanitizers.contract import NEEDS_OFFICE, found_in

pytestmark = pytest.mark.needs_tool("exiftool")

_XMP = (
    "comment contact date device identifier keyword layer link metadata organisation path person place "
    "position revision serial software title"
)
_PHOTO = f"{_XMP} colour-profile embedded-file thumbnail thumbnail-differs trailing"
_PROPERTIES = "comment date keyword link metadata path person revision title"
# What the photo in it says.
_INSIDE = "colour-profile device extra-image position serial software"
_OLE = f"{_PROPERTIES} {_INSIDE} comment-author embedded-file hidden organisation script signature thumbnail"
_PACKAGE = f"{_OLE} audio-video font identifier printer trailing"
# What is planted where.
TABLE = {
    "jpeg": f"{_PHOTO} audio-video extra-image printer",
    "png": _PHOTO,
    "webp": _PHOTO,
    "tiff": f"{_PHOTO} printer",
    "heic": f"{_PHOTO} audio-video extra-image",
    "avif": f"{_PHOTO} extra-image",
    "gif": f"{_XMP} embedded-file trailing",
    "jp2": f"{_XMP} embedded-file trailing",
    "bmp": "embedded-file trailing",
    "ppm": "comment embedded-file trailing",
    "pdf": (
        f"{_XMP} audio-video colour-profile comment-author embedded-file font form hidden script signature text-layer "
        "thumbnail trailing"
    ),
    "odt": f"{_PACKAGE} form place tracked-change",
    "ods": f"{_PACKAGE} form place tracked-change",
    "odp": f"{_PACKAGE} form place",
    "docx": f"{_PACKAGE} contact form tracked-change",
    "xlsx": f"{_PACKAGE} contact form tracked-change",
    "pptx": f"{_PACKAGE} contact form",
    "doc": f"{_OLE} tracked-change",
    "xls": f"{_OLE} tracked-change",
    "ppt": _OLE,
    "rtf": (
        f"{_INSIDE} comment comment-author date embedded-file form hidden keyword link organisation path person "
        "title tracked-change"
    ),
    "mail": "contact date embedded-file identifier link metadata organisation person signature software title",
    "msg": "contact date embedded-file identifier person title",
    "epub": (
        "comment date device identifier keyword metadata organisation person position script serial software title"
    ),
    "text": "hidden",
    "csv": "hidden",
    "markdown": "hidden",
}
# Why what is not in a row isn't planted there.
_PICTURES = "jpeg png webp tiff heic avif gif jp2 bmp ppm"
_SHEETS, _SLIDES = "ods xlsx xls", "odp pptx ppt"
_TEXTS = "odt docx doc rtf"
_WRITING = "mail msg epub text csv markdown"
NOT_PLANTED = (
    (_PICTURES, "comment-author form hidden script signature text-layer tracked-change", "a picture has none"),
    (_PICTURES, "font", "no letters but those that are drawn"),
    ("png webp tiff gif jp2", "audio-video extra-image", "the format holds one picture, or frames that are drawn"),
    ("avif", "audio-video", "no tool here writes one; HEIC has the same reader"),
    ("png webp heic avif gif jp2", "printer", "what tells it in JPEG and TIFF has no place there"),
    ("gif jp2", "colour-profile thumbnail thumbnail-differs", "no tool here writes one"),
    (
        "bmp ppm",
        f"{_XMP} audio-video colour-profile extra-image printer thumbnail thumbnail-differs",
        "no place for properties",
    ),
    ("pdf", "extra-image thumbnail-differs", "pictures in a page are drawn; its small copy isn't compared"),
    ("pdf", "printer tracked-change", "the format has none"),
    (f"{_TEXTS} {_SHEETS} {_SLIDES}", "layer text-layer", "what is drawn is the text"),
    (f"{_TEXTS} {_SHEETS} {_SLIDES}", "thumbnail-differs", "a document's small copy isn't compared with its page"),
    ("odt ods odp", "contact", "no property for it"),
    ("docx xlsx pptx", "place", "no property for it"),
    (_SLIDES, "tracked-change", "no slides keep changes"),
    ("doc xls ppt", "contact identifier place", "no property for it"),
    (
        "doc xls ppt",
        "audio-video font form printer trailing",
        "not read: among the document's own records, whose order only the suite knows",
    ),
    (
        "rtf",
        "audio-video contact font identifier metadata place printer revision script signature thumbnail trailing",
        "the format has no group for it, or it isn't read",
    ),
    (
        _WRITING,
        (
            "audio-video colour-profile comment-author extra-image font form layer path place printer revision "
            "text-layer thumbnail thumbnail-differs tracked-change trailing"
        ),
        "nothing but letters; attachments are cleaned as files of their own",
    ),
    ("mail msg", "comment device hidden keyword position script serial", "a letter has no property for it"),
    ("msg", "link metadata organisation signature software", "only its main properties and all its headers are read"),
    ("epub", "contact embedded-file hidden link signature", "only the package's description and pictures are read"),
    (
        "text csv markdown",
        f"{_XMP} embedded-file script serial signature",
        "nothing but letters",
    ),
)  # fmt: skip
_WITHOUT = {"jxl", "odg"}  # no encoder here; drawn and read as ODT's sister
_SHORTEST = 5


def _cases() -> list[object]:
    return [
        pytest.param(
            kind, name, marks=NEEDS_OFFICE if "office" in name else [], id=f"{kind}, {name}"
        )
        for kind, name in planting.FIXTURES
    ]


def _seen_by_exiftool(cleaned: Cleaned, folder: Path) -> str:
    paths = []
    for number, page in enumerate(cleaned.pages):
        path = folder / f"{number}.{EXTENSIONS[page.media]}"
        path.write_bytes(page.data)
        paths.append(str(path))
    run = subprocess.run(
        ["exiftool", "-json", "-a", "-u", "-G1", *paths], capture_output=True, text=True, check=True
    )
    return json.dumps(json.loads(run.stdout), ensure_ascii=False)


@pytest.mark.parametrize(("kind", "name"), _cases())
def test_what_is_planted_is_told_and_gone(
    cleaner: Cleaner, kind: str, name: str, tmp_path: Path
) -> None:
    data, planted = planting.made(kind, name)
    cleaned = cleaner.clean(data)
    assert cleaned.kind == kind
    told = [(trace.kind, trace.value) for trace in cleaned.traces]
    seen = _seen_by_exiftool(cleaned, tmp_path)
    for trace, value in planted:
        assert any(trace == k and value in v for k, v in told), (trace, value, told)
        if len(value) >= _SHORTEST:
            assert value not in seen
            assert not any(found_in(value, page.data) for page in cleaned.pages)


@NEEDS_OFFICE
@pytest.mark.parametrize("kind", TABLE)
def test_the_table_says_what_is_planted(kind: str) -> None:
    planted = {
        trace
        for fixture_kind, name in planting.FIXTURES
        if fixture_kind == kind
        for trace, _ in planting.made(fixture_kind, name)[1]
    }
    assert planted == set(TABLE[kind].split())


@pytest.mark.parametrize("kind", TABLE)
def test_what_is_not_planted_has_a_reason(kind: str) -> None:
    reasoned = {
        trace
        for kinds, traces, reason in NOT_PLANTED
        if kind in kinds.split() and reason
        for trace in traces.split()
    }
    assert reasoned - set(TABLE[kind].split()) == TRACES - set(TABLE[kind].split())


def test_every_format_has_its_row() -> None:
    assert set(TABLE) | _WITHOUT == set(KINDS)


def test_every_kind_of_trace_is_planted_somewhere() -> None:
    assert {trace for row in TABLE.values() for trace in row.split()} == TRACES
