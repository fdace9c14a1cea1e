"""Staff: signing in, the queue, and what each member keeps for themselves."""

from __future__ import annotations

from flask import Response, jsonify
from flask_openapi import APIBlueprint, Tag

from crypto.encoding import b64
from portal.api import bodies, render
from portal.api.render import Answer
from portal.services.casework import cases
from portal.services.doors import gates
from portal.services.keeping import journal, states
from portal.services.signing_in import sign_in, visits
from portal.services.staff import enrolment, logbook, staffing
from portal.web import admission, sessions

api = APIBlueprint("staff", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="staff")])


@api.post("/staff/session")
def enter(body: bodies.StaffCredentials) -> Answer:
    """Sign in with a passphrase or recovery code, and a second factor."""
    proof = body.proof(sessions.origin())
    admission.before_sign_in(gates.staff)
    opened = sign_in.open_staff(sessions.context(), body.locator, body.login, proof)
    visit = opened.visit
    response = jsonify(
        member=b64(visit.actor.id), seed=b64(opened.seed), tab_key=b64(visit.tab_key)
    )
    sessions.keep(response, opened.token)
    return response


@api.get("/session")
def present() -> Answer:
    """Who is signed in, and the server's half of what the tab keeps."""
    visit = sessions.visit()
    actor = visit.actor
    return {
        "kind": actor.kind,
        "id": b64(actor.id),
        "role": actor.role,
        "tab_key": b64(visit.tab_key),
    }


@api.delete("/session")
def leave() -> Answer:
    """Sign out: the server forgets its half."""
    response = Response(status=204)
    sessions.forget(response)
    return response


@api.get("/staff/me")
def me() -> Answer:
    """Tell the member's role, name and sealed state."""
    context, actor = sessions.context(), sessions.staff()
    number, state = states.read(context, actor)
    return {
        "member": b64(actor.id),
        "role": actor.role,
        "name": staffing.own_name(context, actor),
        "state": {"number": number, "envelope": b64(state)},
    }


@api.put("/staff/state")
def keep_state(body: bodies.State) -> Answer:
    """Swap state n for n + 1."""
    states.swap(sessions.context(), sessions.staff(), body.number, body.envelope)
    return {"number": body.number}


@api.put("/staff/credentials")
def change_credentials(body: bodies.NewCredentials) -> Answer:
    """A new passphrase, and a new recovery code if one is given."""
    context, actor = sessions.context(), sessions.staff()
    recovery = body.recovery.way() if body.recovery else None
    enrolment.change_ways(context, actor, body.way(), recovery)
    visits.end_others(context, sessions.visit())
    return {}


@api.get("/queue")
def queue(query: bodies.QueueQuery) -> Answer:
    """The cases that this member takes part in; `keys=false`: the index alone, nothing sealed."""
    context, actor = sessions.context(), sessions.staff("facilitator", "helper", "coach")
    found = cases.summaries(context, actor, with_keys=query.keys == "true")
    return {"day": context.today().isoformat(), "cases": [render.queued(one) for one in found]}


@api.get("/journal")
def read_journal(query: bodies.JournalQuery) -> Answer:
    """The hash-chained journal of a case, or of the staff for facilitators."""
    lines = logbook.read(sessions.context(), sessions.staff(), query.case)
    head = journal.head(lines)
    return {"lines": [b64(line) for line in lines], "head": render.maybe_b64(head)}
