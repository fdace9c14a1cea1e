"""The asker's way on the sealed pages, from the first word to the answer."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from babel.dates import format_date
from PIL import Image
from playwright.sync_api import Page, expect
from sqlalchemy import delete

from portal.models.cases import Case
from portal.models.mailboxes import Mailbox
from portal.organisation import Promises
from portal.services.deadlines import due_on
from tests.browser import asker
from tests.browser.living import MONDAY, REGISTER_SEED, LivingPortal, living_portal
from tests.lines import line_of


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo with something to hide in it."""
    file = tmp_path / "op-het-werk.jpg"
    picture = Image.effect_noise((640, 480), 80).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Voorbeeld", "Toestel 9"
    picture.save(file, exif=exif)
    return file


def test_it_takes_a_question_and_says_when_to_come_back(page: Page, portal: LivingPortal) -> None:
    asker.ask(page, portal.origin)
    (case,) = portal.case_ids()
    promises = portal.context.settings.organisation.promises
    for days in (promises.feedback, promises.final):
        day = due_on(MONDAY, days, portal.context.calendar)
        expect(page.get_by_text(format_date(day, "d MMMM", "nl")).first).to_be_visible()
    assert portal.look(case).question.text == asker.QUESTION


def test_it_shows_the_answer_to_who_comes_back(page: Page, portal: LivingPortal) -> None:
    words = asker.ask(page, portal.origin)
    (case,) = portal.case_ids()
    portal.write(case, "feedback", "Dank je voor je vraag. We kijken ernaar.")
    asker.come_back(page, portal.origin, words)
    expect(page.locator(".badge", has_text="1 nieuw bericht")).to_be_visible()
    asker.open_case(page)
    expect(page.get_by_text("We kijken ernaar.")).to_be_visible()
    expect(page.get_by_text("Nieuw sinds je vorige bezoek")).to_be_visible()
    asker.button(page, "Naar je brievenbus").click()
    expect(page.locator(".badge", has_text="nieuw bericht")).to_have_count(0)


def test_who_asked_reads_how_to_come_in_and_until_when(page: Page, portal: LivingPortal) -> None:
    words = asker.ask(page, portal.origin)
    expect(page.get_by_text("meld je je aan met je naam en je wachtwoord")).to_be_visible()
    expect(page.get_by_text("zeker lezen tot 1 april van volgend jaar")).to_be_visible()
    (case,) = portal.case_ids()
    portal.write(case, "final", "Nee, beter niet.", referred=[])
    portal.write(case, "close", "", outcome="advies-gegeven")
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    told = page.get_by_text(f"zeker lezen tot donderdag 1 april {portal.context.today().year + 1}")
    expect(told).to_be_visible()


def test_it_sends_a_photo_as_pages_without_what_was_hidden(
    page: Page, portal: LivingPortal, photo: Path
) -> None:
    words = asker.to_review(page, portal.origin, files=(photo,))
    asker.button(page, "Terug").click()
    asker.button(page, "Terug").click()
    expect(page.get_by_text("het toestel: Voorbeeld, Toestel 9")).to_be_visible()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    asker.button(page, "Verder naar nakijken").click()
    asker.send(page)
    (case,) = portal.case_ids()
    (attachment,) = portal.look(case).question.attachments
    assert (attachment.family, len(attachment.pages)) == ("photo", 1)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    page.locator(".thread .thumb").click()
    canvas = page.locator("dialog.viewer canvas")
    expect(canvas).to_be_visible()
    assert canvas.evaluate("c => c.width > 100 && c.height > 100")


def test_it_replies_and_asks_again_from_the_same_mailbox(page: Page, portal: LivingPortal) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    page.get_by_label("Je bericht").fill("Nog iets: hij weet waar ik werk.")
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.locator(".message.own", has_text="Nog iets")).to_be_visible(timeout=asker.SLOW)
    asker.button(page, "Naar je brievenbus").click()
    page.get_by_role("link", name="Stel nog een vraag").click()
    expect(page.get_by_text("in de brievenbus die nu open is")).to_be_visible()
    asker.write_question(page, "Een tweede vraag.")
    asker.button(page, "Verder naar bijlagen").click()
    asker.button(page, "Verder naar nakijken").click()
    asker.send(page)
    page.get_by_role("link", name="Naar je brievenbus").click()
    expect(page.locator(".case-link")).to_have_count(2)
    assert {portal.look(case).messages[-1].text for case in portal.case_ids()} == {
        "Nog iets: hij weet waar ik werk.",
        "Een tweede vraag.",
    }


def test_who_only_thanks_reopens_nothing_and_who_asks_does(
    page: Page, portal: LivingPortal
) -> None:
    words = asker.ask(page, portal.origin)
    (case,) = portal.case_ids()
    portal.write(case, "final", "Neem ze niet aan.", referred=[])
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    page.get_by_label("Je bericht").fill("Dank je wel.")
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.get_by_text("Kies eerst of je nog een vraag hebt.")).to_be_visible()
    expect(page.get_by_label("Je bericht")).to_have_value("Dank je wel.")
    page.get_by_label("Ik wil alleen bedanken").check()
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.locator(".message.own", has_text="Dank je wel.")).to_be_visible(timeout=asker.SLOW)
    expect(page.locator(".badge", has_text="beantwoord")).to_be_visible()
    assert portal.look(case).messages[-1].kind == "thanks"
    page.get_by_label("Ik heb nog een vraag").check()
    page.get_by_label("Je bericht").fill("En bloemen?")
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.locator(".badge", has_text="heropend, wacht op antwoord")).to_be_visible(
        timeout=asker.SLOW
    )
    expect(page.get_by_text("Een medewerker leest het en antwoordt je hier.")).to_be_visible()


def test_the_asker_reads_an_apology_that_names_the_state(page: Page, portal: LivingPortal) -> None:
    words = asker.ask(page, portal.origin)
    days = portal.context.settings.organisation.promises.feedback
    portal.move_to(due_on(MONDAY, days, portal.context.calendar) + timedelta(days=1))
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    said = page.locator(".notice.warn", has_text="Onze excuses: je had op")
    expect(said).to_contain_text("Ze staat nu als ‘te laat’ bovenaan")


def test_a_mailbox_that_is_open_while_its_last_case_goes_says_one_plain_sentence(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    with portal.context.database.write() as db:  # what the archive does at its end
        db.execute(delete(Case))
        db.execute(delete(Mailbox))
    page.get_by_label("Je bericht").fill("Nog iets.")
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.get_by_text("Hier is niets meer te lezen")).to_be_visible(timeout=asker.SLOW)
    expect(page.get_by_label("Je bericht")).to_have_value("Nog iets.")
    asker.button(page, "Naar je brievenbus").click()
    expect(page.get_by_role("heading", name="Lees je antwoord")).to_be_visible(timeout=asker.SLOW)
    expect(page.locator("main")).to_contain_text("je vraag is gearchiveerd of ingetrokken")
    expect(page.locator(".case-link")).to_have_count(0)


def test_the_words_of_an_existing_mailbox_add_to_it(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    words = asker.ask(page, portal.origin)
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page, "Nog een vraag.")
    asker.button(page, "Verder naar bijlagen").click()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    page.get_by_label("Een naam die je zelf verzint").fill(words.name)
    page.get_by_label("Kies zelf").check()
    page.get_by_label("Je wachtwoord", exact=True).fill(words.password)
    page.get_by_label("Nog eens je wachtwoord").fill(words.password)
    asker.button(page, "Verder naar nakijken").click()
    asker.button(page, "Versleutel en verstuur je vraag").click(timeout=asker.SLOW)
    asker.button(page, "Zet mijn vraag erbij").click(timeout=asker.SLOW)
    expect(page.get_by_role("heading", name="Je vraag is verstuurd")).to_be_visible(
        timeout=asker.SLOW
    )
    page.get_by_role("link", name="Naar je brievenbus").click()
    expect(page.locator(".case-link")).to_have_count(2)


def test_an_unread_question_is_destroyed_and_a_read_one_stopped(
    page: Page, portal: LivingPortal
) -> None:
    words = asker.ask(page, portal.origin)
    (case,) = portal.case_ids()
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    expect(page.get_by_text("Nog niemand heeft je vraag geopend")).to_be_visible()
    asker.button(page, "Trek je vraag in").click()
    asker.button(page, "Vernietig mijn vraag").click()
    expect(page.get_by_text("Deze brievenbus is leeg")).to_be_visible(timeout=asker.SLOW)
    assert portal.case_ids() == []
    line = line_of(portal.context, REGISTER_SEED, portal.directory, case)
    assert (line.state, line.closed) == ("withdrawn", portal.context.today())


def test_a_question_that_was_read_is_stopped(page: Page, portal: LivingPortal) -> None:
    words = asker.ask(page, portal.origin)
    (case,) = portal.case_ids()
    portal.look(case)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    expect(page.get_by_text("Iemand heeft je vraag al gelezen")).to_be_visible()
    asker.button(page, "Trek je vraag in").click()
    asker.button(page, "Stop de behandeling").click()
    expect(page.get_by_text("Deze brievenbus is leeg")).to_be_visible(timeout=asker.SLOW)
    assert portal.look(case).messages[-1].kind == "withdraw"


def test_other_words_open_the_mailbox_and_the_old_ones_nothing(
    page: Page, portal: LivingPortal, forgiving: None
) -> None:
    old = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, old)
    asker.button(page, "Kies een andere naam").click()
    new = asker.choose_words(page, "Groene Specht")
    asker.button(page, "Vervang naam en wachtwoord").click()
    expect(page.get_by_role("heading", name="Je brievenbus")).to_be_visible(timeout=asker.SLOW)
    asker.button(page, "Meld je af").click()
    asker.sign_in(page, old)
    expect(page.get_by_text("horen niet bij elkaar")).to_be_visible(timeout=asker.SLOW)
    asker.sign_in(page, new)
    expect(page.locator(".case-link")).to_have_count(1, timeout=asker.SLOW)


def test_a_late_answer_is_said_with_an_apology(page: Page, portal: LivingPortal) -> None:
    words = asker.ask(page, portal.origin)
    portal.move_to(date(2026, 11, 23) + timedelta(days=20))
    asker.come_back(page, portal.origin, words)
    expect(page.get_by_text("Onze excuses")).to_be_visible()


def test_staff_who_are_kept_out_get_no_key(page: Page, portal: LivingPortal) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    page.get_by_text("Bekijk wie er werkt").click()
    page.get_by_label("An Peeters").check()
    page.get_by_label("Bart Claes").check()
    expect(page.get_by_text("Je kunt dan beter hier terecht")).to_be_visible()
    page.get_by_label("An Peeters").uncheck()
    asker.button(page, "Verder naar bijlagen").click()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    asker.choose_words(page)
    asker.button(page, "Verder naar nakijken").click()
    asker.send(page)
    (case,) = portal.case_ids()
    kept_out = portal.staff["Bart Claes"]
    view = portal.look(case)
    assert view.kept_out == {kept_out.person}
    assert kept_out.id not in {one.id for one in view.roster.participants}


def test_the_six_words_of_the_organisation_can_be_compared(
    page: Page, portal: LivingPortal
) -> None:
    page.goto(portal.origin)
    asker.button(page, "Toon de zes woorden").click()
    words = page.locator(".fingerprint").inner_text()
    assert len(words.split()) == 6
    expect(page.get_by_text("elke handtekening klopt")).to_be_visible()
    expect(page.get_by_text("Politiezone Voorbeeld").first).to_be_visible()


def test_the_pages_follow_what_the_organisation_chose(
    page: Page, tmp_path: Path, free_port: int
) -> None:
    chosen = {"promises": Promises(5, 20), "staff_shown_by": "function"}
    with living_portal(tmp_path / "own", free_port, **chosen) as portal:
        page.goto(portal.origin)
        expect(page.get_by_text("Binnen 5 werkdagen een eerste reactie")).to_be_visible()
        page.goto(f"{portal.origin}/ask")
        page.get_by_text("Bekijk wie er werkt").click()
        expect(page.get_by_label("jurist")).to_be_visible()
        expect(page.get_by_text("Bart Claes")).to_have_count(0)


@pytest.mark.parametrize("own", [True, False], ids=["its own X-Wing", "none of its own"])
def test_a_browser_fetches_an_x_wing_only_where_it_has_none(
    page: Page, portal: LivingPortal, own: bool
) -> None:
    if not own:
        page.add_init_script("delete SubtleCrypto.supports")
    words = asker.ask(page, portal.origin)
    (case,) = portal.case_ids()
    portal.write(case, "feedback", "We kijken ernaar.")
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    expect(page.get_by_text("We kijken ernaar.")).to_be_visible()
    fetched = any("xwing" in one.path for one in portal.received)
    assert fetched is not own
