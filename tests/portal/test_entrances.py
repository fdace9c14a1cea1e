"""The addresses on the poster."""

from __future__ import annotations

from dataclasses import replace

import segno

from portal.services.doors.entrances import entrances
from tests.portal.conftest import World

ONION = "http://advies7wq5xk3t2nq4m6h5dcz3l2vbyfu6a7ekr4ypmbw2oqh5zscid.onion"


def test_the_poster_has_the_first_address_and_the_onion_service(world: World) -> None:
    origins = (ONION, "https://advies.example", "https://ook.example")
    settings = replace(world.context.settings, origins=origins)
    found = entrances(replace(world.context, settings=settings))
    assert [(one.address, one.onion) for one in found] == [
        ("https://advies.example", False),
        (ONION, True),
    ]


def test_its_code_is_that_of_the_address(world: World) -> None:
    anna = world.signed_in(world.anna)
    (told,) = anna.get("/entrances").json["entrances"]
    assert told["address"] == world.context.settings.origins[0]
    matrix = segno.make(told["address"], micro=False, error="q").matrix
    assert told["qr"] == ["".join("1" if dark else "0" for dark in row) for row in matrix]


def test_only_staff_are_given_them(world: World) -> None:
    assert world.browser().get("/entrances").status_code == 401
