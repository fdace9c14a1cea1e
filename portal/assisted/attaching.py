"""Attachments on a form without scripts: added one by one, cleaned at once, looked at, kept or dropped."""

from __future__ import annotations

import re

from flask import Response, abort, request

from portal.assisted import texts, turns
from portal.assisted.draft import Draft
from portal.assisted.errors import TooMuch
from portal.assisted.forms import AttachingForm
from portal.assisted.saying import _, _l
from portal.assisted.visit import Visit
from portal.services.errors import Full, OverLimit, Throttled
from portal.web import cleaner
from sanitizers import Cleaned, Refused
from sanitizers.errors import SanitizerError

LOOK_FIRST = _l("Bekijk elke bijlage en kies of ze meegaat. Daarna kun je verder.")
NOT_ADDED = _l(
    "Je bijlage is niet toegevoegd. Bij ‘Kies een bijlage’ lees je waarom. Er is nog niets verstuurd."
)
ATTACHMENTS_GONE = _l(
    "Je was lang weg. Je tekst staat er nog, maar je bijlagen zijn gewist. Voeg ze opnieuw toe. "
    "Er is nog niets verstuurd."
)
_DEED = re.compile(r"(keep|drop)-([0-9]{1,4})")


def asked(form: AttachingForm) -> bool:
    """Whether the button pressed was about an attachment, or a file was chosen and not yet added."""
    deed = request.form.get("do", "")
    return deed == "add" or bool(_DEED.fullmatch(deed)) or bool(form.upload.data)


def swept(stored: Draft | None, untrusted_marker: str | None) -> bool:
    """Whether the form speaks of attachments that are no longer on the desk."""
    ident, _dot, count = (untrusted_marker or "").partition(".")
    return count not in {"", "0"} and (stored is None or stored.id != ident)


def act(visit: Visit, form: AttachingForm, draft: Draft) -> Draft:
    """Do what the button says; what went wrong stands at the upload field afterwards.

    Raises `Gone` when what was written was sent or thrown away while a file was cleaned: no page
    may say it again.
    """
    deed = _DEED.fullmatch(request.form.get("do", ""))
    if deed and deed[1] == "keep":
        draft = draft.keep(int(deed[2]))
        visit.drafts.save(draft)
    elif deed:
        draft = visit.drafts.drop(draft, int(deed[2]))
    if form.upload.data:
        draft = _add(visit, form, draft)
        visit.drafts.now(draft)
        return draft
    if not deed:
        _complain(form, _("Kies eerst een bestand."))
    return draft


def _add(visit: Visit, form: AttachingForm, draft: Draft) -> Draft:
    """Clean the file; or, when so asked, each attachment of a mail by itself."""
    try:
        # Once, however many files the mail has: each of them is counted.
        turns.for_cleaning(visit).enter()
    except Throttled as busy:
        _complain_of(busy, form)
        return draft
    untrusted = form.upload.data.read(visit.context.settings.limits.upload + 1)
    if not form.of_mail.data:
        return _attach(visit, form, draft, untrusted, None)
    try:
        offered = _cleaned(visit, form, untrusted, None).offered
    except (Refused, SanitizerError, Throttled):
        # The first of them says what is wrong with the mail itself.
        return _attach(visit, form, draft, untrusted, 0)
    if not offered:
        _complain(form, _("In dit bestand zitten geen bijlagen."))
    for one in offered:
        draft = _attach(visit, form, draft, untrusted, one.number)
    return draft


def _attach(
    visit: Visit, form: AttachingForm, draft: Draft, untrusted: bytes, number: int | None
) -> Draft:
    try:
        return visit.drafts.attach(draft, _cleaned(visit, form, untrusted, number))
    except Refused as refusal:
        said = str(texts.REFUSALS.get(refusal.reason, texts.REFUSALS["damaged"]))
        _complain(form, f"{said} {texts.NOTHING_KEPT}")
    except (TooMuch, OverLimit):
        _complain(
            form, f"{_('Zoveel bijlagen kunnen niet mee in één bericht.')} {texts.NOTHING_KEPT}"
        )
    except (Full, SanitizerError):
        _complain(form, f"{texts.REFUSALS['jail']} {texts.NOTHING_KEPT}")
    except Throttled as busy:
        _complain_of(busy, form)
    return draft


def _complain_of(busy: Throttled, form: AttachingForm) -> None:
    said = _(
        "Er worden nu te veel bestanden tegelijk nagekeken. "
        "Kies je bestand over ongeveer %(seconds)d seconden opnieuw.",
        seconds=busy.facts["seconds"],
    )
    _complain(form, f"{said} {texts.NOTHING_KEPT}")


def _cleaned(
    visit: Visit, form: AttachingForm, untrusted: bytes, attachment: int | None
) -> Cleaned:
    if len(untrusted) > visit.context.settings.limits.upload:
        raise Refused("too-large")
    turns.for_cleaning(visit).count()
    chosen = cleaner.chosen(
        comments=form.comments.data,
        forms=not form.no_entries.data,
        dots=form.dots.data,
        sharp=form.sharp.data,
        attachment=attachment,
        # Used for this one file; the page that comes back doesn't hold it.
        password=form.file_password.data or None,
    )
    return cleaner.clean(untrusted, chosen)


def _complain(form: AttachingForm, said: str) -> None:
    if said not in form.upload.errors:
        form.upload.errors = [*form.upload.errors, said]


def picture(visit: Visit, about: str, part: int, number: int) -> Response:
    """One cleaned page, straight from the desk; never from a file, never kept by the browser."""
    draft = visit.drafts.load(about)
    found = next((one for one in draft.parts if one.number == part), None) if draft else None
    if found is None or number >= len(found.pictures):
        abort(404)
    shown = found.pictures[number]
    data = visit.desk.load(shown.name)
    if data is None:
        abort(404)
    return image(data, shown.media)


def image(data: bytes, media: str) -> Response:
    """An answer that a browser can only take for a picture."""
    answer = Response(data, content_type=media)
    answer.headers["Content-Disposition"] = "inline"
    return answer
