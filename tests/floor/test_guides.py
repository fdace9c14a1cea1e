"""The guides: their pictures are there, and they name buttons that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
SOURCES = "".join(
    path.read_text(encoding="utf-8")
    for folder in ("portal/static/js", "portal/pages/templates")
    for path in (ROOT / folder).rglob("*.*")
    if path.suffix in {".js", ".html"} and "texts" not in path.parts
)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_picture_and_page_that_a_guide_names_is_there(guide: Path) -> None:
    named = re.findall(r"\]\(([^)]+)\)", guide.read_text(encoding="utf-8"))
    assert named
    for path in named:
        assert (guide.parent / path).is_file(), path


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_what_a_guide_writes_in_italics_stands_on_a_page(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    for label in re.findall(r"(?<!\*)(?:\*|_)([A-Z][^*_\n]+)(?:\*|_)(?!\*)", text):
        assert label in SOURCES, label
