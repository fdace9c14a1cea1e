"""Cases, for askers and staff alike: whoever takes part, and nobody else."""

from __future__ import annotations

from flask import Response, jsonify
from flask_openapi import APIBlueprint, Tag

from portal.api import bodies, render
from portal.api.render import Answer
from portal.services.casework import answering, cases, intake, routing, setting_aside, staging
from portal.services.doors import gates
from portal.web import admission, sessions

api = APIBlueprint("cases", __name__, url_prefix="/api/v1/cases", abp_tags=[Tag(name="cases")])


@api.put("/<case>")
def ask(path: bodies.CasePath, body: bodies.Genesis) -> Answer:
    """Submit a question: whole or not at all. The same bytes again get the same answer."""
    context = sessions.context()
    actor = sessions.maybe_actor()
    mailbox = actor.id if actor and actor.asks else None
    admission.require_word(actor)
    gate = gates.new_cases(context, admission.by_work("question", path.case))
    received = intake.receive(context, body.value(path.case), mailbox, gate)
    return render.received(received), 201 if received.fresh else 200


@api.get("/<case>")
def read(path: bodies.CasePath, query: bodies.CaseQuery) -> Answer:
    """All of a case that this participant may have."""
    actor = sessions.actor()
    seen = query.unseen == "false"
    whole = cases.open_case(sessions.context(), actor, path.case, seen=seen)
    return jsonify(render.whole(whole, asks=actor.asks))


@api.put("/<case>/messages/<message>")
def add(path: bodies.MessagePath, body: bodies.NewMessage) -> Answer:
    """Add a message; its envelope's kind says which act it is."""
    added = answering.add_message(sessions.context(), sessions.actor(), body.value(path))
    status = 201 if added.fresh else 200
    if added.case is None:
        return {"state": "withdrawn", "destroyed": True}, status
    return {**render.index(added.case), "destroyed": added.destroyed}, status


@api.get("/<case>/pages/<page>")
def read_page(path: bodies.PagePath) -> Answer:
    """A page's envelope (octet-stream)."""
    found = staging.fetch(sessions.context(), sessions.actor(), path.case, path.page)
    return Response(found, content_type="application/octet-stream")


@api.put("/<case>/set-aside")
def set_aside(path: bodies.CasePath, body: bodies.SetAside) -> Answer:
    """A facilitator says that nobody can open a question: its keys don't fit."""
    entry = body.register_.value()
    fresh = setting_aside.set_aside(sessions.context(), sessions.staff(), path.case, entry)
    return {"state": "unreadable"}, 201 if fresh else 200


@api.post("/<case>/rosters")
def route(path: bodies.CasePath, body: bodies.NewRoster) -> Answer:
    """The next roster, if it is the next one still."""
    new = body.value(path.case)
    fresh = routing.change_roster(sessions.context(), sessions.staff(), new)
    return {"roster": new.number, "epoch": new.epoch}, 201 if fresh else 200
