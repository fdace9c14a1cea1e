"""The staff's whole way in a real browser: from the one-time link to the answer and the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import asker, desk
from tests.browser.conftest import PageMaker
from tests.browser.desk import Desk, Safe, button, heading
from tests.browser.office import Office, open_office

pytestmark = pytest.mark.browser

ANSWER = "Nee: opzoeken mag alleen voor je eigen werk. Zeg dat ook zo tegen je buurman."
NOTE = "Ik ken deze dienst niet, dus ik kan vrij antwoorden."


@pytest.fixture
def office(tmp_path: Path, free_port: int) -> Iterator[Office]:
    with open_office(tmp_path / "portal", free_port) as found:
        yield found


@pytest.fixture
def facilitator(office: Office, make_page: PageMaker) -> tuple[Page, Desk, Safe]:
    """An, who set up the advice point and is signed in."""
    page = make_page()
    own, safe = desk.set_up(page, office)
    desk.sign_in(page, office, own)
    return page, own, safe


def with_second_facilitator(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> tuple[Page, Desk]:
    page, _, safe = facilitator
    newcomer = make_page()
    return newcomer, desk.employ(page, newcomer, office, "Bart Claes", "facilitator", safe)


def test_a_question_goes_from_asker_to_coach_and_back(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    with_second_facilitator(office, facilitator, make_page)
    coach = make_page()
    carla = desk.employ(page, coach, office, "Carla Wouters", "integriteitscoach")
    visitor = make_page()
    words = asker.ask(visitor, office.origin)

    desk.open_tab(page, "Vragen")
    expect(page.locator(".queue-row")).to_contain_text("wacht op jou")
    desk.open_case(page)
    desk.write(page, "Eerste feedback", "We bekijken je vraag.", "Verstuur de eerste feedback")
    expect(page.locator(".case-main .message")).to_have_count(2, timeout=desk.SLOW)
    desk.assign(page, "Carla Wouters")

    desk.sign_in(coach, office, carla)
    desk.open_case(coach)
    expect(coach.locator(".case-main .message").first).to_contain_text(asker.QUESTION)
    desk.write(coach, "Interne nota", NOTE, "Bewaar de nota")
    expect(coach.locator(".case-side")).to_contain_text(NOTE, timeout=desk.SLOW)
    desk.write(coach, "Definitief antwoord", ANSWER, "Verstuur het definitieve antwoord")
    expect(coach.locator(".case-main .message")).to_have_count(3, timeout=desk.SLOW)

    asker.come_back(visitor, office.origin, words)
    asker.open_case(visitor)
    expect(visitor.locator(".thread")).to_contain_text(ANSWER)
    expect(visitor.locator("body")).not_to_contain_text(NOTE)
    expect(visitor.locator("body")).not_to_contain_text("Er ontbreekt")


def test_a_colleague_reads_a_draft_first_and_the_case_says_whom_it_waits_for(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    office.open_with_one()
    coach = make_page()
    carla = desk.employ(page, coach, office, "Carla Wouters", "integriteitscoach")
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    expect(page.locator(".case-main")).to_contain_text("Dit dossier wacht op jou.")
    desk.assign(page, "Carla Wouters")
    expect(page.locator(".case-main")).to_contain_text("Dit dossier wacht op Carla Wouters.")
    expect(page.locator("#triage-pen option").first).to_have_text("Carla Wouters, als enige coach")
    desk.sign_in(coach, office, carla)
    desk.open_case(coach)
    expect(coach.locator(".case-main")).to_contain_text("Jij schrijft het antwoord.")
    desk.write(coach, "Ontwerp", ANSWER, "Leg het ontwerp voor")
    expect(coach.locator(".case-side")).to_contain_text(ANSWER, timeout=desk.SLOW)
    expect(coach.locator(".case-main .message")).to_have_count(1)
    expect(coach.locator(".case-side")).not_to_contain_text("na te lezen")
    button(page, "Terug naar de lijst").click()
    asked = page.locator(
        ".queue-group.mine + li", has_text="ontwerp van Carla Wouters: lees je mee?"
    )
    expect(asked).to_have_count(1, timeout=desk.SLOW)
    desk.open_case(page)
    expect(page.locator(".case-side")).to_contain_text(
        "Carla Wouters vraagt om het ontwerp hieronder na te lezen"
    )
    button(page, "Neem dit ontwerp over").click(timeout=desk.SLOW)
    expect(page.locator("#compose-text")).to_have_value(ANSWER)
    page.locator("#compose-text").fill("")
    desk.write(page, "Interne nota", "Goed zo.", "Bewaar de nota")
    expect(page.locator(".case-side")).to_contain_text("Goed zo.", timeout=desk.SLOW)
    expect(page.locator(".case-side")).not_to_contain_text("na te lezen")


def test_who_leaves_first_hands_over_the_cases_that_nobody_else_has(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    office.open_with_one()
    for name in ("Carla Wouters", "Daan Smet"):
        desk.employ(page, make_page(), office, name, "integriteitscoach")
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    desk.assign(page, "Carla Wouters")
    desk.open_tab(page, "Medewerkers")
    card = page.locator(".cards > li", has_text="Carla Wouters")
    card.get_by_role("button", name="Zet de toegang uit").click()
    expect(heading(page, "Carla Wouters gaat weg")).to_be_visible()
    expect(page.locator(".cards")).to_contain_text("nog niemand anders", timeout=desk.SLOW)
    expect(button(page, "Zet de toegang uit")).to_have_attribute("aria-disabled", "true")
    page.locator(".cards").get_by_role("button", name="Open").click()
    expect(page.locator(".case .thread .message").first).to_be_visible(timeout=desk.SLOW)
    desk.assign(page, "Daan Smet")
    button(page, "Terug naar de lijst").click()
    expect(page.locator(".cards")).to_contain_text("ook een ander", timeout=desk.SLOW)
    button(page, "Zet de toegang uit").click()
    page.locator("dialog").get_by_role("button", name="Zet de toegang uit").click()
    said = page.locator(".toast", has_text="De toegang is uitgezet")
    expect(said).to_be_visible(timeout=desk.SLOW)
    desk.open_tab(page, "Vragen")
    expect(page.locator(".queue-row")).to_contain_text("Daan Smet", timeout=desk.SLOW)
    expect(page.locator(".queue-row")).not_to_contain_text("Carla", timeout=desk.SLOW)


def test_whose_pen_it_is_shows_before_they_leave(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    with_second_facilitator(office, facilitator, make_page)
    asker.ask(make_page(), office.origin)
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    page.locator("#triage-pen").select_option(label="Bart Claes")
    button(page, "Bewaar de indeling").click()
    expect(page.locator(".case-main")).to_contain_text(
        "Dit dossier wacht op Bart Claes.", timeout=desk.SLOW
    )
    desk.open_tab(page, "Medewerkers")
    card = page.locator(".cards > li", has_text="Bart Claes")
    card.get_by_role("button", name="Zet de toegang uit").click()
    # The other question is nobody's in particular, so it isn't listed.
    expect(page.locator(".cards > li")).to_have_count(1, timeout=desk.SLOW)
    expect(page.locator(".cards")).to_contain_text("heeft de pen")


def test_a_coachs_list_says_how_each_case_is_filed_before_they_open_it(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    office.open_with_one()
    coach = make_page()
    carla = desk.employ(page, coach, office, "Carla Wouters", "integriteitscoach")
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    page.locator("#triage-category").select_option(index=3)
    filed = page.locator("#triage-category option:checked").inner_text()
    page.locator("#triage-urgent").check()
    button(page, "Bewaar de indeling").click()
    expect(page.locator(".case-side")).to_contain_text("dringend", timeout=desk.SLOW)
    desk.assign(page, "Carla Wouters")
    desk.sign_in(coach, office, carla)
    row = coach.locator(".queue-row")
    expect(row).to_contain_text("dringend", timeout=desk.SLOW)
    expect(row).to_contain_text(filed)
    desk.open_case(coach)
    expect(coach.locator(".case-main .message.unread")).to_have_count(1)


def test_a_click_on_a_row_that_learns_more_at_that_moment_is_not_lost(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    office.open_with_one()
    asker.ask(make_page(), office.origin)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/v1/register/newest", hold)
    desk.open_tab(page, "Vragen")
    row = page.locator(".queue-row")
    expect(row).to_be_visible(timeout=desk.SLOW)
    row.hover()
    page.mouse.down()
    before = row.inner_text()
    held[0].continue_()
    expect(row).not_to_have_text(before, use_inner_text=True, timeout=desk.SLOW)
    page.mouse.up()
    expect(page.locator(".case-main")).to_contain_text(asker.QUESTION, timeout=desk.SLOW)


def test_a_helpers_list_opens_no_question_that_nobody_opened(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    office.open_with_one()
    second = make_page()
    bart = desk.employ(page, second, office, "Bart Claes", "helper")
    asker.ask(make_page(), office.origin)
    asked: list[str] = []
    second.on("request", lambda request: asked.append(request.url))
    desk.sign_in(second, office, bart)
    desk.open_tab(second, "Vragen")
    expect(second.locator(".queue-row")).to_contain_text("nieuw", timeout=desk.SLOW)
    desk.open_tab(second, "Mijn toegang")
    expect(heading(second, "Mijn toegang")).to_be_visible(timeout=desk.SLOW)
    assert not [address for address in asked if "/api/v1/cases/" in address]


def test_while_a_coach_is_away_the_queue_says_who_goes_on(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    office.open_with_one()
    coach = make_page()
    carla = desk.employ(page, coach, office, "Carla Wouters", "integriteitscoach")
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    desk.assign(page, "Carla Wouters")
    desk.open_tab(page, "Vragen")
    expect(page.locator(".queue-row")).to_contain_text("wacht op Carla Wouters")

    desk.sign_in(coach, office, carla)
    desk.open_tab(coach, "Mijn toegang")
    coach.locator("#away-cover").select_option(label="An Peeters")
    button(coach, "Bewaar de afwezigheid").click()
    expect(coach.locator(".card", has=heading(coach, "Afwezig"))).to_contain_text(
        "An Peeters neemt over", timeout=desk.SLOW
    )

    desk.open_tab(page, "Vragen")
    row = page.locator(".queue-row")
    expect(row).to_contain_text("wacht op jou", timeout=desk.SLOW)
    expect(row).to_contain_text(
        re.compile("Carla Wouters is afwezig tot en met .* An Peeters neemt over")
    )
    desk.open_case(page)
    expect(page.locator(".case-main")).to_contain_text("Dit dossier wacht op jou.")
    expect(page.locator(".people > li", has_text="Carla Wouters")).to_contain_text(
        "Afwezig tot en met"
    )


def test_the_figures_count_what_was_done(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    with_second_facilitator(office, facilitator, make_page)
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    desk.write(page, "Definitief antwoord", ANSWER, "Verstuur het definitieve antwoord")
    expect(page.locator(".case-main .message")).to_have_count(2, timeout=desk.SLOW)

    desk.open_tab(page, "Cijfers")
    cards = page.locator(".figure-card")
    expect(cards.first.locator(".big-number")).to_have_text("1", timeout=desk.SLOW)
    expect(cards.nth(2).locator(".big-number")).to_have_text("0 werkdagen")
    expect(cards.nth(3).locator(".big-number")).to_have_text(re.compile("100"))


def test_the_coordinator_sees_figures_and_no_case(
    office: Office,
    facilitator: tuple[Page, Desk, Safe],
    make_page: PageMaker,
    complaints: list[str],
) -> None:
    page = facilitator[0]
    with_second_facilitator(office, facilitator, make_page)
    reader = make_page()
    dirk = desk.employ(page, reader, office, "Dirk Maes", "integriteitscoördinator")
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Cijfers")
    expect(page.locator(".figure-card").first).to_contain_text("1", timeout=desk.SLOW)
    page.wait_for_load_state("networkidle")

    desk.sign_in(reader, office, dirk, "/reports")
    expect(reader.locator(".figure-card").first).to_contain_text("1", timeout=desk.SLOW)
    expect(reader.get_by_text("ondertekend door An Peeters")).to_be_visible()
    expect(reader.locator(".staff-nav .tab")).to_have_text(["Cijfers", "Mijn toegang"])
    status = reader.evaluate("() => fetch('/api/v1/queue').then((answer) => answer.status)")
    assert status == 403
    # The browser itself writes a refused fetch on the console.
    assert [line for line in complaints if "403" not in line] == []
    complaints.clear()


def test_a_removed_coach_reads_nothing_more(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    with_second_facilitator(office, facilitator, make_page)
    coach = make_page()
    carla = desk.employ(page, coach, office, "Carla Wouters", "integriteitscoach")
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    desk.assign(page, "Carla Wouters")

    button(page, "Verwijder Carla Wouters").click()
    page.locator("dialog").get_by_role("button", name="Verwijder").click()
    expect(page.locator(".people")).not_to_contain_text("Carla", timeout=desk.SLOW)
    desk.write(page, "Eerste feedback", "Dit leest zij niet.", "Verstuur de eerste feedback")
    expect(page.locator(".case-main .message")).to_have_count(2, timeout=desk.SLOW)

    desk.sign_in(coach, office, carla)
    expect(heading(coach, "Er is je nog geen vraag toegewezen")).to_be_visible()


def test_a_coach_steps_aside_and_a_facilitators_browser_turns_the_epoch(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    with_second_facilitator(office, facilitator, make_page)
    coach = make_page()
    carla = desk.employ(page, coach, office, "Carla Wouters", "integriteitscoach")
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    desk.assign(page, "Carla Wouters")
    desk.sign_in(coach, office, carla)
    desk.open_case(coach)
    button(coach, "Stap opzij").click()
    coach.locator("dialog").get_by_role("button", name="Stap opzij").click()
    expect(heading(coach, "Er is je nog geen vraag toegewezen")).to_be_visible(timeout=desk.SLOW)

    page.reload()
    expect(page.locator(".toast")).to_contain_text("sleutels", timeout=desk.SLOW)
    assert office.epochs() == [1]
    desk.open_case(page)
    expect(page.locator(".people")).not_to_contain_text("Carla")
    expect(page.locator(".case-main")).to_contain_text("stapte opzij")


def test_passing_on_says_what_it_does_and_ends_the_handling(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    with_second_facilitator(office, facilitator, make_page)
    visitor = make_page()
    words = asker.ask(visitor, office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    page.locator(".compose .segment", has_text="Doorgeven").click()
    page.get_by_label("Aan welke dienst geef je door?").select_option(label="Burgemeester")
    page.get_by_label("Wat gaf je door").fill("De hele vraag, mondeling.")
    page.locator("#compose-text").fill("We moeten dit doorgeven.")
    button(page, "Geef door…").click()
    expect(page.locator("dialog")).to_contain_text("eindigt de behandeling")
    page.locator("dialog").get_by_role("button", name="Geef door en beëindig").click()
    expect(page.locator(".compose")).to_contain_text("kan niet meer geantwoord", timeout=desk.SLOW)
    expect(page.locator(".case-side")).to_contain_text("De hele vraag, mondeling.")

    asker.come_back(visitor, office.origin, words)
    asker.open_case(visitor)
    expect(visitor.locator("main")).to_contain_text("We moeten dit doorgeven.")
    expect(visitor.locator("main")).to_contain_text("Burgemeester")
    expect(visitor.locator("main")).not_to_contain_text("mondeling")


def pass_on(page: Page) -> None:
    button(page, "Geef door…").click()
    page.locator("dialog").get_by_role("button", name="Geef door en beëindig").click()


def lose_after(page: Page, kept: int) -> None:
    """So many messages reach the server, and then none does, tried again or not."""
    addresses: list[str] = []

    def losing(route: Route) -> None:
        if route.request.url not in addresses:
            addresses.append(route.request.url)
        if addresses.index(route.request.url) >= kept:
            route.abort()
        else:
            route.continue_()

    page.route("**/messages/*", losing)


def test_nothing_is_passed_on_before_its_record_is_kept(
    office: Office,
    facilitator: tuple[Page, Desk, Safe],
    make_page: PageMaker,
    complaints: list[str],
) -> None:
    page = facilitator[0]
    office.open_with_one()
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    page.locator(".compose .segment", has_text="Doorgeven").click()
    page.get_by_label("Aan welke dienst geef je door?").select_option(label="Burgemeester")
    page.locator("#compose-text").fill("We moeten dit doorgeven.")
    button(page, "Geef door…").click()
    expect(page.locator("#pass-record-error")).to_contain_text("Schrijf op wat je doorgeeft")
    page.locator("#pass-record").fill("De hele vraag, mondeling.")
    record = page.locator(".case-side .message", has_text="mondeling")

    lose_after(page, 0)
    pass_on(page)
    expect(page.locator(".case")).to_contain_text("geen verbinding", timeout=desk.SLOW)
    expect(page.locator(".case-main .message")).to_have_count(1)
    expect(page.locator(".compose .segment", has_text="Definitief antwoord")).to_be_visible()
    page.unroute("**/messages/*")

    # The record came through and the passing on did not: the page shows that, and nothing goes twice.
    lose_after(page, 1)
    pass_on(page)
    expect(record).to_have_count(1, timeout=desk.SLOW)
    expect(page.locator(".case")).to_contain_text("geen verbinding", timeout=desk.SLOW)
    page.unroute("**/messages/*")
    pass_on(page)
    expect(page.locator(".compose")).to_contain_text("kan niet meer geantwoord", timeout=desk.SLOW)
    expect(record).to_have_count(1)
    expect(page.locator(".compose .segment", has_text="Vastleggen")).to_have_count(0)
    complaints.clear()


def test_a_record_that_the_server_threw_away_can_be_written_again(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    office.open_with_one()
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    page.locator(".compose .segment", has_text="Doorgeven").click()
    page.get_by_label("Aan welke dienst geef je door?").select_option(label="Burgemeester")
    page.locator("#pass-record").fill("De hele vraag, mondeling.")
    page.locator("#compose-text").fill("We moeten dit doorgeven.")
    # It says that it kept the first message, the record, and did not.
    page.route("**/messages/*", lambda route: route.fulfill(status=201, json={}), times=1)
    pass_on(page)
    expect(page.locator(".compose")).to_contain_text("kan niet meer geantwoord", timeout=desk.SLOW)
    expect(page.locator(".case-side")).not_to_contain_text("mondeling")

    page.locator(".compose .segment", has_text="Vastleggen").click()
    expect(page.locator(".compose")).to_contain_text("staat nog niet bij dit dossier")
    page.get_by_label("Wat gaf je door").fill("De hele vraag, mondeling, op maandag.")
    button(page, "Leg vast").click()
    record = page.locator(".case-side .message", has_text="op maandag")
    expect(record).to_have_count(1, timeout=desk.SLOW)
    expect(record).to_contain_text("Burgemeester")
    expect(page.locator(".compose .segment", has_text="Vastleggen")).to_have_count(0)


def ask_without(page: Page, office: Office, name: str) -> None:
    """Ask, and keep somebody of the staff out."""
    page.goto(f"{office.origin}/ask")
    asker.write_question(page)
    page.get_by_text("Bekijk wie er werkt en houd iemand weg").click()
    page.locator(".choice", has_text=name).locator("input").check()
    button(page, "Verder naar bijlagen").click()
    button(page, "Verder naar naam en wachtwoord").click()
    asker.choose_words(page)
    button(page, "Verder naar nakijken").click()
    asker.send(page)


def test_whoever_is_kept_out_cannot_be_chosen_and_it_says_why(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    with_second_facilitator(office, facilitator, make_page)
    desk.employ(page, make_page(), office, "Carla Wouters", "integriteitscoach")
    ask_without(make_page(), office, "Carla Wouters")
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    expect(page.locator(".case-side")).to_contain_text("buiten dit dossier: Carla Wouters")
    button(page, "Wijs een coach toe").click()
    choice = page.locator("dialog .choice", has_text="Carla Wouters")
    expect(choice).to_contain_text("buiten het dossier")
    expect(choice.locator("input")).to_be_disabled()


def test_a_facilitator_who_is_kept_out_sees_nothing_of_the_case(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    second, bart = with_second_facilitator(office, facilitator, make_page)
    ask_without(make_page(), office, "Bart Claes")
    desk.sign_in(second, office, bart)
    expect(heading(second, "Er zijn nog geen vragen")).to_be_visible(timeout=desk.SLOW)
    # The other's browser, which hands keys to new facilitators by itself, leaves him out as well.
    page.reload()
    expect(page.locator(".queue-row")).to_have_count(1, timeout=desk.SLOW)
    page.wait_for_load_state("networkidle")
    second.reload()
    expect(heading(second, "Er zijn nog geen vragen")).to_be_visible(timeout=desk.SLOW)


def test_who_leaves_a_case_to_nobody_is_told_of_to_who_cannot_see_it(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    with_second_facilitator(office, facilitator, make_page)
    ask_without(make_page(), office, "An Peeters")
    desk.open_tab(page, "Medewerkers")
    card = page.locator(".cards > li", has_text="Bart Claes")
    card.get_by_role("button", name="Zet de toegang uit").click()
    told = page.locator(".notice.danger", has_text="dat jij niet ziet")
    expect(told).to_contain_text("aan 1 lopend dossier", timeout=desk.SLOW)
    expect(button(page, "Zet de toegang uit")).to_have_attribute("aria-disabled", "true")
    page.get_by_label("Het kan niet wachten").check()
    expect(button(page, "Zet de toegang uit")).not_to_have_attribute("aria-disabled", "true")


def test_a_new_facilitator_reads_the_open_cases_from_before(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker
) -> None:
    page = facilitator[0]
    office.open_with_one()
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    desk.write(page, "Interne nota", NOTE, "Bewaar de nota")
    expect(page.locator(".case-side")).to_contain_text(NOTE, timeout=desk.SLOW)
    second, bart = with_second_facilitator(office, facilitator, make_page)
    expect(page.locator(".toast").last).to_contain_text("sleutels", timeout=desk.SLOW)
    desk.sign_in(second, office, bart)
    desk.open_case(second)
    expect(second.locator(".case-main")).to_contain_text(asker.QUESTION)
    expect(second.locator(".case-side")).to_contain_text(NOTE)


def test_a_case_that_was_withdrawn_meanwhile_refuses_in_sight_and_offers_nothing_more(
    office: Office, facilitator: tuple[Page, Desk, Safe], make_page: PageMaker, forgiving: None
) -> None:
    page = facilitator[0]
    office.open_with_one()
    desk.employ(page, make_page(), office, "Carla Wouters", "integriteitscoach")
    visitor = make_page()
    words = asker.ask(visitor, office.origin)
    page.set_viewport_size({"width": 390, "height": 700})
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    desk.write(page, "Ontwerp", ANSWER, "Leg het ontwerp voor")
    expect(button(page, "Neem dit ontwerp over")).to_be_visible(timeout=desk.SLOW)
    asker.come_back(visitor, office.origin, words)
    asker.open_case(visitor)
    asker.button(visitor, "Trek je vraag in").click()
    asker.button(visitor, "Stop de behandeling").click()
    expect(visitor.get_by_text("Deze brievenbus is leeg")).to_be_visible(timeout=asker.SLOW)

    button(page, "Wijs een coach toe").click()
    page.locator("dialog .choice", has_text="Carla Wouters").locator("input").check()
    page.locator("dialog").get_by_role("button", name="Wijs toe").click()
    refused = page.get_by_text("Dit kan niet meer bij deze vraag.")
    expect(refused).to_be_in_viewport(timeout=desk.SLOW)
    expect(page.locator(".refusal > .notice")).to_be_focused()
    expect(button(page, "Wijs een coach toe")).to_have_count(0)
    expect(button(page, "Neem dit ontwerp over")).to_have_count(0)
    expect(button(page, "Schrijf een nota")).to_be_visible()
