"""The staff directory as the server keeps it: signed bytes that it checks and can't change."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from crypto.directory import Directory as Signed
from crypto.roles import FACILITATOR
from portal.models import rows
from portal.models.instance import Instance
from portal.models.staff import Directory, Member
from portal.services.context import Context
from portal.services.errors import Unknown

FACILITATORS_TO_OPEN = 2

_NEWEST = select(Directory.signed).order_by(Directory.version.desc()).limit(1)
_VERSION = select(Directory.signed).where(Directory.version == bindparam("number"))
_FACILITATORS = select(func.count()).where(Member.active.is_(True), Member.role == FACILITATOR)


class Current:
    """The newest directory, parsed once."""

    def __init__(self, signed: bytes) -> None:
        self.parsed = Signed.parse(signed)
        self.signed = signed
        self.version = self.parsed.version
        self.archive_key = self.parsed.content.archive.id
        self.register_key = self.parsed.content.register.id


@lru_cache(maxsize=8)
def _parsed(signed: bytes) -> Current:
    return Current(signed)


def current(db: Session) -> Current | None:
    """The newest version, or None before the first facilitator has set up the portal."""
    signed = rows.value(db, _NEWEST)
    return None if signed is None else _parsed(signed)


def version(context: Context, number: int | None) -> bytes:
    """The signed bytes of one version, the newest if None; raises `Unknown`."""
    with context.database.read() as db:
        if number is None:
            found = current(db)
            signed = found.signed if found else None
        else:
            signed = rows.value(db, _VERSION, number=number)
    if signed is None:
        raise Unknown("no such version of the directory")
    return signed


def freshness(context: Context) -> bytes | None:
    with context.database.read() as db:
        return db.scalar(select(Instance.freshness))


def active_facilitators(db: Session) -> int:
    return rows.value(db, _FACILITATORS) or 0


def accepts_questions(context: Context, db: Session) -> bool:
    """Two facilitators, or one where the organisation has said that this will do."""
    found = active_facilitators(db)
    if found >= FACILITATORS_TO_OPEN:
        return True
    overruled = context.settings.organisation.opens_with_one_facilitator
    return found == 1 and (overruled or bool(db.scalar(select(Instance.opens_with_one))))
