"""Walks that leave something behind: a yearly report that is signed and presented, each language its own year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from playwright.sync_api import Page

from tests.browser import desk
from tests.looking.office import come_in
from tests.looking.visit import Seen, Visit

# What was presented stays so: who walks in another language takes an earlier year.
YEARS_BACK = {"nl": 1, "fr": 2, "en": 3}


def _open_report(page: Page, visit: Visit) -> None:
    visit.sees(page.locator(".figure-card"))
    visit.button("Jaarverslag").last.click()
    years = page.locator(".segments .segment")
    visit.sees(years)
    # The last one is the year that isn't over.
    years.nth(years.count() - 1 - YEARS_BACK[visit.language]).click()
    visit.sees(page.locator(".report"))
    visit.settled()


def presented(visit: Visit) -> Iterator[Seen]:
    """A facilitator signs, the coordinator says when it was presented, and nothing changes any more."""
    page = visit.page
    come_in(visit, "els")
    desk.open_tab(page, visit.say("Cijfers"))
    _open_report(page, visit)
    visit.button("Onderteken het verslag").click()
    visit.sees(visit.button("Verslag als PDF"))
    yield Seen("report-signed", "The report is signed: it can be taken as files")
    coordinator = replace(visit, page=visit.another())
    yield from _recorded(visit, coordinator)
    visit.button("Terug naar de cijfers").click()
    _open_report(page, visit)
    yield Seen("report-presented", "The report was presented, and stays as it is")


def _recorded(visit: Visit, coordinator: Visit) -> Iterator[Seen]:
    """The coordinator's page is looked at in the place of the facilitator's."""
    page, visit.page = visit.page, coordinator.page
    come_in(coordinator, "karin", "/reports")
    _open_report(coordinator.page, coordinator)
    coordinator.sees(coordinator.page.locator("#presented"))
    yield Seen("report-presenting", "The coordinator says on which day it was presented")
    coordinator.button("Leg de dag vast").click()
    coordinator.sees(coordinator.page.locator("dialog"))
    yield Seen("report-presenting-sure", "Asked once more: it can't be undone", whole=False)
    coordinator.page.locator("dialog").get_by_role(
        "button", name=coordinator.say("Leg vast"), exact=True
    ).click()
    coordinator.sees(coordinator.text("Voorgesteld op {day}. Het verslag ligt vast."))
    visit.page = page
