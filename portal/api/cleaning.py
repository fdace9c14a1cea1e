"""Cleaning an attachment: bytes in, pages and traces out, nothing kept and nobody known."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, request
from flask_openapi import APIBlueprint, Tag

from crypto import padme
from crypto.errors import ProtocolError
from portal.api import describe
from portal.api.render import Answer
from portal.services.doors import gates
from portal.services.errors import Malformed
from portal.web import admission, cleaner, problems, sessions
from sanitizers.errors import Refused
from sanitizers.values import Cleaned, Options

api = APIBlueprint("cleaning", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="cleaning")])

OPTIONS_HEADER = "Adviespunt-Options"
LONGEST_OPTIONS = 1_000
# What a browser may choose (`cleaner.chosen`), and the type of each.
CHOICES: dict[str, type] = {
    "comments": bool,
    "forms": bool,
    "dots": bool,
    "sharp": bool,
    "attachment": int,
    "password": str,
}


@api.post("/clean", openapi_extensions=describe.TAKES_BYTES)
def clean() -> Answer:
    """The pages of a file, each a picture encoded anew, and what was found and left out.

    Both ways the size goes up in steps (ADR 0020): `u64 length ‖ content ‖ zeros`, 64 KiB and up.
    """
    context = sessions.context()
    # A file comes without the session, so that nobody can tie the two together: the pass alone opens.
    admission.require_word(None)
    gate = gates.cleaning(context, admission.by_work("cleaning"))
    gate.enter()
    gate.count()
    options = _options(request.headers.get(OPTIONS_HEADER))
    try:
        cleaned = cleaner.clean(_unpadded(request.get_data(cache=False)), options)
    except Refused as refused:
        return problems.answer("refused", 422, reason=refused.reason, numbers=refused.detail)
    padded = padme.pad(frame(cleaned), padme.PAGE_FLOOR)
    return Response(padded, content_type="application/octet-stream")


@api.get("/clean/alone")
def comes_alone() -> Answer:
    """Whether this browser's requests bring no cookie.

    Only then may it send a file in the way that counts what has left: that way always takes
    cookies along, and nothing may tie a file to a session.
    """
    return {"alone": not request.cookies}


def _unpadded(untrusted: bytes) -> bytes:
    try:
        return padme.unpad(untrusted, padme.PAGE_FLOOR)
    except ProtocolError as error:
        raise Malformed("a file whose size does not go up in steps") from error


def _options(untrusted: str | None) -> Options:
    if untrusted is None:
        return Options()
    if len(untrusted) > LONGEST_OPTIONS:
        raise Malformed("options that are too long")
    try:
        given = json.loads(untrusted)
    except (ValueError, RecursionError) as error:
        raise Malformed("options that are not JSON") from error
    if not isinstance(given, dict):
        raise Malformed("options that are no object")
    return cleaner.chosen(**dict(_choice(name, value) for name, value in given.items()))


def _choice(name: str, value: object) -> tuple[str, Any]:
    if name not in CHOICES or type(value) is not CHOICES[name]:
        raise Malformed("an option that is not known")
    return name, value


def frame(cleaned: Cleaned) -> bytes:
    """`u32 length ‖ JSON ‖ the pages' bytes, one after the other`."""
    told = {
        "kind": cleaned.kind,
        "family": cleaned.family,
        "pages": [
            {"media": p.media, "width": p.width, "height": p.height, "bytes": len(p.data)}
            for p in cleaned.pages
        ],
        "traces": [{"kind": trace.kind, "value": trace.value} for trace in cleaned.traces],
        "cautions": [
            {"kind": c.kind, "page": c.page, "value": c.value} for c in cleaned.cautions
        ],
        "offered": [
            {"number": o.number, "name": o.name, "kind": o.kind, "size": o.size}
            for o in cleaned.offered
        ],
    }  # fmt: skip
    head = json.dumps(told).encode()
    return len(head).to_bytes(4, "big") + head + b"".join(page.data for page in cleaned.pages)
