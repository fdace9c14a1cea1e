"""The access word: nothing can be asked before it, whoever was here before needs none."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from crypto.encoding import b64, from_b64
from portal.services.doors import access
from tests.portal.conftest import World
from tests.portal.fake import Browser
from tests.portal.test_commands import run
from tests.uploads import padded

WORD = "blauwe merel"
NEW = "groene specht"


class Holder(Browser):
    """A browser whose asker has given the word."""

    given: str | None = None

    def call(self, method: str, path: str, body: object = None, **headers: str) -> object:
        if self.given is not None:
            headers["Adviespunt-Pass"] = self.given
        return super().call(method, path, body, **headers)


@pytest.fixture
def guarded(world: World) -> World:
    """A portal that asks for a word, with one question from before it did."""
    access.choose(world.context, WORD)
    return world


def holder(world: World, word: str = WORD) -> Holder:
    found = Holder(world.app.test_client(), world.context.portal)
    found.given = found.post("/access", {"word": word}).json["pass"]
    return found


def question(world: World, browser: Browser, mailbox: object = None) -> tuple[str, object]:
    case = os.urandom(16)
    body = browser.genesis(world.office, (world.anna, world.bram), case, mailbox)
    return f"/cases/{b64(case)}", body


def test_nothing_can_be_asked_cleaned_or_put_down_before_the_word(guarded: World) -> None:
    browser = guarded.browser()
    page = f"/cases/{b64(os.urandom(16))}/pages/{b64(os.urandom(16))}"
    refused = [
        browser.put(*question(guarded, browser, browser.mailbox())),
        browser.put(page, b"page"),
        browser.post("/clean", padded(b"file")),
        browser.get("/directory"),
        browser.get("/directory/1"),
    ]
    assert [(a.status_code, a.json["problem"]) for a in refused] == [(403, "word")] * 5


def test_what_the_organisation_says_of_itself_is_there_before_the_word(guarded: World) -> None:
    told = guarded.browser().get("/organisation").json
    assert told["access_word"] is True
    assert told["organisation_key"]
    assert told["name"]


def test_the_word_opens_however_it_is_spelled(guarded: World) -> None:
    for spelled in (
        "blauwe merel",
        "BLAUWE MEREL",
        " Blauwe-merel. ",
        "blauwemerel",
        "Blauwé  Merel",
    ):
        browser = holder(guarded, spelled)
        assert browser.get("/directory").status_code == 200
        assert browser.put(*question(guarded, browser, browser.mailbox())).status_code == 201


def test_another_word_opens_nothing_and_says_so(guarded: World) -> None:
    answer = guarded.browser().post("/access", {"word": "blauwe mees"})
    assert (answer.status_code, answer.json["problem"]) == (404, "wrong-word")


def test_everybody_gets_the_same_pass_so_that_it_tells_nobody_apart(guarded: World) -> None:
    access.choose(guarded.context, NEW, grace_days=30)
    passes = {holder(guarded, word).given for word in (WORD, NEW, NEW)}
    assert len(passes) == 1
    guarded.clock.day += timedelta(days=1)
    assert {holder(guarded, NEW).given} != passes


def test_the_pass_is_kept_nowhere_and_ends_after_the_next_day(guarded: World) -> None:
    browser = holder(guarded)
    for expected in (200, 200, 403):
        assert browser.get("/directory").status_code == expected
        guarded.clock.day += timedelta(days=1)
    data = guarded.context.settings.data
    stored = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert access.normal(WORD).encode() not in stored
    assert from_b64(browser.given or "") not in stored


def test_whoever_has_a_mailbox_never_needs_the_word(world: World) -> None:
    case, mailbox = world.asked()
    access.choose(world.context, WORD)
    asker = world.asker(mailbox)
    assert asker.get("/mailbox").status_code == 200
    assert asker.send(case, "reply", bytes(16)).status_code == 201
    assert asker.put(*question(world, asker)).status_code == 201
    assert asker.get("/directory").status_code == 200


def test_who_is_signed_in_gets_the_pass_to_clean_a_file_without_the_session(world: World) -> None:
    _, mailbox = world.asked()
    access.choose(world.context, WORD)
    assert world.asker(mailbox).get("/access").json["pass"] == holder(world).given
    assert world.signed_in(world.carla).get("/access").json["pass"] == holder(world).given
    assert world.browser().get("/access").status_code == 401


def test_the_staff_never_need_the_word(guarded: World) -> None:
    anna = guarded.signed_in(guarded.anna)
    assert anna.get("/directory").status_code == 200


def test_an_old_word_opens_for_its_days_of_grace_and_no_longer(guarded: World) -> None:
    access.choose(guarded.context, NEW, grace_days=2)
    for expected in (200, 200, 200, 404):
        answer = guarded.browser().post("/access", {"word": WORD})
        assert answer.status_code == expected
        guarded.clock.day += timedelta(days=1)
    assert guarded.browser().post("/access", {"word": NEW}).status_code == 200


def test_a_new_word_without_grace_ends_the_old_one_and_its_passes(guarded: World) -> None:
    before = holder(guarded)
    access.choose(guarded.context, NEW)
    assert before.get("/directory").status_code == 403
    assert guarded.browser().post("/access", {"word": WORD}).status_code == 404


def test_choosing_the_old_word_again_makes_it_the_word(guarded: World) -> None:
    access.choose(guarded.context, NEW, grace_days=30)
    access.choose(guarded.context, WORD, grace_days=30)
    assert holder(guarded).get("/directory").status_code == 200


def test_without_a_word_nobody_is_asked_for_one(world: World) -> None:
    assert world.browser().get("/organisation").json["access_word"] is False
    assert world.browser().get("/directory").status_code == 200
    assert world.browser().post("/access", {"word": WORD}).status_code == 404


def test_the_operator_sets_shows_and_removes_the_word(world: World, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert "No word" in run("access-word", "show", "--data", data).output
    assert "abcdef" in run("access-word", "set", "--data", data, typed="abcdef\n").output
    chance = run("access-word", "set", "--data", data, typed="\n").output
    told = chance.strip().rpartition(": ")[2]
    shown = run("access-word", "show", "--data", data).output
    assert "A word is asked for" in shown
    assert "One from before opens until" in shown
    assert world.browser().post("/access", {"word": told}).status_code == 200
    assert run("access-word", "set", "--data", data, typed="a b c\n").exit_code == 1
    run("access-word", "remove", "--data", data)
    assert world.browser().get("/organisation").json["access_word"] is False
