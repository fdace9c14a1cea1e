"""Getting in: lost words, lost telephones, sessions that end, invitations that are not what they seem."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import delete, select

from portal.models.sessions import SignedIn
from portal.models.staff import Invitation
from tests.browser import asker, desk
from tests.browser.conftest import PageMaker
from tests.browser.desk import Desk, Safe, button, heading
from tests.browser.office import Office, open_office
from tests.page_clock import PAGES

pytestmark = pytest.mark.browser


@pytest.fixture
def office(tmp_path: Path, free_port: int) -> Iterator[Office]:
    with open_office(tmp_path / "portal", free_port) as found:
        yield found


@pytest.fixture
def facilitator(office: Office, page: Page) -> tuple[Page, Desk, Safe]:
    own, safe = desk.set_up(page, office)
    desk.sign_in(page, office, own)
    return page, own, safe


def forget_sessions(office: Office) -> None:
    with office.context.sessions.write() as sessions:
        sessions.execute(delete(SignedIn))


def expected(complaints: list[str]) -> None:
    """Refused answers belong to these stories, and Chromium tells of each."""
    complaints[:] = [line for line in complaints if "Failed to load resource" not in line]


def test_wrong_words_and_a_wrong_code_get_one_and_the_same_answer(
    office: Office,
    facilitator: tuple[Page, Desk, Safe],
    make_page: PageMaker,
    complaints: list[str],
) -> None:
    own = facilitator[1]
    page = make_page()
    answers = []
    for wrong in (
        Desk(
            own.name,
            own.sign_in_name,
            office.tick,
            "dit zijn niet de goede zeven woorden",
            "",
            own.secret,
        ),
        Desk(
            own.name,
            own.sign_in_name,
            office.tick,
            own.passphrase,
            "",
            "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
        ),
        Desk(own.name, "niemand", office.tick, own.passphrase, "", own.secret),
    ):
        page.goto(f"{office.origin}/staff")
        desk.fill_sign_in(page, wrong)
        expect(page.locator("[role=alert] .notice")).to_be_visible(timeout=desk.SLOW)
        answers.append(page.locator("[role=alert]").inner_text())
    assert len(set(answers)) == 1
    expected(complaints)


def test_a_session_that_ended_is_opened_again_on_the_spot_and_the_text_is_sent(
    office: Office,
    facilitator: tuple[Page, Desk, Safe],
    make_page: PageMaker,
    complaints: list[str],
) -> None:
    page, own, _ = facilitator
    office.open_with_one()
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    # The last that the page fetches of itself: afterwards it is the text that meets the ended session.
    with page.expect_response("**/api/v1/templates"):
        page.locator(".compose .segment", has_text="Eerste feedback").click()
    page.locator("#compose-text").fill("Een lange tekst die niet verloren mag gaan.")
    forget_sessions(office)
    button(page, "Verstuur de eerste feedback").click()

    dialog = page.locator("dialog")
    expect(dialog.get_by_role("heading", name="Meld je opnieuw aan")).to_be_visible()
    dialog.get_by_label("Wachtzin", exact=True).fill(own.passphrase)
    dialog.get_by_label("Code van zes cijfers").fill(own.code())
    dialog.get_by_role("button", name="Meld je aan").click()
    expect(page.locator(".case-main .message")).to_have_count(2, timeout=desk.SLOW)
    expect(page.locator(".case-main")).to_contain_text("niet verloren mag gaan")
    expected(complaints)


def test_the_printed_code_opens_a_lost_passphrase_and_gives_new_words(
    office: Office,
    facilitator: tuple[Page, Desk, Safe],
    make_page: PageMaker,
    complaints: list[str],
) -> None:
    own = facilitator[1]
    page = make_page()
    page.goto(f"{office.origin}/staff")
    button(page, "Je wachtzin kwijt?").click()
    page.get_by_label("Naam waarmee je je aanmeldt").fill(own.sign_in_name)
    page.get_by_label("Herstelcode").fill(own.recovery)
    page.get_by_label("Code van zes cijfers").fill(own.code())
    button(page, "Meld je aan").click()
    renewed = desk.note_words(page, "Je wachtzin")
    desk.note_words(page, "Je herstelcode")
    expect(page.locator(".staff-nav")).to_be_visible(timeout=desk.SLOW)
    assert renewed != own.passphrase

    other = make_page()
    desk.sign_in(
        other, office, Desk(own.name, own.sign_in_name, office.tick, renewed, "", own.secret)
    )
    old = make_page()
    old.goto(f"{office.origin}/staff")
    desk.fill_sign_in(old, own)
    expect(old.locator("[role=alert] .notice")).to_be_visible(timeout=desk.SLOW)
    expected(complaints)


def test_a_lost_telephone_is_replaced_with_a_code_from_a_facilitator(
    office: Office,
    facilitator: tuple[Page, Desk, Safe],
    make_page: PageMaker,
    complaints: list[str],
) -> None:
    page = facilitator[0]
    coach = make_page()
    carla = desk.employ(page, coach, office, "Carla Wouters", "integriteitscoach")
    desk.open_tab(page, "Medewerkers")
    card = page.locator(".cards > li", has_text="Carla Wouters")
    card.get_by_role("button", name="Vernieuw de tweede factor").click()
    page.locator("dialog").get_by_role("button", name="Maak een code").click()
    expect(page.locator("dialog .word-list li")).to_have_count(11)
    words = " ".join(page.locator("dialog .word-list li").all_inner_texts())
    page.locator("dialog").get_by_role("button", name="Ik heb ze genoteerd").click()

    coach.goto(f"{office.origin}/staff")
    coach.get_by_label("Naam waarmee je je aanmeldt").fill(carla.sign_in_name)
    coach.get_by_label("Wachtzin", exact=True).fill(carla.passphrase)
    button(coach, "Ik kreeg een code om mijn tweede factor te vernieuwen").click()
    coach.get_by_label("Code om je tweede factor te vernieuwen").fill(words)
    button(coach, "Meld je aan").click()
    expect(coach.locator("canvas.qr")).to_be_visible(timeout=desk.SLOW)
    coach.get_by_text("Kun je niet scannen?").click()
    carla.secret = coach.locator("details .words").inner_text().replace(" ", "")
    coach.get_by_label("Code van zes cijfers").fill(carla.code())
    button(coach, "Meld je aan").click()
    expect(heading(coach, "Er is je nog geen vraag toegewezen")).to_be_visible(timeout=desk.SLOW)
    expected(complaints)


def test_keys_that_somebody_put_in_place_of_the_newcomers_are_not_let_in(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    words = desk.invite(page, "Carla Wouters", "inspecteur", "integriteitscoach")
    desk.join(make_page(), office, "Carla Wouters", words)
    with office.context.database.write() as db:
        found = db.scalars(select(Invitation)).one()
        found.sign = bytes(32)
    desk.open_tab(page, "Medewerkers")
    card = page.locator(".cards > li", has_text="Carla Wouters")
    expect(card).to_contain_text("passen niet bij de woorden", timeout=desk.SLOW)
    expect(card.get_by_role("button", name="Zet de toegang aan")).to_have_count(0)


def test_an_offer_that_the_server_changed_is_refused_by_the_newcomer(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    words = desk.invite(facilitator[0], "Carla Wouters", "inspecteur", "integriteitscoach")
    with office.context.database.write() as db:
        db.scalars(select(Invitation)).one().role = "coordinator"
    page = make_page()
    page.goto(f"{office.origin}/staff/join")
    page.get_by_label("De elf woorden van je uitnodiging").fill(words)
    button(page, "Ga verder").click()
    expect(page.locator(".error")).to_contain_text("niet te vertrouwen", timeout=desk.SLOW)


def test_words_for_a_facilitator_that_are_not_the_recovery_key_change_nothing(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page, _, safe = facilitator
    words = desk.invite(page, "Bart Claes", "jurist", "facilitator")
    desk.join(make_page(), office, "Bart Claes", words)
    desk.open_tab(page, "Medewerkers")
    button(page, "Zet de toegang aan").click()
    page.get_by_label("De 21 woorden").fill(safe.archive_key)
    button(page, "Ga verder").click()
    expect(page.locator("[role=alert]")).to_contain_text("Er is niets veranderd", timeout=desk.SLOW)
    assert office.directory_versions() == 1
    expect(button(page, "Zet de toegang aan")).to_be_visible()


def test_whoever_leaves_is_signed_out_and_their_cases_are_assigned_first(
    office: Office,
    facilitator: tuple[Page, Desk, Safe],
    make_page: PageMaker,
    complaints: list[str],
) -> None:
    page = facilitator[0]
    office.open_with_one()
    coach = make_page()
    carla = desk.employ(page, coach, office, "Carla Wouters", "integriteitscoach")
    desk.employ(page, make_page(), office, "Els Smet", "integriteitscoach")
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    desk.assign(page, "Carla Wouters")
    desk.sign_in(coach, office, carla)

    desk.open_tab(page, "Medewerkers")
    card = page.locator(".cards > li", has_text="Carla Wouters")
    card.get_by_role("button", name="Zet de toegang uit").click()
    expect(page.locator("main")).to_contain_text("nog niemand anders", timeout=desk.SLOW)
    expect(button(page, "Zet de toegang uit")).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="Open", exact=True).click()
    desk.assign(page, "Els Smet")
    button(page, "Terug naar de lijst").click()
    button(page, "Zet de toegang uit").click()
    page.locator("dialog").get_by_role("button", name="Zet de toegang uit").click()
    expect(page.locator(".toast").last).to_contain_text("sleutels", timeout=desk.SLOW)
    assert office.epochs() == [1]

    coach.reload()
    expect(heading(coach, "Aanmelden als medewerker")).to_be_visible(timeout=desk.SLOW)
    desk.fill_sign_in(coach, carla)
    expect(coach.locator("[role=alert] .notice")).to_be_visible(timeout=desk.SLOW)
    expected(complaints)


def test_what_did_not_come_is_said_and_not_taken_for_empty(
    facilitator: tuple[Page, Desk, Safe], complaints: list[str]
) -> None:
    page, sent = facilitator[0], list[str]()
    for part in ("sessions", "absences", "staff/notice"):
        page.route(f"**/api/v1/{part}", lambda route: route.abort())
    desk.open_tab(page, "Mijn toegang")
    for part in ("Waar ben je aangemeld?", "Afwezig", "Een mail als er iets is"):
        card = page.locator(".card", has=heading(page, part))
        expect(card.get_by_role("alert")).to_contain_text("Er is geen verbinding")
    page.on("request", lambda request: sent.append(request.method))
    button(page, "Bewaar het adres").click()
    page.unroute_all()
    page.locator("#notice-address").fill("an@politie.example")
    button(page, "Bewaar het adres").click()
    expect(page.get_by_text("Het adres is bewaard.")).to_be_attached()
    assert sent.count("PUT") == 1
    expected(complaints)


def test_staff_are_told_that_the_server_says_another_day(
    office: Office, facilitator: tuple[Page, Desk, Safe]
) -> None:
    page, _, _ = facilitator
    told = page.get_by_text("Je toestel zegt 8 januari 2027, de server zegt 23 november 2026.")
    expect(told).to_have_count(0)
    PAGES.move_to(date(2027, 1, 8))
    page.reload()
    expect(told).to_be_visible(timeout=desk.SLOW)
