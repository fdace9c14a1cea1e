"""The year's end in a real browser: the report is asked for, signed, presented, and the cases are archived."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect
from sqlalchemy import select

from portal.assisted.archive import shares
from portal.assisted.archive.opened import ArchiveUnreadable, OpenedArchive
from portal.cli import group
from portal.models.cases import Case, Message
from portal.models.instance import Archiving
from portal.services.casework import archiving
from portal.services.keeping import at_rest, directory
from portal.services.values import Actor
from tests.browser import asker, desk
from tests.browser.conftest import Complaints, PageMaker
from tests.browser.desk import Desk, button, heading
from tests.browser.office import Office, open_office

pytestmark = pytest.mark.browser

FEBRUARY = date(2027, 2, 10)
APRIL = date(2027, 4, 1)
ANSWER = "Nee, dat mag niet. Zeg dat ook zo."


@pytest.fixture
def office(tmp_path: Path, free_port: int) -> Iterator[Office]:
    with open_office(tmp_path / "portal", free_port) as found:
        yield found


def close_case(page: Page) -> None:
    desk.open_tab(page, "Vragen")
    desk.open_case(page)
    desk.write(page, "Definitief antwoord", ANSWER, "Verstuur het definitieve antwoord")
    expect(page.locator(".case-main .message")).to_have_count(2, timeout=desk.SLOW)
    page.locator(".compose .segment", has_text="Afsluiten").click()
    page.get_by_label("Met welke uitkomst?").select_option(index=1)
    button(page, "Sluit af…").click()
    page.locator("dialog").get_by_role("button", name="Sluit af").click()
    expect(page.locator(".compose")).to_contain_text("is afgesloten", timeout=desk.SLOW)


def sign_report(page: Page, office: Office, own: Desk) -> None:
    desk.sign_in(page, office, own)
    expect(page.locator(".banner").last).to_contain_text("jaarverslag van 2026", timeout=desk.SLOW)
    button(page, "Naar het jaarverslag").click()
    button(page, "Onderteken het verslag").click(timeout=desk.SLOW)
    expect(page.locator("main")).to_contain_text("Ondertekend door An Peeters", timeout=desk.SLOW)
    expect(page.locator("main")).not_to_contain_text("Sindsdien zijn er cijfers veranderd")


def look_at_files(page: Page, office: Office, folder: Path) -> None:
    """The report as two files, which the operator's command knows."""
    for name in ("Verslag als PDF", "Cijfers als CSV"):
        with page.expect_download() as told:
            button(page, name).click()
        file = folder / told.value.suggested_filename
        told.value.save_as(file)
        data = str(office.context.settings.data)
        verified = CliRunner().invoke(group, ["report", "verify", "--data", data, str(file)])
        assert (verified.exit_code, "signed by An Peeters" in verified.output) == (0, True)
    (pdf,) = folder.glob("*.pdf")
    document = pypdf.PdfReader(pdf, strict=True)
    text = "".join(sheet.extract_text() for sheet in document.pages)
    assert (len(document.pages), document.metadata) == (1, None)
    assert "jaarverslag 2026" in text
    assert "Ondertekend door An Peeters" in text
    assert "CreationDate" not in pdf.read_bytes().decode("latin-1")


def what_must_go(office: Office) -> list[bytes]:
    """The keyring's key of every case, and the end of every envelope."""
    with office.context.database.read() as db:
        cases = list(db.scalars(select(Case.id)))
        envelopes = list(db.scalars(select(Message.envelope)))
    keys = [at_rest.find_key(office.context, case) for case in cases]
    return [*filter(None, keys), *(envelope[-48:] for envelope in envelopes)]


def elsewhere(office: Office, words: str, folder: Path, made: Path | None = None) -> str:
    """Everything that the archive words open, from a copy of the file and no portal."""
    if made is None:
        (made,) = archiving.folder(office.context).glob("*.archive")
    copy = folder / "elsewhere.archive"
    copy.write_bytes(made.read_bytes())
    opened = OpenedArchive.open(copy, shares.seed_of(words))
    return "\n".join(line.text for n in range(len(opened)) for line in opened.case(n).lines)


def archived_at_once(office: Office) -> tuple[Path, Path]:
    """Everything archived, however new it is: the file of the first archive key and that of the newest."""
    context = office.context
    with context.database.write() as db:
        state = directory.current(db)
        assert state
        every = db.scalars(select(Case)).all()
        archiving._begin(context, db, Actor("staff", bytes(16), "facilitator"), 2027, every)
    archiving.resume(context)
    with context.database.read() as db:
        made = {
            row.archive_key == state.archive_key: row.file for row in db.scalars(select(Archiving))
        }
    folder = archiving.folder(context)
    return folder / str(made[False]), folder / str(made[True])


def present(page: Page, office: Office, own: Desk) -> None:
    desk.sign_in(page, office, own, "/reports")
    expect(page.locator(".figure-card").first).to_be_visible(timeout=desk.SLOW)
    button(page, "Jaarverslag").first.click()
    expect(heading(page, "Op welke dag is het verslag voorgesteld?")).to_be_visible(
        timeout=desk.SLOW
    )
    page.get_by_label("Dag", exact=True).fill("2027-02-09")
    button(page, "Leg de dag vast").click()
    page.locator("dialog").get_by_role("button", name="Leg vast").click()
    expect(page.locator("main")).to_contain_text("Het verslag ligt vast", timeout=desk.SLOW)


def test_from_the_last_answer_to_the_archive(
    office: Office, page: Page, make_page: PageMaker, tmp_path: Path, complaints: Complaints
) -> None:
    own, safe = desk.set_up(page, office)
    desk.sign_in(page, office, own)
    office.open_with_one()
    coordinator = make_page()
    dirk = desk.employ(page, coordinator, office, "Dirk Maes", "integriteitscoördinator")
    visitor = make_page()
    words = asker.ask(visitor, office.origin)
    close_case(page)
    asker.come_back(visitor, office.origin, words)
    asker.open_case(visitor)
    expect(visitor.locator(".thread")).to_contain_text(ANSWER)

    office.move_to(FEBRUARY)
    button(page, "Meld je af").click()
    expect(heading(page, "Aanmelden als medewerker")).to_be_visible(timeout=desk.SLOW)
    sign_report(page, office, own)
    look_at_files(page, office, tmp_path)
    present(coordinator, office, dirk)
    gone = what_must_go(office)

    desk.open_tab(page, "Cijfers")
    page.get_by_role("button", name="Archief", exact=True).click(timeout=desk.SLOW)
    expect(page.locator("main")).to_contain_text("vanaf donderdag 1 april 2027", timeout=desk.SLOW)
    expect(page.locator("main")).to_contain_text("Er is nu niets te archiveren")
    button(page, "Meld je af").click()
    expect(heading(page, "Aanmelden als medewerker")).to_be_visible(timeout=desk.SLOW)
    office.move_to(APRIL)
    desk.sign_in(page, office, own)
    desk.open_tab(page, "Cijfers")
    page.get_by_role("button", name="Archief", exact=True).click(timeout=desk.SLOW)
    expect(page.locator("main")).to_contain_text("voorgesteld op", timeout=desk.SLOW)
    expect(page.locator("main")).not_to_contain_text("Tot dan blijft ze hier")
    button(page, "Archiveer 1 dossier").click()
    page.locator("dialog").get_by_role("button", name="Archiveer").click()
    expect(page.locator("main")).to_contain_text("adviespunt-2026", timeout=desk.SLOW)

    desk.open_tab(page, "Vragen")
    expect(heading(page, "Er zijn nog geen vragen")).to_be_visible(timeout=desk.SLOW)
    desk.open_tab(page, "Cijfers")
    button(page, "2026").click(timeout=desk.SLOW)
    expect(page.locator(".figure-card").first).to_contain_text("Vragen in 2026")
    expect(page.locator(".figure-card .big-number").first).to_have_text("1")

    kept = b"".join(path.read_bytes() for path in office.context.settings.data.rglob("*.sqlite*"))
    assert [piece for piece in gone if piece in kept] == []
    later = make_page()
    later.goto(f"{office.origin}/mailbox")
    asker.sign_in(later, words)
    expect(later.locator("main")).to_contain_text("intussen gearchiveerd", timeout=desk.SLOW)
    expect(later.locator(".case-link")).to_have_count(0)
    complaints.clear()  # the browser's own word for the 404 of a mailbox that is gone
    assert ANSWER in elsewhere(office, safe.archive_key, tmp_path)


def test_a_report_of_one_question_shows_no_number_at_all(
    office: Office, page: Page, make_page: PageMaker
) -> None:
    own, _ = desk.set_up(page, office)
    desk.sign_in(page, office, own)
    office.open_with_one()
    asker.ask(make_page(), office.origin)
    desk.open_tab(page, "Cijfers")
    button(page, "Jaarverslag").click(timeout=desk.SLOW)
    expect(page.locator(".report")).to_be_visible(timeout=desk.SLOW)
    cells = page.locator(".report section").first.locator("tbody td").all_inner_texts()
    counts = page.locator(".report section").nth(1).locator("tbody td").all_inner_texts()
    assert {*cells, *counts} == {"–"}


def test_a_year_in_which_nobody_asked_anything_has_its_report_too(
    office: Office, page: Page
) -> None:
    own, _ = desk.set_up(page, office)
    office.move_to(FEBRUARY)
    sign_report(page, office, own)
    expect(page.locator(".report section").first.locator("tbody td")).to_have_text("–")


def test_the_words_of_one_year_open_that_year_and_no_other(
    office: Office, page: Page, make_page: PageMaker, tmp_path: Path
) -> None:
    own, safe = desk.set_up(page, office)
    desk.sign_in(page, office, own)
    office.open_with_one()
    asker.ask(make_page(), office.origin, "Gevraagd voor de nieuwe woorden.")
    expect(page.locator(".banner", has_text="archiefwoorden")).to_have_count(0)
    button(page, "Meld je af").click()
    expect(heading(page, "Aanmelden als medewerker")).to_be_visible(timeout=desk.SLOW)
    office.move_to(FEBRUARY)
    desk.sign_in(page, office, own)
    banner = page.locator(".banner", has_text="Voor 2027 zijn er nog geen archiefwoorden")
    banner.get_by_role("button", name="Maak nieuwe archiefwoorden").click(timeout=desk.SLOW)
    words = desk.note_words(page, "De archiefsleutel van 2027")
    expect(page.locator("main")).to_contain_text("archiefwoorden van 2027", timeout=desk.SLOW)
    expect(banner).to_have_count(0)
    asker.ask(make_page(), office.origin, "Gevraagd na de nieuwe woorden.")
    one, other = archived_at_once(office)
    assert "Gevraagd voor de nieuwe woorden." in elsewhere(office, safe.archive_key, tmp_path, one)
    assert "Gevraagd na de nieuwe woorden." in elsewhere(office, words, tmp_path, other)
    for file, wrong in ((one, words), (other, safe.archive_key)):
        with pytest.raises(ArchiveUnreadable, match="another archive"):
            elsewhere(office, wrong, tmp_path, file)


def test_two_series_of_words_in_one_year_are_told_apart(
    office: Office, page: Page, make_page: PageMaker, tmp_path: Path
) -> None:
    own, safe = desk.set_up(page, office)
    desk.sign_in(page, office, own)
    office.open_with_one()
    asker.ask(make_page(), office.origin, "Gevraagd voor de tweede reeks.")
    desk.open_tab(page, "Cijfers")
    button(page, "Archief").click(timeout=desk.SLOW)
    button(page, "Maak nieuwe archiefwoorden").click(timeout=desk.SLOW)
    words = desk.note_words(page, "De archiefsleutel van 2026, reeks 2")
    expect(page.locator(".toast").last).to_contain_text("archiefsleutel", timeout=desk.SLOW)
    asker.ask(make_page(), office.origin, "Gevraagd na de tweede reeks.")
    one, other = archived_at_once(office)
    assert "Gevraagd voor de tweede reeks." in elsewhere(office, safe.archive_key, tmp_path, one)
    assert "Gevraagd na de tweede reeks." in elsewhere(office, words, tmp_path, other)
    desk.open_tab(page, "Cijfers")
    button(page, "Archief").click(timeout=desk.SLOW)
    for number in (1, 2):
        said = f"archiefwoorden van 2026, reeks {number} van 2"
        expect(page.locator("main")).to_contain_text(said, timeout=desk.SLOW)
