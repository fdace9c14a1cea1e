"""The operator's command: init, staff, sweep, health, journal, backup and restore."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crypto.encoding import ASKER, b64
from portal.app import create_app
from portal.cli import COMMANDS, group
from portal.config import load
from portal.errors import BadSettings
from portal.models.instance import Journal
from portal.services import copying
from portal.services.context import open_context
from tests.portal.conftest import World
from tests.portal.fake import Browser


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
    assert json.loads(run("sweep", "--data", data).output) == {"pages": 0, "keys": 0, "sessions": 0}
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


def backed_up(world: World, tmp_path: Path) -> tuple[Path, Path]:
    context = world.context
    return copying.back_up(context, tmp_path / "one", tmp_path / "two")


def restored(world: World, target: Path, database: Path, keyring: Path) -> Result:
    target.mkdir()
    for file in world.context.settings.data.iterdir():
        if file.suffix in {".toml", ".csv"}:
            (target / file.name).write_bytes(file.read_bytes())
    return run("restore", "--data", target, "--database", database, "--keyring", keyring)


def test_a_backup_restored_elsewhere_opens_every_case(world: World, tmp_path: Path) -> None:
    case, mailbox = world.asked(pages=1)
    database, keyring = backed_up(world, tmp_path)
    target = tmp_path / "new"
    assert restored(world, target, database, keyring).exit_code == 0
    settings = load(target)
    context = open_context(settings)
    browser = Browser(create_app(settings, context).test_client(), context.portal)
    body = {"locator": mailbox["locator"], "login": mailbox["login"]}
    assert browser.post("/mailbox/session", body).status_code == 200
    here = world.asker(mailbox).get(f"/cases/{b64(case)}").json
    assert browser.get(f"/cases/{b64(case)}").json == here
    context.close()


def test_an_old_database_with_a_new_keyring_stays_shut(world: World, tmp_path: Path) -> None:
    case, mailbox = world.asked()
    kept, _ = world.asked()
    database, _ = backed_up(world, tmp_path)
    assert world.asker(mailbox).send(case, "withdraw", ASKER).json["destroyed"] is True
    keyring = copying.copy(world.context.keyring, tmp_path / "three", "keyring-2026-11-03")
    target = tmp_path / "new"
    assert restored(world, target, database, keyring).exit_code == 0
    context = open_context(load(target))
    from portal.services import at_rest  # noqa: PLC0415 - only here

    assert at_rest.find_key(context, case) is None
    assert at_rest.find_key(context, kept) is not None
    context.close()


def test_keyring_copies_are_kept_for_thirty_days(world: World, tmp_path: Path) -> None:
    _, first = backed_up(world, tmp_path)
    world.clock.day += timedelta(days=30)
    backed_up(world, tmp_path)
    assert first.exists()
    world.clock.day = date(2026, 12, 3)
    backed_up(world, tmp_path)
    assert not first.exists()
    assert len(list((tmp_path / "one").iterdir())) == 3


def test_a_backup_does_not_put_both_in_one_folder(world: World, tmp_path: Path) -> None:
    with pytest.raises(copying.CannotCopy):
        copying.back_up(world.context, tmp_path, tmp_path)


def test_a_restore_overwrites_nothing_and_takes_no_damaged_copy(
    world: World, tmp_path: Path
) -> None:
    database, keyring = backed_up(world, tmp_path)
    over = run(
        "restore",
        "--data",
        world.context.settings.data,
        "--database",
        database,
        "--keyring",
        keyring,
    )
    assert "there already" in str(over.exception)
    database.write_bytes(database.read_bytes()[:5_000])
    broken = restored(world, tmp_path / "new", database, keyring)
    assert "damaged" in str(broken.exception)
