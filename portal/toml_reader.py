"""Values out of the organisation's file, and the line of whatever is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from portal import markdown
from portal.errors import BadOrganisation

Words = Mapping[str, str]  # one text in several languages, by language

LANGUAGES = ("nl", "fr", "en")
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,47}\Z")
HEADING = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]\]?\s*(#.*)?\Z")


class Reader:
    """Takes values out of the parsed file and names the line of whatever is wrong."""

    def __init__(
        self, file: str, text: str, table: Mapping[str, Any], open_beside: Callable[[str], str]
    ) -> None:
        self.file = file
        self.open_beside = open_beside  # gives the text of a file that lies beside this one
        self.lines = text.splitlines()
        self.root = table

    def wrong(self, heading: str, index: int, key: str | None, reason: str) -> BadOrganisation:
        return BadOrganisation(self.file, self.line_of(heading, index, key), reason)

    def line_of(self, heading: str, index: int, key: str | None) -> int | None:
        """The line of `key` under the `index`-th `heading`; the heading's own line without a key."""
        seen, start = -1, None if heading else 0
        for number, line in enumerate(self.lines, 1):
            found = HEADING.match(line)
            if not heading and found and found[2] == key:
                return number
            if found and found[2] == heading:
                seen += 1
                start = number if seen == index else start
            elif found and heading and start is not None:
                break
            if key and start is not None and re.match(rf"\s*\"?{re.escape(key)}\"?\s*[.=]", line):
                return number
        return start or None

    def table(self, name: str) -> Mapping[str, Any]:
        found = self.root.get(name, {})
        if not isinstance(found, dict):
            raise self.wrong("", 0, name, f"'{name}' must be a table: write [{name}]")
        return found

    def rows(self, name: str) -> list[Mapping[str, Any]]:
        found = self.root.get(name, [])
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            raise self.wrong("", 0, name, f"'{name}' must be a list: write [[{name}]] above each")
        return found

    def only(self, heading: str, index: int, row: Mapping[str, Any], known: set[str]) -> None:
        for key in row:
            if key not in known:
                raise self.wrong(heading, index, key, f"'{key}' is not known here")

    def text(self, heading: str, row: Mapping[str, Any], key: str) -> str:
        value = row.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(heading, 0, key, f"'{key}' must be a text between quotes")
        if "\n" in value.strip() or markdown.HIDDEN.search(value):
            raise self.wrong(heading, 0, key, f"'{key}' must be one line that can be read")
        return value.strip()

    def slug(self, heading: str, index: int, row: Mapping[str, Any]) -> str:
        value = row.get("key")
        if not isinstance(value, str) or not SLUG.match(value):
            reason = "'key' must be 1 to 48 small letters, digits and dashes"
            raise self.wrong(heading, index, "key", reason)
        return value

    def line_words(self, heading: str, index: int, row: Mapping[str, Any], key: str) -> Words:
        """A name or a label: one line, as it is, in each language."""
        found = self.words(heading, index, row, key)
        if any("\n" in text for text in found.values()):
            raise self.wrong(heading, index, key, f"'{key}' must be one line")
        return found

    def markdown(self, heading: str, index: int, row: Mapping[str, Any], key: str) -> Words:
        """A text that may be Markdown, checked; or the name of a Markdown file beside this one."""
        value = row.get(key, "")
        if not isinstance(value, dict):
            value = {"nl": value} if value else {}
        found = {}
        for language, told in value.items():
            if isinstance(told, dict):
                found[language] = self._markdown_file(heading, index, key, told)
            else:
                found.update(self.words(heading, index, {key: {language: told}}, key))
                self._check(found[language], self.file, self.line_of(heading, index, key))
        return found

    def _markdown_file(self, heading: str, index: int, key: str, told: Mapping[str, Any]) -> str:
        name = told.get("file")
        if set(told) != {"file"} or not isinstance(name, str) or PurePosixPath(name).name != name:
            reason = (
                f"'{key}' must be a text, or {{ file = \"name.md\" }} for a file beside this one"
            )
            raise self.wrong(heading, index, key, reason)
        text = self.open_beside(name)
        self._check(text, name, None)
        return text.strip()

    def _check(self, text: str, file: str, line: int | None) -> None:
        """Refuse what may not stand in a text, by its own line in a file, by its key's in this one."""
        try:
            markdown.parse(text)
        except markdown.NotAllowed as error:
            raise BadOrganisation(file, line or error.line, error.reason) from error

    def words(self, heading: str, index: int, row: Mapping[str, Any], key: str) -> Words:
        value = row.get(key, "")
        if isinstance(value, str):
            value = {"nl": value} if value.strip() else {}
        if not isinstance(value, dict) or not all(
            isinstance(v, str) and k in LANGUAGES for k, v in value.items()
        ):
            reason = (
                f'\'{key}\' must be a text, or a text for each language: {{nl = "...", fr = "..."}}'
            )
            raise self.wrong(heading, index, key, reason)
        if any(markdown.HIDDEN.search(text) for text in value.values()):
            raise self.wrong(heading, index, key, "a letter that can't be seen isn't allowed")
        return {language: text.strip() for language, text in value.items()}

    def whole(self, heading: str, row: Mapping[str, Any], key: str, default: int, most: int) -> int:
        value = row.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self.wrong(heading, 0, key, f"'{key}' must be a whole number from 1 to {most}")
        return value

    def flag(self, heading: str, row: Mapping[str, Any], key: str) -> bool:
        value = row.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(heading, 0, key, f"'{key}' must be true or false")
        return value
