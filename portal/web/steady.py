"""Answers that take one and the same time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def steady(
    step_seconds: float,
    wait: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[None]:
    """Leave only at a whole number of steps after coming in, by whatever way."""
    began = clock()
    try:
        yield
    finally:
        if step_seconds > 0:
            spent = clock() - began
            wait(step_seconds - spent % step_seconds)
