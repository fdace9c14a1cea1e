"""Whether a question is in the stores with all its parts."""

from __future__ import annotations

from sqlalchemy import func, select

from portal.models.cases import Case, Message, Page, Participant, RegisterEntry, Roster, SealedKey
from portal.models.mailboxes import Mailbox
from portal.services.casework import cases
from portal.services.context import Context
from portal.services.keeping import at_rest


def whole(context: Context, case: bytes, pages: int = 1) -> bool:
    """Whether the case is there with all its parts; half a case fails the test."""
    with context.database.read() as db:
        row = db.get(Case, case)
        counts = [
            db.scalar(select(func.count()).select_from(table).where(table.case == case))
            for table in (Message, Roster, Participant, SealedKey, RegisterEntry)
        ]
        if row is None:
            assert counts == [0, 0, 0, 0, 0]
            return False
        assert counts == [1, 1, 4, 4, 1]
        named = db.scalars(select(Page.message).where(Page.case == case)).all()
        assert named == [db.scalar(select(Message.id).where(Message.case == case))] * pages
        assert db.get(Mailbox, row.mailbox) is not None
        key = at_rest.key_of(context, case)
        for sealed in db.scalars(select(SealedKey).where(SealedKey.case == case)):
            assert len(cases.uncover_key(key, sealed).sealed) == 1_168
    return True
