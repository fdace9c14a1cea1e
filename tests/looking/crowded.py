"""Walks at a portal that asks for the access word, and at one that is too busy to take everything at once."""

from __future__ import annotations

from collections.abc import Iterator

from portal.config import Pace
from tests.browser import asker
from tests.looking.asking import QUESTION
from tests.looking.plain import PASSWORD, follow, press
from tests.looking.visit import Seen, Visit

WORD = "blauwe merel"
# Far more than organisation.toml may ask for: no machine is done before it was looked at.
COMPUTING = Pace(new_cases=(100, 0.01), most_effort=65_536)
WAITING = Pace(new_cases=(1, 0.01), most_effort=1)
PLAIN = Pace(plain_cases=(100, 0.01), most_wait_seconds=600)


def word(visit: Visit) -> Iterator[Seen]:
    """The access word, on the sealed pages."""
    page = visit.page
    with visit.zone.asking_for(WORD):
        visit.go("/ask")
        visit.sees(page.locator("#access-word"))
        yield Seen("word", "The access word, before anything can be asked")
        page.locator("#access-word").fill("groene specht")
        page.locator(".actions .primary").click()
        visit.sees(
            visit.text(
                "Dit is niet het toegangswoord. Kijk na wat je op het werk kreeg en typ het opnieuw."
            )
        )
        yield Seen("word-wrong", "Not the word")
        page.locator("#access-word").fill(WORD)
        page.locator(".actions .primary").click()
        _to_review(visit)
    with visit.zone.asking_for("groene specht"):
        visit.button("Versleutel en verstuur je vraag").click()
        visit.sees(page.locator("dialog #access-word"))
        yield Seen(
            "word-again", "The word changed while somebody wrote: asked in place", whole=False
        )


def _to_review(visit: Visit, name: str = "Blauwe Merel") -> None:
    visit.sees(visit.page.locator("#text"))
    asker.write_question(visit.page, QUESTION)
    visit.button("Verder naar bijlagen").click()
    visit.button("Verder naar naam en wachtwoord").click()
    asker.choose_words(visit.page, name)
    visit.button("Verder naar nakijken").click()
    visit.sees(visit.button("Versleutel en verstuur je vraag"))


def busy(visit: Visit) -> Iterator[Seen]:
    """Nothing was refused: the browser computes or waits, and says how long."""
    visit.go("/ask")
    _to_review(visit, f"Trage Slak {visit.language}")
    with visit.zone.crowded(COMPUTING, "new cases", 0.97):
        visit.button("Versleutel en verstuur je vraag").click()
        visit.sees(
            visit.text(
                "Het is nu druk. Je browser rekent even: nog ongeveer {n} minuten. Wat je schreef blijft staan."
            )
        )
        yield Seen("busy", "Busy: the browser computes first, says how long, and can be stopped")
        visit.button("Stop").click()
        visit.sees(
            visit.text(
                "Je hebt het gestopt. Er is niets verstuurd, en wat je schreef staat er nog."
            )
        )
        yield Seen("busy-stopped", "Stopped: what was written is still there")
    with visit.zone.crowded(WAITING, "new cases", 0.99):
        visit.button("Versleutel en verstuur je vraag").click()
        visit.sees(
            visit.text(
                "Het is nu heel druk. Je browser probeert het vanzelf opnieuw over ongeveer {n} seconden. "
                "Wat je schreef blijft staan."
            )
        )
        yield Seen("busy-waiting", "Nothing is left for now: the browser tries again by itself")


def plain_word(visit: Visit) -> Iterator[Seen]:
    """The access word, without scripts."""
    page = visit.page
    with visit.zone.asking_for(WORD):
        visit.go("/plain/ask")
        visit.sees(page.locator("#word"))
        yield Seen("plain-word", "The access word without scripts")
        page.fill("#word", "groene specht")
        follow(page.locator("main .primary"))
        visit.sees(page.locator("main .error, main [role=alert]"))
        yield Seen("plain-word-wrong", "Not the word, without scripts")


def plain_wait(visit: Visit) -> Iterator[Seen]:
    """A page that waits until the turn has come."""
    page = visit.page
    visit.go("/plain/ask")
    page.get_by_role("radio").first.check()
    page.fill("#text", QUESTION)
    press(page, "next")
    visit.sees(page.locator("#pseudonym"))
    with visit.zone.crowded(PLAIN, "plain cases", 0.9):
        page.fill("#pseudonym", f"Trage Slak plain {visit.language}")
        for field in ("#password", "#again"):
            page.fill(field, PASSWORD)
        press(page, "send")
        visit.sees(visit.heading("Even wachten: het is druk"))
        yield Seen("plain-wait", "Busy, without scripts: how long it still takes")
    visit.go("/plain/ask/wait")
    visit.sees(visit.heading("Je bent aan de beurt"))
    yield Seen("plain-turn", "The turn has come")
