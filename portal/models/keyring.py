"""The keyring: the pepper and one key for each case, mailbox and member. Losing a key is deletion."""

from __future__ import annotations

from datetime import date

from sqlalchemy import LargeBinary
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from portal.models.store import Id

PEPPER = bytes(16)


class KeyringBase(DeclarativeBase):
    """Everything of the keyring."""


class Key(KeyringBase):
    """32 random bytes for one thing; `day` lets the sweep tell leftovers from newcomers."""

    __tablename__ = "keys"
    __table_args__ = {"sqlite_with_rowid": False}

    id: Mapped[Id] = mapped_column(primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary(32))
    day: Mapped[date]
