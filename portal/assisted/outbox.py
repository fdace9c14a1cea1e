"""Bytes that are about to be sent, fixed on the desk beforehand so that sending again sends the same ones."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from crypto.encoding import b64, from_b64
from portal.assisted.desk import OUTGOING, Desk
from portal.services.values import Entry, Genesis, KeyFor, Named, NewMailbox, NewMessage

_REPLIED = "replied"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A first submission, and the mailbox it goes to with its seed."""

    mailbox: bytes
    seed: bytes
    genesis: Genesis


@dataclass(frozen=True, slots=True)
class Outbox:
    """What one visitor is sending."""

    desk: Desk

    # --- first submissions ---

    def genesis(self, name: str) -> Outgoing | None:
        found = self.desk.load(OUTGOING + name.removeprefix(OUTGOING))
        return _outgoing(json.loads(found)) if found else None

    def keep_genesis(self, name: str, new: Outgoing) -> Outgoing:
        """Keep these bytes, or give those that another request kept a moment ago."""
        kept = self.desk.save_first(OUTGOING + name, json.dumps(_packed(new)).encode())
        return _outgoing(json.loads(kept))

    def all_about(self, about: str) -> list[Outgoing]:
        """Every first submission that was made of one draft."""
        found = map(self.genesis, self.desk.names(f"{OUTGOING}{about}-"))
        return [one for one in found if one]

    # --- further messages ---

    def message(self, name: str) -> NewMessage | None:
        found = self.desk.load(f"message-{name}")
        return _message(json.loads(found)) if found else None

    def keep_message(self, name: str, new: NewMessage) -> NewMessage:
        """As `keep_genesis`."""
        packed = {
            "case": b64(new.case),
            "id": b64(new.id),
            "envelope": b64(new.envelope),
            "pages": [b64(page) for page in new.pages],
            "register": new.register and [b64(new.register.key), b64(new.register.sealed)],
        }
        kept = self.desk.save_first(f"message-{name}", json.dumps(packed).encode())
        return _message(json.loads(kept))

    def note_replied(self, draft: str) -> None:
        """Remember that a draft was sent, for when its form comes in again."""
        self.desk.save(_REPLIED, draft.encode())

    def replied(self, untrusted_marker: str | None) -> bool:
        ident = (untrusted_marker or "").partition(".")[0]
        return bool(ident) and self.desk.load(_REPLIED) == ident.encode()


def _message(kept: dict[str, Any]) -> NewMessage:
    pages = tuple(from_b64(page) for page in kept["pages"])
    # A desk of before an update has none.
    entered = kept.get("register")
    register = Entry(*map(from_b64, entered)) if entered else None
    return NewMessage(
        from_b64(kept["case"]), from_b64(kept["id"]), from_b64(kept["envelope"]), pages, register
    )


def _packed(new: Outgoing) -> dict[str, Any]:
    genesis, mailbox = new.genesis, new.genesis.mailbox
    return {
        "mailbox": b64(new.mailbox),
        "seed": b64(new.seed),
        "case": b64(genesis.case),
        "roster": b64(genesis.roster),
        "participants": [[b64(one.id), one.role] for one in genesis.participants],
        "keys": [[b64(k.recipient), k.epoch, k.purpose, b64(k.sealed)] for k in genesis.keys],
        "message_id": b64(genesis.message_id),
        "message": b64(genesis.message),
        "pages": [b64(page) for page in genesis.pages],
        "register": [b64(genesis.register.key), b64(genesis.register.sealed)],
        "archive": b64(genesis.archive),
        "new": mailbox
        and [b64(getattr(mailbox, name)) for name in ("id", "locator", "login", "seed", "state")],
    }


def _outgoing(kept: dict[str, Any]) -> Outgoing:
    key, sealed = kept["register"]
    genesis = Genesis(
        case=from_b64(kept["case"]),
        roster=from_b64(kept["roster"]),
        participants=tuple(Named(from_b64(one), role) for one, role in kept["participants"]),
        keys=tuple(KeyFor(from_b64(r), e, p, from_b64(s)) for r, e, p, s in kept["keys"]),
        message_id=from_b64(kept["message_id"]),
        message=from_b64(kept["message"]),
        pages=tuple(from_b64(page) for page in kept["pages"]),
        register=Entry(from_b64(key), from_b64(sealed)),
        archive=from_b64(kept["archive"]),
        mailbox=NewMailbox(*map(from_b64, kept["new"])) if kept["new"] else None,
    )
    return Outgoing(from_b64(kept["mailbox"]), from_b64(kept["seed"]), genesis)
