"""A clock that the demonstration sets, so that what is played lies in the past."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from portal.services.context import Context
from portal.services.deadlines import Calendar

OFFICE_OPENS = time(9, 0, tzinfo=UTC)
A_DAY = timedelta(days=1)


@dataclass(slots=True)
class Clock:
    """Some day in the past; a second goes by each time somebody asks."""

    day: date
    _asked: int = field(default=0)

    def today(self) -> date:
        return self.day

    def seconds(self) -> float:
        self._asked += 1
        return datetime.combine(self.day, OFFICE_OPENS).timestamp() + self._asked

    def set(self, day: date) -> None:
        self.day, self._asked = day, 0


def at(context: Context, clock: Clock) -> Context:
    """The same instance, living on the days of `clock`."""
    return replace(context, today=clock.today, seconds=clock.seconds)


def working_days_before(day: date, count: int, calendar: Calendar) -> date:
    """The working day so many working days before `day`; `day` itself or the last one before for 0."""
    while not calendar.is_working_day(day):
        day -= A_DAY
    for _ in range(count):
        day -= A_DAY
        while not calendar.is_working_day(day):
            day -= A_DAY
    return day
