"""One cleaner for all tests of cleaning: starting a fork-server costs more than using it."""

from collections.abc import Iterator

import pytest

from sanitizers import Cleaner
from sanitizers.limits import DEFAULT
from sanitizers.office.warm import Warm


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """An office suite that waits for documents; only for tests that need one."""
    running = Warm(DEFAULT)
    assert running.started() is not None
    yield running
    running.close()


@pytest.fixture(scope="session")
def cleaner() -> Iterator[Cleaner]:
    with Cleaner() as running:
        yield running


@pytest.fixture(params=["alone", "warm"])
def both_ways(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, cleaner: Cleaner
) -> None:
    """Office documents drawn by a suite started for each, and by one that waits for them."""
    if request.param == "alone":
        monkeypatch.setattr(cleaner._office.warm, "ready", lambda: None)
    else:
        assert cleaner._office.warm.started() is not None
