"""The operator's command: init, staff, sweep, health, journal, backup and restore."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crypto.encoding import ARCHIVE, b64
from portal.cli import COMMANDS, group
from portal.errors import BadSettings
from portal.models.instance import Archiving, Journal
from portal.services.casework import archiving
from portal.services.doors import gates
from portal.services.upkeep import copying, wellbeing
from tests.portal.conftest import World


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    given = [str(one) for one in arguments]
    return CliRunner().invoke(group, given, input=typed, catch_exceptions=True)


def test_the_list_of_commands_loads_none_of_them() -> None:
    shown = run("--help").output
    for name in COMMANDS:
        assert name in shown


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"demo"}))
def test_every_command_says_what_it_does(name: str) -> None:
    assert run(name, "--help").exit_code == 0


def test_init_makes_an_instance_and_prints_its_link_once(tmp_path: Path) -> None:
    data = tmp_path / "data"
    made = run("init", "--data", data, "--origin", "https://advies.example")
    assert made.output.startswith("https://advies.example/staff/setup#")
    token = made.output.strip().rpartition("#")[2]
    stored = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert token.encode() not in stored
    assert isinstance(run("init", "--data", data).exception, BadSettings)
    again = run("init", "--data", data, "--new-link").output
    assert again != made.output
    assert oct(data.stat().st_mode)[-3:] == "700"


def test_a_fault_in_the_organisation_makes_no_instance(tmp_path: Path) -> None:
    source = tmp_path / "organisation.toml"
    source.write_text('[organisation]\nname = ""\n')
    made = run("init", "--data", tmp_path / "data", "--organisation", source)
    assert "organisation.toml, line 2" in str(made.exception)
    assert not (tmp_path / "data").exists()


def test_staff_list_health_sweep_and_journal_tell_no_content(world: World) -> None:
    case, _ = world.asked()
    data = world.context.settings.data
    listed = run("staff", "list", "--data", data).output
    assert "facilitator  active  Anna" in listed
    health = run("health", "--data", data)
    assert json.loads(health.output)["open_cases"] == 1
    assert b64(case) not in health.output
    swept = json.loads(run("sweep", "--data", data).output)
    assert (swept["pages"], swept["keys"]) == (0, 0)
    assert run("journal", "verify", "--data", data).output.endswith("hold, 0 are broken\n")


def test_a_changed_journal_line_is_found(world: World) -> None:
    with world.context.database.write() as db:
        row = db.get_one(Journal, (bytes(16), 1))
        row.line = row.line.replace(b"invite", b"cancel")
    verified = run("journal", "verify", "--data", world.context.settings.data)
    assert verified.exit_code == 1
    assert "1 are broken" in verified.output
    assert run("health", "--data", world.context.settings.data).exit_code == 1


def test_no_instance_is_said_in_a_sentence(tmp_path: Path) -> None:
    assert "adviespunt init" in str(run("health", "--data", tmp_path).exception)


def test_health_says_that_it_is_busy_and_not_who_or_what(world: World) -> None:
    quiet = wellbeing.look(world.context)
    assert quiet["well"]
    assert set(quiet["load_percent"].values()) == {0}
    gate = gates.new_cases(world.context)
    while gate.load < 0.6:
        gate.count()
    busy = wellbeing.look(world.context)
    assert not busy["well"]
    assert busy["load_percent"]["new_cases"] == 60
    assert {name for name, value in busy["load_percent"].items() if value} == {"new_cases"}


def test_health_tells_when_what_was_asked_stands_in_no_copy(world: World, tmp_path: Path) -> None:
    def looked() -> tuple[str | None, bool, bool]:
        found = wellbeing.look(world.context)
        return found["backup_on"], found["backup_late"], found["well"]

    world.clock.day += timedelta(days=100)
    assert looked() == (None, False, True)  # nothing was asked yet
    world.asked()
    world.clock.day += timedelta(days=2)
    assert looked() == (None, False, True)
    world.clock.day += timedelta(days=1)
    assert looked() == (None, True, False)
    assert wellbeing.look(world.context, backup_elsewhere=True)["well"]
    copied = world.clock.day
    copying.back_up(world.context, tmp_path / "database", tmp_path / "keyring")
    assert looked() == (copied.isoformat(), False, True)
    world.clock.day += timedelta(days=3)
    assert looked() == (copied.isoformat(), True, False)


def old_archive(world: World, year: int = 2001, step: str = archiving.DONE) -> Path:
    """An archive of long ago: commands live by the real day."""
    folder = archiving.folder(world.context)
    folder.mkdir(exist_ok=True)
    path = folder / f"adviespunt-{year}-{step}.archive"
    path.write_bytes(b"sealed" * 100)
    row = Archiving(
        id=bytes([len(list(folder.iterdir()))] * 16), year=year, archive_key=ARCHIVE, step=step,
        by=world.anna.id, day=date(year + 1, 4, 2), file=path.name, cases=3,
    )  # fmt: skip
    with world.context.database.write() as db:
        db.add(row)
    return path


def test_archives_are_listed_by_year_with_their_step_and_file(world: World) -> None:
    data = world.context.settings.data
    assert run("archive", "list", "--data", data).output == ""
    later, first = old_archive(world, 2002), old_archive(world, 2001)
    lines = run("archive", "list", "--data", data).output.splitlines()
    assert lines == [
        f"2001 done          3 {first.name}",
        f"2002 done          3 {later.name}",
    ]


def test_a_year_is_destroyed_by_name_and_after_a_yes_alone(world: World) -> None:
    data = world.context.settings.data
    path, other = old_archive(world, 2001), old_archive(world, 2002)
    command = ("archive", "destroy", "--data", data, "--year", "2001")
    refused = run(*command, typed="n\n")
    assert (refused.exit_code, path.exists()) == (1, True)
    assert "Rijksarchief" in refused.output
    done = run(*command, typed="y\n")
    assert (done.exit_code, path.exists(), other.exists()) == (0, False, True)
    assert "1 destroyed. Copies elsewhere must be destroyed there." in done.output
    assert f"2001 {archiving.DESTROYED:9}     3 -" in run("archive", "list", "--data", data).output


@pytest.mark.parametrize(
    ("year", "said"),
    [("1999", "There is no archive of 1999 here."), ("2999", "This archive is kept until 30")],
)
def test_a_year_that_is_not_there_or_too_young_is_said_and_changes_nothing(
    world: World, year: str, said: str
) -> None:
    path = old_archive(world)
    data = world.context.settings.data
    refused = run("archive", "destroy", "--data", data, "--year", year, "--yes")
    assert refused.exit_code == 1
    assert said in refused.output
    assert "Nothing was changed." in refused.output
    assert path.exists()


def test_what_was_interrupted_is_finished_by_the_command(world: World) -> None:
    data = world.context.settings.data
    path = old_archive(world, step=archiving.DESTROYING)
    done = run("archive", "resume", "--data", data)
    assert (done.exit_code, done.output, path.exists()) == (0, "1 finished\n", False)
    assert run("archive", "resume", "--data", data).output == "0 finished\n"
