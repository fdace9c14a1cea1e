"""Every answer to a log-in attempt has one length and one time."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
from flask import Response, jsonify
from flask.wrappers import Response as Flasks

from crypto.encoding import b64
from portal.web import even
from tests.portal.authenticator import Authenticator
from tests.portal.conftest import World
from tests.portal.fake import Browser, Member
from tests.portal.test_passkeys import add, challenge, enter


def staff_answers(world: World) -> list[Any]:
    """One for everything that can come of it, the right ones among them."""
    made = Authenticator()
    carla = world.signed_in(world.carla)
    assert add(carla, made).status_code == 201
    code = b64(os.urandom(32))
    path = f"/staff/members/{b64(world.bram.id)}/second-factor"
    assert world.signed_in(world.anna).post(path, {"code_hash": code}).status_code == 200
    at, browser, nobody = world.clock.later(30), world.browser(), Member("Niemand", "coach")
    return [
        enter(browser, nobody, code="000000"),
        enter(browser, nobody, passkey=made.answer(challenge(browser))),
        enter(browser, world.carla, code="000000"),
        enter(browser, world.carla, passkey=Authenticator().answer(challenge(browser))),
        enter(browser, world.carla),
        enter(world.browser(), world.anna, code=world.anna.code(at)),
        enter(world.browser(), world.carla, passkey=made.answer(challenge(browser))),
        enter(world.browser(), world.bram, code=code),
        *(enter(browser, nobody, code="000000") for _ in range(6)),
    ]


def mailbox_answers(world: World) -> list[Any]:
    _, mailbox = world.asked()
    right = {"locator": mailbox["locator"], "login": mailbox["login"]}
    tries = [
        right,
        right | {"login": b64(os.urandom(32))},
        right | {"locator": b64(os.urandom(32))},
        {},
    ]
    return [world.browser().post("/mailbox/session", body) for body in tries]


def lengths(answers: list[Any]) -> set[int]:
    return {even.weight(answer) for answer in answers}


def test_every_answer_to_a_member_has_one_length(world: World) -> None:
    answers = staff_answers(world)
    assert {answer.status_code for answer in answers} == {200, 403, 404, 422, 429}
    assert lengths(answers) == {even.API.length}


def test_every_answer_to_an_asker_has_one_length(world: World) -> None:
    answers = mailbox_answers(world)
    assert {answer.status_code for answer in answers} == {200, 404, 422}
    assert lengths(answers) == {even.API.length}


def test_every_attempt_waits_once_and_last(world: World) -> None:
    world.clock.waited.clear()
    looked_at = [one for one in mailbox_answers(world) if one.status_code in {200, 404}]
    step = world.context.settings.login_step_seconds
    assert len(world.clock.waited) == len(looked_at)
    assert all(0 < seconds <= step for seconds in world.clock.waited)


def test_nothing_else_waits_or_is_filled_up(world: World) -> None:
    browser = world.browser()
    world.clock.waited.clear()
    answer = browser.post("/staff/challenge", {})
    assert "padding" not in answer.json
    assert world.clock.waited == []


def test_an_attempt_that_makes_the_server_fail_is_no_shorter(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError

    monkeypatch.setitem(world.app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(world.app.view_functions, "mailbox.enter", lambda **_: fail())
    answer = Browser(world.app.test_client(), world.context.portal).post("/mailbox/session", {})
    assert (answer.status_code, even.weight(answer)) == (500, even.API.length)


@pytest.mark.parametrize("size", [0, 1, 9_000, 9_984, 9_985, 9_986, 10_000, 99_985])
def test_any_answer_is_filled_up_to_a_whole_length(world: World, size: int) -> None:
    with world.app.app_context():
        told: Flasks = jsonify(text="x" * size)
    for response in (told, Response("<p>" + "x" * size, content_type="text/html")):
        before = response.get_data(as_text=True)
        even.fill(response, 1_024)
        assert even.weight(response) % 1_024 == 0
        assert even.weight(response) < even.weight(Response(before)) + 2 * 1_024
    assert json.loads(told.get_data())["text"] == "x" * size


def test_a_length_that_no_answer_can_have_is_passed_over() -> None:
    """With 9,999 bytes it is one too short, with 10,000 one too long."""
    response = Response("x", content_type="text/html")
    response.set_data("x" * 9_999)
    head = even.weight(response) - 9_999
    response.set_data("x")
    even.fill(response, head + 10_000)
    assert even.weight(response) == 2 * (head + 10_000)
