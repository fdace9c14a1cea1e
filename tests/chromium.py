"""The one Chromium of a run. Here and not in a conftest: two folders use it, and must share it.

A second Playwright in the same process can't start while the first is there.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Playwright, sync_playwright

INSTALLED_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Nothing that a browser does of its own accord, so that what is seen comes from the pages.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
HOW_TO_INSTALL = (
    "No Chromium could be found or installed. Run one of:\n"
    "  sudo apt-get install chromium\n"
    "  .venv/bin/playwright install chromium"
)


def _run_quietly(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def installed_chromium() -> str | None:
    named = os.environ.get("ADVIESPUNT_TEST_BROWSER")
    return named or next((path for name in INSTALLED_NAMES if (path := shutil.which(name))), None)


def _from_distribution() -> str | None:
    """Install the distribution's package, where this account may."""
    if not shutil.which("apt-get"):
        return None
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    install = [*sudo, "apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    _run_quietly(*sudo, "apt-get", "update")
    return installed_chromium() if _run_quietly(*install) else None


def _playwrights_own(playwright: Playwright) -> str | None:
    path = playwright.chromium.executable_path
    if not os.path.exists(path):  # noqa: PTH110 - a string is what Playwright gives and takes
        _run_quietly(sys.executable, "-m", "playwright", "install", "chromium")
    return path if os.path.exists(path) else None  # noqa: PTH110 - (as above)


@pytest.fixture(scope="session")
def joined_modules() -> None:
    join_modules()


def join_modules() -> None:
    """The pages are made from the modules as they stand, also where `make app` was not run since."""
    root = Path(__file__).parents[1]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ("node", "deploy/dev/app/build.mjs", "portal/static/app")
    subprocess.run(command, cwd=root, check=True, env=os.environ | {"PATH": path})


@pytest.fixture(scope="session")
def browser(joined_modules: None) -> Iterator[Browser]:
    """One Chromium for the whole run; never a skip, since the pages are half of the product."""
    with sync_playwright() as playwright:
        path = installed_chromium() or _from_distribution() or _playwrights_own(playwright)
        if path is None:
            pytest.fail(HOW_TO_INSTALL, pytrace=False)
        try:
            browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        except Error as error:
            pytest.fail(f"{path} does not start: {error}\n{HOW_TO_INSTALL}", pytrace=False)
        yield browser
        browser.close()
