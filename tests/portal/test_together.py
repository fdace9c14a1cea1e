"""Writing together: one flush for several, and nobody pays for another's failure."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal.models.store import Store, open_store

LONGEST_SECONDS = 60
AT_ONCE = 6


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Store]:
    found = open_store(f"sqlite:///{tmp_path / 'kept' / 'a.sqlite'}", "kept")
    found.outside("CREATE TABLE numbers (n INTEGER PRIMARY KEY)")
    yield found
    found.close()


def put(number: int) -> Callable[[Session], int]:
    def work(db: Session) -> int:
        db.execute(text("INSERT INTO numbers VALUES (:n)"), {"n": number})
        return number

    return work


def kept(shared: Store) -> list[int]:
    with shared.read() as db:
        return list(db.scalars(text("SELECT n FROM numbers ORDER BY n")))


def while_somebody_writes(
    shared: Store, works: list[Callable[[Session], int]]
) -> list[Future[int]]:
    """All of these come while one transaction is open, so that they are there together when it ends."""
    begun, go_on = threading.Event(), threading.Event()

    def slow(_db: Session) -> int:
        begun.set()
        assert go_on.wait(LONGEST_SECONDS)
        return 0

    with ThreadPoolExecutor(len(works) + 1) as pool:
        first = pool.submit(shared.together, slow)
        assert begun.wait(LONGEST_SECONDS)
        found = [pool.submit(shared.together, work) for work in works]
        _wait_until(lambda: len(shared._together._waiting) == len(works))
        go_on.set()
    assert first.result() == 0
    return found


def _wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST_SECONDS
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_what_comes_meanwhile_shares_one_transaction(shared: Store) -> None:
    commits: list[object] = []
    event.listen(shared.engine, "commit", commits.append)
    found = while_somebody_writes(shared, [put(n) for n in range(AT_ONCE)])
    assert [one.result() for one in found] == list(range(AT_ONCE))
    assert len(commits) == 2  # the slow one's, and one for all the others
    assert kept(shared) == list(range(AT_ONCE))


def test_one_that_fails_costs_the_others_nothing(shared: Store) -> None:
    def fail(_db: Session) -> int:
        raise ZeroDivisionError

    found = while_somebody_writes(shared, [put(1), fail, put(2), put(1)])
    assert [one.exception() is None for one in found].count(True) == 2
    assert isinstance(found[1].exception(), ZeroDivisionError)
    assert found[2].result() == 2
    assert kept(shared) == [1, 2]


def test_what_fails_at_the_commit_is_not_answered_and_takes_nobody_with_it(shared: Store) -> None:
    shared.outside("CREATE TABLE late (n REFERENCES numbers DEFERRABLE INITIALLY DEFERRED)")

    def dangle(db: Session) -> int:
        db.execute(text("INSERT INTO late VALUES (99)"))
        return 99

    found = while_somebody_writes(shared, [put(1), dangle, put(2)])
    assert isinstance(found[1].exception(), IntegrityError)
    assert (found[0].result(), found[2].result()) == (1, 2)
    assert kept(shared) == [1, 2]


def test_the_turn_passes_between_two_that_opened_the_same_file(shared: Store) -> None:
    other = open_store(str(shared.engine.url), "kept")
    with ThreadPoolExecutor(8) as pool:
        for n in range(40):
            pool.submit((shared, other)[n % 2].together, put(n))
    assert kept(shared) == list(range(40))
    other.close()
