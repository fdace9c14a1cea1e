"""The parent's side of the fork-server: start it by exec, hand it work, end work, start it anew."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sanitizers.errors import JailBroken, JailUnavailable
from sanitizers.jail.server import BEGIN, START, STOP

_START_WITHIN_SECONDS = 60.0
_END_WITHIN_SECONDS = 5.0
_HOME = str(Path(__file__).resolve().parents[2])
_CODE = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from sanitizers.jail import server; server.main(int(sys.argv[2]), sys.argv[3])"
)
_KEPT_ENVIRONMENT = ("PATH", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "LD_LIBRARY_PATH")


# One thread a library, so that a fork copies none; huge pages for pictures, since a fresh child
# would otherwise fault in every four kilobytes of them.
_SET_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "HOME": "/",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}
_PIPE_BYTES = 1 << 20


def _environment() -> dict[str, str]:
    """Only what importing and decoding need."""
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    return kept | _SET_ENVIRONMENT


def _wide_pipe() -> tuple[int, int]:
    """A pipe that takes a megabyte at once, where the system still grants that."""
    ends = os.pipe()
    with suppress(OSError):
        fcntl.fcntl(ends[1], fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return ends


@dataclass(frozen=True, slots=True)
class Lines:
    """The parent's ends of one child's pipes."""

    job: int
    task: int
    answer: int
    status: int

    def close(self) -> None:
        """Close what is still open of them."""
        for descriptor in (self.task, self.answer, self.status):
            try:
                os.close(descriptor)
            except OSError:
                continue  # Closed before: the task's end is closed as soon as it is written.


class Server:
    """One running fork-server. Safe to use from several threads.

    `start` starts its process, given the descriptor of the control socket that it inherits. Raises
    `JailUnavailable` when it says that it can't do its work here, `JailBroken` when it says nothing.
    """

    def __init__(self, start: Callable[[int], subprocess.Popen[bytes]]) -> None:
        self._lock = threading.Lock()
        self._jobs = 0
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = start(theirs.fileno())
        self._control = ours
        try:
            self._wait_until_ready()
        except BaseException:
            self.close()
            raise

    @property
    def pid(self) -> int:
        """Of the fork-server's process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether its process still runs."""
        return self._process.poll() is None

    def _wait_until_ready(self) -> None:
        self._control.settimeout(_START_WITHIN_SECONDS)
        try:
            answer = self._control.recv(4096)
        except OSError as error:
            raise JailBroken("the fork-server did not start") from error
        if not answer:
            raise JailBroken("the fork-server died at its start")
        failed = json.loads(answer)["failed"]
        if failed:
            raise JailUnavailable(*failed)
        self._control.settimeout(_END_WITHIN_SECONDS)

    def begin(self, cpu_seconds: int, memory_bytes: int) -> Lines:
        """A new child and the pipes to it. Raises `JailBroken` when the server is gone."""
        theirs_in, task = _wide_pipe()
        answer, theirs_out = _wide_pipe()
        status, theirs_status = os.pipe()
        with self._lock:
            self._jobs = (self._jobs + 1) % 2**32
            lines = Lines(self._jobs, task, answer, status)
            try:
                self._send(
                    START.pack(BEGIN, lines.job, cpu_seconds, memory_bytes),
                    [theirs_in, theirs_out, theirs_status],
                )
            except JailBroken:
                lines.close()
                raise
            finally:
                for descriptor in (theirs_in, theirs_out, theirs_status):
                    os.close(descriptor)
        return lines

    def stop(self, job: int) -> None:
        """End a child now; nothing happens if it has ended or the server is gone."""
        try:
            with self._lock:
                self._send(START.pack(STOP, job, 0, 0), [])
        except JailBroken:
            return

    def _send(self, message: bytes, descriptors: list[int]) -> None:
        try:
            socket.send_fds(self._control, [message], descriptors)
        except OSError as error:
            raise JailBroken("the fork-server is gone") from error

    def close(self) -> None:
        """End it; its children end with it."""
        self._control.close()
        try:
            self._process.wait(_END_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def decoding(without: frozenset[str]) -> Server:
    """The fork-server whose children decode, with the layers of the jail that may miss."""
    return Server(partial(_spawn, without))


def _spawn(without: frozenset[str], control: int) -> subprocess.Popen[bytes]:
    argv = [sys.executable, "-I", "-c", _CODE, _HOME, str(control), ",".join(sorted(without))]
    return subprocess.Popen(  # noqa: S603 - fixed argv, no shell
        argv,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None,
        pass_fds=[control],
        env=_environment(),
        cwd="/",
        start_new_session=True,
    )
