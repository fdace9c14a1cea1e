"""Drawings that pages carry inside them, so that they follow the colours of the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markupsafe import Markup

_FOLDER = Path(__file__).parent / "static" / "pictures"


@cache
def drawing(name: str) -> Markup:
    """The drawing of this name, without the comments and line breaks of its file."""
    lines = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8").splitlines()
    return Markup("".join(line for line in lines if not line.startswith("<!--")))  # noqa: S704 - our own file
