"""The demonstration, up and running, for whoever wants to look at it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import delete
from werkzeug.serving import make_server

from portal import config
from portal.app import create_app
from portal.assisted.demo.command import prepare
from portal.assisted.demo.kept import Kept, Visitor
from portal.config import Pace
from portal.models.sessions import Tries
from portal.services.context import Context, open_context
from portal.services.doors import access, gates
from tests.browser.desk import Desk
from tests.browser.living import Handler

STEP_SECONDS = 30


@dataclass
class Zone:
    """The demonstration; its clock goes on with every code that is asked for."""

    origin: str
    kept: Kept
    seconds: list[float]
    context: Context
    link: str = ""

    def tick(self) -> int:
        self.seconds[0] += STEP_SECONDS
        return int(self.seconds[0])

    def desk(self, login: str) -> Desk:
        found = next(one for one in self.kept.staff if one.login == login)
        return Desk(found.name, login, self.tick, found.passphrase, found.recovery, found.totp)

    def asker(self, about: str) -> Visitor:
        """The made-up asker of whom the demonstration says this."""
        return next(one for one in self.kept.askers if about in one.about)

    @contextmanager
    def asking_for(self, word: str) -> Iterator[None]:
        """Until the end of the block nobody asks anything without this word."""
        access.choose(self.context, word)
        try:
            yield
        finally:
            access.drop(self.context)

    @contextmanager
    def crowded(self, pace: Pace, bucket: str, load: float) -> Iterator[None]:
        """Until the end of the block so many come that this bucket is nearly empty."""
        before = self.context.settings.pace
        object.__setattr__(self.context.settings, "pace", pace)
        gate = next(one for one in gates.all_of(self.context) if one.bucket == bucket)
        while gate.load < load:
            gate.count()
        try:
            yield
        finally:
            object.__setattr__(self.context.settings, "pace", before)
            with self.context.sessions.write() as sessions:
                sessions.execute(delete(Tries))


@contextmanager
def open_zone(data: Path, port: int) -> Iterator[Zone]:
    """Make the demonstration in `data`, serve it, and take it down afterwards."""
    kept = prepare(data, port)
    settings = replace(config.load(data), login_step_seconds=0.05)
    context = open_context(settings)
    seconds = [context.seconds()]
    context = replace(context, seconds=lambda: seconds[0])
    app = create_app(settings, context)
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Zone(f"http://127.0.0.1:{port}", kept, seconds, context)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        context.close()
