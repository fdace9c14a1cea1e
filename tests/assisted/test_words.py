"""Texts for every key that other parts can answer with, and passwords judged as a guesser would."""

from __future__ import annotations

import random
from typing import Any

import pytest
from flask import Flask
from flask_babel import Babel
from zxcvbn import matching

from crypto.secret.kdf import ASKER_WORDS, passphrase
from crypto.thread import KINDS
from portal.assisted import strength, texts
from portal.assisted.strength import ENOUGH_GUESSES, judge
from sanitizers import vocabulary


@pytest.fixture(autouse=True)
def in_dutch() -> object:
    app = Flask("words")
    Babel(app, default_locale="nl")
    with app.test_request_context():
        yield


def test_every_trace_caution_and_reason_has_words() -> None:
    assert set(texts.TRACES) == set(vocabulary.TRACES)
    assert set(texts.CAUTIONS) == set(vocabulary.CAUTIONS)
    assert set(texts.REFUSALS) == set(vocabulary.REASONS)


def test_every_deed_that_an_asker_sees_has_words() -> None:
    assert set(texts.DEEDS) == {kind for kind, told in KINDS.items() if told.thread == "case"}


def test_every_state_has_words_and_a_tone() -> None:
    states = {"new", "open", "answering", "answered", "passed", "closed", "withdrawn", "unreadable"}
    # What was answered and asked again is told apart from what was answered.
    assert set(texts.STATES) == set(texts.TONES) == states | {"reopened"}


def test_a_day_is_said_in_dutch() -> None:
    assert texts.say_day("2026-11-23") == "maandag 23 november 2026"


@pytest.mark.parametrize(
    "password",
    ["", "aap", "welkom123", "kasteel zee 12", "lotte2009!", "qwertyuiop", "aaaaaaaaaaaaaaaa"],
)
def test_what_is_guessed_first_is_refused(password: str) -> None:
    assert judge(password, "regenjas").reason


def test_the_pseudonym_counts_for_nothing() -> None:
    alone = judge("zilverpapieren kwikstaart", "")
    known = judge("zilverpapieren kwikstaart", "zilverpapieren kwikstaart")
    assert known.guesses < alone.guesses
    assert "Het lijkt op je naam." in (known.reason or "")


def test_joining_words_with_dashes_gains_nothing() -> None:
    assert judge("zon-maan-ster", "").guesses <= judge("zonmaanster", "").guesses


def test_offered_words_hold() -> None:
    for _ in range(20):
        assert judge(passphrase(ASKER_WORDS), "regenjas").guesses >= ENOUGH_GUESSES


def test_a_very_long_password_is_judged_too() -> None:
    assert judge("zeer lange zin " * 60, "regenjas").guesses > 0


def test_nobodys_name_stays_behind_in_the_estimator() -> None:
    judge("iets langs genoeg om te kijken", "geheime naam")
    assert "user_inputs" not in matching.RANKED_DICTIONARIES


def test_it_looks_at_no_more_of_a_name_than_a_name_can_have() -> None:
    near, far = judge("zqxwvkjp", "zqxwvkjp"), judge("zqxwvkjp", "a " * 100 + "zqxwvkjp")
    assert near.guesses < far.guesses


@pytest.mark.parametrize("seed", range(5))
def test_no_line_of_signs_keeps_the_estimator_busy(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each way of reading signs as letters is looked up whole: thousands of ways were a minute's work."""
    judge("iets", "")
    looked_up: list[int] = []
    lookup = matching.dictionary_match

    def counted(password: str, *more: Any, **named: Any) -> Any:
        looked_up.append(len(password))
        return lookup(password, *more, **named)

    monkeypatch.setattr(matching, "dictionary_match", counted)
    signs = "".join(random.Random(seed).choices("4@8({[<369&#!1/|0$5+7%2", k=1_000))
    judge(signs, "jan")
    # Every part of a reading is looked up, so what one costs grows with its square.
    assert 0 < sum(length**2 for length in looked_up) <= 10 * strength.LOOKED_AT**2


def test_signs_for_letters_gain_little() -> None:
    for password in ("w3lk0m123", "p@$$w0rd", "h4m5t3r"):
        assert judge(password, "regenjas").reason
