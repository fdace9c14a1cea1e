"""Keep the translations beside the Dutch texts of the code.

`python deploy/dev/texts/texts.py update` takes the texts out of templates, Python and JavaScript into
`portal/translations/<language>/LC_MESSAGES/messages.po`, and compiles them: `messages.mo` for the server,
`portal/static/js/texts/<language>.js` for the browser. `check` does all that in memory and fails when a file
would change, or a text is missing, fuzzy, or names other `{values}` than the Dutch.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[3]
PORTAL = ROOT / "portal"
LANGUAGES = ("fr", "en")
METHODS = [("**.py", "python"), ("**/templates/**.*", "jinja2")]
KEYWORDS = {
    "_": None,
    "_l": None,
    "gettext": None,
    "lazy_gettext": None,
    "mark": None,
    "ngettext": (1, 2),
}
# Babel notes the minute of making in messages.mo; the same texts must give the same bytes.
MADE = datetime(2026, 1, 1, tzinfo=UTC)
PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)s")


def main(action: str) -> int:
    """Update or check; the number of faults is the exit code's sign."""
    server, browser = _server_texts(), _browser_texts()
    template = Catalog()
    for text, place in sorted([*server, *browser], key=lambda pair: str(pair[0])):
        template.add(text, locations=[place])
    wanted = {text for text, _ in browser}
    faults = [
        fault
        for language in LANGUAGES
        for fault in _bring_up_to_date(language, template, wanted, write=action == "update")
    ]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults and action == "check" else 0


def _server_texts() -> list[tuple[str | tuple[str, ...], tuple[str, int]]]:
    return [
        (text, (f"portal/{file}", 0))
        for file, _line, text, _comments, _context in extract_from_dir(
            PORTAL, method_map=METHODS, keywords=KEYWORDS
        )
        if "static" not in Path(file).parts
    ]


def _browser_texts() -> list[tuple[str, tuple[str, int]]]:
    # Fixed argv; node comes with the virtual environment.
    done = subprocess.run(
        [
            "node",
            str(Path(__file__).with_name("extract.mjs")),
            "portal/static/js",
        ],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    return [(found["text"], (found["file"], 0)) for found in json.loads(done.stdout)]


def _bring_up_to_date(
    language: str, template: Catalog, browser: set[str], *, write: bool
) -> Iterator[str]:
    path = PORTAL / "translations" / language / "LC_MESSAGES" / "messages.po"
    before = path.read_bytes() if path.exists() else b""
    catalog = read_po(io.BytesIO(before), locale=language) if before else Catalog(locale=language)
    catalog.update(template, no_fuzzy_matching=False)
    catalog.creation_date = MADE
    yield from (f"{language}: {fault}" for fault in _faults(catalog))
    for target, content in _files(path, language, catalog, browser):
        if write:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        elif not target.exists() or target.read_bytes() != content:
            yield f"{target.relative_to(ROOT)} is out of date: run make texts"


def _faults(catalog: Catalog) -> Iterator[str]:
    for message in catalog:
        if not message.id:
            continue
        if message.fuzzy:
            yield f"fuzzy: {message.id!r}"
        for source, translated in _pairs(message):
            if not translated:
                yield f"missing: {message.id!r}"
            elif set(PLACEHOLDER.findall(source)) != set(PLACEHOLDER.findall(translated)):
                yield f"other values than the Dutch: {message.id!r}"


def _pairs(message: Message) -> list[tuple[str, str]]:
    if isinstance(message.id, str):
        return [(message.id, str(message.string or ""))]
    return list(zip(message.id, message.string, strict=False))


def _files(
    path: Path, language: str, catalog: Catalog, browser: set[str]
) -> list[tuple[Path, bytes]]:
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalog, width=100, sort_output=True, ignore_obsolete=True, omit_header=True)
    write_mo(mo, catalog)
    script = PORTAL / "static" / "js" / "texts" / f"{language}.js"
    return [
        (path, po.getvalue()),
        (path.with_suffix(".mo"), mo.getvalue()),
        (script, _module(catalog, browser)),
    ]


def _module(catalog: Catalog, browser: set[str]) -> bytes:
    texts = {
        message.id: message.string
        for message in catalog
        if message.id in browser and message.string and not message.fuzzy
    }
    body = json.dumps(dict(sorted(texts.items())), ensure_ascii=False, indent=2)
    return f"// Made from portal/translations by make texts.\nexport default {body};\n".encode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
