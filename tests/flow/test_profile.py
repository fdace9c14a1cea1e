"""What a visit leaves behind on the asker's own device: nothing that they typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import installed_chromium
from tests.flow.canaries import found_in_files
from tests.flow.conftest import Portal
from tests.flow.people import PlainAsker, SealedAsker, Story

pytestmark = pytest.mark.browser

# Whoever gets something wrong has typed something too.
WRONG_PASSWORD = "Verkeerdeeendenvijver88"
TIME_TO_WRITE_ITS_FILES = 2_000  # milliseconds; Chromium saves its session a moment after each page


@contextmanager
def profile_of(browser: Browser, folder: Path, *, scripts: bool) -> Iterator[Page]:
    """A browser that keeps its profile, as people's own do."""
    context = browser.browser_type.launch_persistent_context(
        str(folder),
        executable_path=installed_chromium(),
        java_script_enabled=scripts,
        locale="nl-BE",
    )
    try:
        yield context.pages[0]
    finally:
        context.close()


def visit_plain(page: Page, portal: Portal, story: Story) -> None:
    asker = PlainAsker(page, portal.address, story)
    page.goto(f"{portal.address}/plain/ask")
    page.fill("#text", story.words.text)
    page.fill("#real_name", story.words.real_name)
    page.click("button.primary[value=next]")  # and no kind chosen yet
    page.wait_for_timeout(TIME_TO_WRITE_ITS_FILES)
    asker.ask()
    page.goto(f"{portal.address}/plain/mailbox")
    page.fill("#pseudonym", story.words.pseudonym)
    page.fill("#password", WRONG_PASSWORD)
    page.get_by_role("button", name="Open je brievenbus").click()
    page.wait_for_timeout(TIME_TO_WRITE_ITS_FILES)
    asker.come_back()
    asker.reply(story.words.reply, answered=False)
    page.wait_for_timeout(TIME_TO_WRITE_ITS_FILES)


def visit_sealed(page: Page, portal: Portal, story: Story) -> None:
    asker = SealedAsker(page, portal.address, story)
    asker.ask()
    page.wait_for_timeout(TIME_TO_WRITE_ITS_FILES)
    asker.come_back()
    asker.reply(story.words.reply, answered=False)
    page.wait_for_timeout(TIME_TO_WRITE_ITS_FILES)


@pytest.mark.parametrize(("visit", "scripts"), [(visit_plain, False), (visit_sealed, True)])
def test_a_whole_visit_leaves_nothing_in_the_browsers_profile(
    browser: Browser,
    portal: Portal,
    story: Story,
    tmp_path: Path,
    visit: Callable[[Page, Portal, Story], None],
    scripts: bool,
) -> None:
    folder = tmp_path / "profile"
    with profile_of(browser, folder, scripts=scripts) as page:
        visit(page, portal, story)
    typed = [*story.words.each(), ("wrong password", WRONG_PASSWORD)]
    visited = [("visited", portal.address)]
    assert found_in_files([folder], visited), "the profile was not looked at"
    assert found_in_files([folder], typed) == set()
