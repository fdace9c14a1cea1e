"""The asker's whole way, for people who move or see otherwise."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser import asker
from tests.browser.living import LivingPortal


def test_everything_can_be_done_with_twice_as_large_text(
    make_page: Callable[..., Page], portal: LivingPortal
) -> None:
    page = make_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })"
    )
    words = asker.ask(page, portal.origin)
    asker.come_back(page, portal.origin, words)
    asker.open_case(page)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
