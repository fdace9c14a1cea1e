"""A member's own ways in: where they are signed in, and their second factors."""

from __future__ import annotations

from flask import Response, jsonify
from flask_openapi import APIBlueprint, Tag

from crypto.encoding import b64
from portal.api import bodies, render
from portal.api.render import Answer
from portal.services.signing_in import challenges, own_factors, passkeys, visits
from portal.services.signing_in.visits import Visit
from portal.web import sessions

api = APIBlueprint("access", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="access")])


def _visit() -> Visit:
    sessions.staff()
    return sessions.visit()


@api.get("/sessions")
def all_sessions() -> Answer:
    """List the member's sessions, wherever they are, with the day of signing in."""
    visit = _visit()
    found = visits.others(sessions.context(), visit.actor)
    return jsonify(sessions=[render.session(row, this=row.handle == visit.handle) for row in found])


@api.delete("/sessions")
def end_others() -> Answer:
    """End every session of this member but the present one."""
    visits.end_others(sessions.context(), _visit())
    return Response(status=204)


@api.delete("/sessions/<id>")
def end_session(path: bodies.IdPath) -> Answer:
    """End one of this member's sessions."""
    visits.revoke(sessions.context(), sessions.staff(), path.id)
    return Response(status=204)


@api.post("/staff/challenge")
def challenge(body: bodies.Nothing) -> Answer:  # noqa: ARG001 - an empty object is still checked
    """What a passkey signs at the next sign-in; anybody may ask, before saying who they are."""
    return {"challenge": b64(challenges.issue(sessions.context(), passkeys.SIGN_IN))}


@api.get("/staff/factors")
def factors() -> Answer:
    """The member's second factors."""
    return render.factors(own_factors.read(sessions.context(), _visit()), sessions.origin())


@api.post("/staff/passkeys")
def begin_passkey(body: bodies.Nothing) -> Answer:  # noqa: ARG001 - (as above)
    """What a browser needs to make another passkey for this member."""
    return own_factors.begin_passkey(sessions.context(), _visit()).as_facts()


@api.put("/staff/passkeys/<id>")
def add_passkey(path: bodies.IdPath, body: bodies.NewPasskey) -> Answer:
    """Another passkey."""
    new = body.value(sessions.origin())
    fresh = own_factors.add_passkey(sessions.context(), _visit(), path.id, new)
    return {}, 201 if fresh else 200


@api.delete("/staff/passkeys/<id>")
def remove_passkey(path: bodies.IdPath) -> Answer:
    """Forget a passkey, unless it is the only second factor."""
    own_factors.remove_passkey(sessions.context(), _visit(), path.id)
    return Response(status=204)


@api.post("/staff/codes")
def begin_codes(body: bodies.Nothing) -> Answer:  # noqa: ARG001 - (as above)
    """A new secret for a telephone; it counts once its first code has come back."""
    return own_factors.begin_codes(sessions.context(), _visit()).as_facts()


@api.put("/staff/codes")
def set_codes(body: bodies.Digits) -> Answer:
    """The first code of the new secret, which then takes the old one's place."""
    own_factors.set_codes(sessions.context(), _visit(), body.code)
    return {}


@api.delete("/staff/codes")
def remove_codes() -> Answer:
    """Sign in by passkey alone from now on."""
    own_factors.remove_codes(sessions.context(), _visit())
    return Response(status=204)
