"""Checking a signature of minisign (https://jedisct1.github.io/minisign/): Ed25519 over BLAKE2b-512 of the file.

A release is signed with minisign itself, on a machine without a network; nothing here holds a secret key.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from portal.release.errors import BadSignature

KEY_LENGTH = 42  # "Ed", 8 bytes of key id, 32 of key
SIGNATURE_LENGTH = 74  # "ED", 8 bytes of key id, 64 of signature
TRUSTED = "trusted comment: "


@dataclass(frozen=True, slots=True)
class PublicKey:
    ident: bytes
    key: bytes

    @classmethod
    def read(cls, untrusted: str) -> Self:
        """A key as minisign prints it, or the text of minisign.pub. Raise `BadSignature`."""
        lines = [line for line in untrusted.split("\n") if line.strip()]
        raw = _decode(lines[-1] if lines else "", KEY_LENGTH, "This is no public key of minisign.")
        if raw[:2] != b"Ed":
            raise BadSignature("This public key is of a kind that minisign doesn't have.")
        return cls(raw[2:10], raw[10:])


def verify(key: PublicKey, untrusted_file: bytes, untrusted_signature: str) -> str:
    """The signed comment of a good signature; raise `BadSignature` for any other."""
    lines = untrusted_signature.split("\n")
    if len(lines) < 4 or not lines[2].startswith(TRUSTED):  # noqa: PLR2004 - a signature has four lines
        raise BadSignature("This is no signature of minisign.")
    raw = _decode(lines[1], SIGNATURE_LENGTH, "This is no signature of minisign.")
    # "Ed", over the file itself, is minisign's older form; one form is enough.
    if raw[:2] != b"ED":
        raise BadSignature("The manifest was signed in minisign's older form; sign it again.")
    if raw[2:10] != key.ident:
        raise BadSignature("The manifest was signed with another key.")
    comment = lines[2][len(TRUSTED) :].rstrip("\r")
    both = _decode(lines[3], 64, "This is no signature of minisign.")
    public = Ed25519PublicKey.from_public_bytes(key.key)
    try:
        public.verify(raw[10:], hashlib.blake2b(untrusted_file).digest())
        public.verify(both, raw[10:] + comment.encode())
    except InvalidSignature as error:
        raise BadSignature("The signature doesn't belong to this manifest.") from error
    return comment


def _decode(untrusted: str, length: int, problem: str) -> bytes:
    try:
        raw = base64.b64decode(untrusted.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadSignature(problem) from error
    if len(raw) != length:
        raise BadSignature(problem)
    return raw
