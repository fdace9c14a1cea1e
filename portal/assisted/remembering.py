"""What a mailbox must not forget between visits, sealed under its own key (protocol, section 11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crypto.directory import Named
from crypto.errors import ProtocolError
from crypto.secret import state as sealing
from crypto.secret.case import LastSeen
from crypto.secret.identity import Identity
from crypto.secret.state import State
from portal.assisted.errors import StaffRefused
from portal.assisted.mailbox import OpenMailbox
from portal.services.context import Context
from portal.services.errors import Stale
from portal.services.keeping import states

TRIES = 5


def read(context: Context, box: OpenMailbox) -> State:
    """The mailbox's state; raises `StaffRefused` when the server gives another's or a false one."""
    return _read(context, box)[1]


def _read(context: Context, box: OpenMailbox) -> tuple[int, State]:
    number, sealed = states.read(context, box.actor)
    identity = Identity.from_seed(box.seed)
    try:
        found = sealing.open_state(identity, context.portal, box.id, number, sealed, staff=False)
    except ProtocolError as error:
        raise StaffRefused("a state that does not open") from error
    return number, found


def change(context: Context, box: OpenMailbox, how: Callable[[State], State]) -> None:
    """Replace the state by what `how` makes of it; tries again when another visit was first."""
    for _ in range(TRIES):
        number, before = _read(context, box)
        after = how(before)
        if after == before:
            return
        identity = Identity.from_seed(box.seed)
        sealed = sealing.seal(identity, context.portal, box.id, number + 1, after)
        try:
            states.swap(context, box.actor, number + 1, sealed)
        except Stale:
            continue
        return


def having_seen(state: State, case: bytes, seen: LastSeen, newest: Named) -> State:
    """The state after a look at a case."""
    before = state.cases.get(case)
    read_ids = seen.read | (before.read if before else frozenset())
    cases = {**state.cases, case: LastSeen(seen.roster, read_ids)}
    return replace(state, cases=cases, directory=newest)


def without(state: State, case: bytes) -> State:
    """The state once a case is gone."""
    return replace(state, cases={one: seen for one, seen in state.cases.items() if one != case})
