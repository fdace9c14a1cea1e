"""`python -m sanitizers.corpus DIR`: clean a whole folder and prove that nothing came through.

Every file must be cleaned or refused with a reason, within the limits. What exiftool finds in the
inputs, and what the traces tell of them, is then looked for in the pages: by exiftool, and as raw
bytes in four encodings. A folder's `MANIFEST.tsv` is held against what is there. Exits with 1 when
anything is found, when a child was ended by a signal that is no limit, when the cleaner itself failed,
when the folder isn't what its list says, and where exiftool is missing: nothing was proved then.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sanitizers import manifest
from sanitizers.cleaner import Cleaner
from sanitizers.errors import Refused
from sanitizers.limits import DEFAULT
from sanitizers.side import side_by_side
from sanitizers.values import Cleaned
from sanitizers.vocabulary import EXTENSIONS

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
# Shorter ones occur in compressed pixels by chance.
_SHORTEST_VALUE = 5
_LONGEST_VALUE = 2000
# A number is told apart from chance by its digits; it is looked for as it is written.
_NUMBER = re.compile(r"^[\d\s.,:/+-]{1,12}$")
_FEWEST_DIGITS = 6
# A child that reaches one of these is ended by a signal, as it should be.
_OF_LIMITS = frozenset({"time", "memory"})
# What exiftool says of a bare picture: its container, its measures, nothing of anybody.
_BARE_GROUPS = frozenset({"SourceFile", "ExifTool", "System", "Composite"})
_BARE_TAGS = frozenset(
    {
        "File:FileType", "File:FileTypeExtension", "File:MIMEType", "File:ImageWidth", "File:ImageHeight",
        "File:EncodingProcess", "File:BitsPerSample", "File:ColorComponents", "File:YCbCrSubSampling",
        "PNG:ImageWidth", "PNG:ImageHeight", "PNG:BitDepth", "PNG:ColorType", "PNG:Compression",
        "PNG:Filter", "PNG:Interlace", "PNG:Palette", "PNG-pHYs:PixelsPerUnitX",
        "RIFF:VP8Version", "RIFF:ImageWidth", "RIFF:HorizontalScale", "RIFF:ImageHeight",
        "RIFF:VerticalScale", "RIFF:AlphaIsUsed", "JFIF:JFIFVersion", "JFIF:ResolutionUnit",
        "JFIF:XResolution", "JFIF:YResolution",
    }
)  # fmt: skip


@dataclass(slots=True)
class Outcome:
    """What became of one file."""

    file: Path
    seconds: float
    size: int
    cleaned: Cleaned | None = None
    refused: str | None = None
    signal: int | None = None
    leaks: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Of the file, or where the refused ones are counted."""
        return self.cleaned.kind if self.cleaned else "refused"


def _exiftool(paths: Sequence[Path]) -> dict[str, dict[str, object]]:
    """Everything exiftool says of the files, by path; empty where it isn't installed."""
    if shutil.which("exiftool") is None or not paths:
        return {}
    listed = "\n".join(map(str, paths))
    run = subprocess.run(
        ["exiftool", "-json", "-a", "-G1", "-u", "-ee", "-api", "largefilesupport=1", "-@", "-"],  # noqa: S607 - found on the PATH
        input=listed,
        capture_output=True,
        text=True,
        check=False,
        errors="replace",
    )
    return {str(each["SourceFile"]): each for each in json.loads(run.stdout or "[]")}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield str(value)


def _values(found: dict[str, object]) -> set[str]:
    """What is worth looking for: texts of tags that speak of more than the container."""
    values: set[str] = set()
    for tag, value in found.items():
        if tag.partition(":")[0] in _BARE_GROUPS or tag in _BARE_TAGS:
            continue
        values.update(text.strip() for text in _texts(value))
    return {value for value in values if _is_telling(value)}


def _is_telling(value: str) -> bool:
    long_enough = _SHORTEST_VALUE <= len(value) <= _LONGEST_VALUE
    told_apart = not _NUMBER.match(value) or sum(map(str.isdigit, value)) >= _FEWEST_DIGITS
    return long_enough and told_apart and "(Binary data" not in value


def _raw_leaks(values: Iterable[str], pages: Sequence[bytes]) -> Iterator[str]:
    for value in values:
        for encoding in _ENCODINGS:
            needle = value.encode(encoding, "ignore")
            if len(needle) >= _SHORTEST_VALUE and any(needle in page for page in pages):
                yield f"bytes: {value[:60]}"
                break


def _tag_leaks(found: dict[str, object]) -> Iterator[str]:
    """Every tag that exiftool sees in a page and that a bare picture doesn't have."""
    for tag, value in found.items():
        if tag.partition(":")[0] not in _BARE_GROUPS and tag not in _BARE_TAGS:
            yield f"tag: {tag} = {str(value)[:60]}"


def files_in(folder: Path) -> list[Path]:
    """Every file below the folder, in order."""
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and path.name != manifest.NAME
    )


def clean_all(files: Sequence[Path], cleaner: Cleaner) -> Iterator[Outcome]:
    """Clean them, as many at a time as the cleaner takes."""

    def one(file: Path) -> Outcome:
        untrusted = file.read_bytes()
        started = time.perf_counter()
        cleaned, refused, signal = None, None, None
        try:
            cleaned = cleaner.clean(untrusted)
        except Refused as error:
            refused, signal = error.reason, error.detail.get("signal")
        seconds = time.perf_counter() - started
        return Outcome(file, seconds, len(untrusted), cleaned, refused, signal)

    yield from side_by_side(one, files, cleaner.limits.files_at_once)


def look_for_leaks(outcomes: Sequence[Outcome]) -> None:
    """Fill in the leaks of every outcome."""
    inputs = _exiftool([each.file for each in outcomes if each.cleaned])
    with tempfile.TemporaryDirectory() as folder:
        written = _write(outcomes, Path(folder))
        seen = _exiftool([path for paths in written.values() for path in paths])
        for each in outcomes:
            pages = [page.data for page in each.cleaned.pages] if each.cleaned else []
            values = _values(inputs.get(str(each.file), {}))
            if each.cleaned:
                values |= {t.value for t in each.cleaned.traces if _is_telling(t.value)}
            each.leaks += _raw_leaks(values, pages)
            for path in written.get(str(each.file), []):
                each.leaks += _tag_leaks(seen.get(str(path), {}))


def _write(outcomes: Sequence[Outcome], folder: Path) -> dict[str, list[Path]]:
    written: dict[str, list[Path]] = defaultdict(list)
    for index, each in enumerate(outcomes):
        for number, page in enumerate(each.cleaned.pages if each.cleaned else ()):
            path = folder / f"{index}-{number}.{EXTENSIONS[page.media]}"
            path.write_bytes(page.data)
            written[str(each.file)].append(path)
    return written


def _table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    head = ("kind", "files", "pages", "traces", "median s", "max s", "MB in", "MB out", "leaks")
    yield " ".join(f"{name:>9}" for name in head)
    kinds = sorted({each.kind for each in outcomes})
    for kind in [*kinds, "all"]:
        rows = [each for each in outcomes if kind in {each.kind, "all"}]
        yield " ".join(f"{cell:>9}" for cell in _cells(kind, rows))


def _cells(kind: str, rows: Sequence[Outcome]) -> list[str]:
    pages = [page for each in rows if each.cleaned for page in each.cleaned.pages]
    traces = sum(len(each.cleaned.traces) for each in rows if each.cleaned)
    seconds = [each.seconds for each in rows]
    return [
        kind,
        str(len(rows)),
        str(len(pages)),
        str(traces),
        f"{statistics.median(seconds):.3f}",
        f"{max(seconds):.3f}",
        f"{sum(each.size for each in rows) / 1e6:.2f}",
        f"{sum(len(page.data) for page in pages) / 1e6:.2f}",
        str(sum(len(each.leaks) for each in rows)),
    ]


def _failed(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Leaks, files that took longer than any limit, children that fell, a cleaner that was broken."""
    most = DEFAULT.most_seconds + DEFAULT.office_seconds
    return [
        each
        for each in outcomes
        if each.leaks
        or each.refused == "jail"
        or each.seconds > most
        or (each.signal is not None and each.refused not in _OF_LIMITS)
    ]


def main(argv: Sequence[str] | None = None) -> int:
    """Run it; 1 when anything came through or broke, or nothing was proved."""
    arguments = argparse.ArgumentParser(prog="python -m sanitizers.corpus")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--each", action="store_true", help="a line for every file")
    chosen = arguments.parse_args(argv)
    files = files_in(chosen.folder)
    rows = manifest.listed(chosen.folder)
    problems = [] if rows is None else list(manifest.differences(rows, chosen.folder, files))
    if shutil.which("exiftool") is None:
        problems.append("exiftool is not installed: what it finds was not looked for")
    with Cleaner() as cleaner:
        before = cleaner.server_pid
        outcomes = list(clean_all(files, cleaner))
        if cleaner.server_pid != before:
            problems.append("the fork-server was lost")
    look_for_leaks(outcomes)
    _report(outcomes, each=chosen.each)
    if rows is not None:
        _say_other_kinds(rows, chosen.folder, outcomes)
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return 1 if not outcomes or _failed(outcomes) or problems else 0


def _say_other_kinds(rows: manifest.Rows, folder: Path, outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        name = outcome.file.relative_to(folder).as_posix()
        other = manifest.other_kind(rows, name, outcome.kind) if outcome.cleaned else None
        if other:
            sys.stdout.write(f"{name}: is {outcome.kind}, and listed as {other}\n")


def _report(outcomes: Sequence[Outcome], *, each: bool) -> None:
    say = sys.stdout.write
    for outcome in outcomes if each else _failed(outcomes):
        verdict = outcome.refused or "cleaned"
        fell = f", signal {outcome.signal}" if outcome.signal else ""
        say(
            f"{outcome.file}: {verdict}{fell}, {outcome.seconds:.2f} s {'; '.join(outcome.leaks)}\n"
        )
    for line in _table(outcomes) if outcomes else ():
        say(line + "\n")
    reasons = Counter(outcome.refused for outcome in outcomes if outcome.refused)
    say(
        "refused: " + (", ".join(f"{n} {why}" for why, n in reasons.most_common()) or "none") + "\n"
    )


if __name__ == "__main__":
    sys.exit(main())
