"""One file of vectors, and what all of them are made with."""

import json
from pathlib import Path
from typing import Any

from crypto.encoding import b64
from crypto.errors import ProtocolError
from tests.vectors.opening import OPENERS
from tests.vectors.world import (
    Deterministic,
    Organisation,
)

OUTPUT = Path(__file__).parents[1] / "python"

draw = Deterministic("vectors")


class Area:
    """The vectors of one file; every one is opened here as it is added."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.vectors: list[dict[str, Any]] = []

    def opens(self, name: str, what: str, /, **inputs: Any) -> dict[str, Any]:
        content = OPENERS[what](plain(inputs))
        self._add(name, what, inputs, {"expect": "opens", "content": content})
        return content

    def refused(self, name: str, what: str, /, **inputs: Any) -> None:
        try:
            content = OPENERS[what](plain(inputs))
        except ProtocolError:
            self._add(name, what, inputs, {"expect": "refused"})
        else:
            raise AssertionError(f"{self.name}: {name} opens: {str(content)[:300]}")

    def _add(self, name: str, what: str, inputs: Any, expected: dict[str, Any]) -> None:
        assert all(vector["name"] != name for vector in self.vectors), name
        vector = {"name": name, "what": what, "inputs": plain(inputs), **expected}
        self.vectors.append(vector)

    def write(self) -> None:
        text = json.dumps(self.vectors, indent=1, ensure_ascii=False, sort_keys=True)
        (OUTPUT / f"{self.name}.json").write_text(text + "\n")


def plain(value: Any) -> Any:
    match value:
        case bytes():
            return b64(value)
        case dict():
            return {name: plain(item) for name, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case _:
            return value


def flipped(data: bytes, at: int) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


def organisation(seed: str) -> Organisation:
    staff = [
        ("Fatima", "facilitator"),
        ("Frank", "facilitator"),
        ("Cas", "coach"),
        ("Oona", "coordinator"),
    ]
    return Organisation(Deterministic(seed), staff)
