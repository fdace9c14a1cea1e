"""The one cleaner of this process, begun when it is first asked for."""

from __future__ import annotations

import atexit
import logging
import os
import threading
from dataclasses import replace

from portal.services.errors import Throttled
from sanitizers.cleaner import Cleaner
from sanitizers.errors import JailBroken, JailUnavailable, Refused
from sanitizers.values import SHARPER_DPI, SHARPER_LONGEST_SIDE, Cleaned, Options

log = logging.getLogger("portal")

# An operator may name layers of the jail that this machine can't give, each by its name.
ALLOWED_MISSING = "ADVIESPUNT_JAIL_WITHOUT"

# A process has eight threads by default: files may hold three of them, each for as long as a file takes.
AT_ONCE = 3
SECONDS = 3

_turns = threading.BoundedSemaphore(AT_ONCE)
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


def chosen(
    *,
    comments: bool = False,
    forms: bool = True,
    dots: bool = False,
    sharp: bool = False,
    attachment: int | None = None,
    password: str | None = None,
) -> Options:
    """What an asker may choose, on either kind of page, as the cleaner takes it."""
    given = Options(
        password=password,
        show_comments=comments,
        show_forms=forms,
        remove_dots=dots,
        attachment=attachment,
    )
    if sharp:
        return replace(given, longest_side=SHARPER_LONGEST_SIDE, dpi=SHARPER_DPI)
    return given


def clean(untrusted_upload: bytes, options: Options | None = None) -> Cleaned:
    """Clean a file; raises `Refused`, with reason "jail" where cleaning can't start at all.

    Which layer is missing is for the operator's log: it says nothing about the file. Raises
    `Throttled` at once when enough are being cleaned here: waiting would hold a thread, too.
    """
    if not _turns.acquire(blocking=False):
        raise Throttled("enough files are being cleaned", seconds=SECONDS)
    try:
        return _cleaned(untrusted_upload, options)
    finally:
        _turns.release()


def _cleaned(untrusted_upload: bytes, options: Options | None) -> Cleaned:
    try:
        return shared().clean(untrusted_upload, options or Options())
    except JailUnavailable as error:
        # Without the traceback, whose lines say nothing more.
        log.error("cleaning can't start: layer %s of the jail", error.layer)  # noqa: TRY400
        raise Refused("jail") from error
    except JailBroken as error:
        log.error("cleaning can't start: the fork-server ended")  # noqa: TRY400 - as above
        raise Refused("jail") from error
