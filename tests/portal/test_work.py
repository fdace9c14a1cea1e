"""The proof of work: nothing asked while it is quiet, a price that grows, each proof good for one thing."""

from __future__ import annotations

import os
from typing import Any

import pytest

from crypto.encoding import b64, from_b64
from portal.config import from_table
from portal.errors import BadSettings
from portal.services.doors import access, gates, pace, work
from portal.services.doors.work import Asked, Stamp, WorkNeeded
from tests.portal.conftest import World
from tests.portal.fake import Browser, envelope
from tests.portal.working import miss, patiently, solve

HEADER = "Adviespunt-Work"


def drain(world: World, bucket: str, allowed: tuple[float, float], to: float = 1) -> None:
    """Leave so much in a bucket, as a flood does."""
    while pace.look(world.context, bucket, allowed).load < to:
        pace.take_token(world.context, bucket, allowed)


@pytest.fixture
def busy(world: World) -> World:
    """A portal half of whose measure for new questions is gone."""
    drain(world, "new cases", world.context.settings.pace.new_cases, 0.05)
    return world


def a_question(world: World, browser: Browser) -> tuple[str, dict[str, Any]]:
    case = os.urandom(16)
    body = browser.genesis(world.office, (world.anna, world.bram), case, browser.mailbox())
    return f"/cases/{b64(case)}", body


def test_while_it_is_quiet_no_work_is_asked(world: World) -> None:
    browser = world.browser()
    assert browser.put(*a_question(world, browser)).status_code == 201


def test_when_it_is_busy_a_question_gets_in_with_work_and_not_without(busy: World) -> None:
    browser = busy.browser()
    path, body = a_question(busy, browser)
    refused = browser.put(path, body)
    assert (refused.status_code, refused.json["problem"]) == (429, "work")
    assert refused.json["work"]["effort"] >= 1
    assert patiently(browser, "PUT", path, body).status_code == 201


def test_an_answer_that_took_no_effort_opens_nothing(world: World) -> None:
    drain(world, "new cases", world.context.settings.pace.new_cases, 0.5)
    browser = world.browser()
    path, body = a_question(world, browser)
    asked = browser.put(path, body).json["work"]
    refused = browser.call("PUT", path, body, **{HEADER: miss(asked)})
    assert (refused.status_code, refused.json["problem"]) == (429, "work")
    assert browser.get(path).status_code != 200


def test_a_refused_question_takes_nothing_out_of_the_bucket(busy: World) -> None:
    gate = gates.new_cases(busy.context)
    before = gate.load
    browser = busy.browser()
    for _ in range(20):
        assert browser.put(*a_question(busy, browser)).status_code == 429
    assert gate.load == before


def test_the_price_grows_with_the_load_and_has_an_end(world: World) -> None:
    most = world.context.settings.pace.most_effort
    asked = [work.effort_at(world.context, load) for load in (0, 0.001, 0.25, 0.5, 1)]
    assert asked == [0, 1, most // 4, most // 2, most]


def test_an_asker_with_a_mailbox_is_asked_for_no_work(world: World) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    for gate in gates.all_of(world.context):
        drain(world, gate.bucket, gate.allowed)
    assert asker.send(case, "reply", bytes(16)).status_code == 201
    another = os.urandom(16)
    staged = asker.stage(another)
    question = asker.genesis(world.office, (world.anna, world.bram), another, None, [staged])
    assert asker.put(f"/cases/{b64(another)}", question).status_code == 201


def test_one_proof_covers_the_pages_of_its_question_and_sending_again(busy: World) -> None:
    pages = busy.context.settings.pace.pages
    drain(busy, "pages", pages, 0.01)
    browser, case = busy.browser(), os.urandom(16)
    headers = [browser.header("page", bytes(16), case=case) for _ in range(3)]
    paths = [f"/cases/{b64(case)}/pages/{b64(one.id)}" for one in headers]
    bytes_of = [envelope(one, 70_000) for one in headers]
    assert patiently(browser, "PUT", paths[0], bytes_of[0]).status_code == 201
    assert browser.put(paths[1], bytes_of[1]).status_code == 201
    assert browser.put(paths[2], bytes_of[2]).status_code == 201
    people, ids = (busy.anna, busy.bram), [one.id for one in headers]
    body = browser.genesis(busy.office, people, case, browser.mailbox(), ids)
    assert browser.put(f"/cases/{b64(case)}", body).status_code == 201
    assert browser.put(f"/cases/{b64(case)}", body).status_code == 200


def test_a_permit_ends_so_that_one_proof_does_not_empty_a_bucket(busy: World) -> None:
    asked = Asked("question", os.urandom(16))
    stamp = stamp_for(busy, asked)
    work.require(busy.context, asked, 0.5, stamp)
    for _ in range(work.PERMIT_USES):
        work.require(busy.context, asked, 0.5, None)
    with pytest.raises(WorkNeeded):
        work.require(busy.context, asked, 0.5, None)


def stamp_for(world: World, asked: Asked, load: float = 0.01) -> Stamp:
    with pytest.raises(WorkNeeded) as needed:
        work.require(world.context, asked, load, None)
    given = {"challenge": b64(needed.value.challenge), "effort": needed.value.effort}
    challenge, _, nonce = solve(given).partition(".")
    return Stamp(from_b64(challenge), from_b64(nonce))


def refuses(world: World, asked: Asked, stamp: Stamp, load: float = 0.5) -> bool:
    try:
        work.require(world.context, asked, load, stamp)
    except WorkNeeded:
        return True
    return False


def test_a_proof_is_good_once(world: World) -> None:
    asked = Asked("cleaning")
    stamp = stamp_for(world, asked)
    assert not refuses(world, asked, stamp)
    assert refuses(world, asked, stamp)


def test_a_proof_for_one_thing_is_no_good_for_another(world: World) -> None:
    one, other = os.urandom(16), os.urandom(16)
    assert refuses(world, Asked("word"), stamp_for(world, Asked("cleaning")))
    assert refuses(world, Asked("question", other), stamp_for(world, Asked("question", one)))
    assert refuses(world, Asked("question", one), stamp_for(world, Asked("cleaning")))


def test_a_proof_that_comes_late_is_no_good(world: World) -> None:
    stamp = stamp_for(world, Asked("word"))
    world.clock.later(work.GOOD_SECONDS + 1)
    assert refuses(world, Asked("word"), stamp)


def test_the_price_that_was_asked_holds_when_it_gets_busier(world: World) -> None:
    stamp = stamp_for(world, Asked("word"), load=0.01)
    assert not refuses(world, Asked("word"), stamp, load=1)


def _asked_at(world: World, asked: Asked, load: float) -> Stamp:
    """A challenge at this load, answered by anything: without `spend` only the challenge is looked at."""
    with pytest.raises(WorkNeeded) as needed:
        work.require(world.context, asked, load, None)
    return Stamp(needed.value.challenge, bytes(8))


def test_challenges_gathered_while_they_are_cheap_end_before_they_are_dear(world: World) -> None:
    cheap = _asked_at(world, Asked("word"), 0.01)
    dear = _asked_at(world, Asked("word"), 1)
    world.clock.later(work.GOOD_SECONDS * work.LEAST_PART + 1)
    work.require(world.context, Asked("word"), 1, dear, spend=False)
    with pytest.raises(WorkNeeded):
        work.require(world.context, Asked("word"), 1, cheap, spend=False)


def test_permits_gathered_while_they_are_cheap_end_before_they_are_dear(world: World) -> None:
    # A question that is refused for another reason takes nothing out of the bucket: without an end
    # of their own such permits would be as many as somebody cares to send.
    cheap, dear = Asked("question", os.urandom(16)), Asked("question", os.urandom(16))
    work.require(world.context, cheap, 0.01, stamp_for(world, cheap, 0.01))
    work.require(world.context, dear, 0.5, stamp_for(world, dear, 0.5))
    world.clock.later(work.PERMIT_SECONDS * work.LEAST_PART + 1)
    assert not refuses(world, dear, Stamp(b"", b""), 1)
    assert refuses(world, cheap, Stamp(b"", b""), 1)


def test_a_challenge_changed_in_any_bit_is_no_good(world: World) -> None:
    challenge = stamp_for(world, Asked("word")).challenge
    for place in range(len(challenge) * 8):
        changed = bytearray(challenge)
        changed[place // 8] ^= 1 << place % 8
        stamp = Stamp(bytes(changed), bytes(8))
        # Without `spend` only the challenge is looked at.
        with pytest.raises(WorkNeeded):
            work.require(world.context, Asked("word"), 0.5, stamp, spend=False)
    work.require(world.context, Asked("word"), 0.5, Stamp(challenge, bytes(8)), spend=False)


def test_nonsense_in_the_header_is_as_nothing(busy: World) -> None:
    browser = busy.browser()
    path, body = a_question(busy, browser)
    for value in (
        "x",
        ".",
        "AAAA.AAAA",
        "a" * 3_000,
        "=.=",
        f"{b64(os.urandom(61))}.{b64(bytes(8))}",
    ):
        answer = browser.call("PUT", path, body, **{HEADER: value})
        assert answer.json["problem"] == "work"


def test_a_wrong_answer_makes_the_server_compute_once(
    busy: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[bytes] = []

    def watch(_challenge: work.Challenge, nonce: bytes) -> bool:
        computed.append(nonce)
        return False

    monkeypatch.setattr(work, "solves", watch)
    browser = busy.browser()
    path, body = a_question(busy, browser)
    given = browser.put(path, body).json["work"]["challenge"]
    for nonce in (bytes(8), bytes(8), os.urandom(8)):
        browser.call("PUT", path, body, **{HEADER: f"{given}.{b64(nonce)}"})
    assert len(computed) == 1


def test_who_did_the_work_while_nothing_is_left_keeps_it_until_there_is(world: World) -> None:
    allowed = world.context.settings.pace.new_cases
    browser = world.browser()
    path, body = a_question(world, browser)
    drain(world, "new cases", allowed, 0.01)
    stamp = solve(browser.put(path, body).json["work"])
    drain(world, "new cases", allowed)
    answers = [browser.call("PUT", path, body, **{HEADER: stamp}).json for _ in range(3)]
    assert {answer["problem"] for answer in answers} == {"throttled"}
    world.clock.later(answers[0]["seconds"])
    assert browser.call("PUT", path, body, **{HEADER: stamp}).status_code == 201


def test_who_has_done_no_work_is_asked_for_it_while_nothing_is_left(world: World) -> None:
    drain(world, "new cases", world.context.settings.pace.new_cases)
    browser = world.browser()
    answer = browser.put(*a_question(world, browser))
    assert answer.json["work"]["effort"] == world.context.settings.pace.most_effort


def test_guessing_the_word_costs_work_and_knowing_it_always_opens(world: World) -> None:
    access.choose(world.context, "blauwe merel")
    browser = world.browser()
    wrong = [browser.post("/access", {"word": f"gok nummer {n}"}) for n in range(20)]
    assert wrong[-1].json["problem"] == "work"
    assert wrong[0].json["problem"] == "wrong-word"
    paid = patiently(browser, "POST", "/access", {"word": "nog een gok"})
    assert paid.json["problem"] == "wrong-word"
    assert patiently(browser, "POST", "/access", {"word": "Blauwe merel"}).status_code == 200


def test_settings_have_bounds(world: World) -> None:
    data = world.context.settings.data
    for name, value in (
        ("most_effort", 0), ("most_effort", 5_000), ("most_effort", True), ("quiet_percent", 0),
        ("most_wait_seconds", 1), ("new_cases", [0, 1]), ("new_cases", [1]), ("new_cases", 7),
        ("cleaning", ["60", 30]),
    ):  # fmt: skip
        with pytest.raises(BadSettings, match=name):
            from_table(data, {"pace": {name: value}})
    read = from_table(data, {"pace": {"most_effort": 10, "new_cases": [30, 6]}})
    assert (read.pace.most_effort, read.pace.new_cases) == (10, (30, 6))
    assert read.pace.quiet_percent == 75
