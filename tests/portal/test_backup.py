"""Two copies with two lives, made while people work, put back elsewhere; on both databases."""

from __future__ import annotations

import sqlite3
import threading
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Table, select

from crypto.encoding import ASKER, b64
from portal.app import create_app
from portal.cli import group
from portal.config import load
from portal.models.cases import Case
from portal.models.database import Base
from portal.models.keyring import Key
from portal.models.store import Store
from portal.services.context import Context, open_context
from portal.services.errors import Unknown
from portal.services.keeping import at_rest, wiping
from portal.services.upkeep import copying
from tests.portal.conftest import World, settle
from tests.portal.fake import Browser
from tests.portal.serving import serving
from tests.portal.submissions import CLIENTS, Submission
from tests.portal.whole import whole
from tests.postgres import Postgres


@dataclass(frozen=True)
class Elsewhere:
    """Another machine: a folder without stores, and an empty database when there is one to be."""

    data: Path
    url: str | None

    def restore(self, world: World, database: Path, keyring: Path) -> Result:
        self.data.mkdir(exist_ok=True)
        for file in world.context.settings.data.iterdir():
            if file.suffix in {".toml", ".csv", ".md"}:
                (self.data / file.name).write_bytes(file.read_bytes())
        settle(self.data, "http://localhost", self.url)
        return restore_into(self.data, database, keyring)

    def open(self) -> Context:
        return open_context(load(self.data))


def restore_into(data: Path, database: Path, keyring: Path) -> Result:
    arguments = ["restore", "--data", data, "--database", database, "--keyring", keyring]
    return CliRunner().invoke(group, [str(one) for one in arguments])


@pytest.fixture
def elsewhere(store: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Elsewhere]:
    if store == "sqlite":
        yield Elsewhere(tmp_path / "elsewhere", None)
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = f"{request.getfixturevalue('postgres_name')}_elsewhere"
    yield Elsewhere(tmp_path / "elsewhere", server.create(name))
    server.drop(name)


def backed_up(world: World, tmp_path: Path) -> tuple[Path, Path]:
    return copying.back_up(world.context, tmp_path / "one", tmp_path / "two")


def test_a_backup_restored_elsewhere_opens_every_case(
    world: World, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    case, mailbox = world.asked(pages=1)
    answer = elsewhere.restore(world, *backed_up(world, tmp_path))
    assert answer.exit_code == 0, answer.exception
    context = elsewhere.open()
    browser = Browser(create_app(context.settings, context).test_client(), context.portal)
    body = {"locator": mailbox["locator"], "login": mailbox["login"]}
    assert browser.post("/mailbox/session", body).status_code == 200
    here = world.asker(mailbox).get(f"/cases/{b64(case)}").json
    assert browser.get(f"/cases/{b64(case)}").json == here
    context.close()


def test_an_old_database_with_a_new_keyring_stays_shut(
    world: World, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    case, mailbox = world.asked()
    kept, _ = world.asked()
    database, _ = backed_up(world, tmp_path)
    assert world.asker(mailbox).send(case, "withdraw", ASKER).json["destroyed"] is True
    keyring = copying.copy(world.context.keyring, tmp_path / "three", "keyring-2026-11-03")
    answer = elsewhere.restore(world, database, keyring)
    assert answer.exit_code == 0, answer.exception
    context = elsewhere.open()
    # The case is in the old copy with all its envelopes, and nothing opens what is under its key.
    with context.database.read() as db:
        assert db.get(Case, case) is not None
    with pytest.raises(Unknown):
        at_rest.key_of(context, case)
    assert whole(context, kept, pages=0)
    context.close()


def test_a_backup_taken_under_load_is_the_same_case_by_case(
    world: World, elsewhere: Elsewhere, tmp_path: Path, free_port: int
) -> None:
    folder = world.serve_at(free_port)
    asked: list[Submission] = []
    enough = threading.Event()
    with serving(folder, free_port) as served:

        def ask() -> None:
            while not enough.is_set():
                one = Submission(world.browser(), world)
                asked.append(one)
                one.send(served)

        senders = [threading.Thread(target=ask) for _ in range(CLIENTS)]
        for sender in senders:
            sender.start()
        while sum(one.acknowledged for one in asked) < CLIENTS:
            senders[0].join(0.01)
        before = [one for one in asked if one.acknowledged]
        copies = backed_up(world, tmp_path)
        enough.set()
        for sender in senders:
            sender.join()
    assert elsewhere.restore(world, *copies).exit_code == 0
    context = elsewhere.open()
    there = [one for one in asked if whole(context, one.case)]
    assert set(map(id, before)) <= set(map(id, there))
    for one in there:
        assert parts(context, one.case) == parts(world.context, one.case)
    context.close()


def parts(context: Context, case: bytes) -> dict[str, list[Any]]:
    """Every row of the case, of its mailbox and of their keys."""
    with context.database.read() as db:
        mailbox = db.get_one(Case, case).mailbox
    assert mailbox
    owned = [table for table in Base.metadata.sorted_tables if "case" in table.c]
    found = {table.name: rows(context.database, table, "case", case) for table in owned}
    found["cases"] = rows(context.database, Base.metadata.tables["cases"], "id", case)
    found["mailboxes"] = rows(context.database, Base.metadata.tables["mailboxes"], "id", mailbox)
    keys = Key.metadata.tables["keys"]
    found["keys"] = [rows(context.keyring, keys, "id", one) for one in (case, mailbox)]
    return found


def rows(store: Store, table: Table, column: str, value: bytes) -> list[Any]:
    with store.read() as db:
        return sorted(map(repr, db.execute(select(table).where(table.c[column] == value)).all()))


@pytest.mark.only_on("postgresql")
def test_a_copy_of_the_database_holds_no_key_and_no_session_though_all_are_in_one(
    world: World, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    case, mailbox = world.asked()
    world.asker(mailbox)
    key = at_rest.key_of(world.context, case)
    database, keyring = backed_up(world, tmp_path)
    assert elsewhere.restore(world, database, keyring).exit_code == 0
    with world.context.sessions.engine.connect() as here:
        assert here.exec_driver_sql("SELECT count(*) FROM signed_in").scalar_one() > 0
    context = elsewhere.open()
    with context.sessions.engine.connect() as there:
        assert there.exec_driver_sql("SELECT count(*) FROM signed_in").scalar_one() == 0
    context.close()
    from subprocess import run  # noqa: PLC0415 - only here

    said = run(["pg_restore", "--file=-", database], capture_output=True, check=True).stdout
    assert case.hex().encode() in said
    assert key.hex().encode() not in said
    assert b"signed_in" not in said


def test_keyring_copies_are_kept_for_thirty_days(world: World, tmp_path: Path) -> None:
    _, first = backed_up(world, tmp_path)
    world.clock.day += timedelta(days=30)
    backed_up(world, tmp_path)
    assert first.exists()
    world.clock.day = date(2026, 12, 3)
    backed_up(world, tmp_path)
    assert not first.exists()
    assert len(list((tmp_path / "one").iterdir())) == 3


def test_a_keyring_copy_that_was_cut_off_does_not_stay(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir(mode=0o700)
    key = b"a key that was destroyed since"
    # The machine went down in the middle of the copy of a month ago.
    left = [folder / f"keyring-2026-10-01.part{more}" for more in ("", "-journal")]
    for path in left:
        path.write_bytes(key)
    another = folder / "keyring-2026-10-01.part.txt"
    another.write_bytes(b"not ours")
    _, keyring = backed_up(world, tmp_path)
    assert sorted(folder.iterdir()) == sorted([another, keyring])


def test_a_backup_does_not_put_both_in_one_folder(world: World, tmp_path: Path) -> None:
    with pytest.raises(copying.CannotCopy):
        copying.back_up(world.context, tmp_path, tmp_path)


def test_a_restore_overwrites_nothing(world: World, tmp_path: Path) -> None:
    world.serve_at(1)
    over = restore_into(world.context.settings.data, *backed_up(world, tmp_path))
    assert "there already" in str(over.exception)


def test_a_damaged_copy_is_not_put_back(world: World, elsewhere: Elsewhere, tmp_path: Path) -> None:
    database, keyring = backed_up(world, tmp_path)
    database.write_bytes(database.read_bytes()[:5_000])
    assert "damaged" in str(elsewhere.restore(world, database, keyring).exception)


def test_a_copy_of_one_database_is_not_put_into_the_other(
    world: World, elsewhere: Elsewhere, tmp_path: Path, store: str
) -> None:
    database, keyring = backed_up(world, tmp_path)
    wrong = database.with_suffix(".dump" if store == "sqlite" else ".sqlite")
    database.rename(wrong)
    assert "can't be put into" in str(elsewhere.restore(world, wrong, keyring).exception)


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    "planted",
    [
        ["CREATE TRIGGER lost AFTER INSERT ON messages BEGIN DELETE FROM messages; END"],
        ["CREATE VIEW seen AS SELECT envelope FROM messages"],
        ["CREATE TABLE kept (envelope BLOB)"],
        ["CREATE VIRTUAL TABLE kept USING fts5(words)"],
        ["DROP TABLE templates", "CREATE VIRTUAL TABLE templates USING fts5vocab(kept, row)"],
    ],
)
def test_a_copy_that_somebody_wrote_in_is_not_put_back(
    world: World, elsewhere: Elsewhere, tmp_path: Path, planted: list[str]
) -> None:
    database, keyring = backed_up(world, tmp_path)
    _plant(database, planted)
    assert "was not put back" in str(elsewhere.restore(world, database, keyring).exception)
    assert not list(elsewhere.data.glob("**/database.sqlite"))


@pytest.mark.only_on("sqlite")
def test_a_keyring_that_somebody_wrote_in_is_not_put_back(
    world: World, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    database, keyring = backed_up(world, tmp_path)
    _plant(keyring, ["CREATE TRIGGER kept BEFORE DELETE ON keys BEGIN SELECT RAISE(IGNORE); END"])
    assert "was not put back" in str(elsewhere.restore(world, database, keyring).exception)
    assert not list(elsewhere.data.glob("**/keyring.sqlite"))


def _plant(copy: Path, statements: list[str]) -> None:
    db = sqlite3.connect(copy, isolation_level=None)
    for statement in statements:
        db.execute(statement)
    db.close()


@pytest.mark.only_on("sqlite")
def test_a_link_that_lies_where_the_day_is_noted_is_not_followed(
    world: World, tmp_path: Path
) -> None:
    victim = tmp_path / "somebody-elses"
    victim.write_bytes(b"untouched")
    (world.context.settings.data / "backed-up.part").symlink_to(victim)
    backed_up(world, tmp_path)
    assert victim.read_bytes() == b"untouched"
    assert copying.last_copy(world.context) == world.clock.day


@pytest.mark.only_on("sqlite")
def test_nor_is_one_that_lies_where_a_copy_begins(world: World, tmp_path: Path) -> None:
    victim = tmp_path / "somebody-elses"
    victim.write_bytes(b"untouched")
    for folder, kind in (("one", "database"), ("two", "keyring")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{kind}-{world.clock.day}.part").symlink_to(victim)
    backed_up(world, tmp_path)
    assert victim.read_bytes() == b"untouched"


def test_what_was_cut_off_is_wiped_a_piece_at_a_time(tmp_path: Path) -> None:
    begun = tmp_path / "database-2026-11-02.part"
    with begun.open("wb") as file:
        file.truncate(64 * wiping.PIECE_BYTES)
    tracemalloc.start()
    try:
        wiping.wipe(begun)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert not begun.exists()
    assert most < 8 * wiping.PIECE_BYTES
