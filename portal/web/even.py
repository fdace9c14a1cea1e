"""Answers to a log-in attempt: one length and one time, whatever they say.

The length is that of the whole answer, status line and headers too, since a right one carries a
cookie. The time is a whole number of steps after the request came in, and waiting is the last thing
that happens: whatever differs, happens before it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from flask import Flask, Response, g, request
from werkzeug.wrappers import Response as BaseResponse

from portal.web import sessions


@dataclass(frozen=True, slots=True)
class Measure:
    """Answers have a multiple of `length` bytes, and leave after a multiple of so many steps.

    Only those that were `tried` wait. Whatever else is refused tells of no password, and a thread
    that waits is of no use to anybody: a few requests a second would hold them all.
    """

    length: int
    steps: int


API = Measure(length=8 * 1024, steps=1)
# A page is longer, and the server itself does the Argon2id for it.
PLAIN = Measure(length=32 * 1024, steps=2)


def install(app: Flask) -> None:
    """To be called before anything else: what is registered first begins first and ends last."""

    @app.before_request
    def _begin() -> None:
        g.came_in = time.monotonic()

    @app.after_request
    def _end(response: Response) -> Response:
        measure = measure_of(request.method, request.path)
        if measure is None:
            return response
        fill(response, measure.length)
        context = sessions.context()
        step = measure.steps * context.settings.login_step_seconds
        if step > 0 and "tried" in g:
            context.wait(step - (time.monotonic() - g.came_in) % step)
        return response

    @app.teardown_request
    def _let_go(_error: BaseException | None) -> None:
        if release := g.pop("tried", None):
            release()


def _nothing() -> None:
    """Nothing has to be let go of."""


def tried(release: Callable[[], object] = _nothing) -> None:
    """Say that a password is looked at in this request; `release` is called when its answer has waited."""
    g.tried = release


def measure_of(method: str, path: str) -> Measure | None:
    """How answers at this address are made even; None where nobody signs in."""
    if method != "POST":
        return None
    if path in {"/api/v1/staff/session", "/api/v1/mailbox/session"}:
        return API
    return PLAIN if path.endswith("/plain/mailbox") else None


def fill(response: Response, length: int) -> None:
    """Make the whole answer a multiple of `length` bytes."""
    begun = response.get_data().rstrip()
    before, after = (b', "padding": "', b'"}') if response.is_json else (b"\n<!--", b"-->")
    body = (begun[:-1] if response.is_json else begun) + before
    response.set_data(body + after)
    bare = weight(response)
    # A multiple can be out of reach by one byte: the header that tells the length grows by a digit.
    for wanted in count(bare + -bare % length, length):
        room = wanted - bare
        for _ in range(2):
            response.set_data(body + b"0" * max(0, room) + after)
            room += wanted - weight(response)
        if weight(response) == wanted:
            return


def weight(response: BaseResponse) -> int:
    """Bytes of the answer as HTTP/1.1 has them; the server adds headers of its own, always the same."""
    lines = sum(len(f"{name}: {value}\r\n") for name, value in response.headers.items())
    return len(f"HTTP/1.1 {response.status}\r\n\r\n") + lines + len(response.get_data())
