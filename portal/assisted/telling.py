"""A case in words: where it stands, what to expect and when, who can read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from crypto.encoding import ASKER
from crypto.roles import ARCHIVE_ROLE, ASKER_ROLE
from crypto.thread import Message
from portal.assisted import people, texts
from portal.assisted.asker import Line, OwnCase
from portal.assisted.saying import _, _l
from portal.assisted.showing import title_of
from portal.assisted.visit import language
from portal.models.cases import Case
from portal.organisation import Choice
from portal.services.context import Context

STAFF_REFUSED = _l(
    "De lijst van medewerkers of je vraag op de server klopt niet. Er is niets verstuurd en niets getoond. "
    "Stel je vraag langs een andere weg en verwittig een facilitator."
)
GONE = _l(
    "Hier is niets meer te lezen: je vraag is gearchiveerd of ingetrokken. Er is niets verstuurd. "
    "Heb je nog een vraag, stel ze dan gerust opnieuw."
)
AT_REST = {
    "passed": _l("Je vraag is doorgegeven. De behandeling hier is gestopt."),
    "withdrawn": _l("Je trok deze vraag in."),
    "unreadable": _l(
        "Niemand kon deze vraag openen, dus ze is niet gelezen. Stel ze opnieuw, als het kan met een andere browser."
    ),
    "closed": _l("Deze vraag is afgesloten. Heb je nog een vraag, dan gaat ze weer open."),
    "answered": _l("Je hebt een antwoord. Heb je nog een vraag, schrijf dan gerust terug."),
}
EVENTS = frozenset({"withdraw", "recuse"})
ENDED = frozenset({"passed", "withdrawn", "unreadable"})


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A case in the list."""

    number: int
    title: str
    state: str
    tone: str
    unread: bool
    expect: str


@dataclass(frozen=True, slots=True)
class ShownAttachment:
    number: int
    title: str
    pages: Sequence[int]


@dataclass(frozen=True, slots=True)
class ShownMessage:
    number: int
    own: bool
    event: bool
    unread: bool
    author: str
    what: str
    day: date
    text: str
    remarks: Sequence[str]
    attachments: Sequence[ShownAttachment]


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case with its thread."""

    number: int
    title: str
    state: str
    tone: str
    expect: str
    late: bool
    received: date
    feedback_by: date
    feedback_on: date | None
    answer_by: date
    answered_on: date | None
    archive_from: date | None
    stays: bool
    readers: Sequence[str]
    warnings: Sequence[str]
    messages: Sequence[ShownMessage]
    may_reply: bool
    can_rest: bool
    closed_because: str
    may_withdraw: bool
    destroys: bool
    withdraw_means: str


def line(context: Context, own: Line) -> ShownLine:
    shown = _shown_state(own.row)
    return ShownLine(
        number=own.number,
        title=title(own),
        state=str(texts.STATES[shown]),
        tone=texts.TONES[shown],
        unread=not own.row.seen_by_asker,
        expect=expect(context, own),
    )


def title(own: Line | OwnCase) -> str:
    """Its day, as the sealed pages call it too."""
    return _("Vraag van {day}").format(day=texts.say_day_of_year(own.row.received))


def expect(context: Context, own: Line | OwnCase) -> str:
    """What comes next, and by which day."""
    row = own.row
    if row.state in AT_REST:
        return str(AT_REST[row.state])
    if _reopened(row) and row.waits_for == "staff":
        return _("Je schreef opnieuw. Een medewerker leest het en antwoordt je hier.")
    if is_late(context, row):
        return _apology(row)
    if row.waits_for == "asker":
        return _("Er wacht een bericht op jou. Antwoord als je kunt.")
    if row.feedback_on is None:
        return _("Eerste reactie ten laatste op %(day)s.", day=texts.say_day(row.feedback_by))
    return _("Antwoord ten laatste op %(day)s.", day=texts.say_day(row.answer_by))


def _reopened(row: Case) -> bool:
    """Whether the asker wrote again after the answer."""
    return row.answered_on is not None and row.state in {"open", "answering"}


def _shown_state(row: Case) -> str:
    """The state as people see it: after the answer nobody is told of a first reaction."""
    if not _reopened(row):
        return row.state
    return "reopened" if row.waits_for == "staff" else "answered"


def is_late(context: Context, row: Case) -> bool:
    # What was answered once has kept its promise, also when it was opened again.
    if row.state not in {"new", "open", "answering"} or row.answered_on is not None:
        return False
    return context.today() > (row.feedback_by if row.feedback_on is None else row.answer_by)


def _apology(row: Case) -> str:
    if row.feedback_on is None:
        return _(
            "Onze excuses: je had op %(day)s een eerste reactie moeten hebben. Je vraag is niet verloren. Ze "
            "staat nu als ‘te laat’ bovenaan bij iedereen die ze kan beantwoorden.",
            day=texts.say_day(row.feedback_by),
        )
    return _(
        "Onze excuses: je had op %(day)s een antwoord moeten hebben. Je vraag is niet verloren. Ze staat nu "
        "als ‘te laat’ bovenaan bij iedereen die ze kan beantwoorden.",
        day=texts.say_day(row.answer_by),
    )


def whole(context: Context, own: OwnCase) -> ShownCase:
    """Everything that the page of one case shows."""
    row, state = own.row, own.row.state
    shown = _shown_state(row)
    return ShownCase(
        number=own.number,
        title=title(own),
        state=str(texts.STATES[shown]),
        tone=texts.TONES[shown],
        expect=expect(context, own),
        late=is_late(context, row),
        received=row.received,
        feedback_by=row.feedback_by,
        feedback_on=row.feedback_on,
        answer_by=row.answer_by,
        answered_on=row.answered_on,
        archive_from=own.archive_from,
        stays=_stays(context, own),
        readers=_readers(context, own),
        warnings=_warnings(own),
        messages=[_message(context, own, n, m) for n, m in enumerate(own.messages)],
        may_reply=state not in ENDED,
        can_rest=own.may_rest,
        closed_because=_closed_because(state),
        may_withdraw=state not in {"passed", "withdrawn", "closed"},
        destroys=not row.opened,
        withdraw_means=_withdraw_means(row),
    )


def _stays(context: Context, own: OwnCase) -> bool:
    """Whether it ended, and its day to be archived is known and still to come."""
    day = own.archive_from
    return own.row.state in ENDED | {"closed"} and day is not None and context.today() < day


def _withdraw_means(row: Case) -> str:
    if row.state == "unreadable":
        return _("Niemand kon je vraag openen. Trek je ze in, dan verdwijnt ze uit je brievenbus.")
    if row.opened:
        return _(
            "Iemand heeft je vraag al geopend. Trek je ze in, dan stopt de behandeling, maar wat gelezen is kunnen "
            "we niet terugnemen. Jij kunt de vraag daarna zelf niet meer openen."
        )
    return _(
        "Niemand heeft je vraag geopend. Trek je ze nu in, dan wordt ze vernietigd: niemand kan ze nog lezen. "
        "Dat kun je niet ongedaan maken."
    )


def _closed_because(state: str) -> str:
    if state == "passed":
        return _(
            "Deze vraag is doorgegeven. Je kunt hier niet meer antwoorden. Stel gerust een nieuwe vraag."
        )
    return _("Op deze vraag kun je niet meer antwoorden. Stel gerust een nieuwe vraag.")


def _readers(context: Context, own: OwnCase) -> list[str]:
    found = []
    for participant in own.participants:
        if participant.role == ASKER_ROLE:
            found.append(_("jij"))
        elif participant.role == ARCHIVE_ROLE:
            continue
        else:
            member = own.directory.member(participant.id)
            found.append(
                people.shown(context, member) if member else str(texts.ROLES[participant.role])
            )
    return found


def _warnings(own: OwnCase) -> list[str]:
    said = []
    if own.refused:
        said.append(
            _(
                "%(count)d bericht(en) in deze vraag kloppen niet en worden niet getoond.",
                count=own.refused,
            )
        )
    if own.missing:
        said.append(
            _("%(count)d bericht(en) ontbreken: de server geeft ze niet.", count=own.missing)
        )
    return said


def _message(context: Context, own: OwnCase, number: int, message: Message) -> ShownMessage:
    mine = message.writer == ASKER
    return ShownMessage(
        number=number,
        own=mine,
        event=message.kind in EVENTS,
        unread=not mine and message.id in own.unread,
        author=_("Jij") if mine else _author(own, message),
        what=str(texts.DEEDS.get(message.kind, message.kind)),
        day=own.days[message.id],
        text=message.text,
        remarks=_remarks(context, message),
        attachments=[
            ShownAttachment(index, title_of(one.family, index + 1), range(len(one.pages)))
            for index, one in enumerate(message.attachments)
        ],
    )


def _author(own: OwnCase, message: Message) -> str:
    member = own.directory.member(message.writer)
    role = str(texts.ROLES.get(message.role, message.role))
    return f"{member.name}, {role}" if member else role


def _remarks(context: Context, message: Message) -> list[str]:
    told = context.settings.organisation
    match message.kind:
        case "final" if message.fields["referred"]:
            names = [_label(told.authorities, key, told) for key in message.fields["referred"]]
            return [
                _(
                    "De coach raadt je aan om hiermee te gaan naar: %(names)s.",
                    names=", ".join(names),
                )
            ]
        case "pass":
            name = _label(told.authorities, message.fields["authority"], told)
            return [
                _("Je vraag is doorgegeven aan: %(name)s. De behandeling hier stopt.", name=name)
            ]
        case "close":
            return [
                _(
                    "Uitkomst: %(outcome)s.",
                    outcome=_label(told.outcomes, message.fields["outcome"], told),
                )
            ]
        case "question" if message.fields["name"]:
            return [_("Je gaf je naam: %(name)s.", name=message.fields["name"])]
    return []


def _label(choices: Sequence[Choice], key: str, told: Any) -> str:  # noqa: ANN401 - the organisation
    found = next((one for one in choices if one.key == key), None)
    return str(told.say(found.label, language())) if found else key
