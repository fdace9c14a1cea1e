"""The committed browser libraries speak the same bytes as Python's."""

import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
SEED = bytes(range(32))
INFO = b"adviespunt/v1/test"
TEXT = b"thirty-two bytes of a case's key"


def node(script: str, *arguments: str, stdin: str = "") -> str:
    done = subprocess.run(
        [NODE, HERE / script, *arguments], input=stdin, capture_output=True, text=True, check=True
    )
    return done.stdout


def browser(action: str, **fields: bytes) -> dict[str, str]:
    request = {"action": action} | {name: value.hex() for name, value in fields.items()}
    answer = json.loads(node("hpke.mjs", stdin=json.dumps(request)))
    assert isinstance(answer, dict)
    return answer


@pytest.fixture(scope="module")
def private_key() -> MLKEM768X25519PrivateKey:
    expanded = hashlib.shake_256(SEED).digest(96)
    return MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(expanded[:64]),
        X25519PrivateKey.from_private_bytes(expanded[64:]),
    )


@pytest.fixture(scope="module")
def public_bytes() -> bytes:
    return bytes.fromhex(browser("public", seed=SEED)["ok"])


def test_python_opens_what_the_browser_sealed(
    private_key: MLKEM768X25519PrivateKey, public_bytes: bytes
) -> None:
    sealed = bytes.fromhex(browser("seal", key=public_bytes, info=INFO, text=TEXT)["ok"])
    assert len(sealed) == 1168
    assert SUITE.decrypt(sealed, private_key, info=INFO) == TEXT


def test_the_browser_opens_what_python_sealed(private_key: MLKEM768X25519PrivateKey) -> None:
    sealed = SUITE.encrypt(TEXT, private_key.public_key(), info=INFO)
    assert browser("open", seed=SEED, info=INFO, sealed=sealed) == {"ok": TEXT.hex()}


def test_the_browser_refuses_what_is_bound_to_something_else(
    private_key: MLKEM768X25519PrivateKey,
) -> None:
    sealed = SUITE.encrypt(TEXT, private_key.public_key(), info=b"another case")
    assert "refused" in browser("open", seed=SEED, info=INFO, sealed=sealed)


def test_the_browser_refuses_a_changed_byte(private_key: MLKEM768X25519PrivateKey) -> None:
    sealed = bytearray(SUITE.encrypt(TEXT, private_key.public_key(), info=INFO))
    sealed[-1] ^= 1
    assert "refused" in browser("open", seed=SEED, info=INFO, sealed=bytes(sealed))


def test_the_browser_refuses_a_public_key_of_another_length(public_bytes: bytes) -> None:
    assert "refused" in browser("seal", key=public_bytes[:-1], info=INFO, text=TEXT)


@pytest.mark.parametrize("password", [b"x", b"kort", "wachtwoord é".encode(), b"x" * 1024])
def test_argon2id_gives_the_same_key_on_both_sides(password: bytes) -> None:
    salt = hashlib.sha256(b"salt").digest()[:16]
    ours = hash_secret_raw(password, salt, 3, 1024, 1, 32, Type.ID)
    assert node("argon2id.mjs", password.hex(), salt.hex(), "3", "1024").strip() == ours.hex()


@pytest.mark.parametrize("name", ["lit-html", "hpke", "xwing", "argon2id", "zxcvbn"])
def test_no_library_makes_code_from_text(name: str) -> None:
    code = (HERE.parents[1] / f"portal/static/vendor/{name}.js").read_text()
    assert "eval(" not in code
    assert "new Function" not in code


@pytest.mark.parametrize(
    "password",
    ["kasteel zee 12", "welkom01", "janpeeters", "Politie2024!", "azertyuiop", "blauwe-vogel"],
)
def test_a_password_that_people_here_would_choose_is_not_enough(password: str) -> None:
    assert json.loads(node("zxcvbn.mjs", password))["enough"] is False


@pytest.mark.parametrize(
    "password",
    ["fiets boom lamp regen kast muis", "xk3;Vq9wLm2!rT0z", "morgen bakt oma 77 taarten"],
)
def test_a_long_password_is_enough(password: str) -> None:
    assert json.loads(node("zxcvbn.mjs", password))["enough"] is True


def test_a_password_made_of_the_pseudonym_is_not_enough() -> None:
    alone = json.loads(node("zxcvbn.mjs", "grijze havik 2"))
    known = json.loads(node("zxcvbn.mjs", "grijze havik 2", "grijze havik", "grijzehavik"))
    assert known["guessesLog10"] < alone["guessesLog10"]
    assert known["enough"] is False


@pytest.mark.parametrize(
    ("names", "limit_bytes"),
    [(("hpke", "xwing", "argon2id"), 40_000), (("lit-html",), 6_000), (("zxcvbn",), 120_000)],
)
def test_the_libraries_stay_small_on_the_wire(names: tuple[str, ...], limit_bytes: int) -> None:
    paths = [HERE.parents[1] / f"portal/static/vendor/{name}.js" for name in names]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths) < limit_bytes
