"""Walks of somebody who comes back for an answer, with scripts."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import expect

from tests.browser import asker
from tests.looking.visit import SLOW, Seen, Visit


def sign_in(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    visit.go("/mailbox")
    visit.sees(page.locator("#sign-in-name"))
    yield Seen("mailbox-sign-in", "Coming back: name and password", whole=False)
    page.locator("#sign-in-name").fill("x")
    page.locator("#sign-in-password").fill("y")
    visit.button("Open je brievenbus").click()
    visit.sees(page.locator("[role=alert] .notice"))
    yield Seen("mailbox-wrong", "Name and password do not belong together", whole=False)
    with visit.refusing("**/api/v1/mailbox/**", 429, "throttled"):
        visit.button("Open je brievenbus").click()
        visit.sees(
            visit.text(
                "Er wordt nu te vaak geprobeerd om aan te melden. Wacht enkele minuten en probeer het opnieuw."
            )
        )
        yield Seen("mailbox-throttled", "Too many attempts by everybody together", whole=False)


def come_in(visit: Visit, about: str) -> None:
    """Sign in as the made-up asker of whom the demonstration says this."""
    who = visit.zone.asker(about)
    visit.go("/mailbox")
    _sign_in(visit, who.name, who.password)


def _sign_in(visit: Visit, name: str, password: str) -> None:
    visit.page.locator("#sign-in-name").fill(name)
    visit.page.locator("#sign-in-password").fill(password)
    visit.button("Open je brievenbus").click()
    visit.page.locator(".case-link").first.wait_for(timeout=SLOW)
    visit.settled()


def read(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "eerste reactie")
    yield Seen("mailbox", "The mailbox: where each question stands", whole=False)
    asker.open_case(page)
    visit.settled()
    yield Seen("question", "A question with a first reaction and a message that asks something")
    visit.open_all()
    yield Seen("question-open", "The same, with its days, people and attachments unfolded")
    visit.button("Versleutel en verstuur je bericht").click()
    visit.sees(page.locator("#reply-error .error"))
    yield Seen("question-empty-reply", "A reply without a text")
    with visit.offline():
        page.locator("#reply").fill("Gisteren, na de dienst.")
        visit.button("Versleutel en verstuur je bericht").click()
        visit.sees(page.locator("#reply-files-error .error"))
        yield Seen("question-offline", "The line broke while replying: the text is still there")
    visit.button("Trek je vraag in").click()
    visit.sees(page.locator("dialog"))
    yield Seen("question-withdraw", "Withdrawing: what it means, asked once more", whole=False)
    page.keyboard.press("Escape")


def answered(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    who = visit.zone.asker("een heel gesprek")
    come_in(visit, "een heel gesprek")
    asker.open_case(page)
    visit.settled()
    yield Seen("question-closed", "A whole conversation, answered and closed")
    visit.button("Naar je brievenbus").click()
    visit.button("Kies een andere naam of een ander wachtwoord").click()
    visit.sees(page.locator(".phrase li"))
    yield Seen("mailbox-other-words", "Choosing another name or password")
    with visit.refusing("**/api/v1/mailbox", 404, "not-found"):
        visit.go("/mailbox")
        visit.sees(page.locator("#sign-in-name"))
        yield Seen("mailbox-gone", "Its last question went to the archive or was withdrawn")
    _sign_in(visit, who.name, who.password)
    visit.go("/ask")
    visit.sees(page.locator("#text"))
    yield Seen("ask-linked", "Asking again in an open mailbox: the questions can be linked")


def with_pictures(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "met een foto")
    asker.open_case(page)
    page.locator(".thumb canvas").first.scroll_into_view_if_needed()
    expect(page.locator(".thumb canvas").first).to_have_attribute("width", "240", timeout=SLOW)
    yield Seen("question-photo", "A question with a photo and a promise that is near")
    page.locator(".thumb").first.click()
    visit.sees(page.locator("dialog.viewer canvas"))
    yield Seen("question-viewer", "The asker's own photo, large", whole=False)
    visit.page.keyboard.press("Escape")


def withdrawn(visit: Visit) -> Iterator[Seen]:
    """A question of one's own, destroyed before anybody opened it."""
    page = visit.page
    visit.go("/ask")
    asker.write_question(page)
    visit.button("Verder naar bijlagen").click()
    visit.button("Verder naar naam en wachtwoord").click()
    words = asker.choose_words(page, f"Stille Vos {visit.language}")
    visit.button("Verder naar nakijken").click()
    visit.button("Versleutel en verstuur je vraag").click()
    page.locator("h1", has_text=visit.say("Je vraag is verstuurd")).wait_for(timeout=SLOW)
    visit.go("/mailbox")
    _sign_in(visit, words.name, words.password)
    page.locator(".case-link").click()
    visit.sees(page.locator(".thread .message"))
    yield Seen("question-new", "A question that nobody has opened yet")
    visit.button("Trek je vraag in").click()
    visit.sees(page.locator("dialog"))
    yield Seen(
        "question-destroy", "Withdrawing before anybody read it: it is destroyed", whole=False
    )
    page.locator("dialog .danger").click()
    visit.sees(
        visit.text(
            "Deze brievenbus is leeg. Je kunt hier een nieuwe vraag stellen, of je afmelden."
        )
    )
    yield Seen("mailbox-empty", "A mailbox with nothing in it any more", whole=False)
