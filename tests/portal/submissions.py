"""Questions whose bytes are fixed before they are sent, and whether they are there, whole."""

from __future__ import annotations

import os
from http.client import HTTPException

from sqlalchemy import func, select

from crypto.encoding import b64
from portal.models.cases import Case, Message, Page, Participant, RegisterEntry, Roster, SealedKey
from portal.models.mailboxes import Mailbox
from portal.services.casework import cases
from portal.services.context import Context
from portal.services.keeping import at_rest
from tests.portal.conftest import World
from tests.portal.fake import Browser, envelope
from tests.portal.serving import Served

CLIENTS = 4


class Submission:
    """One question with a page, its bytes fixed before the first sending."""

    def __init__(self, browser: Browser, world: World) -> None:
        self.case = os.urandom(16)
        header = browser.header("page", bytes(16), case=self.case)
        self.page, self.page_bytes = header.id, envelope(header, 70_000)
        self.body = browser.genesis(
            world.office, [world.anna, world.bram], self.case, browser.mailbox(), [self.page]
        )
        self.acknowledged = False
        self.statuses: list[int] = []

    def send(self, served: Served) -> None:
        path = f"/cases/{b64(self.case)}"
        try:
            # Refused once the question is there: then it is the same answer that counts.
            served.call("PUT", f"{path}/pages/{b64(self.page)}", self.page_bytes)
            status, _ = served.call("PUT", path, self.body)
        except (OSError, HTTPException):
            return  # killed before the whole answer was there
        self.statuses.append(status)
        self.acknowledged = self.acknowledged or status in {200, 201}


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
