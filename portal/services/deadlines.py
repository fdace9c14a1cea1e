"""Working days: Belgian public holidays, and the days on which this organisation is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

SATURDAY = 5
A_DAY = timedelta(days=1)


# Month and day: New Year, Labour Day, the national day, Assumption, All Saints, Armistice, Christmas.
FIXED_HOLIDAYS = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
# Days after Easter: itself, Easter Monday, Ascension, Whit Sunday and Whit Monday.
HOLIDAYS_AFTER_EASTER = (0, 1, 39, 49, 50)


@lru_cache(maxsize=64)
def public_holidays(year: int) -> frozenset[date]:
    """The legal holidays of Belgium (royal decree of 18 April 1974), Easter and Whit Sunday among them."""
    sunday = easter(year)
    fixed = (date(year, month, day) for month, day in FIXED_HOLIDAYS)
    return frozenset((*fixed, *(sunday + A_DAY * n for n in HOLIDAYS_AFTER_EASTER)))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, as Meeus, Astronomical Algorithms, chapter 8, finds it."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


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
