"""Managing the staff: setting up, inviting, the directory, lost second factors."""

from __future__ import annotations

from flask import Response, jsonify
from flask_openapi import APIBlueprint, Tag

from crypto.encoding import b64
from portal.api import bodies, render
from portal.api.render import Answer
from portal.services.casework import leaving
from portal.services.doors import entrances
from portal.services.signing_in import renewing
from portal.services.signing_in.passkeys import Offer
from portal.services.signing_in.second_factor import Setup
from portal.services.staff import enrolment, staffing
from portal.services.staff.staffing import NewDirectory
from portal.web import sessions

api = APIBlueprint("management", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="management")])


def _factor(setup: Setup, offer: Offer) -> render.Json:
    return {**setup.as_facts(), "passkey": offer.as_facts()}


@api.post("/setup/second-factor")
def begin_setup(body: bodies.SetupToken) -> Answer:
    """The first facilitator's second factor to choose, for the holder of the one-time link."""
    return _factor(*enrolment.begin_setup(sessions.context(), body.token))


@api.put("/setup")
def set_up(body: bodies.Setup) -> Answer:
    """The first facilitator, the organisation's key and the first directory. Works once."""
    enrolment.set_up(sessions.context(), body.token, body.value(), body.proof(sessions.origin()))
    return {}, 201


@api.get("/entrances")
def addresses() -> Answer:
    """Where people find this portal, with a QR code of each, for the poster."""
    sessions.staff()
    return {"entrances": [one.as_facts() for one in entrances.entrances(sessions.context())]}


@api.get("/staff/members/<id>/left-behind")
def left_behind(path: bodies.IdPath) -> Answer:
    """How many open cases that are not shown to oneself have nobody else than this member."""
    return {"cases": leaving.left_behind(sessions.context(), sessions.staff(), path.id)}


@api.get("/invitations")
def invitations() -> Answer:
    """Offers that are open, and enrolments that wait for a facilitator's signature."""
    found = enrolment.invitations(sessions.context(), sessions.staff())
    return jsonify([render.invitation(row) for row in found])


@api.post("/invitations")
def invite(body: bodies.Invitation) -> Answer:
    """Keep an offer for whoever holds its code."""
    fresh = enrolment.invite(sessions.context(), sessions.staff(), body.value())
    return {}, 201 if fresh else 200


@api.get("/invitations/<id>")
def invitation(path: bodies.IdPath) -> Answer:
    """The offer, for the holder of its id."""
    context = sessions.context()
    row, key = enrolment.invitation(context, path.id)
    return {
        "portal": b64(context.portal),
        "organisation_key": b64(key),
        "person": b64(row.person),
        "role": row.role,
        "name": row.name,
        "function": row.function,
        "mac": b64(row.mac),
    }


@api.delete("/invitations/<id>")
def cancel(path: bodies.IdPath) -> Answer:
    """Take an offer back."""
    enrolment.cancel(sessions.context(), sessions.staff(), path.id)
    return Response(status=204)


@api.post("/invitations/<id>/second-factor")
def begin_enrolment(path: bodies.IdPath, body: bodies.Nothing) -> Answer:  # noqa: ARG001 - an empty object is still checked
    """The second factor of who was invited."""
    return _factor(*enrolment.begin_enrolment(sessions.context(), path.id))


@api.put("/invitations/<id>/enrolment")
def enrol(path: bodies.IdPath, body: bodies.Enrolment) -> Answer:
    """Send a new member's public keys; a facilitator signs for them afterwards."""
    proof = body.proof(sessions.origin())
    fresh = enrolment.enrol(sessions.context(), path.id, body.value(), proof)
    return {}, 201 if fresh else 200


@api.put("/directory")
def publish(body: bodies.Directory) -> Answer:
    """The next version of the directory, if it is the next one still."""
    seeds = tuple((seed.key, seed.member, seed.sealed) for seed in body.register_seeds or ())
    new = NewDirectory(body.version, body.directory, body.freshness, seeds)
    fresh = staffing.publish(sessions.context(), sessions.staff(), new)
    return {"version": body.version}, 201 if fresh else 200


@api.put("/freshness")
def vouch(body: bodies.Freshness) -> Answer:
    """A facilitator's or coordinator's statement that the newest version is this one."""
    sessions.staff("facilitator", "coordinator")
    staffing.vouch(sessions.context(), body.freshness)
    return {}


@api.get("/staff/members")
def members() -> Answer:
    """What the server knows of each member beside the directory."""
    found = staffing.members(sessions.context(), sessions.staff())
    return jsonify(members=[render.member(row) for row in found])


@api.post("/staff/members/<id>/second-factor")
def reset(path: bodies.IdPath, body: bodies.ResetCode) -> Answer:
    """Let a member set up a new second factor, once."""
    actor = sessions.staff("facilitator")
    renewing.allow(sessions.context(), actor, path.id, body.code_hash)
    return {}


@api.get("/organisation/sealed-key")
def sealed_key() -> Answer:
    """The organisation key's seed, sealed to the recovery key on paper."""
    found = staffing.sealed_organisation_key(sessions.context(), sessions.staff())
    return {"sealed": b64(found)}


@api.put("/organisation/opening")
def open_with_one(body: bodies.OpenWithOne) -> Answer:
    """Open the portal with one facilitator only, or wait for two again."""
    staffing.open_with_one(sessions.context(), sessions.staff(), allowed=body.allowed)
    return {}
