from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crypto import padme, structure
from crypto.errors import Malformed, Unsealable
from crypto.secret import envelope
from crypto.structure import Header

KEY = bytes(range(32))
PLACE = Header(b"p" * 16, b"c" * 16, 0, b"i" * 16, b"w" * 16, "reply")


@given(st.binary(max_size=5000), st.sampled_from(["reply", "page"]))
def test_it_opens_what_it_sealed(content: bytes, kind: str) -> None:
    place = replace(PLACE, kind=kind)
    sealed = envelope.seal(KEY, place, content)
    assert structure.parse(sealed).header == place
    assert envelope.open_at(KEY, place, sealed) == content


@given(st.integers(0, 3 * 65_536 + 20))
def test_it_opens_any_number_of_chunks(size: int) -> None:
    sealed = envelope.seal(KEY, PLACE, bytes(size))
    assert structure.parse(sealed).padded_size == padme.padded_size(size, padme.TEXT_FLOOR)
    assert envelope.open_at(KEY, PLACE, sealed) == bytes(size)


@given(st.binary(max_size=1500), st.data())
def test_no_byte_of_an_envelope_can_be_changed(content: bytes, data: st.DataObject) -> None:
    sealed = bytearray(envelope.seal(KEY, PLACE, content))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Unsealable):
        envelope.open_at(KEY, PLACE, bytes(sealed))


@given(st.binary(max_size=1500), st.data())
def test_no_envelope_can_be_cut_anywhere(content: bytes, data: st.DataObject) -> None:
    sealed = envelope.seal(KEY, PLACE, content)
    at = data.draw(st.integers(0, len(sealed) - 1))
    with pytest.raises(Unsealable):
        envelope.open_at(KEY, PLACE, sealed[:at])


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_and_never_crash(untrusted: bytes) -> None:
    with pytest.raises(Malformed):
        structure.parse(untrusted)
    with pytest.raises(Malformed):
        structure.parse(b"\1" + untrusted)
    with pytest.raises(Unsealable):
        envelope.open_at(KEY, PLACE, untrusted)


def test_the_same_content_is_never_sealed_twice_alike() -> None:
    first, second = (structure.parse(envelope.seal(KEY, PLACE, b"x")) for _ in range(2))
    assert first.salt != second.salt
    assert first.commitment != second.commitment
    assert first.chunks != second.chunks


def test_short_texts_all_have_one_size() -> None:
    sizes = {len(envelope.seal(KEY, PLACE, b"x" * length)) for length in (0, 1, 500, 1016)}
    assert len(sizes) == 1


@given(st.integers(8, 10**9))
def test_padding_adds_an_eighth_at_most(length: int) -> None:
    padded = padme.padme(length)
    assert length <= padded <= length * 1.125
    assert padme.padme(padded) == padded


@pytest.mark.parametrize(
    "change",
    [
        {"portal": b"p" * 15},
        {"case": b"c" * 17},
        {"id": b""},
        {"writer": b"w" * 15},
        {"kind": ""},
        {"kind": "Reply"},
        {"kind": "a" * 33},
    ],
)
def test_it_reads_no_header_of_another_form(change: dict[str, bytes]) -> None:
    with pytest.raises(Malformed):
        Header.parse(replace(PLACE, **change).encode())  # type: ignore[arg-type] # wrong on purpose


def test_it_reads_no_epoch_of_five_bytes() -> None:
    four = b"\0\0\0\4" + bytes(4)
    with pytest.raises(Malformed):
        Header.parse(PLACE.encode().replace(four, b"\0\0\0\5" + bytes(5)))


def test_a_header_without_a_case_comes_back_without_a_case() -> None:
    place = replace(PLACE, case=None)
    assert Header.parse(place.encode()) == place
