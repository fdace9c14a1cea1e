"""The fork-server: imports everything once, reads nothing of anybody, gives a child a file.

Run by exec in a process of its own. It hears of work over one socket: a message with three
descriptors (task and upload, answer, status) makes it fork; it tells the status descriptor how the
child ended. It never reads a byte that a person uploaded.
"""

from __future__ import annotations

import fcntl
import gc
import json
import os
import select
import signal
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sanitizers.errors import JailUnavailable
from sanitizers.jail import layers

# job, cpu seconds, memory bytes; or job alone to end it.
START = struct.Struct("<cIIQ")
STATUS = struct.Struct("<iII")  # wait status, processor milliseconds, peak kilobytes

BEGIN, STOP = b"B", b"S"
BROKEN_JAIL_EXIT = 77


@dataclass(frozen=True, slots=True)
class _Child:
    job: int
    pid: int
    process_fd: int
    status_fd: int


class ForkServer:
    """The loop: fork on request, end on request, report every end."""

    def __init__(self, control: socket.socket, without: frozenset[str], base_space: int) -> None:
        """`base_space`: bytes of address space that a child has before it is given any."""
        self._control = control
        self._without = without
        self._children: dict[int, _Child] = {}
        self._null = os.open(os.devnull, os.O_RDWR)
        self._base_space = base_space
        self._tasks = layers.most_tasks()
        self._poll = select.poll()
        self._poll.register(control, select.POLLIN)

    def serve(self) -> None:
        """Serve until the parent closes its end."""
        while True:
            for descriptor, _ in self._poll.poll():
                if descriptor != self._control.fileno():
                    self._bury(self._children.pop(descriptor))
                elif not self._hear():
                    return

    def _hear(self) -> bool:
        message, descriptors, _, _ = socket.recv_fds(self._control, START.size, 3)
        if len(message) != START.size:
            return False
        order, job, seconds, memory = START.unpack(message)
        if order == BEGIN:
            room = layers.Room(self._base_space + memory, seconds, self._tasks)
            self._begin(job, room, descriptors)
        else:
            self._stop(job)
        return True

    def _begin(self, job: int, room: layers.Room, descriptors: list[int]) -> None:
        untrusted_in, out, status_fd = descriptors
        pid = os.fork()
        if pid == 0:
            self.become_child(room, untrusted_in, out)
        os.close(untrusted_in)
        os.close(out)
        child = _Child(job, pid, os.pidfd_open(pid), status_fd)
        self._children[child.process_fd] = child
        self._poll.register(child.process_fd, select.POLLIN)

    def become_child(self, room: layers.Room, untrusted_in: int, out: int) -> None:
        """Never returns. Library chatter on descriptors 1 and 2 goes nowhere."""
        code = BROKEN_JAIL_EXIT
        try:
            _keep_only(self._null, untrusted_in, out)
            layers.confine(room, self._without)
            code = _work()
        except JailUnavailable:
            code = BROKEN_JAIL_EXIT
        except BaseException:  # noqa: BLE001 - the process ends here whatever happened
            code = 1
        finally:
            os._exit(code)

    def _stop(self, job: int) -> None:
        for child in self._children.values():
            if child.job == job:
                os.kill(child.pid, signal.SIGKILL)

    def _bury(self, child: _Child) -> None:
        _, status, used = os.wait4(child.pid, 0)
        milliseconds = int((used.ru_utime + used.ru_stime) * 1000)
        # A parent that lost interest has closed its end.
        with suppress(BrokenPipeError):
            os.write(child.status_fd, STATUS.pack(status, milliseconds, used.ru_maxrss))
        self._poll.unregister(child.process_fd)
        os.close(child.process_fd)
        os.close(child.status_fd)


_IN, _OUT = 3, 4


def _keep_only(null: int, untrusted_in: int, out: int) -> None:
    """Leave nothing open but /dev/null as 0, 1, 2 and the two pipes as 3 and 4."""
    most = max(int(entry.name) for entry in Path("/proc/self/fd").iterdir())
    # Above everything first: a target must not be somebody else's source.
    above = [
        fcntl.fcntl(fd, fcntl.F_DUPFD, most + 1) for fd in (null, null, null, untrusted_in, out)
    ]
    for target, source in enumerate(above):
        os.dup2(source, target)
    os.closerange(_OUT + 1, max(above) + 1)


def _work() -> int:
    from sanitizers import worker  # noqa: PLC0415 - imported by then; the name is bound late

    return worker.work(_IN, _OUT)


def _probe(without: frozenset[str]) -> tuple[str, str] | None:
    """Try every layer in a child of its own; the first that fails, with the cause."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        _try_layers(without, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read(_SMALL)
    os.waitpid(pid, 0)
    if answer == b"ok":
        return None
    layer, _, cause = answer.decode(errors="replace").partition("\0")
    return (layer, cause) if layer in layers.LAYERS else ("seccomp", "the probing child died")


_SMALL = 500


def _try_layers(without: frozenset[str], writing: int) -> None:
    room = layers.Room(layers.address_space() + (64 << 20), 5, layers.most_tasks())
    try:
        layers.confine(room, without)
        answer = b"ok"
    except JailUnavailable as error:
        answer = f"{error.layer}\0{error}".encode()[:_SMALL]
    os.write(writing, answer)
    os._exit(0)


def _settle(without: frozenset[str]) -> tuple[str, str] | None:
    try:
        layers.drop_root()
    except OSError as error:
        if "user" not in without:
            return "user", str(error)
    return _probe(without)


def main(control_fd: int, without: str) -> None:
    """Serve the socket `control_fd`; `without` lists, with commas, the layers that may miss."""
    from sanitizers import worker  # noqa: PLC0415 - the imports are this process's purpose

    control = socket.socket(fileno=control_fd)
    allowed = frozenset(filter(None, without.split(",")))
    layers.go_first_when_memory_is_short()
    layers.hide_from_equals()
    worker.warm_up()
    failed = _settle(allowed)
    control.sendall(json.dumps({"failed": failed}).encode())
    if failed is None:
        gc.collect()
        # Children share the memory of what is imported for as long as nobody writes to it.
        gc.freeze()
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        ForkServer(control, allowed, layers.address_space()).serve()
