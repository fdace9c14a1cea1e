"""The icons: one file of symbols, drawn into the shells here and into the scripts' views by icons.js.

`python -m portal.pages.icons > portal/static/js/ui/icons.js` after changing the symbols.
"""

from __future__ import annotations

from portal.drawings import icons

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


def as_module() -> str:
    """The same as an ES module."""
    lines = (f"  '{name}': svg`{drawing}`,\n" for name, drawing in sorted(icons().items()))
    return f"{HEAD}{''.join(lines)}}};\n"


if __name__ == "__main__":
    print(as_module(), end="")  # noqa: T201 - a command that writes to its output
