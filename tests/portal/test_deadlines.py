"""Working days, counted by hand from the calendars of 2025 to 2028 on the wall.

How a row is counted: seven working days are one week and two days, thirty are six weeks; that is
where the promise would end if no day were off. Each day off on a weekday moves it to the next
weekday, and so may bring one more day off before it. So a row names the days off that it meets,
and counts again by hand: Wed 30 April 2025 and six weeks is Wed 11 June; 1 May, 29 May and 9 June
are off, so it becomes Thu 12, Fri 13, Mon 16 June.

Belgian days off used below. 2025: 1 Jan, Easter Monday 21 Apr, 1 May, Ascension 29 May, Whit Monday
9 Jun, 21 Jul, 15 Aug, 1 Nov (Sat), 11 Nov, 25 Dec. 2026: 1 Jan, 6 Apr, 1 May, 14 May, 25 May, 21 Jul,
15 Aug (Sat), 1 Nov (Sun), 11 Nov, 25 Dec. 2027: 1 Jan, 29 Mar, 1 May (Sat), 6 May, 17 May, 21 Jul,
15 Aug (Sun), 1 Nov, 11 Nov, 25 Dec (Sat). 2028: 1 Jan (Sat), 17 Apr, 1 May, 25 May, 5 Jun, 21 Jul,
15 Aug, 1 Nov, 11 Nov (Sat), 25 Dec. 2029: 1 Jan.
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
# Closed on what lies between a holiday and a weekend, and on 26 December, a regional day, in every year.
BRIDGES = Calendar(
    frozenset(
        date(*day)
        for day in (
            (2025, 5, 2), (2025, 11, 10), (2026, 5, 15), (2026, 11, 2), (2027, 5, 7),
            (2027, 11, 12), (2027, 12, 24), (2028, 5, 26), (2028, 11, 2),
        )
    ),
    frozenset({(12, 26)}),
)  # fmt: skip

TABLE = [
    # received, 7 working days later, 30 working days later, days off met on weekdays, whose calendar
    ("Tue 2024-12-31", "Fri 2025-01-10", "Wed 2025-02-12", "1/1", PLAIN),  # over New Year's Day
    # --- received in 2025 ---
    ("Wed 2025-01-01", "Fri 2025-01-10", "Wed 2025-02-12", "", PLAIN),  # on New Year's Day itself
    (
        "Sat 2025-01-04",
        "Tue 2025-01-14",
        "Fri 2025-02-14",
        "",
        PLAIN,
    ),  # a Saturday counts as received
    ("Sun 2025-01-05", "Tue 2025-01-14", "Fri 2025-02-14", "", PLAIN),  # so does a Sunday
    ("Mon 2025-01-06", "Wed 2025-01-15", "Mon 2025-02-17", "", PLAIN),  # an ordinary Monday
    ("Tue 2025-04-15", "Fri 2025-04-25", "Fri 2025-05-30", "21/4 1/5 29/5", PLAIN),  # over Easter
    (
        "Thu 2025-04-17",
        "Tue 2025-04-29",
        "Tue 2025-06-03",
        "21/4 1/5 29/5",
        PLAIN,
    ),  # Maundy Thursday
    (
        "Fri 2025-04-18",
        "Wed 2025-04-30",
        "Wed 2025-06-04",
        "21/4 1/5 29/5",
        PLAIN,
    ),  # Good Friday is a working day
    (
        "Sun 2025-04-20",
        "Wed 2025-04-30",
        "Wed 2025-06-04",
        "21/4 1/5 29/5",
        PLAIN,
    ),  # Easter Sunday itself
    (
        "Mon 2025-04-21",
        "Wed 2025-04-30",
        "Wed 2025-06-04",
        "1/5 29/5",
        PLAIN,
    ),  # on Easter Monday itself
    (
        "Wed 2025-04-30",
        "Tue 2025-05-13",
        "Tue 2025-06-17",
        "1/5 2/5 29/5 9/6",
        BRIDGES,
    ),  # 2 May closed
    (
        "Wed 2025-04-30",
        "Mon 2025-05-12",
        "Mon 2025-06-16",
        "1/5 29/5 9/6",
        PLAIN,
    ),  # the eve of 1 May
    ("Thu 2025-05-01", "Mon 2025-05-12", "Mon 2025-06-16", "29/5 9/6", PLAIN),  # on 1 May itself
    (
        "Wed 2025-05-28",
        "Tue 2025-06-10",
        "Fri 2025-07-11",
        "29/5 9/6",
        PLAIN,
    ),  # the eve of Ascension
    ("Thu 2025-07-10", "Wed 2025-07-23", "Tue 2025-08-26", "11/7 21/7 15/8", OWN),  # 11 July closed
    ("Thu 2025-07-10", "Tue 2025-07-22", "Mon 2025-08-25", "21/7 15/8", PLAIN),  # summer
    (
        "Thu 2025-10-30",
        "Mon 2025-11-10",
        "Fri 2025-12-12",
        "11/11",
        PLAIN,
    ),  # All Saints on a Saturday
    (
        "Fri 2025-10-31",
        "Wed 2025-11-12",
        "Mon 2025-12-15",
        "11/11",
        PLAIN,
    ),  # All Saints on a Saturday
    ("Sat 2025-11-01", "Wed 2025-11-12", "Mon 2025-12-15", "11/11", PLAIN),  # on 1 November itself
    (
        "Fri 2025-11-07",
        "Thu 2025-11-20",
        "Tue 2025-12-23",
        "10/11 11/11",
        BRIDGES,
    ),  # 10 November closed
    (
        "Mon 2025-11-10",
        "Thu 2025-11-20",
        "Tue 2025-12-23",
        "11/11",
        PLAIN,
    ),  # the eve of 11 November
    ("Tue 2025-11-11", "Thu 2025-11-20", "Tue 2025-12-23", "", PLAIN),  # on 11 November itself
    (
        "Tue 2025-12-16",
        "Fri 2025-12-26",
        "Thu 2026-01-29",
        "25/12 1/1",
        PLAIN,
    ),  # ends on 26 December
    (
        "Fri 2025-12-19",
        "Wed 2025-12-31",
        "Tue 2026-02-03",
        "25/12 1/1",
        PLAIN,
    ),  # ends on New Year's Eve
    (
        "Mon 2025-12-22",
        "Mon 2026-01-05",
        "Thu 2026-02-05",
        "25/12 1/1 2/1",
        OWN,
    ),  # 2 January closed as well
    (
        "Mon 2025-12-22",
        "Fri 2026-01-02",
        "Wed 2026-02-04",
        "25/12 1/1",
        PLAIN,
    ),  # Christmas and New Year
    (
        "Wed 2025-12-24",
        "Wed 2026-01-07",
        "Mon 2026-02-09",
        "25/12 26/12 1/1",
        BRIDGES,
    ),  # 26 December closed
    ("Wed 2025-12-24", "Tue 2026-01-06", "Fri 2026-02-06", "25/12 1/1", PLAIN),  # Christmas Eve
    ("Thu 2025-12-25", "Tue 2026-01-06", "Fri 2026-02-06", "1/1", PLAIN),  # on Christmas Day itself
    ("Wed 2025-12-31", "Tue 2026-01-13", "Fri 2026-02-13", "1/1 2/1", OWN),  # 2 January closed
    ("Wed 2025-12-31", "Mon 2026-01-12", "Thu 2026-02-12", "1/1", PLAIN),  # New Year's Eve
    # --- received in 2026 ---
    ("Thu 2026-01-01", "Mon 2026-01-12", "Thu 2026-02-12", "", PLAIN),  # on New Year's Day itself
    ("Fri 2026-02-20", "Tue 2026-03-03", "Fri 2026-04-03", "", PLAIN),  # February without a 29th
    (
        "Wed 2026-04-01",
        "Mon 2026-04-13",
        "Mon 2026-05-18",
        "6/4 1/5 14/5",
        PLAIN,
    ),  # the Wednesday before Easter
    ("Thu 2026-04-02", "Tue 2026-04-14", "Tue 2026-05-19", "6/4 1/5 14/5", PLAIN),  # over Easter
    ("Fri 2026-04-03", "Wed 2026-04-15", "Wed 2026-05-20", "6/4 1/5 14/5", PLAIN),  # Good Friday
    (
        "Mon 2026-04-06",
        "Wed 2026-04-15",
        "Wed 2026-05-20",
        "1/5 14/5",
        PLAIN,
    ),  # on Easter Monday itself
    (
        "Thu 2026-04-30",
        "Tue 2026-05-12",
        "Tue 2026-06-16",
        "1/5 14/5 25/5",
        PLAIN,
    ),  # the eve of 1 May
    (
        "Wed 2026-05-13",
        "Wed 2026-05-27",
        "Mon 2026-06-29",
        "14/5 15/5 25/5",
        BRIDGES,
    ),  # the Friday closed
    (
        "Wed 2026-05-13",
        "Tue 2026-05-26",
        "Fri 2026-06-26",
        "14/5 25/5",
        PLAIN,
    ),  # the eve of Ascension
    ("Fri 2026-07-10", "Wed 2026-07-22", "Mon 2026-08-24", "21/7", OWN),  # 11 July on a Saturday
    (
        "Fri 2026-10-30",
        "Thu 2026-11-12",
        "Tue 2026-12-15",
        "2/11 11/11",
        BRIDGES,
    ),  # 2 November closed
    (
        "Fri 2026-10-30",
        "Tue 2026-11-10",
        "Mon 2026-12-14",
        "11/11",
        PLAIN,
    ),  # 1 November on a Sunday
    ("Sat 2026-10-31", "Tue 2026-11-10", "Mon 2026-12-14", "11/11", PLAIN),  # a Saturday
    ("Sun 2026-11-01", "Tue 2026-11-10", "Mon 2026-12-14", "11/11", PLAIN),  # 1 November, a Sunday
    ("Mon 2026-11-02", "Thu 2026-11-12", "Tue 2026-12-15", "11/11", PLAIN),  # over 11 November
    (
        "Tue 2026-11-10",
        "Fri 2026-11-20",
        "Wed 2026-12-23",
        "11/11",
        PLAIN,
    ),  # the eve of 11 November
    ("Wed 2026-11-11", "Fri 2026-11-20", "Wed 2026-12-23", "", PLAIN),  # on 11 November itself
    (
        "Thu 2026-12-17",
        "Tue 2026-12-29",
        "Mon 2027-02-01",
        "25/12 1/1",
        PLAIN,
    ),  # Christmas on a Friday
    (
        "Fri 2026-12-18",
        "Mon 2027-01-04",
        "Thu 2027-02-04",
        "24/12 25/12 31/12 1/1",
        OWN,
    ),  # both eves closed
    ("Fri 2026-12-18", "Wed 2026-12-30", "Tue 2027-02-02", "25/12 1/1", PLAIN),  # over Christmas
    (
        "Wed 2026-12-23",
        "Thu 2027-01-07",
        "Tue 2027-02-09",
        "24/12 25/12 31/12 1/1",
        OWN,
    ),  # both eves closed
    ("Thu 2026-12-24", "Wed 2027-01-06", "Mon 2027-02-08", "25/12 1/1", PLAIN),  # Christmas Eve
    ("Fri 2026-12-25", "Wed 2027-01-06", "Mon 2027-02-08", "1/1", PLAIN),  # on Christmas Day itself
    ("Thu 2026-12-31", "Tue 2027-01-12", "Fri 2027-02-12", "1/1", PLAIN),  # New Year's Eve
    # --- received in 2027 ---
    ("Fri 2027-01-01", "Tue 2027-01-12", "Fri 2027-02-12", "", PLAIN),  # on New Year's Day itself
    ("Fri 2027-01-15", "Tue 2027-01-26", "Fri 2027-02-26", "", PLAIN),  # nothing in the way
    ("Fri 2027-02-26", "Tue 2027-03-09", "Mon 2027-04-12", "29/3", PLAIN),  # no leap day
    (
        "Wed 2027-03-24",
        "Mon 2027-04-05",
        "Fri 2027-05-07",
        "29/3 6/5",
        PLAIN,
    ),  # the Wednesday before Easter
    ("Thu 2027-03-25", "Tue 2027-04-06", "Mon 2027-05-10", "29/3 6/5", PLAIN),  # over Easter
    ("Fri 2027-03-26", "Wed 2027-04-07", "Tue 2027-05-11", "29/3 6/5", PLAIN),  # Good Friday
    ("Sun 2027-03-28", "Wed 2027-04-07", "Tue 2027-05-11", "29/3 6/5", PLAIN),  # Easter Sunday
    ("Mon 2027-03-29", "Wed 2027-04-07", "Tue 2027-05-11", "6/5", PLAIN),  # on Easter Monday itself
    (
        "Fri 2027-04-30",
        "Wed 2027-05-12",
        "Tue 2027-06-15",
        "6/5 17/5",
        PLAIN,
    ),  # 1 May on a Saturday
    (
        "Wed 2027-05-05",
        "Wed 2027-05-19",
        "Mon 2027-06-21",
        "6/5 7/5 17/5",
        BRIDGES,
    ),  # the Friday closed
    (
        "Fri 2027-10-29",
        "Wed 2027-11-10",
        "Tue 2027-12-14",
        "1/11 11/11",
        PLAIN,
    ),  # 1 November on a Monday
    (
        "Sat 2027-10-30",
        "Wed 2027-11-10",
        "Tue 2027-12-14",
        "1/11 11/11",
        PLAIN,
    ),  # a Saturday, All Saints on Monday
    ("Mon 2027-11-01", "Wed 2027-11-10", "Tue 2027-12-14", "11/11", PLAIN),  # on 1 November itself
    (
        "Wed 2027-11-10",
        "Tue 2027-11-23",
        "Mon 2027-12-27",
        "11/11 12/11 24/12",
        BRIDGES,
    ),  # two days closed
    (
        "Wed 2027-11-10",
        "Mon 2027-11-22",
        "Thu 2027-12-23",
        "11/11",
        PLAIN,
    ),  # the eve of 11 November
    ("Thu 2027-11-11", "Mon 2027-11-22", "Thu 2027-12-23", "", PLAIN),  # on 11 November itself
    ("Thu 2027-12-16", "Mon 2027-12-27", "Thu 2028-01-27", "", PLAIN),  # Christmas on a Saturday
    ("Thu 2027-12-23", "Tue 2028-01-04", "Fri 2028-02-04", "24/12", BRIDGES),  # 24 December closed
    (
        "Thu 2027-12-23",
        "Mon 2028-01-03",
        "Thu 2028-02-03",
        "",
        PLAIN,
    ),  # 24 December is a working day
    ("Fri 2027-12-24", "Tue 2028-01-04", "Fri 2028-02-04", "", PLAIN),  # Christmas Eve
    ("Fri 2027-12-31", "Tue 2028-01-11", "Fri 2028-02-11", "", PLAIN),  # New Year's Eve
    # --- received in 2028 ---
    ("Sat 2028-01-01", "Tue 2028-01-11", "Fri 2028-02-11", "", PLAIN),  # New Year on a Saturday
    ("Mon 2028-01-17", "Wed 2028-01-26", "Mon 2028-02-28", "", PLAIN),  # ends before leap day
    ("Tue 2028-01-18", "Thu 2028-01-27", "Tue 2028-02-29", "", PLAIN),  # ends on leap day
    ("Tue 2028-02-22", "Thu 2028-03-02", "Tue 2028-04-04", "", PLAIN),  # leap day on the way
    ("Mon 2028-02-28", "Wed 2028-03-08", "Mon 2028-04-10", "", PLAIN),  # over 29 February
    ("Tue 2028-02-29", "Thu 2028-03-09", "Tue 2028-04-11", "", PLAIN),  # on 29 February
    ("Wed 2028-03-01", "Fri 2028-03-10", "Wed 2028-04-12", "", PLAIN),  # the day after leap day
    ("Thu 2028-04-13", "Tue 2028-04-25", "Tue 2028-05-30", "17/4 1/5 25/5", PLAIN),  # over Easter
    ("Fri 2028-04-14", "Wed 2028-04-26", "Wed 2028-05-31", "17/4 1/5 25/5", PLAIN),  # Good Friday
    ("Sun 2028-04-16", "Wed 2028-04-26", "Wed 2028-05-31", "17/4 1/5 25/5", PLAIN),  # Easter Sunday
    (
        "Mon 2028-04-17",
        "Wed 2028-04-26",
        "Wed 2028-05-31",
        "1/5 25/5",
        PLAIN,
    ),  # on Easter Monday itself
    (
        "Wed 2028-05-24",
        "Wed 2028-06-07",
        "Mon 2028-07-10",
        "25/5 26/5 5/6",
        BRIDGES,
    ),  # the Friday closed
    (
        "Wed 2028-05-24",
        "Tue 2028-06-06",
        "Fri 2028-07-07",
        "25/5 5/6",
        PLAIN,
    ),  # the eve of Ascension
    (
        "Mon 2028-10-30",
        "Thu 2028-11-09",
        "Tue 2028-12-12",
        "1/11",
        PLAIN,
    ),  # All Saints on a Wednesday
    (
        "Tue 2028-10-31",
        "Mon 2028-11-13",
        "Thu 2028-12-14",
        "1/11 2/11",
        BRIDGES,
    ),  # 2 November closed
    (
        "Tue 2028-10-31",
        "Fri 2028-11-10",
        "Wed 2028-12-13",
        "1/11",
        PLAIN,
    ),  # 11 November on a Saturday
    ("Wed 2028-11-01", "Fri 2028-11-10", "Wed 2028-12-13", "", PLAIN),  # on 1 November itself
    ("Fri 2028-11-10", "Tue 2028-11-21", "Fri 2028-12-22", "", PLAIN),  # the Friday before
    ("Sat 2028-11-11", "Tue 2028-11-21", "Fri 2028-12-22", "", PLAIN),  # 11 November, a Saturday
    (
        "Fri 2028-12-15",
        "Wed 2028-12-27",
        "Tue 2029-01-30",
        "25/12 1/1",
        PLAIN,
    ),  # Christmas on a Monday
    (
        "Thu 2028-12-21",
        "Wed 2029-01-03",
        "Mon 2029-02-05",
        "25/12 1/1",
        PLAIN,
    ),  # the Thursday before Christmas
    (
        "Fri 2028-12-22",
        "Fri 2029-01-05",
        "Wed 2029-02-07",
        "25/12 26/12 1/1",
        BRIDGES,
    ),  # 26 December closed
    ("Mon 2028-12-25", "Thu 2029-01-04", "Tue 2029-02-06", "1/1", PLAIN),  # on Christmas Day itself
    (
        "Fri 2028-12-29",
        "Wed 2029-01-10",
        "Mon 2029-02-12",
        "1/1",
        PLAIN,
    ),  # the Friday before New Year's Day
]


def day_of(told: str) -> date:
    """Reads "Wed 2025-01-01", and refuses a weekday that is not the day's."""
    day = date.fromisoformat(told[4:])
    assert f"{day:%a}" == told[:3]
    return day


@pytest.mark.parametrize(("received", "feedback", "final", "off", "calendar"), TABLE)
def test_promises_end_on_the_day_counted_by_hand(
    received: str, feedback: str, final: str, off: str, calendar: Calendar
) -> None:
    day = day_of(received)
    assert due_on(day, 7, calendar) == day_of(feedback)
    assert due_on(day, 30, calendar) == day_of(final)


@pytest.mark.parametrize(("received", "feedback", "final", "off", "calendar"), TABLE)
def test_the_days_off_beside_a_row_are_those_that_move_it(
    received: str, feedback: str, final: str, off: str, calendar: Calendar
) -> None:
    first, last = day_of(received), day_of(final)
    met = [day for day in weekdays_after(first) if day <= last and not calendar.is_working_day(day)]
    assert [f"{day.day}/{day.month}" for day in met] == off.split()
    # Reckoned without any list of holidays, from what is written beside the row.
    assert weekdays_after(first)[30 + len(met) - 1] == last
    early = [day for day in met if day <= day_of(feedback)]
    assert weekdays_after(first)[7 + len(early) - 1] == day_of(feedback)


def weekdays_after(day: date) -> list[date]:
    """The next seventy days without Saturdays and Sundays."""
    later = [day + timedelta(days=n) for n in range(1, 71)]
    return [one for one in later if one.weekday() < 5]


def test_every_year_has_rows_around_each_of_the_hard_days() -> None:
    received = {day_of(row[0]) for row in TABLE}
    for year in range(2025, 2029):
        for first, last in (((3, 20), (4, 30)), ((10, 28), (11, 12)), ((12, 15), (12, 31))):
            inside = {day for day in received if date(year, *first) <= day <= date(year, *last)}
            assert len(inside) >= 3, (year, first)
    assert date(2028, 2, 29) in received


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
