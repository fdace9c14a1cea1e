"""What a visit costs, in statements and transactions: those can be counted, whatever the machine does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, select

from crypto.encoding import b64
from portal.api.bodies import CaseQuery
from portal.models import rows
from portal.models.sessions import Spent
from portal.services.context import Context
from tests.portal.conftest import World


@contextmanager
def counting(context: Context) -> Iterator[Counter[str]]:
    """What goes on in the three stores meanwhile."""
    found: Counter[str] = Counter()

    def statement(_one: object, _cursor: object, sql: str, *_more: object) -> None:
        found["statements"] += not sql.startswith("BEGIN")

    def begin(_one: object) -> None:
        found["transactions"] += 1

    def commit(_one: object) -> None:
        found["commits"] += 1

    heard: list[tuple[str, Callable[..., None]]] = [
        ("before_cursor_execute", statement),
        ("begin", begin),
        ("commit", commit),
    ]
    engines = [store.engine for store in (context.database, context.keyring, context.sessions)]
    for engine in engines:
        for name, what in heard:
            event.listen(engine, name, what)
    yield found
    for engine in engines:
        for name, what in heard:
            event.remove(engine, name, what)


def test_a_sealed_submission_costs_what_it_did(world: World) -> None:
    world.asked()
    with counting(world.context) as found:
        world.asked()
    assert found == {"statements": 25, "transactions": 6, "commits": 3}


def test_reading_costs_what_it_did(world: World) -> None:
    case, mailbox = world.asked()
    browser = world.asker(mailbox)
    for address, statements, transactions in (("/mailbox", 6, 4), (f"/cases/{b64(case)}", 7, 3)):
        with counting(world.context) as found:
            assert browser.get(address).status_code == 200
        assert found == {"statements": statements, "transactions": transactions}


def test_a_query_has_its_schema_made_once() -> None:
    assert CaseQuery.model_json_schema() is CaseQuery.model_json_schema()
    assert CaseQuery.model_json_schema(by_alias=False) is not CaseQuery.model_json_schema()


@pytest.mark.only_on("sqlite")
def test_what_a_session_holds_back_is_seen(world: World) -> None:
    spent = Spent(what=bytes(32), left=3, until=0.0)
    with world.context.sessions.write() as sessions:
        sessions.add(spent)
        assert rows.value(sessions, select(Spent.left)) == 3
        spent.left = 2
        assert rows.first(sessions, select(Spent.left)) == (2,)
        sessions.delete(spent)
        assert rows.every(sessions, select(Spent.left)) == []
