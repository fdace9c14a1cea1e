"""A portal that nobody has set up yet, for the tests in which the staff do so themselves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from werkzeug.serving import make_server

from portal import config
from portal.app import create_app
from portal.commands.init import EXAMPLE, prepare
from portal.models.cases import Case
from portal.models.instance import Instance
from portal.models.staff import Directory
from portal.services.context import Context, open_context
from portal.services.upkeep import founding
from tests.page_clock import PAGES

MONDAY = date(2026, 11, 23)
STEP_SECONDS = 30


@dataclass
class Clock:
    """The server's, and the telephones' with it."""

    today: date = MONDAY
    seconds: float = 1_795_000_000.0


@dataclass
class Office:
    """A portal that is up, with the one-time link of its first facilitator."""

    origin: str
    link: str
    context: Context
    clock: Clock

    def tick(self) -> int:
        """The present second, a code's length later than when it was asked for last."""
        self.clock.seconds += STEP_SECONDS
        return int(self.clock.seconds)

    def move_to(self, day: date) -> None:
        self.clock.today = day
        PAGES.move_to(day)

    def open_with_one(self) -> None:
        """Take questions although there is one facilitator."""
        with self.context.database.write() as db:
            db.scalars(select(Instance)).one().opens_with_one = True

    def directory_versions(self) -> int:
        with self.context.database.read() as db:
            return len(db.scalars(select(Directory.version)).all())

    def epochs(self) -> list[int]:
        with self.context.database.read() as db:
            return list(db.scalars(select(Case.epoch)))


@contextmanager
def open_office(folder: Path, port: int, host: str = "127.0.0.1") -> Iterator[Office]:
    """Make an instance in `folder`, serve it, and take it down afterwards.

    Passkeys belong to a name, so their tests ask for `localhost`.
    """
    origin = f"http://{host}:{port}"
    prepare(folder, EXAMPLE / "organisation.toml", (origin,))
    settings = replace(config.load(folder), login_step_seconds=0.05)
    clock = Clock()
    context = replace(
        open_context(settings), today=lambda: clock.today, seconds=lambda: clock.seconds
    )
    token = founding.found(context)
    server = make_server("127.0.0.1", port, create_app(settings, context), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        with PAGES.on(clock.today):
            yield Office(origin, f"{origin}/staff/setup#{token}", context, clock)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        context.close()
