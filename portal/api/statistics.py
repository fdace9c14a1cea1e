"""The register and what is made of it: sealed to facilitators, aggregates to the coordinator."""

from __future__ import annotations

from flask import jsonify
from flask_openapi import APIBlueprint, Tag

from crypto.encoding import b64, from_b64
from crypto.errors import ProtocolError
from portal.api import bodies, render
from portal.api.render import Answer
from portal.services.casework import cases
from portal.services.errors import Malformed, Unknown
from portal.services.statistics import aggregates, register
from portal.web import sessions

api = APIBlueprint("statistics", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="statistics")])

Cursor = tuple[int, bytes, int]


def _cursor(text: str | None) -> Cursor | None:
    if text is None:
        return None
    try:
        row, case, number = text.split(".")
        return int(row), from_b64(case), int(number)
    except (ValueError, ProtocolError) as error:
        raise Malformed("not a place in the register") from error


def _next(cursor: Cursor | None) -> str | None:
    return f"{cursor[0]}.{b64(cursor[1])}.{cursor[2]}" if cursor else None


@api.get("/register/key")
def key() -> Answer:
    """The register keys' seeds, sealed to this facilitator; all that were ever in use."""
    found = register.own_seeds(sessions.context(), sessions.staff())
    return {"keys": [{"key": b64(row.key), "sealed": b64(row.sealed)} for row in found]}


@api.get("/register")
def entries(query: bodies.RegisterQuery) -> Answer:
    """Sealed entries of row `from` (a day as a number) and later, and the last checkpoint."""
    context = sessions.context()
    found = register.read(context, sessions.staff(), query.from_, _cursor(query.next))
    rows = [{"row": register.row_of(row.day), **render.entry(row)} for row in found.entries]
    return {"rows": rows, "next": _next(found.next)}


@api.get("/register/newest")
def newest() -> Answer:
    """The newest sealed entry of each case that this facilitator takes part in."""
    found = cases.newest_entries(sessions.context(), sessions.staff("facilitator"))
    return {"rows": [render.entry(row) for row in found]}


@api.get("/register/checkpoint")
def checkpoint() -> Answer:
    """The last checkpoint, null if there is none."""
    sessions.staff("facilitator")
    found = register.checkpoint(sessions.context())
    if found is None:
        return jsonify(checkpoint=None)
    return jsonify(
        checkpoint={"number": found.number, "row": found.row, "envelope": b64(found.envelope)}
    )


@api.put("/register/checkpoint")
def keep_checkpoint(body: bodies.CheckpointBody) -> Answer:
    """Replace checkpoint n by n + 1."""
    new = register.Checkpoint(body.number, body.row, body.envelope)
    register.keep_checkpoint(sessions.context(), sessions.staff(), new)
    return {"number": body.number}


@api.put("/aggregates")
def keep_aggregates(body: bodies.Aggregates) -> Answer:
    """The current statistics, sealed to each coordinator."""
    sealed = {one.member: one.sealed for one in body.recipients}
    aggregates.keep(sessions.context(), sessions.staff(), sealed)
    return {}


@api.get("/aggregates")
def read_aggregates() -> Answer:
    """The statistics that were sealed to this member; null when there are none yet."""
    try:
        found = aggregates.read(sessions.context(), sessions.staff())
    except Unknown:
        return jsonify(None)
    return {"sealed": b64(found.sealed), "day": found.day.isoformat()}
