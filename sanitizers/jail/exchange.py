"""Bytes to a child and bytes from it, without ever waiting for one that has stopped answering."""

from __future__ import annotations

import os
import select
import time
from dataclasses import dataclass, field

_CHUNK_BYTES = 1 << 20


class TooLong(Exception):
    """It did not finish by its time."""


class TooMuch(Exception):
    """It gave more than it can have been asked for."""


@dataclass(slots=True)
class Exchange:
    """A message that goes to `task` while what comes from `answer` is kept, at most so many bytes.

    `task` is closed when all is written; closing what is left of the two is the caller's.
    """

    answer: int
    most_bytes: int
    task: int | None = None
    message: bytes = b""
    _sent: int = 0
    _parts: list[bytes] = field(default_factory=list)

    def until(self, moment: float) -> bytes:
        """All that came until `answer` ended, or `TooLong` after that moment of `time.monotonic`.

        Raises `TooMuch` too.
        """
        poll = select.poll()
        poll.register(self.answer, select.POLLIN)
        os.set_blocking(self.answer, False)
        if self.task is not None:
            poll.register(self.task, select.POLLOUT)
            os.set_blocking(self.task, False)
        while (left := moment - time.monotonic()) > 0:
            for descriptor, _ in poll.poll(left * 1000):
                if descriptor == self.answer:
                    if self._has_ended():
                        return b"".join(self._parts)
                elif self._has_sent(descriptor):
                    poll.unregister(descriptor)
                    os.close(descriptor)
                    self.task = None
        raise TooLong

    def _has_ended(self) -> bool:
        try:
            part = os.read(self.answer, _CHUNK_BYTES)
        except BlockingIOError:
            return False
        self._parts.append(part)
        if sum(map(len, self._parts)) > self.most_bytes:
            raise TooMuch
        return not part

    def _has_sent(self, task: int) -> bool:
        """Also when nobody reads it any more: what comes back tells the rest."""
        try:
            self._sent += os.write(task, memoryview(self.message)[self._sent :][:_CHUNK_BYTES])
        except BlockingIOError:
            return False
        except BrokenPipeError:
            return True
        return self._sent == len(self.message)
