"""Take every picture in docs/pictures anew, from the running demonstration, with the page that lists them.

Run by `make pictures`. It walks the same catalogue as the tests, in Dutch: the asker's pages on a telephone, the
staff's on a desktop, and a few in the dark. What the guides show is taken in their languages too.
"""

from __future__ import annotations

import io
import re
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import installed_chromium, join_modules
from tests.looking.catalogue import TOURS, Tour
from tests.looking.visit import Seen, Visit
from tests.looking.zone import Zone, open_zone
from tests.page_clock import PAGES

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 860}
SIZES = {"asker": PHONE, "plain": PHONE, "staff": DESKTOP}
TITLES = {
    "asker": "The asker, on a telephone",
    "plain": "The plain pages, without scripts",
    "staff": "The staff, on a desktop",
}
IN_THE_DARK = frozenset({"start", "ask-key", "question", "queue", "case", "figures"})
LONGEST_PIXELS = 3200  # a picture is there to be seen, not to be scrolled through
COLOURS = 96
SETTLE_MS = 400
GUIDES = Path(__file__).parents[1] / "docs" / "guides"
HEAD = """# Every page and state

`make pictures` takes these from the running demonstration, by the catalogue that the tests look at
(`tests/looking/`). Everybody and everything in them is made up. Those of the guides are in `fr/` and `en/` too.
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """One picture in the folder."""

    who: str
    name: str
    about: str


class Studio:
    """A browser at the demonstration, and a folder for what it sees."""

    def __init__(self, browser: Browser, zone: Zone, folder: Path) -> None:
        self.browser, self.zone, self.folder = browser, zone, folder

    def take_some(self, tour: Tour, language: str, wanted: frozenset[str]) -> None:
        """Walk as far as the last of the `wanted` states, and keep those, in a folder of their language."""
        left = set(wanted)
        visit = Visit(self._page(tour), self.zone, language, another=lambda: self._page(tour))
        for seen in tour.walk(visit):
            if seen.name in left:
                self._take(visit.page, seen, f"{language}/{seen.name}", tour)
                left.discard(seen.name)
            if not left:
                break
        visit.page.context.close()

    def go_round(self, tour: Tour) -> Iterator[Taken]:
        """Walk one tour and keep what it shows."""
        visit = Visit(self._page(tour), self.zone, another=lambda: self._page(tour))
        for seen in tour.walk(visit):
            yield self._take(visit.page, seen, seen.name, tour)
            if seen.name in IN_THE_DARK:
                visit.page.emulate_media(color_scheme="dark")
                yield self._take(visit.page, seen, f"{seen.name}-dark", tour)
                visit.page.emulate_media(color_scheme="light")
        visit.page.context.close()

    def _page(self, tour: Tour) -> Page:
        context = self.browser.new_context(
            viewport=SIZES[tour.who],  # type: ignore[arg-type]
            java_script_enabled=tour.scripts,
            locale="nl-BE",
            reduced_motion="reduce",
        )
        context.set_default_timeout(30_000)
        PAGES.follow(context)
        return context.new_page()

    def _take(self, page: Page, seen: Seen, name: str, tour: Tour) -> Taken:
        if tour.scripts:
            page.evaluate("document.querySelector('dialog[open]') ?? scrollTo(0, 0)")
        if tour.scripts and seen.whole:
            # A sentence at the foot of the window would lie across the middle of a long picture.
            page.evaluate("document.querySelectorAll('.toast').forEach((toast) => toast.remove())")
        page.wait_for_timeout(SETTLE_MS)
        pixels = page.screenshot(full_page=seen.whole)
        (self.folder / f"{name}.png").write_bytes(smaller(pixels))
        return Taken(tour.who, name, seen.about)


def in_guides(language: str) -> frozenset[str]:
    """The states that the guides of this language show."""
    texts = [file.read_text(encoding="utf-8") for file in GUIDES.glob(f"*.{language}.md")]
    return frozenset(re.findall(rf"pictures/{language}/([\w-]+)\.png", "".join(texts)))


def smaller(png: bytes) -> bytes:
    """The same picture with fewer colours, cut where nobody would look any more."""
    with Image.open(io.BytesIO(png)) as whole:
        shown = whole.convert("RGB").crop((0, 0, whole.width, min(whole.height, LONGEST_PIXELS)))
    out = io.BytesIO()
    shown.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def index(taken: list[Taken]) -> str:
    """The page that lists them, made by the same command so that none is missing."""
    parts = [HEAD]
    for who, title in TITLES.items():
        parts += [f"## {title}\n", "| picture | what it shows |\n|---|---|"]
        width = 200 if who != "staff" else 420
        parts += [
            f'| <img src="{one.name}.png" alt="" width="{width}"> | `{one.name}`: {one.about} |'
            for one in taken
            if one.who == who
        ]
        parts.append("")
    return "\n".join(parts)


def main(folder: Path) -> None:
    """Empty the folder of pictures, take all of them, and say how large they are."""
    for place in (folder, folder / "fr", folder / "en"):
        place.mkdir(parents=True, exist_ok=True)
    join_modules()
    with tempfile.TemporaryDirectory() as name, socket.socket() as probe, sync_playwright() as web:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        browser = web.chromium.launch(executable_path=installed_chromium())
        with open_zone(Path(name) / "data", port) as zone:
            studio = Studio(browser, zone, folder)
            by_tour = {tour: list(studio.go_round(tour)) for tour in TOURS}
            for language in ("fr", "en"):
                for tour, shown in by_tour.items():
                    if wanted := in_guides(language) & {one.name for one in shown}:
                        studio.take_some(tour, language, wanted)
        taken = [one for shown in by_tour.values() for one in shown]
        browser.close()
    kept = {f"{one.name}.png" for one in taken}
    for old in folder.glob("*.png"):
        if old.name not in kept:
            old.unlink()
    (folder / "README.md").write_text(index(taken), encoding="utf-8")
    size = sum(file.stat().st_size for file in folder.glob("*.png"))
    print(f"{len(taken)} pictures, {size / 1_000_000:.1f} MB")  # noqa: T201 - a script


if __name__ == "__main__":
    main(Path(sys.argv[1]))
