"""Drawings that pages carry inside them, so that they follow the colours of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from markupsafe import Markup

_STATIC = Path(__file__).parent / "static"
_FOLDER = _STATIC / "pictures"
_SYMBOLS = _STATIC / "icons" / "icons.svg"
_SYMBOL = re.compile(r'<symbol id="([a-z0-9-]+)" viewBox="0 0 24 24">(.*?)</symbol>')


@cache
def drawing(name: str) -> Markup:
    """The drawing of this name, without the comments and line breaks of its file."""
    lines = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8").splitlines()
    return Markup("".join(line for line in lines if not line.startswith("<!--")))  # noqa: S704 - our own file


@cache
def icons() -> Mapping[str, Markup]:
    """The inside of each icon's `<svg>`, by name."""
    found = _SYMBOL.findall(_SYMBOLS.read_text(encoding="utf-8"))
    return {name: Markup(inside) for name, inside in found}  # noqa: S704 - our own file
