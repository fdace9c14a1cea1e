"""The mailbox that a visitor has open, kept between requests on their desk alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Self

from crypto.encoding import b64, from_b64
from portal.assisted.desk import MAILBOX, Desk
from portal.services.values import Actor


@dataclass(frozen=True, slots=True)
class OpenMailbox:
    """`id` 16 bytes, `seed` 32 bytes."""

    id: bytes
    seed: bytes = field(repr=False)

    @property
    def actor(self) -> Actor:
        return Actor("mailbox", self.id)

    @classmethod
    def on(cls, desk: Desk) -> Self | None:
        found = desk.load(MAILBOX)
        if found is None:
            return None
        kept = json.loads(found)
        return cls(from_b64(kept["id"]), from_b64(kept["seed"]))

    def keep(self, desk: Desk) -> None:
        desk.save(MAILBOX, json.dumps({"id": b64(self.id), "seed": b64(self.seed)}).encode())
