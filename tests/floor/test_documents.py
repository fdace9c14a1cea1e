"""The documents name tests, files and figures: what they name must be there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("**/*.md")),
]
TEST = re.compile(r"`(tests/[\w/.-]+\.(?:py|js))(?:::(\w+))?`")
PATH = re.compile(r"`((?:portal|crypto|sanitizers|deploy|tests|docs)/[\w@./-]*)(?:::\w+)?`")
LINK = re.compile(r"\]\(([^)#:\s]+)\)|src=\"([^\"]+)\"")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_test_that_a_document_names_exists(document: Path) -> None:
    named = TEST.findall(document.read_text("utf-8"))
    missing = [
        f"{file}::{name}"
        for file, name in named
        if not (ROOT / file).is_file()
        or (name and f"def {name}(" not in (ROOT / file).read_text("utf-8"))
    ]
    assert missing == []


def test_the_claims_of_the_security_document_are_many() -> None:
    """Guards the pattern above: a change of its form must not leave it matching nothing."""
    assert len(TEST.findall((ROOT / "SECURITY.md").read_text("utf-8"))) > 30


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_links_to_exists(document: Path) -> None:
    linked = [one or other for one, other in LINK.findall(document.read_text("utf-8"))]
    assert [link for link in linked if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_and_folder_that_a_document_names_is_there(document: Path) -> None:
    named = PATH.findall(document.read_text("utf-8"))
    assert sorted({path for path in named if not (ROOT / path).exists()}) == []


def test_the_patterns_above_find_what_they_look_for() -> None:
    assert len(PATH.findall((ROOT / "SECURITY.md").read_text("utf-8"))) > 40
