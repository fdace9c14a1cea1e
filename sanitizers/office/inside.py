"""The warm office suite: a fork-server in a world of its own that gives each document a child.

Started by `warm` with the modules that it needs and no others. It has loaded the suite and read nothing that a person
uploaded; a child enters a world of its own, reads one document, draws it and ends.
"""

from __future__ import annotations

import gc
import json
import os
import socket
from functools import partial
from pathlib import Path
from typing import NoReturn

from sanitizers.jail import layers, server
from sanitizers.office import kit, nest

_READ_BYTES = 1 << 20
_SOURCE, _TARGET = f"{nest.ROOM}/in", f"{nest.ROOM}/out/in"
_PASSWORD = f"{nest.ROOM}/password"


class Draughtsman(server.ForkServer):
    """Gives a document a child that has the suite."""

    def __init__(self, control: socket.socket, suite: kit.Suite, kept: frozenset[int]) -> None:
        super().__init__(control, frozenset(), 0)
        self._suite = suite
        self._furniture = nest.furniture()
        self._kept = kept
        self._number = os.getpid()

    def become_child(self, room: layers.Room, untrusted_in: int, out: int) -> None:
        """Never returns. This child only holds the namespaces; one more lives in them."""
        code = server.BROKEN_JAIL_EXIT
        try:
            for descriptor in _open() - self._kept - {untrusted_in, out}:
                os.close(descriptor)
            nest.leave()
            code = self._with_one_inside(room, untrusted_in, out)
        finally:
            os._exit(code)

    def _with_one_inside(self, room: layers.Room, untrusted_in: int, out: int) -> int:
        """How that one ended."""
        lives, living = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(living)
            self._live(room, lives, untrusted_in, out)
        for descriptor in (untrusted_in, out, lives):
            os.close(descriptor)
        _, status = os.waitpid(pid, 0)
        return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 1

    def _live(self, room: layers.Room, lives: int, untrusted_in: int, out: int) -> None:
        """Never returns."""
        code = server.BROKEN_JAIL_EXIT
        try:
            nest.move_in(self._furniture)
            nest.settle(nest.Bounds(room.address_space, room.cpu_seconds), lives)
            os.close(lives)
            nest.use_up_numbers(self._number)
            code = 1
            _draw(self._suite, _read_all(untrusted_in), out)
        finally:
            os._exit(code)


def _draw(suite: kit.Suite, untrusted_task: bytes, out: int) -> NoReturn:
    """Give what the suite makes of a document, nothing when it makes nothing of it, and end."""
    line, _, document = untrusted_task.partition(b"\n")
    order, suffix, target, password = json.loads(line)
    if password:
        Path(_PASSWORD).write_text(f"{password}\n", encoding="utf-8")
    source, drawing = Path(f"{_SOURCE}.{suffix}"), Path(f"{_TARGET}.{target}")
    source.write_bytes(document)
    drawing.parent.mkdir()
    suite.run(f"Cleaning.Module1.{order}({source},{drawing})", partial(_give, drawing, out))


def _give(drawing: Path, out: int) -> NoReturn:
    code = 1
    try:
        if drawing.exists():
            _write_all(out, drawing.read_bytes())
        code = 0
    finally:
        os._exit(code)


def _open() -> frozenset[int]:
    """Descriptors that are open, but the one that lists them."""
    listed = [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]
    return frozenset(each for each in listed if _is_open(each))


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def _read_all(descriptor: int) -> bytes:
    parts = []
    while part := os.read(descriptor, _READ_BYTES):
        parts.append(part)
    return b"".join(parts)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def main(control_fd: int) -> None:
    """Serve the socket `control_fd`."""
    control = socket.socket(fileno=control_fd)
    layers.go_first_when_memory_is_short()
    try:
        suite = kit.Suite()
    except OSError as error:
        control.sendall(json.dumps({"failed": ["office", str(error)]}).encode())
        return
    served = Draughtsman(control, suite, _open() - {control_fd})
    control.sendall(json.dumps({"failed": None}).encode())
    gc.collect()
    gc.freeze()
    served.serve()
