"""What a mailbox or member must not forget between visits, sealed (section 11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from crypto import shape, signed
from crypto.directory import Named
from crypto.encoding import ASKER, canonical
from crypto.roles import COACH, COORDINATOR, FACILITATOR, HELPER
from crypto.secret import envelope
from crypto.secret.case import LastSeen
from crypto.secret.identity import Identity
from crypto.secret.kdf import CODE_BYTES, Entropy, random_bytes
from crypto.structure import Header


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation this member made; `code` never goes to the server."""

    code: bytes = field(repr=False)
    name: str
    person: bytes
    role: str


@dataclass(frozen=True, slots=True)
class State:
    """`invitations` is None for a mailbox; keys are ids; `checkpoint` is the register's newest, 0: none."""

    organisation: bytes
    directory: Named
    cases: Mapping[bytes, LastSeen] = field(default_factory=dict)
    invitations: Mapping[bytes, Invitation] | None = None
    checkpoint: int = 0

    def body(self) -> bytes:
        value = {
            "v": 1,
            "organisation": self.organisation,
            "directory": {"hash": self.directory.hash, "version": self.directory.number},
            "cases": {case: _seen(seen) for case, seen in self.cases.items()},
        }
        if self.invitations is not None:
            value["checkpoint"] = self.checkpoint
            value["invitations"] = {
                ident: {"code": i.code, "name": i.name, "person": i.person, "role": i.role}
                for ident, i in self.invitations.items()
            }
        return canonical(shape.plain(value))

    @classmethod
    def parse(cls, untrusted_body: bytes, *, staff: bool) -> Self:
        checked = shape.parse(untrusted_body, _staff if staff else _mailbox)
        del checked["v"]
        return cls(**checked)


def seal(
    identity: Identity,
    portal: bytes,
    owner: bytes,
    number: int,
    state: State,
    entropy: Entropy = random_bytes,
) -> bytes:
    """Seal state `number` of a mailbox or member; the server swaps only number n for n + 1."""
    header = _header(portal, owner, number, staff=state.invitations is not None)
    return envelope.seal(identity.state_key, header, state.body(), entropy)


def open_state(
    identity: Identity, portal: bytes, owner: bytes, number: int, untrusted: bytes, *, staff: bool
) -> State:
    """Give state `number`; raise `Unsealable` or `Malformed`."""
    header = _header(portal, owner, number, staff=staff)
    body = envelope.open_at(identity.state_key, header, untrusted)
    return State.parse(body, staff=staff)


def _header(portal: bytes, owner: bytes, number: int, *, staff: bool) -> Header:
    return Header(portal, None, number, owner, owner if staff else ASKER, "state")


def _seen(seen: LastSeen) -> dict[str, Any]:
    roster = {"hash": seen.roster.hash, "number": seen.roster.number}
    return {"roster": roster, "read": sorted(seen.read)}


def _named(hash_and_number: shape.Shape, number: str) -> shape.Shape:
    def check(value: Any) -> Named:  # noqa: ANN401 - untrusted JSON
        checked = hash_and_number(value)
        return Named(checked[number], checked["hash"])

    return check


_roster = _named(shape.record(hash=shape.digest, number=shape.integer()), "number")
_directory = _named(shape.record(hash=shape.digest, version=shape.integer(1)), "version")
_case = shape.record(roster=_roster, read=shape.listed(shape.ident))
_invitation = shape.record(
    code=shape.data(CODE_BYTES),
    name=shape.text(1, 200),
    person=shape.ident,
    role=shape.one_of(FACILITATOR, HELPER, COACH, COORDINATOR),
)


def _last_seen(value: Any) -> LastSeen:  # noqa: ANN401 - untrusted JSON
    checked = _case(value)
    return LastSeen(checked["roster"], frozenset(checked["read"]))


_shared = {
    "organisation": shape.data(signed.PUBLIC_KEY_BYTES),
    "directory": _directory,
    "cases": shape.mapped(_last_seen),
}
_mailbox = shape.versioned(**_shared)
_staff = shape.versioned(
    **_shared,
    checkpoint=shape.integer(),
    invitations=shape.mapped(lambda value: Invitation(**_invitation(value))),
)
