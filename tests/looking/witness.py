"""What every test that goes through the catalogue does: walk a tour, and look at each state on the way."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import Complaints, PageMaker
from tests.looking import examine
from tests.looking.catalogue import TOURS, Tour
from tests.looking.visit import Visit
from tests.looking.zone import Zone

LANGUAGES = ("nl", "fr", "en")
SIZES = {"asker": examine.PHONE, "plain": examine.PHONE, "staff": examine.DESKTOP}


def tours_of(who: str) -> list[Tour]:
    return [tour for tour in TOURS if tour.who == who]


def open_visit(tour: Tour, zone: Zone, make_page: PageMaker, language: str) -> Visit:
    def another() -> Page:
        return make_page(viewport=SIZES[tour.who], reduced_motion="reduce")

    page = another()
    if not tour.scripts:
        examine.pretend_scripts_are_off(page)
    return Visit(page, zone, language, another)


def look_everywhere(
    tour: Tour, zone: Zone, make_page: PageMaker, complaints: Complaints, language: str
) -> None:
    """Fail with everything that is wrong on any state of this tour."""
    visit = open_visit(tour, zone, make_page, language)
    found = []
    for seen in tour.walk(visit):
        visit.page.wait_for_load_state()
        wrong = examine.overheard(visit.page)
        wrong += examine.accessibility(visit.page) + examine.layout(visit.page)
        found += [f"{seen.name}, {line}" for line in wrong]
    # Mistakes were made on purpose, and Chromium tells of every answer other than 200.
    complaints[:] = [line for line in complaints if "Failed to load resource" not in line]
    assert found == [], "\n".join(found)
