"""A report's file on its way through the world: who signed it, and whether it is still the one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crypto.encoding import from_b64
from portal.cli import group
from portal.commands.report import mark_of
from tests.portal.conftest import World
from tests.portal.test_year import presented, report


def verify(world: World, file: Path) -> Result:
    data = world.context.settings.data
    return CliRunner().invoke(group, ["report", "verify", "--data", str(data), str(file)])


@pytest.fixture
def file(world: World, tmp_path: Path) -> Path:
    presented(world)
    signed = report(world, world.anna)["signed"]
    path = tmp_path / "report.csv"
    path.write_text(f'"iets";"12"\r\n"handtekening";"adviespunt-report:{signed}"\r\n')
    return path


def test_it_says_who_signed_and_which_numbers(world: World, file: Path) -> None:
    told = verify(world, file)
    assert told.exit_code == 0, told.output
    assert "Report of 2026, signed by Anna on 2027-01-10." in told.output
    assert "questions" in told.output
    statement = from_b64(file.read_text().partition("adviespunt-report:")[2].rstrip('"\r\n'))
    assert mark_of(statement) in told.output
    listed = CliRunner().invoke(
        group, ["report", "list", "--data", str(world.context.settings.data)]
    )
    assert listed.output.split() == [
        "2026",
        "2027-04-02",
        "2027-03-15",
        *mark_of(statement).split(),
    ]


def test_it_refuses_a_changed_one_in_words(world: World, file: Path) -> None:
    text = file.read_text()
    place = text.index("adviespunt-report:") + 60
    file.write_text(text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :])
    told = verify(world, file)
    assert (told.exit_code, "no facilitator of this portal signed" in told.output) == (1, True)
    file.write_text("nothing")
    assert "carries no signed report" in verify(world, file).output


def test_it_says_when_the_portal_holds_another(world: World, file: Path) -> None:
    other = report(world, world.anna, numbers={"questions": 11})["signed"]
    file.write_text(f"adviespunt-report:{other}")
    told = verify(world, file)
    assert (told.exit_code, "another report of this year" in told.output) == (1, True)


def test_it_refuses_one_that_a_coach_signed(world: World, file: Path) -> None:
    file.write_text(f"adviespunt-report:{report(world, world.carla)['signed']}")
    assert "no facilitator of this portal signed" in verify(world, file).output
