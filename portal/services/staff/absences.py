"""Who is away when, and who covers: each member says so for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, func, select

from crypto import shape
from portal.models.staff import Absence
from portal.services.casework import cases
from portal.services.context import Context
from portal.services.errors import Different, Forbidden, Malformed, OverLimit, Unknown
from portal.services.keeping import journal, statements
from portal.services.values import Actor

MOST_ABSENCES = 50
LONGEST_DAYS = 400
KEPT_DAYS = 31

_statement = shape.versioned(
    id=shape.ident,
    member=shape.ident,
    first=shape.day,
    last=shape.day,
    cover=shape.maybe(shape.ident),
)


@dataclass(frozen=True, slots=True)
class NewAbsence:
    """`signed`: purpose `absence`, context portal, `{"v":1,"id","member","first","last","cover"}`."""

    id: bytes
    first: date
    last: date
    cover: bytes | None
    signed: bytes


def keep(context: Context, actor: Actor, new: NewAbsence) -> bool:
    """Keep a member's own statement; True when it is new."""
    if new.last < new.first or (new.last - new.first).days > LONGEST_DAYS:
        raise Malformed("an absence that ends before it begins, or lasts too long")
    with context.database.write() as db:
        found = db.get(Absence, new.id)
        if found is not None:
            if (found.member, found.signed) != (actor.id, new.signed):
                raise Different("another absence with this id")
            return False
        said = statements.verify(context, db, actor, "absence", new.signed, _statement)
        del said["v"]
        plain = {"id": new.id, "member": actor.id, "first": new.first, "last": new.last}
        if said != plain | {"cover": new.cover}:
            raise Malformed("a statement about something else")
        if new.cover and not cases.active_roles(db, [new.cover]):
            raise Malformed("covered by somebody who is no member")
        own = select(func.count()).where(Absence.member == actor.id)
        if (db.scalar(own) or 0) >= MOST_ABSENCES:
            raise OverLimit("too many absences")
        db.add(Absence(cover=new.cover, signed=new.signed, **plain))
        journal.append(db, journal.STAFF, journal.Act(context.today(), actor.id, "absence"))
        return True


def read(context: Context, actor: Actor) -> Sequence[Absence]:
    """Absences of all members that are not long over."""
    if actor.role == "coordinator":
        raise Forbidden("absences are for those who handle cases")
    oldest = context.today() - timedelta(days=KEPT_DAYS)
    with context.database.read() as db:
        wanted = select(Absence).where(Absence.last >= oldest)
        return db.scalars(wanted.order_by(Absence.first, Absence.id)).all()


def remove(context: Context, actor: Actor, ident: bytes) -> None:
    """Take back one's own; a facilitator may take back anybody's."""
    with context.database.write() as db:
        found = db.get(Absence, ident)
        if found is None or (found.member != actor.id and actor.role != "facilitator"):
            raise Unknown("no such absence")
        db.delete(found)
        act = journal.Act(context.today(), actor.id, "absence-remove", found.member)
        journal.append(db, journal.STAFF, act)


def sweep(context: Context) -> int:
    """Forget absences that are long over."""
    oldest = context.today() - timedelta(days=KEPT_DAYS)
    with context.database.write() as db:
        gone = db.execute(delete(Absence).where(Absence.last < oldest).returning(Absence.id))
        return len(gone.all())
