"""When the portal is busy: the browser computes or waits, says so, can be stopped, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import delete

from portal.config import Pace
from portal.models.desks import OnDesk
from portal.services.doors import access, gates
from portal.services.doors.gates import Gate
from tests.browser import asker
from tests.browser.conftest import PageMaker
from tests.browser.living import LivingPortal, living_portal
from tests.browser.test_asker_word import a_photo, give

# Buckets that hardly fill again, so that a test stays as busy as it made the portal.
SLOW = Pace(
    new_cases=(100, 1), pages=(100, 1), cleaning=(100, 1), wrong_words=(100, 1), most_effort=40
)
COMPUTES = "Je browser rekent even"


@pytest.fixture
def busy(tmp_path: Path, free_port: int) -> Iterator[LivingPortal]:
    """A portal where nearly nothing is left of any measure."""
    with living_portal(tmp_path / "portal", free_port, SLOW) as living:
        for gate in gates.all_of(living.context):
            drain(gate, 0.9)
        yield living


def drain(gate: Gate, load: float) -> None:
    while gate.load < load:
        gate.count()


@contextmanager
def computing_held(page: Page) -> Iterator[None]:
    """Until the end of the block nothing is computed: a fast machine is done before anybody reads."""
    held: list[Route] = []
    seen = False

    def hold(route: Route) -> None:
        if seen:
            route.continue_()
        else:
            held.append(route)

    page.route("**/worker-work.js", hold)
    yield
    seen = True
    assert held, "nothing had to be computed"
    for route in held:
        route.continue_()


def calls(portal: LivingPortal, path: str) -> list[bytes]:
    return [one.text for one in portal.received if one.path.startswith(path)]


def test_a_question_with_an_attachment_goes_after_some_computing(
    page: Page, busy: LivingPortal, forgiving: None, tmp_path: Path
) -> None:
    asker.to_review(page, busy.origin, files=(a_photo(tmp_path),))
    with computing_held(page):
        asker.button(page, "Versleutel en verstuur je vraag").click()
        expect(page.get_by_text(COMPUTES)).to_be_visible(timeout=asker.SLOW)
    heading = page.get_by_role("heading", name="Je vraag is verstuurd")
    expect(heading).to_be_visible(timeout=asker.SLOW)
    assert len(busy.case_ids()) == 1
    assert any(b"ADVIESPUNT_WORK" in one for one in calls(busy, "/api/v1/cases/"))
    assert any(b"ADVIESPUNT_WORK" in one for one in calls(busy, "/api/v1/clean"))


def test_what_computes_is_fetched_only_when_it_is_busy(page: Page, portal: LivingPortal) -> None:
    asker.ask(page, portal.origin)
    assert calls(portal, "/static/app/client/worker-work.js") == []


def test_computing_can_be_stopped_and_the_text_stays(
    page: Page, tmp_path: Path, free_port: int, forgiving: None
) -> None:
    endless = Pace(new_cases=(100, 1), most_effort=4_096)
    with living_portal(tmp_path / "portal", free_port, endless) as portal:
        gate = gates.new_cases(portal.context)
        drain(gate, 0.97)
        asker.to_review(page, portal.origin)
        asker.button(page, "Versleutel en verstuur je vraag").click()
        expect(page.get_by_text("nog ongeveer")).to_be_visible(timeout=asker.SLOW)
        asker.button(page, "Stop").click()
        expect(page.get_by_text("Je hebt het gestopt. Er is niets verstuurd")).to_be_visible()
        expect(page.get_by_text(asker.QUESTION)).to_be_visible()
        assert portal.case_ids() == []
        # It is quiet again: the same text goes at once.
        object.__setattr__(portal.context.settings, "pace", Pace())
        asker.send(page)
        assert len(portal.case_ids()) == 1


def test_while_nothing_is_left_the_browser_waits_and_goes_on_by_itself(
    page: Page, tmp_path: Path, free_port: int, forgiving: None
) -> None:
    soon = Pace(new_cases=(10, 6), most_effort=4)
    with living_portal(tmp_path / "portal", free_port, soon) as portal:
        asker.to_review(page, portal.origin)
        drain(gates.new_cases(portal.context), 0.98)
        asker.button(page, "Versleutel en verstuur je vraag").click()
        expect(page.get_by_text("probeert het vanzelf opnieuw")).to_be_visible(timeout=asker.SLOW)
        heading = page.get_by_role("heading", name="Je vraag is verstuurd")
        expect(heading).to_be_visible(timeout=asker.SLOW)
        assert len(portal.case_ids()) == 1


def test_somebody_who_comes_back_computes_nothing(
    page: Page, busy: LivingPortal, forgiving: None
) -> None:
    words = asker.ask(page, busy.origin)
    before = len(busy.received)
    asker.come_back(page, busy.origin, words)
    asker.open_case(page)
    page.get_by_label("Je bericht").fill("Nog een woord.")
    asker.button(page, "Versleutel en verstuur je bericht").click()
    expect(page.locator(".message.own", has_text="Nog een woord.")).to_be_visible(
        timeout=asker.SLOW
    )
    assert not any(b"ADVIESPUNT_WORK" in one.text for one in busy.received[before:])


def test_where_many_try_to_open_a_mailbox_the_browser_computes_and_opens_it(
    busy: LivingPortal, page: Page, make_page: PageMaker, forgiving: None
) -> None:
    words = asker.ask(make_page(), busy.origin)
    drain(gates.askers(busy.context), 0.9)
    page.goto(f"{busy.origin}/mailbox")
    with computing_held(page):
        asker.sign_in(page, words)
        expect(page.get_by_text(COMPUTES)).to_be_visible(timeout=asker.SLOW)
    expect(page.locator(".case-link")).to_have_count(1, timeout=asker.SLOW)


def test_the_word_gets_in_while_others_are_guessing(
    page: Page, busy: LivingPortal, forgiving: None
) -> None:
    access.choose(busy.context, "blauwe merel")
    page.goto(f"{busy.origin}/ask")
    give(page, "blauwe merel")
    heading = page.get_by_role("heading", name="Wat wil je vragen?")
    expect(heading).to_be_visible(timeout=asker.SLOW)


def test_without_scripts_the_page_waits_by_itself_until_the_turn_has_come(
    make_page: PageMaker, tmp_path: Path, free_port: int
) -> None:
    pace = Pace(plain_cases=(100, 1), most_wait_seconds=5)
    with living_portal(tmp_path / "portal", free_port, pace) as portal:
        drain(gates.plain_cases(portal.context), 0.5)
        page = make_page(java_script_enabled=False)
        page.goto(f"{portal.origin}/plain/ask")
        asker.write_question(page)
        asker.button(page, "Verder: naam en wachtwoord").last.click()
        # So that there is something to wait for, however slowly this test types.
        with portal.context.sessions.write() as desk:
            desk.execute(delete(OnDesk).where(OnDesk.name == "turn-question"))
        expect(page.locator(".phrase li")).to_have_count(6)  # the page has come
        words = " ".join(page.locator(".phrase li").all_inner_texts())
        page.locator("#pseudonym").fill("regenjas")
        page.locator("#password").fill(words)
        page.locator("#again").fill(words)
        asker.button(page, "Verstuur je vraag").last.click()
        expect(page.get_by_role("heading", name="Even wachten: het is druk")).to_be_visible()
        assert portal.case_ids() == []
        page.get_by_role("link", name="Laat de pagina vanzelf opnieuw kijken").click()
        # Nobody touches the page any more: it looks again by itself.
        heading = page.get_by_role("heading", name="Je bent aan de beurt")
        expect(heading).to_be_visible(timeout=asker.SLOW)
        asker.button(page, "Verstuur je vraag").click()
        expect(page.get_by_role("heading", name="Je vraag is verstuurd")).to_be_visible()
        assert len(portal.case_ids()) == 1
