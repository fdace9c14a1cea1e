"""Whether a live site is what a release says: every address, twice, as two different visitors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from portal.pages.shells import LANGUAGES, address
from portal.release import directory
from portal.release.comparing import Expected, Finding, compare, expected_of
from portal.release.fetching import VISITORS, Answer, Site, Visitor, fetch
from portal.release.manifest import Manifest

ORGANISATION = "/api/v1/organisation?language=nl"
DIRECTORY = "/api/v1/directory"
STAFF = "staff directory"
ONION = re.compile(r"(http://[a-z2-7]{56}\.onion)(/.*)?")


@dataclass(frozen=True, slots=True)
class Result:
    """What was found. `directory` None: not genuine, or not the same for every visitor."""

    answers: int
    findings: tuple[Finding, ...]
    directory: directory.Shown | None
    onions: frozenset[str]


def check(
    manifest: Manifest, site: Site, chance: Random, today: date, words: str | None = None
) -> Result:
    """Visit the site as each visitor, in an order of chance; raise `NotChecked`."""
    expected = _expected(manifest, chance)
    visits = [_visit(site, visitor, sorted(expected), chance) for visitor in VISITORS]
    onions = frozenset(
        found
        for visit in visits
        for path, answer in visit.items()
        for found in _onion(path, answer)
    )
    shown, about_staff = _directory(visits, today)
    findings = [
        *_differences(expected, visits, is_tls=site.is_tls),
        *about_staff,
        *_about_words(visits, words),
        *_about(onions),
    ]
    return Result(sum(map(len, visits)), tuple(findings), shown, onions)


def _expected(manifest: Manifest, chance: Random) -> dict[str, Expected]:
    """What every address should give: those of the manifest, each portal's own, and two that nobody has."""
    expected = {path: expected_of(manifest, path) for path in manifest.kinds}
    for language in LANGUAGES:
        path = address("/plain", language)
        expected[path] = expected_of(manifest, path, "plain")
    for path in (ORGANISATION, DIRECTORY):
        expected[path] = expected_of(manifest, path, "api")
    for folder in ("", "/ask"):
        path = f"{folder}/{chance.randbytes(8).hex()}"
        expected[path] = expected_of(manifest, path, "missing")
    return expected


def _visit(site: Site, visitor: Visitor, paths: list[str], chance: Random) -> dict[str, Answer]:
    connection = site.connect()
    try:
        return {path: fetch(connection, path, visitor) for path in chance.sample(paths, len(paths))}
    finally:
        connection.close()


def _differences(
    expected: Mapping[str, Expected], visits: Iterable[Mapping[str, Answer]], *, is_tls: bool
) -> Iterator[Finding]:
    for path, wanted in sorted(expected.items()):
        told = [tuple(_found(path, wanted, visit[path], is_tls=is_tls)) for visit in visits]
        for what in dict.fromkeys(what for one in told for what in one):
            seeing = [v.name for v, one in zip(VISITORS, told, strict=True) if what in one]
            only = "" if len(seeing) == len(VISITORS) else f" (for {seeing[0]} only)"
            yield Finding(path, what + only)


def _found(path: str, wanted: Expected, answer: Answer, *, is_tls: bool) -> Iterator[str]:
    # Where an access word is set, the directory comes only after it. Whether it may be refused is
    # judged with the organisation's key; a refusal sets no more cookies than any other answer.
    if path == DIRECTORY and answer.status in directory.REFUSALS:
        wanted = _refused(wanted, answer)
    yield from compare(wanted, answer, is_tls=is_tls)


def _refused(wanted: Expected, answer: Answer) -> Expected:
    """A refusal is too short to pack: it needs no Vary, which a server before the portal may add."""
    told = {name.lower() for name, _ in answer.headers}
    headers = {n: value for n, value in wanted.headers.items() if n != "Vary" or "vary" in told}
    return replace(wanted, status=answer.status, headers=headers)


def _directory(
    visits: Iterable[Mapping[str, Answer]], today: date
) -> tuple[directory.Shown | None, list[Finding]]:
    """The directory that every visitor was shown, and what is wrong with what each was shown."""
    shown: list[directory.Shown | None] = []
    findings: dict[Finding, None] = {}  # in order, each once
    for visit in visits:
        try:
            shown.append(directory.read(visit[ORGANISATION], visit[DIRECTORY], today))
        except directory.NotGenuine as error:
            shown.append(None)
            findings[Finding(STAFF, f"it isn't signed as it should be: {error}")] = None
    if len(set(shown)) > 1:
        findings[Finding(STAFF, "one visitor is shown another than the next")] = None
        return None, list(findings)
    return shown[0], list(findings)


def _about_words(visits: Iterable[Mapping[str, Answer]], given: str | None) -> Iterator[Finding]:
    """Compare with the key that each visitor is told, also where the directory is kept back."""
    if given is None:
        return
    for told in dict.fromkeys(directory.words_of(visit[ORGANISATION]) for visit in visits):
        if told is None:
            yield Finding(STAFF, "the site names no organisation key to compare the six words with")
        elif told != normal(given):
            yield Finding(STAFF, f"its six words are “{told}”, not “{given}”")


def normal(words: str) -> str:
    return " ".join(words.lower().split())


def _onion(path: str, answer: Answer) -> Iterator[str]:
    for name, value in answer.headers:
        if name.lower() == "onion-location":
            match = ONION.fullmatch(value)
            same = match is not None and (match[2] or "") == path.partition("?")[0]
            yield match[1] if match and same else value


def _about(onions: frozenset[str]) -> Iterator[Finding]:
    if len(onions) > 1:
        yield Finding("Onion-Location", f"more than one onion address: {', '.join(sorted(onions))}")
