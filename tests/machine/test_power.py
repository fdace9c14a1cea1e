"""The plug is pulled while questions come in: the machine comes back by itself, with all it acknowledged."""

from __future__ import annotations

import http.client
import json
import os
import random
import threading
import time
from types import SimpleNamespace

import pytest

from crypto.encoding import b64, from_b64
from tests.machine.installing import RELEASE, SCRATCH, Installed, Instance, mount
from tests.machine.lived import Life
from tests.machine.test_running import UP
from tests.portal.fake import Browser, Member, envelope

CLIENTS = 4
# Acknowledged before the plug is pulled; the next ones are then under way.
BEFORE_THE_CUT = 12
MOST = 100
LONGEST_LULL_SECONDS = 300


class Question:
    """One question with a page, in the shape that browsers send."""

    def __init__(self, place: Instance) -> None:
        office = SimpleNamespace(
            archive={"id": place.office["archive"]},
            register_id=from_b64(place.office["register"]),
        )
        people = [Member("", "facilitator", id=from_b64(i)) for i in place.office["facilitators"]]
        browser = Browser(None, from_b64(place.office["portal"]))  # type: ignore[arg-type]  # it only writes
        self.case = os.urandom(16)
        header = browser.header("page", bytes(16), case=self.case)
        self.page, self.page_bytes = header.id, envelope(header, 70_000)
        self.body = browser.genesis(
            office,  # type: ignore[arg-type]  # what of it is looked at
            people,
            self.case,
            browser.mailbox(),
            [self.page],
        )
        self.acknowledged = False

    def send(self, life: Life, place: Instance) -> None:
        path = f"/api/v1/cases/{b64(self.case)}"
        page = _put(life, place, f"{path}/pages/{b64(self.page)}", self.page_bytes, "octet-stream")
        assert page < 500
        whole = _put(life, place, path, json.dumps(self.body).encode(), "json")
        self.acknowledged = whole in {200, 201}


def _put(life: Life, place: Instance, path: str, body: bytes, kind: str) -> int:
    with life.line(place) as line:
        connection = http.client.HTTPConnection(place.host)
        connection.sock = line
        headers = {"Content-Type": f"application/{kind}", "Sec-Fetch-Site": "same-origin"}
        connection.request("PUT", path, body, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status


def _send_until_dark(life: Life, place: Instance, waiting: list[Question]) -> None:
    """Pull the plug somewhere inside the questions that follow the first ones."""
    acknowledged = threading.Semaphore(0)

    def work(mine: list[Question]) -> None:
        for one in mine:
            try:
                one.send(life, place)
            except (OSError, http.client.HTTPException):
                return  # the power went before the whole answer was there
            assert one.acknowledged
            acknowledged.release()

    threads = [threading.Thread(target=work, args=(waiting[n::CLIENTS],)) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for _ in range(BEFORE_THE_CUT):
        assert acknowledged.acquire(timeout=LONGEST_LULL_SECONDS), "nothing is acknowledged"
    time.sleep(random.random() / 4)  # somewhere inside the next ones
    life.installed.machine.cut_power()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("which", ["whole", "least"], ids=["PostgreSQL", "SQLite"])
def test_what_was_acknowledged_is_whole_after_a_power_cut(installed: Installed, which: str) -> None:
    place: Instance = getattr(installed, which)
    life = Life(installed)
    waiting = [Question(place) for _ in range(MOST)]
    _send_until_dark(life, place, waiting)
    installed.machine.power_on()
    mount(installed.machine)
    state = installed.sh("systemctl is-system-running --wait", check=False).strip()
    assert state == "running", installed.sh("systemctl --failed")
    for unit in UP:
        assert installed.sh(f"systemctl is-active {unit}", check=False).strip() == "active", unit
    acknowledged = {b64(one.case) for one in waiting if one.acknowledged}
    script = f"{SCRATCH}/adviespunt/tests/machine/checking.py"
    environment = ("env", f"PYTHONPATH={SCRATCH}/adviespunt")
    check = place.command(*environment, f"{RELEASE}/.venv/bin/python", script, place.data)
    there = set(json.loads(installed.sh(check, json.dumps([b64(one.case) for one in waiting]))))
    installed.figures[f"power cut, {which}"] = {
        "acknowledged": len(acknowledged),
        "whole though unanswered": len(there - acknowledged),
        "lost": len(acknowledged - there),
    }
    assert acknowledged
    assert acknowledged <= there
    again = Question(place)
    again.send(life, place)
    assert again.acknowledged
