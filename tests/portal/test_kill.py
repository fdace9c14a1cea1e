"""SIGKILL in the middle of submissions: what was acknowledged is whole, the rest whole or not there."""

from __future__ import annotations

import os
import random
import threading
import time
from dataclasses import replace
from pathlib import Path

from sqlalchemy import func, select

from crypto.encoding import b64
from portal.models.cases import Case, Message, Page, Participant, RegisterEntry, Roster, SealedKey
from portal.models.mailboxes import Mailbox
from portal.services import at_rest, cases
from portal.services.context import Context
from tests.portal.conftest import World
from tests.portal.fake import Browser, envelope
from tests.portal.serving import Served, serving

SUBMISSIONS = 48
KILLS = 3
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

    def send(self, served: Served) -> None:
        path = f"/cases/{b64(self.case)}"
        try:
            served.call("PUT", f"{path}/pages/{b64(self.page)}", self.page_bytes)
            status, _ = served.call("PUT", path, self.body)
        except OSError:
            return
        self.acknowledged = self.acknowledged or status in {200, 201}


def whole(context: Context, case: bytes) -> bool:
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
        assert named == [db.scalar(select(Message.id).where(Message.case == case))]
        assert db.get(Mailbox, row.mailbox) is not None
        key = at_rest.key_of(context, case)
        for sealed in db.scalars(select(SealedKey).where(SealedKey.case == case)):
            assert len(cases.uncover_key(key, sealed).sealed) == 1_168
    return True


def test_what_was_acknowledged_survives_a_kill_and_nothing_is_there_in_part(
    world: World, free_port: int
) -> None:
    folder: Path = world.context.settings.data
    (folder / "portal.toml").write_text(f'origins = ["http://127.0.0.1:{free_port}"]\n')
    browser = world.browser()
    waiting = [Submission(browser, world) for _ in range(SUBMISSIONS)]
    dice = random.Random(7)
    for _ in range(KILLS):
        with serving(folder, free_port) as served:
            _send_and_kill(served, [one for one in waiting if not one.acknowledged], dice)
        _check(world.context, waiting)
    with serving(folder, free_port) as served:
        for one in waiting:
            one.send(served)  # the acknowledged ones too: never a second one
    assert all(one.acknowledged for one in waiting)
    _check(world.context, waiting)
    with world.context.database.read() as db:
        assert db.scalar(select(func.count()).select_from(Case)) == SUBMISSIONS


def _send_and_kill(served: Served, waiting: list[Submission], dice: random.Random) -> None:
    acknowledged = threading.Semaphore(0)

    def work(mine: list[Submission]) -> None:
        for one in mine:
            one.send(served)
            if not one.acknowledged:
                return
            acknowledged.release()

    threads = [threading.Thread(target=work, args=(waiting[n::CLIENTS],)) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for _ in range(min(len(waiting) // 3, 1 + dice.randrange(8))):
        acknowledged.acquire(timeout=30)
    time.sleep(dice.random() / 50)  # somewhere inside the next ones
    served.kill()
    for thread in threads:
        thread.join()


def _check(context: Context, sent: list[Submission]) -> None:
    fresh = replace(context)
    for one in sent:
        assert whole(fresh, one.case) or not one.acknowledged
