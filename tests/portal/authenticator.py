"""An authenticator in software: real keys and real signatures, and every lie that one could tell."""

from __future__ import annotations

import json
import os
import struct
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from crypto.encoding import b64, from_b64

ORIGIN = "http://localhost"
PRESENT, VERIFIED, BACKUP_ELIGIBLE, ATTESTED = 0x01, 0x04, 0x08, 0x40


@dataclass
class Authenticator:
    """One passkey. `counts`: whether it counts its signatures, as one that can't be copied does."""

    origin: str = ORIGIN
    host: str = "localhost"
    counts: bool = True
    flags: int = PRESENT | VERIFIED
    count: int = 0
    credential: bytes = field(default_factory=lambda: os.urandom(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, challenge: str, **lies: Any) -> dict[str, str]:
        """The body that a browser sends of a new passkey; `lies` change the attestation object."""
        named = struct.pack(">H", len(self.credential)) + self.credential
        attested = bytes(16) + named + self._public()
        told = {"fmt": "none", "attStmt": {}, "authData": self._data(ATTESTED) + attested}
        return {
            "credential": b64(self.credential),
            "client_data": b64(self._client_data("webauthn.create", challenge)),
            "attestation": b64(cbor2.dumps(told | lies)),
        }

    def answer(self, challenge: str) -> dict[str, str]:
        """The body that a browser sends of an answer."""
        client = self._client_data("webauthn.get", challenge)
        if self.counts:
            self.count += 1
        data = self._data(0)
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        return {
            "credential": b64(self.credential), "client_data": b64(client),
            "authenticator_data": b64(data), "signature": b64(signature),
        }  # fmt: skip

    def _client_data(self, kind: str, challenge: str) -> bytes:
        value = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(value).encode()

    def _data(self, more: int) -> bytes:
        copied = 0 if self.counts else BACKUP_ELIGIBLE
        flags = self.flags | copied | more
        return sha256(self.host.encode()).digest() + struct.pack(">BI", flags, self.count)

    def _public(self) -> bytes:
        point = self.key.public_key().public_numbers()
        x, y = (n.to_bytes(32, "big") for n in (point.x, point.y))
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})


def changed(body: dict[str, str], name: str, place: int = -1) -> dict[str, str]:
    """The same with one bit of one part turned over."""
    part = bytearray(from_b64(body[name]))
    part[place] ^= 1
    return body | {name: b64(bytes(part))}
