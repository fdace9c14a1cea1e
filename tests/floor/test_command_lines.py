"""Every `adviespunt ...` in the documents is taken by the program's own parser; nothing is run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from portal.cli import COMMANDS, group
from sanitizers.command import parser
from tests.floor.test_documents import DOCUMENTS, ROOT

OPERATOR = ROOT / "docs/operator.md"
# What may stand before the program in a line of a shell.
BEFORE = re.compile(r"(?:\w+=\S+ |sudo |torsocks |env |runuser -u \S+ -- )*(?:\S*/)?adviespunt ")
# The shell function that stands for the program in the operator's book.
MEANING = re.compile(r"^adviespunt\(\) .*/adviespunt (.*\"\$@\".*)\)$", re.MULTILINE)
BLOCK = re.compile(r"^ *```\w*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"`([^`\n]+)`")


def arguments_in(line: str) -> Iterator[list[str]]:
    """The words behind the program in a line, without what explains it: `# ...`, or after a gap."""
    told = re.split(r"\s#|(?<=\S) {3,}", line)[0]
    for part in re.split(r"&&|[|;]", told):
        found = BEFORE.match(part.strip())
        words = shlex.split(part.strip()[found.end() :]) if found else []
        # Neither a mention of all commands nor what MEANING is about.
        if words and not words[0].startswith(("...", "$@")):
            yield words


def command_lines(document: Path) -> Iterator[list[str]]:
    """What is to be typed as it stands, and what is only named, which is asked for its help."""
    text = document.read_text("utf-8")
    typed = [line for block in BLOCK.findall(text) for line in block.splitlines()]
    for line in typed:
        yield from arguments_in(line)
    for line in QUOTED.findall(BLOCK.sub("", text)):
        yield from ([*words, *["--help"] * is_name(words)] for words in arguments_in(line))


def is_name(words: list[str]) -> bool:
    """Whether this is only the name of a command."""
    return len(words) <= 2 and all(re.fullmatch(r"[a-z-]+", word) for word in words)


@pytest.fixture
def dry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands parse what they are given, ask nothing, look for no file, and do nothing."""

    def parsed(_: click.Command, ctx: click.Context) -> None:
        if ctx.command.name == "clean":
            parser().parse_args(ctx.params["arguments"])

    def value(_self: Any, given: Any, *_more: Any) -> Any:
        return given

    monkeypatch.setattr(click.Command, "invoke", parsed)
    monkeypatch.setattr(click.Path, "convert", value)
    monkeypatch.setattr(click.Option, "prompt_for_value", lambda _self, _ctx: True)


def refused(words: list[str]) -> str | None:
    """What the parser has against these words; None when it takes them."""
    done = CliRunner().invoke(group, words)
    return None if done.exit_code == 0 else f"adviespunt {' '.join(words)}: {done.output}"


@pytest.mark.usefixtures("dry")
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_program_takes_every_command_line_of_a_document(document: Path) -> None:
    wrong = [refused(words) for words in command_lines(document)]
    assert [one for one in wrong if one is not None] == []


@pytest.mark.usefixtures("dry")
def test_what_the_operators_book_calls_the_program_takes_them_too() -> None:
    """The function in the book may add nothing that one of the commands does not know."""
    (meaning,) = MEANING.findall(OPERATOR.read_text("utf-8"))
    before, _, after = meaning.partition('"$@"')
    lines = [[*shlex.split(before), *one, *shlex.split(after)] for one in command_lines(OPERATOR)]
    assert [one for one in map(refused, lines) if one is not None] == []


@pytest.mark.usefixtures("dry")
def test_the_parser_refuses_what_the_program_would_refuse() -> None:
    assert sum(1 for _ in command_lines(OPERATOR)) > 15
    assert [*arguments_in("cd x && torsocks adviespunt verify http://a.onion # why")] == [
        ["verify", "http://a.onion"]
    ]
    assert refused(["archive", "open", "file", "--data", "x"])
    assert refused(["archive", "opne", "--help"])
    assert refused(["archive", "destroy"])
    assert refused(["backup", "--database-in", "x"])
    assert refused(["bakcup", "--help"])
    assert refused(["clean", "photo.jpg"])
    assert refused(["archive", "destroy", "--year", "2026"]) is None
    assert refused(["clean", "photo.jpg", "--out", "folder"]) is None


def every_command() -> Iterator[tuple[str, click.Command]]:
    """Each command that can be typed, with its whole name."""
    waiting = [(name, import_module(module).command) for name, (module, _) in COMMANDS.items()]
    while waiting:
        name, command = waiting.pop()
        yield name, command
        if isinstance(command, click.Group):
            waiting += [(f"{name} {key}", one) for key, one in command.commands.items()]


def test_every_command_and_every_option_says_what_it_is() -> None:
    silent = [name for name, command in every_command() if not command.help]
    silent += [
        f"{name} {option.opts[0]}"
        for name, command in every_command()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []
