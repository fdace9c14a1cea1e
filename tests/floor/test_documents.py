"""The documents name tests, files and figures: what they name must be there."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from portal.cli import COMMANDS

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("**/*.md")),
]
TEST = re.compile(r"`(tests/[\w/.-]+\.(?:py|js))(?:::(\w+))?`")
PATH = re.compile(r"`((?:portal|crypto|sanitizers|deploy|tests|docs)/[\w@./-]*)(?:::\w+)?`")
COMMAND = re.compile(r"adviespunt ([a-z][a-z-]+)((?:[ ]+(?![#|>&])[^\s`|()]+)*)")
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


def _unknown(name: str, words: list[str]) -> str | None:
    """What of a command line the program does not know; None when it knows all."""
    if name not in COMMANDS:
        return name
    command: click.Command = import_module(COMMANDS[name][0]).command
    while isinstance(command, click.Group):
        if not words or words[0] not in command.commands:
            return f"{name} {' '.join(words[:1])}"
        command = command.commands[words.pop(0)]
    if command.context_settings.get("ignore_unknown_options"):
        return None  # handed on to a parser of its own
    known = {option for parameter in command.params for option in parameter.opts}
    return next((word for word in words if word.startswith("--") and word not in known), None)


def _command_lines(text: str) -> list[tuple[str, list[str]]]:
    """Each `adviespunt ...` in a piece of code, quoted in a line or standing in a block of its own."""
    code = re.findall(r"`(adviespunt [^`\n]+)`|^(adviespunt .+)$", text, re.MULTILINE)
    found = (COMMAND.match(one or other) for one, other in code)
    return [(line[1], line[2].split()) for line in found if line]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_a_document_names_exists_with_its_options(document: Path) -> None:
    lines = _command_lines(document.read_text("utf-8"))
    wrong = [_unknown(name, words) for name, words in lines]
    assert [one for one in wrong if one is not None] == []


def test_the_patterns_above_find_what_they_look_for() -> None:
    operator = (ROOT / "docs/operator.md").read_text("utf-8")
    assert len(_command_lines(operator)) > 15
    assert len(PATH.findall((ROOT / "SECURITY.md").read_text("utf-8"))) > 40
    assert _unknown("archive", ["opne"]) == "archive opne"
    assert _unknown("backup", ["--database-in", "x"]) == "--database-in"
    assert _unknown("bakcup", []) == "bakcup"
