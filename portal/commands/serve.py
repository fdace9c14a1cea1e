"""`adviespunt serve`: gunicorn, on this machine only unless told otherwise."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
from gunicorn.app.base import BaseApplication

from portal.app import create_app
from portal.commands import options
from portal.config import Settings, keep_temporary_files_in, load
from portal.services.context import open_context
from portal.services.upkeep import fleeting
from portal.web import logs

SECONDS_TO_FINISH = 120
# For which a connection may stay without a request. The proxy ends its own sooner (deploy/nginx).
SECONDS_IDLE = 5
MIB = 1024 * 1024
M_ARENA_MAX = -8  # malloc.h


class Server(BaseApplication):
    """Gunicorn with our settings, none of its own files and no access log."""

    def __init__(self, settings: Settings, bind: str, workers: int, threads: int) -> None:
        self.settings = settings
        self.wanted: dict[str, Any] = {
            "bind": bind,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "accesslog": None,
            "errorlog": "-",
            "loglevel": "error",
            "timeout": SECONDS_TO_FINISH,
            "graceful_timeout": 30,
            "keepalive": SECONDS_IDLE,
            "limit_request_line": 2048,
            "limit_request_fields": 60,
            "limit_request_field_size": 8190,
            # The heartbeat file: on a disk it would be written every second for nothing.
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108 - empty
            "umask": 0o077,
            "logger_class": "portal.web.quiet.Quiet",
            "preload_app": False,
            "max_requests": 0,
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.wanted.items():
            if name in self.cfg.settings and value is not None:
                self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        _share_memory_among_threads()
        logs.configure()
        keep_temporary_files_in(self.settings.data)
        return create_app(self.settings)


def _share_memory_among_threads() -> None:
    """Let threads take memory from two places rather than one each, which never give back (mallopt(3))."""
    with suppress(AttributeError, OSError):  # another C library than glibc
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)


@click.command("serve")
@options.data
@click.option("--bind", default="127.0.0.1:8000", show_default=True, help="HOST:PORT or unix:PATH.")
@click.option("--workers", default=2, show_default=True, help="How many processes answer.")
@click.option(
    "--threads", default=8, show_default=True, help="How many requests each of them takes."
)
def command(data: Path, bind: str, workers: int, threads: int) -> None:
    """Serve the instance in DATA until it is told to stop."""
    logs.configure()
    settings = load(data)
    context = open_context(settings)
    fleeting.make(context)
    # Said here, once, and not by each worker: no instance, or a keyring that is not its own.
    _ = (context.portal, context.pepper)
    context.close()
    Server(settings, bind, workers, threads).run()
