"""What the people of a journey do in their browsers."""

from __future__ import annotations

from dataclasses import dataclass

import pyotp
from playwright.sync_api import FilePayload, Locator, Page, expect

from portal.assisted.demo.kept import Login
from tests.flow.canaries import Canaries

# A shared machine, Argon2id in WebAssembly, a jail that starts: generous, and only ever a limit.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it lies on the asker's device."""

    name: str
    media: str
    data: bytes

    def payload(self) -> FilePayload:
        return {"name": self.name, "mimeType": self.media, "buffer": self.data}


@dataclass(frozen=True, slots=True)
class Story:
    """What an asker brings."""

    words: Canaries
    photo: Upload
    document: Upload


class SealedAsker:
    """An asker with scripts."""

    def __init__(self, page: Page, address: str, story: Story) -> None:
        self.page, self.address, self.story = page, address, story
        page.set_default_timeout(PATIENCE)

    def ask(self) -> None:
        page, words = self.page, self.story.words
        page.goto(f"{self.address}/ask")
        page.get_by_text("Ik zit met een dilemma").click()
        page.fill("#text", words.text)
        page.check("#named")
        page.fill("#own-name", words.real_name)
        page.get_by_role("button", name="Verder naar bijlagen").click()
        for count, upload in enumerate((self.story.photo, self.story.document), 1):
            page.locator("input[type=file][multiple]").set_input_files(upload.payload())
            page.get_by_role("button", name="Neem mee").click()
            expect(page.locator(".file.kept")).to_have_count(count)
        page.get_by_role("button", name="Verder naar naam").click()
        page.fill("#name", words.pseudonym)
        page.check("#way-own")
        page.fill("#own", words.password)
        page.fill("#again", words.password)
        page.get_by_role("button", name="Verder naar nakijken").click()
        page.get_by_role("button", name="verstuur je vraag").click()
        expect(page.get_by_role("heading", name="Je vraag is verstuurd")).to_be_visible()

    def come_back(self) -> None:
        page, words = self.page, self.story.words
        page.goto(f"{self.address}/mailbox")
        page.fill("#sign-in-name", words.pseudonym)
        page.fill("#sign-in-password", words.password)
        page.get_by_role("button", name="Open je brievenbus").click()
        page.locator(".case-link").first.click()
        page.locator(".thread").wait_for()

    def reads(self, text: str) -> None:
        expect(self.page.locator(".thread")).to_contain_text(text)

    def sees_pictures(self, count: int) -> None:
        expect(self.page.locator(".thread canvas")).to_have_count(count)

    def reply(self, text: str, *, answered: bool = True) -> None:
        if answered:
            self.page.get_by_label("Ik heb nog een vraag").check()
        self.page.fill("#reply", text)
        self.page.get_by_role("button", name="verstuur je bericht").click()
        self.reads(text)


class PlainAsker:
    """An asker whose scripts are off."""

    def __init__(self, page: Page, address: str, story: Story) -> None:
        self.page, self.address, self.story = page, address, story
        page.set_default_timeout(PATIENCE)

    def ask(self) -> None:
        page, words = self.page, self.story.words
        page.goto(f"{self.address}/ask")
        page.get_by_role("link", name="Ga naar de eenvoudige pagina's").click()
        page.get_by_text("Ik zit met een dilemma").click()
        page.fill("#text", words.text)
        page.fill("#real_name", words.real_name)
        for upload in (self.story.photo, self.story.document):
            page.set_input_files("#upload", upload.payload())
            page.click("button[value=add]")
            page.get_by_role("button", name="Nagekeken, meesturen").click()
        page.click("button.primary[value=next]")
        page.fill("#pseudonym", words.pseudonym)
        page.fill("#password", words.password)
        page.fill("#again", words.password)
        page.click("button.primary[value=send]")
        expect(page.get_by_role("heading", name="Je vraag is verstuurd")).to_be_visible()
        page.get_by_role("button", name="Klaar: afmelden").click()

    def come_back(self) -> None:
        page, words = self.page, self.story.words
        page.goto(f"{self.address}/plain/mailbox")
        if page.locator("#pseudonym").count():
            page.fill("#pseudonym", words.pseudonym)
            page.fill("#password", words.password)
            page.get_by_role("button", name="Open je brievenbus").click()
        page.locator(".case-link").first.click()

    def reads(self, text: str) -> None:
        expect(self.page.locator(".thread")).to_contain_text(text)

    def sees_pictures(self, count: int) -> None:
        """Every picture has come and could be drawn."""
        pictures = self.page.locator(".thread img")
        expect(pictures).to_have_count(count)
        for number in range(count):
            pictures.nth(number).scroll_into_view_if_needed()
            _until_drawn(pictures.nth(number))

    def reply(self, text: str, *, answered: bool = True) -> None:
        if answered:
            self.page.get_by_label("Ik heb nog een vraag").check()
        self.page.fill("#text", text)
        self.page.get_by_role("button", name="Verstuur je bericht").last.click()
        self.reads(text)


def _until_drawn(picture: Locator) -> None:
    """A picture that did not come has no height of its own."""
    box = picture.bounding_box()
    assert box, "not on the page"
    assert box["height"] > 40, "drawn as a broken picture"


class Staff:
    """A member of staff, always with scripts."""

    def __init__(self, page: Page, address: str, login: Login) -> None:
        self.page, self.address, self.login = page, address, login
        page.set_default_timeout(PATIENCE)

    def sign_in(self) -> None:
        page = self.page
        page.goto(f"{self.address}/staff")
        page.fill("#staff-name", self.login.login)
        page.fill("#staff-passphrase", self.login.passphrase)
        page.fill("#staff-code", pyotp.TOTP(self.login.totp).now())
        page.get_by_role("button", name="Meld je aan").click()

    def open_the_case(self) -> None:
        self.page.locator(".queue-row").first.click()
        self.page.locator(".thread").wait_for()

    def reads(self, text: str) -> None:
        expect(self.page.locator(".thread")).to_contain_text(text)

    def sees_pictures(self, count: int) -> None:
        expect(self.page.locator(".thread canvas")).to_have_count(count)

    def assign(self, name: str) -> None:
        self.page.get_by_role("button", name="Wijs een coach toe").click()
        dialog = self.page.locator("dialog[open]")
        dialog.get_by_text(name).click()
        dialog.get_by_role("button", name="Wijs toe").click()
        expect(self.page.locator(".people")).to_contain_text(name)

    def write(self, act: str, button: str, text: str) -> None:
        compose = self.page.locator(".compose")
        compose.get_by_role("button", name=act, exact=True).click()
        self.page.fill("#compose-text", text)
        compose.get_by_role("button", name=button).click()
        if act == "Definitief antwoord":
            self.page.locator("dialog").get_by_role("button", name="Verstuur het antwoord").click()
        self.reads(text)
