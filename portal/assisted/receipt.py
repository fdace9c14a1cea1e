"""What an asker is told after sending, kept so that the page can be asked for again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Self

from portal.assisted.desk import Desk

_NAME = "receipt"


@dataclass(frozen=True, slots=True)
class Receipt:
    """Days as YYYY-MM-DD; `existing`: the question came into a mailbox that was there before."""

    draft: str
    received: str
    feedback_by: str
    answer_by: str
    come_back_on: str
    existing: bool

    @classmethod
    def on(cls, desk: Desk) -> Self | None:
        found = desk.load(_NAME)
        return cls(**json.loads(found)) if found else None

    @classmethod
    def answers(cls, desk: Desk, untrusted_marker: str | None) -> bool:
        """Whether a form that comes in belongs to what was sent already."""
        found = cls.on(desk)
        ident = (untrusted_marker or "").partition(".")[0]
        return found is not None and bool(ident) and found.draft == ident

    def keep(self, desk: Desk) -> None:
        desk.save(_NAME, json.dumps(asdict(self)).encode())
