"""The archive file: a year of sealed cases in one file (sections 13 and 14).

Nothing is opened here: the cases stay sealed, and their keys sealed to the archive key.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Self

from crypto import shape
from crypto.encoding import Reader, canonical, lp, sha256
from crypto.errors import ArchiveRefused

MAGIC: Final = b"adviespunt archive 1\n"
NAME_BYTES: Final = 8  # of the file's hash, carried in its name


@dataclass(frozen=True, slots=True)
class ArchivedKey:
    """A case or notes key of one epoch, sealed to the archive."""

    epoch: int
    purpose: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """Where a page's envelope stands, in bytes from the end of the manifest, and its hash."""

    id: bytes
    offset: int
    length: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class ArchivedCase:
    id: bytes
    rosters: tuple[bytes, ...]
    keys: tuple[ArchivedKey, ...]
    messages: tuple[bytes, ...]
    notes: tuple[bytes, ...]
    pages: tuple[ArchivedPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """A file taken apart; `archive` is the id of the key it is sealed to."""

    portal: bytes
    year: int
    archive: bytes
    directories: tuple[bytes, ...]
    cases: tuple[ArchivedCase, ...]
    _blobs: bytes = field(default=b"", repr=False)

    def page(self, page: ArchivedPage) -> bytes:
        """Give a page's envelope; raise `ArchiveRefused` when it is not the one written."""
        envelope = self._blobs[page.offset : page.offset + page.length]
        if len(envelope) != page.length or sha256(envelope) != page.hash:
            raise ArchiveRefused("a page that is no longer the one that was written")
        return envelope

    @classmethod
    def parse(cls, untrusted_file: bytes) -> Self:
        """Raise `ArchiveRefused` or `Malformed`. Pages are compared when they are asked for."""
        reader = Reader(untrusted_file)
        if reader.take(min(len(MAGIC), len(untrusted_file))) != MAGIC:
            raise ArchiveRefused("not an archive of this version")
        checked = shape.parse(reader.prefixed(), _manifest)
        del checked["v"]
        return cls(**checked, _blobs=reader.rest())


def write(
    archive: Archive, pages: Mapping[bytes, Sequence[tuple[bytes, bytes]]]
) -> Iterator[bytes]:
    """Give the file's bytes piece by piece; `pages` has (id, envelope) by case id."""
    cases: list[dict[str, Any]] = []
    offset = 0
    for case in archive.cases:
        placed = _placed(pages.get(case.id, ()), offset)
        offset += sum(page.length for page in placed)
        described = {"keys": [_fields(k) for k in case.keys], "pages": [_fields(p) for p in placed]}
        cases.append({**_fields(case), **described})
    manifest = {
        "v": 1,
        "portal": archive.portal,
        "year": archive.year,
        "archive": archive.archive,
        "directories": archive.directories,
        "cases": cases,
    }
    yield MAGIC + lp(canonical(shape.plain(manifest)))
    for case in archive.cases:
        yield from (envelope for _, envelope in pages.get(case.id, ()))


def _placed(pages: Sequence[tuple[bytes, bytes]], offset: int) -> list[ArchivedPage]:
    placed = []
    for ident, envelope in pages:
        placed.append(ArchivedPage(ident, offset, len(envelope), sha256(envelope)))
        offset += len(envelope)
    return placed


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the records above
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


_key = shape.record(
    epoch=shape.integer(0, 2**32 - 1),
    purpose=shape.one_of("case", "notes"),
    sealed=shape.any_data,
)
_page = shape.record(
    id=shape.ident, offset=shape.integer(), length=shape.integer(), hash=shape.digest
)
_case = shape.record(
    id=shape.ident,
    rosters=shape.listed(shape.any_data),
    keys=shape.listed(lambda value: ArchivedKey(**_key(value))),
    messages=shape.listed(shape.any_data),
    notes=shape.listed(shape.any_data),
    pages=shape.listed(lambda value: ArchivedPage(**_page(value))),
)
_manifest = shape.versioned(
    portal=shape.ident,
    year=shape.integer(),
    archive=shape.ident,
    directories=shape.listed(shape.any_data),
    cases=shape.listed(lambda value: ArchivedCase(**_case(value))),
)
