"""A case: who takes part, sealed keys, rosters, messages, pages."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.database import ORDERLESS, Base
from portal.models.store import Hash, Id


def _of_case() -> ForeignKey:
    return ForeignKey("cases.id", ondelete="CASCADE")


class Case(Base):
    """The index of a case: states and days that every browser checks against the signed acts."""

    __tablename__ = "cases"
    __table_args__ = (Index("ix_cases_mailbox", "mailbox"), ORDERLESS)

    id: Mapped[Id] = mapped_column(primary_key=True)
    # None once the asker has withdrawn it: nothing leads from a mailbox to it any more.
    mailbox: Mapped[Id | None] = mapped_column(ForeignKey("mailboxes.id"))
    state: Mapped[str] = mapped_column(String(12))
    waits_for: Mapped[str | None] = mapped_column(String(8))
    # Who laid a draft before colleagues, until anybody of the staff writes after it.
    draft_by: Mapped[Id | None]
    opened: Mapped[bool]
    epoch: Mapped[int]
    roster: Mapped[int]
    received: Mapped[date]
    feedback_by: Mapped[date]
    answer_by: Mapped[date]
    feedback_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    last: Mapped[date]
    # Whether the asker has been here since the last word from the staff.
    seen_by_asker: Mapped[bool]
    messages: Mapped[int]
    # Which archive key every key of this case is sealed to as well.
    archive_key: Mapped[Id]
    # Hash of the whole first submission: the same again gets the same answer.
    genesis: Mapped[Hash]


class Participant(Base):
    """Somebody who holds the keys of a case."""

    __tablename__ = "participants"
    __table_args__ = (Index("ix_participants_member", "member"), ORDERLESS)

    case: Mapped[Id] = mapped_column(_of_case(), primary_key=True)
    member: Mapped[Id] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(12))
    # False for who stepped aside and still stands in the roster.
    active: Mapped[bool]


class Roster(Base):
    """One link of the signed chain of participants."""

    __tablename__ = "rosters"

    case: Mapped[Id] = mapped_column(_of_case(), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[int]
    envelope: Mapped[bytes] = mapped_column(LargeBinary)
    request: Mapped[Hash]


class SealedKey(Base):
    """A case or notes key sealed to one participant, under the keyring's layer."""

    __tablename__ = "sealed_keys"

    case: Mapped[Id] = mapped_column(_of_case(), primary_key=True)
    recipient: Mapped[Id] = mapped_column(primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(String(8), primary_key=True)
    layered: Mapped[bytes] = mapped_column(LargeBinary)


class Message(Base):
    """An envelope of one of the two threads; `position` orders within its case only."""

    __tablename__ = "messages"
    __table_args__ = (Index("ix_messages_id", "case", "id", unique=True), ORDERLESS)

    case: Mapped[Id] = mapped_column(_of_case(), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(12))
    writer: Mapped[Id]
    notes: Mapped[bool]
    day: Mapped[date]
    envelope: Mapped[bytes] = mapped_column(LargeBinary)
    # Hash of the whole request, pages and register entry with it.
    request: Mapped[Hash]


class Page(Base):
    """A page's envelope: staged while `message` is None, for the day's sweep to take away."""

    __tablename__ = "pages"
    __table_args__ = (
        ForeignKeyConstraint(
            ["case", "message"], ["messages.case", "messages.id"], ondelete="CASCADE",
            # Named in the same transaction, in whatever order.
            deferrable=True, initially="DEFERRED",
        ),
        Index("ix_pages_staged", "day", "size", sqlite_where=text("message IS NULL"),
              postgresql_where=text("message IS NULL")),
        Index("ix_pages_message", "case", "message"),
        ORDERLESS,
    )  # fmt: skip

    # No foreign key to the case: pages come before it.
    case: Mapped[Id] = mapped_column(primary_key=True)
    id: Mapped[Id] = mapped_column(primary_key=True)
    message: Mapped[Id | None]
    # As its header says: a page goes with a message of the same writer and epoch.
    writer: Mapped[Id]
    epoch: Mapped[int]
    day: Mapped[date]
    size: Mapped[int]
    hash: Mapped[Hash]
    envelope: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class RegisterEntry(Base):
    """A line for statistics, sealed to the register key. Outlives its case on purpose."""

    __tablename__ = "register"
    __table_args__ = (Index("ix_register_day", "day", "case", "number"), ORDERLESS)

    case: Mapped[Id] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[Id]
    writer: Mapped[Id]
    day: Mapped[date]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
