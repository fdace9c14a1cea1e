"""Print the guides of docs/guides, each on one sheet: `python -m deploy.dev.guides FOLDER`.

The text is the Markdown that people read in the repository; the pictures are those of `make pictures`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import installed_chromium

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "guides"
STYLE = Path(__file__).with_suffix(".css")
NAMES = {
    "nl": "Adviespunt Integriteit",
    "fr": "Point de conseil Intégrité",
    "en": "Integrity Advice Point",
}
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>{style}</style></head>
<body><header>{name}</header><main>{body}</main></body></html>"""


def language_of(guide: Path) -> str:
    """`asker.fr.md` is in French; a guide without a language in its name is in Dutch."""
    return guide.stem.partition(".")[2] or "nl"


def as_html(guide: Path) -> str:
    """A guide as a page of its own; its pictures are named by where they lie on this machine."""
    text = guide.read_text(encoding="utf-8")
    body = MarkdownIt("commonmark", {"html": False}).render(text)
    body = body.replace('src="../', f'src="{(guide.parent.parent).as_uri()}/')
    # Paper has no links: what is linked to is named in the text.
    title = text.partition("\n")[0].removeprefix("# ")
    language = language_of(guide)
    return PAGE.format(
        language=language,
        name=NAMES[language],
        title=title,
        style=STYLE.read_text(encoding="utf-8"),
        body=body,
    )


def print_all(folder: Path, browser: Browser) -> list[Path]:
    """One PDF for each guide."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with tempfile.TemporaryDirectory() as name:
        for guide in sorted(GUIDES.glob("*.md")):
            html = Path(name) / f"{guide.stem}.html"
            html.write_text(as_html(guide), encoding="utf-8")
            page = browser.new_page()
            page.goto(html.as_uri())
            made.append(folder / f"{guide.stem}.pdf")
            page.pdf(path=made[-1], prefer_css_page_size=True, print_background=True)
            page.close()
    return made


def main(folder: Path) -> None:
    with sync_playwright() as web:
        browser = web.chromium.launch(executable_path=installed_chromium())
        for file in print_all(folder, browser):
            print(file)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
