"""What a browser does when a portal is busy: the work, and the same request again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from argon2.low_level import Type, hash_secret_raw

from crypto.encoding import b64, from_b64
from portal.services.doors import work
from tests.portal.fake import Browser


def solve(given: dict[str, Any]) -> str:
    """The header for a challenge, found as the browser's worker finds it."""
    return next(header for header, is_right in _tries(given) if is_right)


def miss(given: dict[str, Any]) -> str:
    """A header with a nonce that did not take the effort; asked for an effort over 1."""
    return next(header for header, is_right in _tries(given) if not is_right)


def _tries(given: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    salt = from_b64(given["challenge"])[13:29]
    for number in count():
        nonce = number.to_bytes(work.NONCE_BYTES, "big")
        found = hash_secret_raw(nonce, salt, 1, 4_096, 1, 4, Type.ID)
        is_right = int.from_bytes(found, "big") * given["effort"] <= work.LARGEST
        yield f"{given['challenge']}.{b64(nonce)}", is_right


def patiently(browser: Browser, method: str, path: str, body: object) -> Any:
    """Send; when the portal asks for work, do it and send the same again."""
    answer = browser.call(method, path, body)
    if answer.status_code == 429 and answer.json["problem"] == "work":
        answer = browser.call(method, path, body, **{"Adviespunt-Work": solve(answer.json["work"])})
    return answer
