"""The access word, and the pass of the day that it gives."""

from __future__ import annotations

from flask_openapi import APIBlueprint, Tag

from portal.api import bodies
from portal.api.render import Answer, maybe_b64
from portal.services import access
from portal.web import sessions

api = APIBlueprint("word", __name__, url_prefix="/api/v1/access", abp_tags=[Tag(name="public")])


@api.post("")
def enter(body: bodies.AccessWord) -> Answer:
    """Give the word, get the pass of the day: the same one for everybody."""
    return {"pass": maybe_b64(access.enter(sessions.context(), body.word))}


@api.get("")
def of_session() -> Answer:
    """The pass of the day for who is signed in and was never asked for the word; null without one."""
    sessions.actor()
    return {"pass": maybe_b64(access.pass_of_the_day(sessions.context()))}
