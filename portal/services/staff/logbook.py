"""Who may read which journal."""

from __future__ import annotations

from collections.abc import Sequence

from portal.services.casework import cases
from portal.services.context import Context
from portal.services.errors import Forbidden
from portal.services.keeping import journal
from portal.services.values import Actor


def read(context: Context, actor: Actor, case: bytes | None) -> Sequence[bytes]:
    """The lines of a case for who takes part in it, of the staff's journal for facilitators."""
    with context.database.read() as db:
        if case is None:
            if actor.role != "facilitator":
                raise Forbidden("the staff's journal is for facilitators")
            return journal.lines(db, journal.STAFF)
        cases.find(db, actor, case)
        return journal.lines(db, case)
