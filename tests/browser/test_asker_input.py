"""What people type, paste, drop and press: nothing is lost without a word, and nothing is sent twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Dialog, Page, Route, expect

from tests.browser import asker
from tests.browser.living import LivingPortal
from tests.browser.test_asker_mishaps import CASE_ADDRESS, answer, forget_sessions

NEARLY_TEN_THOUSAND = "Mag dit wel of niet? " * 1_900  # 9,500 words, 39,900 letters


def photos(folder: Path, count: int) -> list[Path]:
    found = []
    for number in range(count):
        found.append(folder / f"foto-{number}.png")
        Image.new("RGB", (60, 40), (number * 40, 120, 60)).save(found[-1])
    return found


def to_files(page: Page, portal: LivingPortal) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()


def test_a_question_of_ten_thousand_words_arrives_whole(page: Page, portal: LivingPortal) -> None:
    text = NEARLY_TEN_THOUSAND.strip()
    asker.ask(page, portal.origin, text)
    (case,) = portal.case_ids()
    assert portal.look(case).question.text == text


def test_what_is_pasted_with_its_looks_becomes_words(page: Page, portal: LivingPortal) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{portal.origin}/ask")
    page.get_by_role("radio").first.check()
    page.evaluate(
        """() => navigator.clipboard.write([new ClipboardItem({
          'text/html': new Blob(['<b>Mag</b> <img src=x> dit?'], { type: 'text/html' }),
          'text/plain': new Blob(['Mag dit?'], { type: 'text/plain' }),
        })])"""
    )
    page.get_by_label("Je vraag", exact=True).focus()
    page.keyboard.press("Control+V")
    expect(page.get_by_label("Je vraag", exact=True)).to_have_value("Mag dit?")


def test_pressing_send_twice_sends_once(page: Page, portal: LivingPortal) -> None:
    asker.to_review(page, portal.origin)
    asker.button(page, "Versleutel en verstuur je vraag").dblclick()
    heading = page.get_by_role("heading", name="Je vraag is verstuurd")
    expect(heading).to_be_visible(timeout=asker.SLOW)
    assert len(portal.case_ids()) == 1


def test_a_new_question_after_sending_begins_empty(page: Page, portal: LivingPortal) -> None:
    asker.ask(page, portal.origin)
    page.goto(f"{portal.origin}/ask")
    expect(page.get_by_label("Je vraag", exact=True)).to_have_value("")
    page.go_back()
    expect(page.get_by_text(asker.QUESTION)).to_have_count(0)
    assert len(portal.case_ids()) == 1


def test_closing_a_page_with_an_unsent_question_asks_first(
    page: Page, portal: LivingPortal
) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    expect(page.get_by_label("Je vraag", exact=True)).to_have_value(asker.QUESTION)


def test_a_link_asks_in_our_words_before_it_takes_an_unsent_question_away(
    page: Page, portal: LivingPortal
) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    french = page.get_by_role("link", name="Français")
    french.click()
    expect(page.get_by_text("ga je weg, dan is het gewist")).to_be_visible()
    asker.button(page, "Blijf hier").click()
    expect(page.get_by_label("Je vraag", exact=True)).to_have_value(asker.QUESTION)
    french.click()
    # The browser does not ask a second time.
    asker.button(page, "Wis alles en ga weg").click()
    page.wait_for_url(f"{portal.origin}/fr/ask")
    expect(page.locator("#text")).to_have_value("")


def test_two_tabs_that_ask_with_the_same_words_make_two_questions_in_one_mailbox(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    words = asker.ask(page, portal.origin, "De eerste vraag.")
    other = page.context.new_page()
    other.goto(f"{portal.origin}/ask")
    asker.write_question(other, "De tweede vraag.")
    asker.button(other, "Verder naar bijlagen").click()
    asker.button(other, "Verder naar naam en wachtwoord").click()
    other.get_by_label("Een naam die je zelf verzint").fill(words.name)
    other.get_by_label("Kies zelf").check()
    other.get_by_label("Je wachtwoord", exact=True).fill(words.password)
    other.get_by_label("Nog eens je wachtwoord").fill(words.password)
    asker.button(other, "Verder naar nakijken").click()
    asker.button(other, "Versleutel en verstuur je vraag").click()
    asker.button(other, "Zet mijn vraag erbij").click(timeout=asker.SLOW)
    heading = other.get_by_role("heading", name="Je vraag is verstuurd")
    expect(heading).to_be_visible(timeout=asker.SLOW)
    asker.come_back(page, portal.origin, words)
    expect(page.locator(".case-link")).to_have_count(2)


def test_a_session_gone_while_reading_asks_for_the_words_and_reads_on(
    page: Page, portal: LivingPortal, forgiving: None, tmp_path: Path
) -> None:
    words = asker.ask(page, portal.origin, files=tuple(photos(tmp_path, 1)))
    asker.come_back(page, portal.origin, words)
    forget_sessions(portal)
    page.locator(".case-link").first.click()
    expect(page.get_by_role("heading", name="Meld je opnieuw aan")).to_be_visible()
    asker.sign_in(page, words)
    expect(page.locator(".message", has_text=asker.QUESTION)).to_be_visible(timeout=asker.SLOW)


def test_a_line_that_drops_while_a_reply_is_sent_keeps_it_and_sends_it_once(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    page.get_by_label("Je bericht").fill("Dit mag niet verloren gaan.")
    messages = re.compile(r"/api/v1/cases/[^/]+/messages/")

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route(messages, lose_the_answer)
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.locator("#reply-files-error .error")).to_be_visible(timeout=asker.SLOW)
    expect(page.get_by_label("Je bericht")).to_have_value("Dit mag niet verloren gaan.")
    page.unroute(messages)
    asker.button(page, "Versleutel en verstuur je bericht").click()
    sent = page.locator(".message.own", has_text="Dit mag niet verloren gaan.")
    expect(sent).to_have_count(1, timeout=asker.SLOW)
    (case,) = portal.case_ids()
    assert len(portal.look(case).messages) == 2


def test_a_refusal_keeps_what_was_typed_in_every_step(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    asker.to_review(page, portal.origin)
    page.route(CASE_ADDRESS, lambda route: route.fulfill(**answer("limits", 413)))
    asker.button(page, "Versleutel en verstuur je vraag").click()
    expect(page.get_by_text("Dit is te groot om te versturen")).to_be_visible(timeout=asker.SLOW)
    for _ in range(3):
        page.go_back()
    expect(page.get_by_label("Je vraag", exact=True)).to_have_value(asker.QUESTION)


# --- attachments ----------------------------------------------------------------------------------


def test_several_files_at_once_each_show_how_far_they_are(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    to_files(page, portal)
    held: list[Route] = []
    free: list[bool] = []

    def hold(route: Route) -> None:
        if free:
            route.continue_()
        else:
            held.append(route)

    page.route("**/api/v1/clean", hold)
    files = photos(tmp_path, 3)
    page.locator("input[type=file]").first.set_input_files([str(file) for file in files])
    expect(page.locator("section.file progress")).to_have_count(3)
    expect(page.get_by_text("Wacht op zijn beurt")).to_have_count(1)
    free.append(True)
    for route in held:
        route.continue_()
    expect(asker.button(page, "Neem mee")).to_have_count(3, timeout=asker.SLOW)


def test_files_can_be_dropped(page: Page, portal: LivingPortal, tmp_path: Path) -> None:
    to_files(page, portal)
    (photo,) = photos(tmp_path, 1)
    dropped = page.evaluate_handle(
        """(bytes) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], 'foto.png'));
          return data;
        }""",
        list(photo.read_bytes()),
    )
    page.locator(".drop").dispatch_event("drop", {"dataTransfer": dropped})
    expect(asker.button(page, "Neem mee")).to_be_visible(timeout=asker.SLOW)


def test_a_telephone_offers_its_camera(phone: Page, portal: LivingPortal) -> None:
    to_files(phone, portal)
    camera = phone.locator("input[capture]")
    assert camera.get_attribute("accept") == "image/*"
    with phone.expect_file_chooser() as chosen:
        phone.get_by_text("Neem een foto").tap()
    assert not chosen.value.is_multiple()


def test_a_file_beside_the_place_for_it_does_not_take_the_page_away(
    page: Page, portal: LivingPortal
) -> None:
    to_files(page, portal)
    stopped = page.evaluate(
        """() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['x'], 'x.txt'));
          const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
          return !document.body.dispatchEvent(event);
        }"""
    )
    assert stopped


def test_traces_are_told_in_plain_words(page: Page, portal: LivingPortal, tmp_path: Path) -> None:
    photo = tmp_path / "foto.jpg"
    picture = Image.new("RGB", (60, 40), (90, 120, 60))
    exif = picture.getexif()
    exif[0x010F], exif[0x0110] = "Fairphone", "FP5"
    position = exif.get_ifd(0x8825)
    position.update({1: "N", 2: (51.0, 3.0, 0.0), 3: "E", 4: (3.0, 43.0, 12.0)})
    picture.save(photo, exif=exif)
    to_files(page, portal)
    page.locator("input[type=file]").first.set_input_files(str(photo))
    expect(page.get_by_text("de plaats waar de foto genomen is")).to_be_visible(timeout=asker.SLOW)
    expect(page.get_by_text("Fairphone")).to_be_visible()


# --- the six words --------------------------------------------------------------------------------


def test_the_six_words_are_shown_once(page: Page, portal: LivingPortal) -> None:
    words = asker.ask(page, portal.origin)
    for word in words.password.split():
        expect(page.get_by_text(word, exact=True)).to_have_count(0)
    page.go_back()
    expect(page.locator(".phrase")).to_have_count(0)


@pytest.fixture
def without_scripts(make_page: Callable[..., Page]) -> Page:
    return make_page(java_script_enabled=False)


def test_without_scripts_going_back_after_sending_sends_nothing_again(
    without_scripts: Page, portal: LivingPortal
) -> None:
    page = without_scripts
    page.goto(f"{portal.origin}/plain/ask")
    page.get_by_role("radio").first.check()
    page.get_by_label("Je vraag", exact=True).fill("שלום 👩🏽‍✈️ — ça va?")
    page.get_by_role("button", name="Verder").last.click()
    page.locator(".phrase li").first.wait_for()
    words = " ".join(page.locator(".phrase li").all_inner_texts())
    page.locator("input[name=pseudonym]").fill("Stille Vos")
    page.locator("input[name=password]").fill(words)
    page.locator("input[name=again]").fill(words)
    page.get_by_role("button", name="Verstuur je vraag").last.click()
    expect(page.get_by_role("heading", name="Je vraag is verstuurd")).to_be_visible()
    page.go_back()
    page.reload()
    (case,) = portal.case_ids()
    assert portal.look(case).question.text == "שלום 👩🏽‍✈️ — ça va?"


def test_a_reply_that_was_begun_is_still_there_after_looking_elsewhere(
    page: Page, portal: LivingPortal
) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    page.get_by_label("Je bericht").fill("Half geschreven")
    asker.button(page, "Naar je brievenbus").click()
    expect(page.get_by_text("Het staat er nog als je terugkomt")).to_be_visible()
    asker.open_case(page)
    expect(page.get_by_label("Je bericht")).to_have_value("Half geschreven")
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.locator(".message.own", has_text="Half geschreven")).to_be_visible(
        timeout=asker.SLOW
    )
    expect(page.get_by_label("Je bericht")).to_have_value("")
