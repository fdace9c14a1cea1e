"""What a page is made of besides its shell.

`make app` joins the readable modules of `static/js` into the files of `static/app`; these are what shells name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import PurePosixPath

from portal.web.static import STATIC, integrity

# As esbuild writes them: `import{a}from"./b.js"`, `import"./b.js"`; and `import("./b.js")`, which waits.
AT_ONCE = re.compile(r"""(?:\bfrom|\bimport)"(\.{1,2}/[^"]+)";""")
LATER = re.compile(r"""\bimport\("(\.{1,2}/[^"]+)"\)""")


def entry(page: str) -> str:
    """The script that brings a page to life, under /static/."""
    return f"app/{page}/{page}.js"


def texts(page: str, language: str) -> str:
    return f"app/texts/{language}-{page}.js"


@cache
def imported_by(module: str) -> tuple[str, ...]:
    """Everything that `module` needs before it runs, itself left out."""
    found: dict[str, None] = {}
    waiting = [module]
    while waiting:
        for name in _named_in(waiting.pop(), AT_ONCE):
            if name not in found and name != module:
                found[name] = None
                waiting.append(name)
    return tuple(sorted(found))


@cache
def modules_of(page: str) -> tuple[str, ...]:
    """Every module that a page can come to load, its texts in every language too."""
    folder = STATIC / "app" / page
    own = {f"app/{page}/{file.name}" for file in folder.glob("*.js")}
    later = {name for module in own for name in _named_in(module, LATER)}
    told = {f"app/texts/{file.name}" for file in (STATIC / "app/texts").glob(f"??-{page}.js")}
    return tuple(sorted(own | later | told))


@cache
def import_map(page: str) -> str:
    """The integrity of every module of a page: the only way to give it to what is imported."""
    hashes = {f"/static/{module}": integrity(module) for module in modules_of(page)}
    return json.dumps({"integrity": hashes}, separators=(",", ":"))


def _named_in(module: str, pattern: re.Pattern[str]) -> Iterable[str]:
    code = (STATIC / module).read_text(encoding="utf-8")
    folder = PurePosixPath(module).parent
    return [_plain(folder / reference) for reference in pattern.findall(code)]


def _plain(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
