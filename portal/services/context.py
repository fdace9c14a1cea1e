"""What every service needs: the stores, the organisation, today and randomness."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy import select

from portal.config import Settings
from portal.errors import NoInstance
from portal.models.instance import Instance
from portal.models.keyring import PEPPER, Key
from portal.models.store import Store, open_store
from portal.services.deadlines import Calendar

BRUSSELS = ZoneInfo("Europe/Brussels")


def today_in_brussels() -> date:
    return datetime.now(UTC).astimezone(BRUSSELS).date()


@dataclass(frozen=True)
class Context:
    """One instance at work. `today` and `seconds` are clocks, `randomness(n)` gives n bytes."""

    settings: Settings
    database: Store
    keyring: Store
    sessions: Store
    today: Callable[[], date] = today_in_brussels
    seconds: Callable[[], float] = time.time
    randomness: Callable[[int], bytes] = os.urandom
    wait: Callable[[float], None] = field(default=time.sleep)

    @cached_property
    def portal(self) -> bytes:
        """The portal's id, which never changes."""
        with self.database.read() as db:
            found: bytes | None = db.scalar(select(Instance.portal))
        if found is None:
            raise NoInstance("there is no instance here yet: run `adviespunt init`")
        return found

    @cached_property
    def pepper(self) -> bytes:
        """The key of every stored locator and login; it stands in the keyring alone."""
        with self.keyring.read() as keys:
            found = keys.get(Key, PEPPER)
        if found is None:
            raise NoInstance("the keyring is empty: restore it, or run `adviespunt init`")
        return found.key

    @cached_property
    def calendar(self) -> Calendar:
        organisation = self.settings.organisation
        return Calendar(organisation.closing_days, organisation.yearly_closing_days)

    def close(self) -> None:
        for store in (self.database, self.keyring, self.sessions):
            store.close()


def open_context(settings: Settings) -> Context:
    """The instance that these settings describe; nothing is read yet."""
    return Context(
        settings=settings,
        database=open_store(settings.database_url, "kept"),
        keyring=open_store(settings.keyring_url, "overwritten"),
        sessions=open_store(settings.sessions_url, "fleeting"),
    )
