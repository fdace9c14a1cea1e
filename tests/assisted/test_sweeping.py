"""The day's sweep takes away what was left on desks, even when no other visitor comes."""

from __future__ import annotations

from sqlalchemy import select

from portal.assisted import desk as desks
from portal.assisted.desk import Desk
from portal.models.desks import OnDesk
from portal.services.upkeep import sweeping
from tests.assisted.conftest import Instance


def test_it_takes_what_nobody_came_back_for(instance: Instance) -> None:
    desk = Desk(instance.context, b"t" * 32, fresh=False)
    desk.save("draft", b"old")
    instance.clock._asked += 60 * (desks.SWEPT_AFTER_MINUTES + 1)
    desk.save("other", b"new")
    sweeping.sweep(instance.context)
    with instance.context.sessions.read() as db:
        assert [row.name for row in db.scalars(select(OnDesk))] == ["other"]


def test_it_waits_as_long_as_the_desk_itself() -> None:
    assert sweeping.DESK_MINUTES == desks.SWEPT_AFTER_MINUTES
