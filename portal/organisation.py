"""What an organisation says about itself: `organisation.toml` and its list of risks.

Everything here is public: it is what `/api/v1/organisation` tells anybody.
"""

from __future__ import annotations

import csv
import math
import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from portal import signpost
from portal.errors import BadOrganisation
from portal.signpost import Question
from portal.toml_reader import LANGUAGES, SLUG, Reader, Words

NEUTRAL = re.compile(r"https://[a-z0-9.-]+(?::\d{1,5})?/?\Z")
# How far R may lie from W x B x E: a whole number is often written for it.
ROUNDED = 0.5
# The names that a report has of its own beside the organisation's (static/js/client/statistics/report.js).
NOT_ENDED, NO_GROUP = "open", "none"
_LONGEST_GROUP = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen; `key` is what the protocol's `fields` carry."""

    key: str
    label: Words


@dataclass(frozen=True, slots=True)
class Channel:
    """Another place to go to, with how to reach it."""

    key: str
    name: Words
    text: Words
    contact: Words


@dataclass(frozen=True, slots=True)
class Category:
    """One line of the risk list; likelihood, exposure, severity and R = W·B·E where they are known."""

    key: str
    group: str
    label: str
    likelihood: float | None
    exposure: float | None
    severity: float | None
    risk: float | None


@dataclass(frozen=True, slots=True)
class Promises:
    """Working days after the day of receipt."""

    feedback: int = 7
    final: int = 30


@dataclass(frozen=True, slots=True)
class Organisation:
    """The organisation as its file describes it."""

    name: str
    short_name: str
    languages: tuple[str, ...]
    texts: Mapping[str, Words]
    channels: tuple[Channel, ...]
    authorities: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    outcomes: tuple[Choice, ...]
    categories: tuple[Category, ...]
    outside_channel: str
    promises: Promises
    closing_days: frozenset[date]
    yearly_closing_days: frozenset[tuple[int, int]]
    staff_shown_by: str = "name"
    opens_with_one_facilitator: bool = False
    archive_years: int = 10
    # Where "Snel weg" goes; None means the browser's own empty page, which no other site hears of.
    neutral_page: str | None = None
    signpost: tuple[Question, ...] = ()

    def say(self, words: Words, language: str) -> str:
        """The text in `language`, or else in the organisation's first language that has it."""
        for candidate in (language, *self.languages):
            if candidate in words:
                return words[candidate]
        return next(iter(words.values()), "")


def read_organisation(path: Path) -> Organisation:
    """The organisation in this file; a list of risks is looked for beside it.

    Raises `BadOrganisation` with the file, the line and the reason.
    """
    text = _read(path, path.name)
    return parse_organisation(text, path.name, lambda name: _read(path.parent / name, name))


def _read(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BadOrganisation(name, None, "there is no such file") from error
    except (OSError, ValueError) as error:
        # Not only other bytes: a name that no file can have is a `ValueError` too.
        raise BadOrganisation(name, None, "this file can't be read as UTF-8 text") from error


def parse_organisation(text: str, file: str, open_beside: Callable[[str], str]) -> Organisation:
    """The organisation in `text`; `open_beside` gives the text of a file that it names."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise BadOrganisation(
            file, int(found[1]) if found else None, "this is not TOML here"
        ) from error
    except RecursionError as error:
        raise BadOrganisation(
            file, None, "this is not TOML: lists in lists without an end"
        ) from error
    reader = Reader(file, text, table, open_beside)
    reader.only("", 0, table, _TABLES)
    return _organisation(reader)


_TABLES = {
    "organisation", "promises", "calendar", "texts", "channels", "authorities", "kinds", "outcomes", "risks",
    "signpost",
}  # fmt: skip
_OWN = {
    "name", "short_name", "languages", "outside_channel", "staff_shown_by",
    "opens_with_one_facilitator", "archive_years", "neutral_page",
}  # fmt: skip
# What the pages leave room for: what this is, for whom, who reads, their duty to report, what it isn't.
_TEXTS = {"start", "who", "independence", "duty", "advice"}


def _organisation(reader: Reader) -> Organisation:
    own = reader.table("organisation")
    reader.only("organisation", 0, own, _OWN)
    closing, yearly = _closing_days(reader)
    channels = _channels(reader)
    return Organisation(
        name=reader.text("organisation", own, "name"),
        short_name=reader.text("organisation", own, "short_name"),
        languages=_languages(reader, own),
        texts=_texts(reader),
        channels=channels,
        authorities=_choices(reader, "authorities", "name"),
        kinds=_choices(reader, "kinds", "label"),
        outcomes=_outcomes(reader),
        categories=_risks(reader),
        outside_channel=_outside(reader, own, channels),
        promises=_promises(reader),
        closing_days=closing,
        yearly_closing_days=yearly,
        staff_shown_by=_shown_by(reader, own),
        opens_with_one_facilitator=reader.flag("organisation", own, "opens_with_one_facilitator"),
        archive_years=reader.whole("organisation", own, "archive_years", 10, 100),
        neutral_page=_neutral_page(reader, own),
        signpost=signpost.read(reader, {channel.key for channel in channels}),
    )


def _languages(reader: Reader, own: Mapping[str, Any]) -> tuple[str, ...]:
    value = own.get("languages", ["nl"])
    if not isinstance(value, list) or not value or any(one not in LANGUAGES for one in value):
        reason = f"'languages' must be a list of one or more of {', '.join(LANGUAGES)}"
        raise reader.wrong("organisation", 0, "languages", reason)
    return tuple(dict.fromkeys(value))


def _shown_by(reader: Reader, own: Mapping[str, Any]) -> str:
    value = own.get("staff_shown_by", "name")
    if value not in ("name", "function"):
        reason = '\'staff_shown_by\' must be "name" or "function"'
        raise reader.wrong("organisation", 0, "staff_shown_by", reason)
    return str(value)


def _neutral_page(reader: Reader, own: Mapping[str, Any]) -> str | None:
    if "neutral_page" not in own:
        return None
    value = reader.text("organisation", own, "neutral_page")
    # Nothing behind the address: whoever looks at the history sees that it was meant for this.
    if not NEUTRAL.match(value):
        reason = "'neutral_page' must be https:// and a host, such as https://www.example.org/"
        raise reader.wrong("organisation", 0, "neutral_page", reason)
    return value


def _outside(reader: Reader, own: Mapping[str, Any], channels: tuple[Channel, ...]) -> str:
    value = reader.text("organisation", own, "outside_channel")
    if value not in {channel.key for channel in channels}:
        reason = "'outside_channel' must be the key of one of the [[channels]]"
        raise reader.wrong("organisation", 0, "outside_channel", reason)
    return value


def _promises(reader: Reader) -> Promises:
    row = reader.table("promises")
    reader.only("promises", 0, row, {"feedback", "final"})
    feedback = reader.whole("promises", row, "feedback", 7, 60)
    final = reader.whole("promises", row, "final", 30, 250)
    if final < feedback:
        raise reader.wrong("promises", 0, "final", "'final' can't be earlier than 'feedback'")
    return Promises(feedback, final)


def _closing_days(reader: Reader) -> tuple[frozenset[date], frozenset[tuple[int, int]]]:
    row = reader.table("calendar")
    reader.only("calendar", 0, row, {"closing_days", "every_year"})
    days = row.get("closing_days", [])
    if not isinstance(days, list) or any(type(day) is not date for day in days):
        reason = "'closing_days' must be a list of days without quotes, such as 2026-12-24"
        raise reader.wrong("calendar", 0, "closing_days", reason)
    return frozenset(days), frozenset(_every_year(reader, row.get("every_year", [])))


def _every_year(reader: Reader, days: object) -> list[tuple[int, int]]:
    reason = '\'every_year\' must be a list of "MM-DD", such as "07-11"'
    if not isinstance(days, list):
        raise reader.wrong("calendar", 0, "every_year", reason)
    try:
        # 2024 is a leap year, so that "02-29" can be written.
        found = [date.fromisoformat(f"2024-{day}") for day in days]
    except ValueError as error:
        raise reader.wrong("calendar", 0, "every_year", reason) from error
    return [(day.month, day.day) for day in found]


def _texts(reader: Reader) -> Mapping[str, Words]:
    row = reader.table("texts")
    reader.only("texts", 0, row, _TEXTS)
    return {key: reader.markdown("texts", 0, row, key) for key in row}


def _channels(reader: Reader) -> tuple[Channel, ...]:
    found = []
    for index, row in enumerate(reader.rows("channels")):
        reader.only("channels", index, row, {"key", "name", "text", "contact"})
        found.append(_channel(reader, index, row))
    _refuse_twice(reader, "channels", [channel.key for channel in found])
    return tuple(found)


def _channel(reader: Reader, index: int, row: Mapping[str, Any]) -> Channel:
    key = reader.slug("channels", index, row)
    if key == signpost.HERE:
        reason = f'"{key}" stands for asking here: choose another key'
        raise reader.wrong("channels", index, "key", reason)
    name = reader.line_words("channels", index, row, "name")
    if not name:
        raise reader.wrong("channels", index, "name", "'name' must be a text")
    text = reader.markdown("channels", index, row, "text")
    return Channel(key, name, text, reader.words("channels", index, row, "contact"))


def _choices(reader: Reader, heading: str, label: str) -> tuple[Choice, ...]:
    found = []
    for index, row in enumerate(reader.rows(heading)):
        reader.only(heading, index, row, {"key", label})
        words = reader.line_words(heading, index, row, label)
        if not words:
            raise reader.wrong(heading, index, label, f"'{label}' must be a text")
        found.append(Choice(reader.slug(heading, index, row), words))
    if not found:
        raise BadOrganisation(reader.file, None, f"there must be at least one [[{heading}]]")
    _refuse_twice(reader, heading, [choice.key for choice in found])
    return tuple(found)


def _outcomes(reader: Reader) -> tuple[Choice, ...]:
    found = _choices(reader, "outcomes", "label")
    for index, choice in enumerate(found):
        if choice.key == NOT_ENDED:
            reason = f'"{NOT_ENDED}" stands for what has not ended: choose another key'
            raise reader.wrong("outcomes", index, "key", reason)
    return found


def _refuse_twice(reader: Reader, heading: str, keys: list[str]) -> None:
    for index, key in enumerate(keys):
        if key in keys[:index]:
            raise reader.wrong(heading, index, "key", f'the key "{key}" is used twice')


def _risks(reader: Reader) -> tuple[Category, ...]:
    row = reader.table("risks")
    reader.only("risks", 0, row, {"file"})
    name = reader.text("risks", row, "file")
    if "/" in name or name.startswith("."):
        raise reader.wrong("risks", 0, "file", "'file' must lie beside this file")
    return parse_risks(reader.open_beside(name), name)


def parse_risks(text: str, file: str) -> tuple[Category, ...]:
    """The risk list: a CSV with `group,risk,W,B,E,R`, and `key` if the organisation wants its own."""
    rows = csv.DictReader(text.splitlines(), strict=True)
    if not {"group", "risk", "W", "B", "E", "R"} <= set(rows.fieldnames or ()):
        raise BadOrganisation(file, 1, "the first line must be group,risk,W,B,E,R")
    found: dict[str, Category] = {}
    groups = {"": "", NO_GROUP: ""}
    try:
        for row in rows:
            category = _category(file, rows.line_num, row)
            if category.key in found:
                raise BadOrganisation(file, rows.line_num, f'"{category.key}" stands here twice')
            if groups.setdefault(_in_report(category.group), category.group) != category.group:
                told = f'a report can\'t tell the group "{category.group}" from another: name it otherwise'
                raise BadOrganisation(file, rows.line_num, told)
            found[category.key] = category
    except csv.Error as error:
        raise BadOrganisation(file, rows.line_num + 1, "this line is not CSV") from error
    return tuple(found.values())


def _category(file: str, line: int, row: Mapping[str, str | None]) -> Category:
    group, label = (row["group"] or "").strip(), (row["risk"] or "").strip()
    if not group or not label:
        raise BadOrganisation(file, line, "group and risk must both be filled in")
    try:
        numbers = [float(row[key] or "") if row[key] else None for key in ("W", "B", "E", "R")]
    except ValueError as error:
        raise BadOrganisation(file, line, "W, B, E and R must be numbers with a point") from error
    if len({number is None for number in numbers}) != 1:
        raise BadOrganisation(file, line, "fill in all of W, B, E and R, or none")
    _require_product(file, line, label, [number for number in numbers if number is not None])
    key = (row.get("key") or "").strip() or slug(label)
    if not SLUG.match(key):
        raise BadOrganisation(file, line, "key must be 1 to 48 small letters, digits and dashes")
    return Category(key, group, label, *numbers)


def _require_product(file: str, line: int, label: str, numbers: Sequence[float]) -> None:
    """Whoever compares the questions with the analysis must not do so with a slip of the pen."""
    if not numbers:
        return
    *factors, risk = numbers
    product = math.prod(factors)
    # Rounded to a whole number is still the same; not-a-number is near nothing.
    if not (min(numbers) > 0 and abs(product - risk) <= ROUNDED):
        told = f'"{label}": R is {risk:g}, but W x B x E is {product:g}'
        raise BadOrganisation(file, line, told)


def _in_report(group: str) -> str:
    """The key of a group in a report, as `groupKey` of report.js makes it."""
    letters = unicodedata.normalize("NFKD", group)
    plain = "".join(one for one in letters if not unicodedata.category(one).startswith("M"))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST_GROUP]


def slug(label: str) -> str:
    """A stable key for a label: its plain letters and digits, with dashes between, at most 48."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].strip("-")
