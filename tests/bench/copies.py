"""Many cases quickly: the rows of one that was really sent, under new ids."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import func, insert, inspect, select
from sqlalchemy.orm import DeclarativeBase

from portal.models.cases import Case, Message, Participant, RegisterEntry, Roster, SealedKey
from portal.models.keyring import Key
from portal.models.mailboxes import Mailbox
from portal.services.context import Context

AT_ONCE = 5_000
ROOM_KIB = 1024 * 1024
OF_A_CASE = (Participant, SealedKey, Roster, Message, RegisterEntry)


def copy_case(context: Context, wanted: int) -> None:
    """Copy a case that has a mailbox until there are so many in all."""
    with context.database.read() as db:
        there = db.scalar(select(func.count()).select_from(Case)) or 0
    for made in range(there, wanted, AT_ONCE):
        _copy(context, min(AT_ONCE, wanted - made))
    context.database.outside("PRAGMA wal_checkpoint(TRUNCATE)", "ANALYZE")


def _copy(context: Context, count: int) -> None:
    connection = context.database.engine.raw_connection()
    try:
        run = connection.cursor().execute
        # Of the bench alone: the file is thrown away, and other connections keep their own.
        run("PRAGMA synchronous=OFF")
        # Random ids fall all over the tables: with SQLite's 2 MB each row would read its page anew.
        run(f"PRAGMA cache_size=-{ROOM_KIB}")
        run("CREATE TEMP TABLE copies (case_id BLOB, mailbox BLOB)")
        run("BEGIN IMMEDIATE")
        run(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO copies SELECT randomblob(16), randomblob(16) FROM n",
            (count,),
        )
        case, mailbox = run("SELECT id, mailbox FROM cases LIMIT 1").fetchone()
        fresh = {"id": "c.mailbox", "locator": "randomblob(32)"}
        _insert(run, Mailbox, fresh, ("id", mailbox))
        _insert(run, Case, {"id": "c.case_id", "mailbox": "c.mailbox"}, ("id", case))
        for kind in OF_A_CASE:
            _insert(run, kind, {"case": "c.case_id"}, ("case", case))
        run("COMMIT")
        ids = [
            row[0] for row in run("SELECT case_id FROM copies UNION ALL SELECT mailbox FROM copies")
        ]
        run("DROP TABLE copies")
        run("PRAGMA synchronous=FULL")
        run("PRAGMA cache_size=-2000")
    finally:
        connection.close()
    with context.keyring.write() as keyring:
        made = [{"id": one, "key": bytes(32), "day": context.today()} for one in ids]
        keyring.execute(insert(Key), made)


def _insert(
    run: Callable[..., object],
    kind: type[DeclarativeBase],
    fresh: dict[str, str],
    of_one: tuple[str, bytes],
) -> None:
    columns, table = [column.name for column in inspect(kind).columns], kind.__tablename__
    given = ", ".join(fresh.get(name, f't."{name}"') for name in columns)
    named = ", ".join(f'"{name}"' for name in columns)
    run(
        f'INSERT INTO "{table}" ({named}) SELECT {given}'  # noqa: S608 - names of our own tables
        f' FROM copies c, "{table}" t WHERE t."{of_one[0]}" = ?',
        (of_one[1],),
    )
