"""What an asker may choose for an attachment on the plain pages."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image

from portal.web import cleaner
from sanitizers import Cleaned
from sanitizers.values import Options
from tests.assisted.conftest import ADDRESS, Instance, Visitor
from tests.sanitizers import makers
from tests.sanitizers.contract import ink
from tests.sanitizers.pdfs import commented_pdf, form_pdf, locked_pdf

PASSWORD_OF_THE_FILE = "sesam"
MAIL = makers.MAIL.replace(
    b"--grens--\n",
    b'--grens\nContent-Type: image/png\nContent-Disposition: attachment; filename="foto.png"\n'
    b"Content-Transfer-Encoding: base64\n\n"
    + makers.in_base64(makers.saved("PNG", makers.picture(48, 32)))
    + b"\n--grens\nContent-Type: application/zip\n"
    b'Content-Disposition: attachment; filename="x.zip"\n\nPK\x05\x06\n--grens--\n',
)


def add(visitor: Visitor, data: bytes, **chosen: str) -> None:
    """Choose a file with these boxes ticked, and add it."""
    visitor.get("/plain/ask")
    visitor.post("/plain/ask", upload=(io.BytesIO(data), "x"), do="add", **chosen)


def pages(visitor: Visitor) -> list[Image.Image]:
    """The pages on the form, as the asker sees them."""
    found = dict.fromkeys(re.findall(r'src="(/plain/ask/picture/[^"]+)"', visitor.page.text))
    return [
        Image.open(io.BytesIO(visitor.client.get(address, base_url=ADDRESS).data))
        for address in found
    ]


def test_a_locked_file_is_opened_with_its_password_and_the_password_is_forgotten(
    visitor: Visitor,
) -> None:
    add(visitor, locked_pdf())
    assert "Geef het wachtwoord van het bestand" in visitor.text
    add(visitor, locked_pdf(), file_password="mis")
    assert "Dat wachtwoord opent dit bestand niet" in visitor.text
    add(visitor, locked_pdf(), file_password=PASSWORD_OF_THE_FILE)
    assert len(pages(visitor)) == 1
    assert visitor.form("/plain/ask")["file_password"] == ""
    assert PASSWORD_OF_THE_FILE not in visitor.page.text


def test_comments_show_only_when_asked_for(visitor: Visitor) -> None:
    add(visitor, commented_pdf())
    add(visitor, commented_pdf(), comments="y")
    without, with_them = pages(visitor)
    assert ink(without) == 0
    assert ink(with_them) > 1000
    assert "een opmerking is te zien" in visitor.text


def test_form_entries_are_left_out_when_asked_for(visitor: Visitor) -> None:
    add(visitor, form_pdf())
    add(visitor, form_pdf(), no_entries="y")
    with_them, without = pages(visitor)
    assert ink(without) == 0
    assert ink(with_them) > 500


def test_printer_dots_and_sharper_pages_are_there_to_choose(visitor: Visitor) -> None:
    add(visitor, commented_pdf(), dots="y")
    assert "de kleuren zijn weg" in visitor.text
    add(visitor, commented_pdf(), sharp="y")
    usual, sharper = pages(visitor)
    assert sharper.width > 1.4 * usual.width


def test_a_mail_names_its_attachments_and_they_can_be_taken_one_by_one(visitor: Visitor) -> None:
    add(visitor, MAIL)
    assert "bijlage-plant.txt, foto.png, x.zip" in visitor.text
    visitor.post("/plain/ask", do="drop-1")
    add(visitor, MAIL, of_mail="y")
    assert "Een ingepakt bestand (zip) kan niet" in visitor.text
    assert [title in visitor.text for title in ("document 1", "foto 2", "3")][:2] == [True, True]
    assert len(pages(visitor)) == 2
    visitor.post("/plain/ask", do="keep-2")
    visitor.post("/plain/ask", do="drop-3")
    assert len(pages(visitor)) == 1


def test_a_file_without_attachments_says_so(visitor: Visitor) -> None:
    add(visitor, commented_pdf(), of_mail="y")
    assert "In dit bestand zitten geen bijlagen" in visitor.text
    assert pages(visitor) == []


Meanwhile = Callable[[Callable[[], object]], None]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Something that the asker does while the next file is being cleaned."""
    really, todo = cleaner.clean, list[Callable[[], object]]()

    def slowly(untrusted: bytes, options: Options) -> Cleaned:
        try:
            return really(untrusted, options)
        finally:
            if todo:
                todo.pop()()

    monkeypatch.setattr(cleaner, "clean", slowly)
    return todo.append


def same_desk(instance: Instance, visitor: Visitor) -> Visitor:
    """Another tab of the same browser, or somebody who saw its ticket."""
    kept = visitor.client.get_cookie("desk", domain="127.0.0.1")
    assert kept
    other = instance.visitor()
    other.client.set_cookie("desk", kept.value, domain="127.0.0.1")
    return other


def a_picture(width: int) -> bytes:
    return makers.saved("PNG", makers.picture(width, 32))


def written_on(tab: Visitor) -> str:
    tab.get("/plain/ask")
    return str(tab.form("/plain/ask")["text"])


@pytest.mark.parametrize("data", [a_picture(48), b"MZ no picture"], ids=["taken", "refused"])
def test_what_was_thrown_away_while_a_file_was_cleaned_stays_away(
    instance: Instance, visitor: Visitor, meanwhile: Meanwhile, data: bytes
) -> None:
    visitor.write(text="Niemand mag dit zien.")
    tab = same_desk(instance, visitor)

    def throw_away() -> None:
        tab.get("/plain/ask/discard")
        tab.post("/plain/ask/discard")

    meanwhile(throw_away)
    add(visitor, data)
    assert "Niemand mag dit zien." not in visitor.page.text
    assert written_on(tab) == ""
    # Nor does the file lie on a desk where nothing names it, nor a page with the text.
    with instance.context.sessions.engine.connect() as db:
        left = set(db.exec_driver_sql("SELECT name FROM on_desk").scalars())
    assert left <= {"offered"}, left


def test_what_was_sent_while_a_file_was_cleaned_is_not_under_the_old_ticket_again(
    instance: Instance, visitor: Visitor, meanwhile: Meanwhile
) -> None:
    visitor.write(text="Niemand mag dit zien.")
    tab, onlooker = same_desk(instance, visitor), same_desk(instance, visitor)

    def send() -> None:
        tab.get("/plain/ask/key")
        tab.send()

    meanwhile(send)
    add(visitor, a_picture(48))
    assert len(instance.cases()) == 1
    assert written_on(onlooker) == ""


def test_of_two_files_that_are_cleaned_at_once_each_keeps_its_pages_and_the_text_its_words(
    instance: Instance, visitor: Visitor, meanwhile: Meanwhile
) -> None:
    visitor.write(text="Eerste zin.")
    tab = same_desk(instance, visitor)

    def look_at_another_and_go_on() -> None:
        add(tab, a_picture(64))
        assert [one.width for one in pages(tab)] == [64]
        tab.post("/plain/ask", text="Eerste zin. En nog een.", do="keep-1")

    meanwhile(look_at_another_and_go_on)
    add(visitor, a_picture(48))
    assert written_on(tab) == "Eerste zin. En nog een."
    assert [one.width for one in pages(tab)] == [64, 48]
    # The first was looked at, the second by nobody yet.
    assert 'value="keep-1"' not in tab.page.text
    assert 'value="keep-2"' in tab.page.text
