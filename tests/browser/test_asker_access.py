"""Every page of the asker in every state, for people who see, hear or move otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import asker
from tests.browser.living import LivingPortal

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}

Look = Callable[[str], None]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def visitor(
    request: pytest.FixtureRequest,
    make_page: Callable[..., Page],
    scheme: str,
    complaints: list[str],
) -> Iterator[Page]:
    """Somebody who also makes mistakes: Chromium tells of every answer other than 200."""
    page = make_page(color_scheme=scheme, reduced_motion="reduce", **request.param)
    yield page
    page.context.close()
    complaints[:] = [line for line in complaints if "Failed to load resource" not in line]


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands."""
    # A click returns before the next page has its style sheets, and then everything is too small.
    page.wait_for_load_state("load")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = json.dumps({"runOnly": {"type": "tag", "values": RULES}})
    found = page.evaluate(f"axe.run(document, {options}).then(found => found.violations)")
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


def looker(page: Page) -> Look:
    def look(state: str) -> None:
        assert violations(page) == [], state
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, f"{state}: {overflow} pixels too wide"

    return look


def test_the_start_page(visitor: Page, portal: LivingPortal) -> None:
    look = looker(visitor)
    visitor.goto(portal.origin)
    expect(asker.button(visitor, "Toon de zes woorden")).to_be_visible()
    look("start")
    asker.button(visitor, "Toon de zes woorden").click()
    expect(visitor.locator(".fingerprint")).to_be_visible()
    for summary in visitor.locator("summary").all():
        summary.click()
    look("start, everything open")


def test_the_steps_of_asking(visitor: Page, portal: LivingPortal, tmp_path: Path) -> None:
    look = looker(visitor)
    visitor.goto(f"{portal.origin}/ask")
    expect(visitor.get_by_label("Je vraag", exact=True)).to_be_visible()
    look("question")
    asker.button(visitor, "Verder naar bijlagen").click()
    look("question, with errors")
    asker.write_question(visitor)
    visitor.get_by_label("Ik wil zeggen wie ik ben").check()
    visitor.get_by_label("Je naam").fill("Iemand")
    visitor.get_by_text("Bekijk wie er werkt").click()
    look("question, everything open")
    asker.button(visitor, "Verder naar bijlagen").click()
    photo = tmp_path / "foto.png"
    visitor.screenshot(path=photo)
    bad = tmp_path / "x.zip"
    bad.write_bytes(b"PK\x03\x04 nothing")
    visitor.locator("input[type=file]").first.set_input_files([str(photo), str(bad)])
    expect(asker.button(visitor, "Neem mee")).to_be_visible(timeout=asker.SLOW)
    expect(visitor.get_by_text("Van dit bestand is niets bewaard")).to_be_visible()
    look("attachments, one ready and one refused")
    asker.button(visitor, "Neem mee").click()
    asker.button(visitor, "Laat weg").last.click()
    visitor.locator(".thumb").first.click()
    expect(visitor.locator("dialog.viewer canvas")).to_be_visible()
    look("viewer")
    asker.button(visitor, "Sluit").click()
    asker.button(visitor, "Verder naar naam en wachtwoord").click()
    asker.choose_words(visitor)
    look("name and six words")
    visitor.get_by_label("Kies zelf").check()
    visitor.get_by_label("Je wachtwoord", exact=True).fill("welkom")
    asker.button(visitor, "Verder naar nakijken").click()
    expect(visitor.get_by_text("te makkelijk te raden")).to_be_visible()
    look("own password, refused")
    visitor.get_by_label("Neem zes woorden").check()
    asker.choose_words(visitor)
    asker.button(visitor, "Verder naar nakijken").click()
    expect(visitor.get_by_role("heading", name="Klopt alles?")).to_be_visible()
    look("review")
    asker.send(visitor)
    look("sent")


def test_the_mailbox(visitor: Page, portal: LivingPortal) -> None:
    look = looker(visitor)
    words = asker.ask(visitor, portal.origin)
    (case,) = portal.case_ids()
    portal.write(case, "feedback", "Dank je voor je vraag.")
    portal.write(case, "reply", "Kun je nog zeggen wanneer?")
    visitor.goto(f"{portal.origin}/mailbox")
    expect(visitor.get_by_label("De naam die je zelf koos")).to_be_visible()
    look("signing in")
    asker.sign_in(visitor, asker.Words("x", "y"))
    expect(visitor.get_by_text("horen niet bij elkaar")).to_be_visible(timeout=asker.SLOW)
    look("signing in, refused")
    asker.come_back(visitor, portal.origin, words)
    look("all questions")
    asker.open_case(visitor)
    for summary in visitor.locator("summary").all():
        summary.click()
    look("a question")
    asker.button(visitor, "Trek je vraag in").click()
    look("withdrawing")
    asker.button(visitor, "Nee, ga terug").click()
    asker.button(visitor, "Naar je brievenbus").click()
    asker.button(visitor, "Kies een andere naam").click()
    expect(visitor.locator(".phrase li").first).to_be_visible()
    look("other words")


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
