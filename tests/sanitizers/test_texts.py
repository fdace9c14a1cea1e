"""Text, mail and books: the contract, and what each has of its own."""

from sanitizers import Cleaned, Cleaner, Options
from tests.sanitizers import makers
from tests.sanitizers.contract import SanitizerContract, drawn, ink, reason


class TestText(SanitizerContract):
    kind = "text"
    planted = (("hidden", "3"),)

    def sample(self) -> bytes:
        return "Een vraag over een geschenk.\u200b\u2060\u2063\nTweede regel: café, œuvre, €.\n".encode()


class TestWesternText(SanitizerContract):
    kind = "text"

    def sample(self) -> bytes:
        return "Een café in de straat, niets meer dan dat.\n".encode("cp1252")


class TestWideText(SanitizerContract):
    kind = "text"

    def sample(self) -> bytes:
        return "Gewone tekst uit Kladblok\r\n".encode("utf-16")


class TestCsv(SanitizerContract):
    kind = "csv"

    def sample(self) -> bytes:
        return b"naam;bedrag\nAn;10\nBo;20\n"


class TestMarkdown(SanitizerContract):
    kind = "markdown"

    def sample(self) -> bytes:
        return b"# Titel\n\n- een **punt**\n- nog een\n"


class TestMail(SanitizerContract):
    kind = "mail"
    planted = (
        ("person", makers.AUTHOR),
        ("contact", "plantina@example.org"),
        ("software", makers.SOFTWARE),
        ("identifier", "plant-123@example.org"),
        ("identifier", "192.0.2.77"),
        ("date", "2021"),
        ("embedded-file", "bijlage-plant.txt"),
    )

    def sample(self) -> bytes:
        return makers.MAIL

    def test_its_attachments_are_offered_one_by_one(
        self, cleaner: Cleaner, cleaned: Cleaned
    ) -> None:
        (offer,) = cleaned.offered
        assert (offer.number, offer.name, offer.kind) == (0, "bijlage-plant.txt", "text")
        inside = cleaner.clean(self.sample(), Options(attachment=0))
        assert inside.kind == "text"
        assert inside.pages != cleaned.pages

    def test_it_refuses_an_attachment_that_is_not_there(self, cleaner: Cleaner) -> None:
        assert reason(cleaner, self.sample(), Options(attachment=7)) == "no-such-attachment"
        assert reason(cleaner, b"gewone tekst", Options(attachment=0)) == "no-such-attachment"

    def test_a_chosen_header_is_drawn_and_pointed_out(self, cleaner: Cleaner) -> None:
        plain, with_sender = (
            cleaner.clean(self.sample(), Options(headers=headers)) for headers in ((), ("From",))
        )
        assert ink(drawn(with_sender)) > ink(drawn(plain))
        assert {"header-shown", "repeats-name"} <= {c.kind for c in with_sender.cautions}


class TestHtmlMail(SanitizerContract):
    kind = "mail"
    planted = (("link", "https://volg.example/pixel.gif"),)

    def sample(self) -> bytes:
        return makers.html_mail()


class TestEpub(SanitizerContract):
    kind = "epub"
    planted = (("person", makers.AUTHOR),)

    def sample(self) -> bytes:
        return makers.book()


def test_letters_that_the_font_lacks_are_told(cleaner: Cleaner) -> None:
    cleaned = cleaner.clean("gewone tekst met 漢字".encode())
    assert [c.value for c in cleaned.cautions if c.kind == "missing-glyphs"] == ["字漢"]
