"""Codes that were handed over and that nobody used: after two weeks they open nothing."""

from __future__ import annotations

from datetime import date, timedelta

from portal.services.context import Context

GOOD_DAYS = 14


def is_good(context: Context, made: date | None) -> bool:
    """Whether a code of that day still opens something; None is a day that nobody wrote down yet."""
    return made is None or made >= oldest(context)


def oldest(context: Context) -> date:
    """The first day whose codes are still good."""
    return context.today() - timedelta(days=GOOD_DAYS)
