"""One file's talk with its children: bytes out, frames in, and an end, whatever they do."""

from __future__ import annotations

import math
import os
import select
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace

from sanitizers import wire
from sanitizers.errors import JailBroken, Refused, UntrustedAnswer
from sanitizers.heard import Heard
from sanitizers.jail.parent import Lines, Server
from sanitizers.jail.server import BROKEN_JAIL_EXIT, STATUS
from sanitizers.limits import Limits

_CHUNK_BYTES = 1 << 20
# A child costs as much as a third of a page; pages at the end of which one core waits cost more.
_PAGES_A_SHARE = 10
# Shares of fewer pages than this are not cut in two.
_PAGES_TO_HALVE = 4
# Frames in flight on top of pages: findings are small and few.
_CHATTER_BYTES = 8 << 20


@dataclass(slots=True)
class _Child:
    """One child as the parent knows it."""

    lines: Lines
    # The task, then the upload; the first is being sent.
    to_send: list[memoryview]
    frames: wire.Frames
    ended: bool = False
    status: bytes | None = None


class Talk:
    """Talks to the first child and, for a document with many pages, to its helpers."""

    def __init__(
        self, server: Server, heard: Heard, limits: Limits, untrusted: bytes, task: wire.Task
    ) -> None:
        self._server = server
        self._heard = heard
        self._limits = limits
        self._untrusted = untrusted
        self._task = task
        self._children: list[_Child] = []
        self._received = 0
        self._shares: list[tuple[int, int]] = []
        self._poll = select.poll()
        self._by_descriptor: dict[int, _Child] = {}

    def until_done(self, clock: Callable[[], float]) -> None:
        """Talk until every child has ended; none is left running afterwards.

        Raises `Refused` when time is up or an answer isn't to be believed, `JailBroken` when the
        fork-server went away.
        """
        started = clock()
        try:
            self._start(self._task)
            while any(child.status is None for child in self._children):
                left = started + self._seconds() - clock()
                if left <= 0:
                    raise Refused("time", {"seconds": int(self._seconds())})
                self._step(left)
            self._judge()
        except UntrustedAnswer as error:
            raise Refused("damaged") from error
        finally:
            self._hang_up()

    def _seconds(self) -> float:
        return self._limits.seconds_for(self._heard.count or 0)

    def _start(self, task: wire.Task) -> None:
        seconds = math.ceil(self._limits.most_seconds)
        lines = self._server.begin(seconds, self._limits.memory_bytes)
        to_send = [memoryview(wire.pack_task(task)), memoryview(self._untrusted)]
        child = _Child(lines, to_send, wire.Frames(self._most_frame()))
        for descriptor in (lines.task, lines.answer, lines.status):
            # Whoever holds an end of them may be late or lie: none is ever waited for in a read.
            os.set_blocking(descriptor, False)
        self._children.append(child)
        for descriptor, event in (
            (lines.task, select.POLLOUT),
            (lines.answer, select.POLLIN),
            (lines.status, select.POLLIN),
        ):
            self._poll.register(descriptor, event)
            self._by_descriptor[descriptor] = child

    def _most_frame(self) -> int:
        return max(self._limits.page_bytes, self._limits.upload_bytes + 16)

    def _step(self, seconds: float) -> None:
        ready = [
            (descriptor, self._by_descriptor[descriptor])
            for descriptor, _ in self._poll.poll(seconds * 1000)
        ]
        for descriptor, child in ready:
            if self._by_descriptor.get(descriptor) is not child:
                continue
            if descriptor == child.lines.task:
                self._send(child)
            elif descriptor == child.lines.answer:
                self._receive(child)
            else:
                self._note_end(child)

    def _send(self, child: _Child) -> None:
        try:
            sent = os.write(child.lines.task, child.to_send[0][:_CHUNK_BYTES])
            child.to_send[0] = child.to_send[0][sent:]
        except BlockingIOError:
            return
        except BrokenPipeError:
            child.to_send.clear()
        while child.to_send and not child.to_send[0]:
            del child.to_send[0]
        if not child.to_send:
            self._forget(child.lines.task)

    def _receive(self, child: _Child) -> bool:
        """Whether there was anything to receive; at its end the pipe is closed."""
        try:
            part = os.read(child.lines.answer, _CHUNK_BYTES)
        except BlockingIOError:
            return False
        if not part:
            self._forget(child.lines.answer)
            return False
        self._received += len(part)
        if self._received > self._limits.output_bytes + self._limits.upload_bytes + _CHATTER_BYTES:
            raise UntrustedAnswer("endless answer")
        for tag, payload in child.frames.feed(part):
            child.ended = child.ended or tag in {wire.END, wire.REFUSED}
            self._heard.take(tag, payload)
            if tag == wire.COUNT:
                self._share()
        return True

    def _share(self) -> None:
        """Give the pages of a long document to helpers, a few to each, and then the next few.

        Pages differ and so do the cores' other cares: whoever is done first gets the next share.
        """
        if not self._heard.shared or self._shares:
            return
        divide = even_shares if self._heard.even else shares
        self._shares = list(reversed(divide(self._heard.count or 1, self._limits.hands)))
        for _ in range(self._limits.hands):
            self._start_next()

    def _start_next(self) -> None:
        if self._shares and not self._heard.refused:
            self._start(replace(self._task, draw=self._shares.pop()))

    def _note_end(self, child: _Child) -> None:
        status = os.read(child.lines.status, STATUS.size)
        if len(status) != STATUS.size:
            raise JailBroken("the fork-server died")
        self._forget(child.lines.status)
        self._drain(child)
        child.status = status
        if child is not self._children[0]:
            self._start_next()

    def _drain(self, child: _Child) -> None:
        """What the child wrote before it ended still waits in the pipe; nothing more will come.

        Unless that was closed before: its number may be the next child's by now, and reading there
        would take another's words.
        """
        while self._by_descriptor.get(child.lines.answer) is child:
            if not self._receive(child):
                break
        if self._by_descriptor.get(child.lines.answer) is child:
            self._forget(child.lines.answer)

    def _forget(self, descriptor: int) -> None:
        self._poll.unregister(descriptor)
        del self._by_descriptor[descriptor]
        os.close(descriptor)

    def _judge(self) -> None:
        for child in self._children:
            if not child.ended or self._heard.refused:
                raise self._heard.refused or _early_end(child.status or b"")

    def _hang_up(self) -> None:
        for child in self._children:
            if child.status is None:
                self._server.stop(child.lines.job)
        for descriptor in list(self._by_descriptor):
            self._forget(descriptor)


def shares(count: int, hands: int) -> list[tuple[int, int]]:
    """First page and step of each share, in the order in which they are to be given out.

    The last ones, one for every hand, are cut in two: who is done first waits for the others' last
    share, and so for half as long.
    """
    step = max(math.ceil(count / _PAGES_A_SHARE), min(hands, count))
    whole = step if count < _PAGES_TO_HALVE * step else max(0, step - hands)
    halves = [(first + half * step, 2 * step) for half in (0, 1) for first in range(whole, step)]
    return [*((first, step) for first in range(whole)), *halves]


def even_shares(count: int, hands: int) -> list[tuple[int, int]]:
    """Two for each hand, of pages that cost alike and of which a child costs more than a few.

    Not one: the other cares of a core would then be waited for in full.
    """
    step = min(2 * hands, count)
    return [(first, step) for first in range(step)]


# By number: the real-time signals, which a child can end itself with too, have no name.
_BY_SIGNAL = {int(signal.SIGXCPU): "time", int(signal.SIGKILL): "memory"}


def _early_end(status: bytes) -> Refused:
    """Why a child ended without an answer, from what the fork-server saw.

    The signal goes along: SIGSYS means that something in the file asked for what the jail forbids.
    """
    (wait_status, _, _) = STATUS.unpack(status)
    if os.WIFSIGNALED(wait_status):
        ended_by = os.WTERMSIG(wait_status)
        return Refused(_BY_SIGNAL.get(ended_by, "damaged"), {"signal": ended_by})
    broken = os.waitstatus_to_exitcode(wait_status) == BROKEN_JAIL_EXIT
    return Refused("jail" if broken else "damaged")
