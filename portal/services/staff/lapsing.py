"""The day's sweep takes away what nobody used: invitations, and codes for a new second factor."""

from __future__ import annotations

from sqlalchemy import select

from portal.models.staff import Invitation, Member
from portal.services.context import Context
from portal.services.keeping import journal, lapse


def sweep(context: Context) -> int:
    """Remove the codes that were given more than two weeks ago; gives how many there were.

    An enrolment that waits for a facilitator's signature is none: its code was used.
    """
    today, oldest = context.today(), lapse.oldest(context)
    with context.database.write() as db:
        unused = select(Invitation).where(Invitation.member.is_(None), Invitation.day < oldest)
        invitations = db.scalars(unused.with_for_update()).all()
        for invitation in invitations:
            db.delete(invitation)
            act = journal.Act(today, None, "lapse-invite", invitation.person)
            journal.append(db, journal.STAFF, act)
        lapsed = 0
        for member in db.scalars(select(Member).where(Member.reset.is_not(None)).with_for_update()):
            # One that was given before days were written down counts from now on.
            member.reset_on = member.reset_on or today
            if member.reset_on < oldest:
                member.reset = member.reset_on = member.pending_factor = None
                act = journal.Act(today, None, "lapse-reset", member.id)
                journal.append(db, journal.STAFF, act)
                lapsed += 1
        return len(invitations) + lapsed
