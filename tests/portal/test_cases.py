"""Rosters, epochs and messages by the server's rules."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from types import ModuleType

import pytest

from crypto.encoding import ARCHIVE, ASKER, b64
from portal.models.cases import Case
from portal.services.casework import answering, intake
from tests.portal.conftest import World
from tests.portal.fake import Browser, Member

People = list[tuple[bytes, str]]


def people(*members: Member) -> People:
    return [(ASKER, "asker"), (ARCHIVE, "archive"), *((m.id, m.role) for m in members)]


def keys(
    found: People, epochs: Iterable[int], *, old: Iterable[bytes] = ()
) -> list[tuple[bytes, int, str]]:
    """Case and notes keys of these epochs; `old` have the case key of epoch 0 already."""
    return [
        (who, epoch, purpose)
        for who, _ in found
        for epoch in epochs
        for purpose in ("case", "notes")
        if not (purpose == "notes" and who == ASKER)
        if not (purpose == "case" and epoch == 0 and who in old)
    ]


def assign(world: World, browser: Browser, case: bytes) -> None:
    """Roster 1: carla joins, the notes key is made."""
    found = people(world.anna, world.bram, world.carla)
    new = keys(found, [0], old=[ASKER, ARCHIVE, world.anna.id, world.bram.id])
    answer = browser.post(
        f"/cases/{b64(case)}/rosters", browser.roster(case, world.anna, 1, 0, found, new)
    )
    assert answer.status_code == 201, answer.json


def test_a_removal_begins_a_new_epoch_and_shuts_the_one_removed_out(world: World) -> None:
    case, _ = world.asked()
    anna, carla = world.signed_in(world.anna), world.signed_in(world.carla)
    assign(world, anna, case)
    assert carla.get(f"/cases/{b64(case)}").status_code == 200
    left = people(world.anna, world.bram)
    same = anna.roster(case, world.anna, 2, 0, left, [])
    assert anna.post(f"/cases/{b64(case)}/rosters", same).json["problem"] == "malformed"
    new = anna.roster(case, world.anna, 2, 1, left, keys(left, [1]))
    assert anna.post(f"/cases/{b64(case)}/rosters", new).status_code == 201
    assert anna.post(f"/cases/{b64(case)}/rosters", new).status_code == 200
    assert carla.get(f"/cases/{b64(case)}").status_code == 404
    stale = anna.send(case, "reply", world.anna.id, epoch=0)
    assert (stale.status_code, stale.json["epoch"], stale.json["roster"]) == (409, 1, 2)
    assert anna.send(case, "reply", world.anna.id, epoch=1).status_code == 201


def test_who_is_added_later_gets_the_keys_of_every_epoch(world: World) -> None:
    case, _ = world.asked()
    anna = world.signed_in(world.anna)
    assign(world, anna, case)
    left = people(world.anna, world.bram)
    new = anna.roster(case, world.anna, 2, 1, left, keys(left, [1]))
    assert anna.post(f"/cases/{b64(case)}/rosters", new).status_code == 201
    again = people(world.anna, world.bram, world.carla)
    own = keys([(world.carla.id, "coach")], [0, 1])
    short = anna.roster(case, world.anna, 3, 1, again, own[1:])
    assert anna.post(f"/cases/{b64(case)}/rosters", short).json["problem"] == "malformed"
    full = anna.roster(case, world.anna, 3, 1, again, own)
    assert anna.post(f"/cases/{b64(case)}/rosters", full).status_code == 201
    got = world.signed_in(world.carla).get(f"/cases/{b64(case)}").json["keys"]
    assert sorted((k["epoch"], k["purpose"]) for k in got) == [
        (0, "case"), (0, "notes"), (1, "case"), (1, "notes"),
    ]  # fmt: skip


def test_only_one_of_two_rosters_at_once_is_next(world: World) -> None:
    case, _ = world.asked()
    browsers = [(world.signed_in(m), m) for m in (world.anna, world.bram)]
    found = people(world.anna, world.bram)
    new = keys(found, [0], old=[who for who, _ in found])
    results: list[int] = []

    def work(browser: Browser, author: Member) -> None:
        body = browser.roster(case, author, 1, 0, found, new)
        results.append(browser.post(f"/cases/{b64(case)}/rosters", body).status_code)

    threads = [threading.Thread(target=work, args=pair) for pair in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [201, 409]


def test_two_people_who_write_at_once_both_arrive(world: World) -> None:
    case, mailbox = world.asked()
    writers = [(world.signed_in(world.anna), world.anna.id), (world.signed_in(world.bram), world.bram.id),
               (world.asker(mailbox), ASKER)]  # fmt: skip
    results: list[int] = []

    def work(browser: Browser, writer: bytes) -> None:
        results.extend(browser.send(case, "reply", writer).status_code for _ in range(5))

    threads = [threading.Thread(target=work, args=pair) for pair in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [201] * 15
    assert writers[0][0].get(f"/cases/{b64(case)}").json["count"] == 16


def test_the_same_question_sent_twice_at_once_is_one_question(world: World) -> None:
    browser, case = world.browser(), os.urandom(16)
    body = browser.genesis(world.office, [world.anna], case, browser.mailbox())
    answers: list[tuple[int, object]] = []

    def work() -> None:
        answer = world.browser().put(f"/cases/{b64(case)}", body)
        answers.append((answer.status_code, answer.json))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(status for status, _ in answers) == [200, 200, 200, 201]
    assert len({str(said) for _, said in answers}) == 1


def test_a_question_sealed_to_the_archive_key_of_before_is_sealed_anew(world: World) -> None:
    browser, case = world.browser(), os.urandom(16)
    before = browser.genesis(world.office, [world.anna], case, browser.mailbox())
    world.office.archive = {"id": b64(os.urandom(16)), "kem": b64(os.urandom(1_216)), "year": 2027}
    anna = world.signed_in(world.anna)
    assert anna.publish(world.office, world.anna).status_code == 201
    assert browser.put(f"/cases/{b64(case)}", before).json["problem"] == "conflict"
    after = before | {"archive": world.office.archive["id"]}
    assert browser.put(f"/cases/{b64(case)}", after).status_code == 201
    with world.context.database.read() as db:
        assert b64(db.get_one(Case, case).archive_key) == world.office.archive["id"]


def _twice(monkeypatch: pytest.MonkeyPatch, service: ModuleType) -> None:
    """Let the same come in once more just before it is stored."""
    store: Callable[..., object] = service._store

    def both(*wish: object) -> object:
        store(*wish)
        return store(*wish)

    monkeypatch.setattr(service, "_store", both)


def test_a_question_that_comes_in_while_its_double_is_checked_is_the_same_question(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, case = world.browser(), os.urandom(16)
    _twice(monkeypatch, intake)
    answer = browser.put(
        f"/cases/{b64(case)}", browser.genesis(world.office, [world.anna], case, browser.mailbox())
    )
    assert answer.status_code == 200, answer.json


def test_a_question_whose_double_makes_its_mailbox_meanwhile_is_the_same_question(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, case = world.browser(), os.urandom(16)
    body = browser.genesis(world.office, [world.anna], case, browser.mailbox())
    owner: Callable[..., bytes] = intake._owner
    statuses: list[int] = []

    def meanwhile(*asked: object) -> bytes:
        monkeypatch.undo()
        statuses.append(world.browser().put(f"/cases/{b64(case)}", body).status_code)
        return owner(*asked)

    monkeypatch.setattr(intake, "_owner", meanwhile)
    statuses.append(browser.put(f"/cases/{b64(case)}", body).status_code)
    assert statuses == [201, 200]


@pytest.mark.parametrize("kind", ["reply", "final", "close"])
def test_a_message_that_comes_in_while_its_double_is_checked_is_the_same_message(
    world: World, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    case, _ = world.asked()
    anna = world.signed_in(world.anna)
    assert anna.send(case, "feedback", world.anna.id).status_code == 201
    _twice(monkeypatch, answering)
    assert anna.send(case, kind, world.anna.id).status_code == 200
    assert anna.get(f"/cases/{b64(case)}").json["count"] == 3


def test_a_withdrawal_that_comes_in_while_its_double_is_checked_is_the_same_withdrawal(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    _twice(monkeypatch, answering)
    answer = asker.send(case, "withdraw", ASKER)
    assert (answer.status_code, answer.json["destroyed"]) == (200, True)


def test_a_coach_routes_nothing_and_closes_nothing(world: World) -> None:
    case, _ = world.asked()
    assign(world, world.signed_in(world.anna), case)
    carla = world.signed_in(world.carla)
    found = people(world.anna, world.bram, world.carla)
    body = carla.roster(case, world.carla, 2, 0, found, [])
    assert carla.post(f"/cases/{b64(case)}/rosters", body).status_code == 403
    assert carla.send(case, "close", world.carla.id).status_code == 400
    assert carla.send(case, "triage", world.carla.id).status_code == 400


def test_stepping_aside_blocks_at_once_and_is_acknowledged_twice(world: World) -> None:
    case, _ = world.asked()
    anna = world.signed_in(world.anna)
    assign(world, anna, case)
    carla = world.signed_in(world.carla)
    path, body = carla.message(case, "recuse", world.carla.id)
    assert [carla.put(path, body).status_code for _ in range(2)] == [201, 200]
    assert carla.get(f"/cases/{b64(case)}").status_code == 404
    assert carla.get("/queue").json["cases"] == []
    shown = {p["id"]: p["active"] for p in anna.get(f"/cases/{b64(case)}").json["participants"]}
    assert shown[b64(world.carla.id)] is False
    assert shown[b64(world.anna.id)] is True


def test_a_facilitator_does_not_step_aside(world: World) -> None:
    case, _ = world.asked()
    anna = world.signed_in(world.anna)
    assert anna.send(case, "recuse", world.anna.id).status_code == 400


def test_notes_wait_for_the_notes_key_and_have_no_pages(world: World) -> None:
    case, _ = world.asked()
    anna = world.signed_in(world.anna)
    assert anna.send(case, "note", world.anna.id).json["problem"] == "conflict"
    assign(world, anna, case)
    page = anna.stage(case, world.anna.id)
    assert anna.send(case, "note", world.anna.id, pages=[page]).json["problem"] == "malformed"
    assert anna.send(case, "note", world.anna.id).status_code == 201


@pytest.mark.parametrize(
    ("acts", "state", "waits_for"),
    [
        (["feedback"], "answering", "staff"),
        (["reply"], "answering", "asker"),
        (["final"], "answered", None),
        (["feedback", "final", "close"], "closed", None),
        (["pass", "close"], "passed", None),
    ],
)
def test_each_act_leaves_the_case_where_it_should(
    world: World, acts: list[str], state: str, waits_for: str | None
) -> None:
    case, _ = world.asked()
    anna = world.signed_in(world.anna)
    answer = {}
    for act in acts:
        answer = anna.send(case, act, world.anna.id).json
    assert (answer["state"], answer["waits_for"]) == (state, waits_for)


def test_no_question_is_closed_without_a_word(world: World) -> None:
    """The server can't see whether a closing carries a text: feedback or an answer comes first."""
    case, _ = world.asked()
    anna = world.signed_in(world.anna)
    refused = anna.send(case, "close", world.anna.id)
    assert (refused.status_code, refused.json["problem"]) == (409, "not-yet")
    seen = anna.get(f"/cases/{b64(case)}").json
    assert (seen["closed_on"], seen["messages"][1:]) == (None, [])
    for kind in ("feedback", "close"):
        assert anna.send(case, kind, world.anna.id).status_code == 201


@pytest.mark.parametrize(("ends", "state"), [("final", "answered"), ("close", "closed")])
def test_thanks_reopen_nothing_and_wait_for_nobody(world: World, ends: str, state: str) -> None:
    case, mailbox = world.asked()
    anna = world.signed_in(world.anna)
    for kind in ("feedback", ends):
        anna.send(case, kind, world.anna.id)
    asker = world.asker(mailbox)
    before = asker.get("/mailbox").json["cases"][0]
    thanked = asker.send(case, "thanks", ASKER).json
    assert (thanked["state"], thanked["waits_for"]) == (state, None)
    assert thanked["closed_on"] == before["closed_on"]
    assert thanked["messages"] == before["messages"] + 1


def test_thanks_are_the_askers_and_not_for_what_was_passed_on(world: World) -> None:
    case, mailbox = world.asked()
    anna = world.signed_in(world.anna)
    assert anna.send(case, "thanks", world.anna.id).status_code == 400
    anna.send(case, "pass", world.anna.id)
    assert world.asker(mailbox).send(case, "thanks", ASKER).json["problem"] == "closed"


def test_the_asker_reopens_what_was_closed_and_not_what_was_passed_on(world: World) -> None:
    case, mailbox = world.asked()
    anna = world.signed_in(world.anna)
    for kind in ("feedback", "close"):
        anna.send(case, kind, world.anna.id)
    assert anna.send(case, "reply", world.anna.id).json["problem"] == "closed"
    reopened = world.asker(mailbox).send(case, "reply", ASKER).json
    assert (reopened["state"], reopened["closed_on"]) == ("answering", None)


def test_every_staff_action_stands_in_the_case_s_journal(world: World) -> None:
    case, _ = world.asked()
    anna = world.signed_in(world.anna)
    anna.get(f"/cases/{b64(case)}")
    assign(world, anna, case)
    anna.send(case, "feedback", world.anna.id)
    anna.send(case, "triage", world.anna.id)
    from crypto.encoding import from_b64  # noqa: PLC0415 - only here
    from crypto.journal import verify  # noqa: PLC0415 - only here

    found = anna.get(f"/journal?case={b64(case)}").json
    lines = verify(from_b64(line) for line in found["lines"])
    assert [line.action for line in lines] == ["open", "assign", "notes", "feedback", "triage"]
    assert b64(lines[-1].hash) == found["head"]
    carla = world.signed_in(world.carla)
    assert carla.get(f"/journal?case={b64(case)}").status_code == 200
    assert carla.get("/journal").status_code == 403


def test_the_register_goes_to_facilitators_in_the_order_of_days_alone(world: World) -> None:
    first, _ = world.asked()
    second, _ = world.asked()
    anna = world.signed_in(world.anna)
    entry = {"key": world.office.register["id"], "sealed": b64(os.urandom(2_160))}
    assert anna.send(first, "feedback", world.anna.id, register=entry).status_code == 201
    rows = anna.get("/register?from=20261102").json["rows"]
    assert [(row["case"], row["number"]) for row in rows] == sorted(
        [(b64(first), 0), (b64(first), 1), (b64(second), 0)], key=lambda one: (_raw(one[0]), one[1])
    )
    assert {row["row"] for row in rows} == {20261102}
    assert anna.get("/register?from=20261103").json["rows"] == []
    mine = {one["case"]: one["register"]["number"] for one in anna.get("/queue").json["cases"]}
    assert mine == {b64(first): 1, b64(second): 0}


def _raw(text: str) -> bytes:
    from crypto.encoding import from_b64  # noqa: PLC0415 - only here

    return from_b64(text)


def test_the_queue_can_leave_the_keys_out(world: World) -> None:
    world.asked()
    anna = world.signed_in(world.anna)
    assert anna.get("/queue").json["cases"][0]["mine"]["keys"]
    (bare,) = anna.get("/queue?keys=false").json["cases"]
    assert (bare["mine"]["keys"], bare["register"]) == ([], None)
    (newest,) = anna.get("/register/newest").json["rows"]
    assert newest["case"] == bare["case"]


def test_putting_keys_in_order_does_not_open_a_case(world: World) -> None:
    case, mailbox = world.asked()
    anna = world.signed_in(world.anna)
    assert anna.get(f"/cases/{b64(case)}?unseen=true").status_code == 200
    assert world.asker(mailbox).get(f"/cases/{b64(case)}").json["opened"] is False
    assert anna.get(f"/cases/{b64(case)}").status_code == 200
    assert world.asker(mailbox).get(f"/cases/{b64(case)}").json["opened"] is True


def test_a_coach_who_fetches_a_case_has_opened_it_whatever_they_say(world: World) -> None:
    case, mailbox = world.asked()
    assign(world, world.signed_in(world.anna), case)
    with world.context.database.write() as db:
        db.get_one(Case, case).opened = False
    carla = world.signed_in(world.carla)
    assert carla.get(f"/cases/{b64(case)}?unseen=true").status_code == 200
    assert world.asker(mailbox).get(f"/cases/{b64(case)}").json["opened"] is True
