from __future__ import annotations

import base64
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from portal.release.errors import BadSignature
from portal.release.minisign import PublicKey, verify
from tests.release.signing import public_key, sign

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
COMMENT = "adviespunt 1.2.3"
FILE = b'{"manifest": {}}\n'


def test_a_good_signature_gives_its_signed_comment() -> None:
    assert verify(PublicKey.read(public_key(KEY)), FILE, sign(KEY, FILE)) == COMMENT


def without_line(number: int) -> str:
    lines = sign(KEY, FILE).split("\n")
    del lines[number]
    return "\n".join(lines)


def in_the_older_form() -> str:
    lines = sign(KEY, FILE).split("\n")
    raw = base64.b64decode(lines[1])
    lines[1] = base64.b64encode(b"Ed" + raw[2:10] + KEY.sign(FILE)).decode()
    return "\n".join(lines)


@pytest.mark.parametrize(
    "signature",
    [
        sign(KEY, FILE + b" "),
        sign(KEY, FILE).replace("1.2.3", "9.9.9"),
        sign(KEY, FILE, ident=b"another!"),
        sign(Ed25519PrivateKey.from_private_bytes(bytes(32)), FILE),
        in_the_older_form(),
        *[without_line(number) for number in range(4)],
        "",
        "a\nb\ntrusted comment: c\nd\n",
    ],
)
def test_any_other_is_refused(signature: str) -> None:
    with pytest.raises(BadSignature):
        verify(PublicKey.read(public_key(KEY)), FILE, signature)


@pytest.mark.parametrize(
    "text", ["", "RW", "untrusted comment: x\n", public_key(KEY)[:-4], "é" * 56]
)
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(BadSignature):
        PublicKey.read(text)


@pytest.mark.needs_tool("minisign")
def test_minisign_itself_signs_what_we_verify(tmp_path: Path) -> None:
    file, public, secret = (
        tmp_path / name for name in ("manifest.json", "release.pub", "release.key")
    )
    file.write_bytes(FILE)
    subprocess.run(
        ["minisign", "-G", "-W", "-p", public, "-s", secret], check=True, capture_output=True
    )
    signing: list[str | Path] = ["minisign", "-S", "-s", secret, "-t", COMMENT, "-m", file]
    subprocess.run(signing, check=True, capture_output=True)
    signature = (tmp_path / "manifest.json.minisig").read_text()
    assert verify(PublicKey.read(public.read_text()), FILE, signature) == COMMENT
    # And the other way, so that the tests' own signatures are worth something.
    pair = tmp_path / "ours.pub"
    pair.write_text(f"untrusted comment: ours\n{public_key(KEY)}\n")
    (tmp_path / "manifest.json.minisig").write_text(sign(KEY, FILE))
    subprocess.run(
        ["minisign", "-V", "-H", "-p", pair, "-m", file], check=True, capture_output=True
    )
