"""What a service refuses, by name. `problem` is the stable key that browsers act on."""

from __future__ import annotations

from typing import ClassVar


class ServiceError(Exception):
    """Base of every error that services raise; nothing was stored when one is raised."""

    status: ClassVar[int] = 400
    problem: ClassVar[str] = "malformed"

    def __init__(self, why: str = "", **facts: int) -> None:
        super().__init__(why or self.problem)
        # Numbers that whoever asked needs to go on, such as the epoch that is current.
        self.facts = facts


class Malformed(ServiceError):
    """Not what the protocol allows here."""


class Misplaced(Malformed):
    """An envelope whose header isn't that of the place it was sent to."""


class Unknown(ServiceError):
    """Not here, or not for whoever asks: the two are one answer."""

    status = 404
    problem = "not-found"


class Forbidden(ServiceError):
    """Whoever asks may see this, but not do it."""

    status = 403
    problem = "forbidden"


class Stale(ServiceError):
    """Somebody else was first: fetch, decide again, repeat."""

    status = 409
    problem = "conflict"


class Different(ServiceError):
    """The same id with other bytes."""

    status = 409
    problem = "different"


class MailboxExists(ServiceError):
    """These credentials open a mailbox already: sign in and send again without one."""

    status = 409
    problem = "mailbox-exists"


class Closed(ServiceError):
    """The case takes no such act any more."""

    status = 409
    problem = "closed"


class NotReady(ServiceError):
    """The portal doesn't take questions yet."""

    status = 409
    problem = "not-ready"


class OverLimit(ServiceError):
    """More than one person may ask of the server."""

    status = 413
    problem = "limits"


class Full(ServiceError):
    """There is no room left on the disk."""

    status = 507
    problem = "full"


class Throttled(ServiceError):
    """Too many tries; `facts["seconds"]` says when to try again."""

    status = 429
    problem = "throttled"


class WrongCredentials(ServiceError):
    """One of the things that were given is wrong; which one is told to nobody."""

    status = 404
    problem = "wrong-credentials"


class WordNeeded(ServiceError):
    """The organisation's access word comes first."""

    status = 403
    problem = "word"


class WrongWord(ServiceError):
    """Not the access word."""

    status = 404
    problem = "wrong-word"


class SignedOut(ServiceError):
    """Nobody is signed in here, or no longer."""

    status = 401
    problem = "signed-out"


class WrongCode(ServiceError):
    """The six digits given while setting up a second factor are not the current ones."""

    status = 422
    problem = "wrong-code"


class LastFactor(ServiceError):
    """Without this second factor nobody could sign in: add another first."""

    status = 409
    problem = "last-factor"


class NotRecent(ServiceError):
    """What changes a way in asks for a sign-in of a few minutes ago: sign in again."""

    status = 403
    problem = "sign-in-again"


class ClockSetBack(ServiceError):
    """The machine's day is before one that this instance has already known."""

    status = 503
    problem = "clock"


class BrokenJournal(ServiceError):
    """A journal's lines don't chain."""

    status = 500
    problem = "journal"


class NotYet(ServiceError):
    """Too early for this: the year hasn't ended, or wasn't presented."""

    status = 409
    problem = "not-yet"


class Already(ServiceError):
    """It was done before, and is done once."""

    status = 409
    problem = "already"


class NothingReady(ServiceError):
    """No question of that year can go to the archive yet; it was not done before either."""

    status = 409
    problem = "nothing-ready"


class OpenCases(ServiceError):
    """Questions are still open, and were not carried over by name."""

    status = 409
    problem = "open-cases"
