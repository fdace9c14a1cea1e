"""The staff pages of the demonstration: by keyboard, by screen reader, on a phone, in the dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import desk
from tests.browser.conftest import PageMaker
from tests.browser.desk import button
from tests.looking import office
from tests.looking.examine import PHONE
from tests.looking.visit import Visit
from tests.looking.witness import LANGUAGES
from tests.looking.zone import Zone

pytestmark = pytest.mark.browser

DESKTOP = {"viewport": {"width": 1280, "height": 900}}


def come_in(page: Page, zone: Zone, login: str, path: str = "/staff") -> None:
    desk.sign_in(page, zone, zone.desk(login), path)


def test_the_queue_is_worked_by_keyboard(zone: Zone, make_page: PageMaker) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    expect(page.locator(".queue-row").nth(2)).to_be_visible(timeout=desk.SLOW)
    page.wait_for_load_state("networkidle")
    names = page.locator(".queue-row strong").all_inner_texts()
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
    expect(page.locator(".queue-row").first).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".case h1")).to_have_text(names[1], timeout=desk.SLOW)
    expect(page.locator(".case .message").first).to_be_visible(timeout=desk.SLOW)
    page.keyboard.press("n")
    expect(page.locator("#compose-text")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator("#compose-text")).to_have_value("u")
    page.locator(".case h1").click()
    page.keyboard.press("u")
    expect(page.locator(".queue-row").first).to_be_visible(timeout=desk.SLOW)
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_contain_text("volgende of vorige vraag")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#queue-search")).to_be_focused()


def test_single_keys_can_be_turned_off(zone: Zone, make_page: PageMaker) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    expect(page.locator(".queue-row").nth(1)).to_be_visible(timeout=desk.SLOW)
    button(page, "Toetsen").click()
    page.get_by_label("Gebruik deze toetsen").uncheck()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    for key in ("j", "/", "?"):
        page.keyboard.press(key)
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator(".queue-row:focus, #queue-search:focus")).to_have_count(0)
    desk.open_case(page)
    page.keyboard.press("u")
    expect(page.locator(".case h1")).to_be_visible()
    button(page, "Toetsen").click()
    expect(page.get_by_label("Gebruik deze toetsen")).not_to_be_checked()


def test_the_queue_says_what_waits_for_whom_first_things_first(
    zone: Zone, make_page: PageMaker
) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    expect(page.locator(".queue-row").nth(2)).to_be_visible(timeout=desk.SLOW)
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Alle", exact=True).click()
    order = ["Te laat", "Wacht op jou", "Wacht op een collega"]
    order += ["Wacht op de vraagsteller", "Beantwoord", "Beëindigd"]
    titles = page.locator(".queue-group h2").all_inner_texts()
    assert titles == [title for title in order if title in titles]
    assert {"Te laat", "Wacht op jou", "Beëindigd"} <= set(titles)


def test_a_final_answer_is_sent_only_when_said_twice(zone: Zone, make_page: PageMaker) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    desk.open_case(page, 1)
    before = page.locator(".case-main .message").count()
    page.locator(".compose .segment", has_text="Definitief antwoord").click()
    page.locator("#compose-text").fill("Nee, dat mag niet.")
    button(page, "Verstuur het definitieve antwoord").click()
    expect(page.locator("dialog")).to_contain_text("kunt het niet terugnemen")
    button(page, "Nee, ga terug").click()
    expect(page.locator("#compose-text")).to_have_value("Nee, dat mag niet.")
    expect(page.locator(".case-main .message")).to_have_count(before)


def test_what_somebody_searches_for_leaves_the_browser_in_no_request(
    zone: Zone, make_page: PageMaker
) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    expect(page.locator(".queue-row").first).to_be_visible(timeout=desk.SLOW)
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda one: sent.append(f"{one.url} {one.post_data}"))
    name = page.locator(".queue-row strong").nth(3).inner_text()
    word = name.split()[0]
    # Both words: one alone may stand in another case's name or text too.
    page.locator("#queue-search").fill(name)
    expect(page.locator(".queue-row")).to_have_count(1)
    expect(page.locator(".queue-row strong")).to_have_text(name)
    page.locator("#queue-search").fill("geenwoordvandezevraag")
    expect(desk.heading(page, "Niets gevonden")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [one for one in sent if word in one or "geenwoord" in one] == []


def test_a_photo_is_looked_at_with_the_viewers_name_and_cannot_be_saved(
    zone: Zone, make_page: PageMaker
) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "nadia")
    for place in range(page.locator(".queue-row").count()):
        desk.open_case(page, place)
        if page.locator(".thumb").count():
            break
        button(page, "Terug naar de lijst").click()
    thumb = page.locator(".thumb canvas").first
    assert thumb.evaluate(
        "c => !c.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, cancelable: true}))"
    )
    thumb.click()
    canvas = page.locator("dialog.viewer canvas")
    expect(canvas).to_be_visible(timeout=desk.SLOW)
    before = canvas.evaluate("c => [c.width, c.height]")
    page.keyboard.press("r")
    expect(canvas).not_to_have_attribute("width", str(before[0]))
    assert page.locator("img").count() == 0
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    expect(page.locator(".case")).to_be_hidden()


def test_what_was_begun_in_a_case_is_still_there_after_looking_elsewhere(
    zone: Zone, make_page: PageMaker
) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    desk.open_case(page)
    name = page.locator(".case h1").inner_text()
    page.keyboard.press("n")
    page.locator("#compose-text").fill("Half geschreven")
    desk.open_tab(page, "Medewerkers")
    expect(page.get_by_text("Het staat er nog als je terugkomt")).to_be_visible()
    desk.open_tab(page, "Vragen")
    page.locator(".queue-row", has_text=name).click()
    expect(page.locator("#compose-text")).to_have_value("Half geschreven", timeout=desk.SLOW)
    page.locator("#compose-text").fill("")


def test_what_was_being_written_is_still_there_when_a_colleague_closed_meanwhile(
    zone: Zone, make_page: PageMaker, complaints: list[str]
) -> None:
    page, other = make_page(**DESKTOP), make_page(**DESKTOP)
    for one, login in ((page, "els"), (other, "joris")):
        come_in(one, zone, login)
    open_due(page, "antwoord")
    name = page.locator(".case h1").inner_text()
    page.locator(".compose .segment", has_text="Definitief antwoord").click()
    page.locator("#compose-text").fill("Een lang antwoord.")
    other.locator(".queue-row", has_text=name).click()
    button(other, "Afsluiten").click(timeout=desk.SLOW)
    other.get_by_label("Met welke uitkomst?").select_option(index=1)
    button(other, "Sluit af").click()
    other.locator("dialog").get_by_role("button", name="Sluit af").click()
    expect(other.get_by_text("Dit dossier is afgesloten.")).to_be_visible(timeout=desk.SLOW)
    button(page, "Verstuur het definitieve antwoord").click()
    page.locator("dialog").get_by_role("button", name="Verstuur het antwoord").click()
    expect(page.get_by_text("Dit dossier is afgesloten.")).to_be_visible(timeout=desk.SLOW)
    expect(page.locator("#compose-text")).to_have_value("Een lang antwoord.")
    expect(page.locator("#compose-text-error")).to_contain_text("Je tekst staat hier nog")
    button(page, "Bewaar de nota").click()
    expect(page.locator(".case-side")).to_contain_text("Een lang antwoord.", timeout=desk.SLOW)
    expect(page.locator("#compose-text")).to_have_count(0)
    # The answer that came too late: Chromium tells of it.
    complaints[:] = [line for line in complaints if "409" not in line]


def open_due(page: Page, what: str) -> None:
    """The first question of which this is due next."""
    waits = page.locator(".queue-due small", has_text=re.compile(f"^{what}$"))
    page.locator(".queue-row", has=waits).first.click()
    expect(page.locator(".case .thread .message").first).to_be_visible(timeout=desk.SLOW)


def test_what_is_missing_is_said_beside_the_field_where_it_belongs(
    zone: Zone, make_page: PageMaker
) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    desk.open_case(page)
    button(page, "Afsluiten").click()
    button(page, "Sluit af").click()
    expect(page.locator("#close-outcome")).to_be_focused()
    expect(page.locator("#close-outcome-error")).to_have_text("Kies eerst een uitkomst.")
    expect(page.locator("#close-outcome")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#compose-text-error")).to_have_text("")


def test_a_question_without_feedback_is_not_closed_and_it_says_why(
    zone: Zone, make_page: PageMaker
) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    # Opened by another test or not: what is due is its first feedback.
    waits = page.locator(".queue-due small", has_text=re.compile("^feedback$"))
    page.locator(".queue-row", has=waits).first.click()
    button(page, "Afsluiten").click(timeout=desk.SLOW)
    page.get_by_label("Met welke uitkomst?").select_option(index=1)
    button(page, "Sluit af").click()
    expect(page.locator("#compose-text-error")).to_contain_text("kreeg nog geen reactie")
    expect(page.locator("dialog[open]")).to_have_count(0)


OUT_OF_SIGHT = (
    "[...document.querySelectorAll('.scroll')].map((one) => one.scrollWidth - one.clientWidth)"
    ".filter((hidden) => hidden > 0)"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_is_out_of_sight_on_a_phone(
    zone: Zone, make_page: PageMaker, language: str
) -> None:
    visit = Visit(make_page(viewport=PHONE), zone, language)
    office.come_in(visit, "els")
    desk.open_tab(visit.page, visit.say("Cijfers"))
    visit.sees(visit.page.locator(".figure-card"))
    visit.open_all()
    assert visit.page.locator(".scroll").count() == 12
    assert visit.page.evaluate(OUT_OF_SIGHT) == []
    visit.button("Jaarverslag").last.click()
    visit.sees(visit.page.locator(".report"))
    assert visit.page.evaluate(OUT_OF_SIGHT) == []
