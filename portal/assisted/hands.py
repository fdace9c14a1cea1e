"""How many visitors' passwords this process works on at once: the plain pages compute here, and the rest must go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final

from portal.services.errors import Throttled

# Of the eight threads that a process has by default, four stay free for everything else.
AT_ONCE: Final = 2
WAITING: Final = 2
SECONDS: Final = 5

# Who has entered still holds a thread until the answer leaves (`portal.web.even`).
ENTERING: Final = 3

_entering = BoundedSemaphore(ENTERING)
_line = BoundedSemaphore(AT_ONCE + WAITING)
_at_work = BoundedSemaphore(AT_ONCE)


@contextmanager
def free_hand() -> Iterator[None]:
    """Wait for a free hand; raises `Throttled` at once when too many wait already."""
    if not _line.acquire(blocking=False):
        raise Throttled("too many at once", seconds=SECONDS)
    try:
        with _at_work:
            yield
    finally:
        _line.release()


def begin_to_enter() -> Callable[[], None]:
    """Take one of the few places for opening a mailbox; gives what lets go of it.

    Raises `Throttled` at once when they are taken.
    """
    if not _entering.acquire(blocking=False):
        raise Throttled("too many at once", seconds=SECONDS)
    return _entering.release
