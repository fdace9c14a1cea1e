"""Editable texts for answers, sealed under the register seed like the rest."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from portal.models.instance import Template
from portal.services.context import Context
from portal.services.errors import Forbidden, OverLimit, Stale, Unknown
from portal.services.keeping import journal, places
from portal.services.keeping.places import Place
from portal.services.values import Actor

MOST_TEMPLATES = 200
LARGEST_BYTES = 256 * 1024


def _require_facilitator(actor: Actor) -> None:
    # Only facilitators hold the seed that opens them.
    if actor.role != "facilitator":
        raise Forbidden("templates are for facilitators")


def read(context: Context, actor: Actor) -> Sequence[Template]:
    _require_facilitator(actor)
    with context.database.read() as db:
        return db.scalars(select(Template).order_by(Template.id)).all()


def keep(context: Context, actor: Actor, ident: bytes, number: int, untrusted: bytes) -> None:
    """Keep template number 0, or swap number n for n + 1. Raises `Stale` or `OverLimit`."""
    _require_facilitator(actor)
    place = Place(context.portal, None, number, actor.id, {"template"}, ident)
    places.check(untrusted, place, LARGEST_BYTES)
    with context.database.write() as db:
        found = db.get(Template, ident, with_for_update=True)
        if found is not None and (found.number, found.envelope) == (number, untrusted):
            return
        before = -1 if found is None else found.number
        if number != before + 1:
            raise Stale("another version came first", number=max(before, 0))
        kept = db.scalar(select(func.count()).select_from(Template)) or 0
        if found is None and kept >= MOST_TEMPLATES:
            raise OverLimit("too many templates")
        db.merge(Template(id=ident, number=number, envelope=untrusted))
        journal.append(db, journal.STAFF, journal.Act(context.today(), actor.id, "template"))


def remove(context: Context, actor: Actor, ident: bytes) -> None:
    _require_facilitator(actor)
    with context.database.write() as db:
        found = db.get(Template, ident)
        if found is None:
            raise Unknown("no such template")
        db.delete(found)
        journal.append(db, journal.STAFF, journal.Act(context.today(), actor.id, "template-remove"))
