"""Doing a few things at a time and taking what comes of them in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Done = TypeVar("Done")


def side_by_side(
    work: Callable[[Given], Done], given: Iterable[Given], hands: int
) -> Iterator[Done]:
    """`work(each)` for each that is given, in that order, at most `hands` at the same time.

    No more than twice as many are begun or done and not yet taken, so that what is done of a long
    list is not all in memory at once. The first that raises ends it.
    """
    waiting: deque[Future[Done]] = deque()
    with ThreadPoolExecutor(hands) as pool:
        try:
            for each in given:
                waiting.append(pool.submit(work, each))
                if len(waiting) >= 2 * hands:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
