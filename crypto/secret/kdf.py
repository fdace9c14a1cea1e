"""From names, passwords and codes to keys (section 3)."""

import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from crypto.encoding import sha256
from crypto.errors import CredentialsRefused
from crypto.words import WORD_BITS, Wordlist, dutch

Entropy = Callable[[int], bytes]
"""A source of that many random bytes."""

random_bytes: Final[Entropy] = secrets.token_bytes

KEY_BYTES: Final = 32
CODE_BYTES: Final = 16
MAILBOX: Final = "mailbox"
STAFF: Final = "staff"
ASKER_WORDS: Final = 6  # 78 bits
STAFF_WORDS: Final = 7  # 91 bits
LONGEST_NAME: Final = 64  # characters
LONGEST_PASSWORD: Final = 1_024  # bytes of UTF-8

ARGON2_PASSES: Final = 3
ARGON2_KIBIBYTES: Final = 65_536
ARGON2_LANES: Final = 1
ARGON2_VERSION: Final = 0x13

_WHITE_SPACE = re.compile(r"[\t-\r ]+")
_PRINTABLE = re.compile(rf"[ -~]{{1,{LONGEST_NAME}}}")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a name and password, or a recovery code, come to: 32 bytes each.

    `locator` and `login` are sent to the server, `wrapping` never leaves.
    """

    locator: bytes
    login: bytes
    wrapping: bytes


def hkdf(key: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869 with SHA-256; an empty salt is 32 zero bytes."""
    return HKDF(SHA256(), length, salt or None, info).derive(key)


def derive(key: bytes, label: str, length: int = KEY_BYTES) -> bytes:
    return hkdf(key, b"", b"adviespunt/v1/" + label.encode(), length)


def normal_name(untrusted_name: str) -> str:
    """Fold white space and ASCII case; raise `CredentialsRefused`."""
    folded = _WHITE_SPACE.sub(" ", untrusted_name).strip(" ")
    if not _PRINTABLE.fullmatch(folded):
        raise CredentialsRefused("a name is 1 to 64 printable ASCII characters")
    return folded.lower()


def credentials(portal: bytes, role: str, untrusted_name: str, password: str) -> Credentials:
    """Derive with Argon2id (64 MiB, about 0.1 s); `role` is `MAILBOX` or `STAFF`.

    Raises `CredentialsRefused` for a name or password that has no form.
    """
    name = normal_name(untrusted_name)
    salt = sha256(b"adviespunt/v1/salt" + portal + name.encode())[:16]
    root = _argon2id(_normal_password(password), salt)
    return Credentials(*(derive(root, f"{role}/{part}") for part in ("locator", "login", "wrap")))


def recovery_credentials(code: bytes) -> Credentials:
    """Stand in for name and password; a code has 128 bits, so no Argon2id."""
    parts = ("recovery-locator", "recovery-login", "recovery-wrap")
    return Credentials(*(derive(code, f"{STAFF}/{part}") for part in parts))


def passphrase(
    words: int, wordlist: Wordlist | None = None, entropy: Entropy = random_bytes
) -> str:
    """Make independent uniform words: `ASKER_WORDS` or `STAFF_WORDS` of them."""
    bits = int.from_bytes(entropy(2 * words), "big")
    return (wordlist or dutch()).spell(bits & (1 << WORD_BITS * words) - 1, words)


def _normal_password(password: str) -> bytes:
    try:
        normal = unicodedata.normalize("NFKC", password).encode()
    except UnicodeEncodeError as error:
        raise CredentialsRefused("a password with a lone surrogate") from error
    if not 1 <= len(normal) <= LONGEST_PASSWORD:
        raise CredentialsRefused("a password is 1 to 1,024 bytes")
    return normal


def _argon2id(password: bytes, salt: bytes) -> bytes:
    return hash_secret_raw(
        password,
        salt,
        ARGON2_PASSES,
        ARGON2_KIBIBYTES,
        ARGON2_LANES,
        KEY_BYTES,
        Type.ID,
        ARGON2_VERSION,
    )
