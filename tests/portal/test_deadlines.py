"""Working days, counted by hand from the calendars of 2025 to 2028 on the wall.

Belgian days off used below. 2025: 1 Jan, Easter Monday 21 Apr, 1 May, Ascension 29 May, Whit Monday
9 Jun, 21 Jul, 15 Aug, 1 Nov (Sat), 11 Nov, 25 Dec. 2026: 1 Jan, 6 Apr, 1 May, 14 May, 25 May, 21 Jul,
15 Aug (Sat), 1 Nov (Sun), 11 Nov, 25 Dec. 2027: 1 Jan, 29 Mar, 1 May (Sat), 6 May, 17 May, 21 Jul,
15 Aug (Sun), 1 Nov, 11 Nov, 25 Dec (Sat). 2028: 1 Jan (Sat), 17 Apr, 1 May, 25 May, 5 Jun, 21 Jul,
15 Aug, 1 Nov, 11 Nov (Sat), 25 Dec.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.services.deadlines import Calendar, due_on, working_days_between

PLAIN = Calendar()
# Closed on 24 and 31 December 2026 and 2 January 2026, and each year on 11 July.
OWN = Calendar(
    frozenset({date(2026, 1, 2), date(2026, 12, 24), date(2026, 12, 31)}), frozenset({(7, 11)})
)

TABLE = [
    # received, 7 working days later, 30 working days later, whose calendar
    ("2025-01-06", "2025-01-15", "2025-02-17", PLAIN),  # an ordinary Monday
    ("2025-01-04", "2025-01-14", "2025-02-14", PLAIN),  # a Saturday counts as received
    ("2025-01-05", "2025-01-14", "2025-02-14", PLAIN),  # so does a Sunday
    ("2024-12-31", "2025-01-10", "2025-02-12", PLAIN),  # over New Year's Day
    ("2025-04-15", "2025-04-25", "2025-05-30", PLAIN),  # Easter Monday, 1 May, Ascension
    ("2025-04-18", "2025-04-30", "2025-06-04", PLAIN),  # Good Friday is a working day
    ("2025-04-20", "2025-04-30", "2025-06-04", PLAIN),  # Easter Sunday itself
    ("2025-04-30", "2025-05-12", "2025-06-16", PLAIN),  # the eve of 1 May, over Whit Monday
    ("2025-05-28", "2025-06-10", "2025-07-11", PLAIN),  # the eve of Ascension
    ("2025-07-10", "2025-07-23", "2025-08-26", OWN),  # 11 July closed, 21 July, 15 August
    ("2025-07-10", "2025-07-22", "2025-08-25", PLAIN),  # 21 July and 15 August alone
    ("2025-10-31", "2025-11-12", "2025-12-15", PLAIN),  # 1 November on a Saturday, 11 November
    ("2025-11-10", "2025-11-20", "2025-12-23", PLAIN),  # the eve of 11 November
    ("2025-12-22", "2026-01-02", "2026-02-04", PLAIN),  # Christmas and New Year
    ("2025-12-22", "2026-01-05", "2026-02-05", OWN),  # 2 January closed as well
    ("2026-02-20", "2026-03-03", "2026-04-03", PLAIN),  # February without a 29th
    ("2026-04-02", "2026-04-14", "2026-05-19", PLAIN),  # Easter Monday, 1 May, Ascension
    ("2026-04-30", "2026-05-12", "2026-06-16", PLAIN),  # 1 May, Ascension, Whit Monday
    ("2026-05-13", "2026-05-26", "2026-06-26", PLAIN),  # the eve of Ascension, Whit Monday
    ("2026-07-10", "2026-07-22", "2026-08-24", OWN),  # 11 July on a Saturday takes nothing
    ("2026-10-30", "2026-11-10", "2026-12-14", PLAIN),  # 1 November on a Sunday
    ("2026-11-02", "2026-11-12", "2026-12-15", PLAIN),  # over 11 November
    ("2026-12-18", "2026-12-30", "2027-02-02", PLAIN),  # Christmas, New Year's Day
    ("2026-12-18", "2027-01-04", "2027-02-04", OWN),  # 24 and 31 December closed
    ("2027-03-25", "2027-04-06", "2027-05-10", PLAIN),  # Easter Monday 29 March, Ascension 6 May
    ("2027-04-30", "2027-05-12", "2027-06-15", PLAIN),  # 1 May on a Saturday
    ("2027-10-29", "2027-11-10", "2027-12-14", PLAIN),  # 1 November on a Monday
    ("2027-11-10", "2027-11-22", "2027-12-23", PLAIN),  # the eve of 11 November
    ("2027-12-24", "2028-01-04", "2028-02-04", PLAIN),  # Christmas and New Year on Saturdays
    ("2028-02-28", "2028-03-08", "2028-04-10", PLAIN),  # over 29 February
    ("2028-02-29", "2028-03-09", "2028-04-11", PLAIN),  # on 29 February
    ("2028-04-13", "2028-04-25", "2028-05-30", PLAIN),  # Easter Monday, 1 May, Ascension
    ("2028-05-24", "2028-06-06", "2028-07-07", PLAIN),  # the eve of Ascension, Whit Monday
    ("2028-10-31", "2028-11-10", "2028-12-13", PLAIN),  # 11 November on a Saturday
]


@pytest.mark.parametrize(("received", "feedback", "final", "calendar"), TABLE)
def test_promises_end_on_the_day_counted_by_hand(
    received: str, feedback: str, final: str, calendar: Calendar
) -> None:
    day = date.fromisoformat(received)
    assert due_on(day, 7, calendar).isoformat() == feedback
    assert due_on(day, 30, calendar).isoformat() == final


days = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@given(days, st.integers(1, 60))
def test_there_are_as_many_working_days_until_a_due_day_as_were_promised(
    day: date, promise: int
) -> None:
    due = due_on(day, promise, OWN)
    assert OWN.is_working_day(due)
    assert working_days_between(day, due, OWN) == promise


@given(days, st.integers(1, 60))
def test_a_later_question_is_never_due_earlier(day: date, promise: int) -> None:
    assert due_on(day, promise, OWN) <= due_on(day + timedelta(days=1), promise, OWN)
