"""What is wrong with a page as it stands: for assistive technology, and for the eye."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LAYOUT = Path(__file__).with_name("layout.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only these depend on the colours; everything else was seen in the other scheme already.
OF_COLOURS = ["color-contrast", "link-in-text-block"]
OVERHEARD = """[...document.querySelectorAll('input, textarea')]
  .filter((field) => field.spellcheck || field.writingSuggestions !== 'false')
  .map((field) => field.outerHTML.slice(0, 90))"""
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
REFLOW = {"width": 320, "height": 700}  # WCAG 1.4.10: what 1280 pixels are at 400 %


def pretend_scripts_are_off(page: Page) -> None:
    """axe-core is a script itself: the page comes as a browser without scripts would draw it."""

    def without(route: Route) -> None:
        answer = route.fetch()
        html = re.sub(r"<script.*?</script>", "", answer.text())
        html = html.replace("<noscript>", "<div>").replace("</noscript>", "</div>")
        html = re.sub(r'class="(loading|stuck) ', r'hidden class="\1 ', html)
        route.fulfill(response=answer, body=html)

    page.route(lambda address: "/static/" not in address, without)


def violations(page: Page, only: list[str] | None = None) -> list[str]:
    """What axe-core finds, a line each."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    run = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    options = {
        "runOnly": run,
        "resultTypes": ["violations"],
        "rules": {} if only else {"target-size": {"enabled": True}},
    }
    found = page.evaluate(
        f"axe.run(document, {json.dumps(options)}).then(found => found.violations)"
    )
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


def misplaced(page: Page) -> list[str]:
    """What sticks out of its box, is cut off, or lies over something else, a line each."""
    if not page.evaluate("'layoutFaults' in globalThis"):
        page.evaluate(LAYOUT.read_text(encoding="utf-8"))
    faults: list[str] = page.evaluate("layoutFaults()")
    return faults


@contextmanager
def longer_texts(page: Page) -> Iterator[None]:
    """Every text of ours 40 % longer, word by word, until the end of the block."""
    misplaced(page)
    page.evaluate("lengthenTexts()")
    try:
        yield
    finally:
        page.evaluate("restoreTexts()")


@contextmanager
def larger_text(page: Page) -> Iterator[None]:
    """Text at 200 %, set where a reader sets it: in the browser, media queries and all."""
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    try:
        yield
    finally:
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
        browser.detach()


def accessibility(page: Page) -> list[str]:
    """Both devices, both schemes; the page is left light and as wide as it was."""
    size = page.viewport_size
    found = []
    for device, view in (("phone", PHONE), ("desktop", DESKTOP)):
        page.set_viewport_size(view)  # type: ignore[arg-type]
        page.emulate_media(color_scheme="light")
        found += [f"{device}, light: {line}" for line in violations(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"{device}, dark: {line}" for line in violations(page, OF_COLOURS)]
    page.emulate_media(color_scheme="light")
    _restore(page, size)
    return found


def layout(page: Page) -> list[str]:
    """As it is, with longer texts, with larger text, and at 320 pixels."""
    size = page.viewport_size
    found = []
    for device, view in (("phone", PHONE), ("desktop", DESKTOP)):
        page.set_viewport_size(view)  # type: ignore[arg-type]
        found += [f"{device}: {line}" for line in misplaced(page)]
        with longer_texts(page):
            found += [f"{device}, longer texts: {line}" for line in misplaced(page)]
        with larger_text(page):
            found += [f"{device}, larger text: {line}" for line in misplaced(page)]
    page.set_viewport_size(REFLOW)  # type: ignore[arg-type]
    found += [f"320 pixels: {line}" for line in misplaced(page)]
    _restore(page, size)
    return found


def overheard(page: Page) -> list[str]:
    """Fields whose text a browser may show its maker: to check the spelling, or to suggest how to go on."""
    fields: list[str] = page.evaluate(OVERHEARD)
    return [f"may be sent elsewhere to check its spelling: {field}" for field in fields]


def _restore(page: Page, size: Any) -> None:
    if size:
        page.set_viewport_size(size)
