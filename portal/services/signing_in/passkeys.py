"""Passkeys as a second factor: offering to make one, keeping it, signing in by it."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from crypto.encoding import b64, canonical, from_b64, parse_canonical
from portal.models.staff import Passkey as Row
from portal.services.context import Context
from portal.services.errors import Already, OverLimit
from portal.services.keeping import at_rest
from portal.services.keeping.secrets import peppered
from portal.services.signing_in import attestation, challenges
from portal.services.signing_in.attestation import (
    ALGORITHMS,
    Assertion,
    Checked,
    Registration,
    Unproven,
)

SIGN_IN = "sign-in"
MOST_PASSKEYS = 10
ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Passkey:
    """What is kept of one; `number` counts a member's from 1, `host` is the name it belongs to."""

    credential: bytes
    key: bytes
    count: int
    host: str
    number: int
    day: date
    synced: bool

    def encode(self) -> bytes:
        return canonical(
            {
                "v": 1, "credential": b64(self.credential), "key": b64(self.key),
                "count": self.count, "host": self.host, "number": self.number,
                "day": self.day.isoformat(), "synced": self.synced,
            }
        )  # fmt: skip

    @classmethod
    def decode(cls, kept: bytes) -> Passkey:
        value = parse_canonical(kept)
        if value.pop("v") != 1:
            raise Unproven("kept by a later release")
        return cls(
            credential=from_b64(value.pop("credential")),
            key=from_b64(value.pop("key")),
            day=date.fromisoformat(value.pop("day")),
            **value,
        )


@dataclass(frozen=True, slots=True)
class Offer:
    """What a browser needs to make a passkey.

    `user`: 32 bytes under which an authenticator files it, so that a later one of the same person
    takes its place there; `known`: credentials that are already this member's.
    """

    challenge: bytes
    user: bytes
    known: tuple[bytes, ...] = ()

    def as_facts(self) -> dict[str, object]:
        return {
            "challenge": b64(self.challenge),
            "user": b64(self.user),
            "known": [b64(one) for one in self.known],
            "algorithms": [int(one) for one in ALGORITHMS],
        }


# Signing in as nobody costs what signing in as somebody does: a real key, and no credential.
_NOBODY = Passkey(
    credential=b"",
    key=bytes.fromhex(
        "a5010203262001"
        "2158206b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
        "2258204fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
    ),
    count=0,
    host="",
    number=0,
    day=date.min,
    synced=False,
)


def offer(context: Context, purpose: str, subject: bytes, person: bytes) -> Offer:
    """An offer to somebody who has no passkey yet, or whose passkeys are to be replaced."""
    user = peppered(context.pepper, "staff", "passkey-user", person)
    return Offer(challenges.issue(context, purpose, subject), user)


def offer_another(context: Context, purpose: str, member: bytes, person: bytes) -> Offer:
    """An offer to a member; their authenticators with a passkey of this member make no second."""
    found = offer(context, purpose, member, person)
    return replace(found, known=tuple(one.credential for _, one in of_member(context, member)))


def check_new(context: Context, purpose: str, subject: bytes, untrusted: Registration) -> Checked:
    """A new passkey that answers an offer of ours, once; raises `Unproven`."""
    challenge = attestation.challenge_in(untrusted.client_data)
    if not challenges.is_ours(context, purpose, subject, challenge):
        raise Unproven("an answer to no challenge of ours")
    found = attestation.check_new(untrusted, challenge)
    if not challenges.use_up(context, challenge):
        raise Unproven("this challenge was answered before")
    return found


def of_member(context: Context, member: bytes) -> Sequence[tuple[bytes, Passkey]]:
    """A member's passkeys with their ids, in the order in which they came."""
    key = at_rest.find_key(context, member)
    if key is None:
        return []
    with context.database.read() as db:
        rows = db.scalars(select(Row).where(Row.member == member)).all()
    return _uncovered(key, rows)


def _uncovered(key: bytes, rows: Sequence[Row]) -> Sequence[tuple[bytes, Passkey]]:
    found = [
        (row.id, Passkey.decode(at_rest.uncover(key, "passkey", row.id, row.kept))) for row in rows
    ]
    return sorted(found, key=lambda one: one[1].number)


def keep(
    context: Context, db: Session, member: bytes, key: bytes, ident: bytes, new: Checked, host: str
) -> None:
    """Add a passkey within the transaction of the act that it belongs to.

    Raises `Already` for a credential that is there, `OverLimit` for too many.
    """
    there = _uncovered(key, db.scalars(select(Row).where(Row.member == member)).all())
    if any(hmac.compare_digest(one.credential, new.credential) for _, one in there):
        raise Already("this passkey is there")
    if len(there) >= MOST_PASSKEYS:
        raise OverLimit("more passkeys than anybody needs")
    number = 1 + max((one.number for _, one in there), default=0)
    one = Passkey(
        new.credential, new.key, new.count, host, number, context.today(), new.synced
    )  # fmt: skip
    db.add(Row(id=ident, member=member, kept=_cover(context, key, ident, one)))


def _cover(context: Context, key: bytes, ident: bytes, one: Passkey) -> bytes:
    nonce = context.randomness(at_rest.NONCE_BYTES)
    return at_rest.cover(key, "passkey", ident, one.encode(), nonce)


def is_right(context: Context, member: bytes | None, untrusted: Assertion) -> bool:
    """Whether this member's passkey answered a challenge of ours, for the first time.

    For nobody (`member` None) a signature is checked too, and nothing is kept.
    """
    ident, one = _named(context, member, untrusted.credential)
    try:
        challenge = attestation.challenge_in(untrusted.client_data)
        ours = challenges.is_ours(context, SIGN_IN, b"", challenge)
        count = attestation.check_answer(untrusted, challenge, one.key, one.count)
    except Unproven:
        return False
    if (
        member is None
        or ident is None
        or not ours
        or one.host != attestation.host_of(untrusted.origin)
    ):
        return False
    return challenges.use_up(context, challenge) and _count(
        context, member, ident, one.count, count
    )


def _named(
    context: Context, member: bytes | None, credential: bytes
) -> tuple[bytes | None, Passkey]:
    for ident, one in of_member(context, member) if member else ():
        if hmac.compare_digest(one.credential, credential):
            return ident, one
    return None, _NOBODY


def _count(context: Context, member: bytes, ident: bytes, before: int, count: int) -> bool:
    """Keep the authenticator's counter; False when another sign-in was first, or it is gone."""
    if count == before == 0:
        return True  # It doesn't count: passkeys that are copied between devices can't.
    key = at_rest.key_of(context, member)
    with context.database.write() as db:
        row = db.get(Row, ident, with_for_update=True)
        if row is None:
            return False
        kept = Passkey.decode(at_rest.uncover(key, "passkey", ident, row.kept))
        if kept.count >= count:
            return False
        row.kept = _cover(context, key, ident, replace(kept, count=count))
    return True
