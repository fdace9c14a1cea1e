"""Sealing and opening envelopes (section 4)."""

import hmac
from collections.abc import Iterator
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from crypto import structure
from crypto.encoding import VERSION, lp
from crypto.errors import Malformed, Unsealable
from crypto.padme import floor_of, pad, unpad
from crypto.secret.kdf import KEY_BYTES, Entropy, hkdf, random_bytes
from crypto.structure import CHUNK_BYTES, COMMITMENT_BYTES, SALT_BYTES, TAG_BYTES, Header

_SEALED_CHUNK: Final = CHUNK_BYTES + TAG_BYTES


def seal(key: bytes, header: Header, content: bytes, entropy: Entropy = random_bytes) -> bytes:
    """Seal content of any length for the place that `header` names. `key` has 32 bytes."""
    salt = entropy(SALT_BYTES)
    place = header.encode()
    once, commitment = _keys(key, salt, place)
    front = VERSION + salt + lp(place) + commitment
    return b"".join((front, *_seal_chunks(once, pad(content, floor_of(header.kind)))))


def open_at(key: bytes, expected: Header, untrusted_envelope: bytes) -> bytes:
    """Give the content of an envelope that stands where `expected` says.

    Raises `Unsealable`, whatever was wrong. Nothing is given out before every chunk has opened.
    """
    try:
        found = structure.parse(untrusted_envelope)
        if found.header != expected:
            raise Unsealable("an envelope of another place")
        once, commitment = _keys(key, found.salt, expected.encode())
        # GCM commits to no key: two keys can open one ciphertext, in two ways.
        if not hmac.compare_digest(commitment, found.commitment):
            raise Unsealable("another key")
        return unpad(_open_chunks(once, found.chunks), floor_of(expected.kind))
    except (Malformed, InvalidTag) as error:
        raise Unsealable("an envelope that is not whole") from error


def _keys(key: bytes, salt: bytes, place: bytes) -> tuple[bytes, bytes]:
    both = hkdf(key, salt, b"adviespunt/v1/envelope" + place, KEY_BYTES + COMMITMENT_BYTES)
    return both[:KEY_BYTES], both[KEY_BYTES:]


def _seal_chunks(once: bytes, padded: bytes) -> Iterator[bytes]:
    cipher = AESGCM(once)
    whole = memoryview(padded)
    starts = range(0, len(padded), CHUNK_BYTES)
    for i, at in enumerate(starts):
        nonce = _nonce(i, last=i == len(starts) - 1)
        yield cipher.encrypt(nonce, whole[at : at + CHUNK_BYTES], None)


def _open_chunks(once: bytes, chunks: bytes) -> bytes:
    cipher = AESGCM(once)
    whole = memoryview(chunks)
    starts = range(0, len(chunks), _SEALED_CHUNK)
    return b"".join(
        cipher.decrypt(_nonce(i, last=i == len(starts) - 1), whole[at : at + _SEALED_CHUNK], None)
        for i, at in enumerate(starts)
    )


def _nonce(chunk: int, *, last: bool) -> bytes:
    return chunk.to_bytes(11, "big") + bytes([last])
