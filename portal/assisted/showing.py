"""Turning values into what the templates show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from crypto.words import fingerprint
from portal import markdown
from portal.assisted import texts
from portal.assisted.draft import Draft, Part, Picture
from portal.assisted.saying import _
from portal.config import MB
from portal.organisation import Organisation, Promises
from portal.services.context import Context
from portal.services.keeping import directory
from portal.signpost import HERE, Answer
from portal.toml_reader import Words


@dataclass(frozen=True, slots=True)
class ShownChannel:
    key: str
    name: str
    text: Markup
    contact: str


@dataclass(frozen=True, slots=True)
class ShownOrganisation:
    name: str
    short_name: str
    accepts: bool
    texts: Mapping[str, Markup]
    channels: Sequence[ShownChannel]
    promises: Promises
    fingerprint: str | None


def show_organisation(context: Context, language: str) -> ShownOrganisation:
    """The organisation in the visitor's language."""
    told = context.settings.organisation
    say = _speaking(context, language)
    with context.database.read() as db:
        current = directory.current(db)
        accepts = current is not None and directory.accepts_questions(context, db)
    return ShownOrganisation(
        name=told.name,
        short_name=told.short_name,
        accepts=accepts,
        texts={key: markdown.as_html(say(words)) for key, words in told.texts.items()},
        channels=_channels(context, say),
        promises=told.promises,
        fingerprint=fingerprint(current.parsed.content.organisation) if current else None,
    )


def _speaking(context: Context, language: str) -> Callable[[Words], str]:
    return lambda words: context.settings.organisation.say(words, language)


def _channels(context: Context, say: Callable[[Words], str]) -> list[ShownChannel]:
    return [
        ShownChannel(one.key, say(one.name), markdown.as_html(say(one.text)), say(one.contact))
        for one in context.settings.organisation.channels
    ]


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What follows an answer: places, asking here, or another question."""

    label: str
    text: Markup
    channels: Sequence[ShownChannel]
    here: bool
    next: ShownQuestion | None


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    key: str
    text: str
    answers: Sequence[ShownAnswer]


def show_signpost(context: Context, language: str) -> ShownQuestion | None:
    """The first question of "Waar kan ik terecht?", with all that follows inside it."""
    say = _speaking(context, language)
    channels = {one.key: one for one in _channels(context, say)}
    shown: dict[str, ShownQuestion] = {}
    first = None
    # Answers only lead further down, so what they lead to is there already.
    for question in reversed(context.settings.organisation.signpost):
        answers = [_answer(one, say, channels, shown) for one in question.answers]
        first = shown[question.key] = ShownQuestion(question.key, say(question.text), answers)
    return first


def _answer(
    answer: Answer,
    say: Callable[[Words], str],
    channels: Mapping[str, ShownChannel],
    questions: Mapping[str, ShownQuestion],
) -> ShownAnswer:
    return ShownAnswer(
        label=say(answer.label),
        text=markdown.as_html(say(answer.text)),
        channels=[channels[key] for key in answer.to if key != HERE],
        here=HERE in answer.to,
        next=questions[answer.next] if answer.next else None,
    )


@dataclass(frozen=True, slots=True)
class ShownLimits:
    text: int
    attachments: int
    upload_mb: int


def show_limits(context: Context) -> ShownLimits:
    limits = context.settings.limits
    return ShownLimits(limits.text_characters, limits.attachments, limits.upload // MB)


@dataclass(frozen=True, slots=True)
class ShownTrace:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ShownPart:
    number: int
    title: str
    kept: bool
    pictures: Sequence[Picture]
    traces: Sequence[ShownTrace]
    cautions: Sequence[str]
    offered: Sequence[str]


def show_parts(draft: Draft) -> list[ShownPart]:
    """Attachments with the names that the staff will see: foto 1, document 2."""
    return [
        ShownPart(
            number=part.number,
            title=title_of(part.family, index),
            kept=part.kept,
            pictures=part.pictures,
            traces=[ShownTrace(str(texts.TRACES.get(k, k)), v) for k, v in part.traces],
            cautions=[_caution(*caution) for caution in part.cautions],
            offered=part.offered,
        )
        for index, part in enumerate(draft.parts, 1)
    ]


@dataclass(frozen=True, slots=True)
class ShownSummary:
    kind: str
    urgent: bool
    real_name: str
    excluded: Sequence[str]
    attachments: Sequence[str]
    text: str


def title_of(family: str, number: int) -> str:
    return f"{texts.FAMILIES[family]} {number}"


def titles(parts: Sequence[Part]) -> list[str]:
    return [title_of(part.family, index) for index, part in enumerate(parts, 1)]


def _caution(kind: str, number: int | None, value: str) -> str:
    said = str(texts.CAUTIONS.get(kind, kind))
    said = f"{said}: {value}" if value else said
    return _("bladzijde %(number)d: %(said)s", number=number, said=said) if number else said


def choices_of(listed: Sequence[Any], told: Organisation, language: str) -> list[tuple[str, str]]:
    """Keys and labels for a form's choices."""
    return [(choice.key, told.say(choice.label, language)) for choice in listed]
