"""The sessions' tables, made at every start: apart from founding, whose migrations weigh 7 MB in a worker."""

from __future__ import annotations

from sqlalchemy import inspect

from portal.models.sessions import SessionsBase, SignedIn
from portal.models.store import Store
from portal.services.context import Context


def make(context: Context) -> None:
    """Make the sessions' tables, which a restart of the machine may have taken."""
    store = context.sessions
    _drop_old_visits(store)
    SessionsBase.metadata.create_all(store.engine)
    if store.file is None:
        # Not in PostgreSQL's write-ahead log, so in no backup made from it, and empty after a crash.
        tables = (table.name for table in SessionsBase.metadata.sorted_tables)
        store.outside(*(f"ALTER TABLE {name} SET UNLOGGED" for name in tables))


def _drop_old_visits(store: Store) -> None:
    """A table of visits from another release: whoever was signed in then signs in again."""
    table = SessionsBase.metadata.tables[SignedIn.__tablename__]
    found = inspect(store.engine)
    if not found.has_table(table.name):
        return
    if {one["name"] for one in found.get_columns(table.name)} != set(table.columns.keys()):
        table.drop(store.engine)
