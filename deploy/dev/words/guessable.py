"""Makes crypto/words/guessable-*.txt, the words that whoever guesses a Dutch password tries first.

    python -m deploy.dev.words.guessable LANGUAGE CHOSEN FOLDER

LANGUAGE is the `dist` folder of @zxcvbn-ts/language-nl-be, CHOSEN the list of crypto/words/nl.txt.
Ranks count by their order of magnitude only, so each doubling of the rank is sorted: the browser's
copy then compresses to half.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from deploy.dev.words.build import by_rank, lines_of, module_list

MOST_WORDS = 14_000
MOST_SURNAMES = 1_500
SHORTEST = 3


def main(language: Path, chosen: Path, folder: Path) -> None:
    lists = {path.name.split(".")[0]: module_list(path) for path in language.glob("*.json.esm.js")}
    words = by_rank([lists["commonWords"], lists["wikipedia"][:4000], lines_of(chosen)])
    names = _in_turns(
        lists["girlsFirstnames"], lists["boysFirstnames"], lists["lastnames"][:MOST_SURNAMES]
    )
    _write(folder / "guessable-words.txt", list(_plain(words))[:MOST_WORDS])
    _write(folder / "guessable-names.txt", list(_plain(names)))


def _in_turns(*lists: Sequence[str]) -> Iterator[str]:
    for row in zip_longest(*lists, fillvalue=""):
        yield from row


def _plain(words: Iterable[str]) -> Iterator[str]:
    """Yield each word once, as one would type it as a password: without spaces."""
    joined = (word.replace(" ", "").replace("'", "") for word in words)
    return iter(dict.fromkeys(word for word in joined if len(word) >= SHORTEST))


def _write(path: Path, ranked: Sequence[str]) -> None:
    path.write_text("\n".join(_sorted_by_doubling(ranked)) + "\n", encoding="utf-8")


def _sorted_by_doubling(ranked: Sequence[str]) -> Iterator[str]:
    start, end = 0, 64
    while start < len(ranked):
        yield from sorted(ranked[start:end])
        start, end = end, end * 2


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
