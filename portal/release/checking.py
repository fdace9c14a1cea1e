"""Whether a live site is what a release says: every address, twice, as two different visitors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
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
    """What was found. `directory` None: it can't be seen without the access word, or isn't genuine."""

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
    shown, about_staff = _directory(visits, words, today)
    findings = [*_differences(expected, visits, is_tls=site.is_tls), *about_staff, *_about(onions)]
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
    # Where an access word is set, the directory comes only after it; the refusal has no body to pack.
    if path == DIRECTORY and answer.status in {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}:
        if any(name.lower() == "set-cookie" for name, _ in answer.headers):
            yield "a cookie is set"
        return
    yield from compare(wanted, answer, is_tls=is_tls)


def _directory(
    visits: Iterable[Mapping[str, Answer]], words: str | None, today: date
) -> tuple[directory.Shown | None, list[Finding]]:
    """The directory that every visitor was shown, None behind an access word, and what is wrong with either.

    The organisation's key, whose words are compared, is told before the access word too.
    """
    seen: list[tuple[str | None, directory.Shown | None]] = []
    for visit in visits:
        organisation, signed = visit[ORGANISATION], visit[DIRECTORY]
        closed = signed.status == HTTPStatus.FORBIDDEN
        try:
            shown = None if closed else directory.read(organisation.body, signed.body, today)
            seen.append((directory.words_of(organisation.body), shown))
        except directory.NotGenuine as error:
            return None, [Finding(STAFF, f"it isn't signed as it should be: {error}")]
    first, *others = seen
    findings = [
        Finding(STAFF, "one visitor is shown another than the next")
        for other in others
        if other != first
    ]
    own, shown = first
    if words is not None and own != " ".join(words.lower().split()):
        findings.append(Finding(STAFF, f"its six words are “{own}”, not “{words}”"))
    return shown, findings


def _onion(path: str, answer: Answer) -> Iterator[str]:
    for name, value in answer.headers:
        if name.lower() == "onion-location":
            match = ONION.fullmatch(value)
            same = match is not None and (match[2] or "") == path.partition("?")[0]
            yield match[1] if match and same else value


def _about(onions: frozenset[str]) -> Iterator[Finding]:
    if len(onions) > 1:
        yield Finding("Onion-Location", f"more than one onion address: {', '.join(sorted(onions))}")
