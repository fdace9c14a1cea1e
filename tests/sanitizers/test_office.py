"""Office documents: the contract, settling, passwords."""

import struct
from collections.abc import Callable
from typing import ClassVar

import pytest

from sanitizers import Cleaner, Options
from tests.sanitizers import locking, makers
from tests.sanitizers.contract import (
    NEEDS_OFFICE,
    PAGES,
    SanitizerContract,
    drawn,
    ink,
    pages_or_reason,
    reason,
)

PROPERTIES = (("person", makers.AUTHOR), ("title", "geheime titel"))


class _Office(SanitizerContract):
    pytestmark = NEEDS_OFFICE
    source, suffix = makers.FODT, "fodt"
    planted: ClassVar[tuple[tuple[str, str], ...]] = PROPERTIES

    def sample(self) -> bytes:
        return makers.converted(self.source, self.suffix, self.kind)

    def test_a_file_cut_short_is_cleaned_or_refused(self, cleaner: Cleaner) -> None:
        half = self.sample()[: len(self.sample()) // 2]
        assert pages_or_reason(cleaner, half) in {PAGES, "damaged", "unknown-kind", "archive"}

    def test_it_asks_for_no_larger_page_than_chosen(self, cleaner: Cleaner) -> None:
        cleaned = cleaner.clean(self.sample(), Options(longest_side=200, dpi=40))
        assert all(max(page.width, page.height) <= 480 for page in cleaned.pages)


CHANGES = (
    ("comment-author", "Commentaar Claes"),
    ("comment", "stiekeme kanttekening"),
    ("tracked-change", "weggehaalde zin"),
    ("comment-author", "Wijziger Wouters"),
)


class TestOdt(_Office):
    kind = "odt"
    planted = (*PROPERTIES, *CHANGES)


class TestDocx(_Office):
    kind = "docx"
    planted = (*PROPERTIES, *CHANGES)


class TestDoc(_Office):
    kind = "doc"


class TestRtf(_Office):
    kind = "rtf"
    planted = (*PROPERTIES, ("comment-author", "Commentaar Claes"))


class TestOds(_Office):
    kind, source, suffix = "ods", makers.FODS, "fods"
    planted = (*PROPERTIES, *CHANGES[:2])


class TestXlsx(_Office):
    kind, source, suffix = "xlsx", makers.FODS, "fods"
    planted = (*PROPERTIES, CHANGES[1])


class TestXls(_Office):
    kind, source, suffix = "xls", makers.FODS, "fods"


class TestOdp(_Office):
    kind, source, suffix = "odp", makers.FODP, "fodp"


class TestPptx(_Office):
    kind, source, suffix = "pptx", makers.FODP, "fodp"


class TestPpt(_Office):
    kind, source, suffix = "ppt", makers.FODP, "fodp"


@NEEDS_OFFICE
@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize("kind", ["odt", "docx", "doc", "rtf"])
def test_changes_and_comments_are_settled_unless_asked_for(cleaner: Cleaner, kind: str) -> None:
    sample = makers.converted(makers.FODT, "fodt", kind)
    settled = cleaner.clean(sample)
    shown = cleaner.clean(sample, Options(show_comments=True))
    assert ink(drawn(settled)) < ink(drawn(shown))
    assert "comment-shown" in {c.kind for c in shown.cautions}
    assert "comment-shown" not in {c.kind for c in settled.cautions}


@NEEDS_OFFICE
def test_an_office_page_that_says_a_removed_name_is_pointed_out(cleaner: Cleaner) -> None:
    flat = makers.FODT.replace("Zichtbare tekst", "Door Plantina Auteur")
    cleaned = cleaner.clean(makers.converted(flat, "fodt", "docx"))
    assert ("repeats-name", makers.AUTHOR) in {(c.kind, c.value) for c in cleaned.cautions}


@NEEDS_OFFICE
@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize("kind", ["odt", "doc", "xls", "docx", "xlsx"])
def test_a_locked_document_opens_with_its_password_only(cleaner: Cleaner, kind: str) -> None:
    """And tells then whose it was, as one without a password does."""
    sample = LOCKED[kind]()
    assert reason(cleaner, sample) == "encrypted"
    assert reason(cleaner, sample, Options(password="fout")) == "wrong-password"
    opened = cleaner.clean(sample, Options(password=locking.PASSWORD))
    assert opened.kind == kind
    assert ink(drawn(opened)) > 0
    assert ("person", makers.AUTHOR) in {(trace.kind, trace.value) for trace in opened.traces}


LOCKED: dict[str, Callable[[], bytes]] = {
    "odt": lambda: locking.locked(makers.FODT, "fodt", "writer8"),
    "doc": lambda: locking.locked(makers.FODT, "fodt", "MS Word 97"),
    "xls": lambda: locking.locked(makers.FODS, "fods", "MS Excel 97"),
    "docx": lambda: locking.locked_package(makers.converted(makers.FODT, "fodt", "docx")),
    "xlsx": lambda: locking.locked_package(makers.converted(makers.FODS, "fods", "xlsx")),
}


@NEEDS_OFFICE
def test_a_locked_presentation_of_the_old_kind_says_that_it_is_locked(cleaner: Cleaner) -> None:
    """LibreOffice locks none, so its token is put in the place of the other."""
    sample = makers.converted(makers.FODP, "fodp", "ppt")
    token = struct.pack("<III", 0x0FF60000, 0x24, 0x14) + b"\x5f\xc0\x91\xe3"
    assert sample.count(token) == 1
    locked = sample.replace(token, token[:-4] + b"\xdf\xc4\xd1\xf3")
    assert reason(cleaner, locked) == "encrypted"


@NEEDS_OFFICE
def test_a_password_that_no_document_asks_for_costs_nothing(cleaner: Cleaner) -> None:
    sample = makers.converted(makers.FODP, "fodp", "ppt")
    assert cleaner.clean(sample, Options(password="overbodig")) == cleaner.clean(sample)
