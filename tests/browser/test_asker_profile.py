"""What a visit leaves behind in the browser's own files, searched byte by byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser import asker
from tests.browser.living import LivingPortal

NAME = "Zwijgende Kanarievogel"
TEXT = "Onvindbare kanarievraag over een zilveren theepot."
REPLY = "Nog een onvindbare kanariezin."
TITLES = ("Adviespunt Integriteit", "Je vraag is verstuurd", "Je brievenbus")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def kept(browser: Browser, profile: Path) -> Iterator[BrowserContext]:
    """A browser with a profile on disk, as people have one."""
    names = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    found = os.environ.get("ADVIESPUNT_TEST_BROWSER") or next(
        filter(None, map(shutil.which, names)), None
    )
    kind = browser.browser_type
    context = kind.launch_persistent_context(
        profile, executable_path=found or kind.executable_path, locale="nl-BE"
    )
    context.set_default_timeout(20_000)
    yield context
    context.close()


def holding(folder: Path, secret: str) -> list[str]:
    """The files in which this text stands, in either way that a browser writes text."""
    forms = (secret.encode(), secret.encode("utf-16-le"))
    files = (file for file in folder.rglob("*") if file.is_file())
    return [
        str(file.relative_to(folder))
        for file in files
        if any(f in file.read_bytes() for f in forms)
    ]


def test_a_whole_visit_leaves_no_name_password_or_text(
    kept: BrowserContext, profile: Path, portal: LivingPortal
) -> None:
    page = kept.pages[0]
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page, TEXT)
    asker.button(page, "Verder naar bijlagen").click()
    asker.button(page, "Verder naar naam en wachtwoord").click()
    words = asker.choose_words(page, NAME)
    asker.button(page, "Verder naar nakijken").click()
    asker.send(page)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    page.get_by_label("Je bericht").fill(REPLY)
    asker.button(page, "Versleutel en verstuur je bericht").click()
    sent = page.locator(".message.own", has_text=REPLY)
    expect(sent).to_be_visible(timeout=asker.SLOW)
    assert page.title() == "Info"
    kept.close()
    history = (profile / "Default" / "History").read_bytes()
    assert b"Info" in history  # the visit itself is there: the search would find what is kept
    for secret in (NAME, words.password, TEXT, REPLY):
        assert holding(profile, secret) == []
    for title in TITLES:
        assert title.encode() not in history
