"""The page viewer: by keyboard, by fingers, and nothing of it in a place to keep."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import CDPSession, FilePayload, Locator, Page, expect

from tests.browser import asker
from tests.browser.conftest import PageMaker
from tests.browser.living import LivingPortal

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 740}, "has_touch": True, "is_mobile": True}


def three_pages() -> FilePayload:
    """A PDF of three pages, each another grey."""
    pages = [Image.new("RGB", (600, 800), (grey, grey, grey)) for grey in (60, 120, 180)]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:])
    return {"name": "drie.pdf", "mimeType": "application/pdf", "buffer": out.getvalue()}


@pytest.fixture
def viewer(portal: LivingPortal, make_page: PageMaker) -> Locator:
    """An attachment of several pages, open on a telephone."""
    page = make_page(**PHONE)
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    page.locator("input[type=file]").first.set_input_files([three_pages()])
    page.locator(".thumb").first.click(timeout=asker.SLOW)
    expect(page.locator("dialog.viewer canvas")).to_be_visible(timeout=asker.SLOW)
    return page.locator("dialog.viewer")


# Pictures are decoded when we say so, the last one asked for first.
HOLD = """() => {
    const decode = createImageBitmap.bind(globalThis);
    const held = [];
    globalThis.createImageBitmap = (...asked) => new Promise((done) => held.push(() => {
        const decoding = decode(...asked);
        done(decoding);
        return decoding;
    }));
    globalThis.letGo = async (all) => {
        while (held.length < all) await new Promise((later) => setTimeout(later, 20));
        for (const open of held.splice(0).reverse()) {
            await open();
            await new Promise((later) => setTimeout(later));
        }
    };
}"""


# How many pictures were being decoded at once, at most.
COUNT = """() => {
    const decode = createImageBitmap.bind(globalThis);
    let now = 0;
    globalThis.mostAtOnce = 0;
    globalThis.createImageBitmap = async (...asked) => {
        now += 1;
        globalThis.mostAtOnce = Math.max(globalThis.mostAtOnce, now);
        const picture = await decode(...asked);
        now -= 1;
        return picture;
    };
}"""


def test_of_many_pages_in_sight_one_is_decoded_at_a_time(
    portal: LivingPortal, make_page: PageMaker
) -> None:
    page = make_page()
    page.goto(f"{portal.origin}/ask")
    asker.write_question(page)
    asker.button(page, "Verder naar bijlagen").click()
    page.evaluate(COUNT)
    page.locator("input[type=file]").first.set_input_files([three_pages()])
    page.locator(".thumb").last.scroll_into_view_if_needed(timeout=asker.SLOW)
    expect(page.locator(".thumb canvas[width='240']")).to_have_count(3, timeout=asker.SLOW)
    assert page.evaluate("() => globalThis.mostAtOnce") == 1


def place_of(viewer: Locator) -> int:
    return int(viewer.locator(".count").inner_text().split()[0])


def width_of(viewer: Locator) -> float:
    return float(viewer.locator("canvas").evaluate("canvas => canvas.clientWidth"))


def touch(line: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    told = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})


def sweep(page: Page, start: float, end: float) -> None:
    line = page.context.new_cdp_session(page)
    touch(line, "touchStart", (start, 400))
    for step in range(1, 6):
        touch(line, "touchMove", (start + (end - start) * step / 5, 402))
    touch(line, "touchEnd")


def pinch(page: Page, apart: float, then: float) -> None:
    line = page.context.new_cdp_session(page)
    for kind, width in (
        ("touchStart", apart),
        ("touchMove", (apart + then) / 2),
        ("touchMove", then),
    ):
        touch(line, kind, (195 - width / 2, 400), (195 + width / 2, 400))
    touch(line, "touchEnd")


def test_a_finger_that_sweeps_turns_the_page(viewer: Locator) -> None:
    sweep(viewer.page, 320, 60)
    expect(viewer.locator(".count")).to_have_text(re.compile("^2 "))
    expect(viewer.locator("canvas")).to_be_visible()
    sweep(viewer.page, 60, 320)
    expect(viewer.locator(".count")).to_have_text(re.compile("^1 "))


def test_two_fingers_make_the_page_larger_and_not_the_buttons(viewer: Locator) -> None:
    before = width_of(viewer)
    pinch(viewer.page, 80, 240)
    assert width_of(viewer) == pytest.approx(before * 3, rel=0.1)
    assert viewer.page.evaluate("visualViewport.scale") == 1
    sweep(viewer.page, 320, 60)
    assert place_of(viewer) == 1, "a finger moves a large page about, it does not turn it"
    pinch(viewer.page, 240, 40)
    assert width_of(viewer) == pytest.approx(before, rel=0.05)


def test_everything_in_it_goes_by_keyboard(viewer: Locator) -> None:
    page, canvas = viewer.page, viewer.locator("canvas")
    page.keyboard.press("ArrowRight")
    expect(viewer.locator(".count")).to_have_text(re.compile("^2 "))
    expect(canvas).to_be_visible()
    page.keyboard.press("PageUp")
    expect(viewer.locator(".count")).to_have_text(re.compile("^1 "))
    expect(canvas).to_be_visible()
    before = width_of(viewer)
    for _ in range(4):
        page.keyboard.press("+")
    # It is drawn anew at the next frame.
    page.wait_for_function(
        "least => document.querySelector('dialog.viewer canvas')?.clientWidth > least",
        arg=before * 2,
    )
    page.keyboard.press("ArrowRight")
    assert place_of(viewer) == 1
    assert viewer.locator("[data-part=stage]").evaluate("stage => stage.scrollLeft") > 0
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(page.locator(".thumb").first).to_be_focused()


def test_the_last_size_asked_for_is_the_one_that_stays(viewer: Locator) -> None:
    before = width_of(viewer)
    viewer.page.evaluate(HOLD)
    for _ in range(4):
        viewer.page.keyboard.press("+")
    viewer.page.evaluate("letGo(4)")
    assert width_of(viewer) == pytest.approx(before * 1.25**4, rel=0.02)


def test_a_page_that_was_turned_over_is_not_drawn_any_more(viewer: Locator) -> None:
    viewer.page.evaluate(HOLD)
    viewer.page.keyboard.press("+")
    viewer.page.keyboard.press("PageDown")
    expect(viewer.locator(".count")).to_have_text(re.compile("^2 "))
    viewer.page.evaluate("letGo(2)")
    middle = "canvas => canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data[0]"
    expect(viewer.locator("canvas")).to_be_visible()
    assert viewer.locator("canvas").evaluate(middle) == pytest.approx(120, abs=8)


def test_no_picture_is_drawn_after_it_is_closed(viewer: Locator) -> None:
    canvas = viewer.locator("canvas").element_handle()
    viewer.page.evaluate(HOLD)
    viewer.page.keyboard.press("+")
    viewer.page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    viewer.page.evaluate("letGo(1)")
    assert canvas is not None
    assert canvas.evaluate("canvas => [canvas.width, canvas.height]") == [1, 1]


FIRST_NEVER = """() => {
    const decode = createImageBitmap.bind(globalThis);
    let first = true;
    globalThis.createImageBitmap = (...asked) => {
        if (!first) return decode(...asked);
        first = false;
        return new Promise(() => undefined);
    };
}"""


def test_closing_leaves_nothing_behind_though_a_page_never_came(viewer: Locator) -> None:
    page = viewer.page
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    page.evaluate(FIRST_NEVER)
    page.locator(".thumb").first.click()
    page.keyboard.press("ArrowRight")
    expect(viewer.locator("canvas")).to_be_visible()
    page.evaluate("() => { globalThis.left = document.querySelector('dialog.viewer canvas'); }")
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    page.wait_for_function("left.width === 1 && left.height === 1", timeout=5_000)
