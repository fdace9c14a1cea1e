"""The demonstration: made through the real services, there at once the second time."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from click.testing import CliRunner
from sqlalchemy import select

from crypto.secret import kdf
from crypto.secret.identity import Identity, unwrap_seed
from portal.assisted.demo.command import command
from portal.assisted.demo.kept import Kept
from portal.assisted.demo.stories import STORIES, joined
from portal.config import load, sessions_file
from portal.models.cases import Case, Page
from portal.services.context import Context, open_context
from portal.services.keeping.directory import current
from portal.services.signing_in import sign_in


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    data = tmp_path_factory.mktemp("demo") / "zone"
    told = CliRunner().invoke(command, ["--data", str(data), "--port", "8123", "--no-serve"])
    assert told.exit_code == 0, told.output
    yield data, told.output
    forget_sessions_of(data)


def forget_sessions_of(data: Path) -> None:
    """They lie in the machine's memory, not in the folder that pytest takes away."""
    shutil.rmtree(sessions_file(data).parent, ignore_errors=True)


@pytest.fixture
def context(made: tuple[Path, str]) -> Context:
    return open_context(load(made[0]))


def test_there_are_questions_in_every_state(context: Context) -> None:
    with context.database.read() as db:
        states = {case.state for case in db.scalars(select(Case))}
    assert states == {"new", "open", "answering", "answered", "passed", "closed", "withdrawn"}


def test_a_dozen_questions_one_of_them_late(context: Context) -> None:
    with context.database.read() as db:
        cases = list(db.scalars(select(Case)))
    assert len(cases) >= 12
    late = [case for case in cases if not case.feedback_on and case.feedback_by < context.today()]
    assert late


def test_two_questions_have_attachments(context: Context) -> None:
    with context.database.read() as db:
        assert len({page.case for page in db.scalars(select(Page))}) == 2


def test_everybody_on_the_list_can_sign_in(made: tuple[Path, str], context: Context) -> None:
    kept = Kept.read(made[0])
    assert kept
    assert {one.role for one in kept.staff} == {"facilitator", "helper", "coach", "coordinator"}
    with context.database.read() as db:
        directory = current(db)
    assert directory
    for one in kept.staff:
        given = kdf.credentials(context.portal, kdf.STAFF, one.login, one.passphrase)
        code = pyotp.TOTP(one.totp).at(int(context.seconds()))
        opened = sign_in.open_staff(context, given.locator, given.login, code)
        me = opened.visit.actor.id
        seed = unwrap_seed(given.wrapping, context.portal, me, opened.seed, writer=me)
        member = directory.parsed.member(me)
        assert member
        assert Identity.from_seed(seed).public == member.keys


def test_the_terminal_says_all_that_one_needs(made: tuple[Path, str]) -> None:
    data, told = made
    kept = Kept.read(data)
    assert kept
    assert "http://127.0.0.1:8123" in told
    for word in [one.passphrase for one in kept.staff] + [one.password for one in kept.askers]:
        assert word in told


def test_codes_are_printed_anew(made: tuple[Path, str]) -> None:
    told = CliRunner().invoke(command, ["codes", "--data", str(made[0])])
    kept = Kept.read(made[0])
    assert kept
    lines = [line for line in told.output.splitlines() if line.strip()]
    assert len(lines) == len(kept.staff)
    for one, line in zip(kept.staff, lines, strict=True):
        login, code, *_ = line.split()
        assert login == one.login
        assert pyotp.TOTP(one.totp).verify(code, valid_window=1)


def test_the_second_start_changes_nothing(made: tuple[Path, str]) -> None:
    data = made[0]
    before = (data / "database.sqlite").read_bytes(), Kept.read(data)
    told = CliRunner().invoke(command, ["--data", str(data), "--port", "8123", "--no-serve"])
    assert told.exit_code == 0
    assert ((data / "database.sqlite").read_bytes(), Kept.read(data)) == before


def test_it_says_that_it_stays_how_to_begin_afresh_and_a_command_that_works_from_here(
    made: tuple[Path, str],
) -> None:
    data, told = made
    assert f"blijft in {data}" in told
    assert f"rm -r {data}" in told
    assert "wachtzin" in told
    found = re.search(r"Nieuwe codes: (.+)", told)
    assert found
    codes = subprocess.run(
        found[1].split(), capture_output=True, text=True, check=False, timeout=60
    )
    assert codes.returncode == 0, codes.stderr
    assert "facilitator" in codes.stdout


def test_another_port_is_another_address(made: tuple[Path, str]) -> None:
    data = made[0]
    CliRunner().invoke(command, ["--data", str(data), "--port", "8124", "--no-serve"])
    assert load(data).origins[0] == "http://127.0.0.1:8124"
    CliRunner().invoke(command, ["--data", str(data), "--port", "8123", "--no-serve"])


def test_a_folder_with_something_else_in_it_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"mine")
    told = CliRunner().invoke(command, ["--data", str(tmp_path), "--no-serve"])
    assert told.exit_code != 0
    assert [file.name for file in tmp_path.iterdir()] == ["holiday.jpg"]


def test_one_that_was_broken_off_half_way_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / ".demonstration").touch()
    (tmp_path / "portal.toml").write_text("half")
    told = CliRunner().invoke(command, ["--data", str(tmp_path), "--no-serve"])
    forget_sessions_of(tmp_path)
    assert told.exit_code == 0
    assert Kept.read(tmp_path)


def test_stories_are_told_without_the_line_breaks_of_the_source() -> None:
    assert joined("een\ntwee\n\ndrie") == "een twee\n\ndrie"
    assert joined("Zo:\n1. eerst\nnog\n2. dan") == "Zo:\n1. eerst nog\n2. dan"
    assert len({story.asker for story in STORIES}) == len(STORIES)
