"""The whole way of asker and staff on 320 pixels, and with text twice as large: not only seen so, but gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Complaints, PageMaker
from tests.looking.catalogue import TOURS, Tour
from tests.looking.examine import REFLOW, larger_text, misplaced
from tests.looking.witness import open_visit
from tests.looking.zone import Zone

WAYS = [
    tour for tour in TOURS if tour.name in {"sending", "read", "plain-returning", "queue", "case"}
]


@contextmanager
def narrow(page: Page) -> Iterator[None]:
    page.set_viewport_size(REFLOW)  # type: ignore[arg-type]
    yield


@pytest.mark.parametrize("seen_by", [narrow, larger_text], ids=["320-pixels", "200-percent"])
@pytest.mark.parametrize("tour", WAYS, ids=lambda tour: tour.name)
def test_the_whole_way_can_be_gone(
    zone: Zone,
    make_page: PageMaker,
    complaints: Complaints,
    tour: Tour,
    seen_by: Callable[[Page], AbstractContextManager[None]],
) -> None:
    visit = open_visit(tour, zone, make_page, "nl")
    with seen_by(visit.page):
        wrong = [
            f"{seen.name}: {line}" for seen in tour.walk(visit) for line in misplaced(visit.page)
        ]
    # The line was broken on purpose, and Chromium tells of every answer other than 200.
    complaints[:] = [line for line in complaints if "Failed to load resource" not in line]
    assert wrong == [], "\n".join(wrong)
