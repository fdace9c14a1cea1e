"""Coming back: the mailbox, a thread, its pages, replying and withdrawing."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, abort, make_response, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from crypto.encoding import b64
from portal.assisted import asker, attaching, hands, telling
from portal.assisted.asker import OwnCase
from portal.assisted.draft import Draft
from portal.assisted.errors import Gone, StaffRefused
from portal.assisted.forms import AIMS, EnterForm, LeaveForm, ReplyForm, keys_of
from portal.assisted.mailbox import OpenMailbox
from portal.assisted.outbox import Outbox
from portal.assisted.saying import _
from portal.assisted.showing import show_limits, show_parts
from portal.assisted.visit import Answer, here, lost, other_language, page
from portal.services.errors import (
    Closed,
    Full,
    OverLimit,
    ServiceError,
    Throttled,
    Unknown,
    WrongCredentials,
)
from portal.web import even, guard, sessions

_EMPTY: MultiDict[str, str] = MultiDict()


def add_to(blueprint: Blueprint) -> None:
    both = ["GET", "POST"]
    blueprint.add_url_rule("/mailbox", "mailbox", mailbox, methods=both)
    blueprint.add_url_rule("/mailbox/<int:number>", "case", case, methods=both)
    blueprint.add_url_rule("/mailbox/<int:number>/withdraw", "withdraw", withdraw, methods=both)
    blueprint.add_url_rule(
        "/mailbox/<int:number>/<int:message>/<int:part>/<int:page>", "page", case_page
    )
    blueprint.add_url_rule(
        "/mailbox/<int:number>/picture/<int:part>/<int:page>", "reply_picture", reply_picture
    )
    blueprint.add_url_rule("/leave", "sign_out", sign_out, methods=["POST"])
    blueprint.add_url_rule("/away", "away", away, methods=["GET", "POST"])


def mailbox() -> Answer | Response:
    """The cases of an open mailbox; else ask for its name and password."""
    visit = here()
    if request.method == "POST":
        return _enter()
    if visit.mailbox is None:
        return page("enter", form=EnterForm(formdata=_EMPTY))
    try:
        cases = asker.lines(visit.context, visit.mailbox)
    except (StaffRefused, ServiceError):
        return page(
            "problem",
            503,
            title=_("Je brievenbus gaat nu niet open"),
            said=str(telling.STAFF_REFUSED),
            typed=None,
        )
    if not cases and asker.is_gone(visit.context, visit.mailbox):
        visit.desk.remove_all("")
        return _gone(None)
    return page("mailbox", cases=[telling.line(visit.context, one) for one in cases])


def _gone(typed: str | None) -> Answer:
    """The same words, whether it was archived or withdrawn; what was typed comes back."""
    return page(
        "problem", 404, title=_("Hier is niets meer te lezen"), said=str(telling.GONE), typed=typed
    )


def _enter() -> Answer | Response:
    visit, form = here(), EnterForm()
    valid = form.validate()
    if not form.token_held:
        return lost(None)
    if not valid:
        return page("enter", 422, form=form)
    try:
        even.tried(hands.begin_to_enter())
        opened = asker.enter(visit.context, form.pseudonym.data or "", form.password.data or "")
    except WrongCredentials:
        said = _(
            "Deze naam en dit wachtwoord horen niet bij elkaar, of je vraag is intussen "
            "gearchiveerd. Kijk op je papier en probeer het opnieuw."
        )
        return page("enter", 404, form=form, notices=[("danger", said)])
    except Throttled:
        said = _(
            "Er wordt nu te vaak geprobeerd om brievenbussen te openen. Wacht een minuut en probeer het opnieuw."
        )
        return page("enter", 429, form=form, notices=[("danger", said)])
    visit.desk.renew(opened.seed)
    opened.keep(visit.desk)
    return redirect(url_for("plain.mailbox"), 303)


def sign_out() -> Answer | Response:
    """Forget everything that lies on the desk, the ticket's cookie with it."""
    form = LeaveForm()
    if not form.validate():
        return lost(None)
    visit = here()
    visit.desk.remove_all("")
    answer = redirect(url_for("plain.start"), 303)
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer


def away() -> Answer | Response:
    """Away at once, to a page with nothing on it; with no token, since only this visitor's own desk goes.

    Another site may send somebody here, but not empty their browser: staff would be signed out, and
    somebody who writes would lose their desk.
    """
    if request.method == "GET":
        return _nothing_to_see(here().context.settings.organisation.neutral_page)
    answer = redirect(url_for("plain.away"), 303)
    if guard.is_from_elsewhere(sessions.origin()):
        return answer
    here().desk.remove_all("")
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer


def _nothing_to_see(elsewhere: str | None) -> Response:
    """An empty page, which goes on by itself to the page that the organisation named for it."""
    # A redirect would do for no browser that holds a form's answer to `form-action 'self'`.
    answer = make_response(page("away"))
    if elsewhere:
        answer.headers["Refresh"] = f"0; url={elsewhere}"
    return answer


def _open(number: int) -> tuple[OpenMailbox, OwnCase] | None:
    """The mailbox and its case of this number; None when nobody is signed in."""
    visit = here()
    if visit.mailbox is None:
        return None
    found = asker.open_number(visit.context, visit.mailbox, number)
    if found is None:
        abort(404)
    return visit.mailbox, found


def case(number: int) -> Answer | Response:
    """A thread with its state; a POST adds a reply or an attachment to one."""
    if request.method == "POST":
        return _reply(number)
    visit = here()
    if visit.mailbox is None:
        return redirect(url_for("plain.mailbox"), 303)
    found = asker.open_number(visit.context, visit.mailbox, number)
    if found is None:
        return _gone(None)
    drafts = visit.drafts
    draft = drafts.load(_about(found)) or drafts.begin(_about(found))
    answer = _show(found, _reply_form(draft), draft)
    asker.note_read(visit.context, visit.mailbox, found)
    return answer


def _about(found: OwnCase) -> str:
    return b64(found.id)


def _reply_form(draft: Draft | None = None) -> ReplyForm:
    longest = here().context.settings.limits.text_characters
    form = ReplyForm(formdata=_EMPTY, longest=longest) if draft else ReplyForm(longest=longest)
    form.aim.choices = AIMS
    if draft:
        form.text.data, form.aim.data = draft.text, draft.kind or None
    return form


def _show(
    found: OwnCase, form: ReplyForm, draft: Draft, status: int = 200, said: str = ""
) -> Answer:
    form.draft.data = draft.marker
    told = telling.whole(here().context, found)
    return page(
        "case",
        status,
        case=told,
        form=form,
        attached=show_parts(draft),
        limits=show_limits(here().context),
        keeping="send" if told.may_reply else None,
        picture_address=lambda part, number: url_for(
            "plain.reply_picture", number=found.number, part=part, page=number
        ),
        notices=[("danger", said)] if said else _notices(),
    )


def _notices() -> list[tuple[str, str]]:
    return [("good", _("Je bericht is verstuurd."))] if request.args.get("sent") else []


def _reply(number: int) -> Answer | Response:
    form = _reply_form()
    valid = form.validate()
    if not form.token_held or form.is_boundless:
        return lost(form.text.data)
    visit = here()
    box = visit.mailbox
    if box is None:
        return lost(form.text.data)
    found = asker.open_number(visit.context, box, number)
    if found is None:
        return _gone(form.text.data)
    if Outbox(visit.desk).replied(form.draft.data):
        return redirect(url_for("plain.case", number=number, sent=1, _anchor="content"), 303)
    return _take(box, found, form, valid=valid)


def _take(box: OpenMailbox, found: OwnCase, form: ReplyForm, *, valid: bool) -> Answer | Response:
    """Keep what was written on the desk, then attach to it or send it."""
    visit = here()
    stored = visit.drafts.load(_about(found))
    gone = attaching.swept(stored, form.draft.data)
    draft = replace(
        stored or visit.drafts.begin(_about(found), form.draft.data),
        text=(form.text.data or "").replace("\r\n", "\n"),
        kind=_aim(form),
    )
    visit.drafts.save(draft)
    if gone:
        return _show(found, form, draft, 409, str(attaching.ATTACHMENTS_GONE))
    if attaching.asked(form):
        return _attach(found, form, draft)
    elsewhere = other_language()
    if elsewhere:
        return redirect(f"{elsewhere}#reply", 303)
    return _send(box, found, form, draft, valid=valid)


def _aim(form: ReplyForm) -> str:
    return form.aim.data if form.aim.data in keys_of(form.aim) else ""


def _attach(found: OwnCase, form: ReplyForm, draft: Draft) -> Answer | Response:
    try:
        changed = attaching.act(here(), form, draft)
    except Gone:
        sent = 1 if Outbox(here().desk).replied(form.draft.data) else None
        return redirect(
            url_for("plain.case", number=found.number, sent=sent, _anchor="content"), 303
        )
    if form.upload.errors:
        return _show(found, form, changed, 422, str(attaching.NOT_ADDED))
    return redirect(
        other_language() or url_for("plain.case", number=found.number, _anchor="reply"), 303
    )


def _send(
    box: OpenMailbox, found: OwnCase, form: ReplyForm, draft: Draft, *, valid: bool
) -> Answer | Response:
    if not draft.all_kept():
        form.upload.errors = [*form.upload.errors, str(attaching.LOOK_FIRST)]
        valid = False
    if found.may_rest and not draft.kind:
        form.aim.errors = [_("Kies eerst of je nog een vraag hebt.")]
        valid = False
    if not valid:
        return _show(
            found, form, draft, 422, _("Kijk de aangeduide vakken na. Er is nog niets verstuurd.")
        )
    try:
        asker.reply(here(), box, found, draft)
    except Closed:
        return _show(
            found,
            form,
            draft,
            409,
            _(
                "Op deze vraag kun je niet meer antwoorden. Er is niets verstuurd. Stel gerust een nieuwe vraag."
            ),
        )
    except (Full, OverLimit, Throttled):
        return _show(
            found,
            form,
            draft,
            507,
            _(
                "Dit kon de server nu niet aannemen. Er is niets verstuurd. Je tekst "
                "staat hier nog: probeer het later opnieuw."
            ),
        )
    return redirect(url_for("plain.case", number=found.number, sent=1, _anchor="content"), 303)


def reply_picture(number: int, part: int, page: int) -> Response:
    """A cleaned page of a reply that has not been sent."""
    opened = _open(number)
    if opened is None:
        abort(404)
    return attaching.picture(here(), _about(opened[1]), part, page)


def case_page(number: int, message: int, part: int, page: int) -> Response:
    """A page of a message, opened for this visitor alone."""
    opened = _open(number)
    if opened is None:
        abort(404)
    try:
        shown = asker.page_of(here().context, *opened, message, part, page)
    except Unknown:
        abort(404)
    return attaching.image(shown.image, shown.media)


def withdraw(number: int) -> Answer | Response:
    """Say what withdrawing will do, and do it."""
    opened = _open(number)
    form = LeaveForm() if request.method == "POST" else LeaveForm(formdata=_EMPTY)
    if request.method == "POST" and (not form.validate() or opened is None):
        return lost(None)
    if opened is None:
        return redirect(url_for("plain.mailbox"), 303)
    box, found = opened
    told = telling.whole(here().context, found)
    if not told.may_withdraw:
        abort(404)
    if request.method == "GET":
        return page("withdraw", case=told, form=form)
    if request.form.get("destroys") != str(told.destroys):
        # Somebody opened it since the page was shown: what it says now is what would happen.
        said = _(
            "Intussen heeft iemand je vraag geopend. Lees hieronder wat intrekken "
            "nu betekent. Er is nog niets veranderd."
        )
        return page("withdraw", 409, case=told, form=form, notices=[("danger", said)])
    return page("withdrawn", destroyed=asker.withdraw(here(), box, found))
