"""The libraries under the protocol, and how we use them, against what others have published."""

import json
from hashlib import sha3_256, shake_256
from pathlib import Path
from typing import Any

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.bindings._rust import openssl
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from crypto import signed
from crypto.secret import kdf
from crypto.secret.hpke import KemKey
from crypto.secret.identity import SigningKey

PUBLISHED = Path(__file__).parent / "published"
KEMS = {0x0010: KEM.P256, 0x0020: KEM.X25519, 0x647A: KEM.MLKEM768_X25519}
AEADS = {1: AEAD.AES_128_GCM, 2: AEAD.AES_256_GCM, 3: AEAD.CHACHA20_POLY1305}


def _published(name: str) -> Any:
    return json.loads((PUBLISHED / name).read_text())


def _private_key(vector: dict[str, Any]) -> Any:
    raw = bytes.fromhex(vector["skRm"])
    match vector["kem_id"]:
        case 0x0010:
            return derive_private_key(int.from_bytes(raw, "big"), SECP256R1())
        case 0x0020:
            return X25519PrivateKey.from_private_bytes(raw)
        case _:
            return KemKey.from_seed(raw)._private


@pytest.mark.parametrize(
    "vector",
    _published("hpke.json"),
    ids=lambda vector: f"{vector['kem_id']:#x}-{vector['aead_id']}",
)
def test_hpke_opens_what_rfc_9180_and_its_post_quantum_draft_sealed(vector: dict[str, Any]) -> None:
    # The published messages carry an aad, which the library's public call does not offer.
    suite = Suite(KEMS[vector["kem_id"]], KDF.HKDF_SHA256, AEADS[vector["aead_id"]])
    sealed, info, aad = (bytes.fromhex(vector[n]) for n in ("enc", "info", "aad"))
    opened = openssl.hpke._decrypt_with_aad(
        suite, sealed + bytes.fromhex(vector["ct"]), _private_key(vector), info, aad
    )
    assert opened == bytes.fromhex(vector["pt"])


def test_an_x_wing_seed_gives_the_public_key_of_the_hpke_draft() -> None:
    vector = next(v for v in _published("hpke.json") if v["kem_id"] == 0x647A)
    key = KemKey.from_seed(bytes.fromhex(vector["skRm"]))
    assert key.public == bytes.fromhex(vector["pkRm"])


def test_an_x_wing_seed_gives_the_public_key_of_its_draft() -> None:
    vector = _published("xwing.json")
    public = KemKey.from_seed(bytes.fromhex(vector["seed"])).public
    assert public.startswith(bytes.fromhex(vector["public_begins"]))
    assert public.endswith(bytes.fromhex(vector["public_ends"]))


def test_the_parts_of_an_x_wing_seed_decapsulate_as_in_its_draft() -> None:
    # The library gives no shared secret of X-Wing itself: combined here as section 5.3 says.
    vector = _published("xwing.json")
    seed, ciphertext = bytes.fromhex(vector["seed"]), bytes.fromhex(vector["ciphertext"])
    expanded = shake_256(seed).digest(96)
    x25519 = X25519PrivateKey.from_private_bytes(expanded[64:])
    to_mlkem, to_x25519 = ciphertext[:1088], ciphertext[1088:]
    from_mlkem = MLKEM768PrivateKey.from_seed_bytes(expanded[:64]).decapsulate(to_mlkem)
    from_x25519 = x25519.exchange(X25519PublicKey.from_public_bytes(to_x25519))
    own = KemKey.from_seed(seed).public[-32:]
    label = b"\\.//^\\"
    combined = sha3_256(from_mlkem + from_x25519 + to_x25519 + own + label).hexdigest()
    assert combined == vector["shared_secret"]


def test_argon2id_gives_the_tag_of_rfc_9106() -> None:
    # RFC 9106, section 5.3. argon2-cffi has no place for secret and associated data, so this holds
    # another library to the RFC, and the next test holds argon2-cffi to that one.
    tag = Argon2id(
        salt=b"\2" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        secret=b"\3" * 8,
        ad=b"\4" * 12,
    ).derive(b"\1" * 32)
    assert tag.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


@pytest.mark.parametrize(
    ("passes", "kibibytes", "lanes"),
    [(3, 32, 4), (1, 64, 1), (kdf.ARGON2_PASSES, kdf.ARGON2_KIBIBYTES, kdf.ARGON2_LANES)],
)
def test_the_two_argon2id_libraries_agree(passes: int, kibibytes: int, lanes: int) -> None:
    password, salt = b"\1" * 32, b"\2" * 16
    ours = hash_secret_raw(password, salt, passes, kibibytes, lanes, 32, Type.ID, 0x13)
    theirs = Argon2id(
        salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=kibibytes
    ).derive(password)
    assert ours == theirs


def test_argon2id_without_secret_gives_the_reference_programs_tag() -> None:
    tag = hash_secret_raw(b"\1" * 32, b"\2" * 16, 3, 32, 4, 32, Type.ID, 0x13)
    assert tag.hex() == "03aab965c12001c9d7d0d2de33192c0494b684bb148196d73c1df1acaf6d0c2e"


def test_hkdf_gives_the_first_and_third_output_of_rfc_5869() -> None:
    key = b"\x0b" * 22
    salt, info = bytes(range(13)), bytes(range(0xF0, 0xFA))
    assert kdf.hkdf(key, salt, info, 42).hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )
    assert kdf.hkdf(key, b"", b"", 42).hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


def test_ed25519_gives_the_signature_of_rfc_8032() -> None:
    seed = bytes.fromhex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
    public = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
    signature = (
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    )
    assert SigningKey.from_seed(seed).public.hex() == public
    assert Ed25519PrivateKey.from_private_bytes(seed).sign(b"\xaf\x82").hex() == signature


def test_aes_256_gcm_gives_the_last_case_of_its_specification_with_96_bits_of_nonce() -> None:
    # McGrew and Viega, The Galois/Counter Mode of Operation, test case 16.
    key = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    nonce = bytes.fromhex("cafebabefacedbaddecaf888")
    plain = bytes.fromhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    aad = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    sealed = AESGCM(key).encrypt(nonce, plain, aad)
    assert sealed[:16].hex() == "522dc1f099567d07f47f37a32a84427d"
    assert sealed[-16:].hex() == "76fc6ece0f4e1768cddf8853bb2d551b"


def test_what_is_signed_names_its_purpose_and_place() -> None:
    assert signed.to_be_signed("message", b"here", b"{}") == (
        b"\0\0\0\x1aadviespunt/v1/sign/message\0\0\0\x04here\0\0\0\x02{}"
    )
