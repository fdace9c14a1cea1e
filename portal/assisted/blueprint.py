"""The blueprint at /plain: what surrounds every plain view."""

from __future__ import annotations

import io
from typing import IO

from flask import Blueprint, Response, abort, g, redirect, request, url_for
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from portal.assisted import ask, reading, sending, starting, texts, waiting, word
from portal.assisted.desk import AGAIN, LARGE_BYTES, Desk
from portal.assisted.errors import PlainError, StaffRefused
from portal.assisted.saying import _
from portal.assisted.telling import STAFF_REFUSED
from portal.assisted.visit import Answer, Visit, page
from portal.config import MB, MIB
from portal.drawings import icons
from portal.services.context import Context
from portal.services.errors import ServiceError
from portal.web import problems, sessions

SECURE_COOKIE = "__Host-desk"
LOCAL_COOKIE = "desk"


def make_blueprint() -> Blueprint:
    """Every plain page; register it with the prefix `/plain`."""
    blueprint = Blueprint("plain", __name__, template_folder="templates")
    for part in (starting, word, ask, sending, waiting, reading):
        part.add_to(blueprint)
    blueprint.add_url_rule("/again", "again", _again)
    blueprint.add_url_rule("/<path:anything>", "nothing", _nothing)
    blueprint.before_request(_arrive)
    blueprint.after_request(_leave)
    blueprint.add_app_template_filter(texts.say_day, "day")
    blueprint.add_app_template_global(icons, "icons")
    blueprint.add_app_template_filter(texts.say_number, "number")
    _handle_errors(blueprint)
    return blueprint


def _nothing(anything: str) -> Answer:  # noqa: ARG001 - any address that is none
    abort(404)


def _arrive() -> Answer | None:
    context = sessions.context()
    _keep_uploads_in_memory(context)
    ticket = request.cookies.get(_cookie_name())
    desk = Desk.of(context, ticket)
    desk.touch()
    g.desk = desk
    g.plain_visit = Visit(context, desk)
    if ticket is None and _is_led_here_from_elsewhere():
        return page("onward", onward=request.full_path.rstrip("?"))
    return None


def _is_led_here_from_elsewhere() -> bool:
    """Whether another site's link led here: the browser then sends no `Strict` cookie, though it may have one.

    A page of our own that leads on to the same address gets it, so that nobody is given a new desk
    while what they wrote lies on theirs.
    """
    return request.method == "GET" and request.headers.get("Sec-Fetch-Site") == "cross-site"


def _keep_uploads_in_memory(context: Context) -> None:
    # A form carries the text and one file; werkzeug would put a large one into a temporary file.
    request.max_content_length = context.settings.limits.upload + MIB
    request._get_file_stream = _in_memory  # type: ignore[method-assign]  # noqa: SLF001 - its own hook


def _in_memory(*_told: object, **_more: object) -> IO[bytes]:
    return io.BytesIO()


def _cookie_name() -> str:
    return SECURE_COOKIE if _is_secure() else LOCAL_COOKIE


def _is_secure() -> bool:
    return request.environ.get("adviespunt.scheme") == "https"


def _leave(response: Response) -> Response:
    """Let no page be the answer to a form, and hand out the ticket to who got one."""
    desk: Desk | None = g.get("desk")
    if desk is not None and request.method == "POST" and response.mimetype == "text/html":
        response = _shown_by_get(desk, response)
    return _with_ticket(desk, response)


def _shown_by_get(desk: Desk, response: Response) -> Response:
    """Put the page on the desk and send the browser there.

    A browser writes the form behind a page into its own session files, password and all, for when it
    is asked to load the page again. A page that was fetched has no form behind it.
    """
    if response.headers.get("Location"):
        desk.remove(AGAIN)
        return response
    if len(response.get_data()) > LARGE_BYTES:
        # It gives back more than anybody types: the room is for what people do.
        return response
    try:
        desk.save(AGAIN, response.status_code.to_bytes(2, "big") + response.get_data())
    except ServiceError:
        return response
    desk.shown = True
    elsewhere = redirect(url_for("plain.again"), 303)
    return Response(elsewhere.get_data(), 303, elsewhere.headers)


def _again() -> Response | AnyResponse:
    kept = g.desk.load(AGAIN)
    if kept is None:
        return redirect(url_for("plain.start"), 303)
    return Response(kept[2:], int.from_bytes(kept[:2], "big"), mimetype="text/html")


def _with_ticket(desk: Desk | None, response: Response) -> Response:
    """The cookie lasts as long as the browser is open."""
    if desk is not None and desk.is_handed_out and "Clear-Site-Data" not in response.headers:
        response.set_cookie(
            _cookie_name(),
            desk.cookie,
            path="/",
            secure=_is_secure(),
            httponly=True,
            samesite="Strict",
        )
    return response


def _handle_errors(blueprint: Blueprint) -> None:
    blueprint.register_error_handler(RequestEntityTooLarge, _too_large)
    blueprint.register_error_handler(HTTPException, _http)
    blueprint.register_error_handler(StaffRefused, _staff_refused)
    blueprint.register_error_handler(PlainError, _failed)
    blueprint.register_error_handler(ServiceError, _failed)
    blueprint.register_error_handler(Exception, _failed)


def _too_large(_error: Exception) -> Answer:
    said = _(
        "Wat je verstuurde is te groot: hoogstens %(mb)d MB per bestand. Er is niets bewaard van dit bestand. "
        "Ga terug: wat je eerder toevoegde, staat er nog.",
        mb=g.plain_visit.context.settings.limits.upload // MB,
    )
    return page("problem", 413, title=_("Dit is te groot"), said=said, typed=None)


def _http(error: HTTPException) -> Answer | AnyResponse:
    if isinstance(error.response, AnyResponse):
        return error.response
    status = error.code or 500
    if status == 404:  # noqa: PLR2004 - HTTP's own number
        return page(
            "problem",
            404,
            title=_("Hier is niets"),
            said=_("Deze pagina bestaat niet, of niet meer."),
            typed=None,
        )
    return page(
        "problem",
        status,
        title=_("Dat lukte niet"),
        said=_("Er is niets verstuurd. Ga terug en probeer het opnieuw."),
        typed=None,
    )


def _staff_refused(_error: Exception) -> Answer:
    return page(
        "problem", 503, title=_("Dit kan nu niet veilig"), said=str(STAFF_REFUSED), typed=None
    )


def _failed(error: Exception) -> Answer:
    """Something that no view foresaw: give back what was typed, log nothing of it."""
    problems.note(error)
    said = _(
        "Er ging iets mis op de server. Ga terug en probeer het opnieuw: wat je verstuurt komt nooit twee keer aan."
    )
    return page(
        "problem", 500, title=_("Dat lukte niet"), said=said, typed=request.form.get("text")
    )
