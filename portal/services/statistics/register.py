"""One sealed line a case and change, for statistics. It stays when the case has gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from portal.models import rows
from portal.models.cases import RegisterEntry
from portal.models.instance import Instance
from portal.models.staff import RegisterSeed
from portal.services.context import Context
from portal.services.errors import Forbidden, Malformed, Stale, Unknown
from portal.services.keeping import directory, places
from portal.services.keeping.places import Place
from portal.services.values import Actor, Entry

ENTRIES_AT_ONCE = 1_000
_CHECKPOINT_DAY = select(Instance.checkpoint_day)


def row_of(day: date) -> int:
    """Entries are counted by day, as 20261231: no number tells their order within one."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(row: int) -> date:
    """The day of a row; raises `Malformed`."""
    try:
        return date(row // 10_000, row // 100 % 100, row % 100)
    except ValueError as error:
        raise Malformed("not a row") from error


def add(context: Context, db: Session, case: bytes, writer: bytes, entry: Entry) -> None:
    """Add an entry to a case, in the transaction of the act that it is about."""
    last = db.scalar(select(func.max(RegisterEntry.number)).where(RegisterEntry.case == case))
    _add(context, db, (case, 0 if last is None else last + 1), writer, entry)


def begin(context: Context, db: Session, case: bytes, writer: bytes, entry: Entry) -> None:
    """Add the first entry of a case of which there is none, as the caller knows."""
    _add(context, db, (case, 0), writer, entry)


def require_current(state: directory.Current, entry: Entry) -> None:
    """Raise `Stale` for an entry that was sealed to a register key of before."""
    if entry.key != state.register_key:
        raise Stale("the register key has changed: fetch the directory again")


def has_other(db: Session, case: bytes, writer: bytes) -> bool:
    """Whether somebody else than this writer entered something about a case."""
    others = RegisterEntry.case == case, RegisterEntry.writer != writer
    return db.scalar(select(func.count()).where(*others)) != 0


def _add(
    context: Context, db: Session, place: tuple[bytes, int], writer: bytes, entry: Entry
) -> None:
    places.check_register_entry(entry.sealed)
    state = directory.current(db)
    if state is None:
        raise Stale("there is no register yet")
    require_current(state, entry)
    case, number = place
    entered = RegisterEntry(
        case=case, number=number, key=entry.key, writer=writer, day=_day(context, db),
        sealed=entry.sealed,
    )  # fmt: skip
    rows.insert(db, entered)


def _day(context: Context, db: Session) -> date:
    """Today, and never before the checkpoint: with the clock set back it would be read by nobody."""
    last = rows.value(db, _CHECKPOINT_DAY)
    return max(context.today(), last) if last else context.today()


@dataclass(frozen=True, slots=True)
class Slice:
    """Some entries in the order of their days; `next` continues, None at the end."""

    entries: Sequence[RegisterEntry]
    next: tuple[int, bytes, int] | None


def read(context: Context, actor: Actor, start: int, after: tuple[int, bytes, int] | None) -> Slice:
    """Entries of row `start` and later, or those after the last one of the slice before."""
    _require_facilitator(actor)
    order = (RegisterEntry.day, RegisterEntry.case, RegisterEntry.number)
    wanted = select(RegisterEntry).order_by(*order).limit(ENTRIES_AT_ONCE + 1)
    if after:
        wanted = wanted.where(tuple_(*order) > (day_of(after[0]), after[1], after[2]))
    else:
        wanted = wanted.where(RegisterEntry.day >= day_of(start))
    with context.database.read() as db:
        found = db.scalars(wanted).all()
    shown = found[:ENTRIES_AT_ONCE]
    more = len(found) > ENTRIES_AT_ONCE
    last = shown[-1] if more else None
    return Slice(shown, (row_of(last.day), last.case, last.number) if last else None)


def _require_facilitator(actor: Actor) -> None:
    if actor.role != "facilitator":
        raise Forbidden("only facilitators read the register")


def own_seeds(context: Context, actor: Actor) -> Sequence[RegisterSeed]:
    """The register keys' seeds sealed to this facilitator; raises `Unknown` if there is none."""
    _require_facilitator(actor)
    with context.database.read() as db:
        found = db.scalars(select(RegisterSeed).where(RegisterSeed.member == actor.id)).all()
    if not found:
        raise Unknown("no register key was sealed to this member")
    return found


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A facilitator's envelope with all entries of days before `row`."""

    number: int
    row: int
    envelope: bytes


def checkpoint(context: Context) -> Checkpoint | None:
    with context.database.read() as db:
        found = db.scalars(select(Instance)).one()
        if found.checkpoint is None or found.checkpoint_day is None:
            return None
        row = row_of(found.checkpoint_day)
        return Checkpoint(found.checkpoint_number, row, found.checkpoint)


def keep_checkpoint(context: Context, actor: Actor, new: Checkpoint) -> None:
    """Replace checkpoint n by n + 1, numbered from 1; days not over yet can't be in it."""
    _require_facilitator(actor)
    day = day_of(new.row)
    if day > context.today():
        raise Malformed("a day that has not come yet")
    with context.database.write() as db:
        found = db.scalars(select(Instance).with_for_update()).one()
        state = directory.current(db)
        key = state.register_key if state else b""
        place = Place(context.portal, None, new.number, actor.id, {"checkpoint"}, key)
        places.check(new.envelope, place, most=64 * 1024 * 1024)
        if (found.checkpoint_number, found.checkpoint) == (new.number, new.envelope):
            return
        if new.number != found.checkpoint_number + 1:
            raise Stale("another checkpoint came first", number=found.checkpoint_number)
        found.checkpoint_number, found.checkpoint_day = new.number, day
        found.checkpoint = new.envelope
