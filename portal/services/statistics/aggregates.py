"""Statistics that a facilitator's browser sealed to those who may see numbers only."""

from __future__ import annotations

from collections.abc import Mapping

from portal.models.instance import Aggregate
from portal.models.staff import Member
from portal.services.context import Context
from portal.services.errors import Forbidden, Malformed, OverLimit, Unknown
from portal.services.values import Actor

LARGEST_BYTES = 2 * 1024 * 1024


def keep(context: Context, actor: Actor, sealed: Mapping[bytes, bytes]) -> None:
    """Replace what each of these members can open."""
    if actor.role != "facilitator":
        raise Forbidden("facilitators make the statistics")
    if any(len(one) > LARGEST_BYTES for one in sealed.values()):
        raise OverLimit("statistics that are too large")
    with context.database.write() as db:
        for member, data in sealed.items():
            row = db.get(Member, member)
            if row is None or not row.active or row.role not in {"coordinator", "facilitator"}:
                raise Malformed("statistics for somebody who may not see them")
            db.merge(Aggregate(member=member, day=context.today(), sealed=data))


def read(context: Context, actor: Actor) -> Aggregate:
    if actor.role not in {"coordinator", "facilitator"}:
        raise Forbidden("statistics are for facilitators and the coordinator")
    with context.database.read() as db:
        found = db.get(Aggregate, actor.id)
    if found is None:
        raise Unknown("no statistics were sealed to this member yet")
    return found
