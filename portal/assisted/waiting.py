"""The waiting page: a question that stands ready while it is busy, until its visitor's turn has come."""

from __future__ import annotations

import json
from contextlib import suppress

from flask import Blueprint, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from portal.assisted import turns
from portal.assisted.asking import Chosen
from portal.assisted.desk import CHOSEN
from portal.assisted.draft import QUESTION, Draft
from portal.assisted.forms import SendForm
from portal.assisted.visit import Answer, Visit, here, page
from portal.services.errors import ServiceError
from portal.services.keeping.secrets import peppered

WAITS_ELSEWHERE = "waits"
_EMPTY: MultiDict[str, str] = MultiDict()
# The page looks again by itself for who asks for that: whoever hears it is taken back to its beginning
# each time (WCAG 2.2.1). Not so often that waiting becomes a load of its own.
LOOK_AGAIN_SECONDS = 15


def add_to(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/ask/wait", "wait", wait)


def begin(visit: Visit, chosen: Chosen) -> Response:
    """Keep the name and password on the visitor's desk, sealed, and show how long it takes."""
    packed = json.dumps([chosen.name, chosen.password], ensure_ascii=False).encode()
    if chosen_on(visit) is None:
        # The mailbox will open where this waits: under a ticket that nobody can have seen. Under the pepper,
        # so that no ticket tells whether a password was guessed; the same words give the same ticket.
        pepper = visit.context.pepper
        before = visit.desk.renew(peppered(pepper, "desk", "chosen", packed))
        # Whose browser took no notice of this answer and sends again is shown where it waits.
        with suppress(ServiceError):
            before.save(WAITS_ELSEWHERE, b"")
    visit.desk.save(CHOSEN, packed)
    return redirect(url_for("plain.wait"), 303)


def goes_on_elsewhere(visit: Visit) -> bool:
    """Whether what was on this desk waits under the ticket that came after."""
    return visit.desk.load(WAITS_ELSEWHERE) is not None


def chosen_on(visit: Visit) -> Chosen | None:
    """The name and password that wait with the question."""
    kept = visit.desk.load(CHOSEN)
    return Chosen(*json.loads(kept)) if kept else None


def wait() -> Answer | Response:
    """Say how long it still takes; when the turn has come, offer the button that sends."""
    visit = here()
    draft = visit.drafts.load(QUESTION)
    if draft is None or chosen_on(visit) is None:
        return redirect(url_for("plain.ask"), 303)
    return show(visit, draft)


def show(visit: Visit, draft: Draft) -> Answer:
    gate = turns.for_question(visit)
    left = max(gate.seconds_to_token, turns.seconds_left(visit, "question", gate.load))
    form = SendForm(formdata=_EMPTY)
    form.draft.data = draft.marker
    return page(
        "wait",
        form=form,
        seconds=left,
        looking=request.args.get("looking"),
        refresh=min(max(left, 1), LOOK_AGAIN_SECONDS),
    )
