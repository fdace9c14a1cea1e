"""Names every test of the protocol shares."""

import pytest
from hypothesis import settings

from tests.vectors.world import Organisation, Walk, small_organisation

# Deriving keys takes as long as it takes; what is measured here is behaviour.
settings.register_profile("protocol", deadline=None)
settings.load_profile("protocol")


@pytest.fixture
def organisation() -> Organisation:
    return small_organisation()


@pytest.fixture
def walk(organisation: Organisation) -> Walk:
    """A case with a coach, Cas, in its first epoch."""
    case = Walk(organisation)
    case.route("Fatima", adding=["Cas"])
    return case
