"""Office documents under a password, made by LibreOffice and by [MS-OFFCRYPTO]."""

import hashlib
import struct
from collections.abc import Mapping
from functools import cache, partial

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from sanitizers.limits import DEFAULT
from sanitizers.office import alone
from tests.sanitizers import makers

PASSWORD = "sesam"
_LOCK = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Function Named(name, value)
  Dim pair As New com.sun.star.beans.PropertyValue
  pair.Name = name
  pair.Value = value
  Named = pair
End Function
Sub UnlockAndEnd(source, target)
  On Error Goto Finally
  Dim document, asked
  asked = Array(Named("FilterName", "{name}"), Named("Password", "{password}"))
  document = StarDesktop.loadComponentFromURL("file://" &amp; source, "_blank", 0, Array(Named("Hidden", True)))
  document.storeToURL("file://" &amp; target, asked)
Finally:
  StarDesktop.terminate()
End Sub
</script:module>
"""
_sha1 = partial(hashlib.sha1, usedforsecurity=False)
_TURNS = 50_000
# What follows the end of each stream's content isn't read.
_SMALL_BELOW = 4096
_SALT, _PROOF = bytes(range(16)), bytes(range(16, 32))


@cache
def locked(flat: str, suffix: str, name: str) -> bytes:
    """A flat OpenDocument as LibreOffice saves it with a password, by the filter of this name."""
    with pytest.MonkeyPatch.context() as patch:
        module = _LOCK.format(name=name, password=PASSWORD).encode()
        patch.setattr(alone, "_module", lambda: module)
        return alone.Alone(DEFAULT).unlocked(flat.encode(), suffix, PASSWORD)


def _key() -> bytes:
    """[MS-OFFCRYPTO] 2.3.4.7."""
    turned = _sha1(_SALT + PASSWORD.encode("utf-16-le")).digest()
    for turn in range(_TURNS):
        turned = _sha1(struct.pack("<I", turn) + turned).digest()
    turned = _sha1(turned + bytes(4)).digest()
    return _sha1(bytes(0x36 ^ b for b in turned.ljust(64, b"\0"))).digest()[:16]


def _encrypted(data: bytes) -> bytes:
    cipher = Cipher(algorithms.AES128(_key()), modes.ECB()).encryptor()  # noqa: S305 - as the format wants it
    return cipher.update(data + bytes(-len(data) % 16)) + cipher.finalize()


@cache
def locked_package(package: bytes) -> bytes:
    """A DOCX, XLSX or PPTX as the office suites lock it: "standard encryption", 2.3.4."""
    provider = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    head = struct.pack("<8I", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + provider
    proof = struct.pack("<I", 16) + _SALT + _encrypted(_PROOF)
    proof += struct.pack("<I", 20) + _encrypted(_sha1(_PROOF).digest())
    info = struct.pack("<HHII", 4, 2, 0x24, len(head)) + head + proof
    content = struct.pack("<Q", len(package)) + _encrypted(package)
    streams: dict[str, bytes | Mapping[str, bytes]] = {
        "\x06DataSpaces": {"DataSpaceMap": _map().ljust(_SMALL_BELOW, b"\0")},
        "EncryptionInfo": info.ljust(_SMALL_BELOW, b"\0"),
        "EncryptedPackage": content.ljust(_SMALL_BELOW, b"\0"),
    }
    return makers.compound_of(streams, _SMALL_BELOW)


def _map() -> bytes:
    """Which stream is locked in which way, 2.1.6."""
    stream, way = (_named(name) for name in ("EncryptedPackage", "StrongEncryptionDataSpace"))
    row = struct.pack("<II", 1, 0) + stream + way
    return struct.pack("<III", 8, 1, 4 + len(row)) + row


def _named(text: str) -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack("<I", len(data)) + data + bytes(-len(data) % 4)
