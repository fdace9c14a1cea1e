"""A release key of the tests' own, and signatures as minisign makes them."""

from __future__ import annotations

import base64
import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

IDENT = b"\x01\x02\x03\x04\x05\x06\x07\x08"


def public_key(key: Ed25519PrivateKey, ident: bytes = IDENT) -> str:
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(b"Ed" + ident + raw).decode()


def sign(
    key: Ed25519PrivateKey, content: bytes, comment: str = "adviespunt 1.2.3", ident: bytes = IDENT
) -> str:
    signature = key.sign(hashlib.blake2b(content).digest())
    both = key.sign(signature + comment.encode())
    lines = [
        "untrusted comment: signature from minisign secret key",
        base64.b64encode(b"ED" + ident + signature).decode(),
        f"trusted comment: {comment}",
        base64.b64encode(both).decode(),
    ]
    return "\n".join(lines) + "\n"
