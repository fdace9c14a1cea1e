"""How the instance is: numbers and yes or no, nothing that anybody wrote."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from portal.models.cases import Case, Page
from portal.models.instance import Archiving, Instance
from portal.services.casework import staging
from portal.services.context import Context
from portal.services.doors import gates
from portal.services.errors import BrokenJournal
from portal.services.keeping import directory, journal
from portal.services.upkeep import copying

# From here on new askers notice: seconds of computing, or of waiting on the plain pages.
BUSY_PERCENT = 50

# A backup a day, and one that failed may be made good the day after.
BACKUP_DAYS = 2


def look(context: Context, *, backup_elsewhere: bool = False) -> dict[str, Any]:
    """What monitoring needs; `well` is False when somebody should look.

    `backup_elsewhere`: copies are made by other means than `adviespunt backup`.
    """
    with context.database.read() as db:
        found: dict[str, Any] = {
            "open_cases": db.scalar(select(func.count()).where(Case.closed_on.is_(None))) or 0,
            "late_feedback": _late(context, db, Case.feedback_by, Case.feedback_on),
            "late_answers": _late(context, db, Case.answer_by, Case.answered_on),
            "staged_pages": db.scalar(select(func.count()).where(Page.message.is_(None))) or 0,
            "facilitators": directory.active_facilitators(db),
            "accepts_questions": directory.accepts_questions(context, db),
            "journals_hold": _journals_hold(db),
            "notices_fail_since": _day(db.scalar(select(Instance.notices_fail_since))),
            "archivings_begun": db.scalar(
                select(func.count()).where(Archiving.step.not_in(["done", "destroyed"]))
            )
            or 0,
            "clock_right": _clock_is_right(context, db),
        }
    found["free_mib"] = shutil.disk_usage(context.settings.data).free // (1024 * 1024)
    found["load_percent"] = _loads(context)
    found["keyring"] = bool(context.pepper)
    found["backup_on"] = _day(copying.last_copy(context))
    found["backup_late"] = _backup_is_late(context)
    enough = staging.has_room(context, staging.STRANGER)
    found["well"] = (
        enough
        and found["journals_hold"]
        and found["clock_right"]
        and max(found["load_percent"].values()) < BUSY_PERCENT
        and found["notices_fail_since"] is None
        and (backup_elsewhere or not found["backup_late"])
    )
    return found


def _loads(context: Context) -> dict[str, int]:
    """How busy it is at each measure of everybody together: 0 is quiet, at 100 nothing is left."""
    found = {gate.bucket.replace(" ", "_"): gate.load for gate in gates.all_of(context)}
    return {name: round(load * 100) for name, load in found.items()}


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _late(context: Context, db: Any, due: Any, done: Any) -> int:  # noqa: ANN401 - columns
    late = select(func.count()).where(
        due < context.today(), done.is_(None), Case.closed_on.is_(None)
    )
    return db.scalar(late) or 0


def _journals_hold(db: Any) -> bool:  # noqa: ANN401 - a session
    try:
        for chain in journal.chains(db):
            journal.head(journal.lines(db, chain))
    except BrokenJournal:
        return False
    return True


def _backup_is_late(context: Context) -> bool:
    """Whether what is days old, a question or the copy, stands in no copy."""
    oldest = context.today() - timedelta(days=BACKUP_DAYS)
    last = copying.last_copy(context)
    if last is not None:
        return last < oldest
    with context.database.read() as db:
        first = db.scalar(select(func.min(Case.received)))
    return first is not None and first < oldest


def _clock_is_right(context: Context, db: Any) -> bool:  # noqa: ANN401 - a session
    known = db.scalar(select(Instance.day))
    return known is None or context.today() >= known
