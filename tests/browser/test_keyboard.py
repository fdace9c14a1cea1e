"""The whole way of asker, facilitator and coach by keyboard alone, with the focus in sight all along."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import asker, desk
from tests.browser.conftest import PageMaker
from tests.browser.living import LivingPortal
from tests.looking.keyboard import tab_to, tab_to_button
from tests.looking.zone import Zone

pytestmark = pytest.mark.browser

SIZES = [{"width": 1280, "height": 800}, {"width": 360, "height": 740}]


@pytest.fixture(params=SIZES, ids=["desktop", "phone"])
def hands(request: pytest.FixtureRequest, make_page: PageMaker) -> Page:
    """Somebody without a mouse, also on a small screen with a keyboard."""
    return make_page(viewport=request.param)


def test_an_asker_asks_comes_back_and_replies(hands: Page, portal: LivingPortal) -> None:
    page = hands
    page.goto(f"{portal.origin}/ask")
    expect(page.locator("#text")).to_be_visible()
    tab_to(page, "input[type=radio]", "Space")
    tab_to(page, "#text")
    page.keyboard.type("Mag dat?")
    tab_to_button(page, "Verder naar bijlagen")
    tab_to_button(page, "Verder naar naam en wachtwoord")
    page.wait_for_selector(".phrase li")
    page.locator(".phrase li").first.wait_for()
    words = page.locator(".phrase li").all_inner_texts()
    tab_to(page, "#name")
    page.keyboard.type("Stille Vos")
    for place, word in enumerate(words):
        if page.locator(f"#word-{place}").count():
            tab_to(page, f"#word-{place}")
            page.keyboard.type(word)
    tab_to_button(page, "Verder naar nakijken")
    tab_to_button(page, "Versleutel en verstuur je vraag")
    heading = page.get_by_role("heading", name="Je vraag is verstuurd")
    expect(heading).to_be_focused(timeout=asker.SLOW)
    tab_to_button(page, "Naar je brievenbus")
    page.wait_for_selector("#sign-in-name")
    tab_to(page, "#sign-in-name")
    page.keyboard.type("Stille Vos")
    tab_to(page, "#sign-in-password")
    page.keyboard.type(" ".join(words))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Je brievenbus")).to_be_focused(timeout=asker.SLOW)
    tab_to(page, ".case-link", "Enter")
    expect(page.locator(".thread .message")).to_have_count(1, timeout=asker.SLOW)
    tab_to(page, "#reply")
    page.keyboard.type("Het was gisteren.")
    tab_to_button(page, "Versleutel en verstuur je bericht")
    expect(page.locator(".thread .message")).to_have_count(2, timeout=asker.SLOW)
    tab_to_button(page, "Trek je vraag in")
    expect(page.locator("dialog button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)


def sign_in(page: Page, zone: Zone, login: str) -> None:
    own = zone.desk(login)
    page.goto(f"{zone.origin}/staff")
    page.wait_for_selector("#staff-name")
    for field, text in (("name", login), ("passphrase", own.passphrase), ("code", own.code())):
        tab_to(page, f"#staff-{field}")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator(".queue-row").first).to_be_visible(timeout=desk.SLOW)
    page.wait_for_load_state("networkidle")


def test_a_facilitator_opens_a_case_writes_a_note_and_looks_who_can_be_assigned(
    hands: Page, zone: Zone
) -> None:
    page = hands
    sign_in(page, zone, "els")
    page.keyboard.press("j")
    expect(page.locator(".queue-row").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".case h1")).to_be_focused(timeout=desk.SLOW)
    expect(page.locator(".thread .message").first).to_be_visible(timeout=desk.SLOW)
    page.keyboard.press("n")
    expect(page.locator("#compose-text")).to_be_focused()
    before = page.locator(".case-side .thread .message").count()
    page.keyboard.type("Ik bel eerst met de coach.")
    tab_to_button(page, "Bewaar de nota")
    notes = page.locator(".case-side .thread .message")
    expect(notes).to_have_count(before + 1, timeout=desk.SLOW)
    tab_to_button(page, "Wijs een coach toe")
    expect(page.locator("dialog")).to_be_visible()
    tab_to(page, "dialog input[type=checkbox]:not(:disabled)", "Space")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.locator("main").evaluate("main => main.focus()")
    page.keyboard.press("u")
    expect(page.locator(".queue-row").first).to_be_visible()
    for tab, heading in (("Medewerkers", "Medewerkers"), ("Cijfers", "Cijfers")):
        tab_to_button(page, tab)
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_focused()


def test_a_coach_looks_at_a_photo_and_goes_back_to_where_they_were(hands: Page, zone: Zone) -> None:
    page = hands
    sign_in(page, zone, "nadia")
    for place in range(page.locator(".queue-row").count()):
        for _ in range(place + 1):
            page.keyboard.press("j")
        page.keyboard.press("Enter")
        expect(page.locator(".thread .message").first).to_be_visible(timeout=desk.SLOW)
        page.wait_for_load_state("networkidle")
        if page.locator(".thumb").count():
            break
        page.keyboard.press("u")
        expect(page.locator(".queue-row").first).to_be_visible()
    tab_to(page, ".thumb", "Enter")
    expect(page.locator("dialog.viewer canvas")).to_be_visible(timeout=desk.SLOW)
    page.keyboard.press("+")
    page.keyboard.press("Escape")
    expect(page.locator(".thumb").first).to_be_focused()
    tab_to_button(page, "Interne nota")
    tab_to(page, "#compose-text")
    expect(page.locator("#compose-text")).to_be_focused()


def test_what_is_chosen_shows_where_the_system_takes_the_colours(
    zone: Zone, make_page: PageMaker
) -> None:
    page = make_page(viewport=SIZES[0], forced_colors="active")
    sign_in(page, zone, "els")
    edge = "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth].join()"
    for chosen, other in (
        (".segment[aria-pressed=true]", ".segment[aria-pressed=false]"),
        (".tab[aria-current=page]", ".tab:not([aria-current])"),
    ):
        shown = page.locator(chosen).first.evaluate(edge)
        assert shown != page.locator(other).first.evaluate(edge)
        assert re.match(r"solid,[2-9]", shown)


def test_nothing_moves_for_whoever_asked_for_rest(page: Page, portal: LivingPortal) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{portal.origin}/ask")
    expect(page.locator("#text")).to_be_visible()
    busy = page.locator(".button").first
    busy.evaluate("button => button.setAttribute('aria-busy', 'true')")
    moving = page.evaluate(
        "document.getAnimations().filter(one => one.effect.getComputedTiming().endTime > 10).length"
    )
    assert moving == 0


def test_enter_in_a_field_of_a_plain_page_goes_on_and_chooses_no_language(
    page: Page, portal: LivingPortal
) -> None:
    page.goto(f"{portal.origin}/plain/ask")
    page.get_by_role("radio").first.check()
    page.fill("#text", "Mag dat?")
    page.fill("#real_name", "Jan")
    page.keyboard.press("Enter")
    expect(page.locator("#pseudonym")).to_be_visible()
    expect(page).to_have_url(f"{portal.origin}/plain/ask/key")
