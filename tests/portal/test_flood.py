"""A flood, as a flood comes: it slows new questions down, and keeps neither staff nor anybody who was here out."""

from __future__ import annotations

import http.client
import json
import math
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from typing import Any

import pytest
from sqlalchemy import func, select

from crypto.encoding import b64
from portal.models.keyring import Key
from portal.services.doors import gates, pace
from tests.portal.conftest import World
from tests.portal.fake import Browser
from tests.portal.serving import Served, call_on, serving
from tests.portal.working import patiently, solve
from tests.uploads import padded

FLOOD = 200
# A small measure, so that a test's flood is as large beside it as a real one beside the usual measure.
SMALL = "[pace]\nnew_cases = [40, 1]\ncleaning = [20, 1]\npages = [40, 1]\nmost_effort = 16\n"


def a_question(world: World, browser: Browser) -> tuple[str, dict[str, Any]]:
    case = os.urandom(16)
    body = browser.genesis(world.office, (world.anna, world.bram), case, browser.mailbox())
    return f"/cases/{b64(case)}", body


def flood(world: World) -> dict[str, list[int]]:
    """Questions, files, pages, words and sign-ins by somebody who does no work and waits for nothing."""
    browser = world.browser()
    got: dict[str, list[int]] = {"questions": [], "files": [], "sign-ins": [], "staff": []}
    wrong = {"locator": b64(os.urandom(32)), "login": b64(os.urandom(32))}
    for _ in range(FLOOD):
        got["questions"].append(browser.put(*a_question(world, browser)).status_code)
        got["files"].append(browser.post("/clean", padded(b"")).status_code)
        got["sign-ins"].append(browser.post("/mailbox/session", wrong).status_code)
        got["staff"].append(browser.post("/staff/session", {**wrong, "code": "000000"}).status_code)
    return got


def test_a_flood_slows_new_questions_and_keeps_nobody_else_out(world: World) -> None:
    case, mailbox = world.asked()
    anna = world.signed_in(world.anna)
    got = flood(world)
    assert {name: answers[-1] for name, answers in got.items()} == {
        "questions": 429, "files": 429, "sign-ins": 429, "staff": 429,
    }  # fmt: skip
    # Staff who are in work on, and others come in.
    assert anna.get(f"/cases/{b64(case)}").status_code == 200
    assert anna.get("/directory").status_code == 200
    assert world.signed_in(world.bram).get(f"/cases/{b64(case)}").status_code == 200
    # Whoever was here signs in, reads, replies, and asks again.
    asker = world.asker(mailbox)
    assert asker.get(f"/cases/{b64(case)}").status_code == 200
    assert asker.send(case, "reply", bytes(16)).status_code == 201
    another = os.urandom(16)
    question = asker.genesis(
        world.office, (world.anna, world.bram), another, None, [asker.stage(another)]
    )
    assert asker.put(f"/cases/{b64(another)}", question).status_code == 201


def test_a_flood_without_work_leaves_room_for_who_does_it(world: World) -> None:
    flood(world)
    assert gates.new_cases(world.context).load < 0.1  # what was refused took nothing
    for _ in range(3):
        browser = world.browser()
        answer = patiently(browser, "PUT", *a_question(world, browser))
        assert answer.status_code == 201
    cleaned = patiently(world.browser(), "POST", "/clean", padded(b"een regel tekst\n"))
    assert cleaned.status_code == 200


def test_a_flood_that_does_the_work_too_keeps_a_patient_asker_out_for_minutes_at_most(
    world: World,
) -> None:
    gate = gates.new_cases(world.context)
    browser = world.browser()
    path, body = a_question(world, browser)
    while gate.load < 0.02:
        gate.count()
    stamp = solve(browser.put(path, body).json["work"])
    waited = 0.0
    for turn in range(100):
        # The flood is faster than the asker nine times of ten.
        while gate.seconds_to_token == 0 and turn % 10 != 9:
            gate.count()
        answer = browser.call("PUT", path, body, **{"Adviespunt-Work": stamp})
        if answer.status_code == 201:
            assert waited < 120
            return
        assert answer.json["problem"] == "throttled"
        waited += answer.json["seconds"]
        world.clock.later(answer.json["seconds"])
    pytest.fail("never let in")


def connected(served: Served) -> closing[http.client.HTTPConnection]:
    return closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=60))


@contextmanager
def a_flood_over_the_wire(served: Served, world: World) -> Iterator[Callable[[], float]]:
    """Eight clients that ask, send files and guess without end; gives how many calls they made."""
    ended, counts = threading.Event(), [0] * 8

    def client(number: int) -> None:
        browser = world.browser()
        wrong = {"locator": b64(os.urandom(32)), "login": b64(os.urandom(32))}
        while not ended.is_set():
            for method, path, body in (
                ("PUT", *a_question(world, browser)),
                ("POST", "/clean", padded(os.urandom(20_000))),
                ("POST", "/mailbox/session", wrong),
            ):
                # A refusal may come, and the line be closed, before a file has left.
                with connected(served) as line, suppress(OSError):
                    call_on(line, method, path, body)
                counts[number] += 1

    with ThreadPoolExecutor(8) as pool:
        running = [pool.submit(client, number) for number in range(8)]
        try:
            yield lambda: sum(counts) if not any(map(Future.done, running)) else math.inf
        finally:
            ended.set()
            for one in running:
                one.result()


def until(condition: Callable[[], bool]) -> None:
    while not condition():
        time.sleep(0.05)


def test_as_it_really_runs_a_flood_keeps_neither_staff_nor_who_was_here_out(
    world: World, free_port: int
) -> None:
    case, mailbox = world.asked()
    folder = world.serve_at(free_port)
    with (folder / "portal.toml").open("a") as settings:
        settings.write(SMALL)
    credentials = {"locator": mailbox["locator"], "login": mailbox["login"]}
    with serving(folder, free_port) as served, a_flood_over_the_wire(served, world) as answers:
        until(lambda: answers() >= 400)
        for _ in range(5):
            with connected(served) as line:
                status, cookie = _entered(line, "/mailbox/session", credentials)
                assert status == 200
                assert call_on(line, "GET", f"/cases/{b64(case)}", None, cookie)[0] == 200
        with connected(served) as line:
            anna, code = world.anna, world.anna.code(time.time())
            body = {"locator": b64(anna.locator), "login": b64(anna.login), "code": code}
            status, cookie = _entered(line, "/staff/session", body)
            assert status == 200
            assert call_on(line, "GET", f"/cases/{b64(case)}", None, cookie)[0] == 200
        assert _asked_patiently(served, world) == 201


def _entered(line: http.client.HTTPConnection, path: str, body: object) -> tuple[int, str]:
    """Signed in, with the work that is asked for when many try."""
    status, told, cookie = call_on(line, "POST", path, body)
    if status == 429 and json.loads(told)["problem"] == "work":
        stamp = {"Adviespunt-Work": solve(json.loads(told)["work"])}
        status, _, cookie = call_on(line, "POST", path, body, cookie, stamp)
    return status, cookie


def _asked_patiently(served: Served, world: World) -> int:
    """A new asker who does what the portal asks for, for as long as it takes."""
    path, body = a_question(world, world.browser())
    headers: dict[str, str] = {}
    with connected(served) as line:
        for _ in range(60):
            sent = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/json", **headers}
            line.request("PUT", f"/api/v1{path}", json.dumps(body).encode(), sent)
            answer = line.getresponse()
            told = json.loads(answer.read())
            if answer.status != 429:
                return answer.status
            if told["problem"] == "work":
                headers = {"Adviespunt-Work": solve(told["work"])}
            else:
                time.sleep(min(told["seconds"], 5))
    pytest.fail("never let in")


def test_a_mailbox_for_each_question_is_measured_like_any_strangers(world: World) -> None:
    """Who is signed in and brings a new mailbox each time gets no fresh measure with each."""
    _, mailbox = world.asked()
    asker, before = world.asker(mailbox), level(world)
    for asked in range(1, 4):
        path, body = a_question(world, asker)
        assert asker.put(path, body).status_code == 201
        assert level(world) == before - asked
        asker = world.asker(body["mailbox"])


def test_what_is_refused_leaves_no_key_behind(world: World) -> None:
    path, good = a_question(world, world.browser())
    elsewhere = {"key": b64(os.urandom(16)), "sealed": good["register"]["sealed"]}
    for wrong in (
        {"archive": b64(os.urandom(16))},
        {"register": elsewhere},
        {"pages": [b64(os.urandom(16))]},
    ):
        before = keys(world)
        assert world.browser().put(path, {**good, **wrong}).status_code == 409
        assert keys(world) == before
    assert world.browser().put(path, good).status_code == 201


def test_asking_whether_somebody_chose_these_words_costs_as_much_as_a_question(
    world: World,
) -> None:
    path, body = a_question(world, world.browser())
    assert world.browser().put(path, body).status_code == 201
    before = level(world)
    guess, other = a_question(world, world.browser())
    other["mailbox"]["locator"] = body["mailbox"]["locator"]
    wrong_archive = {**other, "archive": b64(os.urandom(16))}
    # Nothing of the guess shows where the rest is wrong, and where it is right it is counted.
    assert world.browser().put(guess, wrong_archive).json["problem"] == "conflict"
    assert level(world) == before
    assert world.browser().put(guess, other).json["problem"] == "mailbox-exists"
    assert level(world) == before - 1


def level(world: World) -> float:
    gate = gates.new_cases(world.context)
    return pace.look(world.context, gate.bucket, gate.allowed).level


def keys(world: World) -> int:
    with world.context.keyring.read() as keyring:
        return keyring.scalar(select(func.count()).select_from(Key)) or 0


def test_one_question_grows_no_larger_than_can_be_read_at_once(world: World) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    limits = world.context.settings.limits
    usual = limits.asker_bytes_a_case
    object.__setattr__(limits, "asker_bytes_a_case", 12_000)
    try:
        sent = [asker.send(case, "reply", bytes(16)) for _ in range(12)]
    finally:
        object.__setattr__(limits, "asker_bytes_a_case", usual)
    assert sent[0].status_code == 201
    assert (sent[-1].status_code, sent[-1].json["problem"]) == (413, "limits")
    # Whoever works on it still answers, and its asker still withdraws it.
    assert asker.get(f"/cases/{b64(case)}").status_code == 200
    assert asker.send(case, "withdraw", bytes(16)).status_code in {200, 201}
