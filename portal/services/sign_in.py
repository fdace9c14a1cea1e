"""Signing in: one answer and the same work for everything that is wrong."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from sqlalchemy import select

from crypto.encoding import from_b64
from crypto.errors import ProtocolError
from portal.models.mailboxes import Mailbox
from portal.models.staff import Member, Opening
from portal.services import at_rest, clocks, pace, second_factor, visits
from portal.services.context import Context
from portal.services.errors import ServiceError, Throttled, Unknown, WrongCredentials
from portal.services.second_factor import Setup
from portal.services.secrets import peppered
from portal.services.values import Actor
from portal.services.visits import Visit

_NOBODY = bytes(32)
RESET_CODE_CHARACTERS = 43


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session: the cookie's token, and the wrapped seed to open in the browser."""

    token: bytes
    visit: Visit
    seed: bytes


class SecondFactorSetup(ServiceError):
    """A valid reset code was given: here is the new second factor, to be confirmed by a code."""

    status = 403
    problem = "second-factor-setup"

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self.setup = setup


class NotActive(ServiceError):
    """The credentials are right, but this member isn't active (yet, or any more)."""

    status = 403
    problem = "not-active"


def open_mailbox(context: Context, locator: bytes, login: bytes) -> SignedIn:
    """Raises `WrongCredentials`, or `Throttled` for failures when all askers fail too often.

    What is right opens the mailbox even then: strangers who fail must not keep an asker out.
    """
    try:
        owner, seed = _unlock_mailbox(context, locator, login)
    except WrongCredentials:
        allowed = context.settings.pace.asker_failures
        pace.require_token(context, "askers", allowed)
        pace.take_token(context, "askers", allowed)
        raise
    token, visit = visits.begin(context, Actor("mailbox", owner))
    return SignedIn(token, visit, seed)


def _unlock_mailbox(context: Context, locator: bytes, login: bytes) -> tuple[bytes, bytes]:
    known = peppered(context.pepper, "mailbox", "locator", locator)
    given = peppered(context.pepper, "mailbox", "login", login)
    with context.database.read() as db:
        row = db.scalar(select(Mailbox).where(Mailbox.locator == known))
    owner, expected, layered = (row.id, row.login, row.seed) if row else (known[:16], _NOBODY, b"")
    seed = _uncover_or_pretend(context, owner, layered)
    if not hmac.compare_digest(expected, given) or seed is None:
        raise WrongCredentials
    return owner, seed


def _uncover_or_pretend(context: Context, owner: bytes, layered: bytes) -> bytes | None:
    """The wrapped seed, or None after the same work for somebody who isn't there."""
    key = at_rest.find_key(context, owner)
    if key is None or not layered:
        nonce = bytes(at_rest.NONCE_BYTES)
        pretence = at_rest.cover(_NOBODY, "seed", owner, bytes(1_200), nonce)
        at_rest.uncover(_NOBODY, "seed", owner, pretence)
        return None
    return at_rest.uncover(key, "seed", owner, layered)


def open_staff(context: Context, locator: bytes, login: bytes, code: str) -> SignedIn:
    """Sign a member in by passphrase or recovery code, and a second factor.

    Raises `WrongCredentials`, `Throttled`, `NotActive`, or `SecondFactorSetup` for a reset code.
    """
    known = peppered(context.pepper, "staff", "locator", locator)
    pace.require_patience(context, "staff", known)
    try:
        member, seed = _unlock_member(context, known, login, code)
    except (WrongCredentials, Throttled):
        _count_failure(context, known)
        raise
    pace.forget_failures(context, "staff", known)
    token, visit = visits.begin(context, Actor("staff", member.id, member.role))
    return SignedIn(token, visit, seed)


def _count_failure(context: Context, known: bytes) -> None:
    """Slow this attempt down, and all wrong ones together: a flood keeps no member out."""
    allowed = context.settings.pace.staff_failures
    # First, so that a flood of made-up names leaves no row each behind.
    pace.require_token(context, "staff", allowed)
    pace.take_token(context, "staff", allowed)
    pace.count_failure(context, "staff", known)


def _unlock_member(context: Context, known: bytes, login: bytes, code: str) -> tuple[Member, bytes]:
    given = peppered(context.pepper, "staff", "login", login)
    with context.database.read() as db:
        opening = db.scalar(select(Opening).where(Opening.locator == known))
        member = db.get(Member, opening.member) if opening else None
    owner = member.id if member else known[:16]
    expected = opening.login if opening else _NOBODY
    seed = _uncover_or_pretend(context, owner, opening.seed if opening else b"")
    right = hmac.compare_digest(expected, given) and seed is not None
    right = _second_factor_is_right(context, member, code, try_it=right) and right
    if not right or member is None or seed is None:
        raise WrongCredentials
    if not member.active:
        raise NotActive
    _note_day(context, member.id)
    return member, seed


def _second_factor_is_right(
    context: Context, member: Member | None, code: str, *, try_it: bool
) -> bool:
    """Check the code; for nobody at all the same HMACs are computed over nothing."""
    secret = _secret_of(context, member) if member else bytes(second_factor.SECRET_BYTES)
    if try_it and member is not None:
        pace.require_patience(context, "code", member.id)
        if _offer_reset(context, member, code):
            return True
    step = second_factor.matching_step(context, secret, code)
    if not try_it or member is None:
        return False
    step = step or _pending_step(context, member, code)
    if step is None or not second_factor.use_up(context, member.id, step):
        pace.count_failure(context, "code", member.id)
        return False
    pace.forget_failures(context, "code", member.id)
    return True


def _secret_of(context: Context, member: Member) -> bytes:
    key = at_rest.find_key(context, member.id)
    if key is None:
        raise WrongCredentials
    return at_rest.uncover(key, "second-factor", member.id, member.second_factor)


def _offer_reset(context: Context, member: Member, code: str) -> bool:
    """For the right reset code make a new secret and raise `SecondFactorSetup` with it."""
    if member.reset is None or len(code) != RESET_CODE_CHARACTERS:
        return False
    try:
        given = peppered(context.pepper, "staff", "reset", from_b64(code))
    except ProtocolError:
        return False
    if not hmac.compare_digest(member.reset, given):
        return False
    secret = second_factor.new_secret(context)
    _keep_pending(context, member.id, secret)
    raise SecondFactorSetup(second_factor.setup_of(context, secret))


def _keep_pending(context: Context, member: bytes, secret: bytes) -> None:
    key = at_rest.key_of(context, member)
    nonce = context.randomness(at_rest.NONCE_BYTES)
    with context.database.write() as db:
        row = db.get_one(Member, member)
        row.pending_factor = at_rest.cover(key, "pending-factor", member, secret, nonce)


def _pending_step(context: Context, member: Member, code: str) -> int | None:
    """The step of a code by the new second factor, which then takes the old one's place."""
    if member.pending_factor is None:
        return None
    key = at_rest.key_of(context, member.id)
    secret = at_rest.uncover(key, "pending-factor", member.id, member.pending_factor)
    step = second_factor.matching_step(context, secret, code)
    if step is None:
        return None
    nonce = context.randomness(at_rest.NONCE_BYTES)
    with context.database.write() as db:
        row = db.get_one(Member, member.id)
        row.second_factor = at_rest.cover(key, "second-factor", member.id, secret, nonce)
        row.pending_factor = row.reset = None
    return step


def _note_day(context: Context, member: bytes) -> None:
    today = context.today()
    with context.database.read() as db:
        if db.scalar(select(Member.seen).where(Member.id == member)) == today:
            return
    with context.database.write() as db:
        row = db.get(Member, member)
        if row is None:
            raise Unknown("no such member")
        row.seen = today
        clocks.remember(context, db)
