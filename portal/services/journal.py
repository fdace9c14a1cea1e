"""Hash-chained lines of what staff did (protocol section 10). No content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crypto.encoding import b64, canonical, from_b64, parse_canonical, sha256
from crypto.errors import ProtocolError
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
    line = _line(number, previous, act)
    db.add(Journal(chain=chain, number=number, line=line, hash=sha256(line)))


def _line(number: int, previous: bytes | None, act: Act) -> bytes:
    return canonical(
        {
            "v": 1,
            "number": number,
            "previous": b64(previous) if previous else None,
            "day": act.day.isoformat(),
            "member": b64(act.member) if act.member else None,
            "action": act.action,
            "subject": b64(act.subject) if act.subject else None,
        }
    )


def lines(db: Session, chain: bytes) -> Sequence[bytes]:
    return db.scalars(
        select(Journal.line).where(Journal.chain == chain).order_by(Journal.number)
    ).all()


def chains(db: Session) -> Sequence[bytes]:
    return db.scalars(select(Journal.chain).distinct().order_by(Journal.chain)).all()


def length(db: Session, chain: bytes) -> int:
    return db.scalar(select(func.count()).where(Journal.chain == chain)) or 0


def head(found: Iterable[bytes]) -> bytes | None:
    """Walk a chain and give the hash of its last line; raises `BrokenJournal` where it breaks."""
    previous: bytes | None = None
    for number, line in enumerate(found):
        _check(line, number, previous)
        previous = sha256(line)
    return previous


def _check(line: bytes, number: int, previous: bytes | None) -> None:
    try:
        body = parse_canonical(line)
        named = from_b64(body["previous"]) if body["previous"] else None
    except (ProtocolError, KeyError, TypeError) as error:
        raise BrokenJournal(f"line {number} is not a journal line") from error
    if body.get("number") != number or named != previous:
        raise BrokenJournal(f"line {number} does not follow the one before it")
