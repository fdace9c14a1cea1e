"""Engines and transactions, for SQLite and PostgreSQL alike."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from sqlalchemy import Connection, Engine, LargeBinary, create_engine, event, make_url
from sqlalchemy.orm import Session, mapped_column
from sqlalchemy.pool import QueuePool

from portal.models.turns import Together, Turn

T = TypeVar("T")
Life = Literal["kept", "overwritten", "fleeting"]

Id = Annotated[bytes, mapped_column(LargeBinary(16))]
Hash = Annotated[bytes, mapped_column(LargeBinary(32))]

# FULL: the answer goes out only after the bytes are on the disk.
# PERSIST: the keyring's rollback journal stays where it lies, so that it can be overwritten there.
# Deleting it would leave the pages before a change, destroyed keys with them, on free blocks.
_PRAGMAS: dict[Life, tuple[str, ...]] = {
    "kept": ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"),
    "overwritten": ("journal_mode=PERSIST", "synchronous=FULL", "secure_delete=ON"),
    "fleeting": ("journal_mode=MEMORY", "synchronous=OFF", "secure_delete=ON"),
}
BUSY_MILLISECONDS = 15_000


class Store:
    """One of the three places; hands out transactions."""

    def __init__(self, engine: Engine, life: Life) -> None:
        self.engine = engine
        self.life = life
        # SQLite has one writer: waiting in line here is fairer and faster than its own retries.
        self._turn = Turn(self.file) if self.file else nullcontext()
        self._together = Together(self.write)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A consistent view; nothing is written."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """All of it or nothing. On SQLite one writer at a time, from the first line on."""
        with self._turn, Session(self.engine, expire_on_commit=False) as session:
            session.connection(execution_options={"adviespunt_write": True})
            yield session
            session.commit()

    def together(self, work: Callable[[Session], T]) -> T:
        """Do `work` in a transaction, and return what it gives once that is on the disk.

        On SQLite it shares the transaction, and so one flush to the disk, with what other threads
        bring meanwhile. When one of them fails, each is done again alone: `work` must bear that.
        """
        if self.file is None:
            with self.write() as session:
                return work(session)
        return self._together.do(work)

    def outside(self, *statements: str) -> None:
        """Run statements that no transaction may hold, such as VACUUM."""
        if self.file is None:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as plain:
                for statement in statements:
                    plain.exec_driver_sql(statement)
            return
        connection = self.engine.raw_connection()
        try:
            for statement in statements:
                connection.cursor().execute(statement)
        finally:
            connection.close()

    def forget_deleted(self) -> None:
        """Empty SQLite's write-ahead log, which keeps deleted rows until somebody does this."""
        if self.file is not None and self.life == "kept":
            self.outside("PRAGMA wal_checkpoint(TRUNCATE)")

    def overwrite_journal(self) -> None:
        """Leave nothing of what was just deleted: zeros over SQLite's journal, PostgreSQL's table anew."""
        if self.life != "overwritten":
            return
        if self.file is None:
            self.outside("VACUUM FULL keys")
            return
        connection = self.engine.raw_connection()
        try:
            # Nobody else writes while this lock is held, and we change nothing under it.
            connection.cursor().execute("BEGIN EXCLUSIVE")
            _fill_with_zeros(self.file.with_name(self.file.name + "-journal"))
            connection.cursor().execute("ROLLBACK")
        finally:
            connection.close()

    def close(self) -> None:
        self.engine.dispose()
        if isinstance(self._turn, Turn):
            self._turn.close()

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None on PostgreSQL."""
        url = self.engine.url
        return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def _fill_with_zeros(path: Path) -> None:
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())


def open_store(url: str, life: Life) -> Store:
    """The store at this address; a folder for a SQLite file is made for its owner alone."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return Store(create_engine(url, pool_pre_ping=True, hide_parameters=True), life)
    _make_folder(Path(str(parsed.database)).parent)
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=4, max_overflow=28, hide_parameters=True
    )
    _prepare_sqlite(engine, _PRAGMAS[life])
    return Store(engine, life)


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.stat()
    if found.st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")


def _prepare_sqlite(engine: Engine, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        # The driver would begin late and deferred; `_begin` below says when and how.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "checkin")
    def _checkin(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        # A commit that SQLite refuses leaves its transaction open, and with it everybody else out.
        if connection is not None and connection.in_transaction:
            connection.rollback()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("adviespunt_write"):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            return
        # Waits for nobody, so it can't fail, and by the driver itself it costs next to nothing.
        driver: Any = connection.connection.dbapi_connection
        driver.execute("BEGIN")
