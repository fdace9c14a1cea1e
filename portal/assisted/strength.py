"""Whether a password can be guessed by somebody who has the database and patience.

zxcvbn (Wheeler, USENIX Security 2016) estimates the guesses. It knows English only, so Dutch words and
Belgian names go in beside the asker's own name. The sealed pages estimate in the same way
(`deploy/dev/vendor/zxcvbn.entry.js`).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import Any, Final

from portal.assisted.saying import _l

# With 64 MiB of Argon2id for each guess, a thief who tries ten thousand a second needs three centuries.
ENOUGH_GUESSES: Final = 10**14
# Characters: more only makes a password stronger, and what lies between every two of them is looked up.
LOOKED_AT: Final = 64
NAME_PARTS: Final = 8  # each is looked for at every place

_one_at_a_time = threading.Lock()
_JOINTS = re.compile(r"[\s\-_.]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is None when the password will do."""

    guesses: int
    reason: str | None


_PATTERNS: Mapping[str, Any] = {
    "dictionary": _l("Er zitten gewone woorden of namen in die makkelijk te raden zijn."),
    "spatial": _l("Er zit een rij toetsen in die naast elkaar liggen."),
    "repeat": _l("Het herhaalt telkens hetzelfde."),
    "sequence": _l("Er zit een reeks in, zoals abc of 6543."),
    "regex": _l("Er zit een jaartal in dat makkelijk te raden is."),
    "date": _l("Er zit een datum in die makkelijk te raden is."),
    "bruteforce": _l("Het is te kort."),
}
_LIKE_NAME = _l("Het lijkt op je naam.")
_ADVICE = _l("Neem de zes woorden die we je geven, of voeg zelf nog enkele ongewone woorden toe.")


def judge(password: str, pseudonym: str) -> Verdict:
    """Estimate the guesses, with the pseudonym as the first thing that a guesser tries."""
    _prepare()
    # No name is that long; whatever was typed there must not hold up everybody else's estimates.
    name = " ".join(pseudonym[:LOOKED_AT].lower().split())
    known = [part for part in {name, name.replace(" ", ""), *name.split()[:NAME_PARTS]} if part]
    looked_at = password[:LOOKED_AT]
    # Whoever guesses words tries the usual ways of joining them.
    readings = [reading for reading in (looked_at, _JOINTS.sub("", looked_at)) if reading]
    if not readings:
        return Verdict(1, f"{_PATTERNS['bruteforce']} {_ADVICE}")
    results = _estimates(readings, known)
    weakest = min(results, key=lambda result: int(result["guesses"]))
    guesses = int(weakest["guesses"])
    if guesses >= ENOUGH_GUESSES:
        return Verdict(guesses, None)
    return Verdict(guesses, f"{_weakness(weakest['sequence'], known)} {_ADVICE}")


def _estimates(readings: Sequence[str], known: Sequence[str]) -> Sequence[Mapping[str, Any]]:
    """Ask zxcvbn, which keeps the asker's name in a global: one at a time, and gone afterwards."""
    from zxcvbn import matching, zxcvbn  # noqa: PLC0415 - 12 MB, for who asks on the plain pages

    with _one_at_a_time:
        try:
            return [zxcvbn(one, user_inputs=known, max_length=LOOKED_AT) for one in readings]
        finally:
            matching.RANKED_DICTIONARIES.pop("user_inputs", None)


def _weakness(sequence: Sequence[Mapping[str, Any]], known: Sequence[str]) -> str:
    if any(match.get("matched_word") in known for match in sequence):
        return str(_LIKE_NAME)
    longest = max(sequence, key=lambda match: len(match["token"]))
    return str(_PATTERNS.get(longest["pattern"], _PATTERNS["bruteforce"]))


Signs = Mapping[str, Iterable[str]]


def _one_sign_a_letter(
    password: str, table: Signs, *, all_signs: Callable[[str, Signs], dict[str, list[str]]]
) -> dict[str, list[str]]:
    """For each letter the sign that most often stands for it (`4` or `@` for a).

    zxcvbn reads a password once for every way of choosing among the signs in it, and thousands of
    ways were a minute's work: anybody could hold up everybody with one line of signs.
    """
    found = all_signs(password, table)
    return {letter: [max(signs, key=password.count)] for letter, signs in found.items()}


@cache
def _prepare() -> None:
    """Teach zxcvbn Dutch, and keep it from taking long."""
    from zxcvbn import matching  # noqa: PLC0415 - as above

    all_signs = matching.relevant_l33t_subtable
    matching.relevant_l33t_subtable = partial(_one_sign_a_letter, all_signs=all_signs)

    words = files("crypto") / "words"
    for kind in ("words", "names"):
        listed = (words / f"guessable-{kind}.txt").read_text("utf-8").split()
        matching.add_frequency_lists({f"dutch_{kind}": listed})
