"""Questions whose bytes are fixed before they are sent."""

from __future__ import annotations

import os
from http.client import HTTPException

from crypto.encoding import b64
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
