"""Taking away what was left behind: once a day, so that no time of day can be read from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, select

from portal.models.cases import Case, Page
from portal.models.desks import OnDesk
from portal.models.keyring import PEPPER, Key
from portal.models.mailboxes import Mailbox
from portal.models.sessions import SignedIn, Spent, Tries
from portal.models.staff import Member
from portal.services.casework import archiving
from portal.services.context import Context
from portal.services.doors import pace
from portal.services.keeping import at_rest, clocks
from portal.services.signing_in import visits
from portal.services.staff import absences, lapsing

# A page may wait over midnight for its message.
STAGED_DAYS = 2
# A key is made just before its case: younger ones without a case may be on their way.
ORPHAN_DAYS = 2
# What an asker without scripts left on the desk is sealed and opens no more after this.
DESK_MINUTES = 120


@dataclass(frozen=True, slots=True)
class Swept:
    """How many of each were taken away."""

    pages: int
    keys: int
    sessions: int


def sweep(context: Context) -> Swept:
    """Remove leftovers, and with them the order in which rows came in."""
    with context.database.write() as db:
        clocks.require_right(context, db)
        clocks.remember(context, db)
    archiving.resume(context)
    absences.sweep(context)
    lapsing.sweep(context)
    pages = _sweep_pages(context)
    keys = _sweep_keys(context)
    sessions = _sweep_sessions(context)
    rewrite(context)
    return Swept(pages, keys, sessions)


def _sweep_pages(context: Context) -> int:
    before = context.today() - timedelta(days=STAGED_DAYS)
    with context.database.write() as db:
        gone = db.execute(
            delete(Page).where(Page.message.is_(None), Page.day <= before).returning(Page.id)
        ).all()
    return len(gone)


def _sweep_keys(context: Context) -> int:
    before = context.today() - timedelta(days=ORPHAN_DAYS)
    with context.keyring.read() as keyring:
        old = set(keyring.scalars(select(Key.id).where(Key.day <= before)))
    with context.database.read() as db:
        owners = {PEPPER, context.portal}
        for column in (Case.id, Mailbox.id, Member.id):
            owners |= set(db.scalars(select(column)))
    orphans = old - owners
    if orphans:
        at_rest.destroy_keys(context, *orphans)
    return len(orphans)


def _sweep_sessions(context: Context) -> int:
    with context.sessions.write() as sessions:
        gone = sessions.execute(
            delete(SignedIn)
            .where(SignedIn.minute < visits.oldest_minute(context))
            .returning(SignedIn.token)
        ).all()
        # A bucket is full again by then, and a failure forgotten.
        forgotten = context.seconds() - pace.FORGOTTEN_SECONDS
        sessions.execute(delete(Tries).where(Tries.at < forgotten))
        sessions.execute(delete(Spent).where(Spent.until < context.seconds()))
        # The plain pages do so too, whenever a visitor comes; perhaps none came.
        left = int(context.seconds() // 60) - DESK_MINUTES
        sessions.execute(delete(OnDesk).where(OnDesk.minute < left))
    return len(gone)


def rewrite(context: Context) -> None:
    """Lay the rows down anew in the order of their random keys, and forget the deleted ones."""
    store = context.database
    if store.file is not None:
        store.outside("VACUUM")
    else:
        tables = ("cases", "messages", "pages", "register", "mailboxes")
        store.outside(*(f"CLUSTER {table} USING {table}_pkey" for table in tables), "VACUUM FREEZE")
    store.forget_deleted()
