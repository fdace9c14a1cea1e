"""A real Chromium for the tests of the pages.

Everything a page does wrong without showing it is collected: errors on the console, uncaught
exceptions, and whatever the Content-Security-Policy stopped. A test that ends with any of these
fails, unless it took them out of `complaints` itself.
"""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.living import LivingPortal, living_portal
from tests.looking.zone import Zone, open_zone
from tests.page_clock import PAGES

# Kept where page scripts and trusted types cannot disturb it: it reads, and reports by console.
REPORT_VIOLATIONS = """
addEventListener('securitypolicyviolation', (event) => {
  console.error(`CSP: ${event.effectiveDirective} stopped ${event.blockedURI || 'inline'} `
    + `at ${event.sourceFile}:${event.lineNumber}`);
});
"""

PageMaker = Callable[..., Page]


# On a busy machine the tests' own small server drops a connection now and then. What a page makes
# of that is tested where it is done on purpose. At the end of a test it may be gone before its page.
DROPPED = (
    "net::ERR_CONNECTION_REFUSED",
    "net::ERR_CONNECTION_RESET",
    "net::ERR_SOCKET_NOT_CONNECTED",
)

# Somebody who signs in twice meets what their other browser kept meanwhile, takes it, and keeps again.
OWN_NEWER_STATE = "/api/v1/staff/state"


class Complaints(list[str]):
    """What pages complained about in this test."""

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.append(f"exception: {error}"))
        page.on(
            "console",
            lambda message: (
                self.append(f"console: {message.text} {message.location.get('url', '')}")
                if message.type == "error"
                and not message.text.endswith(DROPPED)
                and OWN_NEWER_STATE not in message.location.get("url", "")
                else None
            ),
        )


@pytest.fixture
def complaints() -> Complaints:
    return Complaints()


@pytest.fixture
def make_page(browser: Browser, complaints: Complaints) -> Iterator[PageMaker]:
    """Give `make_page(**context_options)`: a page in a browser context (a visitor) of its own.

    The options are those of Playwright's `Browser.new_context`, such as
    `viewport={"width": 360, "height": 740}`, `java_script_enabled=False`, `color_scheme="dark"`.
    """
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Page:
        context = browser.new_context(locale="nl-BE", **options)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)  # no page of ours is slower, and a wrong test is
        contexts.append(context)
        context.add_init_script(REPORT_VIOLATIONS)
        PAGES.follow(context)
        page = context.new_page()
        complaints.watch(page)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(make_page: PageMaker) -> Page:
    """A desktop visitor."""
    return make_page()


@pytest.fixture
def phone(make_page: PageMaker) -> Page:
    """A visitor with a small phone."""
    return make_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)


@pytest.fixture
def portal(tmp_path: Path, free_port: int) -> Iterator[LivingPortal]:
    """A portal that is up and staffed, and writes down what it is sent."""
    with living_portal(tmp_path / "portal", free_port) as living:
        yield living


@pytest.fixture(scope="session")
def zone(joined_modules: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zone]:
    """The demonstration, for looking at: whatever a test changes in it, the next must not mind."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with open_zone(tmp_path_factory.mktemp("demo") / "data", port) as found:
        yield found


@pytest.fixture
def forgiving(page: Page, complaints: list[str]) -> Iterator[None]:
    """For a test in which answers other than 200 belong to the story: Chromium tells each."""
    yield
    page.context.close()
    complaints[:] = [line for line in complaints if "Failed to load resource" not in line]
