"""What goes wrong while asking: nothing typed is lost without a word, and nothing is sent twice."""

from __future__ import annotations

import json
import re
import socket
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, Route, expect
from pypdf import PdfWriter
from sqlalchemy import delete

from crypto.encoding import b64
from portal.models.sessions import SessionsBase
from tests.browser import asker
from tests.browser.living import MONDAY, LivingPortal, living_portal
from tests.page_clock import PAGES

CASE_ADDRESS = re.compile(r"/api/v1/cases/[A-Za-z0-9_-]{22}$")


def forget_sessions(portal: LivingPortal) -> None:
    """What the server does by itself after fifteen quiet minutes."""
    with portal.context.sessions.write() as db:
        for table in SessionsBase.metadata.sorted_tables:
            db.execute(delete(table))


def answer(problem: str, status: int) -> dict[str, object]:
    body = f'{{"problem": "{problem}", "detail": ""}}'
    return {"status": status, "content_type": "application/json", "body": body}


def test_an_answer_that_got_lost_does_not_make_a_second_question(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    asker.to_review(page, portal.origin)

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route(CASE_ADDRESS, lose_the_answer)
    asker.button(page, "Versleutel en verstuur je vraag").click()
    expect(page.get_by_text("We kregen geen bevestiging")).to_be_visible(timeout=asker.SLOW)
    page.unroute(CASE_ADDRESS)
    asker.button(page, "Verstuur nog eens").click()
    heading = page.get_by_role("heading", name="Je vraag is verstuurd")
    expect(heading).to_be_visible(timeout=asker.SLOW)
    assert len(portal.case_ids()) == 1


def test_a_full_disk_keeps_the_text_on_the_page(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    asker.to_review(page, portal.origin)
    page.route(CASE_ADDRESS, lambda route: route.fulfill(**answer("full", 507)))
    asker.button(page, "Versleutel en verstuur je vraag").click()
    expect(page.get_by_text("De server is vol")).to_be_visible(timeout=asker.SLOW)
    expect(page.get_by_text(asker.QUESTION)).to_be_visible()
    page.unroute(CASE_ADDRESS)
    asker.send(page)
    assert len(portal.case_ids()) == 1


def test_the_staff_may_change_while_somebody_sends(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    asker.to_review(page, portal.origin)
    page.route(CASE_ADDRESS, lambda route: route.fulfill(**answer("conflict", 409)), times=1)
    asker.button(page, "Versleutel en verstuur je vraag").click()
    expect(page.get_by_text("veranderde net iets")).to_be_visible(timeout=asker.SLOW)
    asker.send(page)


def test_a_session_that_ended_while_writing_asks_for_the_words_in_place(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    page.get_by_label("Je bericht").fill("Dit mag niet verloren gaan.")
    forget_sessions(portal)
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.get_by_role("heading", name="Meld je opnieuw aan")).to_be_visible()
    asker.sign_in(page, words)
    sent = page.locator(".message.own", has_text="Dit mag niet verloren gaan.")
    expect(sent).to_be_visible(timeout=asker.SLOW)
    (case,) = portal.case_ids()
    texts = [message.text for message in portal.look(case).messages]
    assert texts == [asker.QUESTION, "Dit mag niet verloren gaan."]


def test_fifteen_quiet_minutes_close_the_mailbox_and_keep_the_text(
    page: Page, portal: LivingPortal
) -> None:
    words = asker.ask(page, portal.origin)
    page.clock.install()
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    page.get_by_label("Je bericht").fill("Half geschreven")
    page.clock.fast_forward("16:00")
    expect(page.get_by_role("heading", name="Meld je opnieuw aan")).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('k')") is None
    asker.sign_in(page, words)
    expect(page.get_by_role("heading", name="Meld je opnieuw aan")).to_have_count(0)
    expect(page.get_by_label("Je bericht")).to_have_value("Half geschreven")


def test_a_reload_stays_signed_in_and_a_reload_after_the_server_forgot_does_not(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    page.reload()
    expect(page.get_by_role("heading", name="Je brievenbus")).to_be_visible()
    forget_sessions(portal)
    page.reload()
    expect(page.get_by_role("heading", name="Lees je antwoord")).to_be_visible()


def test_a_file_goes_to_be_cleaned_without_the_session(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    photo = tmp_path / "foto.png"
    Image.new("RGB", (40, 30), (90, 120, 60)).save(photo)
    asker.attach(page, photo)
    cleaned = [one for one in portal.received if one.path == "/api/v1/clean"]
    others = [one for one in portal.received if one.path == "/api/v1/mailbox"]
    assert cleaned
    assert not any(b"HTTP_COOKIE" in one.text for one in cleaned)
    assert any(b"HTTP_COOKIE" in one.text for one in others)


def test_two_tabs_of_one_mailbox_both_go_on(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    other = page.context.new_page()
    asker.come_back(other, portal.origin, words)
    asker.open_case(other)
    for tab, text in ((page, "Uit de eerste tab."), (other, "Uit de tweede tab.")):
        tab.get_by_label("Je bericht").fill(text)
        asker.button(tab, "Versleutel en verstuur je bericht").click()
        sent = tab.locator(".message.own", has_text=text)
        expect(sent).to_be_visible(timeout=asker.SLOW)
    (case,) = portal.case_ids()
    view = portal.look(case)
    assert len(view.messages) == 3
    assert not view.refused
    assert not view.missing


def test_the_back_button_after_sending_sends_nothing(page: Page, portal: LivingPortal) -> None:
    asker.ask(page, portal.origin)
    page.go_back()
    expect(page.get_by_role("heading", name="Je vraag is verstuurd")).to_be_visible()
    assert len(portal.case_ids()) == 1


def test_the_back_button_while_writing_goes_one_step_back(page: Page, portal: LivingPortal) -> None:
    asker.to_review(page, portal.origin)
    for heading in (
        "Kies een naam en een wachtwoord",
        "Wil je iets meesturen?",
        "Wat wil je vragen?",
    ):
        page.go_back()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.get_by_label("Je vraag", exact=True)).to_have_value(asker.QUESTION)


def test_a_file_that_cannot_be_cleaned_is_refused_by_itself(
    page: Page, portal: LivingPortal, tmp_path: Path, forgiving: None
) -> None:
    broken = tmp_path / "kapot.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 this is no picture")
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    page.locator("input[type=file]").first.set_input_files(str(broken))
    expect(page.get_by_text("Van dit bestand is niets bewaard")).to_be_visible(timeout=asker.SLOW)
    asker.button(page, "Verder naar naam en wachtwoord").click()
    expect(page.get_by_text("Een bijlage is niet gelukt")).to_be_visible()
    asker.button(page, "Laat weg").click()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    expect(page.get_by_role("heading", name="Kies een naam")).to_be_visible()


def test_a_file_over_the_limit_is_not_even_sent(page: Page, portal: LivingPortal) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    expect(page.get_by_text("Hoogstens 20 bijlagen van elk 25 MB")).to_be_visible()
    page.locator("input[type=file]").first.evaluate(
        """(field) => {
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(27_000_000)], 'groot.jpg'));
          field.files = files.files;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }"""
    )
    expect(page.get_by_text("Dit bestand is te groot")).to_be_visible()
    assert not [one for one in portal.received if one.path.endswith("/clean")]


def test_a_line_that_drops_while_a_file_is_sent_can_be_tried_again(
    page: Page, portal: LivingPortal, tmp_path: Path, forgiving: None
) -> None:
    photo = tmp_path / "foto.png"
    photo.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
            "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
        )
    )
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    page.route("**/api/v1/clean", lambda route: route.abort(), times=1)
    page.locator("input[type=file]").first.set_input_files(str(photo))
    expect(page.locator(".error", has_text="De verbinding viel weg")).to_be_visible()
    asker.button(page, "Probeer opnieuw").click()
    expect(asker.button(page, "Neem mee")).to_be_visible(timeout=asker.SLOW)


def test_a_text_that_is_too_long_keeps_every_letter(page: Page, portal: LivingPortal) -> None:
    page.goto(f"{portal.origin}/ask")
    expect(page.get_by_text("Hoogstens 80.000 tekens")).to_be_visible()
    asker.write_question(page, "é" * 80_007)
    asker.button(page, "Verder naar bijlagen").click()
    expect(
        page.get_by_text("Je tekst is 7 tekens te lang. Er is plaats voor 80.000")
    ).to_be_visible()
    assert len(page.get_by_label("Je vraag", exact=True).input_value()) == 80_007


# Longer words than people use: a long question of ordinary ones is shorter.
LONG = " ".join(["leidinggevende", "een", "vraag", "over", "cadeaus"] * 2_000)


@pytest.mark.parametrize(
    "text", [LONG, "\N{GRINNING FACE}" * 80_000], ids=["10,000 words", "widest"]
)
def test_the_longest_text_arrives_whole(page: Page, portal: LivingPortal, text: str) -> None:
    assert len(text) <= 80_000
    asker.ask(page, portal.origin, text)
    (case,) = portal.case_ids()
    assert portal.look(case).question.text == text


def test_emoji_and_letters_from_right_to_left_arrive_as_written(
    page: Page, portal: LivingPortal
) -> None:
    text = "שלום 👩🏽‍✈️ — ça va?\n\u2028Ñandú\t«ok»"
    asker.ask(page, portal.origin, text)
    (case,) = portal.case_ids()
    assert portal.look(case).question.text == text


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Zoë", "zonder accenten of emoji"),
        ("", "Verzin een naam"),
        ("jan@politie.be", "lijkt op een mailadres"),
        ("x" * 65, "te lang"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused_with_the_reason(
    page: Page, portal: LivingPortal, name: str, reason: str
) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    asker.choose_words(page, name)
    asker.button(page, "Verder naar nakijken").click()
    expect(page.get_by_text(reason)).to_be_visible()
    expect(page.get_by_label("Een naam die je zelf verzint")).to_be_focused()


@pytest.mark.parametrize(
    "password", ["politie2026", "blauwe merel", "qwertyuiop", "kasteel zee 12"]
)
def test_a_password_that_can_be_guessed_is_refused_with_the_reason(
    page: Page, portal: LivingPortal, password: str
) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    page.get_by_label("Een naam die je zelf verzint").fill("Blauwe Merel")
    page.get_by_label("Kies zelf").check()
    page.get_by_label("Je wachtwoord", exact=True).fill(password)
    page.get_by_label("Nog eens je wachtwoord").fill(password)
    asker.button(page, "Verder naar nakijken").click()
    expect(page.get_by_text("Dit wachtwoord is te makkelijk te raden")).to_be_visible()


def test_words_that_were_not_written_down_are_noticed(page: Page, portal: LivingPortal) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    asker.choose_words(page)
    page.locator("input[id^=word-]").first.fill("iets")
    asker.button(page, "Verder naar nakijken").click()
    expect(page.get_by_text("Kijk op je papier")).to_be_visible()


def test_wrong_words_and_an_unknown_name_are_told_alike(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    words = asker.ask(page, portal.origin)
    page.goto(f"{portal.origin}/mailbox")
    said = []
    for wrong in (asker.Words(words.name, "iets anders"), asker.Words("niemand", words.password)):
        asker.sign_in(page, wrong)
        expect(page.get_by_text("horen niet bij elkaar")).to_be_visible(timeout=asker.SLOW)
        said.append(page.locator("[role=alert]").inner_text())
        page.reload()
    assert said[0] == said[1]


@pytest.fixture
def way_out(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("way_out", ["button", "escape"], indirect=True)
def test_snel_weg_leaves_nothing_to_go_back_to(
    page: Page, portal: LivingPortal, forgiving: None, way_out: str
) -> None:
    asker.to_review(page, portal.origin)
    if way_out == "button":
        page.get_by_text("Snel weg").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url("about:blank")
    for _ in range(3):
        page.go_back(wait_until="commit")
        expect(page).to_have_url("about:blank")
        assert asker.QUESTION not in page.content()


def test_snel_weg_ends_the_session(
    page: Page, portal: LivingPortal, forgiving: None, context_of: BrowserContext
) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    with page.expect_request(lambda request: request.method == "DELETE"):
        page.get_by_text("Snel weg").click()
    page.wait_for_url("about:blank")
    page.goto(f"{portal.origin}/mailbox")
    expect(page.get_by_role("heading", name="Lees je antwoord")).to_be_visible()
    assert context_of.cookies() == []


@pytest.fixture
def context_of(page: Page) -> BrowserContext:
    return page.context


def test_a_file_under_a_password_is_opened_with_it(
    page: Page, portal: LivingPortal, forgiving: None, tmp_path: Path
) -> None:
    writer = PdfWriter()
    writer.add_blank_page(300, 400)
    writer.encrypt("Zoë ☂", algorithm="AES-256")
    locked = tmp_path / "slot.pdf"
    writer.write(locked)
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    page.locator("input[type=file]").first.set_input_files(str(locked))
    page.get_by_label("Het wachtwoord van dit bestand").fill("Zoë ☂", timeout=asker.SLOW)
    asker.button(page, "Open het bestand").click()
    expect(asker.button(page, "Neem mee")).to_be_visible(timeout=asker.SLOW)


def test_a_staff_list_that_is_not_signed_as_it_should_be_is_not_used(
    page: Page, portal: LivingPortal
) -> None:
    signed = bytearray(portal.directory.signed)
    signed[-1] ^= 1
    body = f'{{"directory": "{b64(bytes(signed))}", "freshness": null}}'
    page.route("**/api/v1/directory", lambda route: route.fulfill(json=json.loads(body)))
    page.goto(f"{portal.origin}/ask")
    expect(page.get_by_text("De lijst van medewerkers klopt niet")).to_be_visible()
    expect(page.locator("input, textarea")).to_have_count(0)


def test_a_staff_list_that_nobody_confirmed_for_long_is_warned_of(
    page: Page, portal: LivingPortal
) -> None:
    portal.move_to(MONDAY + timedelta(days=46))
    page.goto(f"{portal.origin}/ask")
    expect(page.get_by_text("niet bevestigd")).to_be_visible()
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    expect(page.get_by_role("heading", name="Wil je iets meesturen?")).to_be_visible()


def words_at_the_start(page: Page, origin: str) -> str:
    page.goto(origin)
    asker.button(page, "Toon de zes woorden").click()
    return page.locator(".fingerprint.words").inner_text()


def test_the_words_beside_the_button_are_those_of_the_key_that_is_used(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    """Not those of the start page, where a server may have given another answer."""
    compared = words_at_the_start(page, portal.origin)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with living_portal(tmp_path / "other", port) as other:
        used = words_at_the_start(page, other.origin)

        def lie(route: Route) -> None:
            asked = route.request.url.removeprefix(portal.origin)
            route.fulfill(response=route.fetch(url=f"{other.origin}{asked}"))

        page.route(re.compile(rf"{portal.origin}/api/v1/(organisation|directory)"), lie)
        asker.to_review(page, portal.origin)
        page.get_by_text("Zes woorden van dit adviespunt").click()
        expect(page.locator(".fingerprint.words")).to_have_text(used)
        assert used != compared


def test_a_server_that_puts_its_day_back_does_not_make_the_staff_list_fresh(
    page: Page, portal: LivingPortal
) -> None:
    PAGES.move_to(MONDAY + timedelta(days=46))
    page.goto(f"{portal.origin}/ask")
    expect(page.get_by_text("Je toestel zegt dat het 8 januari 2027 is")).to_be_visible()
    # A wrong clock of their own keeps nobody from asking.
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    expect(page.get_by_role("heading", name="Wil je iets meesturen?")).to_be_visible()
    page.goto(portal.origin)
    asker.button(page, "Toon de zes woorden").click()
    expect(page.get_by_text("Je toestel zegt dat het 8 januari 2027 is")).to_be_visible()
    expect(page.get_by_text("ze is onlangs bevestigd")).to_have_count(0)


def test_who_signed_out_is_not_asked_for_words_a_quarter_later(
    page: Page, portal: LivingPortal
) -> None:
    words = asker.ask(page, portal.origin)
    page.clock.install()
    asker.come_back(page, portal.origin, words)
    asker.button(page, "Meld je af").click()
    expect(page.get_by_text("Je bent afgemeld.")).to_be_visible()
    page.clock.fast_forward("20:00")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.get_by_role("heading", name="Lees je antwoord")).to_be_visible()
