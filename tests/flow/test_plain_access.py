"""Every plain page in every state, for people who see, hear or move otherwise."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Complaints, PageMaker
from tests.browser.test_asker_access import DESKTOP, PHONE, Look, looker
from tests.flow.conftest import Portal
from tests.flow.people import PATIENCE, Story

pytestmark = pytest.mark.browser

WEAK = "welkom123"


@pytest.mark.parametrize(
    ("device", "scheme"),
    [(PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark")],
    ids=["phone-light", "phone-dark", "desktop-light", "desktop-dark"],
)
def test_every_plain_page_in_every_state(
    portal: Portal,
    story: Story,
    make_page: PageMaker,
    complaints: Complaints,
    device: dict[str, object],
    scheme: str,
) -> None:
    page = make_page(color_scheme=scheme, reduced_motion="reduce", **device)
    page.set_default_timeout(PATIENCE)
    look = looker(page)
    address = f"{portal.address}/plain"
    ask(page, address, story, look)
    come_back(page, address, story, look)
    # Chromium tells of every answer other than 200, and mistakes were made on purpose.
    complaints[:] = [line for line in complaints if "Failed to load resource" not in line]


def ask(page: Page, address: str, story: Story, look: Look) -> None:
    page.goto(address)
    for summary in page.locator("summary").all():
        summary.click()
    look("start, everything open")
    page.goto(f"{address}/ask")
    look("question")
    page.click("button.primary[value=next]")
    look("question, with mistakes")
    page.get_by_text("Ik zit met een dilemma").click()
    page.fill("#text", story.words.text)
    page.set_input_files("#upload", story.photo.payload())
    page.click("button[value=add]")
    look("question, with a photo")
    page.set_input_files(
        "#upload", {"name": "x", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00"}
    )
    page.click("button[value=add]")
    look("question, with a refused file")
    page.get_by_role("button", name="Nagekeken, meesturen").click()
    page.click("button.primary[value=next]")
    look("name and password")
    for field in ("#pseudonym", "#password"):
        page.fill(field, WEAK)
    page.click("button.primary[value=send]")
    look("name and password, with mistakes")
    page.fill("#pseudonym", story.words.pseudonym)
    page.fill("#password", story.words.password)
    page.fill("#again", story.words.password)
    page.click("button.primary[value=send]")
    page.get_by_role("heading", name="Je vraag is verstuurd").wait_for()
    look("sent")


def come_back(page: Page, address: str, story: Story, look: Look) -> None:
    page.goto(f"{address}/mailbox")
    look("mailbox")
    page.click(".case-link")
    look("thread")
    page.get_by_role("button", name="Verstuur je antwoord").last.click()
    look("thread, with a mistake")
    page.get_by_role("link", name="Trek je vraag in").click()
    look("withdrawing")
    page.get_by_role("button", name="Ja, vernietig mijn vraag").click()
    look("withdrawn")
    page.get_by_role("link", name="Naar je brievenbus").click()
    look("an empty mailbox")
    page.get_by_role("button", name="Afmelden").click()
    page.goto(f"{address}/mailbox")
    look("signing in")
    page.fill("#pseudonym", story.words.pseudonym)
    page.fill("#password", WEAK)
    page.get_by_role("button", name="Open je brievenbus").click()
    look("signing in, wrong")
    page.context.clear_cookies()
    page.get_by_role("button", name="Open je brievenbus").click()
    look("not received")
    page.goto(f"{address}/nothing-here")
    look("nothing here")
