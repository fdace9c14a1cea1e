"""One talk with several children, played by pipes that were filled beforehand."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import cast

import pytest

from sanitizers import wire
from sanitizers.errors import Refused
from sanitizers.heard import Heard
from sanitizers.jail.parent import Lines, Server
from sanitizers.jail.server import BROKEN_JAIL_EXIT, STATUS
from sanitizers.limits import Limits
from sanitizers.talk import _CHATTER_BYTES, Talk, even_shares, shares
from sanitizers.values import Options
from tests.sanitizers import makers

PAGES, HANDS = 40, 2
PNG = makers.saved("PNG", makers.picture(48, 32))
ENDED = STATUS.pack(0, 0, 0)
# Nothing takes that long but waiting for ever.
_AT_MOST_SECONDS = 20
AFTER = 3  # The first that is begun when another has ended.


class Played:
    """A fork-server whose first child is buried late, and whose third helper gets the first one's number."""

    def __init__(self) -> None:
        self.begun: list[Lines] = []
        self.open: list[int] = []

    def begin(self, _seconds: int, _memory: int) -> Lines:
        number = len(self.begun)
        if number == AFTER:
            self._keep_the_number_of_the_first()
        reading, task = os.pipe()
        answer, writing = os.pipe()
        status, telling = os.pipe()
        self.open += [reading, telling]
        os.write(writing, self._said(number))
        os.close(writing)
        if number == AFTER:
            os.dup2(answer, self.begun[0].answer)
            os.close(answer)
            answer = self.begun[0].answer
            os.write(self.open[1], ENDED)
        elif number:
            os.write(telling, ENDED)
        self.begun.append(Lines(number, task, answer, status))
        if number == AFTER:
            os.write(telling, ENDED)
        return self.begun[-1]

    def stop(self, _job: int) -> None:
        """They have all ended already."""

    def _keep_the_number_of_the_first(self) -> None:
        """Before other pipes get it; it must be free by now."""
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(self.begun[0].answer)
        os.dup2(self.open[0], self.begun[0].answer)

    @staticmethod
    def _said(number: int) -> bytes:
        if number == 0:
            told = wire.pack_texts(wire.KIND, "pdf")
            return told + wire.pack_texts(wire.COUNT, str(PAGES), "shared") + wire.pack(wire.END)
        first, step = shares(PAGES, HANDS)[number - 1]
        pages = range(first, PAGES, step)
        return b"".join(wire.pack_page(page, 1, (48, 32), PNG) for page in pages) + wire.pack(
            wire.END
        )


@pytest.fixture
def played() -> Iterator[Played]:
    server = Played()
    yield server
    for descriptor in server.open:
        os.close(descriptor)


def test_a_child_that_is_buried_late_takes_no_word_of_the_one_after_it(played: Played) -> None:
    """Its pipe was closed long before, and the number of that pipe is another child's by then."""
    limits = Limits(hands=HANDS)
    heard = Heard(limits)
    task = wire.Task(Options(), limits)
    Talk(cast("Server", played), heard, limits, b"%PDF-", task).until_done(time.monotonic)
    assert len(played.begun) == 1 + len(shares(PAGES, HANDS))
    assert sorted(heard.pages) == list(range(PAGES))


class Held(Played):
    """A fork-server whose child has ended, while somebody else still holds the way to the parent."""

    def begin(self, _seconds: int, _memory: int) -> Lines:
        reading, task = os.pipe()
        answer, writing = os.pipe()
        status, telling = os.pipe()
        self.open += [reading, writing, telling]
        told = wire.pack_texts(wire.KIND, "png") + wire.pack_texts(wire.COUNT, "1", "")
        os.write(writing, told + wire.pack_page(0, 1, (48, 32), PNG) + wire.pack(wire.END))
        os.write(telling, ENDED)
        return Lines(0, task, answer, status)


def test_a_pipe_that_somebody_holds_open_holds_nobody() -> None:
    """In a thread, since whoever waits there would wait for ever."""
    server = Held()
    heard = Heard(Limits())
    talk = Talk(cast("Server", server), heard, Limits(), b"", wire.Task(Options(), Limits()))
    thread = threading.Thread(target=talk.until_done, args=(time.monotonic,), daemon=True)
    thread.start()
    thread.join(_AT_MOST_SECONDS)
    assert not thread.is_alive()
    assert list(heard.pages) == [0]
    for descriptor in server.open:
        os.close(descriptor)


class Ending(Played):
    """A fork-server whose only child says this much and ends like that."""

    def __init__(self, said: bytes, wait_status: int) -> None:
        super().__init__()
        self._words = said
        self._wait_status = wait_status

    def begin(self, _seconds: int, _memory: int) -> Lines:
        reading, task = os.pipe()
        status, telling = os.pipe()
        self.open += [reading, telling]
        # In memory, not in a pipe: it holds any number of bytes without a second thread.
        answer = os.memfd_create("answer")
        os.write(answer, self._words)
        os.lseek(answer, 0, os.SEEK_SET)
        os.write(telling, STATUS.pack(self._wait_status, 0, 0))
        return Lines(0, task, answer, status)


def talked_with(said: bytes, wait_status: int = 0, limits: Limits = Limits()) -> Heard:  # noqa: B008 - frozen
    """What is believed of a child that says this much and ends like that."""
    server = Ending(said, wait_status)
    heard = Heard(limits)
    task = wire.Task(Options(), limits)
    try:
        Talk(cast("Server", server), heard, limits, b"", task).until_done(time.monotonic)
    finally:
        for descriptor in server.open:
            os.close(descriptor)
    return heard


A_REAL_TIME_SIGNAL = 40


@pytest.mark.parametrize(
    ("wait_status", "reason", "detail"),
    [
        (signal.SIGSYS, "damaged", {"signal": signal.SIGSYS}),
        (signal.SIGSEGV, "damaged", {"signal": signal.SIGSEGV}),
        (signal.SIGXCPU, "time", {"signal": signal.SIGXCPU}),
        (signal.SIGKILL, "memory", {"signal": signal.SIGKILL}),
        (A_REAL_TIME_SIGNAL, "damaged", {"signal": A_REAL_TIME_SIGNAL}),
        (BROKEN_JAIL_EXIT << 8, "jail", {}),
        (1 << 8, "damaged", {}),
        (0, "damaged", {}),
    ],
)
def test_a_child_that_ends_without_an_answer_is_told_by_how_it_ended(
    wait_status: int, reason: str, detail: dict[str, int]
) -> None:
    with pytest.raises(Refused) as refused:
        talked_with(wire.pack_texts(wire.KIND, "png"), wait_status)
    assert (refused.value.reason, refused.value.detail) == (reason, detail)


def test_an_endless_answer_is_not_listened_to() -> None:
    """Of frames that are each allowed, said as often as one likes: nothing else would end them."""
    limits = Limits(output_bytes=0, upload_bytes=0)
    whole, head, end = (wire.pack(wire.LOCKED, bytes(wire.SMALL_BYTES)), 5, wire.pack(wire.END))
    times, left = divmod(_CHATTER_BYTES - len(end), len(whole))
    most = whole * times + wire.pack(wire.LOCKED, bytes(left - head)) + end
    assert len(most) == _CHATTER_BYTES
    assert talked_with(most, limits=limits).locked
    with pytest.raises(Refused) as refused:
        talked_with(whole + most, limits=limits)
    assert refused.value.reason == "damaged"


@pytest.mark.parametrize("divide", [shares, even_shares])
@pytest.mark.parametrize("hands", [1, 2, 8])
@pytest.mark.parametrize("count", [1, 2, 3, 8, 20, 21, 100, 199])
def test_every_page_is_in_one_share_and_none_is_empty(
    divide: Callable[[int, int], list[tuple[int, int]]], count: int, hands: int
) -> None:
    given = [range(first, count, step) for first, step in divide(count, hands)]
    assert sorted(page for pages in given for page in pages) == list(range(count))
    assert all(given)


def test_the_last_shares_are_the_smallest() -> None:
    sizes = [len(range(first, 100, step)) for first, step in shares(100, 2)]
    assert sizes == [10] * 8 + [5] * 4


def test_a_text_of_even_pages_makes_few_children() -> None:
    """Each would read and wrap the whole of it anew."""
    assert len(even_shares(116, 2)) == 4
