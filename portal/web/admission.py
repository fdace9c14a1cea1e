"""What a request must show before it may ask for anything here: the pass of the day."""

from __future__ import annotations

from flask import request

from crypto.encoding import from_b64
from crypto.errors import ProtocolError
from portal.services import access
from portal.services.values import Actor
from portal.web import sessions

PASS_HEADER = "Adviespunt-Pass"  # noqa: S105 - a name


def require_word(actor: Actor | None) -> None:
    """Raise `WordNeeded` unless somebody is signed in or brings the pass of the day."""
    access.require(sessions.context(), actor, _untrusted_pass())


def _untrusted_pass() -> bytes | None:
    try:
        return from_b64(request.headers.get(PASS_HEADER, ""))
    except ProtocolError:
        return None
