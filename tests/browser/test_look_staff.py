"""Every page of the staff in every state and language, for people who see, hear or move otherwise."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Complaints, PageMaker
from tests.looking.catalogue import Tour
from tests.looking.witness import LANGUAGES, look_everywhere, tours_of
from tests.looking.zone import Zone


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tour", tours_of("staff"), ids=lambda tour: tour.name)
def test_no_state_keeps_anybody_out_or_falls_apart(
    zone: Zone, make_page: PageMaker, complaints: Complaints, tour: Tour, language: str
) -> None:
    look_everywhere(tour, zone, make_page, complaints, language)
