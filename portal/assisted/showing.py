"""Turning values into what the templates show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from crypto.words import fingerprint
from portal.assisted import texts
from portal.assisted.draft import Draft, Part, Picture
from portal.assisted.saying import _
from portal.organisation import Organisation, Promises, Words
from portal.services import directory
from portal.services.context import Context

# No HTML of the organisation's own, and pictures of nowhere else.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["image"])
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ShownChannel:
    name: str
    text: str
    contact: str


@dataclass(frozen=True, slots=True)
class ShownOrganisation:
    name: str
    short_name: str
    accepts: bool
    texts: Sequence[Markup]
    channels: Sequence[ShownChannel]
    promises: Promises
    fingerprint: str | None


def show_organisation(context: Context, language: str) -> ShownOrganisation:
    """The organisation in the visitor's language."""
    told = context.settings.organisation

    def say(words: Words) -> str:
        return told.say(words, language)

    with context.database.read() as db:
        current = directory.current(db)
        accepts = current is not None and directory.accepts_questions(context, db)
    return ShownOrganisation(
        name=told.name,
        short_name=told.short_name,
        accepts=accepts,
        texts=_texts(told, say),
        channels=[ShownChannel(say(c.name), say(c.text), say(c.contact)) for c in told.channels],
        promises=told.promises,
        fingerprint=fingerprint(current.parsed.content.organisation) if current else None,
    )


def _texts(told: Organisation, say: Callable[[Words], str]) -> list[Markup]:
    # markdown-it escapes whatever is not Markdown, so the result holds no HTML but its own.
    found = told.texts.get("start")
    return [Markup(_MARKDOWN.render(say(found)))] if found else []  # noqa: S704 - (as above)


@dataclass(frozen=True, slots=True)
class ShownLimits:
    text: int
    attachments: int
    upload_mib: int


def show_limits(context: Context) -> ShownLimits:
    limits = context.settings.limits
    return ShownLimits(limits.text_characters, limits.attachments, limits.upload // MIB)


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
