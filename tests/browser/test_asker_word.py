"""The access word on the pages: once a visit, before anything else, and never in the way of who was here before."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from portal.services.doors import access
from tests.browser import asker
from tests.browser.living import LivingPortal

WORD = "blauwe merel"


def give(page: Page, word: str) -> None:
    page.get_by_label("Het toegangswoord", exact=True).fill(word)
    asker.button(page, "Verder").click()


def requests_of(portal: LivingPortal, path: str) -> list[bytes]:
    return [one.text for one in portal.received if one.path.startswith(path)]


def a_photo(folder: Path) -> Path:
    Image.new("RGB", (40, 30), (90, 120, 60)).save(folder / "foto.png")
    return folder / "foto.png"


def test_the_word_comes_first_and_once(
    page: Page, portal: LivingPortal, forgiving: None, tmp_path: Path
) -> None:
    access.choose(portal.context, WORD)
    page.goto(f"{portal.origin}/ask")
    expect(page.get_by_role("heading", name="Eerst het toegangswoord")).to_be_visible()
    assert requests_of(portal, "/api/v1/directory") == []
    give(page, "groene specht")
    expect(page.get_by_text("Dit is niet het toegangswoord")).to_be_visible()
    give(page, "Blauwe-MEREL ")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    asker.attach(page, a_photo(tmp_path))
    asker.button(page, "Verder naar naam en wachtwoord").click()
    asker.choose_words(page)
    asker.button(page, "Verder naar nakijken").click()
    asker.send(page)
    assert len(portal.case_ids()) == 1


def test_the_word_is_masked_and_leaves_nothing_in_the_browser(
    page: Page, portal: LivingPortal
) -> None:
    access.choose(portal.context, WORD)
    page.goto(f"{portal.origin}/ask")
    field = page.get_by_label("Het toegangswoord", exact=True)
    assert field.get_attribute("type") == "text"
    assert field.get_attribute("class") == "masked"
    assert field.get_attribute("name") is None
    assert field.get_attribute("autocomplete") == "off"
    give(page, WORD)
    expect(page.get_by_role("heading", name="Wat wil je vragen?")).to_be_visible()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


def test_whoever_comes_back_reads_and_attaches_without_the_word(
    page: Page, portal: LivingPortal, forgiving: None, tmp_path: Path
) -> None:
    words = asker.ask(page, portal.origin)
    access.choose(portal.context, WORD)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    asker.attach(page, a_photo(tmp_path))
    cleaned = [one for one in portal.received if one.path == "/api/v1/clean"]
    assert cleaned
    assert not any(b"HTTP_COOKIE" in one.text for one in cleaned)
    page.get_by_label("Je bericht").fill("Met een foto erbij.")
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.locator(".message.own", has_text="Met een foto erbij.")).to_be_visible(
        timeout=asker.SLOW
    )


def test_a_word_that_changes_while_somebody_writes_is_asked_in_place(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    access.choose(portal.context, WORD)
    page.goto(f"{portal.origin}/ask")
    give(page, WORD)
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    asker.choose_words(page)
    asker.button(page, "Verder naar nakijken").click()
    access.choose(portal.context, "groene specht")
    asker.button(page, "Versleutel en verstuur je vraag").click()
    expect(page.get_by_role("heading", name="Geef het toegangswoord nog eens")).to_be_visible(
        timeout=asker.SLOW
    )
    page.get_by_label("Het toegangswoord", exact=True).fill("groene specht")
    page.get_by_role("dialog").get_by_role("button", name="Verder").click()
    heading = page.get_by_role("heading", name="Je vraag is verstuurd")
    expect(heading).to_be_visible(timeout=asker.SLOW)
    assert len(portal.case_ids()) == 1


def test_the_fingerprint_can_be_compared_before_the_word(page: Page, portal: LivingPortal) -> None:
    access.choose(portal.context, WORD)
    page.goto(f"{portal.origin}/")
    asker.button(page, "Toon de zes woorden").click()
    expect(page.locator(".fingerprint.words")).to_be_visible()
    expect(page.get_by_text("zodra je het toegangswoord gaf")).to_be_visible()
