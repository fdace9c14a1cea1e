"""A folder of sample files may bring `MANIFEST.tsv`: which files it holds, of which kind, with their SHA-256."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

NAME = "MANIFEST.tsv"
# Kinds that others name by their usual ending.
_SAME = {
    "jpg": "jpeg",
    "tif": "tiff",
    "btf": "tiff",
    "txt": "text",
    "md": "markdown",
    "eml": "mail",
}


Rows = Mapping[str, Mapping[str, str]]


def listed(folder: Path) -> Rows | None:
    """Its rows by path; None where there is no such list."""
    path = folder / NAME
    if not path.is_file():
        return None
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["path"]: row for row in csv.DictReader(stream, delimiter="\t")}


def differences(rows: Rows, folder: Path, files: Iterable[Path]) -> Iterator[str]:
    """Files that aren't listed, aren't there, or hold something else than the list says."""
    there = {path.relative_to(folder).as_posix(): path for path in files}
    yield from (f"{name}: not in the list" for name in sorted(there.keys() - rows.keys()))
    yield from (f"{name}: listed and not there" for name in sorted(rows.keys() - there.keys()))
    for name in sorted(there.keys() & rows.keys()):
        if hashlib.sha256(there[name].read_bytes()).hexdigest() != rows[name]["sha256"]:
            yield f"{name}: not the file of the list"


def other_kind(rows: Rows, name: str, kind: str) -> str | None:
    """What the list calls a file, where that is another kind than its content is."""
    said = rows[name]["kind"] if name in rows else kind
    return None if _SAME.get(said, said) == kind else said
