"""A question that nobody can open: keys that don't fit, which only a changed browser makes.

Nothing can be written in it, so no act ends it. A facilitator says so, and it stands where it is for
whoever asked it, who reads that it could not be opened and can ask again, or withdraw it. Where it opens
for a colleague all the same, anything that they do in it takes it up again.
"""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from crypto.encoding import ASKER
from portal.models.cases import Case, Message
from portal.services.casework import archiving, cases
from portal.services.context import Context
from portal.services.errors import Closed, Forbidden
from portal.services.keeping import journal
from portal.services.statistics import register
from portal.services.values import Actor, Entry

UNREADABLE = "unreadable"


def set_aside(context: Context, actor: Actor, case: bytes, entry: Entry) -> bool:
    """End a case that can't be opened, with the register's line of it; False where that was done before.

    Raises `Unknown`, `Forbidden`, or `Closed` where anybody of the staff wrote in it: then somebody could.
    """
    if actor.role != "facilitator":
        raise Forbidden("only facilitators set a question aside")
    with context.database.write() as db:
        found = cases.find(db, actor, case, lock=True)
        if found.state == UNREADABLE:
            return False
        if found.state in cases.ENDED or found.roster > 0 or _has_word_of_staff(db, found):
            raise Closed("somebody could open this question")
        if archiving.is_leaving(db, case):
            raise Closed("this question is being archived")
        register.add(context, db, case, actor.id, entry)
        today = context.today()
        found.state, found.waits_for, found.closed_on = UNREADABLE, None, today
        found.opened, found.seen_by_asker, found.last = True, False, today
        journal.append(db, case, journal.Act(today, actor.id, "set-aside"))
        return True


def take_up(case: Case) -> None:
    """Somebody of the staff acts in it, so it can be opened."""
    if case.state == UNREADABLE:
        case.state, case.waits_for, case.closed_on = "open", "staff", None


def _has_word_of_staff(db: Session, case: Case) -> bool:
    of_staff = Message.case == case.id, Message.writer != ASKER
    return bool(db.scalar(select(exists().where(*of_staff))))
