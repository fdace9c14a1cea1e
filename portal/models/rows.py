"""New rows as one statement a table: without the bookkeeping of a session, which costs as much as the rest."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sqlalchemy import Table, inspect
from sqlalchemy.orm import DeclarativeBase, Mapper, Session


def insert(db: Session, *rows: DeclarativeBase) -> None:
    """Insert rows in this order. They stay strangers to the session: what reads them reads anew.

    A unique key that is there already raises `IntegrityError` here, not at the commit.
    """
    for kind, same in groupby(rows, key=type):
        mapper: Mapper[Any] = inspect(kind)
        db.execute(_table(mapper).insert(), [_values(mapper, row) for row in same])


def _table(mapper: Mapper[Any]) -> Table:
    table = mapper.local_table
    assert isinstance(table, Table)  # noqa: S101 - every model of ours is one table
    return table


def _values(mapper: Mapper[Any], row: DeclarativeBase) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in _table(mapper).columns}
