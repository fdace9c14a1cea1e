"""A lost second factor: a facilitator gives a code, the member sets up a new one, the old ones go."""

from __future__ import annotations

import hmac

from sqlalchemy import delete
from sqlalchemy.orm import Session

from crypto.encoding import from_b64
from crypto.errors import ProtocolError
from crypto.roles import FACILITATOR
from portal.models.staff import Member, Passkey
from portal.services.context import Context
from portal.services.errors import Forbidden, ServiceError, Unknown
from portal.services.keeping import at_rest, journal, lapse
from portal.services.keeping.secrets import peppered
from portal.services.signing_in import passkeys, second_factor, visits
from portal.services.signing_in.attestation import Registration, Unproven, host_of
from portal.services.signing_in.passkeys import Offer
from portal.services.signing_in.second_factor import Setup
from portal.services.values import Actor

RENEW = "renew"
RESET_CODE_CHARACTERS = 43


class SecondFactorSetup(ServiceError):
    """A valid reset code was given: here are two new second factors, one to be confirmed."""

    status = 403
    problem = "second-factor-setup"

    def __init__(self, setup: Setup, offer: Offer) -> None:
        super().__init__()
        self.setup = setup
        self.offer = offer


def allow(context: Context, actor: Actor, member: bytes, code_hash: bytes) -> None:
    """Let a member set up a new second factor, once, with the code that was handed over."""
    if actor.role != FACILITATOR:
        raise Forbidden("only facilitators manage the staff")
    with context.database.write() as db:
        found = db.get(Member, member, with_for_update=True)
        if found is None or not found.active:
            raise Unknown("no such member")
        found.reset = peppered(context.pepper, "staff", "reset", code_hash)
        found.reset_on = context.today()
        found.pending_factor = None  # what an earlier code began
        journal.append(db, journal.STAFF, journal.Act(context.today(), actor.id, "reset", member))
    visits.end_all_of(context, member)


def begin(context: Context, member: Member, code: str) -> None:
    """For the right reset code raise `SecondFactorSetup`; for any other do nothing."""
    if member.reset is None or len(code) != RESET_CODE_CHARACTERS:
        return
    try:
        given = peppered(context.pepper, "staff", "reset", from_b64(code))
    except ProtocolError:
        return
    if not hmac.compare_digest(member.reset, given):
        return
    secret = second_factor.new_secret(context)
    if not _keep_pending(context, member, secret):
        return
    setup = second_factor.setup_of(context, secret)
    raise SecondFactorSetup(
        setup, passkeys.offer(context, RENEW, _subject_of(member), member.person)
    )


def _subject_of(member: Member) -> bytes:
    """What an offer is bound to: this reset of this member, so that the next reset ends it."""
    return member.id + (member.reset or b"")


def _keep_pending(context: Context, member: Member, secret: bytes) -> bool:
    key = at_rest.key_of(context, member.id)
    nonce = context.randomness(at_rest.NONCE_BYTES)
    with context.database.write() as db:
        row = _still_reset(context, db, member)
        if row is None:
            return False
        row.pending_factor = at_rest.cover(key, "pending-factor", member.id, secret, nonce)
    return True


def _still_reset(context: Context, db: Session, member: Member) -> Member | None:
    """The member's row, locked, where the reset that was read before is still the one in force."""
    row = db.get_one(Member, member.id, with_for_update=True)
    same = row.active and row.reset is not None and row.reset == member.reset
    return row if same and lapse.is_good(context, row.reset_on) else None


def finish_by_code(context: Context, member: Member, code: str) -> int | None:
    """The step of a code by the new secret, which then is the only second factor; else None."""
    if member.pending_factor is None:
        return None
    key = at_rest.key_of(context, member.id)
    secret = at_rest.uncover(key, "pending-factor", member.id, member.pending_factor)
    step = second_factor.matching_step(context, secret, code)
    if step is None:
        return None
    nonce = context.randomness(at_rest.NONCE_BYTES)
    with context.database.write() as db:
        row = _still_reset(context, db, member)
        if row is None or row.pending_factor != member.pending_factor:
            return None
        covered = at_rest.cover(key, "second-factor", member.id, secret, nonce)
        _replace_all(context, db, member.id, covered)
    return step


def finish_by_passkey(context: Context, member: Member, untrusted: Registration) -> bool:
    """Whether this passkey answers the offer that came with a reset code; it then is the only factor."""
    try:
        new = passkeys.check_new(context, RENEW, _subject_of(member), untrusted)
    except Unproven:
        return False
    key = at_rest.key_of(context, member.id)
    with context.database.write() as db:
        if _still_reset(context, db, member) is None:
            return False
        _replace_all(context, db, member.id, b"")
        ident = context.randomness(passkeys.ID_BYTES)
        passkeys.keep(context, db, member.id, key, ident, new, host_of(untrusted.origin))
    return True


def _replace_all(context: Context, db: Session, member: bytes, covered_secret: bytes) -> None:
    row = db.get_one(Member, member)
    row.second_factor, row.pending_factor = covered_secret, None
    row.reset = row.reset_on = None
    db.execute(delete(Passkey).where(Passkey.member == member))
    journal.append(db, journal.STAFF, journal.Act(context.today(), member, RENEW, member))
