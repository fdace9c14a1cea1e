"""The staff directory that a live site shows: its signatures, and the six words of the key behind it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any

from crypto.directory import Directory, Freshness, freshness_of, verify
from crypto.encoding import from_b64
from crypto.errors import ProtocolError
from crypto.words import fingerprint
from portal.release.fetching import Answer

REFUSALS = (
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
)  # before the access word; before there is one


class NotGenuine(Exception):
    """The directory isn't signed as it should be; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A directory that holds. `words` None before a facilitator has set the portal up.

    `version` 0 where there is none to be seen: then, or without the access word.
    """

    words: str | None
    version: int
    hash: bytes
    is_fresh: bool


EMPTY = Shown(None, 0, b"", is_fresh=True)


def read(organisation: Answer, signed: Answer, today: date) -> Shown:
    """Believe what one visitor was told as far as signatures go; raise `NotGenuine`."""
    try:
        told = _object(organisation.body)
        if told["organisation_key"] is None:
            return _none_yet(signed)
        portal, key = from_b64(told["portal"]), from_b64(told["organisation_key"])
        if signed.status == HTTPStatus.FORBIDDEN and told["access_word"] is True:
            return Shown(fingerprint(key), 0, b"", is_fresh=True)
        if signed.status in REFUSALS:
            raise NotGenuine(f"it is kept back ({signed.status}), and no access word is asked for")
        told = _object(signed.body)
        directory = verify(from_b64(told["directory"]), portal, key)
    except (ProtocolError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotGenuine(str(error) or type(error).__name__) from error
    fresh = _is_fresh(directory, portal, told.get("freshness"), today)
    return Shown(fingerprint(key), directory.version, directory.hash, fresh)


def words_of(organisation: Answer) -> str | None:
    """The six words of the key that the site names, whatever it shows signed; None where it names none."""
    try:
        return fingerprint(from_b64(_object(organisation.body)["organisation_key"]))
    except (ProtocolError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _none_yet(signed: Answer) -> Shown:
    if signed.status not in REFUSALS:
        raise NotGenuine("one is shown without an organisation key")
    return EMPTY


def _object(untrusted: bytes) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(untrusted)
    return found


def _is_fresh(directory: Directory, portal: bytes, untrusted: str | None, today: date) -> bool:
    try:
        return (
            untrusted is not None
            and freshness_of(directory, portal, from_b64(untrusted), today) is Freshness.FRESH
        )
    except ProtocolError:
        return False
