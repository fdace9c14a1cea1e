"""Shapes of canonical JSON bodies: every field named, none missing, none unknown.

A shape is a function from an untrusted JSON value to a trusted one. It raises `Malformed`.
Binary fields come out as bytes and days as `datetime.date`.
"""

import itertools
import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from crypto.encoding import HASH_BYTES, ID_BYTES, LARGEST_INTEGER, b64, from_b64, parse_canonical
from crypto.errors import Malformed

Shape = Callable[[Any], Any]

_KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse(untrusted: bytes, shape: Shape) -> Any:  # noqa: ANN401 - the shape decides
    return shape(parse_canonical(untrusted))


def record(**fields: Shape) -> Shape:
    """Give the shape of an object with exactly these fields."""

    def check(value: object) -> dict[str, Any]:
        if not isinstance(value, dict) or value.keys() != fields.keys():
            raise Malformed(f"not an object of {', '.join(fields)}")
        return {name: shape(value[name]) for name, shape in fields.items()}

    return check


def versioned(**fields: Shape) -> Shape:
    """Give the shape of a body: a record whose `v` is 1."""
    return record(v=exactly(1), **fields)


def exactly(expected: object) -> Shape:
    def check(value: object) -> object:
        # True == 1 in Python, and in no other implementation.
        if type(value) is not type(expected) or value != expected:
            raise Malformed(f"not {expected!r}")
        return value

    return check


def one_of(*choices: str) -> Shape:
    def check(value: object) -> str:
        if not isinstance(value, str) or value not in choices:
            raise Malformed(f"none of {', '.join(choices)}")
        return value

    return check


def maybe(shape: Shape) -> Shape:
    return lambda value: None if value is None else shape(value)


def listed(shape: Shape, shortest: int = 0, longest: int = LARGEST_INTEGER) -> Shape:
    def check(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or not shortest <= len(value) <= longest:
            raise Malformed(f"not a list of {shortest} to {longest}")
        return tuple(shape(item) for item in value)

    return check


def strictly_sorted(shape: Shape, by: Callable[[Any], Any] = lambda item: item) -> Shape:
    """Give the shape of a list in rising order, so without anything twice."""
    each = listed(shape)

    def check(value: object) -> tuple[Any, ...]:
        items: tuple[Any, ...] = each(value)
        keys = [by(item) for item in items]
        if any(a >= b for a, b in itertools.pairwise(keys)):
            raise Malformed("not strictly sorted")
        return items

    return check


def mapped(to: Shape) -> Shape:
    """Give the shape of an object whose keys are ids."""

    def check(value: object) -> dict[bytes, Any]:
        if not isinstance(value, dict):
            raise Malformed("not an object")
        return {ident(key): to(item) for key, item in value.items()}

    return check


def integer(lowest: int = 0, highest: int = LARGEST_INTEGER) -> Shape:
    def check(value: object) -> int:
        if type(value) is not int or not lowest <= value <= highest:
            raise Malformed(f"not an integer from {lowest} to {highest}")
        return value

    return check


def text(shortest: int, longest: int) -> Shape:
    """Give the shape of a string, its length in Unicode code points."""

    def check(value: object) -> str:
        if not isinstance(value, str) or not shortest <= len(value) <= longest:
            raise Malformed(f"not a text of {shortest} to {longest} characters")
        return value

    return check


def data(length: int) -> Shape:
    def check(value: object) -> bytes:
        found = any_data(value)
        if len(found) != length:
            raise Malformed(f"not {length} bytes")
        return found

    return check


def any_data(value: object) -> bytes:
    if not isinstance(value, str):
        raise Malformed("not base64url")
    return from_b64(value)


def flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Malformed("neither true nor false")
    return value


def key(value: object) -> str:
    if not isinstance(value, str) or not _KEY.fullmatch(value):
        raise Malformed("not a key")
    return value


def day(value: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise Malformed("not a day")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Malformed("no such day") from error


ident: Final = data(ID_BYTES)
digest: Final = data(HASH_BYTES)


def plain(value: Any) -> Any:  # noqa: ANN401 - any trusted value
    """Turn bytes, days and tuples back into what JSON has."""
    match value:
        case bytes():
            return b64(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [plain(item) for item in value]
        case dict():
            return {plain(name): plain(item) for name, item in value.items()}
        case _:
            return value
