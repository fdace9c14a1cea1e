"""A server that is killed again and again while questions come in, and what is left each time."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import func, select, text

from portal.models.cases import Case
from portal.models.mailboxes import Mailbox
from portal.services.context import Context
from tests.portal.conftest import World
from tests.portal.serving import Served, serving
from tests.portal.submissions import CLIENTS, Submission
from tests.portal.whole import whole

LONGEST_LULL_SECONDS = 60


@dataclass
class Kills:
    """What happened in a run."""

    submissions: int
    kills: int = 0
    # Whole though their answer never came: what a client sends again, and gets the same answer to.
    unanswered_but_whole: int = 0
    acknowledged_before_a_kill: int = 0
    statuses: Counter[int] = field(default_factory=Counter)


def run(world: World, port: int, submissions: int, kills: int, dice: random.Random) -> Kills:
    """Send so many questions under at least so many kills; fails when one is lost or in part."""
    folder = world.serve_at(port)
    with (folder / "portal.toml").open("a") as settings:
        settings.write("[pace]\nnew_cases = [100000, 100000]\n")  # a flood is what is wanted here
    browser = world.browser()
    waiting = [Submission(browser, world) for _ in range(submissions)]
    told = Kills(submissions)
    every = max(1, submissions // (kills + 1))
    while told.kills < kills:
        with serving(folder, port) as served:
            _send_and_kill(served, [one for one in waiting if not one.acknowledged], every, dice)
        told.kills += 1
        told.unanswered_but_whole += _check(world.context, waiting)
    told.acknowledged_before_a_kill = sum(one.acknowledged for one in waiting)
    with serving(folder, port) as served:
        for one in waiting:
            one.send(served)  # the acknowledged ones too: never a second one
    assert all(one.acknowledged for one in waiting)
    _check(world.context, waiting)
    with world.context.database.read() as db:
        for table in (Case, Mailbox):
            assert db.scalar(select(func.count()).select_from(table)) == submissions
    told.statuses = Counter(status for one in waiting for status in one.statuses)
    assert set(told.statuses) <= {200, 201}, told.statuses
    return told


def _send_and_kill(
    served: Served, waiting: list[Submission], every: int, dice: random.Random
) -> None:
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
    for _ in range(min(len(waiting) // 2, dice.randrange(2 * every))):
        assert acknowledged.acquire(timeout=LONGEST_LULL_SECONDS), "nothing is acknowledged"
    time.sleep(dice.random() / 10)  # somewhere inside the next ones
    served.kill()
    for thread in threads:
        thread.join()


def _check(context: Context, sent: list[Submission]) -> int:
    """Fail on a question that was lost or is there in part; how many are there unanswered."""
    _let_the_database_finish(context)
    unanswered = 0
    for one in sent:
        is_there = whole(context, one.case)
        assert is_there or not one.acknowledged
        unanswered += is_there and not one.acknowledged
    return unanswered


def _let_the_database_finish(context: Context) -> None:
    """PostgreSQL's own processes live a moment longer than whom they worked for."""
    if context.database.file is not None:
        return
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND state <> 'idle'"
    )
    end = time.monotonic() + LONGEST_LULL_SECONDS
    while time.monotonic() < end:
        with context.database.engine.connect() as connection:
            if connection.scalar(others) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("a transaction of a killed worker never ended")
