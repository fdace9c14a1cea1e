"""A script that is not the release's does not run: every way in which a page comes to load one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from crypto.encoding import b64
from tests.browser import asker
from tests.browser.living import LivingPortal

# Sets a mark when it runs; a changed script of a server would do worse.
ADDED = "\n;globalThis.changed = true;"


def change(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text() + ADDED)


@pytest.fixture
def refusing(page: Page, complaints: list[str]) -> Iterator[None]:
    """Chromium tells of each refusal on the console: here that is the story."""
    yield
    page.context.close()
    refused = (
        "integrity",
        "Integrity",
        "Failed to fetch dynamically imported module",
        "Failed to load",
    )
    complaints[:] = [line for line in complaints if not any(word in line for word in refused)]


def has_run(page: Page) -> bool:
    return bool(page.evaluate("globalThis.changed === true"))


@pytest.mark.usefixtures("refusing")
@pytest.mark.parametrize("path", ["/static/app/ask/ask.js", "/static/app/first.js"])
def test_a_changed_script_of_the_shell_does_not_run(
    page: Page, portal: LivingPortal, path: str
) -> None:
    page.route(f"**{path}", change)
    page.goto(f"{portal.origin}/ask")
    expect(page.locator(".stuck, textarea:enabled").first).to_be_visible()
    assert not has_run(page)


@pytest.mark.usefixtures("refusing")
def test_with_a_changed_page_script_the_page_says_that_it_is_stuck(
    page: Page, portal: LivingPortal
) -> None:
    page.route("**/static/app/ask/ask.js", change)
    page.goto(f"{portal.origin}/ask")
    expect(page.locator(".failed .stuck")).to_be_visible()
    expect(page.locator("input:enabled, textarea:enabled")).to_have_count(0)


@pytest.mark.usefixtures("refusing")
def test_a_changed_part_that_a_script_imports_does_not_run(
    page: Page, portal: LivingPortal
) -> None:
    page.route("**/static/app/start/lit-html.js", change)
    page.goto(portal.origin)
    expect(page.locator(".failed .stuck")).to_be_visible()
    assert not has_run(page)


@pytest.mark.usefixtures("refusing")
def test_a_changed_part_that_comes_later_does_not_run(page: Page, portal: LivingPortal) -> None:
    page.route("**/static/app/start/genuine.js", change)
    page.goto(portal.origin)
    asker.button(page, "Toon de zes woorden").click()
    expect(page.locator("#fingerprint [role=alert], #fingerprint .notice")).to_be_visible()
    assert not has_run(page)


@pytest.mark.usefixtures("refusing")
def test_changed_texts_do_not_run_and_the_page_stays_in_dutch(
    page: Page, portal: LivingPortal
) -> None:
    page.route("**/static/app/texts/fr-ask.js", change)
    page.goto(f"{portal.origin}/fr/ask")
    expect(page.get_by_label("Je vraag", exact=True)).to_be_visible()
    assert not has_run(page)


@pytest.mark.usefixtures("refusing")
def test_a_changed_style_sheet_is_not_used(page: Page, portal: LivingPortal) -> None:
    def paint(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text() + "body { color: rgb(1, 2, 3) }")

    page.route("**/static/app/asker.css", paint)
    page.goto(portal.origin)
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(1, 2, 3)"


@pytest.mark.usefixtures("refusing")
def test_a_script_that_comes_without_a_hash_does_not_run(page: Page, portal: LivingPortal) -> None:
    """The page's own policy asks for hashes: leaving them out of the shell is no way round."""

    def without_hashes(route: Route) -> None:
        answer = route.fetch()
        shell = answer.text()
        start = shell.index('<script type="importmap">')
        shell = shell[:start] + shell[shell.index("</script>", start) + len("</script>") :]
        assert ' integrity="' in shell
        bare = shell.replace(' integrity="', ' data-was="')
        route.fulfill(response=answer, body=bare)

    page.route(f"{portal.origin}/ask", without_hashes)
    page.goto(f"{portal.origin}/ask")
    # Not even the script that says so at once: the style sheet does, after some seconds.
    expect(page.locator(".stuck")).to_be_visible()
    expect(page.locator("input, textarea")).to_have_count(0)


def test_the_worker_can_fetch_nothing(page: Page, portal: LivingPortal) -> None:
    """What derives keys stands in one file under a policy of its own."""
    page.goto(portal.origin)
    told = page.evaluate(
        """async () => {
          const answer = await fetch('/static/app/client/worker-argon2.js');
          return [answer.headers.get('content-security-policy'), await answer.text()];
        }"""
    )
    assert told[0] == "default-src 'none'; script-src 'wasm-unsafe-eval'"
    assert "import(" not in told[1]


def test_a_server_that_says_nobody_answered_is_contradicted(
    page: Page, portal: LivingPortal
) -> None:
    words = asker.ask(page, portal.origin)
    (case,) = portal.case_ids()
    portal.write(case, "final", "Neem ze niet aan.", referred=[])
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    destroys = page.get_by_text("Ze wordt helemaal vernietigd")
    stops = page.get_by_text("Iemand heeft je vraag al gelezen.")
    told = page.get_by_text("De server zegt iets anders over je vraag dan de berichten zelf.")
    expect(stops).to_be_visible()
    expect(told).to_have_count(0)

    def lie(route: Route) -> None:
        never = {"state": "new", "opened": False, "waits_for": "staff"}
        days = {"feedback_on": None, "answered_on": None, "closed_on": None}
        route.fulfill(json=route.fetch().json() | never | days)

    page.route(f"**/api/v1/cases/{b64(case)}", lie)
    asker.button(page, "Naar je brievenbus").click()
    asker.open_case(page)
    expect(told).to_be_visible()
    expect(page.locator(".badge", has_text="beantwoord")).to_be_visible()
    expect(stops).to_be_visible()
    expect(destroys).to_have_count(0)
