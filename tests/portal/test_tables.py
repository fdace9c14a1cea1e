"""The database's own shape: migrations, no row order, no time of day, the same on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import DateTime, Time, inspect

from portal.models import access, cases, instance, mailboxes, staff  # noqa: F401 - their tables
from portal.models.database import Base
from portal.models.store import open_store
from portal.services.upkeep import upgrading


def _differences(url: str) -> list[object]:
    store = open_store(url, "kept")
    try:
        assert not upgrading.is_current(store)
        upgrading.upgrade(store)
        upgrading.upgrade(store)  # once more changes nothing
        assert upgrading.is_current(store)
        with store.engine.connect() as connection:
            return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))
    finally:
        store.close()


def test_migrations_make_exactly_the_tables_of_the_models(tmp_path: Path) -> None:
    assert _differences(f"sqlite:///{tmp_path / 'database.sqlite'}") == []


@pytest.mark.needs_tool("initdb", "pg_ctl")
def test_migrations_make_the_same_tables_on_postgresql(postgres_url: str) -> None:
    assert _differences(postgres_url) == []


def test_no_table_keeps_the_order_in_which_rows_came(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'database.sqlite'}", "kept")
    upgrading.upgrade(store)
    with store.engine.connect() as connection:
        for table in set(inspect(connection).get_table_names()) - {"alembic_version"}:
            row = connection.exec_driver_sql(
                "SELECT sql FROM sqlite_master WHERE name = ?", (table,)
            ).scalar_one()
            assert row.rstrip().endswith("WITHOUT ROWID"), table
    store.close()


def test_no_column_can_hold_a_time_of_day() -> None:
    for table in Base.metadata.tables.values():
        for column in table.columns:
            assert not isinstance(column.type, DateTime | Time), column
