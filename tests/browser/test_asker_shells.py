"""What is served before any script has run, and what happens when a script does not come."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, Route, expect

from portal.pages import icons
from portal.pages.shells import LANGUAGES, SHELLS, address
from portal.web.static import STATIC
from tests.browser import asker
from tests.browser.living import LivingPortal, living_portal

SECRETS = asker.Words("Canarie Zeven", "kwispelende otter zeven daken lam")
CANARY = "kanarievogel-in-de-vraag"
LAZY = ("app/client/worker-argon2.js", "vendor/zxcvbn.js")


@pytest.fixture
def another(tmp_path: Path) -> Iterator[LivingPortal]:
    """Another organisation's portal, on another day."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    changes = {"name": "Hulpverleningszone Elders", "short_name": "HVZ", "languages": ("fr", "nl")}
    with living_portal(tmp_path / "another", port, **changes) as living:
        living.move_to(date(2027, 2, 1))
        yield living


def get(address: str, cookie: str = "") -> bytes:
    request = Request(address, headers={"Cookie": cookie} if cookie else {})  # noqa: S310 - ours
    with urlopen(request) as response:  # noqa: S310 - (as above)
        body: bytes = response.read()
    return body


def test_a_shell_is_the_same_for_everybody(portal: LivingPortal, another: LivingPortal) -> None:
    for shell in SHELLS:
        for language in LANGUAGES:
            path = address(shell.path, language)
            first = get(portal.origin + path)
            portal.move_to(date(2030, 7, 4))
            assert get(portal.origin + path, "session=abcdefghijklmnop") == first
            assert get(another.origin + path) == first


@pytest.mark.parametrize("shell", SHELLS, ids=lambda shell: shell.name)
def test_a_shell_can_post_nothing(portal: LivingPortal, shell: object) -> None:
    body = get(portal.origin + address(shell.path, "nl")).decode()  # type: ignore[attr-defined]
    assert "<form" not in body
    assert not re.search(r"<(input|textarea|select|button)\b", body)
    assert "<title>Info</title>" in body
    # An import map holds hashes and runs nothing.
    runnable = body.replace('<script type="importmap">', "")
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=", runnable)


def test_the_icons_of_the_scripts_are_those_of_the_shells() -> None:
    module = STATIC / "js" / "ui" / "icons.js"
    assert module.read_text(encoding="utf-8") == icons.as_module()


def test_no_field_has_a_name_or_asks_to_be_remembered(page: Page, portal: LivingPortal) -> None:
    asker.to_review(page, portal.origin)
    for _ in range(4):
        fields = page.locator("input, textarea, select").evaluate_all(
            "all => all.map(f => [f.name, f.type, f.autocomplete, f.form !== null])"
        )
        assert all(name == "" and kind != "password" and not form for name, kind, _, form in fields)
        assert all(
            complete == "off"
            for _, kind, complete, _ in fields
            if kind not in {"radio", "checkbox"}
        )
        page.go_back()


def scripts_of(portal: LivingPortal) -> list[str]:
    """Every script that asking can need."""
    shell = get(f"{portal.origin}/ask").decode()
    named = re.findall(r'(?:src|href)="/static/(app/[^"]+\.js)"', shell)
    return sorted({*named, *LAZY})


def try_to_ask(page: Page, origin: str, name: str) -> None:
    """Go as far as the page lets one go, with words that must not travel."""
    page.goto(f"{origin}/ask")
    stuck = page.locator(".failed .stuck")
    expect(stuck.or_(page.get_by_label("Je vraag", exact=True))).to_be_visible()
    if stuck.is_visible():
        expect(page.locator("input:enabled, textarea:enabled")).to_have_count(0)
        expect(page.get_by_role("link", name="eenvoudige pagina's").first).to_be_visible()
        return
    asker.write_question(page, CANARY)
    asker.button(page, "Verder naar bijlagen").click()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    page.get_by_label("Een naam die je zelf verzint").fill(name)
    page.get_by_label("Kies zelf").check()
    page.get_by_label("Je wachtwoord", exact=True).fill(SECRETS.password)
    page.get_by_label("Nog eens je wachtwoord").fill(SECRETS.password)
    asker.button(page, "Verder naar nakijken").click()
    send = asker.button(page, "Versleutel en verstuur je vraag")
    told = page.locator("#own-error .error")
    expect(send.or_(told)).to_be_visible()
    if told.is_visible():
        return
    send.click()
    done = page.get_by_role("heading", name="Je vraag is verstuurd")
    expect(done.or_(page.locator("[role=alert] .notice"))).to_be_visible(timeout=asker.SLOW)


def block(route: Route) -> None:
    route.abort()


def break_it(route: Route) -> None:
    # Neither what it should export nor a quiet end: importing it fails, and so does running it.
    route.fulfill(body="throw new Error('broken'); export {};", content_type="text/javascript")


@pytest.mark.parametrize("harm", [block, break_it])
def test_with_any_one_script_missing_or_broken_nothing_leaves_the_page(
    portal: LivingPortal, make_page: object, complaints: list[str], harm: object
) -> None:
    for number, script in enumerate(scripts_of(portal)):
        page = make_page()  # type: ignore[operator]
        page.route(f"**/static/{script}", harm)
        try:
            try_to_ask(page, portal.origin, f"{SECRETS.name} {number}")
        except AssertionError as error:
            raise AssertionError(f"with {script}: {error}") from error
        finally:
            page.context.close()
            complaints.clear()  # each is the harm done here
    sent = b"\n".join(one.text for one in portal.received)
    for secret in (CANARY, SECRETS.name, SECRETS.name.lower(), SECRETS.password):
        assert secret.encode() not in sent


@pytest.mark.parametrize(
    "lacking",
    [
        "delete globalThis.WebAssembly",
        "WebAssembly.instantiate = () => Promise.reject(new Error('refused'))",
        "Object.defineProperty(crypto, 'subtle', { value: undefined })",
    ],
)
def test_a_browser_that_cannot_seal_is_told_at_once(
    page: Page, portal: LivingPortal, lacking: str
) -> None:
    page.add_init_script(lacking)
    page.goto(f"{portal.origin}/ask")
    expect(page.get_by_text("Deze browser mist iets")).to_be_visible()
    expect(page.get_by_role("link", name="eenvoudige pagina's").first).to_be_visible()
    expect(page.locator("input, textarea")).to_have_count(0)


def test_without_scripts_the_plain_pages_are_offered(
    make_page: object, portal: LivingPortal
) -> None:
    page = make_page(java_script_enabled=False)  # type: ignore[operator]
    page.goto(f"{portal.origin}/ask")
    told = page.locator("noscript .notice")
    expect(told).to_be_visible()
    assert told.locator("a").get_attribute("href") == "/plain/ask"


def test_without_scripts_nothing_on_the_first_page_leads_to_a_page_that_needs_them(
    make_page: object, portal: LivingPortal
) -> None:
    page = make_page(java_script_enabled=False)  # type: ignore[operator]
    page.goto(portal.origin)
    expect(page.get_by_role("link", name="Stel je vraag", exact=True)).to_be_hidden()
    expect(page.get_by_role("link", name="Lees de zes woorden")).to_be_visible()
    page.get_by_role("link", name="Ga verder zonder scripts").click()
    expect(page.get_by_role("heading", name="Dit zijn de pagina's zonder scripts")).to_be_visible()
    expect(page.locator("#words ~ .fingerprint")).to_have_text(
        re.compile(r"^\s*(\S+\s+){5}\S+\s*$")
    )


def test_the_first_page_is_light(page: Page, portal: LivingPortal) -> None:
    """Every byte on the wire, headers too, until the page can be used."""
    sizes: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
    page.goto(portal.origin)
    expect(asker.button(page, "Toon de zes woorden")).to_be_visible()
    assert sum(sizes) < 30_000
