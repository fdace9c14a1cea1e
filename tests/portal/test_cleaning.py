"""Cleaning where the machine can't give the jail: each file is refused, and the operator told which layer."""

from __future__ import annotations

import logging

import pytest

from portal.web import cleaner
from sanitizers.errors import Refused
from sanitizers.jail import parent
from tests.portal.conftest import World
from tests.sanitizers.test_jail import breaking


def test_without_a_layer_of_the_jail_every_file_is_refused_and_the_operator_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(parent, "_CODE", breaking("landlock"))
    monkeypatch.setattr(cleaner, "_cleaners", {})
    with caplog.at_level(logging.ERROR, "portal"), pytest.raises(Refused) as refused:
        cleaner.clean(b"anything")
    assert refused.value.reason == "jail"
    assert "landlock" in caplog.text
    assert "anything" not in caplog.text


def test_cleaning_leaves_threads_for_the_rest(world: World) -> None:
    held = [cleaner._turns.acquire(blocking=False) for _ in range(cleaner.AT_ONCE)]
    try:
        answer = world.browser().post("/clean", b"anything")
        assert (answer.status_code, answer.json["problem"]) == (429, "throttled")
        assert answer.json["seconds"] == cleaner.SECONDS
        assert world.signed_in(world.anna).get("/session").status_code == 200
    finally:
        for _ in held:
            cleaner._turns.release()
