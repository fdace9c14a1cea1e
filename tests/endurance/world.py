"""A staffed instance outside of pytest, on the database that is asked for."""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from portal.services.context import today_in_brussels
from tests.portal.conftest import DATABASES, Clock, World, found_instance, staffed
from tests.postgres import running

__all__ = ["DATABASES", "free_port", "staffed_world"]


@contextmanager
def staffed_world(database: str, *settings: str) -> Iterator[World]:
    """A staffed instance on `sqlite` or `postgresql`; `settings` are PostgreSQL's."""
    started = running(*settings) if database == "postgresql" else nullcontext()
    with started as server, tempfile.TemporaryDirectory(prefix="adviespunt-") as name:
        url = server.create("staffed") if server else None
        clock = Clock(today_in_brussels(), time.time())
        context, token = found_instance(Path(name) / "data", clock, url)
        world = staffed(context, token, clock)
        world.url = url
        try:
            yield world
        finally:
            context.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
