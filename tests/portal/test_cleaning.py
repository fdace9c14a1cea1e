"""Cleaning where the machine can't give the jail: each file is refused, and the operator told which layer."""

from __future__ import annotations

import json
import logging

import pytest

from crypto import padme
from portal.web import cleaner
from sanitizers.errors import Refused
from sanitizers.jail import parent
from tests.portal.conftest import World
from tests.sanitizers.jailed import breaking
from tests.uploads import padded


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
        answer = world.browser().post("/clean", padded(b"anything"))
        assert (answer.status_code, answer.json["problem"]) == (429, "throttled")
        assert answer.json["seconds"] == cleaner.SECONDS
        assert world.signed_in(world.anna).get("/session").status_code == 200
    finally:
        for _ in held:
            cleaner._turns.release()


def test_sizes_go_up_in_steps_both_ways(world: World) -> None:
    """Whoever watches the network can't hold a file, or what came of it, against one that they have."""
    sizes = set()
    for text in (b"een regel\n", b"een regel\n" * 400):
        sent = padded(text)
        answer = world.browser().post("/clean", sent)
        assert answer.status_code == 200
        assert padme.is_padded_size(len(answer.data), padme.PAGE_FLOOR)
        head = padme.unpad(answer.data, padme.PAGE_FLOOR)
        assert json.loads(head[4 : 4 + int.from_bytes(head[:4], "big")])["kind"] == "text"
        sizes.add((len(sent), len(answer.data)))
    assert sizes == {(padme.PAGE_FLOOR, padme.PAGE_FLOOR)}


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"een regel\n",
        padded(b"een regel\n") + b"\0",
        padded(b"een regel\n")[:-1] + b"x",
        (1 << 40).to_bytes(8, "big") + bytes(padme.PAGE_FLOOR - 8),
    ],
)
def test_a_file_that_comes_as_long_as_it_is_is_refused(world: World, sent: bytes) -> None:
    answer = world.browser().post("/clean", sent)
    assert (answer.status_code, answer.json["problem"]) == (400, "malformed")


def test_the_largest_file_fits_with_its_padding(world: World) -> None:
    most = world.context.settings.limits.upload
    answer = world.browser().post("/clean", padded(bytes(most)))
    assert (answer.status_code, answer.json["problem"]) == (422, "refused")
    assert world.browser().post("/clean", padded(bytes(most + (1 << 20)))).status_code == 413
