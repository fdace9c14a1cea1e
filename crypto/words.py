"""Bytes as Dutch words, for paper and for the voice (section 3)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Self

from crypto.encoding import sha256
from crypto.errors import Malformed, WordsRefused

WORD_BITS: Final = 13
LEAST_CHECK_BITS: Final = 12
FINGERPRINT_BITS: Final = 78
CASE_NAME_BITS: Final = 26

_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Wordlist:
    """8,192 words in rising order."""

    words: tuple[str, ...]
    places: dict[str, int]

    @classmethod
    def of(cls, words: Sequence[str]) -> Self:
        """Raise `Malformed` unless these are 8,192 different words of a-z, sorted."""
        if list(words) != sorted(set(words)) or len(words) != 1 << WORD_BITS:
            raise Malformed("not 8,192 different words in rising order")
        if not all(map(_WORD.fullmatch, words)):
            raise Malformed("a word that is not of a-z only")
        return cls(tuple(words), {word: place for place, word in enumerate(words)})

    def spell(self, bits: int, count: int) -> str:
        """Write `count` words for an integer of 13 bits a word, most significant first."""
        shifts = range(WORD_BITS * (count - 1), -1, -WORD_BITS)
        return " ".join(self.words[bits >> shift & len(self.words) - 1] for shift in shifts)

    def read(self, untrusted_text: str) -> tuple[int, int]:
        """Give the integer that the words spell, and how many they are; fold case and space."""
        words = untrusted_text.lower().split()
        bits = 0
        for word in words:
            if word not in self.places:
                raise WordsRefused(f"an unknown word: number {words.index(word) + 1}")
            bits = bits << WORD_BITS | self.places[word]
        return bits, len(words)


@cache
def dutch() -> Wordlist:
    return Wordlist.of(files("crypto").joinpath("words/nl.txt").read_text("ascii").split())


def words_of(data: bytes, wordlist: Wordlist | None = None) -> str:
    """Write bytes as words with check bits: 16 bytes as 11 words, 32 bytes as 21."""
    count = _count_for(len(data))
    check = _check_bits(data, WORD_BITS * count - 8 * len(data))
    bits = int.from_bytes(data, "big") << (WORD_BITS * count - 8 * len(data)) | check
    return (wordlist or dutch()).spell(bits, count)


def bytes_of(untrusted_text: str, length: int, wordlist: Wordlist | None = None) -> bytes:
    """Read back `length` bytes; raise `WordsRefused`."""
    bits, count = (wordlist or dutch()).read(untrusted_text)
    if count != _count_for(length):
        raise WordsRefused(f"{count} words where {_count_for(length)} are expected")
    check_bits = WORD_BITS * count - 8 * length
    data = (bits >> check_bits).to_bytes(length, "big")
    if bits & (1 << check_bits) - 1 != _check_bits(data, check_bits):
        raise WordsRefused("the words do not belong together: one of them is wrong")
    return data


def fingerprint(organisation_key: bytes, wordlist: Wordlist | None = None) -> str:
    """Six words by which people know their organisation's key."""
    return _hashed(b"adviespunt/v1/fingerprint" + organisation_key, FINGERPRINT_BITS, wordlist)


def case_name(case: bytes, wordlist: Wordlist | None = None) -> str:
    """Two words by which people tell cases apart; not secret and not unique."""
    return _hashed(b"adviespunt/v1/case-name" + case, CASE_NAME_BITS, wordlist)


def _hashed(data: bytes, bits: int, wordlist: Wordlist | None) -> str:
    return (wordlist or dutch()).spell(_first_bits(sha256(data), bits), bits // WORD_BITS)


def _count_for(length: int) -> int:
    return -(-(8 * length + LEAST_CHECK_BITS) // WORD_BITS)


def _check_bits(data: bytes, bits: int) -> int:
    return _first_bits(sha256(b"adviespunt/v1/words" + data), bits)


def _first_bits(data: bytes, bits: int) -> int:
    return int.from_bytes(data, "big") >> (8 * len(data) - bits)
