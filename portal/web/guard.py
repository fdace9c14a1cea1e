"""What a request must be before anything looks at it: host, method, origin, kind, size."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, Response, request

from crypto import padme
from portal.config import Limits
from portal.web import problems, sessions

API = "/api/"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE"})
CHANGING = frozenset({"POST", "PUT", "DELETE"})
# Where a whole register goes at once.
FOR_STAFF = ("/checkpoint", "/aggregates")
BYTES = "application/octet-stream"
JSON = "application/json"


def install(app: Flask, hosts: Mapping[str, str], limits: Limits) -> None:
    """Refuse, before any view, what no browser of ours would send."""
    app.config["MAX_CONTENT_LENGTH"] = limits.json
    # Forms are read into memory whole; nothing of a request ever lies in a temporary file.
    app.config["MAX_FORM_MEMORY_SIZE"] = limits.upload
    app.config["MAX_FORM_PARTS"] = 200

    @app.before_request
    def _check() -> Response | None:
        scheme = hosts.get(request.host)
        # Who names no host would get the one that the server is bound to.
        if scheme is None or "HTTP_HOST" not in request.environ:
            return problems.answer("not-found", 421)
        request.environ["adviespunt.scheme"] = scheme
        if request.method not in METHODS:
            return problems.answer("method", 405)
        if request.path.startswith(API):
            return _check_call(limits, f"{scheme}://{request.host}")
        return None


def _check_call(limits: Limits, own: str) -> Response | None:
    if not _comes_from_here(own):
        return problems.answer("forbidden", 403)
    if request.method not in CHANGING:
        return None
    has_body = request.content_length is None or request.content_length > 0
    if request.method != "DELETE" and has_body and not _right_kind():
        return problems.answer("malformed", 415)
    most = most_bytes(request.path, limits)
    if most > limits.json and request.path.endswith(FOR_STAFF) and not _is_staff():
        # A body is read before the view asks who sends it.
        most = limits.json
    request.max_content_length = most
    return None


def _is_staff() -> bool:
    actor = sessions.maybe_actor()
    return actor is not None and not actor.asks


def _comes_from_here(own: str) -> bool:
    """A browser says where a call comes from in one of two headers; a program says nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None and site != "same-origin":
        # An address typed by a person may be read, never changed.
        return site == "none" and request.method in {"GET", "HEAD"}
    return origin is None or origin == own


def is_from_elsewhere(own: str) -> bool:
    """Whether a browser says that another site sent this. Who says nothing, or `null`, doesn't say so."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"cross-site", "same-site"}
    return request.headers.get("Origin", "null") not in {"null", own}


def _right_kind() -> bool:
    takes_bytes = request.path.endswith("/clean") or "/pages/" in request.path
    return request.mimetype == (BYTES if takes_bytes else JSON)


def most_bytes(path: str, limits: Limits) -> int:
    """The largest body an address takes."""
    if path.endswith("/clean"):
        return padme.padded_size(limits.upload, padme.PAGE_FLOOR)
    if "/pages/" in path:
        return limits.page
    return limits.staff_json if path.endswith(FOR_STAFF) else limits.json
