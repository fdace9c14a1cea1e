"""Writes the words as a browser gets them: `python -m deploy.dev.words.fold <crypto/words/nl.txt`.

Each word as the number of letters it shares with the word before (nine at most), and the rest. Two fifths of a sorted
list are such letters, and no compression finds them all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

MOST = 9  # one digit


def fold(words: Iterable[str]) -> Iterator[str]:
    before = ""
    for word in words:
        pairs = zip(before, word, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], islice(pairs, MOST)))
        yield f"{shared}{word[shared:]}"
        before = word


if __name__ == "__main__":
    print("".join(fold(sys.stdin.read().split())))
