"""Random and mutated calls to every address: never a 5xx, never a traceback, nothing repeated."""

from __future__ import annotations

import json
import random
import string
from typing import Any

import pytest

from crypto.encoding import b64
from portal.app import describe
from tests.portal.conftest import World

SEEDS = range(16)
CALLS_A_SEED = 60
MARK = "zin-die-nergens-mag-staan"


def routes() -> list[tuple[str, str]]:
    found = describe()["paths"]
    return [
        (method.upper(), path.removeprefix("/api/v1"))
        for path, methods in sorted(found.items())
        for method in sorted(methods)
        # Cleaning starts a jail for each file; its own tests throw worse at it.
        if path != "/api/v1/clean" and method in {"get", "put", "post", "delete"}
    ]


ROUTES = routes()


def value(dice: random.Random, depth: int = 0) -> Any:
    """Something that might be in a body, or might not."""
    plain: list[Any] = [
        None, True, False, 0, 1, -1, 2**53, 10**40, 1.5, "", MARK, "A" * 22, "A" * 43, "=" * 22, "\0", "\ud800",
        b64(dice.randbytes(16)), b64(dice.randbytes(32)), b64(dice.randbytes(1_168)),
        "2026-11-02", "9999-99-99", "coach", "case", "'; DROP TABLE cases; --",
    ]  # fmt: skip
    if depth > 3 or dice.random() < 0.6:
        return dice.choice(plain)
    if dice.random() < 0.5:
        return [value(dice, depth + 1) for _ in range(dice.randrange(4))]
    return {key(dice): value(dice, depth + 1) for _ in range(dice.randrange(5))}


def key(dice: random.Random) -> str:
    return (
        dice.choice(NAMES) if dice.random() < 0.9 else "".join(dice.choices(string.printable, k=5))
    )


def _names() -> list[str]:
    schemas = describe()["components"]["schemas"].values()
    return sorted({name for schema in schemas for name in schema.get("properties", {})})


NAMES = _names()


def body(dice: random.Random, path: str) -> dict[str, Any]:
    """Fields as the address takes them, each with a value that may be right."""
    schemas = describe_bodies().get(path)
    if schemas is None or dice.random() < 0.2:
        return {key(dice): value(dice) for _ in range(dice.randrange(6))}
    return {name: value(dice, 1) for name in schemas if dice.random() < 0.97}


_BODIES: dict[str, list[str]] = {}


def describe_bodies() -> dict[str, list[str]]:
    if not _BODIES:
        found = describe()
        for path, methods in found["paths"].items():
            for method in methods.values():
                content = method.get("requestBody", {}).get("content", {}).get("application/json")
                name = (content or {}).get("schema", {}).get("$ref", "").rpartition("/")[2]
                properties = found["components"]["schemas"].get(name, {}).get("properties", {})
                _BODIES[path.removeprefix("/api/v1")] = list(properties)
    return _BODIES


def address(dice: random.Random, path: str) -> str:
    parts = [
        dice.choice([b64(dice.randbytes(16)), "x", "0", "2026", "..", "%00", "A" * 22])
        if part.startswith("{")
        else part
        for part in path.split("/")
    ]
    query = dice.choice(
        [
            "",
            "",
            "?from=x",
            "?case=",
            "?keys=maybe",
            "?year=0",
            f"?{MARK}=1",
            "?from=20260101&next=a.b.c",
        ]
    )
    return "/".join(parts) + query


@pytest.mark.parametrize("seed", SEEDS)
def test_no_call_brings_the_server_down_or_is_repeated(world: World, seed: int) -> None:
    dice = random.Random(seed)
    browsers = [world.browser(), world.signed_in(world.anna), world.signed_in(world.carla)]
    _, mailbox = world.asked()
    browsers.append(world.asker(mailbox))
    for _ in range(CALLS_A_SEED):
        method, path = dice.choice(ROUTES)
        sent: Any = body(dice, path) if method in {"PUT", "POST"} else None
        if "/pages/" in path and method == "PUT":
            sent = dice.randbytes(dice.randrange(2_000))
        answer = dice.choice(browsers).call(method, address(dice, path), sent)
        assert answer.status_code < 500, (method, path, answer.get_data(as_text=True))
        assert MARK not in answer.get_data(as_text=True)
    assert json.dumps(MARK)[1:-1].encode() not in world.stored()
