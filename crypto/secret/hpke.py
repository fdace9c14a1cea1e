"""HPKE (RFC 9180) to X-Wing keys (section 2)."""

from dataclasses import dataclass, field
from hashlib import shake_256
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from crypto.directory import KEM_PUBLIC_BYTES
from crypto.errors import Malformed, Unsealable

MLKEM_SEED_BYTES: Final = 64  # d ‖ z of FIPS 203
MLKEM_PUBLIC_BYTES: Final = 1_184
X25519_BYTES: Final = 32

_SUITE: Final = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class KemKey:
    """A private X-Wing key; `public` has 1,216 bytes."""

    public: bytes
    _private: MLKEM768X25519PrivateKey = field(repr=False, compare=False)

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        """Expand a 32-byte X-Wing seed (draft-connolly-cfrg-xwing-kem, section 5.2)."""
        expanded = shake_256(seed).digest(MLKEM_SEED_BYTES + X25519_BYTES)
        mlkem = MLKEM768PrivateKey.from_seed_bytes(expanded[:MLKEM_SEED_BYTES])
        x25519 = X25519PrivateKey.from_private_bytes(expanded[MLKEM_SEED_BYTES:])
        public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        return cls(public, MLKEM768X25519PrivateKey(mlkem, x25519))

    def open(self, info: bytes, untrusted_sealed: bytes) -> bytes:
        """Open what was sealed to this key for this `info`; raise `Unsealable`."""
        try:
            return _SUITE.decrypt(untrusted_sealed, self._private, info)
        except (InvalidTag, ValueError) as error:
            raise Unsealable("not sealed to this key for this place") from error


def seal(public: bytes, info: bytes, plaintext: bytes) -> bytes:
    """Seal to a public key: `enc ‖ ct`, 1,136 bytes more than the plaintext.

    Raises `Malformed` for bytes that are no public key. Base mode authenticates nobody.
    """
    return _SUITE.encrypt(plaintext, _public_key(public), info)


def _public_key(public: bytes) -> MLKEM768X25519PublicKey:
    if len(public) != KEM_PUBLIC_BYTES:
        raise Malformed("not an X-Wing public key")
    try:
        mlkem = MLKEM768PublicKey.from_public_bytes(public[:MLKEM_PUBLIC_BYTES])
    except ValueError as error:
        raise Malformed("not an ML-KEM-768 public key") from error
    x25519 = X25519PublicKey.from_public_bytes(public[MLKEM_PUBLIC_BYTES:])
    return MLKEM768X25519PublicKey(mlkem, x25519)
