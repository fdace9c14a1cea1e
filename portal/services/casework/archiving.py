"""Archiving a year: collect → file written → keys destroyed → rows gone. Killed anywhere, it goes on.

Each step ends in one transaction that says so, and each can be done twice. Until the file has been
written and read back nothing has been lost, and the archiving can be undone. What cannot be taken back
(keys, files) is destroyed only after a transaction has said that it will be, so who comes next goes on.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from crypto import archive as files
from crypto.archive import ArchivedCase as CaseInFile
from crypto.archive import ArchivedKey
from crypto.encoding import ARCHIVE
from portal.models.cases import Case, Message, Page, Participant, Roster, SealedKey
from portal.models.instance import ArchivedCase, Archiving, Report
from portal.models.mailboxes import Mailbox
from portal.models.staff import Directory
from portal.services.casework import cases
from portal.services.context import Context
from portal.services.errors import Already, Forbidden, NothingReady, NotYet, OpenCases, Unknown
from portal.services.keeping import at_rest, clocks, journal
from portal.services.keeping.wiping import wipe
from portal.services.values import Actor

QUIET_DAYS = 60
# Who has their answer and never returns would keep it here for ever.
UNREAD_DAYS = 365
# The texts of one archive file, which are in memory all at once while it is written and read: some six
# times as much there. Pages, which are larger, go one by one.
TEXT_BYTES = 64 * 1024 * 1024
COLLECTED, WRITTEN, SHUTTING, SHUT, DONE = "collected", "written", "shutting", "shut", "done"
UNDOING = "undoing"
DESTROYING, DESTROYED = "destroying", "destroyed"

AfterStep = Callable[[str], None]


def _nothing(_step: str) -> None:
    """Tests end the process here instead."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What archiving a year would do now; case ids only of those that whoever asks takes part in."""

    year: int
    # The day from which questions of this year go; those of earlier years may go before it.
    starts: date
    presented: date | None
    ready: Sequence[bytes]
    open: Sequence[bytes]
    waiting: Sequence[bytes]
    others: int
    past: Sequence[Archiving]


def outlook(context: Context, actor: Actor, year: int) -> Outlook:
    _require_facilitator(actor)
    with context.database.read() as db:
        found = _of_year(db, year)
        mine = cases.ids_of(db, actor)
        report = db.get(Report, year)
        past = db.scalars(select(Archiving).order_by(Archiving.year, Archiving.id)).all()
    shown = [case for case in found if case.id in mine]
    return Outlook(
        year=year,
        starts=cases.archiving_starts(year),
        presented=report.presented if report else None,
        ready=[case.id for case in shown if is_ready(context, case)],
        open=[case.id for case in shown if case.state not in cases.ENDED],
        waiting=[c.id for c in shown if c.state in cases.ENDED and not is_ready(context, c)],
        others=len(found) - len(shown),
        past=past,
    )


def _require_facilitator(actor: Actor) -> None:
    if actor.role != "facilitator":
        raise Forbidden("only facilitators archive")


def _of_year(db: Session, year: int, *, lock: bool = False) -> Sequence[Case]:
    """The cases of this year and of earlier ones that were left then, not already on their way.

    Locked: who writes in one at this moment is waited for, and who comes after finds it taken.
    """
    wanted = (
        select(Case)
        .where(Case.received <= date(year, 12, 31))
        .where(Case.id.not_in(select(ArchivedCase.case)))
        .order_by(Case.id)
    )
    return db.scalars(wanted.with_for_update() if lock else wanted).all()


def is_ready(context: Context, case: Case) -> bool:
    """Its day came, and it ended, is quiet, and was read unless its asker left it or stayed away."""
    if case.state not in cases.ENDED or case.closed_on is None:
        return False
    # The asker was shown this day: nothing goes before it, however early the report was presented.
    if context.today() < cases.archiving_starts(case.received.year):
        return False
    read = case.seen_by_asker or case.mailbox is None
    wait = timedelta(days=QUIET_DAYS if read else UNREAD_DAYS)
    return context.today() - case.closed_on >= wait


def archive(
    context: Context,
    actor: Actor,
    year: int,
    carried: frozenset[bytes],
    after: AfterStep = _nothing,
) -> Sequence[Archiving]:
    """Archive what is ready; open cases must be carried over by name.

    One file for each archive key. Raises `Forbidden`, `NotYet`, `OpenCases` or `NothingReady`; nothing has
    changed then.
    """
    _require_facilitator(actor)
    resume(context, after)
    begun = _collect(context, actor, year, carried)
    after(COLLECTED)
    resume(context, after)
    with context.database.read() as db:
        return db.scalars(select(Archiving).where(Archiving.id.in_(begun))).all()


def _collect(context: Context, actor: Actor, year: int, carried: frozenset[bytes]) -> list[bytes]:
    with context.database.write() as db:
        clocks.require_right(context, db)
        report = db.get(Report, year)
        if report is None or report.presented is None:
            raise NotYet("the report of this year was not presented yet")
        found = _of_year(db, year, lock=True)
        mine = cases.ids_of(db, actor)
        unnamed = {c.id for c in found if c.state not in cases.ENDED and c.id in mine} - carried
        if unnamed:
            raise OpenCases("close open questions or carry them over by name", open=len(unnamed))
        ready = [case for case in found if is_ready(context, case)]
        if not ready:
            raise NothingReady("no question of this year is ready")
        return _begin(context, db, actor, year, ready)


def _begin(
    context: Context, db: Session, actor: Actor, year: int, ready: Sequence[Case]
) -> list[bytes]:
    begun = []
    for key, taken in _files(db, ready):
        row = Archiving(
            id=context.randomness(16), year=year, archive_key=key, step=COLLECTED, by=actor.id,
            day=context.today(), cases=len(taken),
        )  # fmt: skip
        db.add(row)
        for case in taken:
            db.add(ArchivedCase(case=case.id, archiving=row.id))
        begun.append(row.id)
    _note(context, db, actor.id, "archive", year)
    return begun


def _files(db: Session, ready: Sequence[Case]) -> Iterator[tuple[bytes, Sequence[Case]]]:
    """What goes into one file: cases of one archive key, with texts that fit in memory together."""
    lengths = _lengths(db, [case.id for case in ready])
    for key in sorted({case.archive_key for case in ready}):
        taken: list[Case] = []
        room = TEXT_BYTES
        for case in ready:
            if case.archive_key != key:
                continue
            length = lengths.get(case.id, 0)
            if taken and length > room:
                yield key, taken
                taken, room = [], TEXT_BYTES
            taken.append(case)
            room -= length
        yield key, taken


def _lengths(db: Session, ids: Sequence[bytes]) -> Mapping[bytes, int]:
    """Bytes of all messages, by case."""
    length = func.sum(func.length(Message.envelope))
    found = select(Message.case, length).where(Message.case.in_(ids)).group_by(Message.case)
    return {case: int(total) for case, total in db.execute(found)}


def _note(context: Context, db: Session, member: bytes | None, action: str, year: int) -> None:
    journal.append(db, journal.STAFF, journal.Act(context.today(), member, action, year=year))


def resume(context: Context, after: AfterStep = _nothing) -> int:
    """Finish everything that was begun, undoing and destroying too; gives how many there were."""
    with context.database.read() as db:
        begun = db.scalars(
            select(Archiving.id).where(Archiving.step.not_in([DONE, DESTROYED]))
        ).all()
    for one in begun:
        for step in (_write, _shut, _remove, _take_back, _destroy_file):
            step(context, one)
            after(step.__name__)
    return len(begun)


def undo(context: Context, actor: Actor, ident: bytes) -> None:
    """Give the cases back while nothing was destroyed; raises `Already` afterwards."""
    _require_facilitator(actor)
    with context.database.write() as db:
        found = db.get(Archiving, ident, with_for_update=True)
        if found is None:
            raise Unknown("no such archiving")
        if found.step not in {COLLECTED, WRITTEN, UNDOING}:
            raise Already("the keys are destroyed: only the file opens these questions")
        db.execute(delete(ArchivedCase).where(ArchivedCase.archiving == ident))
        if found.step != UNDOING:
            _note(context, db, actor.id, "archive-undo", found.year)
        found.step = UNDOING
    _take_back(context, ident)


def _take_back(context: Context, ident: bytes) -> None:
    """Remove what was written of an archiving that is undone, and then the archiving itself."""
    with context.database.write() as db:
        row = _locked(db, ident, UNDOING)
        if row is None:
            return
        if row.file:
            (folder(context) / row.file).unlink(missing_ok=True)
        _remove_parts(context, ident)
        db.delete(row)


def _locked(db: Session, ident: bytes, *steps: str) -> Archiving | None:
    """The archiving if it is at one of these steps; nobody else goes on with it meanwhile."""
    row = db.get(Archiving, ident, with_for_update=True)
    return row if row and row.step in steps else None


def _remove_parts(context: Context, ident: bytes) -> None:
    for part in folder(context).glob(f"{ident.hex()}*.part"):
        part.unlink(missing_ok=True)


def may_be_destroyed_from(context: Context, year: int) -> int:
    """The first year in which the archive of `year` may be destroyed."""
    return year + context.settings.organisation.archive_years + 1


def destroy(context: Context, ident: bytes) -> None:
    """Overwrite and remove an archive file whose time is over; raises `NotYet` or `Unknown`."""
    with context.database.write() as db:
        clocks.require_right(context, db)
        row = _locked(db, ident, DONE, DESTROYING)
        if row is None:
            raise Unknown("no such archive")
        if context.today().year < may_be_destroyed_from(context, row.year):
            raise NotYet("this archive is kept for longer")
        row.step = DESTROYING
    _destroy_file(context, ident)


def _destroy_file(context: Context, ident: bytes) -> None:
    """Destroy the file first and say so afterwards: whoever is cut off before goes on here."""
    with context.database.write() as db:
        row = _locked(db, ident, DESTROYING)
        if row is None:
            return
        if row.file:
            _overwrite(folder(context) / row.file)
        row.step, row.file = DESTROYED, None
        _note(context, db, None, "destroy", row.year)


def _overwrite(path: Path) -> None:
    if path.exists():
        wipe(path)
        _sync_folder(path.parent)


def folder(context: Context) -> Path:
    return context.settings.data / "archive"


# --- the file ----------------------------------------------------------------------------------


def _write(context: Context, ident: bytes) -> None:
    """Write the file, read it back, and only then say that it is there."""
    place = folder(context)
    # Two may be at work at once (the sweep and the command): each writes a file of its own.
    part = place / f"{ident.hex()}-{context.randomness(8).hex()}.part"
    with context.database.read() as db:
        row = db.get(Archiving, ident)
        if row is None or row.step != COLLECTED:
            return
        year = row.year
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        written = _write_through(part, _pieces(context, db, row))
    files.Archive.read(lambda: part.open("rb"))
    name = f"adviespunt-{year}-{written[: files.NAME_BYTES].hex()}.archive"
    if _announce(context, ident, name):
        _put_in_place(context, ident, part, written)
    part.unlink(missing_ok=True)


def _announce(context: Context, ident: bytes, name: str) -> bool:
    """Say what the file will be called before it is: undoing must find it, whatever happens."""
    with context.database.write() as db:
        row = _locked(db, ident, COLLECTED)
        if row is None:
            return False
        if row.file not in {None, name}:
            (folder(context) / str(row.file)).unlink(missing_ok=True)
        row.file = name
    return True


def _put_in_place(context: Context, ident: bytes, part: Path, written: bytes) -> None:
    place = folder(context)
    with context.database.write() as db:
        row = _locked(db, ident, COLLECTED)
        # Undone meanwhile, or somebody else's file has another name: this one is not wanted.
        if row is None or row.file is None or written[: files.NAME_BYTES].hex() not in row.file:
            return
        part.replace(place / row.file)
        _sync_folder(place)
        row.hash, row.step = written, WRITTEN


def _write_through(path: Path, pieces: Iterable[bytes]) -> bytes:
    """Write to the disk itself; gives the hash of what can be read there."""
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return _hash_of(path)


def _hash_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _sync_folder(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _pieces(context: Context, db: Session, row: Archiving) -> Iterator[bytes]:
    """The file, its pages one at a time: those of a year may be larger than the memory."""
    ids = _taken(db, row.id)
    keys = at_rest.keys_of(context, ids)
    found = [_case_in_file(db, case, keys[case]) for case in ids]
    signed = db.scalars(select(Directory.signed).order_by(Directory.version)).all()
    content = files.Archive(
        portal=context.portal,
        year=row.year,
        archive=row.archive_key,
        directories=tuple(signed),
        cases=tuple(found),
    )
    yield files.begin(
        content, {case: [files.measure(*page) for page in _pages(db, case)] for case in ids}
    )
    for case in ids:
        yield from (envelope for _, envelope in _pages(db, case))


def _taken(db: Session, archiving: bytes) -> Sequence[bytes]:
    wanted = select(ArchivedCase.case).where(ArchivedCase.archiving == archiving)
    return db.scalars(wanted.order_by(ArchivedCase.case)).all()


def _case_in_file(db: Session, case: bytes, key: bytes) -> CaseInFile:
    rosters = db.scalars(
        select(Roster.envelope).where(Roster.case == case).order_by(Roster.number)
    ).all()
    messages = db.scalars(
        select(Message).where(Message.case == case).order_by(Message.position)
    ).all()
    sealed = db.scalars(
        select(SealedKey)
        .where(SealedKey.case == case, SealedKey.recipient == ARCHIVE)
        .order_by(SealedKey.epoch, SealedKey.purpose)
    )
    opened = [cases.uncover_key(key, one) for one in sealed]
    return CaseInFile(
        id=case,
        rosters=tuple(rosters),
        keys=tuple(ArchivedKey(one.epoch, one.purpose, one.sealed) for one in opened),
        messages=tuple(message.envelope for message in messages if not message.notes),
        notes=tuple(message.envelope for message in messages if message.notes),
    )


def _pages(db: Session, case: bytes) -> Iterator[tuple[bytes, bytes]]:
    named = select(Page.id).where(Page.case == case, Page.message.is_not(None)).order_by(Page.id)
    for ident in db.scalars(named).all():
        wanted = select(Page.envelope).where(Page.case == case, Page.id == ident)
        yield ident, db.scalars(wanted).one()


# --- what it takes away ------------------------------------------------------------------------


def _shut(context: Context, ident: bytes) -> None:
    """Destroy the cases' keys: from here on only the file and the words on paper open them."""
    with context.database.write() as db:
        row = _locked(db, ident, WRITTEN, SHUTTING)
        if row is None:
            return
        if _hash_of(folder(context) / (row.file or "")) != row.hash:
            raise Unknown("the archive file is no longer the one that was written")
        ids = _taken(db, ident)
        row.step = SHUTTING  # from now on nobody gives the cases back
    at_rest.destroy_keys(context, *ids)
    with context.database.write() as db:
        row = _locked(db, ident, SHUTTING)
        if row:
            row.step = SHUT


def _remove(context: Context, ident: bytes) -> None:
    """Take the rows away, and mailboxes that have nothing left."""
    with context.database.write() as db:
        row = _locked(db, ident, SHUT)
        if row is None:
            return
        ids = list(_taken(db, ident))
        owners = set(db.scalars(select(Case.mailbox).where(Case.id.in_(ids)))) - {None}
        _remove_rows(db, ids)
        empty = _empty(db, {owner for owner in owners if owner})
        db.execute(delete(Mailbox).where(Mailbox.id.in_(empty)))
        db.execute(delete(ArchivedCase).where(ArchivedCase.archiving == ident))
        _remove_parts(context, ident)
        row.step = DONE
    at_rest.destroy_keys(context, *empty)
    context.database.forget_deleted()


def _remove_rows(db: Session, ids: list[bytes]) -> None:
    for table in (Page, Message, SealedKey, Roster, Participant):
        db.execute(delete(table).where(table.case.in_(ids)))
    db.execute(delete(Case).where(Case.id.in_(ids)))


def _empty(db: Session, owners: set[bytes]) -> list[bytes]:
    busy = set(db.scalars(select(Case.mailbox).where(Case.mailbox.in_(list(owners)))))
    return sorted(owners - busy)


def is_leaving(db: Session, case: bytes) -> bool:
    """Whether an archiving has taken this case: nothing is added to it any more."""
    return db.get(ArchivedCase, case) is not None
