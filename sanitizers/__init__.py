"""Untrusted files in, clean pages and traces out.

    with Cleaner() as cleaner:
        cleaned = cleaner.clean(untrusted_upload)

A page is pixels encoded anew and nothing else. Whatever can't become pages is `Refused`; nothing is
ever passed through. See docs/cleaning.md.
"""

from sanitizers.cleaner import Cleaner
from sanitizers.errors import JailUnavailable, Refused, SanitizerError
from sanitizers.limits import Limits
from sanitizers.values import Caution, Cleaned, CleanPage, Offered, Options, Trace

__all__ = [
    "Caution",
    "CleanPage",
    "Cleaned",
    "Cleaner",
    "JailUnavailable",
    "Limits",
    "Offered",
    "Options",
    "Refused",
    "SanitizerError",
    "Trace",
]
