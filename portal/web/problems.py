"""Problems as answers: a stable key for the browser, one plain sentence for people."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from flask import Flask, Response, jsonify, request
from pydantic import BaseModel, ValidationError
from sqlalchemy.exc import DBAPIError, OperationalError
from werkzeug.exceptions import HTTPException

from crypto.encoding import b64
from portal.services.doors.work import WorkNeeded
from portal.services.errors import Full, ServiceError
from portal.services.signing_in.renewing import SecondFactorSetup

log = logging.getLogger("portal")

DETAILS = MappingProxyType(
    {
        "already": "Dit is al gebeurd. Er is niets veranderd.",
        "clock": "De klok van de server staat verkeerd. Er is niets bewaard. Verwittig de systeembeheerder.",
        "closed": "Dit kan niet meer bij deze vraag. Er is niets bewaard.",
        "conflict": "Iemand anders was net iets vroeger. Er is niets bewaard. Haal de laatste stand op.",
        "different": "Hier staat al iets anders. Er is niets bewaard.",
        "forbidden": "Dat mag je niet doen. Er is niets veranderd.",
        "full": "Er is nu geen plaats op de server. Er is niets bewaard. Probeer het later opnieuw.",
        "journal": "Het logboek klopt niet. Verwittig de systeembeheerder.",
        "last-factor": "Dit is je enige tweede factor. Er is niets veranderd. Voeg eerst een andere toe.",
        "limits": "Dit is meer dan we kunnen aannemen. Er is niets bewaard.",
        "mailbox-exists": "Je hebt al een brievenbus. Er is nog niets bewaard. Meld je aan en verstuur opnieuw.",
        "malformed": "Dit is niet goed aangekomen. Er is niets bewaard. Laad de pagina opnieuw.",
        "method": "Dat kan op dit adres niet. Er is niets bewaard.",
        "not-active": "Je bent nog niet, of niet meer, actief. Vraag het aan een facilitator integriteitscoaches.",
        "not-found": "Hier is niets.",
        "not-ready": "Je kunt hier nog geen vraag stellen. Er is niets bewaard.",
        "not-yet": "Daar is het nog te vroeg voor. Er is niets veranderd.",
        "nothing-ready": "Geen enkele vraag van dat jaar is al klaar voor het archief. Er is niets veranderd.",
        "open-cases": "Er zijn nog open vragen. Sluit ze af of neem ze met naam over. Er is niets veranderd.",
        "refused": "Dit bestand kunnen we niet schoonmaken. Het is niet bewaard. Je tekst en je andere bijlagen wel.",
        "second-factor-setup": "Stel eerst je tweede stap opnieuw in. Je bent nog niet aangemeld.",
        "server": "Er ging iets mis op de server. Verstuur het opnieuw: het komt nooit twee keer aan.",
        "sign-in-again": "Meld je hiervoor opnieuw aan. Er is niets veranderd.",
        "signed-out": "Je bent niet meer aangemeld. Er is niets bewaard. Meld je opnieuw aan.",
        "throttled": "Er zijn nu te veel pogingen. Er is niets bewaard. Wacht even en probeer opnieuw.",
        "too-large": "Dit is te groot. Er is niets bewaard.",
        "word": "Geef eerst het toegangswoord dat je op het werk kreeg. Er is niets bewaard.",
        "work": "Het is nu druk. Er is niets bewaard. Verstuur hetzelfde opnieuw, met rekenwerk erbij.",
        "wrong-code": "Die zes cijfers kloppen niet. Er is niets veranderd. Wacht op de volgende en probeer opnieuw.",
        "wrong-passkey": "Deze passkey konden we niet nakijken. Er is niets veranderd. Probeer het opnieuw.",
        "wrong-word": "Dat is niet het toegangswoord. Er is niets bewaard. Kijk het na en probeer opnieuw.",
        "wrong-credentials": "Dit klopt niet. Kijk de naam en het wachtwoord na en probeer opnieuw.",
    }
)

_OF_STATUS = {
    400: "malformed",
    403: "forbidden",
    404: "not-found",
    405: "method",
    413: "too-large",
    415: "malformed",
}


FOR_PROGRAMS = "/api/"


class Problem(BaseModel):
    """What every refusal looks like."""

    problem: str
    detail: str


def answer(problem: str, status: int, **more: object) -> Response:
    """A problem as JSON. Nothing of the request is ever in it."""
    response = jsonify(problem=problem, detail=DETAILS[problem], **more)
    response.status_code = status
    return response


def of_error(error: ServiceError) -> Response:
    facts: dict[str, Any] = dict(error.facts)
    if isinstance(error, SecondFactorSetup):
        facts |= {"totp": error.setup.as_facts(), "passkey": error.offer.as_facts()}
    if isinstance(error, WorkNeeded):
        facts["work"] = {"challenge": b64(error.challenge), "effort": error.effort}
    response = answer(error.problem, error.status, **facts)
    if "seconds" in facts:
        response.headers["Retry-After"] = str(facts["seconds"])
    return response


def of_validation(_error: ValidationError) -> Response:
    """Pydantic's own answer would repeat what was sent; this one says nothing about it."""
    return answer("malformed", 422)


def of_http(error: HTTPException) -> Response:
    if error.response is not None:
        return error.response  # type: ignore[return-value]  # flask makes no other
    status = error.code or 500
    otherwise = "malformed" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "server"
    return answer(_OF_STATUS.get(status, otherwise), status)


def of_database(error: DBAPIError) -> Response:
    """A full disk or a database that went away: said as it is, logged without its parameters."""
    note(error)
    if isinstance(error, OperationalError) and "full" in str(error.orig):
        return of_error(Full())
    return answer("server", 503)


def of_anything(error: Exception) -> Response:
    note(error)
    return answer("server", 500)


def note(error: BaseException) -> None:
    """Log where and what kind, and nothing else: messages and values may hold request data."""
    trace, place = error.__traceback__, "?"
    while trace is not None:
        code = trace.tb_frame.f_code
        if "portal" in code.co_filename or "crypto" in code.co_filename:
            place = f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}"
        trace = trace.tb_next
    log.error("%s at %s in %s", type(error).__name__, place, request.endpoint or "no endpoint")


def install(app: Flask, nothing_here: Callable[[], Response]) -> None:
    """`nothing_here` answers people at an address that is none; programs and pages read a problem."""

    def of_address(error: HTTPException) -> Response:
        missing = error.response is None and error.code == HTTPStatus.NOT_FOUND
        if missing and not request.path.startswith(FOR_PROGRAMS):
            return nothing_here()
        return of_http(error)

    app.register_error_handler(ServiceError, of_error)
    app.register_error_handler(HTTPException, of_address)
    app.register_error_handler(DBAPIError, of_database)
    app.register_error_handler(Exception, of_anything)
