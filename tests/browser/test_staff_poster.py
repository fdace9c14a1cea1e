"""The poster and the text for the intranet."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pypdfium2
import pytest
import segno
from playwright.sync_api import Page, Route, expect

from tests.browser.desk import button
from tests.browser.test_staff_look import DESKTOP, come_in
from tests.looking.zone import Zone


def open_poster(page: Page, origin: Zone, login: str = "els") -> None:
    come_in(page, origin, login)
    button(page, "Affiche").click()
    expect(page.locator(".poster .words").last).to_be_visible()


def fingerprint_on_the_start_page(page: Page, origin: str) -> list[str]:
    page.goto(origin)
    button(page, "Toon de zes woorden").click()
    return page.locator(".fingerprint").inner_text().split()


def test_the_words_on_it_are_those_of_the_verified_list_whatever_the_server_says(
    page: Page, zone: Zone, make_page: Callable[..., Page]
) -> None:
    true = fingerprint_on_the_start_page(make_page(), zone.origin)

    def lie(route: Route) -> None:
        told = route.fetch().json()
        route.fulfill(json={**told, "organisation_key": "A" * 43})

    page.route("**/api/v1/organisation?*", lie)
    open_poster(page, zone)
    assert page.locator(".poster-words .words").inner_text().split() == true
    assert len(true) == 6


def test_its_code_leads_to_the_address_beside_it(page: Page, zone: Zone) -> None:
    open_poster(page, zone)
    expect(page.locator(".poster-way strong").first).to_have_text(zone.origin)
    drawn = page.locator(".poster-way path").first.get_attribute("d") or ""
    dark = {
        (int(x) + step, int(y))
        for x, y, run in re.findall(r"M(\d+) (\d+)h(\d+)", drawn)
        for step in range(int(run))
    }
    matrix = segno.make(zone.origin, micro=False, error="q").matrix
    assert dark == {
        (x + 4, y + 4) for y, row in enumerate(matrix) for x, module in enumerate(row) if module
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "/fr", "/en"])
def test_it_prints_on_one_sheet_and_nothing_else_does(
    make_page: Callable[..., Page], zone: Zone, scheme: str, language: str
) -> None:
    page = make_page(color_scheme=scheme, **DESKTOP)
    open_poster(page, zone)
    if language:
        page.goto(f"{zone.origin}{language}/staff")
        page.locator(".staff-nav button").nth(2).click()
        expect(page.locator(".poster .words").last).to_be_visible()
    words = page.locator(".poster-words .words").inner_text().split()
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    try:
        assert len(document) == 1
        sheet = document[0]
        text = sheet.get_textpage().get_text_bounded()
        corner = sheet.render(scale=0.1).to_pil().getpixel((1, 1))
    finally:
        document.close()
    assert all(word in text for word in words)
    assert zone.origin in text
    assert "Els Vermeulen" not in text
    assert corner == (255, 255, 255)


def test_the_text_for_the_intranet_has_the_address_and_can_be_changed(
    page: Page, zone: Zone
) -> None:
    page.context.grant_permissions(["clipboard-write"])
    open_poster(page, zone)
    text = page.get_by_label("De tekst").input_value()
    assert zone.origin in text
    assert page.locator(".poster-words .words").inner_text().split() == text.split()[-6:]
    assert "meldplicht" in text
    page.get_by_label("De tekst").fill(f"Beste collega's,\n{text}")
    button(page, "Kopieer de tekst").click()
    expect(page.get_by_text("De tekst is gekopieerd.")).to_be_visible()
    # The page may not read the clipboard itself: whoever copied it, pastes it.
    page.get_by_label("De tekst").fill("")
    page.get_by_label("De tekst").press("Control+v")
    expect(page.get_by_label("De tekst")).to_have_value(re.compile("^Beste collega's,"))


def test_a_coach_has_no_poster_to_make(page: Page, zone: Zone) -> None:
    come_in(page, zone, "nadia")
    expect(page.locator(".staff-nav")).to_be_visible()
    expect(button(page, "Affiche")).to_have_count(0)
