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

# All that is ever written, so that the pages have words for each. In the journal of a case:
OF_A_CASE = frozenset(
    {"open", "notes", "assign", "remove", "feedback", "reply", "final", "pass", "close"}
    | {"note", "triage", "draft", "record", "recuse", "set-aside"}
)
# In that of the staff:
OF_THE_STAFF = frozenset(
    {"directory", "activate", "deactivate", "role", "open-with-one", "wait-for-two"}
    | {"setup", "credentials", "invite", "cancel", "reset", "renew", "lapse-invite", "lapse-reset"}
    | {"passkey-add", "passkey-remove", "codes-set", "codes-remove"}
    | {"absence", "absence-remove", "template", "template-remove"}
)
# There too, with the year they are about behind it: `report-2026`.
OF_A_YEAR = frozenset({"report", "presented", "archive", "archive-undo", "destroy"})


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what to whom or about which year, on which day."""

    day: date
    member: bytes | None
    action: str
    subject: bytes | None = None
    year: int | None = None

    def word(self, chain: bytes) -> str:
        """What stands in the line; raises `ValueError` for what has no place in that journal."""
        known = OF_A_CASE if chain != STAFF else OF_THE_STAFF if self.year is None else OF_A_YEAR
        if self.action not in known or (chain != STAFF and self.year is not None):
            raise ValueError(f"no action of this journal: {self.action}")
        return self.action if self.year is None else f"{self.action}-{self.year}"


def append(db: Session, chain: bytes, act: Act) -> None:
    """Add a line, in the transaction of the act itself: both happen, or neither. Raises `ValueError`."""
    last = db.execute(
        select(Journal.number, Journal.hash)
        .where(Journal.chain == chain)
        .order_by(Journal.number.desc())
        .limit(1)
    ).first()
    number, previous = (last.number + 1, last.hash) if last else (0, None)
    line = Line(number, previous, act.day, act.member, act.word(chain), act.subject)
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
