"""The one cleaner of this process, begun when it is first asked for."""

from __future__ import annotations

import atexit
import os
import threading

from sanitizers.cleaner import Cleaner

# An operator may name layers of the jail that this machine can't give, each by its name.
ALLOWED_MISSING = "ADVIESPUNT_JAIL_WITHOUT"

_lock = threading.Lock()
_cleaners: dict[int, Cleaner] = {}


def shared() -> Cleaner:
    """The cleaner of this process. By process id: after a fork the parent's is not ours."""
    with _lock:
        if os.getpid() not in _cleaners:
            without = os.environ.get(ALLOWED_MISSING, "")
            made = Cleaner(allowed_missing=frozenset(filter(None, without.split(","))))
            atexit.register(made.close)
            _cleaners[os.getpid()] = made
        return _cleaners[os.getpid()]
