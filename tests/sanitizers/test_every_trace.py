"""Every kind of trace in every format where it can be: told to the asker, and not in the pages."""

import json
import subprocess
from pathlib import Path

import pytest

from sanitizers import Cleaned, Cleaner
from sanitizers.vocabulary import EXTENSIONS, KINDS, TRACES
from tests.sanitizers import planting
from tests.sanitizers.contract import found_in
from tests.sanitizers.test_documents import NEEDS_OFFICE

pytestmark = pytest.mark.needs_tool("exiftool")

_XMP = (
    "comment contact date device identifier keyword layer link organisation path person place "
    "position revision serial software title"
)
_OFFICE = "comment date keyword metadata path person revision title"
# What is planted where. A kind that is missing in a row can't be in such a file, or no tool here
# writes it there: printer settings, for instance, come from Windows only.
TABLE = {
    "jpeg": f"{_XMP} audio-video colour-profile embedded-file extra-image thumbnail thumbnail-differs trailing",
    "png": f"{_XMP} colour-profile embedded-file thumbnail thumbnail-differs trailing",
    "webp": f"{_XMP} colour-profile embedded-file thumbnail thumbnail-differs trailing",
    "tiff": f"{_XMP} colour-profile embedded-file thumbnail thumbnail-differs trailing",
    "heic": f"{_XMP} audio-video colour-profile embedded-file thumbnail thumbnail-differs trailing",
    "avif": f"{_XMP} colour-profile embedded-file thumbnail thumbnail-differs trailing",
    "gif": f"{_XMP} embedded-file trailing",
    "jp2": f"{_XMP} embedded-file trailing",
    "bmp": "embedded-file trailing",
    "ppm": "comment embedded-file trailing",
    "pdf": f"{_XMP} audio-video comment-author embedded-file font form hidden script signature text-layer trailing",
    "odt": f"{_OFFICE} comment-author device link position serial software thumbnail tracked-change",
    "docx": f"{_OFFICE} comment-author device link position serial software tracked-change",
    "doc": _OFFICE,
    "rtf": "comment comment-author date keyword link person software title tracked-change",
    "ods": f"{_OFFICE} comment-author software thumbnail",
    "xlsx": f"{_OFFICE} comment-author software",
    "xls": _OFFICE,
    "odp": f"{_OFFICE} software thumbnail",
    "pptx": f"{_OFFICE} software",
    "ppt": f"{_OFFICE} thumbnail",
    "mail": "contact date embedded-file identifier link person software title",
    "msg": "contact embedded-file identifier person title",
    "epub": "person",
    "text": "hidden",
    "csv": "hidden",
    "markdown": "hidden",
}
# Planted elsewhere: makers' settings for printers only in TIFF's own tag.
_ELSEWHERE = {"printer"}
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


def test_every_format_and_every_kind_of_trace_has_its_place_in_the_table() -> None:
    assert set(TABLE) | _WITHOUT == set(KINDS)
    assert {trace for row in TABLE.values() for trace in row.split()} | _ELSEWHERE == TRACES
