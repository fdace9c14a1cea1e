"""Whose turn it is to write to a SQLite file, and writing together."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Lock
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")


class Turn:
    """One writer at a time, among the threads of this process and among processes.

    SQLite waits for a lock by sleeping, up to a tenth of a second at a time, long after the lock is
    free. Here the next one is woken. SQLite's own lock is still what keeps the file whole.
    """

    def __init__(self, file: Path) -> None:
        self._threads = Lock()
        self._file = file.with_name(file.name + "-turn")
        self._door: int | None = None
        self._shut = False

    def __enter__(self) -> None:
        self._threads.acquire()
        try:
            self._door = self._open() if self._door is None else self._door
            fcntl.flock(self._door, fcntl.LOCK_EX)
            self._shut = True
        except OSError:
            # No room for another file, or a disk without such locks: SQLite's own waiting has to do.
            return
        except BaseException:
            self._threads.release()
            raise

    def _open(self) -> int:
        return os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)

    def __exit__(self, *_: object) -> None:
        if self._door is not None and self._shut:
            self._shut = False
            fcntl.flock(self._door, fcntl.LOCK_UN)
        self._threads.release()

    def close(self) -> None:
        """Close the file; the next turn opens it again."""
        with self._threads:
            if self._door is not None:
                os.close(self._door)
                self._door = None


@dataclass(slots=True)
class _Wish(Generic[T]):
    """Something to be written, and what came of it."""

    work: Callable[[Session], T]
    given: list[T] = field(default_factory=list)
    error: BaseException | None = None
    done: bool = False

    def outcome(self) -> T:
        if self.error is not None:
            raise self.error
        return self.given[0]


class Together:
    """What several threads write at the same moment goes to the disk at once.

    Whoever comes first does it for all that are waiting by then; the others wait for that. Nobody is
    answered before the transaction that holds their part has been committed.
    """

    def __init__(self, write: Callable[[], AbstractContextManager[Session]]) -> None:
        self._write = write
        self._change = Condition()
        self._waiting: list[_Wish[object]] = []
        self._someone_writes = False

    def do(self, work: Callable[[Session], T]) -> T:
        """Do this, with others or alone; raises what `work` raises, or the commit."""
        wish = _Wish(work)
        with self._change:
            self._waiting.append(wish)  # type: ignore[arg-type]  # each is given back to its own thread
            self._change.wait_for(lambda: wish.done or not self._someone_writes)
            if wish.done:
                return wish.outcome()
            self._someone_writes = True
            wishes, self._waiting = self._waiting, []
        try:
            self._grant(wishes)
        finally:
            with self._change:
                self._someone_writes = False
                self._change.notify_all()
        return wish.outcome()

    def _grant(self, wishes: list[_Wish[object]]) -> None:
        if len(wishes) == 1 or not self._all_at_once(wishes):
            for wish in wishes:
                self._alone(wish)

    def _all_at_once(self, wishes: list[_Wish[object]]) -> bool:
        try:
            with self._write() as session:
                given = [wish.work(session) for wish in wishes]
        except BaseException:  # noqa: BLE001 - whose fault it was shows when each is done alone
            return False
        for wish, one in zip(wishes, given, strict=True):
            wish.given, wish.done = [one], True
        return True

    def _alone(self, wish: _Wish[object]) -> None:
        try:
            with self._write() as session:
                wish.given = [wish.work(session)]
        except BaseException as error:  # noqa: BLE001 - raised again in the thread whose work it is
            wish.error = error
        wish.done = True
