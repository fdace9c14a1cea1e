"""Whether somebody who watches log-ins can tell a right one from a wrong one by length or time.

Run as `python -m tests.bench.bench_sign_in`; prints one JSON object. 2,000 tries at each of the two
addresses, in random order: an unknown name, a wrong password, a wrong second factor and all right.
Two gunicorn workers, one client on loopback, who sees far finer differences than any network shows.

**The test.** For every pair of kinds the hypothesis is that their times come from one distribution.
Two statistics are computed, because each misses something: the difference of mean ranks (one kind is
later throughout: Mann and Whitney, 1947) and the largest distance between the two distribution
functions (one kind is spread differently: Smirnov, 1939). Their p-values come from permutations: the
labels are dealt out anew 4,000 times, and p is the share in which the statistic is at least as large
as the one seen (Phipson and Smyth, 2010: never zero). Nothing is assumed about the times. With k
pairs and two statistics the smallest p is multiplied by 2k (Bonferroni); the log-ins can be told
apart when that is under 0.01.

**That it can fail.** The same is done once more with the server's steps switched off; it must then
tell them apart, or the test proves nothing.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import socket
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from crypto.encoding import b64
from tests.bench.bench_server import Instance
from tests.portal.authenticator import Authenticator
from tests.portal.fake import Member
from tests.portal.serving import PROGRAM, call_on, serving

TRIES = 2_000
TRIES_WITHOUT_STEPS = 800
PERMUTATIONS = 4_000
TOLD_APART_UNDER = 0.01
WARM_UP = 40

Body = dict[str, Any]
Make = Callable[[http.client.HTTPConnection], Body]


# --- what is tried ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of attempt; `make` gives a fresh body, which isn't timed."""

    name: str
    make: Make
    status: int


def mailbox_kinds(mailbox: dict[str, str]) -> list[Kind]:
    right = {name: mailbox[name] for name in ("locator", "login")}
    return [
        Kind("unknown name", lambda _: right | {"locator": b64(os.urandom(32))}, 404),
        Kind("wrong password", lambda _: right | {"login": b64(os.urandom(32))}, 404),
        Kind("right", lambda _: right, 200),
    ]


def staff_kinds(anna: Member, made: Authenticator) -> list[Kind]:
    right = {"locator": b64(anna.locator), "login": b64(anna.login)}

    def answered(by: Authenticator, **wrong: str) -> Make:
        def make(connection: http.client.HTTPConnection) -> Body:
            _, said, _ = call_on(connection, "POST", "/staff/challenge", {})
            return right | wrong | {"passkey": by.answer(json.loads(said)["challenge"])}

        return make

    def unknown(connection: http.client.HTTPConnection) -> Body:
        # Another one each time: after fifty failures a name has to wait.
        return answered(made, locator=b64(os.urandom(32)))(connection)

    return [
        Kind("unknown name", unknown, 404),
        Kind("wrong passphrase", answered(made, login=b64(os.urandom(32))), 404),
        Kind("wrong passkey", answered(Authenticator()), 404),
        Kind("right", answered(made), 200),
    ]


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody on the line sees of one attempt."""

    kind: str
    seconds: float
    length: int


def watch(
    port: int, path: str, kinds: Sequence[Kind], tries: int, dice: random.Random
) -> list[Seen]:
    """So many attempts of kinds drawn at random, over one connection."""
    order = [kinds[n % len(kinds)] for n in range(tries)]
    dice.shuffle(order)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.connect()
    seen = [_try(connection, path, kind) for kind in [*order[:WARM_UP], *order]]
    connection.close()
    return seen[WARM_UP:]


def _try(connection: http.client.HTTPConnection, path: str, kind: Kind) -> Seen:
    body = json.dumps(kind.make(connection))
    # The name that the passkey was made under.
    sent = {
        "Host": "localhost",
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/json",
    }
    began = time.perf_counter()
    connection.request("POST", f"/api/v1{path}", body, sent)
    answer = connection.getresponse()
    said = answer.read()
    took = time.perf_counter() - began
    assert answer.status == kind.status, (kind.name, answer.status, said)
    lines = sum(len(f"{name}: {value}\r\n") for name, value in answer.getheaders())
    return Seen(
        kind.name,
        took,
        len(f"HTTP/1.1 {answer.status} {answer.reason}\r\n\r\n") + lines + len(said),
    )


# --- the statistical test -----------------------------------------------------------------------


def ranks(values: Sequence[float]) -> list[float]:
    """Place of each value among all, from 1; equal ones share the mean of their places."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    begin = 0
    while begin < len(order):
        end = begin
        while end < len(order) and values[order[end]] == values[order[begin]]:
            end += 1
        for place in order[begin:end]:
            found[place] = (begin + 1 + end) / 2
        begin = end
    return found


def rank_distance(places: Sequence[float], first: Sequence[bool]) -> float:
    """Difference of the mean ranks of the two, either way."""
    inside = [place for place, mine in zip(places, first, strict=True) if mine]
    outside = sum(places) - sum(inside)
    return abs(sum(inside) / len(inside) - outside / (len(places) - len(inside)))


def curve_distance(places: Sequence[float], first: Sequence[bool]) -> float:
    """Largest distance between the distribution functions of the two."""
    ones = sum(first)
    up, down = 1 / ones, 1 / (len(first) - ones)
    height = largest = 0.0
    order = sorted(zip(places, first, strict=True))
    for (place, mine), following in zip(order, [*order[1:], (None, False)], strict=True):
        height += up if mine else -down
        if following[0] != place:
            largest = max(largest, abs(height))
    return largest


Distance = Callable[[Sequence[float], Sequence[bool]], float]


def p_value(
    distance: Distance, one: Sequence[float], other: Sequence[float], dice: random.Random
) -> float:
    """How often chance alone sets the two at least as far apart as they are."""
    places = ranks([*one, *other])
    labels = [True] * len(one) + [False] * len(other)
    seen = distance(places, labels) - 1e-9
    as_far = 0
    for _ in range(PERMUTATIONS):
        dice.shuffle(labels)
        as_far += distance(places, labels) >= seen
    return (as_far + 1) / (PERMUTATIONS + 1)


def compare(seen: Sequence[Seen], dice: random.Random) -> dict[str, Any]:
    """Every pair of kinds, and the verdict."""
    times: dict[str, list[float]] = {}
    for one in seen:
        times.setdefault(one.kind, []).append(one.seconds)
    pairs = {
        f"{one} / {other}": {
            "p by ranks": round(p_value(rank_distance, times[one], times[other], dice), 4),
            "p by curves": round(p_value(curve_distance, times[one], times[other], dice), 4),
        }
        for one, other in combinations(sorted(times), 2)
    }
    values = [p for pair in pairs.values() for p in pair.values()]
    corrected = min(1.0, min(values) * len(values))
    return {
        "tries": len(seen),
        "median ms": {
            kind: round(statistics.median(t) * 1000, 3) for kind, t in sorted(times.items())
        },
        "lengths": sorted({one.length for one in seen}),
        "pairs": pairs,
        "corrected p": round(corrected, 4),
        "told apart": corrected < TOLD_APART_UNDER,
    }


# --- the server ---------------------------------------------------------------------------------

# The same server, whose answers leave as soon as they are ready.
WITHOUT_STEPS = """
from dataclasses import replace
from portal.commands import serve
load = serve.load
serve.load = lambda data: replace(load(data), login_step_seconds=0.0)
from portal.cli import main
main()
"""
# Failures are what is measured here, so they must not slow each other down. Those at Anna's name are
# forgotten whenever she is right, which is long before there are fifty in a row.
PATIENT = """
asker_failures = [1000000, 1000000]
staff_failures = [1000000, 1000000]
staff_tries = 50
"""


@contextmanager
def served(program: str) -> Iterator[tuple[int, list[Kind], list[Kind]]]:
    """A fresh instance that is up: its port, and what can be tried on a mailbox and a member."""
    with tempfile.TemporaryDirectory() as name, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        folder = Path(name) / "data"
        instance, made = Instance(folder, port), Authenticator()
        offer = instance.browser.post("/staff/passkeys", {}).json
        path = f"/staff/passkeys/{b64(os.urandom(16))}"
        assert instance.browser.put(path, made.make(offer["challenge"])).status_code == 201
        where, body = instance.submission()
        assert instance.browser.put(where, body).status_code == 201
        with (folder / "portal.toml").open("a") as settings:
            settings.write(PATIENT)
        with serving(folder, port, program=program):
            yield port, mailbox_kinds(body["mailbox"]), staff_kinds(instance.anna, made)


def measure(program: str, tries: int, seed: int) -> dict[str, Any]:
    dice = random.Random(seed)
    with served(program) as (port, mailbox, staff):
        seen = {
            "mailbox": watch(port, "/mailbox/session", mailbox, tries, dice),
            "staff": watch(port, "/staff/session", staff, tries, dice),
        }
    return {name: compare(found, dice) for name, found in seen.items()}


def run() -> dict[str, Any]:
    seed = int.from_bytes(os.urandom(4), "big")
    without = measure(WITHOUT_STEPS, TRIES_WITHOUT_STEPS, seed)
    for one in without.values():
        assert one["told apart"], f"a test that can't tell apart what differs proves nothing: {one}"
    served_ = measure(PROGRAM, TRIES, seed)
    return {"seed": seed, "as served": served_, "with the steps switched off": without}


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))  # noqa: T201 - a script talks by printing
