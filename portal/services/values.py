"""What comes in to the services: frozen values, already parsed, not yet trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Purpose = Literal["case", "notes"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is signed in: a mailbox, or a member of staff with a role."""

    kind: Literal["mailbox", "staff"]
    id: bytes
    role: str | None = None

    @property
    def asks(self) -> bool:
        return self.kind == "mailbox"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a roster."""

    id: bytes
    role: str


@dataclass(frozen=True, slots=True)
class KeyFor:
    """A key of the case, sealed to one participant."""

    recipient: bytes
    epoch: int
    purpose: Purpose
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """A register entry, sealed to the register key `key`."""

    key: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class NewMailbox:
    """A mailbox that doesn't exist yet; `seed` and `state` are envelopes."""

    id: bytes
    locator: bytes
    login: bytes
    seed: bytes
    state: bytes


@dataclass(frozen=True, slots=True)
class Genesis:
    """A whole first submission. `pages` were staged before; `archive` is the id of the archive key."""

    case: bytes
    roster: bytes
    participants: tuple[Named, ...]
    keys: tuple[KeyFor, ...]
    message_id: bytes
    message: bytes
    pages: tuple[bytes, ...]
    register: Entry
    archive: bytes
    mailbox: NewMailbox | None


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A further message of a case; its envelope's kind says which act it is."""

    case: bytes
    id: bytes
    envelope: bytes
    pages: tuple[bytes, ...]
    register: Entry | None


@dataclass(frozen=True, slots=True)
class NewRoster:
    """A change of participants."""

    case: bytes
    number: int
    envelope: bytes
    epoch: int
    participants: tuple[Named, ...]
    keys: tuple[KeyFor, ...]
