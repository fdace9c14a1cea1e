import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crypto.errors import CredentialsRefused, Malformed, WordsRefused
from crypto.secret.kdf import (
    ASKER_WORDS,
    MAILBOX,
    STAFF,
    STAFF_WORDS,
    credentials,
    normal_name,
    passphrase,
    recovery_credentials,
)
from crypto.words import Wordlist, bytes_of, case_name, dutch, fingerprint, words_of
from deploy.dev.words import build
from tests.vectors.world import Deterministic

PORTAL = bytes(range(16))


@given(st.binary(min_size=16, max_size=16) | st.binary(min_size=32, max_size=32))
def test_it_reads_back_the_bytes_it_spelled(data: bytes) -> None:
    text = words_of(data)
    assert len(text.split()) == {16: 11, 32: 21}[len(data)]
    assert bytes_of(text, len(data)) == data


@given(st.binary(min_size=16, max_size=16), st.integers(0, 10), st.integers(1, 8191))
def test_a_wrong_word_is_noticed_but_for_one_in_thousands(data: bytes, at: int, by: int) -> None:
    words = words_of(data).split()
    place = (dutch().places[words[at]] + by) % 8192
    words[at] = dutch().words[place]
    with contextlib.suppress(WordsRefused):
        assert bytes_of(" ".join(words), 16) != data


def test_check_bits_catch_nearly_every_wrong_word() -> None:
    words = words_of(bytes(16)).split()
    caught = sum(
        _is_refused([*words[:3], other, *words[4:]])
        for other in dutch().words[:2000]
        if other != words[3]
    )
    assert caught >= 1990  # 15 check bits let one in 32,768 through


def _is_refused(words: list[str]) -> bool:
    try:
        bytes_of(" ".join(words), 16)
    except WordsRefused:
        return True
    return False


@pytest.mark.parametrize("text", ["", "qqq", "qqq " * 11])
def test_it_refuses_what_are_not_its_words(text: str) -> None:
    with pytest.raises(WordsRefused):
        bytes_of(text, 16)


def test_it_says_which_word_is_unknown_without_repeating_it() -> None:
    text = words_of(bytes(16)).split()
    text[2] = "geheimpje"
    with pytest.raises(WordsRefused, match="number 3") as caught:
        bytes_of(" ".join(text), 16)
    assert "geheimpje" not in str(caught.value)


def test_fingerprints_and_case_names_have_their_number_of_words() -> None:
    assert len(fingerprint(bytes(32)).split()) == 6
    assert len(case_name(bytes(16)).split()) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["a"],
        [f"w{i:04}" for i in range(8192)],
        ["a"] * 8192,
    ],
)
def test_it_takes_no_list_that_is_not_8192_sorted_words_of_letters(words: list[str]) -> None:
    with pytest.raises(Malformed):
        Wordlist.of(words)


def test_passphrases_have_as_many_words_as_asked_for() -> None:
    entropy = Deterministic("passphrase")
    assert len(passphrase(ASKER_WORDS, entropy=entropy).split()) == 6
    assert len(passphrase(STAFF_WORDS, entropy=entropy).split()) == 7
    assert passphrase(6, entropy=entropy) != passphrase(6, entropy=entropy)


def test_passphrases_use_the_whole_list() -> None:
    entropy = Deterministic("spread")
    drawn = [dutch().places[word] for _ in range(400) for word in _six(entropy)]
    halves = sum(place >= 4096 for place in drawn)
    assert 1000 < halves < 1400  # of 2,400: far outside is no uniform draw
    assert len({place // 512 for place in drawn}) == 16


def _six(entropy: Deterministic) -> list[str]:
    return passphrase(6, entropy=entropy).split()


def test_the_same_words_in_both_places_cannot_be_linked() -> None:
    mailbox = credentials(PORTAL, MAILBOX, "an", "geheim")
    staff = credentials(PORTAL, STAFF, "an", "geheim")
    both = {mailbox.locator, mailbox.login, mailbox.wrapping}
    assert len(both) == 3
    assert both.isdisjoint({staff.locator, staff.login, staff.wrapping})


def test_every_portal_gives_other_keys() -> None:
    here = credentials(PORTAL, MAILBOX, "an", "geheim")
    assert here != credentials(bytes(16), MAILBOX, "an", "geheim")


def test_a_recovery_code_gives_three_different_keys() -> None:
    found = recovery_credentials(bytes(16))
    assert len({found.locator, found.login, found.wrapping}) == 3


@given(st.text("aB9 \t\n~!", min_size=1, max_size=70))
@settings(max_examples=200)
def test_normalising_a_name_twice_is_normalising_it_once(name: str) -> None:
    try:
        once = normal_name(name)
    except CredentialsRefused:
        return
    assert normal_name(once) == once
    assert 1 <= len(once) <= 64


@pytest.mark.parametrize("password", ["", "\ud800", "x" * 1025])
def test_it_refuses_a_password_that_has_no_form(password: str) -> None:
    with pytest.raises(CredentialsRefused):
        credentials(PORTAL, MAILBOX, "an", password)


def test_no_word_is_one_that_nobody_wants_to_say() -> None:
    unwanted = build.lines_of(Path(build.__file__).with_name("unwanted.txt"))
    stems = tuple(word.removesuffix("*") for word in unwanted if word.endswith("*"))
    said = [word for word in dutch().words if word in unwanted or word.startswith(stems)]
    assert said == []
    assert len(set(dutch().words)) == 2**13
