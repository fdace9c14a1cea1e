"""The staff directory that a live site shows: its signatures, and the six words of the key behind it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from crypto.directory import Directory, Freshness, freshness_of, verify
from crypto.encoding import from_b64
from crypto.errors import ProtocolError
from crypto.words import fingerprint


class NotGenuine(Exception):
    """The directory isn't signed as it should be; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A directory that holds. `words` None and `version` 0 before a facilitator has set the portal up."""

    words: str | None
    version: int
    hash: bytes
    is_fresh: bool


EMPTY = Shown(None, 0, b"", is_fresh=True)


def read(untrusted_organisation: bytes, untrusted_directory: bytes | None, today: date) -> Shown:
    """Believe the answers of the API as far as signatures go; raise `NotGenuine`."""
    try:
        organisation = _object(untrusted_organisation)
        if organisation["organisation_key"] is None:
            return EMPTY
        portal, key = from_b64(organisation["portal"]), from_b64(organisation["organisation_key"])
        told = _object(untrusted_directory or b"")
        directory = verify(from_b64(told["directory"]), portal, key)
    except (ProtocolError, ValueError, KeyError, TypeError) as error:
        raise NotGenuine(str(error) or type(error).__name__) from error
    fresh = _is_fresh(directory, portal, told.get("freshness"), today)
    return Shown(fingerprint(key), directory.version, directory.hash, fresh)


def words_of(untrusted_organisation: bytes) -> str | None:
    """The six words of the organisation's key, None before there is one; raises `NotGenuine`."""
    try:
        key = _object(untrusted_organisation)["organisation_key"]
        return None if key is None else fingerprint(from_b64(key))
    except (ProtocolError, ValueError, KeyError, TypeError) as error:
        raise NotGenuine(str(error) or type(error).__name__) from error


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
