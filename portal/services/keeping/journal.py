"""Hash-chained lines of what staff did (protocol section 10). No content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from crypto.errors import ProtocolError
from crypto.journal import Line, verify
from portal.models.instance import Journal
from portal.services.errors import BrokenJournal

STAFF = bytes(16)


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what to whom or what, on which day."""

    day: date
    member: bytes | None
    action: str
    subject: bytes | None = None


def append(db: Session, chain: bytes, act: Act) -> None:
    """Add a line, in the transaction of the act itself: both happen, or neither."""
    last = db.execute(
        select(Journal.number, Journal.hash)
        .where(Journal.chain == chain)
        .order_by(Journal.number.desc())
        .limit(1)
    ).first()
    number, previous = (last.number + 1, last.hash) if last else (0, None)
    line = Line(number, previous, act.day, act.member, act.action, act.subject)
    db.add(Journal(chain=chain, number=number, line=line.encode(), hash=line.hash))


def lines(db: Session, chain: bytes) -> Sequence[bytes]:
    return db.scalars(
        select(Journal.line).where(Journal.chain == chain).order_by(Journal.number)
    ).all()


def chains(db: Session) -> Sequence[bytes]:
    return db.scalars(select(Journal.chain).distinct().order_by(Journal.chain)).all()


def head(found: Iterable[bytes]) -> bytes | None:
    """Walk a chain and give the hash of its last line; raises `BrokenJournal` where it breaks."""
    try:
        checked = verify(found)
    except ProtocolError as error:
        raise BrokenJournal(str(error)) from error
    return checked[-1].hash if checked else None
