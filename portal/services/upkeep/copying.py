"""Backup and restore: database and keyring apart, because together they are everything."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import inspect, make_url, select

from portal.errors import PortalError
from portal.models import access, cases, desks, instance, mailboxes, staff  # noqa: F401 - their tables
from portal.models.database import Base
from portal.models.instance import Instance
from portal.models.keyring import PEPPER, Key, KeyringBase
from portal.models.sessions import SessionsBase
from portal.models.store import Store
from portal.services.context import Context
from portal.services.keeping.wiping import wipe

KEYRING_KEPT_DAYS = 30
_NAMED = re.compile(r"keyring-(\d{4}-\d{2}-\d{2})\.(sqlite|dump)\Z")
# With the journal that SQLite keeps beside it. Its day is of no matter: nobody puts it back.
_CUT_OFF = re.compile(r"keyring-\d{4}-\d{2}-\d{2}\.part(-journal)?\Z")


class CannotCopy(PortalError):
    """A backup could not be made or put back; what was there is untouched."""


def back_up(context: Context, database_to: Path, keyring_to: Path) -> tuple[Path, Path]:
    """Copy both stores while they are in use, each to a folder of its own.

    Keyring copies older than `KEYRING_KEPT_DAYS` are removed: a key that was destroyed must not
    live on in them for longer.
    """
    if database_to.absolute() == keyring_to.absolute():
        raise CannotCopy(
            "database and keyring must go to two folders: together they are everything"
        )
    day = context.today()
    # The keyring last: it then has a key for every case that the database's copy has.
    database = copy(context.database, database_to, f"database-{day}")
    keyring = copy(context.keyring, keyring_to, f"keyring-{day}")
    forget_old(keyring_to, day)
    _note(context, day)
    return database, keyring


NOTED = "backed-up"


def _note(context: Context, day: date) -> None:
    """Write down for `adviespunt health` that there is a copy of today. It is in no backup itself."""
    begun = context.settings.data / f"{NOTED}.part"
    # Root may run this where the account writes: a link that lies there is not followed.
    begun.unlink(missing_ok=True)
    with os.fdopen(os.open(begun, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644), "wb") as file:
        file.write(day.isoformat().encode("ascii"))
    begun.replace(context.settings.data / NOTED)


def last_copy(context: Context) -> date | None:
    """The day of the newest copy that was made here, or None."""
    try:
        return date.fromisoformat((context.settings.data / NOTED).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None


def copy(store: Store, folder: Path, name: str) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if store.file is None:
        return _dump(store, folder / f"{name}.dump")
    target = folder / f"{name}.sqlite"
    begun = target.with_suffix(".part")
    wipe(begun)
    _copy_sqlite(store.file, begun)
    begun.replace(target)
    return target


def _copy_sqlite(source: Path, target: Path) -> None:
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    os.close(handle)
    reading, writing = sqlite3.connect(source), sqlite3.connect(target)
    try:
        reading.execute("PRAGMA busy_timeout=15000")
        reading.backup(writing)
    finally:
        writing.close()
        reading.close()
    _flush(target)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


KEYRING_TABLES = frozenset(KeyringBase.metadata.tables)
FLEETING_TABLES = frozenset(SessionsBase.metadata.tables)
# With the table in which alembic writes down how far the migrations came.
KEPT_TABLES = frozenset(Base.metadata.tables) | {"alembic_version"}


def _wanted(store: Store) -> list[str]:
    """What pg_dump takes: all three stores may be in one PostgreSQL database."""
    if store.life == "overwritten":
        return [f"--table={name}" for name in sorted(KEYRING_TABLES)]
    others = sorted(KEYRING_TABLES | FLEETING_TABLES)
    # Named by what is left out: a table that nobody thought of here must not be lost.
    return ["--no-unlogged-table-data", *(f"--exclude-table={name}" for name in others)]


def _is_there(store: Store) -> bool:
    found = set(inspect(store.engine).get_table_names())
    if store.life == "overwritten":
        return bool(found & KEYRING_TABLES)
    return bool(found - KEYRING_TABLES - FLEETING_TABLES)


def _dump(store: Store, target: Path) -> Path:
    address = make_url(store.engine.url).set(drivername="postgresql")
    # The password goes by the environment: arguments can be read by anybody on the machine.
    without = address.set(password=None).render_as_string()
    begun = target.with_suffix(".part")
    wipe(begun)
    os.close(os.open(begun, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    _run(
        ["pg_dump", "--format=custom", *_wanted(store), f"--file={begun}", without],
        address.password,
    )
    _flush(begun)
    begun.replace(target)
    return target


def _run(command: Sequence[str], password: object) -> None:
    environment = {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - fixed programs, no shell
    if done.returncode:
        raise CannotCopy(f"{command[0]} failed with exit code {done.returncode}")


def forget_old(folder: Path, today: date) -> None:
    """Overwrite and remove keyring copies that are too old, and what was cut off while it was made."""
    for path in folder.iterdir():
        found = _NAMED.match(path.name)
        too_old = found and _age(found[1], today) > timedelta(days=KEYRING_KEPT_DAYS)
        if too_old or _CUT_OFF.match(path.name):
            wipe(path)


def _age(day: str, today: date) -> timedelta:
    return today - date.fromisoformat(day)


def restore(store: Store, source: Path) -> None:
    """Put a copy into an empty store.

    Raises `CannotCopy` when there is something in the store, and for a SQLite copy that is damaged
    or holds something other than our tables and indexes.
    """
    if store.file is None:
        _restore_dump(store, source)
        return
    if source.suffix == ".dump":
        raise CannotCopy("a copy of a PostgreSQL database can't be put into a SQLite file")
    if store.file.exists():
        raise CannotCopy(f"{store.file.name} is there already: restore into an empty folder")
    _check_sqlite(source, KEYRING_TABLES if store.life == "overwritten" else KEPT_TABLES)
    _copy_sqlite(source, store.file)


def _restore_dump(store: Store, source: Path) -> None:
    if source.suffix != ".dump":
        raise CannotCopy("a copy of a SQLite file can't be put into PostgreSQL")
    if _is_there(store):
        raise CannotCopy("the tables are there already: restore into an empty database")
    address = make_url(store.engine.url).set(drivername="postgresql")
    target = f"--dbname={address.set(password=None).render_as_string()}"
    whole = ["--exit-on-error", "--single-transaction", "--no-owner"]
    try:
        _run(["pg_restore", *whole, target, str(source)], address.password)
    except CannotCopy as error:
        raise CannotCopy(f"{source.name} is damaged, or no copy of ours: {error}") from error


def _check_sqlite(source: Path, tables: frozenset[str]) -> None:
    reading = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    try:
        schema = reading.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
        (answer,) = reading.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise CannotCopy(f"{source.name} is damaged, or no copy of ours") from error
    finally:
        reading.close()
    if answer != "ok":
        raise CannotCopy(f"{source.name} is damaged")
    # A trigger or a view would go on working in the live database, unseen.
    if not all(_is_ours(kind, name, made, tables) for kind, name, made in schema):
        raise CannotCopy(
            f"{source.name} holds something that no release of ours makes, so it was not put back. "
            "Somebody may have written in it: use a copy from elsewhere"
        )


def _is_ours(kind: str, name: str, statement: str | None, tables: frozenset[str]) -> bool:
    if kind == "table":
        # A virtual table is read and written by a module of SQLite's, whatever its name.
        return name in tables and (statement or "").startswith("CREATE TABLE ")
    return kind == "index"


def require_pair(context: Context) -> None:
    """Whether these two belong together; raises `CannotCopy`."""
    with context.database.read() as db:
        portal = db.scalar(select(Instance.portal))
    with context.keyring.read() as keyring:
        ids = set(keyring.scalars(select(Key.id).where(Key.id.in_([PEPPER, portal or b""]))))
    if portal is None or ids != {PEPPER, portal}:
        raise CannotCopy("this keyring and this database are not of one instance")
