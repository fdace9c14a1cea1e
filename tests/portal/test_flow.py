"""A question from receipt to its end, as the server sees it."""

from __future__ import annotations

import os

import pytest

from crypto.encoding import ARCHIVE, ASKER, b64
from tests.portal.conftest import World
from tests.portal.fake import register_entry


def test_it_carries_a_question_from_asker_to_coach_and_back(world: World) -> None:
    case, mailbox = world.asked(world.anna, world.bram, pages=2)
    anna = world.signed_in(world.anna)
    queue = anna.get("/queue").json
    assert [one["case"] for one in queue["cases"]] == [b64(case)]
    assert queue["cases"][0]["state"] == "new"

    seen = anna.get(f"/cases/{b64(case)}").json
    assert (seen["state"], len(seen["keys"]), len(seen["messages"])) == ("open", 1, 1)

    people = [(ASKER, "asker"), (ARCHIVE, "archive"), (world.anna.id, "facilitator"),
              (world.bram.id, "facilitator"), (world.carla.id, "coach")]  # fmt: skip
    keys = [(i, 0, "notes") for i, _ in people if i != ASKER] + [(world.carla.id, 0, "case")]
    answer = anna.post(
        f"/cases/{b64(case)}/rosters", anna.roster(case, world.anna, 1, 0, people, keys)
    )
    assert answer.status_code == 201, answer.json

    carla = world.signed_in(world.carla)
    assert len(carla.get(f"/cases/{b64(case)}").json["keys"]) == 2
    assert carla.send(case, "note", world.carla.id).json["state"] == "open"
    feedback = carla.send(case, "feedback", world.carla.id).json
    assert (feedback["state"], feedback["feedback_on"]) == ("answering", "2026-11-02")
    page = carla.stage(case, world.carla.id)
    final = carla.send(case, "final", world.carla.id, pages=[page]).json
    assert (final["state"], final["waits_for"]) == ("answered", None)

    asker = world.asker(mailbox)
    mine = asker.get(f"/cases/{b64(case)}").json
    assert len(mine["messages"]) == 3
    assert "notes" not in mine
    assert asker.get(f"/cases/{b64(case)}/pages/{b64(page)}").status_code == 200
    reopened = asker.send(case, "reply", ASKER).json
    assert (reopened["state"], reopened["waits_for"]) == ("answering", "staff")


def test_it_shows_a_case_to_participants_only(world: World) -> None:
    case, _ = world.asked(world.bram)
    _, other = world.asked(world.bram)
    for browser in (world.signed_in(world.anna), world.signed_in(world.carla), world.asker(other)):
        assert browser.get(f"/cases/{b64(case)}").status_code == 404
        writer = ASKER if browser.get("/session").json["kind"] == "mailbox" else world.anna.id
        assert browser.send(case, "reply", writer).status_code in {404, 422, 400}
    assert world.browser().get(f"/cases/{b64(case)}").status_code == 401


def test_it_destroys_a_question_withdrawn_unread_and_keeps_its_register_entry(world: World) -> None:
    case, mailbox = world.asked(world.anna, pages=1)
    asker = world.asker(mailbox)
    path, body = asker.message(case, "withdraw", ASKER)
    assert asker.put(path, body).json == {"state": "withdrawn", "destroyed": True}
    assert asker.put(path, body).json == {"state": "withdrawn", "destroyed": True}
    assert asker.get("/mailbox").json["cases"] == []
    anna = world.signed_in(world.anna)
    assert anna.get(f"/cases/{b64(case)}").status_code == 404
    assert [row["case"] for row in anna.get("/register").json["rows"]] == [b64(case)]


def entry_of(world: World) -> dict[str, str]:
    return {"key": b64(world.office.register_id), "sealed": b64(register_entry())}


@pytest.mark.parametrize("opened", [False, True])
def test_a_withdrawal_tells_the_register_and_its_line_stays(world: World, opened: bool) -> None:
    case, mailbox = world.asked(world.anna)
    anna = world.signed_in(world.anna)
    if opened:
        anna.get(f"/cases/{b64(case)}")
    asker, entry = world.asker(mailbox), entry_of(world)
    path, body = asker.message(case, "withdraw", ASKER, register=entry)
    stale = {**body, "register": {**entry, "key": b64(os.urandom(16))}}
    assert asker.put(path, stale).json["problem"] == "conflict"
    assert asker.put(path, body).json["destroyed"] is not opened
    assert asker.put(path, body).json["destroyed"] is not opened
    rows = anna.get("/register").json["rows"]
    assert [(row["case"], row["writer"]) for row in rows] == [(b64(case), b64(ASKER))] * 2
    assert entry["sealed"] in [row["sealed"] for row in rows]


def test_a_withdrawal_does_not_write_over_what_the_staff_wrote(world: World) -> None:
    case, mailbox = world.asked(world.anna)
    anna = world.signed_in(world.anna)
    assert anna.get(f"/cases/{b64(case)}").status_code == 200
    theirs = entry_of(world)
    assert anna.send(case, "feedback", world.anna.id, register=theirs).status_code == 201
    asker = world.asker(mailbox)
    assert asker.send(case, "withdraw", ASKER, register=entry_of(world)).status_code == 201
    assert [row["sealed"] for row in anna.get("/register/newest").json["rows"]] == [
        theirs["sealed"]
    ]


def test_the_asker_writes_to_the_register_with_nothing_else(world: World) -> None:
    case, mailbox = world.asked(world.anna)
    asker = world.asker(mailbox)
    for kind in ("reply", "thanks"):
        answer = asker.send(case, kind, ASKER, register=entry_of(world))
        assert answer.json["problem"] == "malformed"


def test_it_takes_a_withdrawn_question_from_its_mailbox_when_somebody_has_read_it(
    world: World,
) -> None:
    case, mailbox = world.asked(world.anna)
    anna = world.signed_in(world.anna)
    assert anna.get(f"/cases/{b64(case)}").status_code == 200
    asker = world.asker(mailbox)
    path, body = asker.message(case, "withdraw", ASKER)
    answer = asker.put(path, body).json
    assert (answer["state"], answer["destroyed"]) == ("withdrawn", False)
    assert asker.put(path, body).json == answer
    assert asker.get(f"/cases/{b64(case)}").status_code == 404
    assert anna.get(f"/cases/{b64(case)}").json["state"] == "withdrawn"
    assert anna.send(case, "reply", world.anna.id).status_code == 409


@pytest.mark.parametrize("kind", ["feedback", "reply", "final"])
def test_a_question_that_was_answered_was_read_whatever_the_browser_said(
    world: World, kind: str
) -> None:
    case, mailbox = world.asked(world.anna)
    anna, asker = world.signed_in(world.anna), world.asker(mailbox)
    assert anna.send(case, kind, world.anna.id).status_code in {200, 201}
    assert asker.send(case, "withdraw", ASKER).json["destroyed"] is False
    assert anna.get(f"/cases/{b64(case)}").status_code == 200


def test_it_ends_the_handling_when_a_coach_passes_on(world: World) -> None:
    case, mailbox = world.asked(world.anna)
    anna = world.signed_in(world.anna)
    answer = anna.send(case, "pass", world.anna.id).json
    assert (answer["state"], answer["closed_on"]) == ("passed", "2026-11-02")
    asker = world.asker(mailbox)
    assert asker.send(case, "reply", ASKER).json["problem"] == "closed"
    assert anna.send(case, "final", world.anna.id).json["problem"] == "closed"


def test_it_gives_the_same_answer_to_the_same_bytes_and_refuses_others(world: World) -> None:
    browser, case = world.browser(), os.urandom(16)
    body = browser.genesis(world.office, [world.anna], case, browser.mailbox())
    first, again = (browser.put(f"/cases/{b64(case)}", body) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json
    body["message"]["envelope"] = browser.genesis(world.office, [world.anna], case, None)[
        "message"
    ]["envelope"]
    assert browser.put(f"/cases/{b64(case)}", body).json["problem"] == "different"
