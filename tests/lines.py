"""What the register says of a case, opened with its seed as a facilitator's browser does."""

from __future__ import annotations

from sqlalchemy import select

from crypto.directory import Directories, Directory
from crypto.register import Entry
from crypto.secret.hpke import KemKey
from crypto.secret.register import SealedEntry, entry_that_holds
from portal.models.cases import RegisterEntry
from portal.services.context import Context


def line_of(context: Context, seed: bytes, directory: Directory, case: bytes) -> Entry:
    """The line that holds for a case, which may be gone."""
    with context.database.read() as db:
        rows = db.scalars(select(RegisterEntry).where(RegisterEntry.case == case)).all()
    entries = [SealedEntry(row.writer, row.sealed) for row in rows]
    key = directory.content.register.id
    return entry_that_holds(
        KemKey.from_seed(seed), context.portal, key, case, entries, Directories.of(directory)
    )[1]
