"""The asker's whole way, for people who move or see otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import asker
from tests.browser.living import LivingPortal


def test_everything_can_be_done_with_twice_as_large_text(
    make_page: Callable[..., Page], portal: LivingPortal
) -> None:
    page = make_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })"
    )
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_whole_way_goes_by_keyboard_alone(page: Page, portal: LivingPortal) -> None:
    page.goto(f"{portal.origin}/ask")
    expect(page.get_by_label("Je vraag", exact=True)).to_be_visible()
    press_until(page, "input[type=radio]", "Space")
    press_until(page, "#text")
    page.keyboard.type("Mag dat?")
    press_until_button(page, "Verder naar bijlagen")
    press_until_button(page, "Verder naar naam en wachtwoord")
    page.wait_for_selector(".phrase li")
    words = page.locator(".phrase li").all_inner_texts()
    press_until(page, "#name")
    page.keyboard.type("Stille Vos")
    for place, word in enumerate(words):
        if page.locator(f"#word-{place}").count():
            press_until(page, f"#word-{place}")
            page.keyboard.type(word)
    press_until_button(page, "Verder naar nakijken")
    press_until_button(page, "Versleutel en verstuur je vraag")
    heading = page.get_by_role("heading", name="Je vraag is verstuurd")
    expect(heading).to_be_focused(timeout=asker.SLOW)


def press_until(page: Page, selector: str, key: str | None = None) -> None:
    """Go on with Tab until the focus is there; then press the key."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            if key:
                page.keyboard.press(key)
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def press_until_button(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if name in str(page.evaluate("document.activeElement?.textContent ?? ''")):
            page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach '{name}'")
