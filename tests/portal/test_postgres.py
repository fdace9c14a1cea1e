"""What PostgreSQL alone does. Everything else of this folder runs on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from crypto.encoding import ASKER
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
