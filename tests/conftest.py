"""What every test may count on: needed programs are checked, and told when missing."""

import shutil
import socket
from collections.abc import Iterator
from itertools import count

import pytest

from tests.chromium import browser, joined_modules  # noqa: F401 - fixtures, one for the whole run
from tests.postgres import Postgres, is_there, running, search_path

NOT_RUN = "not run, needs "


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the browser, so that nobody has to remember to."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs_tool"):
        missing = [name for name in mark.args if shutil.which(name, path=search_path()) is None]
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


@pytest.fixture
def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One PostgreSQL for the whole run."""
    if not is_there():
        pytest.skip(NOT_RUN + "initdb, pg_ctl")
    with running("fsync=off") as server:
        yield server


_NUMBERS = count()


@pytest.fixture
def postgres_name(postgres: Postgres) -> Iterator[str]:
    """A name for a database, which is dropped afterwards if it was made."""
    name = f"test_{next(_NUMBERS)}"
    yield name
    postgres.drop(name)


@pytest.fixture
def postgres_url(postgres: Postgres, postgres_name: str) -> str:
    """A fresh, empty database, as an SQLAlchemy URL."""
    return postgres.create(postgres_name)
