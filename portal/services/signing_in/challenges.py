"""Challenges: what an authenticator signs, good for one purpose, one time and a few minutes.

Asking for one stores nothing, so that a flood of asking takes no room and keeps nobody out. A
challenge proves by itself who made it and when; only an answered one is remembered, until it would
have ended anyway. The key they are made with lies in the sessions store: when that store is lost,
and with it what was answered, all challenges that are out end too.

    challenge = nonce(16) ‖ u64(second it ends) ‖ HMAC-SHA256(key, lp(purpose) ‖ lp(subject) ‖ nonce ‖ ends)
"""

from __future__ import annotations

import hmac
from hashlib import sha256

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from crypto.encoding import lp, u64
from portal.models.sessions import ChallengeKey, UsedChallenge
from portal.services.context import Context

LIFE_SECONDS = 300
NONCE_BYTES = 16
_ENDS_BYTES = 8
_SIGNED_BYTES = NONCE_BYTES + _ENDS_BYTES
CHALLENGE_BYTES = _SIGNED_BYTES + 32
_KEY_BYTES = 32
_THE_KEY = "only"


def issue(context: Context, purpose: str, subject: bytes = b"") -> bytes:
    """A challenge for this purpose; `subject` binds it to an invitation or a member."""
    ends = int(context.seconds()) + LIFE_SECONDS
    signed = context.randomness(NONCE_BYTES) + u64(ends)
    return signed + _mac(_key(context), purpose, subject, signed)


def is_ours(context: Context, purpose: str, subject: bytes, untrusted: bytes) -> bool:
    """Whether this server made it, for this purpose and subject, and lately."""
    signed, mac = untrusted[:_SIGNED_BYTES], untrusted[_SIGNED_BYTES:]
    if not hmac.compare_digest(_mac(_key(context), purpose, subject, signed), mac):
        return False
    # A clock that was set back must not make a challenge last for longer.
    return 0 < _ends(signed) - context.seconds() <= LIFE_SECONDS


def use_up(context: Context, challenge: bytes) -> bool:
    """Whether one of ours is answered for the first time; it then counts as used."""
    try:
        with context.sessions.write() as sessions:
            gone = UsedChallenge.ends < int(context.seconds())
            sessions.execute(delete(UsedChallenge).where(gone))
            sessions.add(UsedChallenge(hash=sha256(challenge).digest(), ends=_ends(challenge)))
    except IntegrityError:
        return False
    return True


def _ends(challenge: bytes) -> int:
    return int.from_bytes(challenge[NONCE_BYTES:_SIGNED_BYTES], "big")


def _mac(key: bytes, purpose: str, subject: bytes, signed: bytes) -> bytes:
    return hmac.new(key, lp(purpose.encode()) + lp(subject) + signed, sha256).digest()


def _key(context: Context) -> bytes:
    found = _find_key(context)
    if found is None:
        try:
            with context.sessions.write() as sessions:
                sessions.add(ChallengeKey(name=_THE_KEY, key=context.randomness(_KEY_BYTES)))
        except IntegrityError:
            # Another worker made one at the same moment: that one counts.
            pass
        found = _find_key(context)
    if found is None:
        raise RuntimeError("the sessions store keeps nothing")
    return found


def _find_key(context: Context) -> bytes | None:
    with context.sessions.read() as sessions:
        row = sessions.get(ChallengeKey, _THE_KEY)
    return row.key if row else None
