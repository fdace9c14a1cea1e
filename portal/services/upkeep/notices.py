"""One mail a day at most to each member, in the same words whatever happened."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Final

from sqlalchemy import select

from portal.config import Mail
from portal.errors import BadSettings, PortalError
from portal.models.instance import Instance
from portal.models.staff import Member
from portal.services.context import Context
from portal.services.errors import Malformed
from portal.services.keeping import at_rest
from portal.services.upkeep import awaited
from portal.services.values import Actor

SUBJECT = "Adviespunt"
TEXT = "Er staat iets voor je klaar in het adviespunt. Meld je aan zoals je gewoon bent.\n"
SECONDS = 30
LONGEST_ADDRESS = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """How many notices went out, and whether some could not."""

    sent: int
    failed: int


def set_address(context: Context, actor: Actor, untrusted: str | None) -> None:
    """Where this member's notices go; None for none."""
    key = at_rest.key_of(context, actor.id)
    nonce = context.randomness(at_rest.NONCE_BYTES)
    covered = None
    if untrusted is not None:
        _require_address(untrusted)
        covered = at_rest.cover(key, "notice", actor.id, untrusted.encode(), nonce)
    with context.database.write() as db:
        db.get_one(Member, actor.id).notice = covered


# What people's addresses are made of (RFC 5322, 3.2.3, without quotes), and nothing that a letter's head would read
# as something else: an encoded word (RFC 2047) or a list.
_ADDRESS: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def _require_address(untrusted: str) -> None:
    plain = _ADDRESS.fullmatch(untrusted) and "=?" not in untrusted
    if not plain or len(untrusted) > LONGEST_ADDRESS:
        raise Malformed("not a mail address")


def address_of(context: Context, actor: Actor) -> str | None:
    with context.database.read() as db:
        covered = db.get_one(Member, actor.id).notice
    return None if covered is None else _uncover(context, actor.id, covered)


def _uncover(context: Context, member: bytes, covered: bytes) -> str:
    return at_rest.uncover(at_rest.key_of(context, member), "notice", member, covered).decode()


@dataclass(frozen=True, slots=True)
class Notice:
    """A member for whom something waits, and where their notice goes."""

    member: bytes
    address: str


def waiting(context: Context) -> Sequence[Notice]:
    """Who gets a notice now: something waits, and they had none today. The order means nothing."""
    with context.database.read() as db:
        wanted = select(Member).where(
            Member.active.is_(True),
            Member.notice.is_not(None),
            Member.notified.is_distinct_from(context.today()),
            Member.id.in_(awaited.members(context, db)),
        )
        found = db.scalars(wanted.order_by(Member.id)).all()
    return [Notice(one.id, _uncover(context, one.id, one.notice or b"")) for one in found]


def send(context: Context) -> Sent:
    """Send the day's notices: once a day to each member, however often this is run.

    What can't be sent is told by health, and tried again at the next run. Raises `BadSettings` when
    no mail server was named.
    """
    mail = _named_server(context)
    with context.database.read() as db:
        if db.scalar(select(Instance.notices_on)) == context.today():
            return Sent(0, 0)
    notices = waiting(context)
    sent = 0
    for notice in notices:
        try:
            sent += _send(context, mail, notice)
        except _Unreachable:
            # The others would wait for it in vain too.
            break
    failed = len(notices) - sent
    _note(context, failed=bool(failed))
    return Sent(sent, failed)


def _named_server(context: Context) -> Mail:
    if context.settings.mail is None:
        raise BadSettings("portal.toml has no [mail]: nobody gets notices")
    return context.settings.mail


class NotSent(PortalError):
    """The mail server did not take a letter; says why, which only the operator may read."""


def try_out(context: Context, address: str) -> None:
    """Send the same words to an address of the operator's own; nothing is noted about it.

    Raises `BadSettings` or `NotSent`.
    """
    mail = _named_server(context)
    try:
        _require_address(address)
        server = _connect(mail)
        try:
            server.send_message(letter(mail.sender, address))
        finally:
            server.close()
    except Malformed as error:
        raise NotSent(f"Nothing was sent: {address} is no mail address.") from error
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"Nothing was sent. {mail.host}:{mail.port}: {error}") from error


def _note(context: Context, *, failed: bool) -> None:
    with context.database.write() as db:
        row = db.scalars(select(Instance)).one()
        row.notices_fail_since = (row.notices_fail_since or context.today()) if failed else None
        row.notices_on = row.notices_on if failed else context.today()


class _Unreachable(Exception):
    """The mail server can't be reached, or won't have us at all."""


def _send(context: Context, mail: Mail, notice: Notice) -> bool:
    """Send one notice over a connection of its own: what one address meets costs no other anything.

    The day is written down first. A run that is killed, or that lost the server's answer, so sends
    no second mail; only what the server refused in so many words is tried again today.
    """
    try:
        message = letter(mail.sender, notice.address)
        # Some addresses are read only when the letter is written out.
        message.as_bytes()
    except Exception:  # noqa: BLE001 - the mail library raises whatever its parser trips over
        # Before the day is written down, so that health goes on telling it: it costs nobody else theirs.
        return False
    try:
        server = _connect(mail)
    except (OSError, smtplib.SMTPException) as error:
        # The reason may name an address; health says only that it doesn't work.
        raise _Unreachable from error
    try:
        return not _claim(context, notice.member) or _hand_over(context, server, message, notice)
    finally:
        # Whether it has gone is known by now: the goodbye changes nothing.
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
        server.close()


def _hand_over(
    context: Context, server: smtplib.SMTP, message: EmailMessage, notice: Notice
) -> bool:
    try:
        server.send_message(message)
    except smtplib.SMTPServerDisconnected:
        return False
    except smtplib.SMTPException:
        with context.database.write() as db:
            db.get_one(Member, notice.member).notified = None
        return False
    except OSError:
        return False
    return True


def _claim(context: Context, member: bytes) -> bool:
    """Write down that this member's notice of today goes out; False when another run was first."""
    with context.database.write() as db:
        row = db.get_one(Member, member, with_for_update=True)
        if row.notified == context.today():
            return False
        row.notified = context.today()
        return True


def _connect(mail: Mail) -> smtplib.SMTP:
    server = smtplib.SMTP(mail.host, mail.port, local_hostname="adviespunt", timeout=SECONDS)
    try:
        if mail.starttls:
            server.starttls(context=ssl.create_default_context(cafile=mail.ca_file))
        if mail.user and mail.password_file:
            server.login(mail.user, Path(mail.password_file).read_text(encoding="utf-8").strip())
    except BaseException:
        server.close()
        raise
    return server


def letter(sender: str, address: str) -> EmailMessage:
    """The notice: the same for everybody and every day, and without a time of its own."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = SUBJECT, sender, address
    message.set_content(TEXT)
    return message
