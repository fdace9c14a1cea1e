"""The organisation's questions for "Waar kan ik terecht?", which lead to a channel or to asking here.

Each answer leads to places or to a question further down, so whoever answers comes to an end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.toml_reader import Reader, Words

HERE = "hier"  # the place that is no channel: ask this adviespunt
MOST_QUESTIONS = 12
ANSWERS = range(2, 9)
_QUESTION, _ANSWER = "signpost", "signpost.answers"


@dataclass(frozen=True, slots=True)
class Answer:
    """Either `to`, keys of channels or `HERE` in the order to show them, or `next`, a question's key."""

    label: Words
    text: Words
    to: tuple[str, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question; the first of the list is asked first."""

    key: str
    text: Words
    answers: tuple[Answer, ...]


def read(reader: Reader, channels: set[str]) -> tuple[Question, ...]:
    """The questions, none when the organisation has none. Raises `BadOrganisation`."""
    rows = reader.rows(_QUESTION)
    if len(rows) > MOST_QUESTIONS:
        reason = f"there can be at most {MOST_QUESTIONS} [[{_QUESTION}]]"
        raise reader.wrong(_QUESTION, MOST_QUESTIONS, None, reason)
    keys = [reader.slug(_QUESTION, index, row) for index, row in enumerate(rows)]
    found, answers_before = [], 0
    for index, row in enumerate(rows):
        ends = Ends(frozenset({*channels, HERE}), tuple(keys[index + 1 :]))
        question = _question(reader, (index, answers_before), row, ends)
        found.append(question)
        answers_before += len(question.answers)
    _refuse_unreached(reader, found)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Ends:
    """Where an answer may lead."""

    places: frozenset[str]
    questions: Sequence[str]


def _question(reader: Reader, at: tuple[int, int], row: Mapping[str, Any], ends: Ends) -> Question:
    index, answers_before = at
    reader.only(_QUESTION, index, row, {"key", "question", "answers"})
    text = reader.line_words(_QUESTION, index, row, "question")
    if not text:
        raise reader.wrong(_QUESTION, index, "question", "'question' must be a text")
    rows = row.get("answers", [])
    if not isinstance(rows, list) or len(rows) not in ANSWERS:
        reason = f"a question needs {ANSWERS[0]} to {ANSWERS[-1]} answers: [[{_ANSWER}]] below it"
        raise reader.wrong(_QUESTION, index, None, reason)
    answers = [_answer(reader, answers_before + i, one, ends) for i, one in enumerate(rows)]
    return Question(reader.slug(_QUESTION, index, row), text, tuple(answers))


def _answer(reader: Reader, index: int, row: Mapping[str, Any], ends: Ends) -> Answer:
    reader.only(_ANSWER, index, row, {"label", "text", "to", "next"})
    label = reader.line_words(_ANSWER, index, row, "label")
    if not label:
        raise reader.wrong(_ANSWER, index, "label", "'label' must be a text")
    if ("to" in row) == ("next" in row):
        reason = "an answer leads to places or to a question: write 'to' or 'next'"
        raise reader.wrong(_ANSWER, index, None, reason)
    text = reader.markdown(_ANSWER, index, row, "text")
    if "next" in row:
        return Answer(label, text, (), _next(reader, index, row["next"], ends))
    return Answer(label, text, _places(reader, index, row["to"], ends), None)


def _next(reader: Reader, index: int, key: object, ends: Ends) -> str:
    if key not in ends.questions:
        reason = f"'next' must be the key of a [[{_QUESTION}]] further down"
        raise reader.wrong(_ANSWER, index, "next", reason)
    return str(key)


def _places(reader: Reader, index: int, keys: object, ends: Ends) -> tuple[str, ...]:
    if not isinstance(keys, list) or not keys or any(key not in [*ends.places] for key in keys):
        reason = f"'to' must be a list of keys of [[channels]], or \"{HERE}\" for asking here"
        raise reader.wrong(_ANSWER, index, "to", reason)
    return tuple(dict.fromkeys(keys))


def _refuse_unreached(reader: Reader, questions: Sequence[Question]) -> None:
    reached = {answer.next for question in questions for answer in question.answers}
    for index, question in enumerate(questions):
        if index > 0 and question.key not in reached:
            reason = f'no answer leads to "{question.key}"'
            raise reader.wrong(_QUESTION, index, "key", reason)
        if question.key in [one.key for one in questions[:index]]:
            reason = f'the key "{question.key}" is used twice'
            raise reader.wrong(_QUESTION, index, "key", reason)
