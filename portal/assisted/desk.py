"""The desk: an asker's unsent draft, cleaned pages and mailbox seed between two requests.

Every thing on it is sealed under a key derived from a ticket that lives in the asker's cookie and
nowhere else. The server keeps the ciphertext with the sessions, and sweeps it away when nobody came for a while.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from crypto.encoding import b64, from_b64
from crypto.errors import Malformed
from portal.models.desks import OnDesk
from portal.services.context import Context
from portal.services.errors import Full, OverLimit, ServiceError, Unknown
from portal.services.keeping import at_rest

TICKET_BYTES: Final = 32
# Somebody who writes without scripts sends nothing while writing, so the desk waits longer than a
# session of the sealed pages. What lies there meanwhile is ciphertext without its key.
SWEPT_AFTER_MINUTES: Final = 120
SEED_SWEPT_AFTER_MINUTES: Final = 30
MAILBOX: Final = "mailbox"
CHOSEN: Final = "chosen"  # name and password of a question that waits its turn
OUTGOING: Final = "genesis-"  # a submission with the seed of its new mailbox
AGAIN: Final = "again"  # the page that is shown once more, with what was typed into it
SECRETS: Final = (MAILBOX, CHOSEN, AGAIN)
FORMS: Final = "forms"  # tokens of forms that were shown before the ticket changed
MOST_FORMS: Final = 4
MOST_AT_ONCE: Final = 16
ADMITTED: Final = "admitted"  # the pass of whoever gave the access word
# All desks together: they lie in the machine's memory.
ALL_DESKS_BYTES: Final = 512 * 1024 * 1024
LARGE_BYTES: Final = 384 * 1024
# How much of all that may be taken, so that nobody fills the room of who is better known.
# Pictures and long pages, which anybody can make many of, leave everybody room to ask without them;
# a stranger's texts leave room to who knows the access word, and those to who was here before.
SHARES: Final = 32
LARGE_SHARE: Final = 24
STRANGER_SHARE: Final = 28
ADMITTED_SHARE: Final = 30
MAILBOX_SHARE: Final = 31
# The seed itself, without which nobody reads their answer, may lie in what is left.
SEED_SHARE: Final = SHARES


@dataclass(slots=True)
class Desk:
    """One visitor's things.

    `fresh`: no ticket came with the request; `shown`: a form needs the cookie; `renewed`: it has to
    change.
    """

    context: Context
    ticket: bytes
    fresh: bool
    shown: bool = field(default=False)
    renewed: bool = field(default=False)

    @classmethod
    def of(cls, context: Context, untrusted_cookie: str | None) -> Self:
        """The desk that a cookie opens, or a new and empty one."""
        ticket = _ticket(untrusted_cookie)
        if ticket is None:
            return cls(context, context.randomness(TICKET_BYTES), fresh=True)
        return cls(context, ticket, fresh=False)

    @property
    def is_handed_out(self) -> bool:
        """Whether the answer brings the visitor a ticket that they don't have yet."""
        return self.renewed or (self.fresh and self.shown)

    def renew(self, secret: bytes) -> Desk:
        """Go on under a ticket that only who knows `secret` can have; what lies here comes along.

        Whoever saw the ticket before, on a computer that is shared, sees nothing from here on. The
        same secret gives the same ticket: a form that was sent twice ends at one desk. Gives the desk
        as it was, where a second sending may still look.
        """
        before = Desk(self.context, self.ticket, fresh=False)
        self.ticket = HKDF(
            SHA256(), TICKET_BYTES, before.ticket, b"adviespunt/v1/desk/renewed"
        ).derive(secret)
        self.fresh, self.renewed = False, True
        for name in before.names(""):
            _again_if_another_was_first(partial(self._take_over, before, name))
        shown = [*(self.load(FORMS) or b"").decode().split(), before.form_token]
        # A kindness to other tabs: nobody stays out because there is no room for it.
        with suppress(ServiceError):
            self.save(FORMS, " ".join(shown[-MOST_FORMS:]).encode())
        return before

    def _take_over(self, before: Desk, name: str) -> None:
        """One thing at a time: a draft with all its pages would weigh three times as much at once."""
        with self.context.sessions.write() as db:
            thing = db.get(OnDesk, (before._handle, name))
            if thing is None:
                return
            sealed = self._sealed(name, before._opened(thing))
            moved = OnDesk(desk=self._handle, name=name, minute=thing.minute,
                           size=len(sealed), sealed=sealed)  # fmt: skip
            db.delete(thing)
            db.merge(moved)

    def _sealed(self, name: str, plain: bytes) -> bytes:
        nonce = self.context.randomness(at_rest.NONCE_BYTES)
        return at_rest.cover(self._derived("key"), "desk", self._bound(name), plain, nonce)

    def _opened(self, thing: OnDesk) -> bytes:
        return at_rest.uncover(self._derived("key"), "desk", self._bound(thing.name), thing.sealed)

    @property
    def cookie(self) -> str:
        return b64(self.ticket)

    @property
    def form_token(self) -> str:
        """What every form of this visitor carries."""
        self.shown = True
        return b64(self._derived("form"))

    def is_own_form(self, untrusted_token: str) -> bool:
        """Whether this desk showed the form, also before its ticket changed: another tab may be older."""
        given = untrusted_token.encode()
        if hmac.compare_digest(given, self.form_token.encode()):
            return True
        before = (self.load(FORMS) or b"").split()
        return any(hmac.compare_digest(given, one) for one in before)

    def _derived(self, label: str) -> bytes:
        return HKDF(SHA256(), 32, None, b"adviespunt/v1/desk/" + label.encode()).derive(self.ticket)

    @property
    def _handle(self) -> bytes:
        return self._derived("handle")

    def _bound(self, name: str) -> bytes:
        return self._handle + name.encode()

    def save(self, name: str, plain: bytes) -> None:
        """Put a thing down under this name. Raises `OverLimit` or `Full`."""
        self._put(name, plain, keep_first=False)

    def save_first(self, name: str, plain: bytes) -> bytes:
        """Put a thing down unless something lies there; give what lies there then.

        Two requests at once therefore go on with the same bytes.
        """
        self._put(name, plain, keep_first=True)
        return self.load(name) or plain

    def _put(self, name: str, plain: bytes, *, keep_first: bool) -> None:
        _again_if_another_was_first(partial(self._put_once, name, plain, keep_first=keep_first))

    def _put_once(self, name: str, plain: bytes, *, keep_first: bool) -> None:
        sealed = self._sealed(name, plain)
        with self.context.sessions.write() as db:
            found = db.get(OnDesk, (self._handle, name))
            if found is not None and keep_first:
                return
            if found is not None:
                db.execute(delete(OnDesk).where(OnDesk.desk == self._handle, OnDesk.name == name))
                db.expunge(found)
            total = select(func.coalesce(func.sum(OnDesk.size), 0))
            own = db.scalar(total.where(OnDesk.desk == self._handle)) or 0
            if own + len(sealed) > self._most:
                raise OverLimit("more than one visitor may put down")
            room = ALL_DESKS_BYTES * self._share(db, name, len(sealed)) // SHARES
            if (db.scalar(total) or 0) + len(sealed) > room:
                raise Full("the desks are full")
            minute = _minute(self.context)
            db.add(
                OnDesk(desk=self._handle, name=name, minute=minute, size=len(sealed), sealed=sealed)
            )

    def _share(self, db: Session, name: str, size: int) -> int:
        """How full all desks may become by this, of `SHARES`."""
        if size > LARGE_BYTES:
            return LARGE_SHARE
        if name == MAILBOX:
            return SEED_SHARE
        wanted = select(OnDesk.name).where(OnDesk.desk == self._handle)
        here = {name, *db.scalars(wanted.where(OnDesk.name.in_((MAILBOX, ADMITTED))))}
        if MAILBOX in here:
            return MAILBOX_SHARE
        return ADMITTED_SHARE if ADMITTED in here else STRANGER_SHARE

    @property
    def _most(self) -> int:
        # The sealed form of a submission lies beside its pages until it has arrived.
        return 2 * self.context.settings.limits.pages_bytes_a_message

    def load(self, name: str) -> bytes | None:
        """The thing under this name, or None when there is none or it was swept."""
        if self.fresh:
            return None
        with self.context.sessions.read() as db:
            found = db.get(OnDesk, (self._handle, name))
        if found is None or _too_old(found, _minute(self.context)):
            return None
        try:
            return self._opened(found)
        except Unknown:
            return None

    def names(self, prefix: str) -> list[str]:
        """What lies here under names that begin so."""
        wanted = select(OnDesk.name).where(OnDesk.desk == self._handle)
        with self.context.sessions.read() as db:
            return list(db.scalars(wanted.where(OnDesk.name.startswith(prefix, autoescape=True))))

    def remove(self, *names: str) -> None:
        """Take things away for good."""
        self._delete(OnDesk.name.in_(names))

    def take(self, name: str) -> bool:
        """Take a thing away; True for the one request that found it there."""
        wanted = delete(OnDesk).where(OnDesk.desk == self._handle, OnDesk.name == name)
        with self.context.sessions.write() as db:
            return db.execute(wanted.returning(OnDesk.name)).first() is not None

    def remove_all(self, prefix: str) -> None:
        """Take everything away whose name begins so; an empty prefix clears the desk."""
        self._delete(OnDesk.name.startswith(prefix, autoescape=True))

    def _delete(self, condition: ColumnElement[bool]) -> None:
        with self.context.sessions.write() as db:
            db.execute(delete(OnDesk).where(OnDesk.desk == self._handle, condition))

    def touch(self) -> None:
        """Somebody is here: what lies here stays for another while."""
        if self.fresh:
            return
        minute = _minute(self.context)
        stale = (OnDesk.desk == self._handle, OnDesk.minute < minute)
        with self.context.sessions.read() as db:
            if db.scalar(select(func.count()).select_from(OnDesk).where(*stale)) == 0:
                return
        sweep(self.context)
        with self.context.sessions.write() as db:
            db.execute(update(OnDesk).where(*stale).values(minute=minute))


def _again_if_another_was_first(put: Callable[[], None]) -> None:
    """PostgreSQL has many writers: of requests that put down one thing at once, all but one begin again."""
    for _ in range(MOST_AT_ONCE):
        with suppress(IntegrityError, StaleDataError):
            return put()
    return put()


def sweep(context: Context) -> None:
    """Take away what nobody came back for."""
    minute = _minute(context)
    with context.sessions.write() as db:
        db.execute(delete(OnDesk).where(OnDesk.minute < minute - SWEPT_AFTER_MINUTES))
        seeds = or_(OnDesk.name.in_(SECRETS), OnDesk.name.startswith(OUTGOING, autoescape=True))
        db.execute(delete(OnDesk).where(seeds, OnDesk.minute < minute - SEED_SWEPT_AFTER_MINUTES))


def _too_old(thing: OnDesk, minute: int) -> bool:
    is_seed = thing.name in SECRETS or thing.name.startswith(OUTGOING)
    return thing.minute < minute - (SEED_SWEPT_AFTER_MINUTES if is_seed else SWEPT_AFTER_MINUTES)


def _minute(context: Context) -> int:
    return int(context.seconds() // 60)


def _ticket(untrusted: str | None) -> bytes | None:
    try:
        ticket = from_b64(untrusted or "")
    except Malformed:
        return None
    return ticket if len(ticket) == TICKET_BYTES else None
