"""What an asker chooses for an attachment: how it is drawn, its password, what came along in a mail."""

import json
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, Request, expect

from crypto import padme
from tests.browser import asker
from tests.browser.living import LivingPortal
from tests.sanitizers import makers
from tests.sanitizers.pdfs import form_pdf, locked_pdf
from tests.uploads import padded


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
    page.get_by_text("Meer keuzes voor deze bijlage").click()
    expect(asker.button(page, "Pas deze keuzes toe")).to_be_disabled()
    page.get_by_label("Laat de ingevulde vakken van een formulier weg").check()
    asker.button(page, "Pas deze keuzes toe").click()
    expect(asker.button(page, "Neem mee")).to_be_visible(timeout=asker.SLOW)
    expect(page.get_by_text("een ingevuld vak is te zien")).to_have_count(0)
    assert [json.loads(options or "{}") for options in sent] == [{}, {"forms": False}]


def test_a_choice_after_keeping_asks_for_another_look(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    _choose(page, portal, tmp_path / "brief.txt", b"een brief\n")
    asker.button(page, "Neem mee").click(timeout=asker.SLOW)
    page.get_by_text("Meer keuzes voor deze bijlage").click()
    page.get_by_label("Haal de gele puntjes van een printer weg").check()
    asker.button(page, "Pas deze keuzes toe").click()
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
    page.get_by_text("Meer keuzes voor deze bijlage").click()
    page.get_by_label("Haal de gele puntjes van een printer weg").check()
    asker.button(page, "Pas deze keuzes toe").click()
    expect(page.get_by_label("Het wachtwoord van dit bestand")).to_have_value(
        "", timeout=asker.SLOW
    )


def test_the_attachments_of_a_mail_are_offered_one_by_one(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    _choose(page, portal, tmp_path / "mail.eml", makers.MAIL)
    # Drawing the page moves what stands below it.
    drawn = page.locator(".thumb canvas")
    expect(drawn).to_have_attribute("height", "120", timeout=asker.SLOW)
    asker.button(page, "Neem ook mee: bijlage-plant.txt").click()
    expect(page.locator("section.file")).to_have_count(2)
    expect(asker.button(page, "Neem mee").nth(1)).to_be_visible(timeout=asker.SLOW)


# 150 kB/s up: a photo of a megabyte takes long enough for its bar to be seen growing.
SLOW_LINE = {"offline": False, "latency": 20, "downloadThroughput": -1, "uploadThroughput": 150_000}

# What each sentence and bar of the first file said, one after the other.
WATCH = """() => {
  globalThis.told = [];
  new MutationObserver(() => {
    const bar = document.querySelector('.file progress');
    if (!bar) return;
    const now = [bar.hasAttribute('value') ? bar.value : null, bar.labels[0]?.textContent.trim() ?? ''];
    if (JSON.stringify(told.at(-1)) !== JSON.stringify(now)) told.push(now);
  }).observe(document.getElementById('app'), { subtree: true, childList: true, attributes: true, characterData: true });
}"""


def _noise(file: Path) -> Path:
    Image.effect_noise((1100, 900), 90).save(file)
    return file


def test_a_bar_says_how_much_of_a_file_has_left_and_then_that_it_is_cleaned(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    page.evaluate(WATCH)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
    page.locator("input[type=file]").first.set_input_files(str(_noise(tmp_path / "foto.png")))
    expect(asker.button(page, "Neem mee")).to_be_visible(timeout=asker.SLOW)
    told: list[tuple[float | None, str]] = page.evaluate("told")
    shares = [value for value, _ in told if value is not None]
    assert len({value for value in shares if 0 < value < 100}) >= 3
    assert shares == sorted(shares)
    assert all(f"{value:.0f} %" in words for value, words in told if value)
    value, words = told[-1]
    assert value is None
    assert "Wordt schoongemaakt" in words


def test_a_session_in_another_tab_costs_the_bar_and_not_the_secret(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    other = page.context.new_page()
    other.goto(f"{portal.origin}/ask")
    asker.write_question(other)
    asker.button(other, "Verder naar bijlagen").click()
    other.evaluate(WATCH)
    asker.attach(other, _noise(tmp_path / "foto.png"))
    cleaned = [one for one in portal.received if one.path == "/api/v1/clean"]
    assert cleaned
    assert not any(b"HTTP_COOKIE" in one.text for one in cleaned)
    assert all(value is None for value, _ in other.evaluate("told"))


def test_a_file_goes_and_comes_in_steps_of_size(
    page: Page, portal: LivingPortal, tmp_path: Path
) -> None:
    data = _noise(tmp_path / "foto.png").read_bytes()
    with page.expect_response("**/api/v1/clean", timeout=asker.SLOW) as came:
        _choose(page, portal, tmp_path / "foto.png", data)
    expect(asker.button(page, "Neem mee")).to_be_visible(timeout=asker.SLOW)
    [sent] = [one.text for one in portal.received if one.path == "/api/v1/clean"]
    assert sent.endswith(padded(data))
    assert padme.is_padded_size(len(came.value.body()), padme.PAGE_FLOOR)


def test_a_file_chosen_while_the_line_is_gone_is_said_not_to_be_added(
    page: Page, portal: LivingPortal, tmp_path: Path, forgiving: None
) -> None:
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    page.context.set_offline(True)
    page.locator("input[type=file]").first.set_input_files(str(_noise(tmp_path / "foto.png")))
    expect(page.get_by_text("Je bestand is niet toegevoegd")).to_be_visible()
    page.context.set_offline(False)
    asker.attach(page, tmp_path / "foto.png")
    expect(page.get_by_text("Je bestand is niet toegevoegd")).to_have_count(0)
    asker.button(page, "Verder naar naam en wachtwoord").click()
    expect(page.get_by_role("heading", name="Kies een naam")).to_be_visible()


def test_a_line_that_is_lost_halfway_through_a_file_says_so_and_keeps_the_rest(
    page: Page, portal: LivingPortal, tmp_path: Path, forgiving: None
) -> None:
    portal.watcher.broken.add("/api/v1/clean")
    _choose(page, portal, tmp_path / "brief.txt", b"een lange brief\n" * 200_000)
    expect(page.locator(".error", has_text="De verbinding viel weg")).to_be_visible(
        timeout=asker.SLOW
    )
    expect(page.get_by_text("Je tekst en andere bijlagen staan er nog")).to_be_visible()
    (tmp_path / "brief.txt").write_bytes(b"een brief\n")
    asker.button(page, "Laat weg").click()
    asker.attach(page, tmp_path / "brief.txt")
    page.go_back()
    expect(page.get_by_label("Je vraag", exact=True)).to_have_value(asker.QUESTION)
