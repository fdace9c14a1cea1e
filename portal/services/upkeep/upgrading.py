"""Bringing the database's tables to this release, all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from portal.models.store import Store

MIGRATIONS = Path(__file__).parents[2] / "migrations"


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def upgrade(store: Store) -> None:
    """Run every migration that this database has not had yet, in one transaction."""
    with store.engine.connect().execution_options(adviespunt_write=True) as connection:
        command.upgrade(_config(connection), "head")
        connection.commit()


def is_current(store: Store) -> bool:
    """Whether the database has the tables of this release."""
    head = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    with store.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head
