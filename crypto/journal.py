"""The chain of lines in which every staff action stands (section 10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from crypto import shape
from crypto.encoding import canonical, sha256
from crypto.errors import JournalRefused


@dataclass(frozen=True, slots=True)
class Line:
    """One action; `previous` is the hash of the line before, None for number 0."""

    number: int
    previous: bytes | None
    day: date
    member: bytes | None
    action: str
    subject: bytes | None

    def encode(self) -> bytes:
        named = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return canonical({"v": 1, **shape.plain(named)})

    @property
    def hash(self) -> bytes:
        return sha256(self.encode())

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        checked = shape.parse(untrusted, _line)
        del checked["v"]
        return cls(**checked)


def verify(untrusted_lines: Iterable[bytes]) -> tuple[Line, ...]:
    """Walk a chain from its first line; raise `JournalRefused` or `Malformed`.

    A chain cut off at its end is not noticed here: compare the last line's hash with one that was
    noted down elsewhere.
    """
    lines: list[Line] = []
    for untrusted in untrusted_lines:
        line = Line.parse(untrusted)
        before = lines[-1].hash if lines else None
        if (line.number, line.previous) != (len(lines), before):
            raise JournalRefused(f"line {len(lines)} does not follow")
        lines.append(line)
    return tuple(lines)


_line = shape.versioned(
    number=shape.integer(),
    previous=shape.maybe(shape.digest),
    day=shape.day,
    member=shape.maybe(shape.ident),
    action=shape.key,
    subject=shape.maybe(shape.ident),
)
