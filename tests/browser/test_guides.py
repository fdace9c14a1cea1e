"""The guides as they are printed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser
from pypdf import PdfReader

from deploy.dev import guides


def test_every_guide_is_one_sheet_in_every_language(browser: Browser, tmp_path: Path) -> None:
    made = guides.print_all(tmp_path, browser)
    assert len(made) == len(guides.NAMES) * 3
    assert {file.name: len(PdfReader(file).pages) for file in made} == {
        file.name: 1 for file in made
    }
