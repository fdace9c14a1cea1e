"""The register entry of a new question (protocol, section 9): one withdrawn unread still counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from crypto.directory import Directory
from crypto.register import WITHDRAWN
from crypto.register import Entry as Line
from crypto.secret.case import CaseView
from crypto.secret.register import seal_entry
from portal.services.context import Context
from portal.services.values import Entry


def first_entry(context: Context, view: CaseView, directory: Directory) -> Entry:
    """Entry 0, by nobody in particular: a signature would link the questions of one person."""
    return _sealed(context, first_line(context, view, directory), directory)


def withdrawal_entry(
    context: Context, view: CaseView, directory: Directory, received: date
) -> Entry:
    """What a withdrawal adds, where nobody of the staff may ever write: that nobody waits."""
    line = replace(
        first_line(context, view, directory),
        state=WITHDRAWN, received=received, closed=context.today(),
    )  # fmt: skip
    return _sealed(context, line, directory)


def _sealed(context: Context, line: Line, directory: Directory) -> Entry:
    key = directory.content.register
    return Entry(key.id, seal_entry(key.kem, context.portal, key.id, line).sealed)


def first_line(context: Context, view: CaseView, directory: Directory) -> Line:
    """What the statistics know of a question that nobody has read."""
    fields = view.question.fields
    return Line(
        case=view.place.case,
        number=0,
        kind=fields["kind"],
        urgent=fields["urgent"],
        category=None,
        state="new",
        outcome=None,
        authorities=(),
        received=context.today(),
        feedback=None,
        final=None,
        closed=None,
        directory=directory.version,
    )
