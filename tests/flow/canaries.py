"""Words that occur nowhere else, and every way in which they could lie somewhere."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import quote, quote_plus


@dataclass(frozen=True, slots=True)
class Canaries:
    """What an asker and their browser could leak."""

    pseudonym: str = "kwikstaart zilverpapier"
    password: str = "onderbroekenlol schaapscheerder 9 Vlieghavenkoffie"
    text: str = "Mijn chef Zwaluwstaartman liet de dienstwagen in Sint-Kruiswinkelbos staan."
    reply: str = "En de tweede keer was het aan de Appelbloesemkaai-noord."
    real_name: str = "Wolfhart Quintelier-Opdebeeck"
    file_name: str = "bewijs-van-wolfhart-q.jpg"
    document_name: str = "nota-kamer-217-wq.pdf"
    exif: str = "EXIFTELIER-9931-CAMERA"
    pdf_author: str = "PdfschrijverQuintelier7741"
    user_agent: str = "Kanariebrowser/77.3 (Duiventoestel 12)"

    def each(self) -> Iterator[tuple[str, str]]:
        for one in fields(self):
            yield one.name, getattr(self, one.name)


def ways_to_write(text: str) -> set[bytes]:
    """A text as bytes in the encodings that programs use, base64 at each of its three offsets."""
    plain = text.encode()
    found = {
        plain,
        plain.lower(),
        plain.upper(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
    }
    found |= {quote(text).encode(), quote_plus(text).encode(), json.dumps(text)[1:-1].encode()}
    found |= {binascii.hexlify(plain), binascii.hexlify(plain).upper()}
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        found |= {_middle_of_base64(encode, plain, offset) for offset in range(3)}
    return found


def _middle_of_base64(encode: object, plain: bytes, offset: int) -> bytes:
    """The letters that do not depend on what stands before or behind."""
    assert callable(encode)
    written: bytes = encode(b"\0" * offset + plain).rstrip(b"=")
    return written[4 if offset else 0 : len(written) - 2]


def found_in(haystack: bytes, words: Iterable[tuple[str, str]]) -> set[str]:
    """The names of those that occur."""
    return {name for name, text in words if any(way in haystack for way in ways_to_write(text))}


def found_in_files(folders: Iterable[Path], words: Iterable[tuple[str, str]]) -> set[str]:
    """`name of file: name of canary` for everything that lies in these folders."""
    words = list(words)
    files = [file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()]
    assert files, "nothing was looked at"
    return {f"{file.name}: {name}" for file in files for name in found_in(file.read_bytes(), words)}
