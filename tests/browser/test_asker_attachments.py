"""What an asker chooses for an attachment: how it is drawn, its password, what came along in a mail."""

import json
from pathlib import Path

from playwright.sync_api import Page, Request, expect

from tests.browser import asker
from tests.browser.living import LivingPortal
from tests.sanitizers import makers
from tests.sanitizers.test_documents import form_pdf, locked_pdf


def _choose(page: Page, portal: LivingPortal, file: Path, data: bytes) -> None:
    file.write_bytes(data)
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    page.locator("input[type=file]").first.set_input_files(str(file))


def test_a_form_is_drawn_again_without_its_entries(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith("/clean"):
            sent.append(request.headers.get("adviespunt-options", ""))

    page.on("request", note)
    _choose(page, portal, tmp_path / "formulier.pdf", form_pdf())
    expect(page.get_by_text("een ingevuld vak is te zien")).to_be_visible(timeout=asker.SLOW)
    page.get_by_text("Anders tekenen").click()
    expect(asker.button(page, "Teken opnieuw")).to_be_disabled()
    page.get_by_label("Laat de ingevulde vakken van een formulier weg").check()
    asker.button(page, "Teken opnieuw").click()
    expect(asker.button(page, "Neem mee")).to_be_visible(timeout=asker.SLOW)
    expect(page.get_by_text("een ingevuld vak is te zien")).to_have_count(0)
    assert [json.loads(options or "{}") for options in sent] == [{}, {"forms": False}]


def test_a_choice_after_keeping_asks_for_another_look(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    _choose(page, portal, tmp_path / "brief.txt", b"een brief\n")
    asker.button(page, "Neem mee").click(timeout=asker.SLOW)
    page.get_by_text("Anders tekenen").click()
    page.get_by_label("Haal de gele puntjes van een printer weg").check()
    asker.button(page, "Teken opnieuw").click()
    expect(page.get_by_text("de kleuren zijn weg")).to_be_visible(timeout=asker.SLOW)
    expect(asker.button(page, "Neem mee")).to_be_visible()


def test_a_locked_file_asks_for_its_password_and_forgets_it_once_kept(
    page: Page, portal: LivingPortal, tmp_path: Path, forgiving: None
) -> None:
    _choose(page, portal, tmp_path / "slot.pdf", locked_pdf())
    expect(page.locator(".error", has_text="Geef het wachtwoord van het bestand")).to_be_visible(
        timeout=asker.SLOW
    )
    page.get_by_label("Het wachtwoord van dit bestand").fill("mis")
    asker.button(page, "Open het bestand").click()
    expect(page.locator(".error", has_text="Dat wachtwoord opent dit bestand niet")).to_be_visible(
        timeout=asker.SLOW
    )
    page.get_by_label("Het wachtwoord van dit bestand").fill("sesam")
    asker.button(page, "Open het bestand").click()
    expect(asker.button(page, "Neem mee")).to_be_visible(timeout=asker.SLOW)
    asker.button(page, "Neem mee").click()
    page.get_by_text("Anders tekenen").click()
    page.get_by_label("Haal de gele puntjes van een printer weg").check()
    asker.button(page, "Teken opnieuw").click()
    expect(page.get_by_label("Het wachtwoord van dit bestand")).to_have_value(
        "", timeout=asker.SLOW
    )


def test_the_attachments_of_a_mail_are_offered_one_by_one(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    _choose(page, portal, tmp_path / "mail.eml", makers.MAIL)
    asker.button(page, "Neem ook mee: bijlage-plant.txt").click(timeout=asker.SLOW)
    expect(page.locator("section.file")).to_have_count(2)
    expect(asker.button(page, "Neem mee").nth(1)).to_be_visible(timeout=asker.SLOW)
