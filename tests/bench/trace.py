"""Reading Chromium's own trace of a visit: first contentful paint, and when the page is interactive.

Interactive as https://web.dev/articles/tti has it: from the first paint on, the end of the last task of over
50 ms on the main thread before five quiet seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

CATEGORIES = ["-*", "blink.user_timing", "devtools.timeline", "loading", "toplevel"]
LONG_MS = 50
QUIET_MS = 5_000
Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds since the navigation began."""

    painted: float
    interactive: float


def read(trace: bytes) -> Timing:
    """The timing of the visit that painted first in this trace; raise `LookupError` where none did."""
    events: list[Event] = json.loads(trace)["traceEvents"]
    painted = min(_named(events, "firstContentfulPaint"), key=lambda event: event["ts"])
    begun = max(
        event["ts"]
        for event in _named(events, "navigationStart")
        if event["pid"] == painted["pid"] and event["ts"] <= painted["ts"]
    )
    first = (painted["ts"] - begun) / 1000
    thread = painted["pid"], painted["tid"]
    return Timing(first, _interactive(first, list(_long_tasks(events, thread, begun))))


def _named(events: list[Event], name: str) -> Iterator[Event]:
    return (event for event in events if event.get("name") == name)


def _long_tasks(
    events: list[Event], thread: tuple[int, int], begun: float
) -> Iterator[tuple[float, float]]:
    """Beginning and end of each task of over 50 ms on this thread."""
    for event in events:
        if (event["pid"], event["tid"]) != thread or not event.get("name", "").endswith("RunTask"):
            continue
        duration = event.get("dur", 0) / 1000
        if duration > LONG_MS:
            start = (event["ts"] - begun) / 1000
            yield start, start + duration


def _interactive(painted: float, tasks: list[tuple[float, float]]) -> float:
    last = painted
    for start, end in sorted(tasks):
        if start - last > QUIET_MS:
            break
        last = max(last, end)
    return last
