"""What the API's description allows, and what it does not, thrown at every address by schemathesis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.core import NotSet
from schemathesis.core.result import Ok
from sqlalchemy import select

from crypto.encoding import sha256
from portal.app import describe
from portal.models.database import Base
from tests.portal.conftest import World
from tests.portal.fake import Browser

EXAMPLES = 3
REFUSED, SERVER_ERROR = 400, 500
SCHEMA = schemathesis.openapi.from_dict(describe())
# Cleaning starts a jail for each file; its own tests throw worse at it. Whoever signs out does so last.
OPERATIONS = sorted(
    (
        found.ok()
        for found in SCHEMA.get_all_operations()
        if isinstance(found, Ok) and found.ok().path != "/api/v1/clean"
    ),
    key=lambda operation: (operation.method == "delete", "session" in operation.path),
)
# The same calls each time: a failure can be had again.
REPEATABLE = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None,
    phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip


def kept(world: World) -> bytes:
    """A fingerprint of every row of the database that holds cases and staff."""
    rows: list[str] = []
    with world.context.database.read() as db:
        for table in Base.metadata.sorted_tables:
            rows += sorted(repr(tuple(row)) for row in db.execute(select(table)))
    return sha256("\n".join(rows).encode())


def takes_a_body(operation: Any) -> bool:
    """What a query has too much of is left out of account; a body is taken as described or not at all."""
    return bool(operation.body)


def send(browser: Browser, case: Any) -> Any:
    """The call as schemathesis made it up, with what every call of a browser has."""
    sent = None if isinstance(case.body, NotSet) else case.body
    query = "?" + urlencode(case.query, doseq=True) if case.query else ""
    return browser.call(case.method, case.formatted_path.removeprefix("/api/v1") + query, sent)


def answers(browsers: Iterable[Browser], operation: Any, mode: GenerationMode) -> set[int]:
    """The statuses of some made-up calls to one address, each by everybody; none is a failure."""
    found = set[int]()

    @REPEATABLE
    @given(operation.as_strategy(generation_mode=mode))
    def throw(case: Any) -> None:
        for browser in browsers:
            status = send(browser, case).status_code
            assert status < SERVER_ERROR, (case.method, case.formatted_path, case.body)
            found.add(status)

    throw()
    return found


def everybody(world: World) -> list[Browser]:
    """A stranger, an asker, a coach and a facilitator, in this order."""
    _, mailbox = world.asked()
    signed_in = [world.signed_in(world.carla), world.signed_in(world.anna)]
    return [world.browser(), world.asker(mailbox), *signed_in]


def test_what_the_description_does_not_allow_is_refused_and_leaves_nothing(world: World) -> None:
    browsers, before = everybody(world), kept(world)
    for operation in filter(takes_a_body, OPERATIONS):
        found = answers(browsers, operation, GenerationMode.NEGATIVE)
        assert min(found) >= REFUSED, (operation.label, found)
    assert kept(world) == before


def test_what_the_description_allows_is_done_or_refused_and_then_leaves_nothing(
    world: World,
) -> None:
    browsers = everybody(world)
    for operation in OPERATIONS:
        before = kept(world)
        found = answers(browsers, operation, GenerationMode.POSITIVE)
        if min(found) >= REFUSED:
            assert kept(world) == before, operation.label
