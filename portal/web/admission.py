"""What a request must show before it may ask for anything here: the pass of the day, and work when it is busy."""

from __future__ import annotations

from collections.abc import Callable

from flask import request

from crypto.encoding import from_b64
from crypto.errors import ProtocolError
from portal.services.context import Context
from portal.services.doors import access, gates, work
from portal.services.doors.gates import Gate, Price
from portal.services.doors.work import Asked, Purpose, Stamp
from portal.services.values import Actor
from portal.web import even, sessions

PASS_HEADER = "Adviespunt-Pass"  # noqa: S105 - a name
WORK_HEADER = "Adviespunt-Work"


def require_word(actor: Actor | None) -> None:
    """Raise `WordNeeded` unless somebody is signed in or brings the pass of the day."""
    access.require(sessions.context(), actor, _untrusted_pass())


def _untrusted_pass() -> bytes | None:
    try:
        return from_b64(request.headers.get(PASS_HEADER, ""))
    except ProtocolError:
        return None


def by_work(purpose: Purpose, subject: bytes = b"") -> Price:
    """The price of a gate: the proof of work that this request brings, once it is busy."""
    asked = Asked(purpose, subject)

    def price(load: float, *, spend: bool) -> None:
        work.require(sessions.context(), asked, load, _untrusted_stamp(), spend=spend)

    return price


def _untrusted_stamp() -> Stamp | None:
    challenge, dot, nonce = request.headers.get(WORK_HEADER, "").partition(".")
    try:
        return Stamp(from_b64(challenge), from_b64(nonce)) if dot else None
    except ProtocolError:
        return None


def before_sign_in(gate: Callable[[Context, Price], Gate]) -> None:
    """What a try to sign in must show before its words are looked at: right and wrong pay alike.

    Only a try whose words are looked at waits for its step, and holds a thread meanwhile.
    """
    gate(sessions.context(), by_work("sign-in")).pay()
    even.tried()


def before_new_words() -> None:
    """Other words for a mailbox tell whether somebody has the same: each is a try like any other."""
    gate = gates.askers(sessions.context(), by_work("sign-in"))
    gate.pay()
    gate.count()
