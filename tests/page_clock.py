"""The pages' own clock, for tests whose server lives on another day than this machine.

A browser holds its clock against the server's: where a test moves the day, the pages must move too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from weakref import WeakSet

from playwright.sync_api import BrowserContext

# Scripts run in no particular order at each load: the newest says how far the clock is off.
_SHIFT = """(([turn, shift]) => {
  const mark = Symbol.for('tests/page_clock');
  const clock = globalThis[mark] ?? { turn: -1, shift: 0 };
  if (turn > clock.turn) Object.assign(clock, { turn, shift });
  if (globalThis[mark]) return;
  globalThis[mark] = clock;
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + clock.shift); }
    static now() { return Real.now() + clock.shift; }
  };
})"""


class PageClock:
    """Which day it is in every page of a test; this machine's own until somebody says another."""

    def __init__(self) -> None:
        self._contexts: WeakSet[BrowserContext] = WeakSet()
        self._turn = 0
        self._day: date | None = None

    def follow(self, context: BrowserContext) -> None:
        """Pages of `context` live on this day from their next load on."""
        self._contexts.add(context)
        context.on("close", self._contexts.discard)
        if self._day is not None:
            self._tell(context)

    @contextmanager
    def on(self, day: date) -> Iterator[None]:
        """Pages live on `day` at first, and afterwards on the one before again."""
        before = self._day
        self.move_to(day)
        try:
            yield
        finally:
            self.move_to(before)

    def move_to(self, day: date | None) -> None:
        """Every page that loads from now on lives on `day`; None: on this machine's."""
        self._day, self._turn = day, self._turn + 1
        for context in list(self._contexts):
            self._tell(context)

    def _tell(self, context: BrowserContext) -> None:
        today = datetime.now(UTC).date()
        shift = ((self._day or today) - today).days * 86_400_000
        context.add_init_script(f"{_SHIFT}([{self._turn}, {shift}])")


PAGES = PageClock()
