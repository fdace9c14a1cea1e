"""Working days: Belgian public holidays, and the days on which this organisation is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from holidays.countries import Belgium

SATURDAY = 5
A_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def public_holidays(year: int) -> frozenset[date]:
    """The legal holidays of Belgium, Easter and Whit Sunday among them."""
    return frozenset(Belgium(years=year))


@dataclass(frozen=True, slots=True)
class Calendar:
    """`closing` are days by date, `every_year` by (month, day)."""

    closing: frozenset[date] = frozenset()
    every_year: frozenset[tuple[int, int]] = frozenset()

    def is_working_day(self, day: date) -> bool:
        return not (
            day.weekday() >= SATURDAY
            or day in self.closing
            or (day.month, day.day) in self.every_year
            or day in public_holidays(day.year)
        )


def working_days_after(day: date, calendar: Calendar) -> Iterator[date]:
    while True:
        day += A_DAY
        if calendar.is_working_day(day):
            yield day


def due_on(received: date, working_days: int, calendar: Calendar) -> date:
    """The last day on which a promise of so many working days after the day of receipt is kept."""
    days = working_days_after(received, calendar)
    for _ in range(working_days - 1):
        next(days)
    return next(days)


def working_days_between(first: date, last: date, calendar: Calendar) -> int:
    """How many working days come after `first`, up to and including `last`."""
    span = (last - first).days
    return sum(calendar.is_working_day(first + A_DAY * n) for n in range(1, span + 1))
