"""What a member changes of their own second factors, shortly after having signed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models.staff import Member
from portal.models.staff import Passkey as Row
from portal.services.context import Context
from portal.services.errors import LastFactor, Unknown
from portal.services.keeping import at_rest, journal
from portal.services.keeping.secrets import peppered
from portal.services.signing_in import passkeys, second_factor, visits
from portal.services.signing_in.attestation import Registration, host_of
from portal.services.signing_in.passkeys import Offer, Passkey
from portal.services.signing_in.second_factor import Setup
from portal.services.signing_in.visits import Visit

ADD = "add"


@dataclass(frozen=True, slots=True)
class Factors:
    """Whether codes from a telephone are set, and the passkeys with their ids."""

    codes: bool
    passkeys: Sequence[tuple[bytes, Passkey]]


def read(context: Context, visit: Visit) -> Factors:
    with context.database.read() as db:
        row = _row(db, visit)
    return Factors(bool(row.second_factor), passkeys.of_member(context, row.id))


def _row(db: Session, visit: Visit) -> Member:
    found = db.get(Member, visit.actor.id, with_for_update=True)
    if found is None:
        raise Unknown("no such member")
    return found


def _note(context: Context, db: Session, visit: Visit, action: str) -> None:
    me = visit.actor.id
    journal.append(db, journal.STAFF, journal.Act(context.today(), me, action, me))


def _require_another(db: Session, member: bytes, *, than_codes: bool) -> None:
    """Whether something remains to sign in with; raises `LastFactor`."""
    rows = db.scalars(select(Row.id).where(Row.member == member)).all()
    others = len(rows) if than_codes else len(rows) - 1
    if others == 0 and (than_codes or not db.get_one(Member, member).second_factor):
        raise LastFactor("one second factor remains")


# --- passkeys -----------------------------------------------------------------------------------


def begin_passkey(context: Context, visit: Visit) -> Offer:
    visits.require_recent(context, visit)
    with context.database.read() as db:
        person = _row(db, visit).person
    return passkeys.offer_another(context, ADD, visit.actor.id, person)


def add_passkey(context: Context, visit: Visit, ident: bytes, untrusted: Registration) -> bool:
    """Keep a new passkey under this id; the same again is no change. True when it is new."""
    visits.require_recent(context, visit)
    if _is_there(context, visit, ident, untrusted):
        return False
    new = passkeys.check_new(context, ADD, visit.actor.id, untrusted)
    key = at_rest.key_of(context, visit.actor.id)
    with context.database.write() as db:
        me = _row(db, visit).id
        passkeys.keep(context, db, me, key, ident, new, host_of(untrusted.origin))
        _note(context, db, visit, "passkey-add")
    return True


def _is_there(context: Context, visit: Visit, ident: bytes, untrusted: Registration) -> bool:
    found = dict(passkeys.of_member(context, visit.actor.id)).get(ident)
    return found is not None and found.credential == untrusted.credential


def remove_passkey(context: Context, visit: Visit, ident: bytes) -> None:
    """Forget a passkey; raises `Unknown`, or `LastFactor` when nothing else remains."""
    visits.require_recent(context, visit)
    with context.database.write() as db:
        me = _row(db, visit).id
        found = db.get(Row, ident)
        if found is None or found.member != me:
            raise Unknown("no such passkey")
        _require_another(db, me, than_codes=False)
        db.delete(found)
        _note(context, db, visit, "passkey-remove")


# --- codes from a telephone ---------------------------------------------------------------------


def _secret(context: Context, visit: Visit) -> bytes:
    """A new secret for this visit: kept nowhere, and gone with it."""
    found = peppered(context.pepper, "staff", "codes", visit.handle + visit.tab_key)
    return found[: second_factor.SECRET_BYTES]


def begin_codes(context: Context, visit: Visit) -> Setup:
    visits.require_recent(context, visit)
    return second_factor.setup_of(context, _secret(context, visit))


def set_codes(context: Context, visit: Visit, code: str) -> None:
    """Make the secret that was shown the one that counts; raises `WrongCode`."""
    visits.require_recent(context, visit)
    secret, me = _secret(context, visit), visit.actor.id
    second_factor.spend(context, me, secret, code)
    key, nonce = at_rest.key_of(context, me), context.randomness(at_rest.NONCE_BYTES)
    with context.database.write() as db:
        _row(db, visit).second_factor = at_rest.cover(key, "second-factor", me, secret, nonce)
        _note(context, db, visit, "codes-set")


def remove_codes(context: Context, visit: Visit) -> None:
    """Sign in by passkey alone from now on; raises `LastFactor` when there is none."""
    visits.require_recent(context, visit)
    with context.database.write() as db:
        row = _row(db, visit)
        _require_another(db, row.id, than_codes=True)
        row.second_factor = b""
        _note(context, db, visit, "codes-remove")
