"""Walks over the plain pages: no script runs there, the server speaks."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Locator, Page

from tests.looking.asking import QUESTION, photo, refused_file
from tests.looking.visit import Seen, Visit

PASSWORD = "gewricht kalender dwaas mosterd tapijt fluister"


def follow(what: Locator) -> None:
    """Click what leads to another page, and wait until that one is whole, with its style sheet."""
    with what.page.expect_navigation():
        what.click()


def press(page: Page, do: str) -> None:
    follow(page.locator(f"main .actions button[value={do}], main button.primary[value={do}]").last)


def start(visit: Visit) -> Iterator[Seen]:
    visit.go("/plain")
    visit.sees(visit.page.locator("h1"))
    yield Seen("plain-start", "The start page without scripts, and what that means")
    visit.go("/plain/where")
    yield Seen("plain-where", "Where to go, without scripts")
    visit.open_all()
    yield Seen("plain-where-open", "The same with every answer open")
    visit.go("/plain/how")
    yield Seen("plain-how", "What anonymity means on the plain pages")
    visit.go("/plain/nothing-here")
    yield Seen("plain-nothing", "An address that is none", whole=False)


def asking(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    visit.go("/plain/ask")
    yield Seen("plain-ask", "Asking without scripts: the question")
    press(page, "next")
    yield Seen("plain-ask-errors", "The question sent on empty")
    page.get_by_role("radio").first.check()
    page.fill("#text", QUESTION)
    page.set_input_files("#upload", photo())
    follow(page.locator("button[value=add]"))
    yield Seen("plain-ask-photo", "A photo cleaned by the server, to look at")
    page.set_input_files("#upload", refused_file())
    follow(page.locator("button[value=add]"))
    yield Seen("plain-ask-refused", "A file that cannot be made safe")
    follow(page.locator("button[value=discard]"))
    yield Seen("plain-discard", "Throwing everything away: asked once more", whole=False)
    follow(visit.link("Nee, terug"))
    follow(page.locator("button[value^=keep-]"))
    press(page, "next")
    visit.sees(page.locator("#pseudonym"))
    yield Seen("plain-key", "A name, a password and a last look")
    page.fill("#pseudonym", "x")
    page.fill("#password", "welkom123")
    press(page, "send")
    yield Seen("plain-key-errors", "A password that is easy to guess")
    page.fill("#pseudonym", f"Stille Vos plain {visit.language}")
    for field in ("#password", "#again"):
        page.fill(field, PASSWORD)
    press(page, "send")
    visit.sees(visit.heading("Je vraag is verstuurd"))
    yield Seen("plain-sent", "Sent: on which day to come back")
    visit.go("/plain/mailbox")
    follow(page.locator(".case-link").first)
    follow(visit.link("Trek je vraag in"))
    yield Seen("plain-withdraw", "Withdrawing: what it means")
    follow(page.locator("main .danger.primary"))
    yield Seen("plain-withdrawn", "Withdrawn and destroyed", whole=False)
    visit.go("/plain/mailbox")
    yield Seen("plain-mailbox-empty", "A mailbox with nothing in it any more", whole=False)


def returning(visit: Visit) -> Iterator[Seen]:
    page, who = visit.page, visit.zone.asker("eerste reactie")
    visit.go("/plain/mailbox")
    yield Seen("plain-sign-in", "Coming back without scripts", whole=False)
    page.fill("#pseudonym", who.name)
    page.fill("#password", "welkom123")
    follow(page.locator("main button.primary"))
    yield Seen("plain-sign-in-wrong", "Name and password do not belong together", whole=False)
    page.fill("#pseudonym", who.name)
    page.fill("#password", who.password)
    follow(page.locator("main button.primary"))
    visit.sees(page.locator(".case-link"))
    yield Seen("plain-mailbox", "The mailbox without scripts", whole=False)
    follow(page.locator(".case-link").first)
    visit.sees(page.locator(".thread"))
    yield Seen("plain-question", "A question and its answers without scripts")
    press(page, "send")
    yield Seen("plain-question-empty-reply", "A reply without a text")
    page.fill("#text", "Gisteren, na de dienst.")
    page.context.clear_cookies()
    press(page, "send")
    yield Seen("plain-lost", "Signed out meanwhile: what was typed is given back")


def conversation(visit: Visit) -> Iterator[Seen]:
    page, who = visit.page, visit.zone.asker("beantwoord, met een document")
    visit.go("/plain/mailbox")
    page.fill("#pseudonym", who.name)
    page.fill("#password", who.password)
    follow(page.locator("main button.primary"))
    follow(page.locator(".case-link").first)
    for picture in page.locator(".thread img").all():
        picture.scroll_into_view_if_needed()
    yield Seen("plain-question-document", "An answered question with a document, without scripts")
