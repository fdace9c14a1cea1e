"""What can go wrong on the plain pages, by name."""

from __future__ import annotations


class PlainError(Exception):
    """Base of every error that `portal.assisted` raises."""


class TooMuch(PlainError):
    """More attachments, pages or bytes than one message may carry."""


class Gone(PlainError):
    """What somebody was writing was sent or thrown away while a file of theirs was looked at."""


class StaffRefused(PlainError):
    """What the server holds of staff or case does not hold: nothing may be sealed to it."""
