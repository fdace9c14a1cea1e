"""The access word, and the pass of the day that it gives."""

from __future__ import annotations

from flask_openapi import APIBlueprint, Tag

from portal.api import bodies
from portal.api.render import Answer, maybe_b64
from portal.services.doors import access, gates
from portal.services.errors import WrongWord
from portal.web import admission, sessions

api = APIBlueprint("word", __name__, url_prefix="/api/v1/access", abp_tags=[Tag(name="public")])


@api.post("")
def enter(body: bodies.AccessWord) -> Answer:
    """Give the word, get the pass of the day: the same one for everybody."""
    context = sessions.context()
    gate = gates.words(context, admission.by_work("word"))
    # Not `enter`: whoever knows the word gets in however many are guessing, after some work.
    gate.price(gate.load, spend=True)
    try:
        return {"pass": maybe_b64(access.enter(context, body.word))}
    except WrongWord:
        gate.count()
        raise


@api.get("")
def of_session() -> Answer:
    """The pass of the day for who is signed in and was never asked for the word; null without one."""
    sessions.actor()
    return {"pass": maybe_b64(access.pass_of_the_day(sessions.context()))}
