"""A proof of work: some computing by the browser for what a flood could ask for without end.

The puzzle is that of Tor's onion services (proposal 327, `hspow-spec`): whoever asks looks for a nonce
whose hash R, a number of 32 bits, has R · effort ≤ 2³² - 1, which takes `effort` tries on average.
The hash is Argon2id (RFC 9106) with a little memory, so that a telephone is not too far behind a
graphics card. A challenge is signed and kept nowhere; it is good for one answer.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import ClassVar, Literal

from argon2.low_level import Type, hash_secret_raw
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from crypto.encoding import sha256
from portal.models.sessions import Spent
from portal.services.context import Context
from portal.services.errors import ServiceError, Throttled
from portal.services.keeping.secrets import peppered

Purpose = Literal["question", "cleaning", "word", "sign-in"]

MEMORY_KIB = 4_096
ITERATIONS = 1
HASH_BYTES = 4
LARGEST = 2**32 - 1
NONCE_BYTES = 8
SALT_BYTES = 16
MAC_BYTES = 32
VERSION = b"\x01"
# The highest price that was asked holds as long as this, whatever happens to the load meanwhile.
GOOD_SECONDS = 900
# One proof is good for all pages of a question, and for sending it again when an answer got lost.
PERMIT_SECONDS = 3_600
PERMIT_USES = 250
# What cost less holds less long, but never less than this part of it: else somebody would gather
# challenges or permits without end while they are cheap, for the hour in which they are dear.
LEAST_PART = 1 / 15


@dataclass(frozen=True, slots=True)
class Challenge:
    """What has to be worked on. `bound` is what it may be used for, and is not told again."""

    effort: int
    expires: int
    salt: bytes
    bound: bytes

    @property
    def head(self) -> bytes:
        return (
            VERSION + self.effort.to_bytes(4, "big") + self.expires.to_bytes(8, "big") + self.salt
        )


@dataclass(frozen=True, slots=True)
class Stamp:
    """A challenge as it came back, with the nonce that somebody found."""

    challenge: bytes
    nonce: bytes


class WorkNeeded(ServiceError):
    """It is busy: the same again with a proof of work, please. Nothing was kept."""

    status: ClassVar[int] = 429
    problem: ClassVar[str] = "work"

    def __init__(self, challenge: bytes, effort: int) -> None:
        super().__init__()
        self.challenge = challenge
        self.effort = effort


def effort_at(context: Context, load: float) -> int:
    """How many tries, on average, are asked for at this load from 0 (quiet) to 1."""
    most = context.settings.pace.most_effort
    return max(1, round(most * load)) if load > 0 else 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What the work is for. `subject` is a case's id, and one proof is good for all of it; or empty."""

    purpose: Purpose
    subject: bytes = b""

    @property
    def bound(self) -> bytes:
        return self.purpose.encode() + b"\0" + self.subject


def require(
    context: Context, asked: Asked, load: float, untrusted: Stamp | None, *, spend: bool = True
) -> None:
    """Raise `WorkNeeded` unless it is quiet or the work was done.

    Without `spend` it is enough to bring an answer: whether it is right is looked at when it counts.
    """
    effort = effort_at(context, load)
    if effort == 0 or (asked.subject and _has_permit(context, asked, use=spend)):
        return
    if not spend and untrusted and _read(context, asked.bound, untrusted.challenge):
        return
    done = _done(context, asked, untrusted) if spend and untrusted else None
    if done is None:
        raise WorkNeeded(_issue(context, effort, asked.bound), effort)
    if asked.subject:
        _keep_permit(context, asked, done.effort)


def _issue(context: Context, effort: int, bound: bytes) -> bytes:
    salt = context.randomness(SALT_BYTES)
    expires = int(context.seconds()) + _holds(context, effort, GOOD_SECONDS)
    challenge = Challenge(effort, expires, salt, bound)
    return challenge.head + _mac(context, challenge)


def _holds(context: Context, effort: int, longest: int) -> int:
    """For how many seconds something holds that took so many tries."""
    part = effort / context.settings.pace.most_effort
    return round(longest * min(1.0, max(LEAST_PART, part)))


def _mac(context: Context, challenge: Challenge) -> bytes:
    return peppered(context.pepper, "work", "challenge", challenge.head + challenge.bound)


def _done(context: Context, asked: Asked, untrusted: Stamp) -> Challenge | None:
    """The challenge that this answers as it should, for the first time; else None."""
    challenge = _read(context, asked.bound, untrusted.challenge)
    if challenge is None or len(untrusted.nonce) != NONCE_BYTES:
        return None
    # Before anything is computed: a wrong answer uses the challenge up as a right one does, so that
    # nobody makes the server compute twice for one challenge.
    if not _spend(context, sha256(untrusted.challenge)):
        if asked.subject:
            # Pages of one question come side by side: one of them is being looked at.
            raise Throttled("this proof is being looked at", seconds=1)
        return None
    return challenge if solves(challenge, untrusted.nonce) else None


def _read(context: Context, bound: bytes, untrusted: bytes) -> Challenge | None:
    head, mac = untrusted[:-MAC_BYTES], untrusted[-MAC_BYTES:]
    if len(head) != len(VERSION) + 4 + 8 + SALT_BYTES or head[:1] != VERSION:
        return None
    effort, expires = int.from_bytes(head[1:5], "big"), int.from_bytes(head[5:13], "big")
    found = Challenge(effort, expires, head[13:], bound)
    if not hmac.compare_digest(_mac(context, found), mac) or expires < context.seconds():
        return None
    return found


def solves(challenge: Challenge, nonce: bytes) -> bool:
    """Whether this nonce took the effort that was asked for."""
    found = hash_secret_raw(
        nonce, challenge.salt, ITERATIONS, MEMORY_KIB, 1, HASH_BYTES, Type.ID
    )  # fmt: skip
    return int.from_bytes(found, "big") * challenge.effort <= LARGEST


def _spend(context: Context, what: bytes) -> bool:
    """Note that this challenge was answered; False when it was before."""
    return _note(context, Spent(what=what, left=0, until=context.seconds() + GOOD_SECONDS))


def _note(context: Context, row: Spent) -> bool:
    try:
        with context.sessions.write() as sessions:
            sessions.execute(delete(Spent).where(Spent.until < context.seconds()))
            sessions.add(row)
    except IntegrityError:
        return False
    return True


def _permit_of(context: Context, asked: Asked) -> bytes:
    # Under the pepper: what is stored can't be laid beside the ids of cases.
    return peppered(context.pepper, "work", "permit", asked.bound)


def _keep_permit(context: Context, asked: Asked, effort: int) -> None:
    until = context.seconds() + _holds(context, effort, PERMIT_SECONDS)
    with context.sessions.write() as sessions:
        sessions.merge(Spent(what=_permit_of(context, asked), left=PERMIT_USES, until=until))


def _has_permit(context: Context, asked: Asked, *, use: bool) -> bool:
    with context.sessions.write() as sessions:
        row = sessions.get(Spent, _permit_of(context, asked))
        if row is None or row.left < 1 or row.until < context.seconds():
            return False
        row.left -= int(use)
        return True
