"""What one seed makes of a mailbox or a member of staff (sections 3 and 6)."""

from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from crypto.directory import PublicKeys
from crypto.encoding import ASKER, lp
from crypto.secret import envelope
from crypto.secret.hpke import KemKey
from crypto.secret.kdf import Entropy, derive, random_bytes
from crypto.signed import to_be_signed
from crypto.structure import Header


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private Ed25519 key; `public` has 32 bytes."""

    public: bytes
    _private: Ed25519PrivateKey = field(repr=False, compare=False)

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        private = Ed25519PrivateKey.from_private_bytes(seed)
        return cls(private.public_key().public_bytes_raw(), private)

    def sign(self, purpose: str, context: bytes, body: bytes) -> bytes:
        """Give `lp(body) ‖ signature`."""
        return lp(body) + self._private.sign(to_be_signed(purpose, context, body))


@dataclass(frozen=True, slots=True)
class Identity:
    """The keys of a mailbox or member: all from one 32-byte seed."""

    kem: KemKey
    signing: SigningKey
    state_key: bytes = field(repr=False)
    draft_key: bytes = field(repr=False)

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        return cls(
            KemKey.from_seed(derive(seed, "kem")),
            SigningKey.from_seed(derive(seed, "sign")),
            derive(seed, "state"),
            derive(seed, "draft"),
        )

    @property
    def public(self) -> PublicKeys:
        return PublicKeys(self.kem.public, self.signing.public)


def wrap_seed(
    wrapping: bytes,
    portal: bytes,
    owner: bytes,
    seed: bytes,
    *,
    writer: bytes = ASKER,
    entropy: Entropy = random_bytes,
) -> bytes:
    """Seal a seed under a wrapping key; `writer` is the member id for staff."""
    return envelope.seal(wrapping, _seed_header(portal, owner, writer), seed, entropy)


def unwrap_seed(
    wrapping: bytes, portal: bytes, owner: bytes, untrusted: bytes, *, writer: bytes = ASKER
) -> bytes:
    """Give the seed, or raise `Unsealable`."""
    return envelope.open_at(wrapping, _seed_header(portal, owner, writer), untrusted)


def _seed_header(portal: bytes, owner: bytes, writer: bytes) -> Header:
    return Header(portal, None, 0, owner, writer, "seed")
