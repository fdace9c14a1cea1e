"""Case and notes keys: committing to them, sealing them to people, opening them (section 5)."""

import hmac
from dataclasses import dataclass
from typing import Final

from crypto.encoding import lp, u32
from crypto.errors import Unsealable
from crypto.secret import hpke
from crypto.secret.kdf import KEY_BYTES, derive

CASE: Final = "case"
NOTES: Final = "notes"


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Whose key it is, of which case and epoch; `purpose` is `CASE` or `NOTES`."""

    portal: bytes
    case: bytes
    epoch: int
    recipient: bytes
    purpose: str

    def info(self) -> bytes:
        return (
            b"adviespunt/v1/key"
            + lp(self.portal)
            + lp(self.case)
            + lp(u32(self.epoch))
            + lp(self.recipient)
            + lp(self.purpose.encode())
        )


def commit(key: bytes, purpose: str) -> bytes:
    """Give the 32 bytes by which a roster names a key without telling it."""
    return derive(key, f"commit/{purpose}")


def seal_to(public: bytes, place: KeyPlace, key: bytes) -> bytes:
    """Seal a 32-byte key to a participant: 1,168 bytes."""
    return hpke.seal(public, place.info(), key)


def open_unverified(opener: hpke.KemKey, place: KeyPlace, untrusted_sealed: bytes) -> bytes:
    """Give a key that anyone may have sealed, or raise `Unsealable`.

    The caller's duty: to believe nothing under it before `holds` has compared it with a roster.
    """
    key = opener.open(place.info(), untrusted_sealed)
    if len(key) != KEY_BYTES:
        raise Unsealable("a key that has not 32 bytes")
    return key


def holds(key: bytes, purpose: str, commitment: bytes) -> bool:
    """Say whether this is the key that a roster commits to."""
    return hmac.compare_digest(commit(key, purpose), commitment)


def open_from(
    opener: hpke.KemKey, place: KeyPlace, commitment: bytes, untrusted_sealed: bytes
) -> bytes:
    """Give the key that a verified roster commits to, or raise `Unsealable`."""
    key = open_unverified(opener, place, untrusted_sealed)
    if not holds(key, place.purpose, commitment):
        raise Unsealable("a key that the roster does not name")
    return key
