"""An archive file opened with its key: cases to be drawn, one at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

from crypto.archive import Archive, ArchivedCase
from crypto.directory import Directories, Directory, verify
from crypto.encoding import ARCHIVE, ASKER
from crypto.errors import ProtocolError
from crypto.secret.case import CaseView, FetchedCase, PageImage, SealedKey
from crypto.secret.hpke import KemKey
from crypto.thread import Link, Message
from crypto.words import case_name, fingerprint
from portal.errors import PortalError

# What stands beside a text (protocol, section 7).
FACTS = {
    "kind": "soort",
    "urgent": "dringend",
    "name": "de vraagsteller gaf zelf een naam op",
    "excluded": "niet te lezen door",
    "referred": "verwezen naar",
    "authority": "doorgegeven aan",
    "day": "op",
    "outcome": "uitkomst",
    "category": "categorie",
    "pen": "schrijft het antwoord",
    "for": "ontwerp voor",
}


class ArchiveUnreadable(PortalError):
    """The file, the words or a share don't fit; nothing was opened and nothing changed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One message or note as it is drawn; `who` is a name, or the asker.

    `facts` are rows of what was chosen with it, in the organisation's own keys: the file has no words for them.
    """

    who: str
    kind: str
    facts: tuple[str, ...]
    text: str
    pages: tuple[Link, ...]
    message: Message
    internal: bool


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case that was verified like any reader would; `refused` counts what did not hold."""

    name: str
    lines: tuple[Line, ...]
    refused: int
    _view: CaseView = field(repr=False)
    _file: Archive = field(repr=False)
    _case: ArchivedCase = field(repr=False)

    def page(self, message: Message, link: Link) -> PageImage:
        """One page of an attachment; raises `ArchiveUnreadable` for one that was changed."""
        found = next((page for page in self._case.pages if page.id == link.id), None)
        if found is None:
            raise ArchiveUnreadable("a page is missing from the file")
        try:
            return self._view.open_page(message, link, self._file.page(found))
        except (ProtocolError, OSError) as error:
            raise ArchiveUnreadable("a page is not the one that was written") from error


@dataclass(frozen=True, slots=True)
class OpenedArchive:
    """A file and the key that opens it."""

    year: int
    hash: bytes
    _file: Archive = field(repr=False)
    _key: KemKey = field(repr=False)
    _directories: Directories = field(repr=False)

    @classmethod
    def open(cls, path: Path, seed: bytes) -> Self:
        """Open the file with the archive's 32-byte seed; raises `ArchiveUnreadable`."""
        try:
            with path.open("rb") as content:
                mark = hashlib.file_digest(content, "sha256").digest()
            file = Archive.read(lambda: path.open("rb"))
            versions = [Directory.parse(one) for one in file.directories]
            newest = _verified(versions[-1], file.portal)
            directories = Directories.of(newest, file.directories[:-1])
        except OSError as error:
            raise ArchiveUnreadable(f"the file can't be read: {error.strerror}") from error
        except (ProtocolError, IndexError) as error:
            raise ArchiveUnreadable("this is not a whole archive file") from error
        key = KemKey.from_seed(seed)
        _require_own_key(versions, file, key)
        return cls(file.year, mark, file, key, directories)

    def __len__(self) -> int:
        return len(self._file.cases)

    @property
    def fingerprint(self) -> str:
        """The six words of the organisation whose staff is named here, to compare with its poster."""
        return fingerprint(self._directories.current.content.organisation)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(case_name(case.id) for case in self._file.cases)

    def case(self, index: int) -> OpenedCase:
        """Verify and open one case; raises `ArchiveUnreadable` when it does not hold."""
        case = self._file.cases[index]
        fetched = FetchedCase(
            case.rosters,
            [SealedKey(key.epoch, key.purpose, key.sealed) for key in case.keys],
            case.messages,
            case.notes,
        )
        try:
            view = CaseView.open(
                self._key, ARCHIVE, self._file.portal, case.id, fetched, self._directories
            )
        except ProtocolError as error:
            raise ArchiveUnreadable(f"this case does not hold: {error}") from error
        refused = len(view.refused) + len(view.missing)
        lines = (
            *_damage(view, refused),
            *self._lines(view.messages, internal=False),
            *self._lines(view.notes, internal=True),
        )
        return OpenedCase(case_name(case.id), lines, refused, view, self._file, case)

    def _lines(self, messages: tuple[Message, ...], *, internal: bool) -> Iterator[Line]:
        for message in messages:
            pages = tuple(page for one in message.attachments for page in one.pages)
            facts = tuple(self._facts(message.kind, message.fields))
            who = self._name(message.writer)
            yield Line(who, message.kind, facts, message.text, pages, message, internal)

    def _facts(self, kind: str, fields: Mapping[str, Any]) -> Iterator[str]:
        for name, value in fields.items():
            if value is True:
                yield FACTS[name]
            elif value is False and kind == "triage":
                # The asker may have said that it was.
                yield f"niet {FACTS[name]}"
            elif value:
                every = value if isinstance(value, list | tuple) else [value]
                yield f"{FACTS[name]}: {', '.join(map(self._said, every))}"

    def _said(self, value: bytes | str | date) -> str:
        return self._name(value) if isinstance(value, bytes) else str(value)

    def _name(self, writer: bytes) -> str:
        """Whoever has this id; somebody who is kept out is named by the id that stays theirs."""
        if writer == ASKER:
            return "Vraagsteller"
        members = self._directories.current.content.members
        return next((one.name for one in members if writer in {one.id, one.person}), "onbekend")


def _verified(untrusted: Directory, portal: bytes) -> Directory:
    """The newest staff list, which vouches for the older ones, as its own organisation key has it.

    Nobody tells the reader of an archive which key that must be: the fingerprint is shown.
    """
    return verify(untrusted.signed, portal, untrusted.content.organisation)


def _damage(view: CaseView, refused: int) -> Iterator[Line]:
    """A sheet before all others that says how much of a case isn't shown."""
    if refused:
        text = (
            f"{refused} onderdelen van deze vraag zijn beschadigd, veranderd of weggelaten. "
            "Ze worden niet getoond. Vergelijk het kenmerk van dit bestand met wat bij het "
            "archiveren genoteerd werd, en neem zo nodig een andere kopie."
        )
        yield Line("", "damaged", (), text, (), view.question, internal=False)


def _require_own_key(versions: list[Directory], file: Archive, key: KemKey) -> None:
    """Say that the words are another archive's before any case seems to be damaged."""
    own = {one.content.archive.kem for one in versions if one.content.archive.id == file.archive}
    if key.public not in own:
        raise ArchiveUnreadable("these words belong to another archive")
