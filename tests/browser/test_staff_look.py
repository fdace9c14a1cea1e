"""The staff pages of the demonstration: by keyboard, by screen reader, on a phone, in the dark."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from portal import config
from portal.app import create_app
from portal.assisted.demo.command import prepare
from portal.assisted.demo.kept import Kept
from portal.services.context import open_context
from tests.browser import desk
from tests.browser.conftest import PageMaker
from tests.browser.desk import Desk, button

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
STEP_SECONDS = 30

Look = Callable[[str], None]


@dataclass
class Zone:
    """The demonstration, up and running; the clock goes on with every code that is asked for."""

    origin: str
    kept: Kept
    seconds: list[float]
    link: str = ""

    def tick(self) -> int:
        self.seconds[0] += STEP_SECONDS
        return int(self.seconds[0])

    def desk(self, login: str) -> Desk:
        found = next(one for one in self.kept.staff if one.login == login)
        return Desk(found.name, login, self.tick, found.passphrase, found.recovery, found.totp)


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zone]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    data = tmp_path_factory.mktemp("demo") / "data"
    kept = prepare(data, port)
    settings = replace(config.load(data), login_step_seconds=0.05)
    context = open_context(settings)
    seconds = [context.seconds()]
    context = replace(context, seconds=lambda: seconds[0])
    server = make_server("127.0.0.1", port, create_app(settings, context), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Zone(f"http://127.0.0.1:{port}", kept, seconds)
    server.shutdown()
    thread.join()
    server.server_close()
    context.close()


def come_in(page: Page, zone: Zone, login: str, path: str = "/staff") -> None:
    desk.sign_in(page, zone, zone.desk(login), path)


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands."""
    # A click returns before the next page has its style sheets, and then everything is too small.
    page.wait_for_load_state("load")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = json.dumps({"runOnly": {"type": "tag", "values": RULES}})
    found = page.evaluate(f"axe.run(document, {options}).then(found => found.violations)")
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


def looker(page: Page) -> Look:
    def look(state: str) -> None:
        assert violations(page) == [], state
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, f"{state}: {overflow} pixels too wide"

    return look


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_page_of_a_facilitator_keeps_anybody_out(
    zone: Zone, make_page: PageMaker, scheme: str, size: dict[str, object]
) -> None:
    page = make_page(color_scheme=scheme, reduced_motion="reduce", **size)
    look = looker(page)
    page.goto(f"{zone.origin}/staff")
    expect(desk.heading(page, "Aanmelden als medewerker")).to_be_visible()
    look("sign-in")
    desk.fill_sign_in(page, zone.desk("els"))
    expect(page.locator(".queue-row").first).to_be_visible(timeout=desk.SLOW)
    page.wait_for_load_state("networkidle")
    look("queue")
    desk.open_case(page)
    look("case")
    for act in page.locator(".compose .segment").all():
        act.click()
        look(f"writing: {act.inner_text()}")
    button(page, "Wijs een coach toe").click()
    expect(page.locator("dialog")).to_be_visible()
    look("assigning")
    page.keyboard.press("Escape")
    desk.open_tab(page, "Medewerkers")
    expect(page.locator(".cards > li").first).to_be_visible(timeout=desk.SLOW)
    look("team")
    button(page, "Nodig iemand uit").click()
    look("inviting")
    desk.open_tab(page, "Cijfers")
    expect(page.locator(".figure-card").first).to_be_visible(timeout=desk.SLOW)
    look("figures")
    for summary in page.locator(".chart summary").all():
        summary.click()
    look("figures, tables open")
    button(page, "Jaarverslag").last.click()
    expect(page.locator(".report")).to_be_visible(timeout=desk.SLOW)
    look("report")
    button(page, "Terug naar de cijfers").click()
    button(page, "Archief").click()
    expect(page.locator(".facts")).to_be_visible(timeout=desk.SLOW)
    look("archive")
    desk.open_tab(page, "Mijn toegang")
    expect(page.locator("#notice-address")).to_be_visible()
    page.wait_for_load_state("networkidle")
    look("access")


def test_the_queue_is_worked_by_keyboard(zone: Zone, make_page: PageMaker) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    expect(page.locator(".queue-row").nth(2)).to_be_visible(timeout=desk.SLOW)
    page.wait_for_load_state("networkidle")
    names = page.locator(".queue-row strong").all_inner_texts()
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
    expect(page.locator(".queue-row").first).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".case h1")).to_have_text(names[1], timeout=desk.SLOW)
    expect(page.locator(".case .message").first).to_be_visible(timeout=desk.SLOW)
    page.keyboard.press("n")
    expect(page.locator("#compose-text")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator("#compose-text")).to_have_value("u")
    page.locator(".case h1").click()
    page.keyboard.press("u")
    expect(page.locator(".queue-row").first).to_be_visible(timeout=desk.SLOW)
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_contain_text("volgende of vorige vraag")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#queue-search")).to_be_focused()


def test_what_somebody_searches_for_leaves_the_browser_in_no_request(
    zone: Zone, make_page: PageMaker
) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "els")
    expect(page.locator(".queue-row").first).to_be_visible(timeout=desk.SLOW)
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda one: sent.append(f"{one.url} {one.post_data}"))
    name = page.locator(".queue-row strong").nth(3).inner_text()
    word = name.split()[0]
    page.locator("#queue-search").fill(word)
    expect(page.locator(".queue-row")).to_have_count(1)
    expect(page.locator(".queue-row strong")).to_have_text(name)
    page.locator("#queue-search").fill("geenwoordvandezevraag")
    expect(desk.heading(page, "Niets gevonden")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [one for one in sent if word in one or "geenwoord" in one] == []


def test_a_photo_is_looked_at_with_the_viewers_name_and_cannot_be_saved(
    zone: Zone, make_page: PageMaker
) -> None:
    page = make_page(**DESKTOP)
    come_in(page, zone, "nadia")
    for place in range(page.locator(".queue-row").count()):
        desk.open_case(page, place)
        if page.locator(".thumb").count():
            break
        button(page, "Terug naar de lijst").click()
    thumb = page.locator(".thumb canvas").first
    assert thumb.evaluate(
        "c => !c.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, cancelable: true}))"
    )
    thumb.click()
    canvas = page.locator("dialog.viewer canvas")
    expect(canvas).to_be_visible(timeout=desk.SLOW)
    before = canvas.evaluate("c => [c.width, c.height]")
    page.keyboard.press("r")
    expect(canvas).not_to_have_attribute("width", str(before[0]))
    assert page.locator("img").count() == 0
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    expect(page.locator(".case")).to_be_hidden()
