"""Which modules a page's script imports, so that the browser can fetch them all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

STATIC = Path(__file__).parent.parent / "static"
# Static imports and re-exports alone: what is imported while running comes when it is needed.
IMPORT = re.compile(
    r"""^\s*(?:import|export)\b[^;'"(]*?["'](\.{1,2}/[^"']+)["'];?$""", re.MULTILINE
)


@cache
def imported_by(module: str) -> tuple[str, ...]:
    """Everything that `module` (as `js/pages/ask.js`) needs before it runs, itself left out."""
    found: dict[str, None] = {}
    waiting = [module]
    while waiting:
        for name in _imports(waiting.pop()):
            if name not in found and name != module:
                found[name] = None
                waiting.append(name)
    return tuple(sorted(found))


def _imports(module: str) -> Iterator[str]:
    file = STATIC / module
    if not file.is_file():
        return
    folder = PurePosixPath(module).parent
    for reference in IMPORT.findall(file.read_text(encoding="utf-8")):
        yield _plain(folder / reference)


def _plain(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
