"""An asker's mailbox, and the session that opens it."""

from __future__ import annotations

from flask import jsonify
from flask_openapi import APIBlueprint, Tag

from crypto.encoding import b64
from portal.api import bodies, render
from portal.api.render import Answer
from portal.services.casework import cases, mailboxes
from portal.services.doors import gates
from portal.services.keeping import states
from portal.services.signing_in import sign_in, visits
from portal.web import admission, sessions

api = APIBlueprint(
    "mailbox", __name__, url_prefix="/api/v1/mailbox", abp_tags=[Tag(name="mailbox")]
)


@api.post("/session")
def enter(body: bodies.Credentials) -> Answer:
    """Sign in with what a name and a password give together."""
    admission.before_sign_in(gates.askers)
    opened = sign_in.open_mailbox(sessions.context(), body.locator, body.login)
    visit = opened.visit
    response = jsonify(
        mailbox=b64(visit.actor.id), seed=b64(opened.seed), tab_key=b64(visit.tab_key)
    )
    sessions.keep(response, opened.token)
    return response


@api.get("")
def read() -> Answer:
    """The mailbox's sealed state and its cases."""
    context, actor = sessions.context(), sessions.asker()
    number, state = states.read(context, actor)
    found = cases.summaries(context, actor)
    return {
        "mailbox": b64(actor.id),
        "state": {"number": number, "envelope": b64(state)},
        "cases": [render.summary(one) for one in found],
    }


@api.put("/state")
def keep_state(body: bodies.State) -> Answer:
    """Swap state n for n + 1."""
    states.swap(sessions.context(), sessions.asker(), body.number, body.envelope)
    return {"number": body.number}


@api.put("/password")
def change_password(body: bodies.Opening) -> Answer:
    """Another name or password for the same mailbox; whoever is in it elsewhere is signed out."""
    context, actor = sessions.context(), sessions.asker()
    admission.before_new_words()
    mailboxes.change_password(context, actor, body.locator, body.login, body.seed)
    visits.end_others(context, sessions.visit())
    return {}
