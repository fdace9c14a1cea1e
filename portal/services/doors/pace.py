"""Slowing down without addresses: buckets for everybody together, counters for one attempt."""

from __future__ import annotations

import math
import os
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from crypto.encoding import sha256
from portal.models import rows
from portal.models.sessions import Tries
from portal.services.context import Context
from portal.services.errors import Throttled

# After the allowed failures each further one doubles the wait, up to the longest.
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 900
FORGOTTEN_SECONDS = 24 * 3600

_TRIES = select(Tries.level, Tries.at).where(Tries.what == bindparam("key"))
_COUNTED = (
    update(Tries)
    .where(Tries.what == bindparam("key"))
    .values(level=bindparam("left"), at=bindparam("now"))
)

# Buckets of one mailbox are kept under this, so that what is stored tells of no mailbox when it was used.
_THIS_PROCESS = os.urandom(32)


def bucket_of(name: str, mailbox: bytes) -> str:
    """The name of a mailbox's own bucket in this process; nobody can tell whose it is."""
    return f"{name} {sha256(_THIS_PROCESS + mailbox).hex()}"


def _key(name: str, subject: bytes = b"") -> bytes:
    return sha256(name.encode() + b"\0" + subject)


@dataclass(frozen=True, slots=True)
class Filling:
    """How full a bucket is, of `burst` at most, and what comes in a minute."""

    level: float
    burst: float
    a_minute: float
    quiet: float

    @property
    def seconds_to_token(self) -> int:
        """How long until there is one in it, a minute at most; 0 when there is."""
        if self.level >= 1:
            return 0
        return min(60, math.ceil((1 - self.level) * 60 / self.a_minute))

    @property
    def load(self) -> float:
        """How busy it is: 0 while it is fuller than the quiet part, 1 when it is empty."""
        return min(1.0, max(0.0, (self.quiet - self.level) / self.quiet))

    def require_token(self) -> None:
        """Raise `Throttled` while it is empty; takes nothing out."""
        if self.seconds_to_token > 0:
            raise Throttled("too many tries by everybody together", seconds=self.seconds_to_token)


def look(context: Context, name: str, pace: tuple[float, float]) -> Filling:
    """The bucket `name` as it is now."""
    with context.sessions.read() as sessions:
        level = _level(context, sessions, _key(name), pace)
    return Filling(level, *pace, pace[0] * context.settings.pace.quiet_percent / 100)


def require_token(context: Context, name: str, pace: tuple[float, float]) -> None:
    """Raise `Throttled` while the bucket `name` is empty; takes nothing out."""
    look(context, name, pace).require_token()


def _level(context: Context, sessions: Session, key: bytes, pace: tuple[float, float]) -> float:
    burst, a_minute = pace
    row = rows.first(sessions, _TRIES, key=key)
    if row is None:
        return burst
    passed = max(0.0, context.seconds() - row.at)
    level: float = min(burst, row.level + passed * a_minute / 60)
    return level


def take_token(context: Context, name: str, pace: tuple[float, float]) -> None:
    """Take one out of the bucket, which fills again by itself."""
    key = _key(name)

    def take(sessions: Session) -> None:
        left, now = max(0.0, _level(context, sessions, key, pace) - 1), context.seconds()
        given = {"key": key, "left": left, "now": now}
        if sessions.connection().execute(_COUNTED, given).rowcount == 0:
            rows.insert(sessions, Tries(what=key, level=left, at=now))

    with suppress(
        IntegrityError
    ):  # somebody made this row at the same moment: one of two counts will do
        context.sessions.together(take)


def _keep(context: Context, row: Tries) -> None:
    try:
        with context.sessions.write() as sessions:
            sessions.merge(row)
    except IntegrityError:
        # Somebody else made this row at the same moment: one of two counts will do.
        return


def require_patience(context: Context, name: str, subject: bytes) -> None:
    """Raise `Throttled` while this one attempt has failed too often lately."""
    with context.sessions.read() as sessions:
        row = sessions.get(Tries, _key(name, subject))
    if row is None:
        return
    left = row.at + _wait(context, row.level) - context.seconds()
    # A clock that was set back must not keep anybody out for longer than the longest wait.
    if 0 < left <= LONGEST_WAIT_SECONDS:
        raise Throttled("too many failures", seconds=math.ceil(left))


def _wait(context: Context, failures: float) -> float:
    over = int(failures) - context.settings.pace.staff_tries
    if over < 0:
        return 0
    return float(min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** min(over, 10)))


def count_failure(context: Context, name: str, subject: bytes) -> None:
    key = _key(name, subject)
    with context.sessions.read() as sessions:
        row = sessions.get(Tries, key)
    before = row.level if row and context.seconds() - row.at < FORGOTTEN_SECONDS else 0
    _keep(context, Tries(what=key, level=before + 1, at=context.seconds()))


def forget_failures(context: Context, name: str, subject: bytes) -> None:
    with context.sessions.write() as sessions:
        row = sessions.get(Tries, _key(name, subject))
        if row is not None:
            sessions.delete(row)
