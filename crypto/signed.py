"""Signed bodies, verifying only (section 6)."""

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from crypto.encoding import Reader, lp, sha256
from crypto.errors import Forged

SIGNATURE_BYTES: Final = 64
PUBLIC_KEY_BYTES: Final = 32


def to_be_signed(purpose: str, context: bytes, body: bytes) -> bytes:
    return lp(b"adviespunt/v1/sign/" + purpose.encode()) + lp(context) + lp(body)


def split(untrusted_signed: bytes) -> tuple[bytes, bytes]:
    """Give body and signature, unverified; raise `Malformed`."""
    reader = Reader(untrusted_signed)
    body = reader.prefixed()
    signature = reader.take(SIGNATURE_BYTES)
    reader.finish()
    return body, signature


def verify(public: bytes, purpose: str, context: bytes, untrusted_signed: bytes) -> bytes:
    """Give the body that `public` signed for this purpose and context.

    Raises `Malformed`, or `Forged` when the signature is another's (RFC 8032, pure Ed25519).
    """
    body, signature = split(untrusted_signed)
    try:
        key = Ed25519PublicKey.from_public_bytes(public)
        key.verify(signature, to_be_signed(purpose, context, body))
    except (InvalidSignature, ValueError) as error:
        raise Forged("not signed by this key") from error
    return body


def hash_of(signed: bytes) -> bytes:
    """`H` of the protocol: the hash by which a signed body names the one before it."""
    return sha256(signed)
