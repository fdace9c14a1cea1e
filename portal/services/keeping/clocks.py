"""The latest day this instance has known, so that a clock set back is noticed before harm is done."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models.instance import Instance
from portal.services.context import Context
from portal.services.errors import ClockSetBack


def remember(context: Context, db: Session) -> None:
    """Move the latest known day on; never back."""
    row = db.scalars(select(Instance).with_for_update()).one()
    row.day = max(row.day, context.today())


def require_right(context: Context, db: Session) -> None:
    """Raise `ClockSetBack` when today is before a day that was known already."""
    known = db.scalar(select(Instance.day))
    if known is not None and context.today() < known:
        raise ClockSetBack("the machine's day is before one that was known already")
