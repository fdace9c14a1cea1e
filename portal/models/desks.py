"""What an asker without scripts has at hand between two requests, under a key that only their cookie has."""

from __future__ import annotations

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.sessions import SessionsBase
from portal.models.store import Hash


class OnDesk(SessionsBase):
    """One sealed thing on a desk; `desk` is derived from the cookie, which is stored nowhere."""

    __tablename__ = "on_desk"
    __table_args__ = {"sqlite_with_rowid": False}

    desk: Mapped[Hash] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    minute: Mapped[int]
    size: Mapped[int]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
