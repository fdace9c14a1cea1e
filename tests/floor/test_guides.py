"""The guides: in each language, their pictures are there, and they name buttons that exist."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from pathlib import Path

import pytest

from deploy.dev.guides import NAMES, language_of

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
SOURCES = "".join(
    path.read_text(encoding="utf-8")
    for folder in ("portal/static/js", "portal/pages/templates", "portal/templates")
    for path in (ROOT / folder).rglob("*.*")
    if path.suffix in {".js", ".html"} and "texts" not in path.parts
)


def _texts(language: str) -> str:
    """Everything that pages say in this language."""
    if language == "nl":
        return SOURCES
    catalogue = ROOT / f"portal/translations/{language}/LC_MESSAGES/messages.mo"
    with catalogue.open("rb") as file:
        told = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return "\n".join(text for key, text in told.items() if key)


def test_every_guide_is_there_in_every_language() -> None:
    kinds = {guide.name.partition(".")[0] for guide in GUIDES}
    told = {(guide.name.partition(".")[0], language_of(guide)) for guide in GUIDES}
    assert told == {(kind, language) for kind in kinds for language in NAMES}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_a_guide_says_as_much_as_the_dutch_one(guide: Path) -> None:
    def shape(text: str) -> list[str]:
        return [re.match(r"#+|- |\d\.|!|", line)[0] for line in text.splitlines() if line]  # type: ignore[index]

    dutch = guide.with_name(f"{guide.name.partition('.')[0]}.md")
    assert shape(guide.read_text(encoding="utf-8")) == shape(dutch.read_text(encoding="utf-8"))


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
        assert label in _texts(language_of(guide)), label
