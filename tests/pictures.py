"""Take the pictures in docs/pictures anew, from the running demonstration.

Run by `make pictures`. Each page and state is shown as people meet it: the asker's on a telephone,
the staff's on a desktop.
"""

from __future__ import annotations

import json
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyotp
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from portal.assisted.demo.command import prepare
from portal.assisted.demo.kept import Kept
from tests.portal.serving import serving

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
SETTLE_MS = 700


class Studio:
    """A browser at a portal, and a folder for what it sees."""

    def __init__(self, browser: Browser, address: str, kept: Kept, folder: Path) -> None:
        self.browser, self.address, self.kept, self.folder = browser, address, kept, folder

    @contextmanager
    def visitor(self, size: dict[str, int], *, scripts: bool = True) -> Iterator[Page]:
        context: BrowserContext = self.browser.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            java_script_enabled=scripts,
            locale="nl-BE",
        )
        yield context.new_page()
        context.close()

    def take(self, page: Page, name: str, *, whole: bool = False) -> None:
        if page.evaluate("1") is not None:
            page.wait_for_timeout(SETTLE_MS)
        page.screenshot(path=self.folder / f"{name}.png", full_page=whole)

    def sign_in_staff(self, page: Page, login: str, path: str = "/staff") -> None:
        one = next(one for one in self.kept.staff if one.login == login)
        page.goto(self.address + path)
        fields = page.locator("main input")
        fields.nth(0).fill(one.login)
        fields.nth(1).fill(one.passphrase)
        fields.nth(2).fill(pyotp.TOTP(one.totp).now())
        page.get_by_role("button", name="Meld je aan").click()
        page.get_by_role("button", name="Meld je af").wait_for(timeout=60_000)
        page.wait_for_timeout(4 * SETTLE_MS)


def asker_pictures(studio: Studio) -> None:
    with studio.visitor(PHONE) as page:
        page.goto(studio.address)
        page.wait_for_load_state("networkidle")
        studio.take(page, "start")
        page.goto(f"{studio.address}/how")
        page.wait_for_load_state("networkidle")
        studio.take(page, "how")
        page.goto(f"{studio.address}/where")
        page.get_by_label("Nee").check()
        page.get_by_label("Ik twijfel").check()
        page.get_by_role("heading", name="Hier kun je terecht").scroll_into_view_if_needed()
        studio.take(page, "where")
        page.goto(f"{studio.address}/ask")
        page.wait_for_selector("textarea:enabled")
        studio.take(page, "ask")
        page.get_by_role("radio").first.check()
        page.get_by_label("Je vraag", exact=True).fill("Mag dat?")
        page.get_by_role("button", name="Verder naar bijlagen").click()
        page.get_by_role("button", name="Verder naar naam en wachtwoord").click()
        page.wait_for_selector(".phrase li")
        page.locator(".phrase").evaluate("list => list.scrollIntoView({ block: 'center' })")
        studio.take(page, "six-words")
        visitor = studio.kept.askers[0]
        page.goto(f"{studio.address}/mailbox")
        fields = page.locator("main input:enabled")
        fields.nth(0).fill(visitor.name)
        fields.nth(1).fill(visitor.password)
        studio.take(page, "mailbox-sign-in")
        page.locator("main form button, main button.primary").first.click()
        page.get_by_text("vraag van", exact=False).first.wait_for(timeout=60_000)
        studio.take(page, "mailbox", whole=True)


def plain_pictures(studio: Studio) -> None:
    with studio.visitor(PHONE, scripts=False) as page:
        for name, path in (("plain-start", "/plain"), ("plain-ask", "/plain/ask")):
            page.goto(studio.address + path)
            page.screenshot(path=studio.folder / f"{name}.png")


def staff_pictures(studio: Studio) -> None:
    with studio.visitor(DESKTOP) as page:
        studio.sign_in_staff(page, "els")
        studio.take(page, "queue")
        page.locator("tbody tr, .queue li, .case-row").nth(3).click()
        studio.take(page, "case", whole=True)
        page.get_by_role("button", name="Cijfers").first.click()
        studio.take(page, "figures", whole=True)
        page.get_by_role("button", name="Medewerkers").first.click()
        studio.take(page, "people")
        page.get_by_role("button", name="Affiche").first.click()
        page.wait_for_selector(".poster")
        page.locator(".poster").screenshot(path=studio.folder / "poster.png")
    time.sleep(1)
    with studio.visitor(PHONE) as page:
        studio.sign_in_staff(page, "nadia")
        studio.take(page, "queue-coach")
        page.locator("tbody tr, .queue li, .case-row").first.click()
        page.get_by_text("Gesprek met de vraagsteller").first.wait_for(timeout=60_000)
        studio.take(page, "case-coach")
    with studio.visitor(DESKTOP) as page:
        studio.sign_in_staff(page, "karin", "/reports")
        studio.take(page, "coordinator", whole=True)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, socket.socket() as probe, sync_playwright() as web:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        data = Path(name) / "data"
        kept = prepare(data, port)
        browser = web.chromium.launch(executable_path=shutil.which("chromium"))
        with serving(data, port):
            studio = Studio(browser, f"http://127.0.0.1:{port}", kept, folder)
            asker_pictures(studio)
            plain_pictures(studio)
            staff_pictures(studio)
        browser.close()
    print(json.dumps(sorted(file.name for file in folder.glob("*.png"))))  # noqa: T201 - a script


if __name__ == "__main__":
    main(Path(sys.argv[1]))
