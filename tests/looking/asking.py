"""Walks of somebody who asks, with scripts: the start page and every step until it is sent."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image
from playwright.sync_api import FilePayload

from tests.browser import asker
from tests.looking.visit import SLOW, Seen, Visit

QUESTION = (
    "Gisteren kreeg ik een dossier over geluidshinder op de wijk. Eén van de betrokkenen is mijn "
    "overbuur.\n\nMag ik dit zelf behandelen, of geef ik het beter door?"
)


def photo() -> FilePayload:
    """A small picture of nothing in particular."""
    picture = Image.linear_gradient("L").resize((480, 360)).convert("RGB")
    out = io.BytesIO()
    picture.save(out, "JPEG", comment=b"made for a test")
    return {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def refused_file() -> FilePayload:
    return {"name": "alles.zip", "mimeType": "application/zip", "buffer": b"PK\x03\x04 nothing"}


def start(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    visit.go("/")
    visit.sees(page.locator("#fingerprint button"))
    yield Seen("start", "The start page: what this is, what to expect, what cannot be promised")
    page.locator("#fingerprint button").click()
    visit.sees(page.locator(".fingerprint"))
    visit.open_all()
    yield Seen("start-open", "The start page with every channel open and the fingerprint shown")
    with visit.refusing("**/api/v1/**", 503, "unavailable"):
        visit.go("/")
        visit.sees(page.locator("#app .notice"))
        yield Seen("start-no-server", "The start page when the server does not answer", whole=False)
    visit.go("/vraag")
    yield Seen("nothing", "An address that is none, in every language", whole=False)


def where(visit: Visit) -> Iterator[Seen]:
    """The questions that lead to the right place, and what anonymity means."""
    page = visit.page
    visit.go("/where")
    visit.sees(page.get_by_role("radio"))
    yield Seen("where", "Where to go: a few questions, of which nothing is sent")
    for place in (0, 1):
        page.locator("fieldset").nth(place).locator("input").last.check()
    visit.sees(page.locator("section.card"))
    visit.open_all()
    yield Seen("where-answered", "Where to go: two answers, and the places they lead to")
    visit.go("/how")
    visit.settled()
    yield Seen("how", "What anonymity means here, and where it ends")


def question(visit: Visit) -> Iterator[Seen]:
    """The first step, with everything that can go wrong there."""
    page = visit.page
    visit.go("/ask")
    visit.sees(page.locator("#text"))
    yield Seen("ask", "Asking, step 1: the question")
    visit.button("Verder naar bijlagen").click()
    visit.sees(page.locator(".error"))
    yield Seen("ask-errors", "Step 1 sent on empty: what is missing stands beside each field")
    page.get_by_role("radio").first.check()
    page.locator("#text").fill(QUESTION)
    page.locator("#urgent").check()
    page.locator("#named").check()
    page.locator("#own-name").fill("Iemand")
    visit.open_all()
    page.locator("details input[type=checkbox]").first.check()
    yield Seen("ask-filled", "Step 1 filled in, with a name given and somebody kept out")
    for box in page.locator("details input[type=checkbox]").all():
        box.check()
    visit.sees(page.locator("#exclude-error .error"))
    yield Seen("ask-nobody-left", "Everybody kept out: where to go instead")


def attachments(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    _to_attachments(visit)
    yield Seen("ask-files", "Step 2: attachments, none yet")
    with visit.refusing("**/api/v1/clean**", 503, "jail"):
        page.locator("input[type=file]").first.set_input_files([photo()])
        visit.sees(page.locator(".file.refused"))
        yield Seen("ask-files-jail", "Cleaning does not work just now")
    page.locator(".file.refused button").last.click()
    page.locator("input[type=file]").first.set_input_files([photo(), refused_file()])
    visit.sees(page.locator(".file .thumb"))
    visit.sees(page.locator(".file.refused"))
    yield Seen("ask-files-cleaned", "One file cleaned, with its traces, and one refused")
    visit.button("Verder naar naam en wachtwoord").click()
    visit.sees(page.locator("#files-error .error"))
    yield Seen("ask-files-undecided", "Going on before every file was looked at")
    page.locator(".file .primary").click()
    page.locator(".thumb").first.click()
    visit.sees(page.locator("dialog.viewer canvas"))
    yield Seen("ask-viewer", "The page as the coach will see it", whole=False)


def _to_attachments(visit: Visit) -> None:
    visit.go("/ask")
    asker.write_question(visit.page, QUESTION)
    visit.button("Verder naar bijlagen").click()
    visit.sees(visit.button("Verder naar naam en wachtwoord"))


def key(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    _to_attachments(visit)
    visit.button("Verder naar naam en wachtwoord").click()
    visit.sees(page.locator(".phrase li"))
    yield Seen("ask-key", "Step 3: a name and six words")
    visit.button("Verder naar nakijken").click()
    visit.sees(page.locator(".error"))
    yield Seen("ask-key-errors", "Step 3 sent on empty")
    page.locator("#way-own").check()
    page.locator("#name").fill("Blauwe Merel")
    page.locator("#own").fill("welkom")
    visit.button("Verder naar nakijken").click()
    visit.sees(page.locator("#own-error .error"))
    yield Seen("ask-key-weak", "A password of one's own that is easy to guess")


def sending(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    _to_attachments(visit)
    visit.button("Verder naar naam en wachtwoord").click()
    asker.choose_words(page)
    visit.button("Verder naar nakijken").click()
    send = visit.button("Versleutel en verstuur je vraag")
    visit.sees(send)
    yield Seen("ask-review", "Step 4: a last look")
    with visit.offline():
        send.click()
        visit.sees(
            visit.text(
                "Er is geen verbinding. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het opnieuw."
            )
        )
        yield Seen("ask-offline", "The line broke while sending")
    page.locator(".actions .primary").click()
    page.locator("h1", has_text=visit.say("Je vraag is verstuurd")).wait_for(timeout=SLOW)
    yield Seen("sent", "Sent: on which day to come back")


def without_scripts_or_browser(visit: Visit) -> Iterator[Seen]:
    """Pages that cannot come to life, and say so."""
    page = visit.page
    page.route("**/static/app/ask/*.js", lambda route: route.abort())
    visit.go("/ask")
    visit.sees(page.locator(".stuck"))
    yield Seen("broken", "A script did not arrive", whole=False)
    page.unroute("**/static/app/ask/*.js")
    page.add_init_script("delete globalThis.Worker")
    visit.go("/mailbox")
    visit.sees(page.locator(".stuck"))
    yield Seen("old-browser", "A browser that cannot seal", whole=False)


def scripts_off(visit: Visit) -> Iterator[Seen]:
    visit.go("/")
    yield Seen("start-scripts-off", "The first page with scripts off: on to the plain pages")
    visit.go("/ask")
    yield Seen(
        "scripts-off", "A sealed page with scripts off: the way to the plain pages", whole=False
    )
