"""The access word on the plain pages: asked once a visit, before anything can be asked."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from portal.assisted import turns
from portal.assisted.desk import ADMITTED
from portal.assisted.forms import WordForm
from portal.assisted.saying import _
from portal.assisted.visit import Answer, Visit, here, lost, page
from portal.services.doors import access
from portal.services.errors import Throttled, WordNeeded, WrongWord

_EMPTY: MultiDict[str, str] = MultiDict()


def add_to(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/word", "word", word, methods=["GET", "POST"])


def is_needed(visit: Visit) -> bool:
    """Whether this visitor has to give the word before asking."""
    box = visit.mailbox
    actor = box.actor if box else None
    try:
        access.require(visit.context, actor, visit.desk.load(ADMITTED))
    except WordNeeded:
        return True
    return False


def ask_first() -> Response:
    """Send the visitor to the word; whatever they wrote lies on their desk."""
    return redirect(url_for("plain.word"), 303)


def word() -> Answer | Response:
    """Ask for the word, or look at what was given."""
    visit, form = here(), WordForm()
    if not is_needed(visit):
        return redirect(url_for("plain.ask"), 303)
    if not form.is_submitted():
        return page("word", form=WordForm(formdata=_EMPTY))
    valid = form.validate()
    if not form.token_held:
        return lost(None)
    if not valid:
        return page("word", 422, form=form)
    return _entered(visit, form)


def _entered(visit: Visit, form: WordForm) -> Answer | Response:
    gate = turns.for_word(visit)
    try:
        gate.enter()
        given = access.enter(visit.context, form.word.data or "")
    except Throttled as busy:
        said = _(
            "Er wordt nu veel naar het woord geraden. Druk over ongeveer %(seconds)d seconden opnieuw op Verder.",
            seconds=busy.facts["seconds"],
        )
        form.word.errors = [said]
        return page("word", 429, form=form)
    except WrongWord:
        gate.count()
        form.word.errors = [
            _("Dit is niet het toegangswoord. Kijk na wat je op het werk kreeg en typ het opnieuw.")
        ]
        return page("word", 404, form=form)
    visit.desk.save(ADMITTED, given)
    return redirect(url_for("plain.ask"), 303)
