"""A link on another site to the plain pages, whose cookie a browser keeps from such links."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PageMaker
from tests.browser.living import LivingPortal
from tests.looking.asking import QUESTION
from tests.looking.plain import PASSWORD, press

pytestmark = pytest.mark.browser

ELSEWHERE = "http://intranet.example/"


def come_from_elsewhere(page: Page, address: str) -> None:
    """Follow a link that stands on a page of somebody else's."""

    def shown(route: Route) -> None:
        link = f'<!doctype html><title>Intranet</title><a href="{address}">Adviespunt</a>'
        route.fulfill(content_type="text/html", body=link)

    page.route(f"{ELSEWHERE}**", shown)
    page.goto(ELSEWHERE)
    page.get_by_role("link", name="Adviespunt").click()


def test_what_was_being_written_is_still_there(make_page: PageMaker, portal: LivingPortal) -> None:
    page = make_page(java_script_enabled=False)
    page.goto(f"{portal.origin}/plain/ask")
    page.get_by_role("radio").first.check()
    page.fill("#text", QUESTION)
    press(page, "next")
    come_from_elsewhere(page, f"{portal.origin}/plain/ask?x=1&y=2")
    expect(page.locator("#text")).to_have_value(QUESTION)
    expect(page).to_have_url(f"{portal.origin}/plain/ask?x=1&y=2")


def test_an_open_mailbox_stays_open(make_page: PageMaker, portal: LivingPortal) -> None:
    page = make_page(java_script_enabled=False)
    page.goto(f"{portal.origin}/plain/ask")
    page.get_by_role("radio").first.check()
    page.fill("#text", QUESTION)
    press(page, "next")
    page.fill("#pseudonym", "Stille Vos")
    for field in ("#password", "#again"):
        page.fill(field, PASSWORD)
    press(page, "send")
    expect(page.get_by_role("heading", name="Je vraag is verstuurd")).to_be_visible(timeout=20_000)
    come_from_elsewhere(page, f"{portal.origin}/plain/mailbox")
    expect(page.locator(".case-link")).to_have_count(1)


def test_who_was_never_here_comes_in_all_the_same(
    make_page: PageMaker, portal: LivingPortal
) -> None:
    page = make_page(java_script_enabled=False)
    come_from_elsewhere(page, f"{portal.origin}/plain/ask")
    expect(page.locator("#text")).to_be_visible()
