"""Chooses the 8,192 words of crypto/words/nl.txt. Method and sources: crypto/words/README.md.

    python -m deploy.dev.words.build OPENTAAL RANKING...     writes the list to standard output

OPENTAAL is a plain list, one word a line. Each RANKING goes from common to rare and is a module of
@zxcvbn-ts/language-nl-be, which holds one long string with commas.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

WANTED = 8192
EASY = re.compile(r"(?!.*[qxy])[a-z]{4,8}\Z")
"""Q, x and y hide foreign spellings that people get wrong when they hear a word."""

ENDINGS = ("e", "s", "n", "r", "t", "d", "en", "er", "je", "te", "de", "st", "ten", "den", "jes")


def main(arguments: Sequence[str]) -> None:
    opentaal, rankings = lines_of(arguments[0]), [module_list(path) for path in arguments[1:]]
    unwanted = lines_of(Path(__file__).with_name("unwanted.txt"))
    known = {word for word in opentaal if EASY.match(word)} - set(unwanted)
    stems = tuple(word.removesuffix("*") for word in unwanted if word.endswith("*"))
    common = [word for word in by_rank(rankings) if word in known and not word.startswith(stems)]
    words = _distinct_first(common)[:WANTED]
    if len(words) < WANTED:
        sys.exit(f"only {len(words)} words are left")
    print("\n".join(sorted(words)))


def lines_of(path: str | Path) -> list[str]:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def module_list(path: str | Path) -> list[str]:
    found = re.search(r'"([^"]*)"\.split', Path(path).read_text(encoding="utf-8"))
    return found[1].split(",") if found else []


def by_rank(rankings: Iterable[Sequence[str]]) -> list[str]:
    """Merge: a word is as common as the list says that has it highest."""
    best: dict[str, int] = {}
    for ranking in rankings:
        for position, word in enumerate(ranking):
            best[word] = min(position, best.get(word, position))
    return sorted(best, key=lambda word: (best[word], word))


def _distinct_first(words: Iterable[str]) -> list[str]:
    """Put forms of a more common word (huis, huizen stay; boek, boeken) at the end."""
    kept: dict[str, None] = {}
    forms: list[str] = []
    for word in words:
        if _is_form(word, kept):
            forms.append(word)
        else:
            kept[word] = None
    return [*kept, *forms]


def _is_form(word: str, kept: Iterable[str]) -> bool:
    bases = {word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)}
    longer = {word + ending for ending in ENDINGS}
    return any(other in kept for other in (bases - {word}) | longer)


if __name__ == "__main__":
    main(sys.argv[1:])
