"""What every test may count on: needed programs are checked, and told when missing."""

import os
import shutil
import socket

import pytest

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
    return os.environ.get("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin"


@pytest.fixture
def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
