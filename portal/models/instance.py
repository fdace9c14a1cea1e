"""The few things there is one of in an instance, and the journals."""

from __future__ import annotations

from datetime import date

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.database import Base
from portal.models.store import Hash, Id


class Instance(Base):
    """The portal itself; exactly one row."""

    __tablename__ = "instance"

    portal: Mapped[Id] = mapped_column(primary_key=True)
    # HMAC of the one-time token for the first facilitator; None when it was used.
    setup: Mapped[Hash | None]
    setup_second_factor: Mapped[bytes | None] = mapped_column(LargeBinary)
    setup_request: Mapped[Hash | None]
    organisation_key: Mapped[Hash | None]
    sealed_organisation_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    # A facilitator said that the portal may open with one facilitator only.
    opens_with_one: Mapped[bool]
    freshness: Mapped[bytes | None] = mapped_column(LargeBinary)
    founded: Mapped[date]
    # The latest day this instance has known, so that a clock set back is noticed.
    day: Mapped[date]
    # The last day on which notices went out, and the day since which they can't.
    notices_on: Mapped[date | None]
    notices_fail_since: Mapped[date | None]
    checkpoint_number: Mapped[int]
    checkpoint_day: Mapped[date | None]
    checkpoint: Mapped[bytes | None] = mapped_column(LargeBinary)


class Journal(Base):
    """A line of a hash-chained journal; `chain` is a case, or 16 zero bytes for the staff."""

    __tablename__ = "journal"

    chain: Mapped[Id] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    line: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[Hash]


class Template(Base):
    """An editable text for answers, sealed under the register seed."""

    __tablename__ = "templates"

    id: Mapped[Id] = mapped_column(primary_key=True)
    number: Mapped[int]
    envelope: Mapped[bytes] = mapped_column(LargeBinary)


class Aggregate(Base):
    """The current statistics, sealed to one coordinator or facilitator."""

    __tablename__ = "aggregates"

    member: Mapped[Id] = mapped_column(primary_key=True)
    day: Mapped[date]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Report(Base):
    """A signed yearly report (numbers only, so not sealed) and the day it was presented."""

    __tablename__ = "reports"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    signed: Mapped[bytes] = mapped_column(LargeBinary)
    author: Mapped[Id]
    day: Mapped[date]
    presented: Mapped[date | None]
    presented_by: Mapped[Id | None]


class Archiving(Base):
    """How far the archiving of a year has come; `step` only ever goes on, or back to nothing."""

    __tablename__ = "archivings"

    id: Mapped[Id] = mapped_column(primary_key=True)
    year: Mapped[int]
    # The key that opens the file: one file for each.
    archive_key: Mapped[Id]
    step: Mapped[str] = mapped_column(String(12))
    by: Mapped[Id]
    day: Mapped[date]
    file: Mapped[str | None] = mapped_column(String(120))
    hash: Mapped[Hash | None]
    cases: Mapped[int]


class ArchivedCase(Base):
    """A case that one archiving takes; the row goes when the case has gone."""

    __tablename__ = "archived_cases"

    case: Mapped[Id] = mapped_column(primary_key=True)
    archiving: Mapped[Id]
