"""Walks in an office of its own: the first facilitator, somebody who joins, and passkeys."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import expect

from tests.browser import desk
from tests.browser.desk import Desk
from tests.browser.office import Office, open_office
from tests.looking.visit import SLOW, Seen, Visit

MODULE_KEYS = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@contextmanager
def own_office(visit: Visit) -> Iterator[tuple[Visit, Office]]:
    """A portal that nobody set up yet, at a name, so that passkeys exist there."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        with open_office(Path(folder) / "portal", port, host="localhost") as office:
            yield replace(visit, zone=replace(visit.zone, origin=office.origin)), office


def setting_up(outer: Visit) -> Iterator[Seen]:
    """From the one-time link to an empty queue, and somebody who joins."""
    with own_office(outer) as (visit, office):
        page = visit.page
        visit.go("/staff/setup")
        visit.sees(visit.heading("Hiervoor heb je een link nodig"))
        yield Seen("setup-no-link", "Setting up without the link", whole=False)
        visit.go("/")  # or only what is behind the # would change
        visit.go("/staff/setup#" + office.link.split("#")[1])
        visit.sees(page.locator("form input"))
        yield Seen("setup", "The first facilitator sets up the advice point")
        own = Desk("An Peeters", "an peeters", office.tick)
        fields = page.locator("form input[type=text]")
        fields.nth(0).fill("An Peeters")
        fields.nth(1).fill("beleidsadviseur")
        page.locator("form .primary").click()
        own.passphrase = note(visit)
        visit.sees(page.locator(".word-list"))
        yield Seen("setup-words", "Words of one's own and of the organisation, each shown once")
        visit.button("Ik heb ze opgeschreven").click()
        visit.sees(page.locator("#word-0"))
        yield Seen("setup-check", "Two of them are typed back")
        visit.button("Toon de woorden opnieuw").click()
        for _ in range(3):
            note(visit)
        visit.sees(visit.heading("Kies je tweede factor"))
        yield Seen("setup-factor", "A second factor: a passkey or codes")
        visit.button("Gebruik codes").click()
        visit.sees(page.locator("canvas.qr"))
        yield Seen("setup-codes", "Codes on a telephone")
        pair(visit, own)
        visit.sees(visit.heading("Het adviespunt is ingericht"))
        yield Seen("setup-done", "Set up: the six words for the poster")
        come_in(visit, own)
        visit.sees(page.locator(".empty"))
        yield Seen("queue-empty", "Nobody asked anything yet: what to do", whole=False)
        yield from passkeys(visit)
        yield from joining(visit, own)


def passkeys(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": MODULE_KEYS})
    desk.open_tab(page, visit.say("Mijn toegang"))
    visit.button("Voeg een passkey toe").click()
    visit.sees(visit.text("Passkey {n}"))
    visit.settled()
    yield Seen("account-passkey", "A passkey beside the codes, and where one is signed in")
    visit.button("Verwijder").first.click()
    visit.sees(page.locator("dialog"))
    yield Seen("account-passkey-remove", "Removing one: asked once more", whole=False)
    page.keyboard.press("Escape")


def joining(visit: Visit, own: Desk) -> Iterator[Seen]:
    """Eleven words, from the facilitator's screen to the newcomer's and back."""
    page = visit.page
    desk.open_tab(page, visit.say("Medewerkers"))
    visit.button("Nodig iemand uit").click()
    page.locator("#invite-name").fill("Carla Wouters")
    page.locator("#invite-function").fill("inspecteur")
    page.locator("form .primary").click()
    words = " ".join(all_words(visit))
    visit.button("Ik heb ze genoteerd").click()
    visit.sees(page.locator(".cards > li"))
    visit.go("/staff/join")
    page.locator("#invite-words").fill(words)
    page.locator("form .primary").click()
    visit.sees(visit.heading("Welkom, {name}", name="Carla Wouters"))
    yield Seen("join-welcome", "The invitation is right: what was agreed, before anything is made")
    visit.button("Ga verder").click()
    newcomer = Desk("Carla Wouters", "carla wouters", own.tick)
    for _ in range(2):
        newcomer.passphrase = note(visit)
    visit.button("Gebruik codes").click()
    pair(visit, newcomer)
    visit.sees(visit.heading("Je gegevens zijn verstuurd"))
    yield Seen("join-sent", "Joined: a facilitator looks at it first", whole=False)
    visit.go("/staff")  # where the facilitator is still signed in
    visit.sees(page.locator(".staff-nav"))
    desk.open_tab(page, visit.say("Medewerkers"))
    visit.sees(visit.button("Zet de toegang aan"))
    visit.settled()
    yield Seen("team-waiting", "Somebody joined with their words: their access can be turned on")


def all_words(visit: Visit) -> list[str]:
    visit.page.locator(".word-list li").first.wait_for(timeout=SLOW)
    return visit.page.locator(".word-list li").all_inner_texts()


def note(visit: Visit) -> str:
    """Write down the words that are shown and type two of them back."""
    page, words = visit.page, all_words(visit)
    visit.button("Ik heb ze opgeschreven").click()
    for index, label in enumerate(page.locator("form .field label").all_inner_texts()):
        page.locator(f"#word-{index}").fill(words[int(label.split()[-1]) - 1])
    page.locator("form .primary").click()
    expect(page.locator("#word-0")).to_have_count(0)
    return " ".join(words)


def pair(visit: Visit, one: Desk) -> None:
    page = visit.page
    visit.sees(page.locator("canvas.qr"))
    page.locator("details summary").click()
    one.secret = page.locator("details .words").inner_text().replace(" ", "")
    page.locator("form input").last.fill(one.code())
    page.locator("form .primary").click()


def come_in(visit: Visit, one: Desk) -> None:
    page = visit.page
    visit.go("/staff")
    page.locator("#staff-name").fill(one.sign_in_name)
    page.locator("#staff-passphrase").fill(one.passphrase)
    page.locator("#staff-code").fill(one.code())
    page.locator("form .primary").last.click()
    page.locator(".staff-nav").wait_for(timeout=SLOW)
    visit.settled()
