"""What PostgreSQL alone does. Everything else of this folder runs on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import text

from crypto.encoding import ASKER
from portal.assisted.desk import TICKET_BYTES, Desk
from portal.services.keeping import at_rest
from portal.services.upkeep import sweeping
from tests.portal.conftest import World
from tests.postgres import Postgres

pytestmark = pytest.mark.only_on("postgresql")


def test_sessions_are_in_no_write_ahead_log(world: World) -> None:
    with world.context.sessions.engine.connect() as connection:
        kinds = connection.execute(
            text(
                "SELECT relname, relpersistence FROM pg_class WHERE relname IN ('signed_in', 'tries', 'used_codes')"
            )
        ).all()
    assert {row.relpersistence for row in kinds} == {"u"}
    assert len(kinds) == 3


def test_a_destroyed_key_is_in_no_table_any_more(world: World, postgres: Postgres) -> None:
    """Its write-ahead log is another matter, and SECURITY.md says so."""
    case, mailbox = world.asked()
    key = at_rest.key_of(world.context, case)
    assert key in in_tables(world, postgres)
    assert world.asker(mailbox).send(case, "withdraw", ASKER).json["destroyed"] is True
    assert key not in in_tables(world, postgres)


def in_tables(world: World, postgres: Postgres) -> bytes:
    """Every byte of every table, the dead rows too."""
    world.context.keyring.outside("CHECKPOINT")
    files = (path for path in (postgres.data / "base").rglob("*") if path.is_file())
    return b"".join(path.read_bytes() for path in files)


def test_the_sweep_lays_rows_down_in_the_order_of_their_random_keys(world: World) -> None:
    for _ in range(6):
        world.asked(pages=1)
    world.clock.day += timedelta(days=3)
    sweeping.sweep(world.context)
    with world.context.database.engine.connect() as connection:
        ids = connection.execute(text("SELECT id FROM cases ORDER BY ctid")).scalars().all()
    assert ids == sorted(ids)


CLICKS = 4


def test_of_those_who_put_down_one_thing_at_once_nobody_fails(world: World) -> None:
    """A form of the plain pages that is sent twice does so. SQLite has one writer; here there are many."""
    for _ in range(10):
        ticket = world.context.randomness(TICKET_BYTES)
        # Broken where one of them fails, so that the others don't wait for it.
        ready = Barrier(CLICKS, timeout=30)

        def click(number: int, ticket: bytes = ticket, ready: Barrier = ready) -> bytes:
            desk = Desk(world.context, ticket, fresh=False)
            ready.wait()
            desk.save("draft", bytes([number]))
            ready.wait()
            return desk.save_first("words", bytes([number]))

        with ThreadPoolExecutor(CLICKS) as clicks:
            assert len(set(clicks.map(click, range(CLICKS)))) == 1
