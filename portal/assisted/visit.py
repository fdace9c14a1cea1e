"""What every plain view has at hand: the instance and this visitor's desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import g, render_template, request
from flask_babel import get_locale
from werkzeug.datastructures import ImmutableMultiDict

from portal.assisted.desk import Desk
from portal.assisted.draft import Drafts
from portal.assisted.forms import LeaveForm
from portal.assisted.mailbox import OpenMailbox
from portal.assisted.showing import show_organisation
from portal.services.context import Context
from portal.toml_reader import LANGUAGES

Answer = tuple[str, int]


@dataclass(slots=True)
class Visit:
    """One request of one visitor."""

    context: Context
    desk: Desk

    @property
    def drafts(self) -> Drafts:
        return Drafts(self.desk, self.context.settings.limits)

    @property
    def mailbox(self) -> OpenMailbox | None:
        """The mailbox that this visitor has open, or None."""
        return OpenMailbox.on(self.desk)


def here() -> Visit:
    """The visit that this request belongs to."""
    found: Visit = g.plain_visit
    return found


def language() -> str:
    locale = get_locale()
    return locale.language if locale else "nl"


def page(name: str, status: int = 200, **values: Any) -> Answer:
    """Render a page with what all of them show."""
    visit = here()
    signed_in = visit.mailbox is not None
    context = visit.context
    shared = {
        "language": language(),
        "organisation": show_organisation(context, language()),
        "signed_in": signed_in,
        "leave_form": LeaveForm(formdata=ImmutableMultiDict()) if signed_in else None,
        "notices": (),
        # The button that goes on with what is being written: then the languages are buttons of that form.
        "keeping": None,
        "sealed_pages": _in_language("/", language()),
        "languages": [
            (code, _in_language(_bare_path(), code))
            for code in context.settings.organisation.languages
        ],
    }
    return render_template(f"plain/{name}.html", **{**shared, **values}), status


def _bare_path() -> str:
    """The address of this page without its language."""
    first, _, rest = request.path.removeprefix("/").partition("/")
    return f"/{rest}" if first in LANGUAGES else request.path


def _in_language(path: str, code: str) -> str:
    return path if code == LANGUAGES[0] else f"/{code}{path}".rstrip("/")


def other_language() -> str | None:
    """Where the same page stands in the language whose button was pressed, or None if none was.

    A link would leave behind what somebody was writing; the button sends it along.
    """
    verb, _dash, code = request.form.get("do", "").partition("-")
    if verb != "in" or code not in here().context.settings.organisation.languages:
        return None
    return _in_language(_bare_path(), code)


def lost(typed: str | None) -> Answer:
    """Say that nothing was received, and give back what was typed."""
    return page("lost", 400, typed=typed)
