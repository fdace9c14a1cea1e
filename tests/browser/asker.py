"""What an asker does on the pages, for the tests that begin where somebody has done it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

QUESTION = "Mijn buurman vroeg of zijn dossier al behandeld is. Mag ik dat nakijken?"
SLOW = 45_000  # milliseconds: Argon2id on a busy machine

# A busy machine is no reason to say that a page is wrong.
expect.set_options(timeout=20_000)


@dataclass(frozen=True, slots=True)
class Words:
    """What an asker writes down to come back."""

    name: str
    password: str


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def write_question(page: Page, text: str = QUESTION) -> None:
    """Fill in the first step, on a page that stands at it, in whatever language."""
    page.get_by_role("radio").first.check()
    page.locator("#text").fill(text)


def choose_words(page: Page, name: str = "Blauwe Merel") -> Words:
    """Take the six words that are offered, and copy the two that are asked for."""
    page.locator("#name").fill(name)
    page.wait_for_selector(".phrase li")
    page.locator(".phrase li").first.wait_for()
    words = page.locator(".phrase li").all_inner_texts()
    for place, word in enumerate(words):
        field = page.locator(f"#word-{place}")
        if field.count():
            field.fill(word)
    return Words(name, " ".join(words))


def to_review(page: Page, origin: str, text: str = QUESTION, files: tuple[Path, ...] = ()) -> Words:
    """Go through all steps until the last look."""
    page.goto(f"{origin}/ask")
    write_question(page, text)
    button(page, "Verder naar bijlagen").click()
    if files:
        attach(page, *files)
    button(page, "Verder naar naam en wachtwoord").click()
    words = choose_words(page)
    button(page, "Verder naar nakijken").click()
    expect(page.get_by_role("heading", name="Klopt alles?")).to_be_visible()
    return words


def attach(page: Page, *files: Path) -> None:
    """Choose files, wait for their pages, and keep them all."""
    page.locator("input[type=file]").first.set_input_files([str(file) for file in files])
    for _ in files:
        button(page, "Neem mee").first.click(timeout=SLOW)


def send(page: Page) -> None:
    button(page, "Versleutel en verstuur je vraag").click()
    heading = page.get_by_role("heading", name="Je vraag is verstuurd")
    expect(heading).to_be_visible(timeout=SLOW)


def ask(page: Page, origin: str, text: str = QUESTION, files: tuple[Path, ...] = ()) -> Words:
    """Ask a question from beginning to end."""
    words = to_review(page, origin, text, files)
    send(page)
    return words


def sign_in(page: Page, words: Words) -> None:
    """Fill in the form that is on the page and wait for the mailbox."""
    page.get_by_label("De naam die je zelf koos").fill(words.name)
    page.get_by_label("Je wachtwoord, of je zes woorden").fill(words.password)
    button(page, "Open je brievenbus").click()


def come_back(page: Page, origin: str, words: Words) -> None:
    page.goto(f"{origin}/mailbox")
    sign_in(page, words)
    expect(page.get_by_role("heading", name="Je brievenbus")).to_be_visible(timeout=SLOW)


def open_case(page: Page) -> None:
    page.locator(".case-link").first.click()
    expect(page.locator(".thread .message").first).to_be_visible(timeout=SLOW)
