"""What every test may count on: needed programs are checked, and told when missing."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.chromium import browser, joined_modules  # noqa: F401 - fixtures, one for the whole run

NOT_RUN = "not run, needs "


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the browser, so that nobody has to remember to."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs_tool"):
        missing = [name for name in mark.args if shutil.which(name, path=_search_path()) is None]
        if missing:
            pytest.skip(NOT_RUN + ", ".join(missing))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was not run, so that a green line does not hide it."""
    not_run = [
        report for report in terminalreporter.stats.get("skipped", []) if _wants_tool(report)
    ]
    if not_run:
        terminalreporter.section("not run, for want of a program (make tools)")
        for report in not_run:
            terminalreporter.line(f"{report.nodeid}: {report.longrepr[2]}")


def _wants_tool(report: pytest.TestReport) -> bool:
    return isinstance(report.longrepr, tuple) and NOT_RUN in report.longrepr[2]


def _search_path() -> str:
    """Give the PATH with the folders of servers, which are not on every user's."""
    postgres = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    servers = ["/usr/local/sbin", "/usr/sbin", "/sbin", *map(str, postgres)]
    return os.pathsep.join([os.environ.get("PATH", ""), *servers])


@pytest.fixture
def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[Path]:
    """A PostgreSQL of the tests' own: no network, a socket in this folder, gone afterwards."""
    initdb, pg_ctl = (shutil.which(name, path=_search_path()) for name in ("initdb", "pg_ctl"))
    if initdb is None or pg_ctl is None:
        pytest.skip(NOT_RUN + "initdb, pg_ctl")
    folder = Path(tempfile.mkdtemp(prefix="adviespunt-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = str(folder / "data")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    commands = (
        [initdb, "--auth=trust", "--username=test", "--no-sync", "--encoding=UTF8", "-D", data],
        [pg_ctl, "--wait", "--log", f"{data}.log", "-D", data, "-o", options, "start"],
    )
    try:
        for command in commands:
            _run_as_postgres(command, folder)
        yield folder
    finally:
        _run_as_postgres([pg_ctl, "--mode=immediate", "-D", data, "stop"], folder, check=False)
        shutil.rmtree(folder)


def _run_as_postgres(command: list[str], folder: Path, *, check: bool = True) -> None:
    """Run as the account `postgres` when we are root, which PostgreSQL refuses to run as."""
    account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    # Not to a pipe: the server would hold its writing end open, and the reader never end.
    with (folder / "setup.log").open("ab") as log:
        done = subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=False,
            user=account and account.pw_uid,
            group=account and account.pw_gid,
            extra_groups=account and [],
        )
    if check and done.returncode:
        pytest.fail((folder / "setup.log").read_text(), pytrace=False)


_NUMBERS = count()


@pytest.fixture
def postgres_url(postgres_folder: Path) -> Iterator[str]:
    """A fresh, empty database, as an SQLAlchemy URL."""
    name = f"test_{next(_NUMBERS)}"
    where = f"host={postgres_folder} user=test dbname=postgres"
    with psycopg.connect(where, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield f"postgresql+psycopg://test@/{name}?host={postgres_folder}"
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
