"""The parent's side of an office suite that is started once and gives each document a child.

Starting it takes longer than drawing a letter, so it is begun behind a second document: whoever has
one only never pays for it. Until it is ready, and where it can't be, documents are drawn by a suite
of their own, in the same kind of world.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial
from importlib import resources
from pathlib import Path

from sanitizers.errors import JailBroken, JailUnavailable, Refused
from sanitizers.jail.exchange import Exchange, TooLong, TooMuch
from sanitizers.jail.parent import Lines, Server
from sanitizers.jail.server import BROKEN_JAIL_EXIT, STATUS
from sanitizers.limits import Limits
from sanitizers.office.kit import PROFILE, SURROUNDINGS
from sanitizers.office.world import CLOSED, bubblewrap, identity, in_memory, most_drawn_bytes

# All of the project that is in that world. What makes a package of them is empty there: our own
# would import everything else.
_MODULES = (
    "errors.py", "jail/bpf.py", "jail/layers.py", "jail/server.py", "office/inside.py",
    "office/kit.py", "office/nest.py", "office/world.py",
)  # fmt: skip
_EMPTY = ("__init__.py", "jail/__init__.py", "office/__init__.py")
HOME = "/cleaning/sanitizers"
_CODE = (
    "import sys; sys.path.insert(0, '/cleaning'); "
    "from sanitizers.office import inside; inside.main(int(sys.argv[1]))"
)
_PYTHON = "/usr/bin/python3"
_BASIC = "/usr/lib/libreoffice/share/basic"
_BASIC_BYTES = 1 << 20
_BASIC_FILES = {
    "script.xlc": "libraries.xlc",
    "dialog.xlc": "dialogs.xlc",
    "Cleaning/script.xlb": "cleaning.xlb",
    "Cleaning/Module1.xba": "cleaning.xba",
}


Task = tuple[str, str, str, str]
# A text that any suite can draw, to see whether it does.
_TRIAL: Task = ("Draw", "txt", "pdf", "")


class Warm:
    """A started office suite. Safe to use from several threads; close it at the end."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._asked = False
        self._starting: threading.Thread | None = None
        self._server: Server | None = None
        # Closed, or not to be had here: it is not tried again.
        self._over = False

    def close(self) -> None:
        """End it and whatever it is drawing."""
        with self._lock:
            self._over = True
            if self._server is not None:
                self._server.close()

    def ready(self) -> Server | None:
        """The server, if it runs; otherwise it is started behind the second who asks."""
        with self._lock:
            asked, self._asked = self._asked, True
            if self._over or not asked:
                return None
            if self._server is not None:
                if self._server.alive:
                    return self._server
                self._server.close()
                self._server = None
            if self._starting is None:
                self._starting = threading.Thread(target=self._start, daemon=True)
                self._starting.start()
            return None

    def started(self) -> Server | None:
        """The server, waited for; None where it can't be had."""
        self._asked = True
        server, starting = self.ready(), self._starting
        if server is None and starting is not None:
            starting.join()
            server = self.ready()
        return server

    def _start(self) -> None:
        """In a thread of its own, since nobody should wait for it."""
        server = self._tried()
        with self._lock:
            self._starting = None
            self._over = self._over or server is None
            if server is not None and self._over:
                server.close()
            else:
                self._server = server

    def _tried(self) -> Server | None:
        """A server that has shown that it draws, or None."""
        try:
            server = Server(partial(spawn, contents()))
        except (JailUnavailable, JailBroken, OSError):
            return None
        try:
            if self.drawn(server, _TRIAL, b"x").startswith(b"%PDF"):
                return server
        except (JailBroken, Refused):
            pass
        server.close()
        return None

    def drawn(self, server: Server, task: Task, untrusted_document: bytes) -> bytes:
        """What comes of a document; empty when nothing does.

        The task is what to do, the document's suffix, what it is to become and its password. Raises
        `Refused`: time, too-large; `JailBroken` when the server is gone or can't give it a world.
        """
        until = time.monotonic() + self._limits.office_seconds
        lines = server.begin(int(self._limits.office_seconds), self._limits.office_memory_bytes)
        message = json.dumps(task).encode() + b"\n" + untrusted_document
        exchange = Exchange(lines.answer, most_drawn_bytes(self._limits), lines.task, message)
        try:
            return exchange.until(until) or _nothing(lines, until)
        except TooLong:
            raise Refused("time", {"seconds": int(self._limits.office_seconds)}) from None
        except TooMuch:
            raise Refused("too-large") from None
        finally:
            server.stop(lines.job)
            for descriptor in (exchange.task, lines.answer, lines.status):
                if descriptor is not None:
                    os.close(descriptor)


def _nothing(lines: Lines, until: float) -> bytes:
    """Nothing, if that is the child's own fault."""
    told = Exchange(lines.status, STATUS.size).until(until)
    if len(told) != STATUS.size:
        raise JailBroken("the office suite is gone")
    (status, _, _) = STATUS.unpack(told)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == BROKEN_JAIL_EXIT:
        raise JailBroken("no world for a document")
    return b""


def spawn(contents: Mapping[str, bytes], control: int) -> subprocess.Popen[bytes]:
    """A world with the suite, these files in it, and the machine's own Python to run them."""
    with ExitStack() as held:
        kept = [control]
        files: list[str] = []
        for place, data in contents.items():
            kept.append(held.enter_context(in_memory(data)))
            # The suite writes to its profile, and to nothing else.
            how = "--file" if place.startswith(PROFILE) else "--ro-bind-data"
            files += [how, str(kept[-1]), place]
        set_there = [part for pair in SURROUNDINGS.items() for part in ("--setenv", *pair)]
        basic = ["--size", str(_BASIC_BYTES), "--tmpfs", _BASIC]
        shown, python = _python()
        argv = [
            *bubblewrap(with_its_starter=False), *set_there, *shown, *basic, *files,
            "--remount-ro", _BASIC, *CLOSED, python, "-I", "-S", "-B", "-c", _CODE, str(control),
        ]  # fmt: skip
        return subprocess.Popen(  # noqa: S603 - fixed argv, no shell
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=kept,
            env={},
            cwd="/",
            start_new_session=True,
            **identity(),
        )


def _python() -> tuple[list[str], str]:
    """The machine's own Python; else the one that runs this, and what shows it to that world."""
    if Path(_PYTHON).exists():
        return [], _PYTHON
    base = str(Path(sys.base_prefix).resolve())
    return ["--ro-bind", base, base], str(Path(sys.executable).resolve())


def contents() -> dict[str, bytes]:
    """Every file of ours in that world, by its place."""
    ours, suite = resources.files("sanitizers"), resources.files("sanitizers.office")
    modules = {name: ours.joinpath(name).read_bytes() for name in _MODULES}
    modules |= dict.fromkeys(_EMPTY, b"")
    basic = {name: suite.joinpath(file).read_bytes() for name, file in _BASIC_FILES.items()}
    return {
        **{f"{HOME}/{name}": data for name, data in modules.items()},
        **{f"{_BASIC}/{name}": data for name, data in basic.items()},
        f"{PROFILE}/user/registrymodifications.xcu": suite.joinpath("settings.xcu").read_bytes(),
    }
