"""Signing in: one answer and the same work for everything that is wrong."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from sqlalchemy import select

from portal.models.mailboxes import Mailbox
from portal.models.staff import Member, Opening
from portal.services.context import Context
from portal.services.doors import gates, pace
from portal.services.errors import ServiceError, Throttled, Unknown, WrongCredentials
from portal.services.keeping import at_rest, clocks
from portal.services.keeping.secrets import peppered
from portal.services.signing_in import passkeys, renewing, second_factor, visits
from portal.services.signing_in.attestation import Assertion, Registration
from portal.services.signing_in.visits import Visit
from portal.services.values import Actor

_NOBODY = bytes(32)

# Six digits or a reset code; a passkey's answer; a new passkey that completes a reset.
Proof = str | Assertion | Registration


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session: the cookie's token, and the wrapped seed to open in the browser."""

    token: bytes
    visit: Visit
    seed: bytes


class NotActive(ServiceError):
    """The credentials are right, but this member isn't active (yet, or any more)."""

    status = 403
    problem = "not-active"


def open_mailbox(context: Context, locator: bytes, login: bytes) -> SignedIn:
    """Raises `WrongCredentials`.

    Every try is counted, and none refused for the others: what many of them cost is asked for at
    the door, of right and wrong alike. A refusal of wrong ones alone would say which are right.
    """
    gates.askers(context).count()
    owner, seed = _unlock_mailbox(context, locator, login)
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


def open_staff(context: Context, locator: bytes, login: bytes, proof: Proof) -> SignedIn:
    """Sign a member in by passphrase or recovery code, and a second factor, checked together.

    Raises `WrongCredentials`, `Throttled`, `NotActive`, or `SecondFactorSetup` for a reset code.
    """
    known = peppered(context.pepper, "staff", "locator", locator)
    pace.require_patience(context, "staff", known)
    try:
        member, seed = _unlock_member(context, known, login, proof)
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


def _unlock_member(
    context: Context, known: bytes, login: bytes, proof: Proof
) -> tuple[Member, bytes]:
    given = peppered(context.pepper, "staff", "login", login)
    with context.database.read() as db:
        opening = db.scalar(select(Opening).where(Opening.locator == known))
        member = db.get(Member, opening.member) if opening else None
    owner = member.id if member else known[:16]
    expected = opening.login if opening else _NOBODY
    seed = _uncover_or_pretend(context, owner, opening.seed if opening else b"")
    right = hmac.compare_digest(expected, given) and seed is not None
    right = _second_factor_is_right(context, member, proof, try_it=right) and right
    if not right or member is None or seed is None:
        raise WrongCredentials
    if not member.active:
        raise NotActive
    _note_day(context, member.id)
    return member, seed


def _second_factor_is_right(
    context: Context, member: Member | None, proof: Proof, *, try_it: bool
) -> bool:
    """Check the proof; for nobody at all the same is computed over nothing."""
    if not try_it or member is None:
        _pretend(context, proof)
        return False
    pace.require_patience(context, "code", member.id)
    if not _proves(context, member, proof):
        pace.count_failure(context, "code", member.id)
        return False
    pace.forget_failures(context, "code", member.id)
    return True


def _pretend(context: Context, proof: Proof) -> None:
    match proof:
        case str():
            second_factor.matching_step(context, bytes(second_factor.SECRET_BYTES), proof)
        case Assertion():
            passkeys.is_right(context, None, proof)


def _proves(context: Context, member: Member, proof: Proof) -> bool:
    match proof:
        case str():
            return _code_is_right(context, member, proof)
        case Assertion():
            return passkeys.is_right(context, member.id, proof)
        case Registration():
            return renewing.finish_by_passkey(context, member, proof)


def _code_is_right(context: Context, member: Member, code: str) -> bool:
    renewing.begin(context, member, code)
    step = second_factor.matching_step(context, _secret_of(context, member), code)
    if not member.second_factor:
        step = None
    step = step or renewing.finish_by_code(context, member, code)
    return step is not None and second_factor.use_up(context, member.id, step)


def _secret_of(context: Context, member: Member) -> bytes:
    """The member's secret; for who has none, one that nobody knows."""
    key = at_rest.key_of(context, member.id)
    if not member.second_factor:
        return context.randomness(second_factor.SECRET_BYTES)
    return at_rest.uncover(key, "second-factor", member.id, member.second_factor)


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
