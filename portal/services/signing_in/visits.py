"""Who is signed in. A session is known by the hash of its token and forgets itself when idle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, bindparam, delete, select

from crypto.encoding import sha256
from portal.models import rows
from portal.models.sessions import SignedIn
from portal.models.staff import Member
from portal.services.context import BRUSSELS, Context
from portal.services.errors import NotRecent, SignedOut, Unknown
from portal.services.values import Actor

TOKEN_BYTES = 32
MINUTE = 60
# So long after signing in may somebody change their ways in.
RECENT_MINUTES = 5
# However much it is used: a session that was stolen does not last for ever.
LONGEST_MINUTES = 12 * 60

_VISIT = select(
    SignedIn.kind, SignedIn.who, SignedIn.handle, SignedIn.tab_key, SignedIn.minute, SignedIn.began,
    SignedIn.extra,
).where(SignedIn.token == bindparam("token"))  # fmt: skip
_MEMBER = select(Member.role, Member.active).where(Member.id == bindparam("id"))


@dataclass(frozen=True, slots=True)
class Visit:
    """A session at work. `tab_key` is the server's half of what the browser keeps."""

    actor: Actor
    handle: bytes
    tab_key: bytes
    # The minute of signing in.
    began: int
    extra: bytes | None = None


def begin(context: Context, actor: Actor, extra: bytes | None = None) -> tuple[bytes, Visit]:
    """Sign somebody in; gives the token for the cookie. `extra`: bytes to keep with it."""
    token, handle, tab_key = (context.randomness(n) for n in (TOKEN_BYTES, 16, 32))
    now = _minute(context)
    with context.sessions.write() as sessions:
        sessions.execute(delete(SignedIn).where(SignedIn.minute < oldest_minute(context)))
        sessions.add(
            SignedIn(
                token=sha256(token), handle=handle, kind=actor.kind, who=actor.id, tab_key=tab_key,
                minute=now, began=now, extra=extra,
            )
        )  # fmt: skip
    return token, Visit(actor, handle, tab_key, now, extra)


def _minute(context: Context) -> int:
    return int(context.seconds() // MINUTE)


def oldest_minute(context: Context) -> int:
    """Sessions last used before this minute have ended."""
    return _minute(context) - context.settings.pace.idle_minutes


def find(context: Context, token: bytes) -> Visit:
    """The session of this token, which is awake again for a while; raises `SignedOut`."""
    hashed = sha256(token)
    with context.sessions.read() as sessions:
        row = rows.first(sessions, _VISIT, token=hashed)
    if row is None or row.minute < oldest_minute(context):
        raise SignedOut("no such session, or idle for too long")
    if _minute(context) - (row.began or 0) >= LONGEST_MINUTES:
        raise SignedOut("signed in for too long")
    if row.minute != _minute(context):
        _touch(context, hashed)
    return Visit(
        _actor(context, row.kind, row.who), row.handle, row.tab_key, row.began or 0, row.extra
    )


def require_recent(context: Context, visit: Visit) -> None:
    """Raise `NotRecent` unless this visit began a few minutes ago."""
    if not 0 <= _minute(context) - visit.began <= RECENT_MINUTES:
        raise NotRecent("signed in too long ago")


def _touch(context: Context, token: bytes) -> None:
    with context.sessions.write() as sessions:
        row = sessions.get(SignedIn, token)
        if row is not None:
            row.minute = _minute(context)


def _actor(context: Context, kind: str, who: bytes) -> Actor:
    if kind == "mailbox":
        return Actor("mailbox", who)
    with context.database.read() as db:
        member = rows.first(db, _MEMBER, id=who)
    if member is None or not member.active:
        raise SignedOut("no longer a member")
    return Actor("staff", who, member.role)


def end(context: Context, token: bytes) -> None:
    """Forget a session, and with it what its browser kept."""
    with context.sessions.write() as sessions:
        sessions.execute(delete(SignedIn).where(SignedIn.token == sha256(token)))


def end_all_of(context: Context, *who: bytes) -> None:
    with context.sessions.write() as sessions:
        sessions.execute(delete(SignedIn).where(SignedIn.who.in_(who)))


def _of(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    return SignedIn.kind == actor.kind, SignedIn.who == actor.id


def others(context: Context, actor: Actor) -> Sequence[SignedIn]:
    """All sessions of this member, the present one among them."""
    wanted = select(SignedIn).where(*_of(actor), SignedIn.minute >= oldest_minute(context))
    with context.sessions.read() as sessions:
        return sessions.scalars(wanted.order_by(SignedIn.handle)).all()


def day_of(row: SignedIn) -> date:
    """The day of signing in; the minute is told to nobody."""
    minute = row.minute if row.began is None else row.began
    return datetime.fromtimestamp(minute * MINUTE, BRUSSELS).date()


def end_others(context: Context, visit: Visit) -> None:
    """End every session of this member but the present one."""
    mine = delete(SignedIn).where(*_of(visit.actor), SignedIn.handle != visit.handle)
    with context.sessions.write() as sessions:
        sessions.execute(mine)


def revoke(context: Context, actor: Actor, handle: bytes) -> None:
    with context.sessions.write() as sessions:
        row = sessions.scalar(select(SignedIn).where(SignedIn.handle == handle, *_of(actor)))
        if row is None:
            raise Unknown("no such session")
        sessions.delete(row)
