"""One mail a day at most to each member, in the same words whatever happened."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from portal.config import Mail
from portal.errors import BadSettings
from portal.models.cases import Case, Participant
from portal.models.instance import Instance
from portal.models.staff import Invitation, Member
from portal.services.context import Context
from portal.services.errors import Malformed
from portal.services.keeping import at_rest
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


def _require_address(untrusted: str) -> None:
    local, at, domain = untrusted.partition("@")
    plain = untrusted.isascii() and untrusted.isprintable() and not set(untrusted) & set(' <>,;:"')
    if not (plain and local and at and "." in domain) or len(untrusted) > LONGEST_ADDRESS:
        raise Malformed("not a mail address")


def address_of(context: Context, actor: Actor) -> str | None:
    with context.database.read() as db:
        covered = db.get_one(Member, actor.id).notice
    return None if covered is None else _uncover(context, actor.id, covered)


def _uncover(context: Context, member: bytes, covered: bytes) -> str:
    return at_rest.uncover(at_rest.key_of(context, member), "notice", member, covered).decode()


def waiting(context: Context) -> Sequence[str]:
    """The addresses of members for whom something waits, in no order that means anything."""
    with context.database.read() as db:
        members = db.scalars(
            select(Member).where(Member.active.is_(True), Member.notice.is_not(None))
        ).all()
        found = [member for member in members if _has_something(db, member)]
    return sorted(_uncover(context, member.id, member.notice or b"") for member in found)


def _has_something(db: Session, member: Member) -> bool:
    waits = or_(Case.waits_for == "staff", Case.state == "new")
    mine = exists().where(
        Participant.member == member.id,
        Participant.active.is_(True),
        Participant.case == Case.id,
        waits,
    )
    enrolled = exists().where(Invitation.member.is_not(None), Invitation.by == member.id)
    return bool(db.scalar(select(or_(mine, enrolled))))


def send(context: Context) -> Sent:
    """Send the day's notices, once a day; what can't be sent is told by health and tried tomorrow.

    Raises `BadSettings` when no mail server was named.
    """
    mail = context.settings.mail
    if mail is None:
        raise BadSettings("portal.toml has no [mail]: nobody gets notices")
    with context.database.read() as db:
        if db.scalar(select(Instance.notices_on)) == context.today():
            return Sent(0, 0)
    addresses = waiting(context)
    sent = 0
    try:
        sent = _deliver(mail, addresses)
    except (OSError, smtplib.SMTPException):
        # The reason may name an address; health says only that it doesn't work.
        sent = 0
    failed = len(addresses) - sent
    _note(context, failed=bool(failed))
    return Sent(sent, failed)


def _note(context: Context, *, failed: bool) -> None:
    with context.database.write() as db:
        row = db.scalars(select(Instance)).one()
        row.notices_fail_since = (row.notices_fail_since or context.today()) if failed else None
        row.notices_on = row.notices_on if failed else context.today()


def _deliver(mail: Mail, addresses: Sequence[str]) -> int:
    if not addresses:
        return 0
    sent = 0
    with smtplib.SMTP(mail.host, mail.port, local_hostname="adviespunt", timeout=SECONDS) as server:
        if mail.starttls:
            server.starttls(context=ssl.create_default_context(cafile=mail.ca_file))
        if mail.user and mail.password_file:
            server.login(mail.user, Path(mail.password_file).read_text(encoding="utf-8").strip())
        for address in addresses:
            try:
                server.send_message(letter(mail.sender, address))
                sent += 1
            except smtplib.SMTPRecipientsRefused:
                continue
    return sent


def letter(sender: str, address: str) -> EmailMessage:
    """The notice: the same for everybody and every day, and without a time of its own."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = SUBJECT, sender, address
    message.set_content(TEXT)
    return message
