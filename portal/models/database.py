"""Base of the tables that are backed up. No column holds a time of day."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import DeclarativeBase

# Rows lie in the order of their random keys, so that no number tells which came first.
ORDERLESS: dict[str, Any] = {"sqlite_with_rowid": False}


class Base(DeclarativeBase):
    """Everything of the database."""

    __table_args__: Any = ORDERLESS
