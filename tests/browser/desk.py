"""What members of staff do on the pages, for the tests of their journeys."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import pyotp
from playwright.sync_api import Locator, Page, expect

SLOW = 60_000  # milliseconds: Argon2id and many keys on a busy machine


class Place(Protocol):
    """A portal: where it is, its one-time link, and a clock that goes on with every code."""

    origin: str
    link: str

    def tick(self) -> int: ...


@dataclass
class Desk:
    """What somebody of the staff has on paper and on a telephone."""

    name: str
    sign_in_name: str
    tick: Callable[[], int]
    passphrase: str = ""
    recovery: str = ""
    secret: str = ""

    def code(self) -> str:
        """The next code: none is good twice."""
        return pyotp.TOTP(self.secret).at(self.tick())


@dataclass
class Safe:
    """What the organisation keeps on paper."""

    recovery_key: str = ""
    archive_key: str = ""


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name)


def note_words(page: Page, title: str) -> str:
    """Write down the words that are shown and type two of them back."""
    expect(heading(page, title)).to_be_visible(timeout=SLOW)
    words = page.locator(".word-list li").all_inner_texts()
    button(page, "Ik heb ze opgeschreven").click()
    for field_ in page.locator("form .field").all():
        label = field_.locator("label").inner_text()
        field_.locator("input").fill(words[int(label.split()[-1]) - 1])
    button(page, "Controleer").click()
    return " ".join(words)


def pair_telephone(page: Page, desk: Desk) -> None:
    expect(heading(page, "Koppel je telefoon")).to_be_visible(timeout=SLOW)
    expect(page.locator("canvas.qr")).to_be_visible(timeout=SLOW)
    page.get_by_text("Kun je niet scannen?").click()
    desk.secret = page.locator("details .words").inner_text().replace(" ", "")
    page.get_by_label("Code van zes cijfers").fill(desk.code())
    button(page, "Bevestig").click()


def set_up(page: Page, place: Place, name: str = "An Peeters") -> tuple[Desk, Safe]:
    """Be the first facilitator, from the one-time link to the fingerprint."""
    desk, safe = Desk(name, name.lower(), place.tick), Safe()
    page.goto(place.link)
    page.get_by_label("Je naam", exact=True).fill(name)
    page.get_by_label("Je functie").fill("beleidsadviseur")
    button(page, "Ga verder").click()
    desk.passphrase = note_words(page, "Je wachtzin")
    desk.recovery = note_words(page, "Je herstelcode")
    safe.recovery_key = note_words(page, "De herstelsleutel van de organisatie")
    safe.archive_key = note_words(page, "De archiefsleutel")
    pair_telephone(page, desk)
    expect(heading(page, "Het adviespunt is ingericht")).to_be_visible(timeout=SLOW)
    return desk, safe


def fill_sign_in(page: Page, desk: Desk) -> None:
    page.get_by_label("Naam waarmee je je aanmeldt").fill(desk.sign_in_name)
    page.get_by_label("Wachtzin", exact=True).fill(desk.passphrase)
    page.get_by_label("Code van zes cijfers").fill(desk.code())
    button(page, "Meld je aan").click()


def sign_in(page: Page, place: Place, desk: Desk, path: str = "/staff") -> None:
    page.goto(f"{place.origin}{path}")
    fill_sign_in(page, desk)
    expect(page.locator(".staff-nav")).to_be_visible(timeout=SLOW)


def open_tab(page: Page, name: str) -> None:
    page.locator(".staff-nav .tab", has_text=name).click()


def invite(page: Page, name: str, function: str, role: str) -> str:
    """As a facilitator: make an invitation and give its eleven words."""
    open_tab(page, "Medewerkers")
    button(page, "Nodig iemand uit").click()
    page.get_by_label("Naam, zoals collega").fill(name)
    page.get_by_label("Functie").fill(function)
    page.locator(".choice", has_text=re.compile(rf"^\s*{role}")).locator("input").check()
    button(page, "Maak de uitnodiging").click()
    expect(page.locator(".word-list li")).to_have_count(11, timeout=SLOW)
    words = " ".join(page.locator(".word-list li").all_inner_texts())
    button(page, "Ik heb ze genoteerd").click()
    return words


def join(page: Page, place: Place, name: str, words: str) -> Desk:
    """As somebody invited: from the eleven words to waiting."""
    desk = Desk(name, name.lower(), place.tick)
    page.goto(f"{place.origin}/staff/join")
    page.get_by_label("De elf woorden van je uitnodiging").fill(words)
    button(page, "Ga verder").click()
    expect(heading(page, f"Welkom, {name}")).to_be_visible(timeout=SLOW)
    button(page, "Ga verder").click()
    desk.passphrase = note_words(page, "Je wachtzin")
    desk.recovery = note_words(page, "Je herstelcode")
    pair_telephone(page, desk)
    expect(heading(page, "Je gegevens zijn verstuurd")).to_be_visible(timeout=SLOW)
    return desk


def activate(page: Page, name: str, safe: Safe | None = None) -> None:
    """As the inviting facilitator: check who came back and let them in."""
    open_tab(page, "Medewerkers")
    card = page.locator(".cards > li", has_text=name).first
    expect(card.get_by_text("passen bij je woorden")).to_be_visible(timeout=SLOW)
    card.get_by_role("button", name="Zet de toegang aan").click()
    if safe is not None:
        page.get_by_label("De 21 woorden").fill(safe.recovery_key)
        button(page, "Ga verder").click()
    expect(page.locator(".toast", has_text=name)).to_be_visible(timeout=SLOW)


def employ(
    facilitator: Page, newcomer: Page, place: Place, name: str, role: str, safe: Safe | None = None
) -> Desk:
    """Invite, join and activate somebody."""
    words = invite(facilitator, name, "medewerker", role)
    desk = join(newcomer, place, name, words)
    activate(facilitator, name, safe)
    return desk


def open_case(page: Page, place: int = 0) -> None:
    page.locator(".queue-row").nth(place).click()
    expect(page.locator(".case .thread .message").first).to_be_visible(timeout=SLOW)


def write(page: Page, act: str, text: str, button_name: str) -> None:
    """Choose what to write, write it and send it."""
    page.locator(".compose .segment", has_text=act).first.click()
    page.locator("#compose-text").fill(text)
    button(page, button_name).click()
    if act == "Definitief antwoord":
        page.locator("dialog").get_by_role("button", name="Verstuur het antwoord").click()


def assign(page: Page, name: str) -> None:
    button(page, "Wijs een coach toe").click()
    page.locator("dialog .choice", has_text=name).locator("input").check()
    page.locator("dialog").get_by_role("button", name="Wijs toe").click()
    expect(page.locator(".people")).to_contain_text(name, timeout=SLOW)
