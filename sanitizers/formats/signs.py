"""Kinds that are refused, by the signs they begin with, so that the refusal can say what they are."""

from __future__ import annotations

_MEDIA = (
    b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xf1", b"\xff\xf9", b"OggS", b"fLaC",
    b"\x1a\x45\xdf\xa3", b"FLV\x01", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"MThd", b"#!AMR",
    b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3", b"FORM", b".snd", b"wvpk", b"caff",
)  # fmt: skip
_ARCHIVES = (
    b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd",
    b"MSCF", b"LZIP", b"\x04\x22\x4d\x18", b"PK\x05\x06", b"PK\x07\x08", b"!<arch>\n", b"\x1f\x9d",
    b"xar!", b"SIT!", b"hsqs",
)  # fmt: skip
_PROGRAMS = (
    b"\x7fELF", b"MZ", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"\0asm", b"dex\n", b"L\0\0\0\x01\x14\x02\0", b"#!/",
    b"@echo off", b"\x4d\x53\x46\x54",
)  # fmt: skip
_NOT_PICTURES = frozenset({b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis"})


def refusal(untrusted: bytes) -> str | None:
    """Say media, archive or program for what is one by its first bytes; None otherwise."""
    if untrusted.startswith(_MEDIA) or _is_container_of_media(untrusted):
        return "media"
    if (
        untrusted.startswith(_ARCHIVES)
        or untrusted[257:262] == b"ustar"
        or untrusted[0x8001:0x8006] == b"CD001"
    ):
        return "archive"
    return (
        "program"
        if untrusted.lower().startswith(tuple(sign.lower() for sign in _PROGRAMS))
        else None
    )


def _is_container_of_media(untrusted: bytes) -> bool:
    if untrusted[:4] == b"RIFF" or untrusted[:4] == b"RIFX":
        return untrusted[8:12] in {b"WAVE", b"AVI ", b"RMID", b"ACON"}
    if untrusted[4:8] in {b"moov", b"mdat", b"wide"}:
        return True
    if untrusted[:1] == b"\x47" and untrusted[188:189] == b"\x47" and untrusted[376:377] == b"\x47":
        return True  # an MPEG transport stream
    return untrusted[4:8] == b"ftyp" and untrusted[8:12] not in _NOT_PICTURES
