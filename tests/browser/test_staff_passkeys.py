"""Passkeys from end to end, with the authenticator that Chromium has for tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser import desk
from tests.browser.conftest import PageMaker
from tests.browser.desk import Desk, Safe, button, heading
from tests.browser.office import Office, open_office

pytestmark = pytest.mark.browser


@pytest.fixture
def office(tmp_path: Path, free_port: int) -> Iterator[Office]:
    with open_office(tmp_path / "portal", free_port, host="localhost") as found:
        yield found


@dataclass
class Authenticator:
    """Chromium's own virtual one, in this page; `kept` are the passkeys in it."""

    page: Page
    session: CDPSession = field(init=False)
    ident: str = field(init=False)

    def __post_init__(self) -> None:
        self.session = self.page.context.new_cdp_session(self.page)
        self.session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
            "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
        }  # fmt: skip
        made = self.session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.ident = made["authenticatorId"]

    def _send(self, what: str, **more: Any) -> Any:
        return self.session.send(f"WebAuthn.{what}", {"authenticatorId": self.ident, **more})

    @property
    def kept(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._send("getCredentials")["credentials"]
        return found

    def verify(self, *, user: bool) -> None:
        """Whether the finger is the right one."""
        self._send("setUserVerified", isUserVerified=user)


def choose_codes(page: Page, one: Desk) -> None:
    expect(heading(page, "Kies je tweede factor")).to_be_visible(timeout=desk.SLOW)
    button(page, "Gebruik codes").click()
    desk.pair_telephone(page, one)


@pytest.fixture
def facilitator(
    office: Office, page: Page, monkeypatch: pytest.MonkeyPatch
) -> tuple[Page, Desk, Safe]:
    """Signed in by code, at an address where a passkey can be made."""
    pair = desk.pair_telephone

    def choose(page: Page, one: Desk) -> None:
        monkeypatch.setattr(desk, "pair_telephone", pair)
        choose_codes(page, one)

    monkeypatch.setattr(desk, "pair_telephone", choose)
    own, safe = desk.set_up(page, office)
    desk.sign_in(page, office, own)
    return page, own, safe


def factors(page: Page) -> Any:
    return page.locator(".card", has=heading(page, "Je tweede factor")).locator("li")


def add_passkey(page: Page) -> None:
    desk.open_tab(page, "Mijn toegang")
    before = factors(page)
    expect(before.first).to_be_visible(timeout=desk.SLOW)
    count = before.count()
    button(page, "Voeg een passkey toe").click()
    expect(factors(page)).to_have_count(count + 1, timeout=desk.SLOW)


def sign_out(page: Page) -> None:
    button(page, "Meld je af").click()
    expect(heading(page, "Aanmelden als medewerker")).to_be_visible(timeout=desk.SLOW)


def type_words(page: Page, own: Desk) -> None:
    page.get_by_label("Naam waarmee je je aanmeldt").fill(own.sign_in_name)
    page.get_by_label("Wachtzin", exact=True).fill(own.passphrase)


def expected(complaints: list[str]) -> None:
    """Refused answers belong to these stories, and Chromium tells of each."""
    complaints[:] = [line for line in complaints if "Failed to load resource" not in line]


def test_a_passkey_is_added_signs_in_and_is_removed(
    office: Office, facilitator: tuple[Page, Desk, Safe], complaints: list[str]
) -> None:
    page, own, _ = facilitator
    authenticator = Authenticator(page)
    add_passkey(page)
    (kept,) = authenticator.kept
    assert (kept["rpId"], kept["userName"]) == ("localhost", "medewerker")
    assert own.sign_in_name not in str(kept)

    sign_out(page)
    button(page, "Gebruik een passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("Typ eerst je naam")
    type_words(page, own)
    button(page, "Gebruik een passkey").click()
    expect(page.locator(".staff-nav")).to_be_visible(timeout=desk.SLOW)
    assert authenticator.kept[0]["signCount"] > kept["signCount"]

    desk.open_tab(page, "Mijn toegang")
    row = factors(page).filter(has_text="Passkey 1")
    row.get_by_role("button", name="Verwijder").click()
    page.locator("dialog").get_by_role("button", name="Verwijder de passkey").click()
    expect(factors(page)).to_have_count(1, timeout=desk.SLOW)
    expect(factors(page).get_by_role("button", name="Verwijder")).to_have_count(0)

    sign_out(page)
    type_words(page, own)
    button(page, "Gebruik een passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("kloppen niet samen", timeout=desk.SLOW)
    expected(complaints)


def test_who_breaks_off_or_is_not_verified_reads_that_nothing_happened(
    office: Office, facilitator: tuple[Page, Desk, Safe]
) -> None:
    page, own, _ = facilitator
    authenticator = Authenticator(page)
    add_passkey(page)
    button(page, "Voeg een passkey toe").click()
    expect(page.locator("main")).to_contain_text("staat al een passkey van jou", timeout=desk.SLOW)
    sign_out(page)
    authenticator.verify(user=False)
    type_words(page, own)
    button(page, "Gebruik een passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("geen passkey gebruikt", timeout=desk.SLOW)
    assert page.get_by_label("Wachtzin", exact=True).input_value() == own.passphrase


def test_after_a_while_a_change_asks_to_sign_in_again_and_one_may_go_back(
    office: Office, facilitator: tuple[Page, Desk, Safe], complaints: list[str]
) -> None:
    page, own, _ = facilitator
    Authenticator(page)
    desk.open_tab(page, "Mijn toegang")
    office.clock.seconds += 6 * 60
    button(page, "Voeg een passkey toe").click()
    dialog = page.locator("dialog")
    expect(dialog).to_contain_text("meldt zich eerst nog eens aan", timeout=desk.SLOW)
    dialog.get_by_role("button", name="Terug").click()
    expect(page.locator("main")).to_contain_text("Er is niets veranderd", timeout=desk.SLOW)
    button(page, "Voeg een passkey toe").click()
    dialog.get_by_label("Wachtzin", exact=True).fill(own.passphrase)
    dialog.get_by_label("Code van zes cijfers").fill(own.code())
    dialog.get_by_role("button", name="Meld je aan").click()
    expect(factors(page)).to_have_count(2, timeout=desk.SLOW)
    expected(complaints)


def test_somebody_joins_with_a_passkey_and_gets_a_new_one_when_it_is_lost(
    office: Office,
    facilitator: tuple[Page, Desk, Safe],
    make_page: PageMaker,
    complaints: list[str],
) -> None:
    page = facilitator[0]
    words = desk.invite(page, "Carla Wouters", "inspecteur", "integriteitscoach")
    coach = make_page()
    lost = Authenticator(coach)
    carla = Desk("Carla Wouters", "carla wouters", office.tick)
    coach.goto(f"{office.origin}/staff/join")
    coach.get_by_label("De elf woorden van je uitnodiging").fill(words)
    button(coach, "Ga verder").click()
    button(coach, "Ga verder").click()
    carla.passphrase = desk.note_words(coach, "Je wachtzin")
    desk.note_words(coach, "Je herstelcode")
    button(coach, "Maak een passkey").click()
    expect(heading(coach, "Je gegevens zijn verstuurd")).to_be_visible(timeout=desk.SLOW)
    assert len(lost.kept) == 1
    desk.activate(page, "Carla Wouters")

    card = page.locator(".cards > li", has_text="Carla Wouters")
    card.get_by_role("button", name="Vernieuw de tweede factor").click()
    page.locator("dialog").get_by_role("button", name="Maak een code").click()
    expect(page.locator("dialog .word-list li")).to_have_count(11)
    code = " ".join(page.locator("dialog .word-list li").all_inner_texts())
    page.locator("dialog").get_by_role("button", name="Ik heb ze genoteerd").click()

    other = make_page()
    found = Authenticator(other)
    other.goto(f"{office.origin}/staff")
    type_words(other, carla)
    button(other, "Ik kreeg een code om mijn tweede factor te vernieuwen").click()
    other.get_by_label("Code om je tweede factor te vernieuwen").fill(code)
    button(other, "Meld je aan").click()
    expect(other.locator("canvas.qr")).to_be_visible(timeout=desk.SLOW)
    button(other, "Maak een passkey").click()
    expect(heading(other, "Er is je nog geen vraag toegewezen")).to_be_visible(timeout=desk.SLOW)
    assert len(found.kept) == 1

    coach.goto(f"{office.origin}/staff")
    type_words(coach, carla)
    button(coach, "Gebruik een passkey").click()
    expect(coach.get_by_role("alert")).to_contain_text("kloppen niet samen", timeout=desk.SLOW)
    expected(complaints)


def test_other_browsers_are_listed_by_day_and_signed_out_one_by_one_or_all(
    office: Office,
    facilitator: tuple[Page, Desk, Safe],
    make_page: PageMaker,
    complaints: list[str],
) -> None:
    page, own, _ = facilitator
    others = [make_page() for _ in range(3)]
    for one in others:
        desk.sign_in(one, office, own)
    desk.open_tab(page, "Mijn toegang")
    rows = page.locator(".card", has=heading(page, "Waar ben je aangemeld?")).locator("li")
    expect(rows).to_have_count(4, timeout=desk.SLOW)
    expect(rows.first).to_contain_text("Deze browser")
    expect(rows.first).to_contain_text("aangemeld op")
    rows.nth(1).get_by_role("button", name="Meld daar af").click()
    expect(rows).to_have_count(3, timeout=desk.SLOW)
    button(page, "Meld me overal elders af").click()
    expect(rows).to_have_count(1, timeout=desk.SLOW)
    for one in others:
        one.reload()
        expect(heading(one, "Aanmelden als medewerker")).to_be_visible(timeout=desk.SLOW)
    expected(complaints)


def test_at_an_address_that_is_a_number_no_passkey_is_offered(
    tmp_path: Path, free_port: int, page: Page
) -> None:
    with open_office(tmp_path / "portal", free_port) as office:
        own, _ = desk.set_up(page, office)
        page.goto(f"{office.origin}/staff")
        expect(button(page, "Meld je aan")).to_be_visible(timeout=desk.SLOW)
        expect(button(page, "Gebruik een passkey")).to_have_count(0)
        desk.sign_in(page, office, own)
        desk.open_tab(page, "Mijn toegang")
        expect(page.locator("main")).to_contain_text("geen passkey toevoegen", timeout=desk.SLOW)
