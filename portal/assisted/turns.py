"""Waiting one's turn: what the plain pages ask for when it is busy, since nobody can compute there.

A turn lies on the visitor's own desk, which opens with their cookie alone: it needs no signature, and
it is gone once it was taken. It begins as soon as somebody has written something, so that whoever
takes their time has waited already.
"""

from __future__ import annotations

import math
from typing import Final, Literal

from portal.assisted.visit import Visit
from portal.services.doors import gates, pace
from portal.services.doors.gates import Gate, Price
from portal.services.errors import Throttled

What = Literal["question", "cleaning", "word"]
SHORTEST_SECONDS: Final = 5


def for_question(visit: Visit) -> Gate:
    return gates.plain_cases(visit.context, _by_waiting(visit, "question"))


def for_word(visit: Visit) -> Gate:
    return gates.plain_words(visit.context, _by_waiting(visit, "word"))


def for_cleaning(visit: Visit) -> Gate:
    """Somebody whose mailbox is open has a measure of their own, and waits behind nobody."""
    context, box = visit.context, visit.mailbox
    if box is None:
        return gates.plain_cleaning(context, _by_waiting(visit, "cleaning"))
    own = context.settings.pace.mailbox_cleaning
    return Gate(context, pace.bucket_of("cleaning", box.id), own)


def begin(visit: Visit) -> None:
    """Let the waiting for what may come next begin now."""
    asked: tuple[tuple[What, Gate], ...] = (
        ("question", for_question(visit)),
        ("cleaning", for_cleaning(visit)),
    )
    for what, gate in asked:
        if visit.mailbox is None and gate.load > 0:
            seconds_left(visit, what, gate.load)


def seconds_left(visit: Visit, what: What, load: float) -> int:
    """How long this visitor still has to wait; the waiting begins now if it had not."""
    if load <= 0:
        return 0
    now, wanted = visit.context.seconds(), _wait_at(visit, load)
    kept = visit.desk.load(_name(what))
    if kept is None:
        visit.desk.save(_name(what), str(now + wanted).encode())
        return wanted
    # It may have become quieter since: nobody waits longer than somebody who comes now.
    return min(wanted, max(0, math.ceil(float(kept) - now)))


def give_back(visit: Visit, what: What) -> None:
    """What the turn was for failed: the visitor may try again at once."""
    visit.desk.save(_name(what), str(visit.context.seconds()).encode())


def _wait_at(visit: Visit, load: float) -> int:
    most = visit.context.settings.pace.most_wait_seconds
    return max(SHORTEST_SECONDS, round(most * load))


def _name(what: What) -> str:
    return f"turn-{what}"


def _by_waiting(visit: Visit, what: What) -> Price:
    def price(load: float, /, *, spend: bool) -> None:
        seconds = seconds_left(visit, what, load)
        if seconds > 0:
            raise Throttled("not this visitor's turn yet", seconds=seconds)
        if spend and load > 0 and not visit.desk.take(_name(what)):
            raise Throttled("the turn was taken a moment ago", seconds=_wait_at(visit, load))

    return price
