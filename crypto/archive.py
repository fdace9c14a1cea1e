"""The archive file: a year of sealed cases in one file (sections 13 and 14).

Nothing is opened here: the cases stay sealed, and their keys sealed to the archive key.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, BinaryIO, Final, Self

from crypto import shape
from crypto.encoding import canonical, lp, sha256
from crypto.errors import ArchiveRefused, Malformed

MAGIC: Final = b"adviespunt archive 1\n"
NAME_BYTES: Final = 8  # of the file's hash, carried in its name
Opener = Callable[[], BinaryIO]


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
    """A file taken apart; `archive` is the id of the key it is sealed to.

    Pages stay in the file until they are asked for: those of a year may be larger than a machine's memory.
    """

    portal: bytes
    year: int
    archive: bytes
    directories: tuple[bytes, ...]
    cases: tuple[ArchivedCase, ...]
    _open: Opener = field(default=io.BytesIO, repr=False, compare=False)
    _begin: int = field(default=0, repr=False)

    def page(self, page: ArchivedPage) -> bytes:
        """Give a page's envelope; raise `ArchiveRefused` when it is not the one written."""
        with self._open() as file:
            if page.length > _length(file):
                raise ArchiveRefused("a page that is not there")
            file.seek(self._begin + page.offset)
            envelope = file.read(page.length)
        if len(envelope) != page.length or sha256(envelope) != page.hash:
            raise ArchiveRefused("a page that is no longer the one that was written")
        return envelope

    @classmethod
    def parse(cls, untrusted_file: bytes) -> Self:
        """As `read`, of a file that is in memory."""
        return cls.read(partial(io.BytesIO, untrusted_file))

    @classmethod
    def read(cls, open_untrusted: Opener) -> Self:
        """Raise `ArchiveRefused` or `Malformed`. Pages are compared when they are asked for.

        `open_untrusted` gives the file, from its beginning; it is asked again for each page.
        """
        with open_untrusted() as file:
            end = _length(file)
            file.seek(0)
            if file.read(len(MAGIC)) != MAGIC:
                raise ArchiveRefused("not an archive of this version")
            length = int.from_bytes(_taken(file, 4, end), "big")
            checked = shape.parse(_taken(file, length, end), _manifest)
            del checked["v"]
            return cls(**checked, _open=open_untrusted, _begin=file.tell())


def _length(file: BinaryIO) -> int:
    return file.seek(0, io.SEEK_END)


def _taken(untrusted: BinaryIO, length: int, end: int) -> bytes:
    if length > end - untrusted.tell():
        raise Malformed("shorter than it says")
    return untrusted.read(length)


def write(
    archive: Archive, pages: Mapping[bytes, Sequence[tuple[bytes, bytes]]]
) -> Iterator[bytes]:
    """Give the file's bytes piece by piece; `pages` has (id, envelope) by case id."""
    measured = {case: [measure(*page) for page in some] for case, some in pages.items()}
    yield begin(archive, measured)
    for case in archive.cases:
        yield from (envelope for _, envelope in pages.get(case.id, ()))


def measure(ident: bytes, envelope: bytes) -> ArchivedPage:
    """A page as the manifest names it, but for its place."""
    return ArchivedPage(ident, 0, len(envelope), sha256(envelope))


def begin(archive: Archive, measured: Mapping[bytes, Iterable[ArchivedPage]]) -> bytes:
    """What stands before the envelopes of the pages: those of the first case, of the second ..."""
    cases: list[dict[str, Any]] = []
    offset = 0
    for case in archive.cases:
        placed = []
        for page in measured.get(case.id, ()):
            placed.append(replace(page, offset=offset))
            offset += page.length
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
    return MAGIC + lp(canonical(shape.plain(manifest)))


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
