"""What anybody may know: whether questions are taken, and which days don't count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from portal.models.instance import Instance
from portal.services.context import Context
from portal.services.deadlines import SATURDAY, public_holidays
from portal.services.doors import access
from portal.services.keeping import directory


@dataclass(frozen=True, slots=True)
class Status:
    """`ready`: somebody is there to read. `accepts`: a question can be asked, after the access word if `asks_word`."""

    ready: bool
    accepts: bool
    asks_word: bool
    organisation_key: bytes | None


def status(context: Context) -> Status:
    with context.database.read() as db:
        key = db.scalar(select(Instance.organisation_key))
        ready = directory.active_facilitators(db) > 0
        accepts, asks = directory.accepts_questions(context, db), access.is_asked(context)
    return Status(ready, accepts, asks, key)


def closed_days(context: Context, first: int, last: int) -> Sequence[date]:
    """Days from Monday to Friday in these years that are no working days, in order."""
    organisation = context.settings.organisation
    closed = {day for day in organisation.closing_days if first <= day.year <= last}
    for year in range(first, min(last, first + 50) + 1):
        closed |= public_holidays(year)
        closed |= _every_year(organisation.yearly_closing_days, year)
    return sorted(day for day in closed if day.weekday() < SATURDAY)


def _every_year(days: frozenset[tuple[int, int]], year: int) -> set[date]:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return {date(year, month, day) for month, day in days if leap or (month, day) != (2, 29)}
