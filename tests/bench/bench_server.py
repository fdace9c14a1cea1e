"""What the server takes: sealed submissions, reads and log-ins over loopback, two gunicorn workers.

Run as `python -m tests.bench.bench_server`; prints one JSON object. The bodies are made beforehand:
what is measured is the server, its disk and HTTP, not sealing.
"""

from __future__ import annotations

import http.client
import json
import socket
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from crypto.encoding import ASKER, b64
from portal.app import create_app
from portal.commands.init import EXAMPLE, prepare
from portal.config import load
from portal.services.context import open_context
from portal.services.upkeep import founding
from tests.portal.fake import Browser, Member, Office
from tests.portal.serving import call_on, serving

SUBMISSIONS = 500
LOG_INS = 200
CLIENTS = 8


class Instance:
    """A fresh instance with two facilitators, set up without a server."""

    def __init__(self, folder: Path, port: int) -> None:
        prepare(
            folder, EXAMPLE / "organisation.toml", (f"http://127.0.0.1:{port}", "http://localhost")
        )
        with (folder / "portal.toml").open("a") as settings:
            # A flood is what is measured here, so it must not be slowed down.
            settings.write("[pace]\nnew_cases = [100000, 100000]\n")
        context = open_context(load(folder))
        token = founding.found(context)
        self.browser = Browser(create_app(context.settings, context).test_client(), context.portal)
        self.office = Office(context.portal)
        self.anna, bram = Member("Anna", "facilitator"), Member("Bram", "facilitator")
        assert self.browser.set_up(self.office, self.anna, token, time.time()).status_code == 201
        answer = self.browser.sign_in(self.anna, time.time() + 30)
        assert answer.status_code == 200, answer.json
        invitation = self.browser.invite(bram)
        assert self.browser.enrol(bram, invitation, time.time()).status_code == 201
        self.office.members.append(bram)
        self.office.appoint(bram)
        assert self.browser.publish(self.office, self.anna).status_code == 201
        self.members = [self.anna, bram]
        context.close()

    def submission(self) -> tuple[str, dict[str, Any]]:
        case = self.browser.header("question", ASKER).id
        body = self.browser.genesis(self.office, self.members, case, self.browser.mailbox())
        return f"/cases/{b64(case)}", body


def summary(seconds: Sequence[float]) -> dict[str, float]:
    """Milliseconds, rounded to a tenth."""
    ordered = sorted(seconds)
    return {
        "median_ms": round(statistics.median(ordered) * 1000, 1),
        "p95_ms": round(ordered[int(len(ordered) * 0.95)] * 1000, 1),
        "n": len(ordered),
    }


def timed(
    calls: Sequence[Callable[[http.client.HTTPConnection], None]], port: int, clients: int
) -> tuple[list[float], float]:
    """Seconds of each call by so many clients at once, and of all together."""
    seconds: list[float] = []

    def work(client: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for call in calls[client::clients]:
            began = time.perf_counter()
            call(connection)
            seconds.append(time.perf_counter() - began)
        connection.close()

    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        for _ in pool.map(work, range(clients)):
            pass  # what went wrong in a thread is raised here
    return seconds, time.perf_counter() - began


def put(path: str, body: dict[str, Any]) -> Callable[[http.client.HTTPConnection], None]:
    def call(connection: http.client.HTTPConnection) -> None:
        status, answer, _ = call_on(connection, "PUT", path, body)
        assert status == 201, answer

    return call


def log_in(mailbox: dict[str, str]) -> Callable[[http.client.HTTPConnection], None]:
    body = {"locator": mailbox["locator"], "login": mailbox["login"]}

    def call(connection: http.client.HTTPConnection) -> None:
        assert call_on(connection, "POST", "/mailbox/session", body)[0] == 200

    return call


def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        folder = Path(name) / "data"
        instance = Instance(folder, port)
        with (folder / "portal.toml").open("a") as settings:
            # So many log-ins in a row would otherwise be asked for work first.
            settings.write("asker_failures = [100000, 100000]\n")
        step = round(load(folder).login_step_seconds * 1000)
        alone = [instance.submission() for _ in range(SUBMISSIONS)]
        together = [instance.submission() for _ in range(SUBMISSIONS)]
        with serving(folder, port) as served:
            for path, body in [instance.submission() for _ in range(20)]:
                served.call("PUT", path, body)
            one, _ = timed([put(*s) for s in alone], port, 1)
            many, took = timed([put(*s) for s in together], port, CLIENTS)
            logins, _ = timed([log_in(b["mailbox"]) for _, b in alone[:LOG_INS]], port, 1)
    return {
        "sealed submission, one client": summary(one),
        f"sealed submission, {CLIENTS} clients": summary(many)
        | {"a_second": round(len(many) / took, 1)},
        f"log-in (answers leave at steps of {step} ms)": summary(logins),
    }


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))  # noqa: T201 - a script talks by printing
