"""The yearly report: numbers only, signed by a facilitator, presented by the coordinator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from crypto import shape
from portal.models.instance import Instance, Report
from portal.services.context import Context
from portal.services.errors import Already, Forbidden, Malformed, NotYet, OverLimit, Unknown
from portal.services.keeping import clocks, journal, statements
from portal.services.values import Actor

READERS = frozenset({"facilitator", "coordinator"})
LARGEST_BYTES = 512 * 1024
# Keys, days, ids: whatever looks like a sentence is refused.
_WORD = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")
LAST_MONTH_OF_FIRST_QUARTER = 3


def _numbers(value: object) -> object:
    """The shape of anything that holds numbers and keys, and no text."""
    if isinstance(value, dict):
        return {_word(name): _numbers(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_numbers(item) for item in value]
    return value if value is None or isinstance(value, bool | int) else _word(value)


def _word(value: object) -> object:
    if not isinstance(value, str) or not _WORD.match(value):
        raise Malformed("a report holds numbers and keys only")
    return value


form = shape.versioned(
    year=shape.integer(2000, 2200), author=shape.ident, day=shape.day, numbers=_numbers
)


@dataclass(frozen=True, slots=True)
class Due:
    """The oldest year whose report was not presented yet, None if each was; `late` after its March."""

    year: int | None
    late: bool


def publish(context: Context, actor: Actor, year: int, untrusted: bytes) -> None:
    """Keep a signed report: purpose `report`, `{"v":1,"year","author","day","numbers"}`.

    It can be replaced until it was presented. Raises `Forbidden`, `NotYet`, `ClockSetBack`, `Already`
    or `Malformed`.
    """
    if actor.role != "facilitator":
        raise Forbidden("facilitators make the report")
    if len(untrusted) > LARGEST_BYTES:
        raise OverLimit("a report that is too large")
    if year >= context.today().year:
        raise NotYet("this year has not ended")
    with context.database.write() as db:
        clocks.require_right(context, db)
        said = statements.verify(context, db, actor, "report", untrusted, form)
        if (said["year"], said["author"]) != (year, actor.id):
            raise Malformed("a report about another year, or by somebody else")
        found = db.get(Report, year, with_for_update=True)
        if found is not None and found.presented and found.signed != untrusted:
            raise Already("this report was presented")
        if found is not None and found.signed == untrusted:
            return
        db.merge(Report(year=year, signed=untrusted, author=actor.id, day=context.today()))
        _note(context, db, actor, "report", year)


def _note(context: Context, db: Session, actor: Actor, action: str, year: int) -> None:
    act = journal.Act(context.today(), actor.id, action, year=year)
    journal.append(db, journal.STAFF, act)


def _require_reader(actor: Actor) -> None:
    if actor.role not in READERS:
        raise Forbidden("reports are for facilitators and the coordinator")


def listed(context: Context, actor: Actor) -> Sequence[Report]:
    _require_reader(actor)
    with context.database.read() as db:
        return db.scalars(select(Report).order_by(Report.year.desc())).all()


def read(context: Context, actor: Actor, year: int) -> Report:
    _require_reader(actor)
    with context.database.read() as db:
        found = db.get(Report, year)
    if found is None:
        raise Unknown("no report of this year")
    return found


def present(context: Context, actor: Actor, year: int, day: date) -> None:
    """Record the day on which the report was presented; once, by the coordinator."""
    if actor.role != "coordinator":
        raise Forbidden("the coordinator records the presentation")
    if day <= date(year, 12, 31):
        raise NotYet("a report is presented after its year has ended")
    if day > context.today():
        raise NotYet("a day that has not come yet")
    with context.database.write() as db:
        clocks.require_right(context, db)
        found = db.get(Report, year, with_for_update=True)
        if found is None:
            raise Unknown("no report of this year")
        if found.presented == day:
            return
        if found.presented:
            raise Already("this report was presented on another day")
        found.presented, found.presented_by = day, actor.id
        _note(context, db, actor, "presented", year)


def due(context: Context) -> Due:
    """From 1 January the report of the year before is asked for; after March it is late.

    A year that was never reported on is asked for until it is, before any later one.
    """
    today = context.today()
    with context.database.read() as db:
        presented = set(db.scalars(select(Report.year).where(Report.presented.is_not(None))))
        began = db.scalars(select(Instance.founded)).one()
    missing = [year for year in range(began.year, today.year) if year not in presented]
    if not missing:
        return Due(None, late=False)
    quarter_is_over = today.month > LAST_MONTH_OF_FIRST_QUARTER
    return Due(missing[0], late=missing[0] < today.year - 1 or quarter_is_over)
