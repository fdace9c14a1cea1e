"""Asking: the question with its attachments, then a name and a password, then sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from portal.assisted import attaching, people, turns, word
from portal.assisted.draft import QUESTION, Draft
from portal.assisted.errors import Gone
from portal.assisted.forms import AskForm, LeaveForm
from portal.assisted.receipt import Receipt
from portal.assisted.saying import _
from portal.assisted.showing import choices_of, show_limits, show_parts
from portal.assisted.visit import Answer, here, language, lost, other_language, page

DISCARD = "discard"
EMPTY: MultiDict[str, str] = MultiDict()


def add_to(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/ask", "ask", ask, methods=["GET", "POST"])
    blueprint.add_url_rule("/ask/picture/<int:part>/<int:number>", "ask_picture", picture)
    blueprint.add_url_rule("/ask/discard", "discard", discard, methods=["GET", "POST"])


def ask() -> Answer | Response:
    """Show the question's form, or take what was written in it."""
    if request.method == "POST":
        return _take()
    if word.is_needed(here()):
        return word.ask_first()
    drafts = here().drafts
    draft = drafts.load(QUESTION) or drafts.begin(QUESTION)
    form = _form(formdata=EMPTY, draft=draft)
    return _show(form, draft)


def _take() -> Answer | Response:
    visit = here()
    form = _form()
    valid = form.validate()
    if not form.token_held or form.is_boundless:
        return lost(form.text.data)
    if Receipt.answers(visit.desk, form.draft.data):
        return redirect(url_for("plain.sent"), 303)
    stored = visit.drafts.load(QUESTION)
    swept = attaching.swept(stored, form.draft.data)
    draft = _written(stored or visit.drafts.begin(QUESTION, form.draft.data), form)
    visit.drafts.save(draft)
    turns.begin(visit)
    return _do(form, draft, valid=valid, swept=swept)


def _do(form: AskForm, draft: Draft, *, valid: bool, swept: bool) -> Answer | Response:
    """What the button says, with what was written safe on the desk."""
    if word.is_needed(here()):
        return word.ask_first()
    if swept:
        return _show(form, draft, 409, [("danger", str(attaching.ATTACHMENTS_GONE))])
    if request.form.get("do") == DISCARD:
        return redirect(url_for("plain.discard"), 303)
    if attaching.asked(form):
        return _attach(form, draft)
    return _go_on(form, draft, valid=valid)


def _attach(form: AskForm, draft: Draft) -> Answer | Response:
    try:
        changed = attaching.act(here(), form, draft)
    except Gone:
        sent = Receipt.answers(here().desk, form.draft.data)
        return redirect(url_for("plain.sent" if sent else "plain.ask"), 303)
    if form.upload.errors:
        return _show(form, changed, 422, [("danger", str(attaching.NOT_ADDED))])
    return redirect(other_language() or url_for("plain.ask", _anchor="files"), 303)


def _go_on(form: AskForm, draft: Draft, *, valid: bool) -> Answer | Response:
    elsewhere = other_language()
    if elsewhere:
        return redirect(elsewhere, 303)
    if valid and not people.somebody_left(here().context, draft.excluded):
        said = _(
            "Er blijft niemand over die je vraag kan lezen. Laat minstens één facilitator staan."
        )
        form.excluded.errors = [*form.excluded.errors, said]
        valid = False
    if valid and not draft.all_kept():
        form.upload.errors = [*form.upload.errors, str(attaching.LOOK_FIRST)]
        valid = False
    if not valid:
        return _show(
            form,
            draft,
            422,
            [("danger", _("Kijk de aangeduide vakken na. Er is nog niets verstuurd."))],
        )
    return redirect(url_for("plain.key"), 303)


def _written(draft: Draft, form: AskForm) -> Draft:
    """The draft with what stands in the form now."""
    return replace(
        draft,
        text=(form.text.data or "").replace("\r\n", "\n"),
        kind=form.kind.data or "",
        urgent=bool(form.urgent.data),
        real_name=(form.real_name.data or "").strip(),
        excluded=tuple(sorted(form.excluded.data or [])),
    )


def _form(*, draft: Draft | None = None, **given: Any) -> AskForm:
    context = here().context
    told = context.settings.organisation
    form = AskForm(longest=context.settings.limits.text_characters, obj=None, **given)
    form.kind.choices = choices_of(told.kinds, told, language())
    form.excluded.choices = people.choices(context)
    if draft:
        form.draft.data = draft.marker
        form.text.data, form.kind.data = draft.text, draft.kind
        form.urgent.data, form.real_name.data = draft.urgent, draft.real_name
        form.excluded.data = list(draft.excluded)
    return form


def _show(
    form: AskForm, draft: Draft, status: int = 200, notices: list[tuple[str, str]] | None = None
) -> Answer:
    form.draft.data = draft.marker
    return page(
        "ask",
        status,
        form=form,
        attached=show_parts(draft),
        limits=show_limits(here().context),
        picture_address=lambda part, number: url_for("plain.ask_picture", part=part, number=number),
        keeping="next",
        can_discard=bool(draft.text or draft.parts),
        notices=notices or (),
    )


def picture(part: int, number: int) -> Response:
    """A cleaned page of the draft, to this visitor alone."""
    return attaching.picture(here(), QUESTION, part, number)


def discard() -> Answer | Response:
    """Ask whether the draft may go, and throw it away."""
    if request.method == "GET":
        return page("discard", form=LeaveForm(formdata=EMPTY))
    if not LeaveForm().validate():
        return lost(None)
    visit = here()
    draft = visit.drafts.load(QUESTION)
    if draft:
        visit.drafts.discard(draft)
    return redirect(url_for("plain.start"), 303)
