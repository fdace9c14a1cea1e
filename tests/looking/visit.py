"""Somebody at a page, in one language: what they read is looked up, so that one walk serves all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from portal.pages.shells import DEFAULT_LANGUAGE, address
from tests.looking.zone import Zone

TRANSLATIONS = Path(__file__).parents[2] / "portal" / "translations"
SLOW = 60_000  # milliseconds: Argon2id and many keys on a busy machine


class NoSuchText(LookupError):
    """The catalogue has no such text: the walk names something that no page says any more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A state that a walk has reached. `name` is also the picture's; `about` one line in English."""

    name: str
    about: str
    whole: bool = True


Walk = Callable[["Visit"], Iterator[Seen]]


@cache
def _texts(language: str) -> GNUTranslations:
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.mo").open("rb") as file:
        return GNUTranslations(file)


@dataclass
class Visit:
    """One visitor's browser page at the zone. `another` opens a second visitor's."""

    page: Page
    zone: Zone
    language: str = DEFAULT_LANGUAGE
    another: Callable[[], Page] = field(repr=False, default=lambda: None)  # type: ignore[assignment]

    def say(self, dutch: str, **values: object) -> str:
        """The text as this visitor reads it."""
        known = _texts(self.language if self.language != DEFAULT_LANGUAGE else "en")
        told = known.gettext(dutch)
        if told == dutch and dutch not in known._catalog:  # type: ignore[attr-defined]
            raise NoSuchText(dutch)
        return (dutch if self.language == DEFAULT_LANGUAGE else told).format(**values)

    def go(self, path: str) -> None:
        self.page.goto(self.zone.origin + address(path, self.language))

    def button(self, dutch: str, **values: object) -> Locator:
        return self.page.get_by_role("button", name=self.say(dutch, **values), exact=True)

    def link(self, dutch: str) -> Locator:
        return self.page.get_by_role("link", name=self.say(dutch), exact=True)

    def text(self, dutch: str) -> Locator:
        """Wherever this stands; what a text leaves open (`{n}`) may be anything."""
        told = self.say(dutch, **dict.fromkeys(re.findall(r"\{(\w+)\}", dutch), "\x00"))
        return self.page.get_by_text(re.compile(re.escape(told).replace("\0", ".*")))

    def heading(self, dutch: str, **values: object) -> Locator:
        return self.page.get_by_role("heading", name=self.say(dutch, **values))

    def sees(self, what: Locator) -> None:
        expect(what.first).to_be_visible(timeout=SLOW)

    def settled(self) -> None:
        self.page.wait_for_load_state("networkidle")

    @contextmanager
    def refusing(self, address: str, status: int, problem: str) -> Iterator[None]:
        """Every call that matches is answered with this problem."""
        body = f'{{"type": "about:blank", "title": "{problem}", "problem": "{problem}"}}'
        self.page.route(
            address,
            lambda route: route.fulfill(
                status=status, content_type="application/problem+json", body=body
            ),
        )
        yield
        self.page.unroute(address)

    @contextmanager
    def answering(self, address: str, content: object) -> Iterator[None]:
        """Every call that matches is answered with this."""
        self.page.route(address, lambda route: route.fulfill(json=content))
        yield
        self.page.unroute(address)

    @contextmanager
    def offline(self) -> Iterator[None]:
        self.page.context.set_offline(True)
        yield
        self.page.context.set_offline(False)

    def open_all(self) -> None:
        """Unfold whatever is folded."""
        for summary in self.page.locator("details:not([open]) > summary").all():
            if summary.is_visible():
                summary.click()
