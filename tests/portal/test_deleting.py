"""Deletion that deletes: a key that was destroyed stands in no byte that is left."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from crypto.encoding import ASKER, b64, from_b64
from portal.models.cases import Page, SealedKey
from portal.models.keyring import Key
from portal.models.sessions import Tries
from portal.services.errors import Unknown
from portal.services.keeping import at_rest
from portal.services.upkeep import sweeping
from tests.portal.conftest import World


def left(world: World) -> bytes:
    root = world.context.settings.data
    return b"".join(path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file())


@pytest.mark.only_on("sqlite")
def test_a_destroyed_key_is_in_no_file_any_more(world: World) -> None:
    case, mailbox = world.asked()
    key = at_rest.key_of(world.context, case)
    assert key in left(world)
    assert world.asker(mailbox).send(case, "withdraw", ASKER).json["destroyed"] is True
    assert key not in left(world)
    assert at_rest.find_key(world.context, case) is None


@pytest.mark.only_on("sqlite")
def test_nothing_of_a_question_withdrawn_unread_is_in_the_database(world: World) -> None:
    browser, case = world.browser(), os.urandom(16)
    mailbox = browser.mailbox()
    body = browser.genesis(world.office, [world.anna], case, mailbox)
    page = browser.stage(case)
    body["pages"] = [b64(page)]
    assert browser.put(f"/cases/{b64(case)}", body).status_code == 201
    question = from_b64(body["message"]["envelope"])[-64:]
    assert question in left(world)
    assert world.asker(mailbox).send(case, "withdraw", ASKER).status_code == 201
    assert question not in left(world)
    assert from_b64(body["register"]["sealed"])[-64:] in left(world)


def test_an_old_database_with_the_keyring_of_today_stays_shut(world: World) -> None:
    case, mailbox = world.asked()
    with world.context.database.read() as db:
        before = db.scalars(select(SealedKey).where(SealedKey.case == case)).all()
    assert world.asker(mailbox).send(case, "withdraw", ASKER).status_code == 201
    assert len(before) == 4  # what a backup of the database still has
    assert at_rest.find_key(world.context, case) is None


def test_the_layer_at_rest_is_bound_to_its_place(world: World) -> None:
    key, nonce = os.urandom(32), os.urandom(12)
    layered = at_rest.cover(key, "seed", b"here", b"plain", nonce)
    assert at_rest.uncover(key, "seed", b"here", layered) == b"plain"
    for what, place in (("seed", b"there"), ("state", b"here")):
        try:
            at_rest.uncover(key, what, place, layered)
        except Unknown:
            continue
        raise AssertionError("opened at another place")


def test_the_sweep_takes_pages_nobody_named_and_keys_without_an_owner(world: World) -> None:
    browser, case = world.browser(), os.urandom(16)
    browser.stage(case)
    orphan = os.urandom(16)
    at_rest.make_keys(world.context, orphan)
    kept, _ = world.asked(pages=1)
    assert sweeping.sweep(world.context) == sweeping.Swept(pages=0, keys=0, sessions=0)
    world.clock.day += timedelta(days=3)
    world.clock.later(86_400)
    swept = sweeping.sweep(world.context)
    assert (swept.pages, swept.keys) == (1, 1)
    assert world.signed_in(world.anna).get(f"/cases/{b64(kept)}").status_code == 200
    with world.context.database.read() as db:
        assert db.scalar(select(func.count()).select_from(Page)) == 1
    with world.context.keyring.read() as keyring:
        # pepper, portal, four members, a case and its mailbox
        assert keyring.scalar(select(func.count()).select_from(Key)) == 8


def test_the_sweep_forgets_who_failed_a_day_ago(world: World) -> None:
    body = {"locator": b64(os.urandom(32)), "login": b64(os.urandom(32)), "code": "000000"}
    assert world.browser().post("/staff/session", body).status_code == 404
    world.clock.later(86_401)
    sweeping.sweep(world.context)
    with world.context.sessions.read() as sessions:
        assert sessions.scalar(select(func.count()).select_from(Tries)) == 0
