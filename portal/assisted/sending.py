"""The last step of asking: a name and a password, a last look, and the question goes."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from crypto.secret.kdf import ASKER_WORDS, passphrase
from portal.assisted import asking, people, turns, waiting, word
from portal.assisted.asking import Chosen
from portal.assisted.draft import QUESTION, Draft
from portal.assisted.forms import KeyForm, LeaveForm, SendForm
from portal.assisted.hands import free_hand
from portal.assisted.receipt import Receipt
from portal.assisted.saying import _
from portal.assisted.showing import ShownSummary, titles
from portal.assisted.strength import judge
from portal.assisted.visit import Answer, Visit, here, language, lost, page
from portal.services.errors import (
    Full,
    MailboxExists,
    NotReady,
    OverLimit,
    ServiceError,
    Stale,
    Throttled,
)

_EMPTY: MultiDict[str, str] = MultiDict()
_OFFERED = "offered"


def add_to(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/ask/key", "key", key)
    blueprint.add_url_rule("/ask/key", "send", send, methods=["POST"])
    blueprint.add_url_rule("/ask/sent", "sent", sent)


def key() -> Answer | Response:
    """Offer six words and ask for a name; with an open mailbox only a last look."""
    if word.is_needed(here()):
        return word.ask_first()
    draft = here().drafts.load(QUESTION)
    if draft is None or not draft.text or not draft.all_kept():
        return redirect(url_for("plain.ask"), 303)
    return _show(_form(formdata=_EMPTY), draft)


def send() -> Answer | Response:
    """Send, unless something is missing or it was sent before."""
    visit, form = here(), _form()
    valid = form.validate()
    if not form.token_held:
        return lost(None)
    draft = visit.drafts.load(QUESTION)
    if Receipt.answers(visit.desk, form.draft.data):
        return redirect(url_for("plain.sent"), 303)  # sent twice, and the other one was faster
    if draft is None and waiting.goes_on_elsewhere(visit):
        return redirect(url_for("plain.wait"), 303)
    if draft is None or draft.marker != form.draft.data:
        return lost(draft.text if draft else None)
    return _take(visit, form, draft, valid=valid)


def _take(
    visit: Visit, form: KeyForm | SendForm, draft: Draft, *, valid: bool
) -> Answer | Response:
    if word.is_needed(visit):
        return word.ask_first()
    if request.form.get("do") == "words":
        visit.desk.remove(_OFFERED)
        return _show(form, draft)
    if isinstance(form, KeyForm):
        try:
            valid = _strong_enough(form) and valid
        except Throttled as busy:
            return _show(form, draft, busy.status, _said(busy))
    if not valid:
        return _show(
            form, draft, 422, _("Kijk de aangeduide vakken na. Er is nog niets verstuurd.")
        )
    return _sent_or_said(visit, form, draft)


def _strong_enough(form: KeyForm) -> bool:
    with free_hand():
        reason = judge(form.password.data or "", form.pseudonym.data or "").reason
    if reason and form.password.data:
        form.password.errors = [
            *form.password.errors,
            _("Dit wachtwoord is te makkelijk te raden. %(reason)s", reason=reason),
        ]
    return not reason


def _sent_or_said(visit: Visit, form: KeyForm | SendForm, draft: Draft) -> Answer | Response:
    chosen = (
        Chosen(form.pseudonym.data or "", form.password.data or "")
        if isinstance(form, KeyForm)
        else None
    )
    joins = request.form.get("do") == "join"
    try:
        if chosen and not joins:
            turns.for_question(visit).enter()
        asking.ask(visit, draft, chosen, join=joins)
    except MailboxExists:
        turns.give_back(visit, "question")
        return _show(
            form,
            draft,
            409,
            _("Deze brievenbus bestaat al. Er is nog niets verstuurd."),
            exists=True,
        )
    except Throttled as busy:
        if chosen is None or joins:
            return _show(form, draft, busy.status, _said(busy))
        return waiting.begin(visit, chosen)
    except ServiceError as error:
        turns.give_back(visit, "question")
        return _show(form, draft, error.status, _said(error))
    visit.desk.remove(_OFFERED)
    return redirect(url_for("plain.sent"), 303)


def _said(error: ServiceError) -> str:
    match error:
        case Full():
            return _(
                "Er is nu geen plaats op de server. Er is niets verstuurd. Je vraag "
                "staat hier nog: probeer het later opnieuw."
            )
        case Throttled():
            return _(
                "Het is nu heel druk. Er is niets verstuurd. Je vraag staat hier nog: "
                "probeer het over een minuut opnieuw."
            )
        case OverLimit():
            return _(
                "Je vraag met de bijlagen is te groot. Er is niets verstuurd. Laat een bijlage weg en probeer opnieuw."
            )
        case NotReady() | Stale():
            return _(
                "De lijst van medewerkers is net veranderd. Er is niets verstuurd. Probeer het opnieuw."
            )
        case _:
            return _(
                "Er ging iets mis. Er is niets verstuurd. Je vraag staat hier nog: probeer het opnieuw."
            )


def _form(**given: Any) -> KeyForm | SendForm:
    visit = here()
    if visit.mailbox:
        return SendForm(**given)
    chosen = waiting.chosen_on(visit)
    if request.form.get("do") == "turn" and chosen:
        # The waiting page's own button: the name and password are those that waited with the question.
        given["formdata"] = _as_typed(chosen)
    return KeyForm(**given)


def _as_typed(chosen: Chosen) -> MultiDict[str, str]:
    typed = {"pseudonym": chosen.name, "password": chosen.password, "again": chosen.password}
    return MultiDict({**request.form.to_dict(), **typed})


def _show(
    form: KeyForm | SendForm,
    draft: Draft,
    status: int = 200,
    said: str = "",
    *,
    exists: bool = False,
) -> Answer:
    form.draft.data = draft.marker
    return page(
        "key",
        status,
        exists=exists,
        form=form,
        offered=_offered(here()) if isinstance(form, KeyForm) else (),
        summary=_summary(here(), draft),
        notices=[("danger", said)] if said else (),
    )


def _offered(visit: Visit) -> list[str]:
    """The same six words until others are asked for, so that a slip does not change them."""
    words = passphrase(ASKER_WORDS, entropy=visit.context.randomness)
    return visit.desk.save_first(_OFFERED, words.encode()).decode().split()


def _summary(visit: Visit, draft: Draft) -> ShownSummary:
    told = visit.context.settings.organisation
    kind = next((one for one in told.kinds if one.key == draft.kind), None)
    return ShownSummary(
        kind=told.say(kind.label, language()) if kind else draft.kind,
        urgent=draft.urgent,
        real_name=draft.real_name,
        excluded=people.names(visit.context, draft.excluded),
        attachments=titles(draft.parts),
        text=draft.text,
    )


def sent() -> Answer | Response:
    """Both dates, and what to keep."""
    receipt = Receipt.on(here().desk)
    if receipt is None:
        return redirect(url_for("plain.start"), 303)
    return page("sent", receipt=receipt, leave_form=LeaveForm(formdata=_EMPTY))
