"""PDF: the contract, and what it has of its own."""

import io

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfWriter
from pypdf.annotations import FreeText

from sanitizers import Cleaner, Options
from tests.sanitizers import makers
from tests.sanitizers.contract import SanitizerContract, drawn, ink, reason
from tests.sanitizers.pdfs import (
    commented_pdf,
    dirty_pdf,
    form_pdf,
    locked_pdf,
    numbered_pdf,
    revised_pdf,
)


class TestPdf(SanitizerContract):
    kind = "pdf"
    planted = (
        ("person", makers.AUTHOR),
        ("software", makers.SOFTWARE),
        ("title", "geheime titel"),
        ("date", "2021-03-04 05:06:07"),
        ("keyword", "plantwoord"),
        ("comment", "stiekeme kanttekening"),
        ("comment-author", "Commentaar Claes"),
        ("embedded-file", "bijlage-plant.txt"),
        ("script", "plantscript"),
        ("layer", "laag van Plantina"),
        ("hidden", "laag van Plantina"),
        ("signature", "Tekenaar Tack"),
        ("signature", "Naam Naessens"),
        ("form", "ingevuld veld"),
        ("link", "https://plant.example/volg"),
        ("path", "plantina"),
        ("font", "ABCDEF+Helvetica"),
        ("position", makers.POSITION),
        ("serial", makers.SERIAL),
        ("text-layer", "15"),
    )

    def sample(self) -> bytes:
        if not hasattr(type(self), "_sample"):
            type(self)._sample = dirty_pdf()  # type: ignore[attr-defined]
        return type(self)._sample  # type: ignore[attr-defined, no-any-return]


class TestManyPages(SanitizerContract):
    kind = "pdf"
    pages = 7
    planted = (("text-layer", "7"),)

    def sample(self) -> bytes:
        return numbered_pdf(7)


def test_pages_drawn_by_several_children_stay_in_order(cleaner: Cleaner) -> None:
    cleaned = cleaner.clean(numbered_pdf(8))
    inks = [ink(drawn(cleaned, number)) for number in range(8)]
    assert inks == sorted(inks)
    assert len(set(inks)) == 8


def test_it_tells_the_author_of_an_earlier_version(cleaner: Cleaner) -> None:
    told = {(trace.kind, trace.value) for trace in cleaner.clean(revised_pdf()).traces}
    assert {("revision", "1"), ("person", makers.AUTHOR), ("person", "Tweede Tanghe")} <= told


def test_it_points_out_a_removed_name_on_the_page(cleaner: Cleaner) -> None:
    cleaned = cleaner.clean(dirty_pdf("getekend AUTEUR, Plantina"))
    assert [(c.page, c.value) for c in cleaned.cautions if c.kind == "repeats-name"] == [
        (1, makers.AUTHOR)
    ]


def test_a_comment_bubble_shows_only_when_asked_for(cleaner: Cleaner) -> None:
    hidden = cleaner.clean(commented_pdf())
    shown = cleaner.clean(commented_pdf(), Options(show_comments=True))
    assert ink(drawn(hidden)) == 0
    assert ink(drawn(shown)) > 1000
    assert [c.kind for c in shown.cautions] == ["comment-shown"]


def test_text_typed_on_the_page_is_pointed_out(cleaner: Cleaner) -> None:
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    writer.add_annotation(0, FreeText(rect=(50, 50, 250, 100), text="los getypt"))
    out = io.BytesIO()
    writer.write(out)
    assert "comment-shown" in {c.kind for c in cleaner.clean(out.getvalue()).cautions}


def test_form_entries_can_be_left_out(cleaner: Cleaner) -> None:
    shown = cleaner.clean(form_pdf())
    hidden = cleaner.clean(form_pdf(), Options(show_forms=False))
    assert ink(drawn(shown)) > 500
    assert ink(drawn(hidden)) == 0
    assert [c.kind for c in shown.cautions] == ["form-shown"]
    assert any(t.kind == "form" and "INGEVULD VELD" in t.value for t in hidden.traces)


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_an_encrypted_pdf_opens_with_its_password_only(cleaner: Cleaner, algorithm: str) -> None:
    locked = locked_pdf(algorithm)
    assert reason(cleaner, locked) == "encrypted"
    assert reason(cleaner, locked, Options(password="fout")) == "wrong-password"
    opened = cleaner.clean(locked, Options(password="sesam"))
    assert makers.AUTHOR in {trace.value for trace in opened.traces}


def test_pages_follow_the_chosen_resolution(cleaner: Cleaner) -> None:
    page = cleaner.clean(dirty_pdf(), Options(dpi=72)).pages[0]
    assert (page.width, page.height) == (595, 842)


def test_a_scan_in_a_pdf_is_drawn(cleaner: Cleaner) -> None:
    scan = Image.new("RGB", (600, 800), "white")
    ImageDraw.Draw(scan).rectangle((100, 100, 500, 200), fill="black")
    out = io.BytesIO()
    scan.save(out, "PDF", resolution=72)
    assert ink(drawn(cleaner.clean(out.getvalue()))) > 1000
