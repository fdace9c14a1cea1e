"""The organisation as JSON, and what OpenAPI can't read from types."""

from __future__ import annotations

from typing import Any

from crypto.encoding import b64
from portal import markdown
from portal.api.render import Json, maybe_b64
from portal.config import Limits
from portal.organisation import Category, Choice, Organisation
from portal.services.context import Context
from portal.services.doors.welcome import Status
from portal.signpost import Question
from portal.toml_reader import Words

TAKES_BYTES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def welcome(context: Context, status: Status, language: str | None) -> Json:
    """What a page that is only read shows: a slow telephone waits for nothing else."""
    found = context.settings.organisation
    chosen = language or found.languages[0]
    return {
        "accepts": status.accepts,
        "name": found.name,
        "neutral_page": found.neutral_page,
        "promises": {"feedback": found.promises.feedback, "final": found.promises.final},
        "texts": {key: text(found, words, chosen) for key, words in found.texts.items()},
    }


def organisation(context: Context, status: Status, language: str | None) -> Json:
    found = context.settings.organisation
    chosen = language or found.languages[0]
    return {
        **welcome(context, status, language),
        "portal": b64(context.portal),
        "ready": status.ready,
        "organisation_key": maybe_b64(status.organisation_key),
        "short_name": found.short_name,
        "languages": list(found.languages),
        "day": context.today().isoformat(),
        "staff_shown_by": found.staff_shown_by,
        "access_word": status.asks_word,
        "outside_channel": found.outside_channel,
        "limits": limits(context.settings.limits),
        **_lists(found, chosen),
    }


def text(found: Organisation, words: Words, language: str) -> str | markdown.Tree:
    """A text of the organisation: as it is when it is nothing but words, else as a tree without HTML."""
    said = found.say(words, language)
    plain = markdown.plain(said)
    return markdown.parse(said) if plain is None else plain


def signpost(context: Context, language: str | None) -> Json:
    found = context.settings.organisation
    chosen = language or found.languages[0]
    return {"questions": [_question(found, one, chosen) for one in found.signpost]}


def _question(found: Organisation, question: Question, language: str) -> Json:
    return {
        "key": question.key,
        "question": found.say(question.text, language),
        "answers": [
            {
                "label": found.say(answer.label, language),
                "text": text(found, answer.text, language),
                "to": list(answer.to),
                "next": answer.next,
            }
            for answer in question.answers
        ],
    }


def limits(value: Limits) -> Json:
    return {
        "text": value.text_characters,
        "attachments": value.attachments,
        "upload_bytes": value.upload,
        "pages": value.pages_a_message,
        "page_bytes": value.page,
        "pages_bytes": value.pages_bytes_a_message,
        "message_bytes": value.message,
    }


def _lists(found: Organisation, language: str) -> Json:
    def say(choice: Choice) -> str:
        return found.say(choice.label, language)

    return {
        "channels": [
            {
                "key": channel.key,
                "name": found.say(channel.name, language),
                "text": text(found, channel.text, language),
                "contact": found.say(channel.contact, language),
            }
            for channel in found.channels
        ],
        "authorities": [{"key": one.key, "name": say(one)} for one in found.authorities],
        "kinds": [{"key": one.key, "label": say(one)} for one in found.kinds],
        "outcomes": [{"key": one.key, "label": say(one)} for one in found.outcomes],
        "categories": [_category(one) for one in found.categories],
    }


def _category(one: Category) -> Json:
    return {
        "key": one.key, "group": one.group, "label": one.label,
        "W": one.likelihood, "B": one.exposure, "E": one.severity, "R": one.risk,
    }  # fmt: skip
