"""Members of staff, how they sign in, and the signed directory that says who they are."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.database import Base
from portal.models.store import Hash, Id


class Member(Base):
    """Somebody who enrolled; `role` and `active` follow the newest directory."""

    __tablename__ = "members"

    id: Mapped[Id] = mapped_column(primary_key=True)
    person: Mapped[Id]
    role: Mapped[str] = mapped_column(String(12))
    active: Mapped[bool]
    number: Mapped[int]
    state: Mapped[bytes] = mapped_column(LargeBinary)
    # TOTP secret under the keyring's layer; empty for who signs in by passkey alone.
    second_factor: Mapped[bytes] = mapped_column(LargeBinary)
    # HMAC of a code that lets its holder set up a new second factor, once.
    reset: Mapped[Hash | None]
    reset_on: Mapped[date | None]
    # The new secret after a reset, until its first code was right.
    pending_factor: Mapped[bytes | None] = mapped_column(LargeBinary)
    seen: Mapped[date | None]
    # Where the daily notice goes, under the keyring's layer; None for who wants none.
    notice: Mapped[bytes | None] = mapped_column(LargeBinary)
    # The day of the last notice, so that nobody gets two on one day.
    notified: Mapped[date | None]


class Passkey(Base):
    """A passkey of a member; `kept` lies under the keyring's layer, credential id and all."""

    __tablename__ = "passkeys"

    id: Mapped[Id] = mapped_column(primary_key=True)
    member: Mapped[Id] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    kept: Mapped[bytes] = mapped_column(LargeBinary)


class Opening(Base):
    """One way to a member's seed: the passphrase, or the recovery code."""

    __tablename__ = "openings"

    locator: Mapped[Hash] = mapped_column(primary_key=True)
    member: Mapped[Id] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"), index=True)
    what: Mapped[str] = mapped_column(String(12))
    login: Mapped[Hash]
    seed: Mapped[bytes] = mapped_column(LargeBinary)


class Invitation(Base):
    """An offer to become a member; the code that it was made with never came here."""

    __tablename__ = "invitations"

    id: Mapped[Id] = mapped_column(primary_key=True)
    by: Mapped[Id]
    person: Mapped[Id]
    role: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(200))
    function: Mapped[str] = mapped_column(String(200))
    mac: Mapped[Hash]
    day: Mapped[date]
    # Filled in by the enrolment.
    member: Mapped[Id | None]
    kem: Mapped[bytes | None] = mapped_column(LargeBinary)
    sign: Mapped[bytes | None] = mapped_column(LargeBinary)
    reply: Mapped[Hash | None]
    second_factor: Mapped[bytes | None] = mapped_column(LargeBinary)
    request: Mapped[Hash | None]


class Directory(Base):
    """One signed version of the staff directory."""

    __tablename__ = "directories"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    signed: Mapped[bytes] = mapped_column(LargeBinary)


class RegisterSeed(Base):
    """The register key's seed, sealed to one facilitator."""

    __tablename__ = "register_seeds"

    key: Mapped[Id] = mapped_column(primary_key=True)
    member: Mapped[Id] = mapped_column(primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Absence(Base):
    """When a member is away, and who covers. `signed` is the member's own statement."""

    __tablename__ = "absences"

    id: Mapped[Id] = mapped_column(primary_key=True)
    member: Mapped[Id] = mapped_column(ForeignKey("members.id", ondelete="CASCADE"))
    first: Mapped[date]
    last: Mapped[date]
    cover: Mapped[Id | None]
    signed: Mapped[bytes] = mapped_column(LargeBinary)
