"""The icons: one file of symbols, drawn into the shells here and into the scripts' views by icons.js.

`python -m portal.pages.icons > portal/static/js/ui/icons.js` after changing the symbols.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SYMBOLS = Path(__file__).parent.parent / "static" / "icons" / "icons.svg"
SYMBOL = re.compile(r'<symbol id="([a-z0-9-]+)" viewBox="0 0 24 24">(.*?)</symbol>')
HEAD = """\
/**
 * Icons from static/icons/icons.svg, as a module: `python -m portal.pages.icons` writes it.
 * A file of symbols would be asked for again at every icon that appears.
 * @module ui/icons
 */

import { svg } from '../../vendor/lit-html.js';

// prettier-ignore
/** @type {Record<string, ReturnType<typeof svg>>} */
export const ICONS = {
"""


@cache
def drawings() -> Mapping[str, str]:
    """The inside of each icon's `<svg>`, by name."""
    return dict(SYMBOL.findall(SYMBOLS.read_text(encoding="utf-8")))


def as_module() -> str:
    """The same as an ES module."""
    lines = (f"  '{name}': svg`{drawing}`,\n" for name, drawing in sorted(drawings().items()))
    return f"{HEAD}{''.join(lines)}}};\n"


if __name__ == "__main__":
    print(as_module(), end="")  # noqa: T201 - a command that writes to its output
