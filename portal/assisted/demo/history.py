"""Three years of register lines, so that the figures have something to show.

The cases themselves are long gone, as after archiving: what is left of each is its sealed line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from crypto.directory import Directory
from crypto.encoding import ASKER, ID_BYTES
from crypto.register import Entry as Line
from crypto.secret import register as sealing
from portal.assisted import people
from portal.assisted.demo.clock import Clock
from portal.assisted.demo.zone import Zone
from portal.organisation import Category, Organisation
from portal.services.context import Context
from portal.services.deadlines import Calendar, working_days_after
from portal.services.statistics import register
from portal.services.values import Entry

HOW_MANY = 150
YEARS = 3
WRITERS = ("facilitator", "second", "coach-1", "coach-2")
# What people really ask about most, beside what the risk analysis fears most.
OFTEN = (
    "belangenconflict",
    "kennis",
    "geschenken",
    "nevenactiviteiten",
    "werkuren",
    "gegevensbanken",
)
ELSEWHERE = ("dit", "vertrouwenspersoon", "preventieadviseur", "comite-p", "coc", "korpschef")


def write(context: Context, clock: Clock, zone: Zone, until: date) -> None:
    """Fill the register with closed cases, received in the years before `until`."""
    # Made-up numbers: the same in every demonstration, so that pictures of it stay the same.
    chance = Random(8192)  # noqa: S311 - nothing secret
    directory = people.genuine(context)
    with context.database.write() as db:
        for line in _lines(context, chance, directory, until):
            _add(context, clock, db, zone, directory, chance, line)


def _lines(context: Context, chance: Random, directory: Directory, until: date) -> Iterator[Line]:
    told, calendar = context.settings.organisation, context.calendar
    span = 365 * YEARS
    for _ in range(HOW_MANY):
        # More questions each year: people come to know the way.
        ago = round(span * (1 - chance.random() ** 0.7))
        received = until - timedelta(days=ago + 1)
        yield _line(context, chance, directory, told, calendar, received)


def _line(
    context: Context,
    chance: Random,
    directory: Directory,
    told: Organisation,
    calendar: Calendar,
    received: date,
) -> Line:
    feedback = _after(received, chance.choice((1, 2, 2, 3, 3, 4, 5, 6, 7, 9)), calendar)
    final = _after(feedback, chance.choice((0, 2, 4, 6, 8, 11, 15, 19, 24, 27)), calendar)
    passed = chance.random() < 0.08  # noqa: PLR2004 - a made-up share
    sent_on = passed or chance.random() < 0.2  # noqa: PLR2004 - (as above)
    outcome = None if passed else "verwezen" if sent_on else "advies-gegeven"
    return Line(
        case=context.randomness(ID_BYTES),
        number=1,
        kind=chance.choice(told.kinds).key,
        urgent=chance.random() < 0.12,  # noqa: PLR2004 - (as above)
        category=_category(chance, told.categories).key,
        state="passed" if passed else "closed",
        outcome=outcome,
        authorities=(chance.choice(ELSEWHERE),) if sent_on else (),
        received=received,
        feedback=feedback,
        final=final,
        closed=final if passed else _after(final, chance.randint(1, 10), calendar),
        directory=directory.version,
    )


def _category(chance: Random, categories: tuple[Category, ...]) -> Category:
    weights = [8 if any(word in one.key for word in OFTEN) else 2 for one in categories]
    return chance.choices(categories, weights)[0]


def _after(day: date, count: int, calendar: Calendar) -> date:
    days = working_days_after(day, calendar)
    for _ in range(count):
        day = next(days)
    return day


def _add(
    context: Context,
    clock: Clock,
    db: Session,
    zone: Zone,
    directory: Directory,
    chance: Random,
    line: Line,
) -> None:
    """The asker's line at the start and a member's at the end, each on its day."""
    key, who = directory.content.register, zone.staff[chance.choice(WRITERS)]
    first = replace(
        line, number=0, category=None, state="new", outcome=None, authorities=(),
        feedback=None, final=None, closed=None,
    )  # fmt: skip
    clock.set(line.received)
    sealed = sealing.seal_entry(key.kem, context.portal, key.id, first)
    register.add(context, db, line.case, ASKER, Entry(key.id, sealed.sealed))
    clock.set(line.closed or line.received)
    signing = who.identity.signing
    sealed = sealing.seal_entry(key.kem, context.portal, key.id, line, who.id, signing)
    register.add(context, db, line.case, who.id, Entry(key.id, sealed.sealed))
