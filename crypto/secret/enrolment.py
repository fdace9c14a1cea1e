"""Joining the staff with a code that the server never sees (section 8)."""

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, Self

from crypto.directory import PublicKeys
from crypto.encoding import lp
from crypto.errors import Forged
from crypto.secret.kdf import CODE_BYTES, Entropy, derive, random_bytes

INVITE_ID_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation says; both sides hold its MAC against the code."""

    organisation: bytes
    person: bytes
    role: str
    name: str
    function: str


@dataclass(frozen=True, slots=True)
class Code:
    """An invitation's 16 bytes, handed over as 11 words outside the portal."""

    code: bytes = field(repr=False)

    @classmethod
    def make(cls, entropy: Entropy = random_bytes) -> Self:
        return cls(entropy(CODE_BYTES))

    @property
    def invite_id(self) -> bytes:
        return derive(self.code, "invite/id", INVITE_ID_BYTES)

    def offer_mac(self, portal: bytes, offer: Offer) -> bytes:
        texts = (text.encode() for text in (offer.role, offer.name, offer.function))
        return self._mac("offer", portal, offer.organisation, offer.person, *texts)

    def check_offer(self, portal: bytes, offer: Offer, untrusted_mac: bytes) -> None:
        """Raise `Forged` unless this is what was offered: who joins knows the organisation by it.

        The inviting browser checks it too, over what the server gives back.
        """
        _compare(self.offer_mac(portal, offer), untrusted_mac)

    def reply_mac(self, portal: bytes, member: bytes, keys: PublicKeys) -> bytes:
        return self._mac("enrol", portal, member, keys.kem, keys.sign)

    def check_reply(
        self, portal: bytes, member: bytes, keys: PublicKeys, untrusted_mac: bytes
    ) -> None:
        """Raise `Forged` unless whoever holds the code sent these keys.

        The caller's duty: to do so before signing a directory with the member in it.
        """
        _compare(self.reply_mac(portal, member, keys), untrusted_mac)

    def _mac(self, what: str, portal: bytes, *fields: bytes) -> bytes:
        parts = (f"adviespunt/v1/{what}".encode(), portal, self.invite_id, *fields)
        return hmac.digest(derive(self.code, "invite/mac"), b"".join(map(lp, parts)), sha256)


def _compare(expected: bytes, untrusted: bytes) -> None:
    if not hmac.compare_digest(expected, untrusted):
        raise Forged("not by who holds the code")
