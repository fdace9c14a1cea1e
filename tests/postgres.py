"""A PostgreSQL of the tests' own: no network, a socket in its folder, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql


def search_path() -> str:
    """Give the PATH with the folders of servers, which are not on every user's."""
    postgres = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    servers = ["/usr/local/sbin", "/usr/sbin", "/sbin", *map(str, postgres)]
    return os.pathsep.join([os.environ.get("PATH", ""), *servers])


class CannotStart(Exception):
    """One of PostgreSQL's own programs failed; its output is the message."""


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server in a folder. `settings` are those of its command line."""

    folder: Path
    settings: tuple[str, ...] = ()

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "data.log"

    def initialise(self) -> None:
        options = ["--auth=trust", "--username=test", "--no-sync", "--encoding=UTF8"]
        self._run("initdb", *options, "-D", str(self.data))

    def start(self) -> None:
        own = ("listen_addresses=''", f"unix_socket_directories={self.folder}")
        options = " ".join(f"-c {one}" for one in (*own, *self.settings))
        log = str(self.log)
        self._run("pg_ctl", "--wait", "--log", log, "-D", str(self.data), "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """`immediate` ends it as a power cut would: nothing is finished, nothing is flushed."""
        self._run("pg_ctl", f"--mode={mode}", "-D", str(self.data), "stop")

    def url(self, name: str) -> str:
        """The address of a database, for SQLAlchemy."""
        return f"postgresql+psycopg://test@/{name}?host={self.folder}"

    def create(self, name: str, template: str = "template1") -> str:
        """A database that is a copy of another, to which nobody may be connected; gives its url."""
        self._say("CREATE DATABASE {} TEMPLATE {}", name, template)
        return self.url(name)

    def drop(self, name: str) -> None:
        self._say("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _say(self, statement: LiteralString, *names: str) -> None:
        where = f"host={self.folder} user=test dbname=postgres"
        with psycopg.connect(where, autocommit=True) as server:
            server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def _run(self, program: str, *arguments: str) -> None:
        """Run as the account `postgres` when we are root, which PostgreSQL refuses to run as."""
        found = shutil.which(program, path=search_path())
        assert found, program
        account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        # Not to a pipe: the server would hold its writing end open, and the reader never end.
        with (self.folder / "setup.log").open("ab") as log:
            done = subprocess.run(
                [found, *arguments],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                check=False,
                user=account and account.pw_uid,
                group=account and account.pw_gid,
                extra_groups=account and [],
            )
        if done.returncode:
            raise CannotStart((self.folder / "setup.log").read_text())


def is_there() -> bool:
    return all(shutil.which(name, path=search_path()) for name in ("initdb", "pg_ctl"))


@contextmanager
def running(*settings: str) -> Iterator[Postgres]:
    """A new server that runs until the end of the block."""
    folder = Path(tempfile.mkdtemp(prefix="adviespunt-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    server = Postgres(folder, settings)
    try:
        server.initialise()
        server.start()
        yield server
    finally:
        if (server.data / "postmaster.pid").exists():
            server.stop()
        shutil.rmtree(folder)
