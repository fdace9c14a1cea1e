"""One cleaner for all tests of cleaning: starting a fork-server costs more than using it."""

from collections.abc import Iterator

import pytest

from sanitizers import Cleaner


@pytest.fixture(scope="session")
def cleaner() -> Iterator[Cleaner]:
    with Cleaner() as running:
        yield running
