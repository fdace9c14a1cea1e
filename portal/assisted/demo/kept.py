"""What the demonstration writes down for whoever tries it: names and passphrases, of made-up people."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

FILE = "demonstration.json"


@dataclass(frozen=True, slots=True)
class Login:
    """A member of staff who can sign in; `totp` in base 32, `recovery` in words."""

    role: str
    name: str
    login: str
    passphrase: str
    totp: str
    recovery: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """An asker; `about` says what awaits them."""

    name: str
    password: str
    about: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything to try; the offline words would be on paper in a safe."""

    staff: Sequence[Login]
    askers: Sequence[Visitor]
    recovery_words: str
    archive_words: str

    @classmethod
    def read(cls, data: Path) -> Self | None:
        file = data / FILE
        if not file.exists():
            return None
        found = json.loads(file.read_text("utf-8"))
        return cls(
            [Login(**one) for one in found.pop("staff")],
            [Visitor(**one) for one in found.pop("askers")],
            **found,
        )

    def write(self, data: Path) -> None:
        """Write it for its owner alone, whole or not at all."""
        being_written = data / f"{FILE}.new"
        descriptor = os.open(being_written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            json.dump(asdict(self), out, ensure_ascii=False, indent=1)
        being_written.rename(data / FILE)
