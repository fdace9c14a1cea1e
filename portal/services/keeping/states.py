"""Sealed state of a mailbox or a member: each replaces the one before, and nothing goes back behind it."""

from __future__ import annotations

from sqlalchemy import Select, bindparam, select

from crypto.encoding import ASKER
from portal.models import rows
from portal.models.mailboxes import Mailbox
from portal.models.staff import Member
from portal.services.context import Context
from portal.services.errors import Stale, Unknown
from portal.services.keeping import places
from portal.services.keeping.places import Place
from portal.services.values import Actor

_STATES: dict[bool, Select[int, bytes]] = {
    asks: select(kind.number, kind.state).where(kind.id == bindparam("id"))
    for asks, kind in ((True, Mailbox), (False, Member))
}


def read(context: Context, actor: Actor) -> tuple[int, bytes]:
    """Number and envelope of the state of whoever this is; raises `Unknown`."""
    with context.database.read() as db:
        found = rows.first(db, _STATES[actor.asks], id=actor.id)
        if found is None:
            raise Unknown("whose state this was is gone")
        return found.number, found.state


def swap(context: Context, actor: Actor, number: int, untrusted: bytes) -> None:
    """Replace state n by n + 1; the same again is no change.

    Raises `Stale`, `Unknown`, `Malformed`, `Misplaced` or `OverLimit`.
    """
    writer = ASKER if actor.asks else actor.id
    place = Place(context.portal, None, number, writer, {"state"}, actor.id)
    places.check_state(untrusted, place, context.settings.limits.state)
    with context.database.write() as db:
        found: Mailbox | Member | None = (
            db.get(Mailbox, actor.id, with_for_update=True)
            if actor.asks
            else db.get(Member, actor.id, with_for_update=True)
        )
        if found is None:
            raise Unknown("whose state this was is gone")
        if (found.number, found.state) == (number, untrusted):
            return
        if number != found.number + 1:
            raise Stale("another state came first", number=found.number)
        found.number, found.state = number, untrusted
