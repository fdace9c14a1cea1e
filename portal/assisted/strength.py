"""Whether a password can be guessed by somebody who has the database and patience.

zxcvbn (Wheeler, USENIX Security 2016) estimates the guesses. It knows English only, so the Dutch words
that passphrases are made of go in beside the asker's own name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import lazy_gettext as _l
from zxcvbn import zxcvbn

# One guess costs an Argon2id run of a third of a second: 10^10 of them are a century of one core.
ENOUGH_GUESSES: Final = 10**10
LOOKED_AT: Final = 72  # characters; zxcvbn takes no more, and more only makes it stronger
SHORTEST: Final = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is None when the password will do."""

    guesses: int
    reason: str | None


_PATTERNS: Mapping[str, Any] = {
    "dictionary": _l("Het bestaat uit gewone woorden of namen die makkelijk te raden zijn."),
    "spatial": _l("Het is een rij toetsen naast elkaar."),
    "repeat": _l("Het herhaalt telkens hetzelfde."),
    "sequence": _l("Het is een reeks, zoals abc of 6543."),
    "regex": _l("Er zit een jaartal in dat makkelijk te raden is."),
    "date": _l("Er zit een datum in die makkelijk te raden is."),
    "bruteforce": _l("Het is te kort."),
}
_ADVICE = _l("Neem de zes woorden die we je geven, of voeg zelf nog enkele ongewone woorden toe.")
_LIKE_NAME = _l("Het lijkt op je naam.")
_SHORT = _l("Het is te kort.")


def judge(password: str, pseudonym: str, dutch_words: Sequence[str]) -> Verdict:
    """Estimate the guesses, with the pseudonym as the first thing that a guesser tries."""
    name = " ".join(pseudonym.lower().split())
    parts = [name, name.replace(" ", ""), *name.split()] if name else []
    result = zxcvbn(password[:LOOKED_AT], user_inputs=[*parts, *dutch_words])
    guesses = int(result["guesses"])
    if len(password) < SHORTEST:
        return Verdict(guesses, f"{_SHORT} {_ADVICE}")
    if guesses >= ENOUGH_GUESSES:
        return Verdict(guesses, None)
    return Verdict(guesses, f"{_weakness(result['sequence'], parts)} {_ADVICE}")


def _weakness(sequence: Sequence[Mapping[str, Any]], parts: Sequence[str]) -> str:
    longest = max(sequence, key=lambda match: len(match["token"]))
    if any(match.get("matched_word") in parts for match in sequence):
        return str(_LIKE_NAME)
    return str(_PATTERNS.get(longest["pattern"], _SHORT))
