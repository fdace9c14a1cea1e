"""Pointing out where a page still says a name that was removed from behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sanitizers.values import Caution

# Traces whose value is worth pointing out when it also stands on the page.
NAMING = frozenset({"person", "comment-author", "signature", "contact", "organisation"})
_SHORTEST = 4
_MOST_NAMES = 60
_COMMON_NAME = re.compile(r"CN=([^,]+)")


def sought(values: Iterable[str]) -> list[str]:
    """The names to look for: each whole, and the common name of a certificate."""
    names: dict[str, None] = {}
    for value in values:
        match = _COMMON_NAME.search(value)
        name = " ".join((match[1] if match else value).split())
        if len(name) >= _SHORTEST:
            names[name] = None
    return list(names)[:_MOST_NAMES]


def repeated(names: list[str], pages: Iterable[tuple[int, str]]) -> Iterator[Caution]:
    """A caution for every name on every page that says it, in whatever case and order."""
    rules = [(name, _rule(name)) for name in names]
    for number, text in pages:
        for name, rule in rules:
            if rule.search(text):
                yield Caution("repeats-name", number + 1, name)


def _rule(name: str) -> re.Pattern[str]:
    """The words of a name next to each other, forwards or backwards ("Peeters, An")."""
    words = [re.escape(word) for word in re.split(r"[\s,;]+", name) if word]
    between = r"[\s,;.]+"
    orders = {between.join(words), between.join(reversed(words))}
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(orders)) + r")(?!\w)", re.IGNORECASE)
