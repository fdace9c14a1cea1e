"""The access word, where the organisation has one: known to its people, kept here as an HMAC."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from portal.models.database import Base
from portal.models.store import Hash


class AccessWord(Base):
    """The word that holds (`until` is None), or one from before and its last day."""

    __tablename__ = "access_words"

    word: Mapped[Hash] = mapped_column(primary_key=True)
    until: Mapped[date | None]
