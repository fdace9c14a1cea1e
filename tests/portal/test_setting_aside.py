"""A question that nobody can open: who may end it, when, and what stays."""

from __future__ import annotations

from datetime import date

import pytest

from crypto.encoding import ASKER, b64
from portal.models.cases import Case
from portal.services.casework import archiving
from tests.portal.conftest import World
from tests.portal.fake import Browser, register_entry
from tests.portal.test_cases import assign


def is_ready(world: World, case: bytes) -> bool:
    with world.context.database.read() as db:
        return archiving.is_ready(world.context, db.get_one(Case, case))


def aside(world: World, browser: Browser, case: bytes) -> tuple[int, str | None]:
    entry = {"key": world.office.register["id"], "sealed": b64(register_entry())}
    answer = browser.put(f"/cases/{b64(case)}/set-aside", {"register": entry})
    return answer.status_code, answer.json.get("problem")


def test_a_facilitator_ends_it_once_and_it_stays_for_whoever_asked(world: World) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    anna = world.signed_in(world.anna)
    before = len(anna.get("/register?from=20000101").json["rows"])
    assert aside(world, anna, case) == (201, None)
    assert aside(world, anna, case) == (200, None)
    rows = anna.get("/register?from=20000101").json["rows"]
    assert len(rows) == before + 1
    shown = asker.get(f"/cases/{b64(case)}").json
    assert (shown["state"], shown["waits_for"]) == ("unreadable", None)
    assert shown["closed_on"] is not None
    told = [line["state"] for line in asker.get("/mailbox").json["cases"]]
    assert told == ["unreadable"]


def test_whoever_asked_writes_nothing_more_in_it_and_can_withdraw_it(world: World) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    assert aside(world, world.signed_in(world.anna), case)[0] == 201
    refused = asker.send(case, "reply", ASKER)
    assert (refused.status_code, refused.json["problem"]) == (409, "closed")
    gone = asker.send(case, "withdraw", ASKER)
    assert (gone.status_code, gone.json["destroyed"]) == (201, False)
    assert asker.get("/mailbox").json["cases"] == []


@pytest.mark.parametrize("act", ["note", "reply", "roster"])
def test_what_opens_for_a_colleague_is_taken_up_by_anything_they_do(world: World, act: str) -> None:
    case, _ = world.asked()
    anna, bram = world.signed_in(world.anna), world.signed_in(world.bram)
    assert aside(world, anna, case)[0] == 201
    if act == "reply":
        assert bram.send(case, "reply", world.bram.id).status_code == 201
    else:
        assign(world, anna, case)
    if act == "note":
        assert bram.send(case, "note", world.bram.id).status_code == 201
    shown = bram.get(f"/cases/{b64(case)}").json
    state = ("answering", "asker") if act == "reply" else ("open", "staff")
    assert (shown["state"], shown["waits_for"], shown["closed_on"]) == (*state, None)
    assert aside(world, anna, case) == (409, "closed")


def test_no_coach_helper_or_outsider_does_it(world: World) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    assert aside(world, asker, case)[0] in {401, 403, 404}
    assert aside(world, world.signed_in(world.carla), case)[0] == 403


def test_what_somebody_could_open_is_not_set_aside(world: World) -> None:
    written, _ = world.asked()
    anna = world.signed_in(world.anna)
    assert anna.send(written, "reply", world.anna.id).status_code == 201
    assert aside(world, anna, written) == (409, "closed")
    routed, _ = world.asked()
    assign(world, anna, routed)
    assert aside(world, anna, routed) == (409, "closed")


def test_it_is_archived_like_what_ended_and_waits_for_nobody(world: World) -> None:
    case, mailbox = world.asked()
    assert aside(world, world.signed_in(world.anna), case)[0] == 201
    # Whoever asked reads that nobody could open it, or stays away for a year.
    world.clock.day = date(2027, 4, 1)
    assert not is_ready(world, case)
    world.asker(mailbox).get(f"/cases/{b64(case)}")
    assert is_ready(world, case)
    queue = world.signed_in(world.bram).get("/queue?keys=false").json["cases"]
    assert [(line["state"], line["waits_for"]) for line in queue] == [("unreadable", None)]
