"""A question whose keys fit nobody, made by a changed browser: how it ends, and what whoever asked reads."""

from __future__ import annotations

import json
import os

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import select

from crypto.encoding import ASKER, b64
from portal.models.cases import Case
from tests.browser import asker, desk
from tests.browser.conftest import PageMaker
from tests.browser.desk import Desk, Safe, button, heading
from tests.browser.office import Office
from tests.browser.test_staff_journey import facilitator, office

__all__ = ["facilitator", "office"]

pytestmark = pytest.mark.browser

SEALED_BYTES = 1_168


def with_keys_that_fit_nobody(visitor: Page) -> None:
    """Whoever asks here seals nothing to the staff."""

    def spoil(route: Route) -> None:
        body = json.loads(route.request.post_data or "")
        for key in body["keys"]:
            if key["recipient"] != b64(ASKER):
                key["sealed"] = b64(os.urandom(SEALED_BYTES))
        route.continue_(post_data=json.dumps(body))

    def only_the_question(route: Route) -> None:
        spoil(route) if route.request.method == "PUT" else route.fallback()

    visitor.route("**/api/v1/cases/*", only_the_question)


def test_a_facilitator_sets_aside_what_nobody_can_open_and_the_asker_reads_so(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker, forgiving: None
) -> None:
    page = facilitator[0]
    office.open_with_one()
    visitor = make_page()
    with_keys_that_fit_nobody(visitor)
    words = asker.ask(visitor, office.origin)

    desk.open_tab(page, "Vragen")
    page.locator(".queue-row").click()
    expect(page.get_by_text("De sleutel van het dossier past niet.")).to_be_visible(
        timeout=desk.SLOW
    )
    button(page, "Leg opzij als niet te openen").click()
    page.locator("dialog").get_by_role("button", name="Leg opzij").click()
    expect(heading(page, "Vragen")).to_be_visible(timeout=desk.SLOW)
    expect(page.locator(".queue-row")).to_have_count(0)

    # It is done: whoever comes back to it is not asked to do it again.
    button(page, "Beëindigd").click()
    page.locator(".queue-row").click()
    expect(page.get_by_text("Dit dossier is opzij gelegd")).to_be_visible(timeout=desk.SLOW)
    expect(button(page, "Leg opzij als niet te openen")).to_have_count(0)

    desk.open_tab(page, "Cijfers")
    expect(page.get_by_text("Niet te openen").first).to_be_visible(timeout=desk.SLOW)

    asker.come_back(visitor, office.origin, words)
    asker.open_case(visitor)
    expect(visitor.get_by_text("Niemand kon deze vraag openen")).to_be_visible(timeout=asker.SLOW)
    expect(visitor.locator("body")).not_to_contain_text("De server zegt iets anders")
    asker.button(visitor, "Trek je vraag in").click()
    said = visitor.locator("dialog", has_text="Niemand kon je vraag openen")
    said.get_by_role("button", name="Trek je vraag in").click()
    expect(visitor.get_by_text("Deze brievenbus is leeg")).to_be_visible(timeout=asker.SLOW)


def test_who_opened_it_before_is_not_offered_to_set_it_aside(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker, forgiving: None
) -> None:
    page = facilitator[0]
    office.open_with_one()
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    expect(page.locator(".case-main")).to_contain_text(asker.QUESTION, timeout=desk.SLOW)
    button(page, "Terug naar de lijst").click()

    def other_keys(route: Route) -> None:
        answer = route.fetch()
        body = answer.json()
        for key in body["keys"]:
            key["sealed"] = b64(os.urandom(SEALED_BYTES))
        route.fulfill(response=answer, json=body)

    page.route("**/api/v1/cases/*", other_keys)
    page.locator(".queue-row").click()
    expect(page.get_by_text("Dit dossier wordt niet getoond.")).to_be_visible(timeout=desk.SLOW)
    expect(button(page, "Leg opzij als niet te openen")).to_have_count(0)


def test_a_colleague_for_whom_it_opens_is_told_and_takes_it_up(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    office.open_with_one()
    visitor = make_page()
    words = asker.ask(visitor, office.origin)
    with office.context.database.write() as db:
        case = db.scalars(select(Case)).one()
        case.state, case.waits_for, case.closed_on = "unreadable", None, case.received
    desk.open_tab(page, "Vragen")
    button(page, "Beëindigd").click()
    desk.open_case(page)
    expect(page.locator(".case-main")).to_contain_text("bij jou gaat het wel open")
    desk.write(page, "Eerste feedback", "We lazen je vraag.", "Verstuur de eerste feedback")
    expect(page.locator(".case-main .message")).to_have_count(2, timeout=desk.SLOW)
    expect(page.locator(".case-main")).not_to_contain_text("bij jou gaat het wel open")
    expect(page.locator(".case-main")).not_to_contain_text("De server zegt iets anders")
    asker.come_back(visitor, office.origin, words)
    asker.open_case(visitor)
    expect(visitor.locator(".thread")).to_contain_text("We lazen je vraag.")
    expect(visitor.locator("body")).not_to_contain_text("De server zegt iets anders")
