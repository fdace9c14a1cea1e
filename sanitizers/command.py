"""The command line: `python -m sanitizers FILE... --out DIR`, and what `adviespunt clean` calls.

One JSON object a line on standard output, in the order of the files; on a terminal, progress on
standard error. Pages are written as `DIR/<index of file, from 0>-<page, from 1>.<extension>`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from sanitizers.cleaner import Cleaner
from sanitizers.errors import JailUnavailable, Refused
from sanitizers.limits import DEFAULT
from sanitizers.side import side_by_side
from sanitizers.values import MOST_DPI, MOST_LONGEST_SIDE, Cleaned, Options
from sanitizers.vocabulary import EXTENSIONS

# Below it no letter can be read.
_LEAST = 20
ALL_CLEANED, NOT_STARTED, SOME_REFUSED = 0, 2, 3


def _to(most: int) -> Callable[[str], int]:
    """A number that makes pages one can read, and at most this."""

    def number(given: str) -> int:
        if not given.isdecimal() or not _LEAST <= int(given) <= most:
            raise argparse.ArgumentTypeError(f"a number from {_LEAST} to {most}, not {given!r}")
        return int(given)

    return number


def parser(program: str | None = None) -> argparse.ArgumentParser:
    """The arguments, as `adviespunt clean` takes them too."""
    arguments = argparse.ArgumentParser(
        prog=program, description="Clean photos and documents: only their picture goes on."
    )
    arguments.add_argument("files", nargs="+", metavar="FILE", type=Path)
    arguments.add_argument("--out", required=True, metavar="DIR", type=Path)
    arguments.add_argument("--show-comments", action="store_true")
    arguments.add_argument("--hide-forms", action="store_true")
    arguments.add_argument("--remove-dots", action="store_true", help="of printed pages")
    arguments.add_argument(
        "--longest-side", type=_to(MOST_LONGEST_SIDE), default=Options().longest_side
    )
    arguments.add_argument("--dpi", type=_to(MOST_DPI), default=Options().dpi)
    arguments.add_argument(
        "--password-file", type=Path, metavar="FILE", help="first line opens encrypted documents"
    )
    arguments.add_argument(
        "--without-layer",
        action="append",
        default=[],
        metavar="NAME",
        help="allow this layer of the jail to be missing",
    )
    return arguments


def options_from(arguments: argparse.Namespace) -> Options:
    """What the arguments choose. A password is read from a file, never from the command line."""
    password = None
    if arguments.password_file is not None:
        password = arguments.password_file.read_text(encoding="utf-8").split("\n")[0]
    return Options(
        password=password,
        show_comments=arguments.show_comments,
        show_forms=not arguments.hide_forms,
        remove_dots=arguments.remove_dots,
        longest_side=arguments.longest_side,
        dpi=arguments.dpi,
    )


def _read(file: Path) -> bytes:
    """At most one byte more than is allowed, so that a huge file is refused without reading it."""
    with file.open("rb") as stream:
        return stream.read(DEFAULT.upload_bytes + 1)


def _write(cleaned: Cleaned, index: int, out: Path) -> list[str]:
    names = []
    for number, page in enumerate(cleaned.pages, start=1):
        name = f"{index}-{number}.{EXTENSIONS[page.media]}"
        (out / name).write_bytes(page.data)
        names.append(name)
    return names


def _line(file: Path, cleaned: Cleaned | None, refused: Refused | None) -> dict[str, object]:
    return {
        "file": str(file),
        "kind": cleaned.kind if cleaned else None,
        "pages": len(cleaned.pages) if cleaned else 0,
        "traces": [asdict(trace) for trace in cleaned.traces] if cleaned else [],
        "refused": refused.reason if refused else None,
        "detail": refused.detail if refused else {},
        "cautions": [asdict(caution) for caution in cleaned.cautions] if cleaned else [],
        "offered": [asdict(offer) for offer in cleaned.offered] if cleaned else [],
    }


def clean_files(
    files: Sequence[Path], out: Path, options: Options, cleaner: Cleaner
) -> Iterator[dict[str, object]]:
    """Clean the files, a few at a time; the object of each line, in the order of the files."""
    out.mkdir(parents=True, exist_ok=True)

    def one(numbered: tuple[int, Path]) -> dict[str, object]:
        index, file = numbered
        started = time.perf_counter()
        cleaned, refused = None, None
        try:
            cleaned = cleaner.clean(_read(file), options)
        except Refused as error:
            refused = error
        line = _line(file, cleaned, refused)
        line["written"] = _write(cleaned, index, out) if cleaned else []
        return line | {"seconds": round(time.perf_counter() - started, 3)}

    yield from side_by_side(one, enumerate(files), cleaner.limits.files_at_once)


def main(argv: Sequence[str] | None = None, program: str | None = None) -> int:
    """Run the command; the exit status."""
    arguments = parser(program).parse_args(argv)
    code = ALL_CLEANED
    try:
        with Cleaner(allowed_missing=frozenset(arguments.without_layer)) as cleaner:
            lines = clean_files(arguments.files, arguments.out, options_from(arguments), cleaner)
            for done, line in enumerate(lines, start=1):
                _say(line, done, len(arguments.files))
                code = SOME_REFUSED if line["refused"] else code
    except (JailUnavailable, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return NOT_STARTED
    return code


def _say(line: dict[str, object], done: int, of: int) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done}/{of}" + ("\n" if done == of else ""))
        sys.stderr.flush()
