"""Who is signed in, and how often something was tried. Never backed up; minutes stay in here."""

from __future__ import annotations

from sqlalchemy import BigInteger, LargeBinary, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from portal.models.store import Hash, Id


class SessionsBase(DeclarativeBase):
    """Everything of the sessions."""


_FLEETING = {"sqlite_with_rowid": False}


class SignedIn(SessionsBase):
    """A session, known by the hash of its cookie's token."""

    __tablename__ = "signed_in"
    __table_args__ = _FLEETING

    token: Mapped[Hash] = mapped_column(primary_key=True)
    handle: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(8))
    who: Mapped[Id]
    # The browser's half of its kept seed opens with this; forgetting it is what closes it.
    tab_key: Mapped[Hash]
    minute: Mapped[int]
    # The minute of signing in: what changes a way in asks for a recent one.
    began: Mapped[int | None]
    extra: Mapped[bytes | None] = mapped_column(LargeBinary)


class Tries(SessionsBase):
    """A counter of failures, or the level of a bucket, at a moment in seconds."""

    __tablename__ = "tries"
    __table_args__ = _FLEETING

    what: Mapped[Hash] = mapped_column(primary_key=True)
    level: Mapped[float]
    at: Mapped[float]


class Spent(SessionsBase):
    """A challenge that was answered, or a proof of work that is good for `left` times more."""

    __tablename__ = "spent"
    __table_args__ = _FLEETING

    what: Mapped[Hash] = mapped_column(primary_key=True)
    left: Mapped[int]
    until: Mapped[float]


class UsedCode(SessionsBase):
    """The last time step whose code a member used, so that no code counts twice."""

    __tablename__ = "used_codes"
    __table_args__ = _FLEETING

    member: Mapped[Id] = mapped_column(primary_key=True)
    step: Mapped[int]


class ChallengeKey(SessionsBase):
    """What this server's challenges are made with; they all die with it."""

    __tablename__ = "challenge_keys"
    __table_args__ = _FLEETING

    name: Mapped[str] = mapped_column(String(8), primary_key=True)
    key: Mapped[Hash]


class UsedChallenge(SessionsBase):
    """The hash of a challenge that was answered, until it would have ended anyway."""

    __tablename__ = "used_challenges"
    __table_args__ = _FLEETING

    hash: Mapped[Hash] = mapped_column(primary_key=True)
    ends: Mapped[int] = mapped_column(BigInteger)
