"""What anybody may ask: who the organisation is, who its staff are, and that pages be kept."""

from __future__ import annotations

import gzip

from flask import Response, jsonify, request
from flask_openapi import APIBlueprint, Tag

from crypto.encoding import b64
from portal.api import bodies, describe
from portal.api.render import Answer, maybe_b64
from portal.services.casework import staging
from portal.services.doors import gates, welcome
from portal.services.keeping import directory
from portal.web import admission, sessions

api = APIBlueprint("public", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="public")])


@api.get("/organisation")
def organisation(query: bodies.Language) -> Answer:
    """The organisation, its texts and lists, its promises, and today."""
    context = sessions.context()
    told = describe.organisation(context, welcome.status(context), query.language)
    return _packed(jsonify(told))


@api.get("/welcome")
def first_page(query: bodies.Language) -> Answer:
    """The part of the organisation that the first page shows."""
    context = sessions.context()
    return _packed(jsonify(describe.welcome(context, welcome.status(context), query.language)))


@api.get("/signpost")
def signpost(query: bodies.Language) -> Answer:
    """The questions of "Waar kan ik terecht?": all at once, so that no answer has to be sent."""
    return _packed(jsonify(describe.signpost(sessions.context(), query.language)))


def _packed(response: Response) -> Response:
    """Gzipped where that is understood. Only for what holds no secret and nobody's words."""
    if request.accept_encodings["gzip"] > 0:
        response.data = gzip.compress(response.data, 9, mtime=0)
        response.content_encoding = "gzip"
    response.vary.add("Accept-Encoding")
    return response


@api.get("/calendar")
def calendar(query: bodies.Span) -> Answer:
    """The days in these years that count for no promise, weekends left out."""
    closed = welcome.closed_days(sessions.context(), query.from_, query.to)
    return jsonify(closed=[day.isoformat() for day in closed])


@api.get("/directory")
def newest_directory() -> Answer:
    """The newest signed staff directory, and who vouched for it last. After the access word."""
    context = sessions.context()
    admission.require_word(sessions.maybe_actor())
    signed = directory.version(context, None)
    fresh = maybe_b64(directory.freshness(context))
    return _packed(jsonify(directory=b64(signed), freshness=fresh))


@api.get("/directory/<version>")
def old_directory(path: bodies.VersionPath) -> Answer:
    """An earlier version, which rosters and entries name. After the access word."""
    admission.require_word(sessions.maybe_actor())
    return jsonify(directory=b64(directory.version(sessions.context(), path.version)))


@api.put("/cases/<case>/pages/<page>", openapi_extensions=describe.TAKES_BYTES)
def put_page(path: bodies.PagePath) -> Answer:
    """Stage a page's envelope (octet-stream) for the message that will name it."""
    context = sessions.context()
    untrusted = request.get_data(cache=False)
    actor = sessions.maybe_actor()
    admission.require_word(actor)
    if actor is None:
        # Nobody is known here: everybody together may stage so many.
        gate = gates.pages(context, admission.by_work("question", path.case))
        gate.enter()
        gate.count()
    fresh = staging.stage(context, actor, path.case, path.page, untrusted)
    return {}, 201 if fresh else 200
