"""The session cookie: a random token, hashed before it is looked up."""

from __future__ import annotations

from flask import Response, current_app, request

from crypto.encoding import b64, from_b64
from crypto.errors import ProtocolError
from portal.services.context import Context
from portal.services.errors import Forbidden, SignedOut
from portal.services.signing_in import visits
from portal.services.signing_in.visits import Visit
from portal.services.values import Actor

# `__Host-`: only this very host, only over TLS, never readable by another.
SECURE_NAME = "__Host-session"
LOCAL_NAME = "session"


def context() -> Context:
    """The instance that this process serves."""
    found: Context = current_app.extensions["adviespunt"]
    return found


def _is_secure() -> bool:
    return request.environ.get("adviespunt.scheme") == "https"


def origin() -> str:
    """The address that this request came to; its host is one of ours (`guard`)."""
    return f"{request.environ['adviespunt.scheme']}://{request.host}"


def _name() -> str:
    return SECURE_NAME if _is_secure() else LOCAL_NAME


def token() -> bytes | None:
    """The cookie's token, if there is one that could be ours."""
    try:
        found = from_b64(request.cookies.get(_name(), ""))
    except ProtocolError:
        return None
    return found if len(found) == visits.TOKEN_BYTES else None


def visit() -> Visit:
    """Who is signed in; raises `SignedOut`."""
    found = token()
    if found is None:
        raise SignedOut
    return visits.find(context(), found)


def maybe_actor() -> Actor | None:
    try:
        return visit().actor
    except SignedOut:
        return None


def actor() -> Actor:
    return visit().actor


def asker() -> Actor:
    """The asker who is signed in; raises `SignedOut` or `Forbidden`."""
    found = visit().actor
    if not found.asks:
        raise Forbidden("this is for askers")
    return found


def staff(*roles: str) -> Actor:
    """The member of staff who is signed in, with one of `roles` if any are given."""
    found = visit().actor
    if found.asks or (roles and found.role not in roles):
        raise Forbidden("this is for other members of staff")
    return found


def keep(response: Response, new_token: bytes) -> None:
    """Hand out the cookie. It lasts as long as the browser is open, and the server forgets first.

    The session that this browser had before ends: nobody has its cookie any more.
    """
    found = token()
    if found is not None:
        visits.end(context(), found)
    response.set_cookie(
        _name(), b64(new_token), path="/", secure=_is_secure(), httponly=True, samesite="Strict"
    )


def forget(response: Response) -> None:
    """End the session, here and in the browser."""
    found = token()
    if found is not None:
        visits.end(context(), found)
    response.delete_cookie(_name(), path="/", secure=_is_secure(), httponly=True, samesite="Strict")
    # Not "storage": it would also take the mark by which a page that was left by "Snel weg" stays
    # left. What the tab kept there opens nothing without this session, and the page removes it.
    response.headers["Clear-Site-Data"] = '"cache", "cookies"'
