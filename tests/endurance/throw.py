"""10,000 random and mutated calls to every address, the plain pages' forms too. Prints one JSON object.

    python -m tests.endurance.throw [--calls 10000] [--seed N] [--database sqlite]

Fails on a 5xx, on an answer that repeats what was sent (the plain pages give a form back to who filled
it in: there only a traceback counts), and on a mark that is kept. Files to clean are thrown at the jail
elsewhere (`python -m tests.sanitizers.mutate`).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from typing import Any

from tests.endurance.world import DATABASES, staffed_world
from tests.portal.conftest import World
from tests.portal.fake import Browser
from tests.portal.test_fuzz import MARK, ROUTES, address, body, value

_FIELD = re.compile(rb'name="([a-z0-9_-]+)"(?: value="([^"]*)")?')
SHARE_OF_FORMS = 0.35
CALLS_A_SESSION = 250


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--calls", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    options.add_argument("--database", choices=DATABASES, default="sqlite")
    chosen = options.parse_args()
    dice = random.Random(chosen.seed)
    with staffed_world(chosen.database) as world:
        told = throw(world, chosen.calls, dice)
    print(json.dumps({"seed": chosen.seed, **told}, indent=1))  # noqa: T201 - a script talks by printing


def throw(world: World, calls: int, dice: random.Random) -> dict[str, Any]:
    """Send so many; the statuses that came back, and how many addresses were tried."""
    statuses: Counter[int] = Counter()
    tried: set[str] = set()
    pages, browsers = plain_addresses(world), _visitors(world)
    for number in range(1, calls + 1):
        if number % CALLS_A_SESSION == 0:
            browsers = _visitors(world)
        browser = dice.choice(browsers)
        if dice.random() < SHARE_OF_FORMS:
            path = dice.choice(pages)
            answer = _send_form(browser, path, dice)
            assert b"Traceback" not in answer.get_data(), path
        else:
            method, path = dice.choice(ROUTES)
            answer = _call(browser, method, path, dice)
            assert MARK.encode() not in answer.get_data(), (method, path)
        assert answer.status_code < 500, (number, path, answer.get_data(as_text=True))
        statuses[answer.status_code] += 1
        tried.add(path)
    assert MARK.encode() not in world.stored()
    return {
        "calls": calls,
        "addresses": len(tried),
        "statuses": {str(one): statuses[one] for one in sorted(statuses)},
    }


def _visitors(world: World) -> list[Browser]:
    """Nobody, two members of staff and an asker, freshly signed in: calls sign people out."""
    _, mailbox = world.asked()
    staff = [world.signed_in(world.anna), world.signed_in(world.carla)]
    return [world.browser(), *staff, world.asker(mailbox)]


def plain_addresses(world: World) -> list[str]:
    rules = [rule.rule for rule in world.app.url_map.iter_rules()]
    return sorted(rule for rule in rules if "/plain" in rule)


def _call(browser: Browser, method: str, path: str, dice: random.Random) -> Any:
    sent: Any = body(dice, path) if method in {"PUT", "POST"} else None
    if "/pages/" in path and method == "PUT":
        sent = dice.randbytes(dice.randrange(2_000))
    return browser.call(method, address(dice, path), sent)


def _send_form(browser: Browser, rule: str, dice: random.Random) -> Any:
    """A form as its page has it, with fields mutated, left out, doubled and made up."""
    path = re.sub(r"<[^>]+>", lambda _: dice.choice(["x", "0", "..", "%00", "A" * 22]), rule)
    shown = browser.client.get(path)
    if dice.random() < 0.2:
        return shown
    fields = [(name.decode(), given.decode()) for name, given in _FIELD.findall(shown.get_data())]
    form: dict[str, list[str]] = {}
    for name, given in [*fields, (_text(dice)[:20], _text(dice))]:
        if dice.random() < 0.9:
            keeps = name == "csrf_token" or dice.random() < 0.5
            form.setdefault(name, []).append(given if keeps and given else _text(dice))
    return browser.client.post(path, data=form, headers={"Sec-Fetch-Site": "same-origin"})


def _text(dice: random.Random) -> str:
    found = str(value(dice)) * dice.choice([1, 1, 1, 200])
    return found.encode("utf-8", "replace").decode()


if __name__ == "__main__":
    main()
