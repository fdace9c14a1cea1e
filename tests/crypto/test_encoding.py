from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto import shape
from crypto.encoding import (
    LARGEST_INTEGER,
    Reader,
    b64,
    canonical,
    from_b64,
    lp,
    parse_canonical,
    u32,
    u64,
)
from crypto.errors import Malformed

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, LARGEST_INTEGER)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abcdef_", max_size=3), inner),
    max_leaves=12,
)
bodies = st.dictionaries(st.text("abcdef_", max_size=3), json_values)


@given(st.binary())
def test_it_reads_the_base64url_it_writes(data: bytes) -> None:
    assert from_b64(b64(data)) == data


@pytest.mark.parametrize("text", ["AA==", "A", "AB", "A+", "A/", " AA", "AA\n", "é"])
def test_it_refuses_every_other_base64(text: str) -> None:
    with pytest.raises(Malformed):
        from_b64(text)


@given(bodies)
def test_it_reads_the_json_it_writes(body: dict[str, Any]) -> None:
    assert parse_canonical(canonical(body)) == body


@given(bodies, st.data())
def test_it_refuses_json_with_a_space_more(body: dict[str, Any], data: st.DataObject) -> None:
    encoded = canonical(body)
    at = data.draw(st.integers(0, len(encoded)))
    spaced = encoded[:at] + b" " + encoded[at:]
    try:
        value = parse_canonical(spaced)
    except Malformed:
        return
    assert value != body  # the space fell into a text: then it is another body


@pytest.mark.parametrize(
    "value",
    [
        {"a": -1},
        {"a": 2**53},
        {"a": 0.5},
        {"a": b"bytes"},
        {"a": "\ud800"},
        {"é": 1},
        {1: 1},
        {"a": [{"b": (1,)}]},
    ],
)
def test_it_writes_no_json_outside_the_narrow_form(value: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        canonical(value)


def test_it_refuses_json_nested_deeper_than_it_can_follow() -> None:
    with pytest.raises(Malformed):
        parse_canonical(b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}")


def test_it_refuses_a_number_too_long_to_read() -> None:
    with pytest.raises(Malformed):
        parse_canonical(b'{"a":' + b"1" * 5_000 + b"}")


def test_it_writes_integers_with_the_highest_byte_first() -> None:
    assert u32(258) == b"\0\0\1\2"
    assert u64(258) == b"\0\0\0\0\0\0\1\2"


@given(st.lists(st.binary()))
def test_a_reader_gives_back_what_was_length_prefixed(parts: list[bytes]) -> None:
    reader = Reader(b"".join(map(lp, parts)) + b"rest")
    assert [reader.prefixed() for _ in parts] == parts
    with pytest.raises(Malformed):
        reader.finish()
    assert reader.rest() == b"rest"
    reader.finish()


def test_a_reader_refuses_less_than_a_length_promises() -> None:
    with pytest.raises(Malformed):
        Reader(b"\0\0\0\2a").prefixed()


# --- shapes ------------------------------------------------------------------------------------

ID = b64(bytes(16))


@pytest.mark.parametrize(
    ("check", "wrong"),
    [
        (shape.record(a=shape.flag), {}),
        (shape.record(a=shape.flag), {"a": True, "b": True}),
        (shape.record(a=shape.flag), []),
        (shape.exactly(1), True),
        (shape.exactly(1), 2),
        (shape.one_of("a"), "b"),
        (shape.one_of("a"), None),
        (shape.listed(shape.flag, shortest=1), []),
        (shape.listed(shape.flag, longest=1), [True, True]),
        (shape.listed(shape.flag), {}),
        (shape.strictly_sorted(shape.integer()), [1, 1]),
        (shape.strictly_sorted(shape.integer()), [2, 1]),
        (shape.mapped(shape.flag), []),
        (shape.mapped(shape.flag), {"x": True}),
        (shape.integer(), True),
        (shape.integer(1), 0),
        (shape.integer(1, 2), 3),
        (shape.integer(), "1"),
        (shape.text(1, 2), ""),
        (shape.text(1, 2), "abc"),
        (shape.text(1, 2), 1),
        (shape.ident, b64(bytes(15))),
        (shape.ident, 0),
        (shape.any_data, None),
        (shape.flag, 1),
        (shape.key, ""),
        (shape.key, "-a"),
        (shape.key, "A"),
        (shape.key, "a" * 65),
        (shape.key, 1),
        (shape.day, "2026-1-1"),
        (shape.day, "20260101"),
        (shape.day, "2026-02-30"),
        (shape.day, "0000-01-01"),
        (shape.day, "٢٠٢٦-٠١-٠١"),
        (shape.day, 1),
    ],
)
def test_a_shape_refuses_what_it_is_not(check: shape.Shape, wrong: Any) -> None:
    with pytest.raises(Malformed):
        check(wrong)


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (shape.versioned(a=shape.maybe(shape.flag)), {"v": 1, "a": None}),
        (shape.maybe(shape.flag), False),
        (shape.listed(shape.key, 1, 2), ["a-1", "b.2_c"]),
        (shape.mapped(shape.integer()), {ID: 3}),
        (shape.text(0, 1), "😀"),
        (shape.day, "2028-02-29"),
        (shape.any_data, ""),
    ],
)
def test_a_shape_gives_what_can_be_written_again(check: shape.Shape, right: Any) -> None:
    assert shape.plain(check(right)) == right
