"""LibreOffice in a jail of its own: namespaces without network, a file system in memory, a deadline.

It needs a file system, processes and most system calls, so the fork-server's jail can't hold it.
What it gets instead is a world (bubblewrap) with nothing in it but itself, read-only, and the one
document. Nothing of the document touches a disk. What comes out is a PDF that nobody believes: it is
drawn in the fork-server's jail like any other.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from sanitizers.errors import JailBroken, Refused
from sanitizers.limits import Limits
from sanitizers.office.alone import MODULE, Alone
from sanitizers.office.warm import Task, Warm
from sanitizers.office.world import bubblewrap, identity

_TRIED_WITHIN_SECONDS = 20
_ORDERS = {"pdf": "Draw", "odt": "Translate"}


class Office:
    """Draws office documents as PDF, where LibreOffice and bubblewrap are installed."""

    def __init__(self, limits: Limits) -> None:
        self.alone = Alone(limits)
        self.warm = Warm(limits)

    def close(self) -> None:
        """End the suite that waits for documents, if there is one."""
        self.warm.close()

    @cached_property
    def available(self) -> bool:
        """Whether both programs are there and namespaces can be made."""
        if not (shutil.which("soffice") and shutil.which("bwrap") and Path(MODULE).exists()):
            return False
        try:
            tried = subprocess.run(  # noqa: S603 - fixed argv, no shell
                [*bubblewrap(), "/usr/bin/true"],
                check=False,
                capture_output=True,
                timeout=_TRIED_WITHIN_SECONDS,
                **identity(),
            )
        except (OSError, subprocess.SubprocessError):
            # Under a system call filter bubblewrap may hang instead of saying no.
            return False
        return tried.returncode == 0

    def converted(self, untrusted_document: bytes, suffix: str, target: str) -> bytes:
        """The document as "pdf" or "odt", as untrusted as it was.

        Raises `Refused`: no-office, time, damaged, too-large.
        """
        task = (_ORDERS[target], suffix, target, "")
        drawn = self._drawn(
            task,
            untrusted_document,
            lambda: self.alone.converted(untrusted_document, suffix, target),
        )
        if not drawn:
            raise Refused("damaged")
        return drawn

    def unlocked(self, untrusted_document: bytes, suffix: str, password: str) -> bytes:
        """The document saved as OpenDocument without its password. Raises as `converted` does."""
        line = password.partition("\n")[0]
        opened = self._drawn(
            ("Unlock", suffix, "odf", line),
            untrusted_document,
            lambda: self.alone.unlocked(untrusted_document, suffix, line),
        )
        if not opened:
            raise Refused("wrong-password")
        return opened

    def _drawn(self, task: Task, document: bytes, alone: Callable[[], bytes]) -> bytes:
        """By the suite that waits for documents, or else by one started for this one."""
        if not self.available:
            raise Refused("no-office")
        server = self.warm.ready()
        if server is not None:
            try:
                return self.warm.drawn(server, task, document)
            except JailBroken:
                pass
        return alone()
