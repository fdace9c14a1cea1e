"""What an asker comes back to. No pseudonym: only what a name and a password give together."""

from __future__ import annotations

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.database import Base
from portal.models.store import Hash, Id


class Mailbox(Base):
    """A mailbox; `seed` is the wrapped seed under the keyring's layer."""

    __tablename__ = "mailboxes"

    id: Mapped[Id] = mapped_column(primary_key=True)
    locator: Mapped[Hash] = mapped_column(unique=True)
    login: Mapped[Hash]
    seed: Mapped[bytes] = mapped_column(LargeBinary)
    number: Mapped[int]
    state: Mapped[bytes] = mapped_column(LargeBinary)
