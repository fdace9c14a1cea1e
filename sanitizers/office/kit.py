"""LibreOfficeKit, as far as it is needed: a suite that is half started, and one macro of ours run in it.

The entries and the table are those of LibreOfficeKit/LibreOfficeKit.h and LibreOfficeKitInit.h, whose
order LibreOffice has only ever added to.

Documents are not opened by the kit's own call: that one shows them in a window, with toolbars that a
suite without a screen does not have, and stops at comments for the same reason. The macro opens them
hidden. All of it happens in one thread ("unipoll"), from within the suite's loop, as a thread beside
it would handle what the document leaves to be done later, at moments that differ.
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

# The suite asks gpg for its version before it opens a document, which takes longer than to draw one.
NO_PROGRAMS = "/nowhere"
_PROGRAM = "/usr/lib/libreoffice/program"
# Most builds merge their libraries into the first.
_LIBRARIES = ("libmergedlo.so", "libsofficeapp.so")
PROFILE = "/tmp/profile"  # noqa: S108 - inside the jail
_PROFILE_ADDRESS = f"file://{PROFILE}".encode()
# It reads its settings before it takes the address that it is given.
SURROUNDINGS = {
    "UserInstallation": f"file://{PROFILE}",
    "SAL_USE_VCLPLUGIN": "svp",
    "SAL_LOK_OPTIONS": "unipoll",
    "PATH": NO_PROGRAMS,
}
# Their places in the table, whose own size stands first.
_RUN_MACRO, _RUN_LOOP = 11, 13
# Anything but nothing: the suite tells by it that there is somebody to ask.
_SOMEBODY = 1
_NESTED_SECONDS = 0.001
_THREADS_END_WITHIN_SECONDS = 10.0
_LOOK_AGAIN_SECONDS = 0.02

_RunMacro = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p)
_Poll = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
_Wake = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_RunLoop = ctypes.CFUNCTYPE(None, ctypes.c_void_p, _Poll, _Wake, ctypes.c_void_p)


class Suite:
    """The suite with its libraries, fonts and settings loaded, and no document."""

    def __init__(self) -> None:
        """Load it. Raises OSError where this machine has none that can be started so."""
        self._library = _library()
        start = self._library.lok_preinit
        start.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
        if start(_PROGRAM.encode(), _PROFILE_ADDRESS) != 0:
            raise OSError("the office suite cannot be started beforehand")
        _wait_until_alone()

    def run(self, macro: str, finish: Callable[[], NoReturn]) -> NoReturn:
        """Start what is left of the suite, run a macro, and `finish`, which ends the process."""
        start = self._library.libreofficekit_hook_2
        start.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
        start.restype = ctypes.c_void_p
        office = start(_PROGRAM.encode(), _PROFILE_ADDRESS)
        table = ctypes.cast(office, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        run_macro = ctypes.cast(table[_RUN_MACRO], _RunMacro)
        begun = False

        def poll(_somebody: int, _microseconds: int) -> int:
            """Also asked while the macro runs, by what waits there for threads of its own."""
            nonlocal begun
            if begun:
                time.sleep(_NESTED_SECONDS)
                return 0
            begun = True
            run_macro(office, f"macro:///{macro}".encode())
            finish()

        run_loop = ctypes.cast(table[_RUN_LOOP], _RunLoop)
        run_loop(office, _Poll(poll), _Wake(lambda _somebody: None), _SOMEBODY)
        os._exit(1)


def _library() -> ctypes.CDLL:
    for name in _LIBRARIES:
        path = Path(_PROGRAM, name)
        if path.exists():
            library = ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL)
            if hasattr(library, "lok_preinit") and hasattr(library, "libreofficekit_hook_2"):
                return library
    raise OSError("no office suite that can be started beforehand")


def _wait_until_alone() -> None:
    """Until its other threads have ended: a fork would leave what they hold locked for ever."""
    until = time.monotonic() + _THREADS_END_WITHIN_SECONDS
    while len(list(Path("/proc/self/task").iterdir())) > 1:
        if time.monotonic() > until:
            raise OSError("the office suite keeps threads of its own")
        time.sleep(_LOOK_AGAIN_SECONDS)
