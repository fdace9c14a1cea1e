"""Taking a file away for good, as far as a disk lets anybody: zeros over it, and then no file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

PIECE_BYTES = 1024 * 1024


def wipe(path: Path) -> None:
    """Overwrite and remove, however large it is; nothing where there is none.

    A link goes, and what it leads to stays: root may do this where an account can write.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    if stat.S_ISREG(found.st_mode):
        _overwrite(path, found.st_size)
    path.unlink()


def _overwrite(path: Path, left: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    with os.fdopen(handle, "wb") as file:
        while left > 0:
            left -= file.write(bytes(min(left, PIECE_BYTES)))
        file.flush()
        os.fsync(file.fileno())
