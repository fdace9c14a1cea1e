"""Working a page without a mouse, and seeing at every step where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

STEPS = 140

# Null when the focus can be seen: it has an outline, it is in the window, and nothing lies over it.
WHY_NOT_SEEN = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const told = `${here.localName}#${here.id} ‘${here.textContent.trim().slice(0, 40)}’`;
  const shown = here.closest('.choice') ?? here.closest('label.button') ?? here;
  const style = getComputedStyle(shown);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `${told} shows no outline`;
  const box = shown.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight) return `${told} is outside the window`;
  const seen = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].some(([x, y]) => {
    const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
    return top && (shown.contains(top) || top.contains(shown));
  });
  return seen ? null : `${told} is covered`;
}"""


def check_focus(page: Page) -> None:
    why_not = page.evaluate(WHY_NOT_SEEN)
    if why_not:
        pytest.fail(str(why_not))


def tab_to(page: Page, selector: str, key: str | None = None) -> None:
    """Go on with Tab until the focus is there, seeing it all the way; then press the key."""
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        check_focus(page)
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            if key:
                page.keyboard.press(key)
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def tab_to_button(page: Page, name: str) -> None:
    """Go on with Tab to the button or link that says this, and press Enter."""
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        check_focus(page)
        told = page.evaluate(
            "['BUTTON', 'A', 'SUMMARY'].includes(document.activeElement?.tagName)"
            " ? document.activeElement.textContent : ''"
        )
        if name in str(told):
            page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach '{name}'")
