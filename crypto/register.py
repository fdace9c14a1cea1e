"""One line a case for statistics: what it says, without the key that seals it (section 9)."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from crypto import shape, signed
from crypto.directory import Directories
from crypto.encoding import ASKER, canonical, lp
from crypto.errors import RegisterRefused
from crypto.roles import HANDLERS

WITHDRAWN, UNREADABLE = "withdrawn", "unreadable"
NO_SIGNATURE = bytes(signed.SIGNATURE_BYTES)  # a mailbox key would link one person's questions


@dataclass(frozen=True, slots=True)
class Entry:
    """What the statistics know of a case. Number 0 is the asker's; those of staff begin at 1.

    The asker may write two with number 0: the question, and later that it was withdrawn.
    """

    case: bytes
    number: int
    kind: str
    urgent: bool
    category: str | None
    state: str
    outcome: str | None
    authorities: tuple[str, ...]
    received: date
    feedback: date | None
    final: date | None
    closed: date | None
    directory: int

    def fields(self) -> dict[str, Any]:
        named = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {"v": 1, **shape.plain(named)}

    @property
    def rank(self) -> tuple[int, bool]:
        """Of two entries the one with the higher rank holds; their hash decides between equals."""
        if self.number == 0:
            return 0, self.state == WITHDRAWN
        # Who could not open a case knew less of it than who wrote in it.
        return self.number, self.state != UNREADABLE

    @property
    def says_what_an_asker_knows(self) -> bool:
        """That there is a question, or was one. Nobody signs that, so nothing else is believed of it."""
        answers = (self.category, self.outcome, self.feedback, self.final, *self.authorities)
        if any(one is not None for one in answers):
            return False
        if self.state == WITHDRAWN:
            return self.closed is not None and self.received <= self.closed
        return self.state == "new" and self.closed is None

    def body(self) -> bytes:
        return canonical(self.fields())

    @classmethod
    def parse(cls, untrusted_body: bytes) -> Self:
        return cls(**shape.parse(untrusted_body, entry_fields))


def context_of(portal: bytes, case: bytes) -> bytes:
    return lp(portal) + lp(case)


def verify(
    untrusted_signed: bytes, portal: bytes, case: bytes, writer: bytes, directories: Directories
) -> Entry:
    """Give an entry that the asker or a member may have written for this case.

    Raises `RegisterRefused`, `Forged`, `Malformed`, or `DirectoryUnknown`.
    """
    body, signature = signed.split(untrusted_signed)
    entry = Entry.parse(body)
    if entry.case != case or (entry.number == 0) is not (writer == ASKER):
        raise RegisterRefused("an entry of another case, or a number that is not the writer's")
    if writer == ASKER:
        if signature != NO_SIGNATURE:
            raise RegisterRefused("an asker's entry that could tell whose it is")
        if not entry.says_what_an_asker_knows:
            raise RegisterRefused("an asker's entry that speaks of an answer")
        return entry
    member = directories.version(entry.directory).member(writer)
    if member is None or not member.active or member.role not in HANDLERS:
        raise RegisterRefused("an entry by somebody who handled no cases then")
    signed.verify(member.sign, "register", context_of(portal, case), untrusted_signed)
    return entry


_record = shape.versioned(
    case=shape.ident,
    number=shape.integer(),
    kind=shape.key,
    urgent=shape.flag,
    category=shape.maybe(shape.key),
    state=shape.key,
    outcome=shape.maybe(shape.key),
    authorities=shape.listed(shape.key),
    received=shape.day,
    feedback=shape.maybe(shape.day),
    final=shape.maybe(shape.day),
    closed=shape.maybe(shape.day),
    directory=shape.integer(1),
)


def entry_fields(value: Any) -> dict[str, Any]:  # noqa: ANN401 - untrusted JSON
    checked: dict[str, Any] = _record(value)
    del checked["v"]
    return checked
