"""The real fork-server, whose children try something in place of their work (`inside.py`)."""

import ctypes
import os
import select
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

import pytest

from sanitizers.jail import parent
from sanitizers.jail.parent import Lines, Server
from sanitizers.jail.server import STATUS

ROOT, ORDINARY = 0, 12345
MIB = 1 << 20
SECONDS, MEMORY = 2, 200 * MIB
# Nothing takes that long but waiting for ever.
_AT_MOST_SECONDS = 60.0
_CODE = parent._CODE


def before(then: str) -> str:
    """The fork-server's own start, with something done first in its process."""
    imports, path, rest = _CODE.split("; ", 2)
    return f"{imports}\n{path}\n{then}\n{rest}"


def code(user: int, broken: frozenset[str], *, probed: bool = True) -> str:
    """The start of a fork-server of `user` that tries; see `inside.settle`."""
    settle = f"inside.settle({user}, {sorted(broken)}, probed={probed})"
    return before(f"from tests.sanitizers import inside; {settle}")


def breaking(layer: str) -> str:
    """The start of a fork-server that works, with one layer that this machine would not have."""
    return before(f"from tests.sanitizers import inside; inside.break_layers(['{layer}'])")


@contextmanager
def serving(
    user: int, broken: frozenset[str] = frozenset(), *, probed: bool = True
) -> Iterator[Server]:
    """A fork-server of `user` whose `broken` layers were allowed to be missing, or weren't probed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parent, "_CODE", code(user, broken, probed=probed))
        server = parent.decoding(broken if probed else frozenset())
    try:
        yield server
    finally:
        server.close()


@dataclass(slots=True)
class Trying:
    """One child that tries something."""

    server: Server
    lines: Lines

    @classmethod
    def begin(cls, server: Server, attempt: str) -> Self:
        """A child that is told what to try."""
        trying = cls(server, server.begin(SECONDS, MEMORY))
        os.write(trying.lines.task, f"{attempt}\n".encode())
        return trying

    def said(self) -> bytes:
        """What it says next, or nothing when it has ended. Raises TimeoutError."""
        return _read(self.lines.answer)

    def end(self) -> tuple[int, str]:
        """Exit status, negative for a signal, and all that it said after what was read."""
        told = b""
        while part := self.said():
            told += part
        (status, _, _) = STATUS.unpack(_read(self.lines.status))
        self.lines.close()
        return os.waitstatus_to_exitcode(status), told.decode()


def _read(descriptor: int) -> bytes:
    if not select.select([descriptor], [], [], _AT_MOST_SECONDS)[0]:
        raise TimeoutError
    return os.read(descriptor, 1 << 16)


def tried(server: Server, attempt: str) -> tuple[int, str]:
    """Exit status and verdict of one attempt."""
    return Trying.begin(server, attempt).end()


def landlock_abi() -> int:
    """How much Landlock this kernel knows."""
    libc = ctypes.CDLL(None, use_errno=True)
    return int(libc.syscall(ctypes.c_long(444), None, ctypes.c_size_t(0), ctypes.c_uint(1)))
