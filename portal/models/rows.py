"""Rows without the bookkeeping of a session, which costs several times what the database itself does.

What is asked at every visit is written once, as a constant with `bindparam`, and run by `first`,
`value` or `every`; rows come as they are and follow no change. New rows go in by `insert`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any, TypeVar, TypeVarTuple

from sqlalchemy import Insert, Row, Select, Table, inspect
from sqlalchemy.orm import DeclarativeBase, Session

T = TypeVar("T")
Columns = TypeVarTuple("Columns")


def first(db: Session, made: Select[*Columns], **given: object) -> Row[*Columns] | None:
    """The first row, or None."""
    db.flush()
    return db.connection().execute(made, given).first()


def value(db: Session, made: Select[T], **given: object) -> T | None:
    """The one column of the first row, or None."""
    db.flush()
    return db.connection().scalar(made, given)


def every(db: Session, made: Select[*Columns], **given: object) -> Sequence[Row[*Columns]]:
    """All rows."""
    db.flush()
    return db.connection().execute(made, given).all()


def insert(db: Session, *new: DeclarativeBase) -> None:
    """Insert rows in this order. They stay strangers to the session: what reads them reads anew.

    A unique key that is there already raises `IntegrityError` here, not at the commit.
    """
    for kind, same in groupby(new, key=type):
        statement, names = _made(kind)
        db.connection().execute(statement, [_values(names, row) for row in same])


@cache
def _made(kind: type[DeclarativeBase]) -> tuple[Insert, tuple[str, ...]]:
    table = inspect(kind).local_table
    assert isinstance(table, Table)  # noqa: S101 - every model of ours is one table
    return table.insert(), tuple(table.columns.keys())


def _values(names: tuple[str, ...], row: DeclarativeBase) -> dict[str, Any]:
    # Straight from where they stand: what was not given is NULL.
    given = vars(row)
    return {name: given.get(name) for name in names}
