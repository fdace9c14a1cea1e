"""The office suite that waits for documents draws what one started for the document draws."""

import os
import re
import signal
import time
from dataclasses import replace
from functools import partial

import pypdfium2
import pytest

from sanitizers import Refused
from sanitizers.jail.exchange import Exchange, TooLong, TooMuch
from sanitizers.jail.parent import Server
from sanitizers.limits import DEFAULT
from sanitizers.office import Office
from sanitizers.office import warm as warm_module
from sanitizers.office.alone import Alone
from sanitizers.office.warm import HOME, Task, Warm, contents, spawn
from sanitizers.zips import Package
from tests.sanitizers import locking, makers, planting, planting_office
from tests.sanitizers.contract import NEEDS_OFFICE

TEXTS = ("odt", "docx", "doc", "rtf")
LETTER = b"{\\rtf1 Geachte, dit is een brief.}"


def pixels(pdf: bytes) -> list[bytes]:
    """Every page as it is drawn; the file itself says when it was made."""
    return [page.render(scale=1).to_pil().tobytes() for page in pypdfium2.PdfDocument(pdf)]


def waiting(warm: Warm) -> Server:
    server = warm.started()
    assert server is not None
    return server


def drawn(warm: Warm, task: Task, document: bytes) -> bytes:
    return warm.drawn(waiting(warm), task, document)


@NEEDS_OFFICE
@pytest.mark.parametrize("kind", [*planting_office.OFFICE, "odg"])
def test_both_draw_the_same_pages(warm: Warm, kind: str) -> None:
    if kind == "odg":
        document = makers.converted(makers.FODP, "fodp", "odg")
    else:
        document, _ = planting.FIXTURES[kind, "by office"]()
    alone = Alone(DEFAULT).converted(document, kind, "pdf")
    assert pixels(alone)
    assert pixels(drawn(warm, ("Draw", kind, "pdf", ""), document)) == pixels(alone)


@NEEDS_OFFICE
@pytest.mark.parametrize("kind", TEXTS)
def test_both_turn_a_text_into_the_same_one(warm: Warm, kind: str) -> None:
    document = makers.converted(makers.FODT, "fodt", kind)
    alone, by_warm = (
        Alone(DEFAULT).converted(document, kind, "odt"),
        drawn(warm, ("Translate", kind, "odt", ""), document),
    )
    draw = partial(Alone(DEFAULT).converted, suffix="odt", target="pdf")
    assert pixels(draw(by_warm)) == pixels(draw(alone))
    assert b"Commentaar Claes" in _content(by_warm)
    assert _content(by_warm) == _content(alone)


def _content(odt: bytes) -> bytes:
    """Without the numbers of changes, which are where in memory each of them was."""
    return re.sub(rb"\bct\d+", b"ct", Package(odt).part("content.xml"))


@NEEDS_OFFICE
def test_it_opens_a_locked_document_with_its_password_only(warm: Warm) -> None:
    document = locking.locked(makers.FODS, "fods", "calc8")
    assert drawn(warm, ("Unlock", "ods", "odf", locking.PASSWORD), document).startswith(b"PK")
    assert drawn(warm, ("Unlock", "ods", "odf", "geraden"), document) == b""
    assert drawn(warm, ("Draw", "ods", "pdf", ""), document) == b""


@NEEDS_OFFICE
def test_it_is_started_behind_the_second_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has one document only does not pay for a start."""
    begun: list[bool] = []
    monkeypatch.setattr(Warm, "_start", lambda _self: begun.append(True))
    office = Office(DEFAULT)
    for expected in (0, 1):
        assert office.converted(LETTER, "rtf", "pdf").startswith(b"%PDF")
        assert len(begun) == expected
    office.close()


@NEEDS_OFFICE
def test_one_that_died_is_replaced_and_its_document_drawn() -> None:
    office = Office(DEFAULT)
    first = waiting(office.warm)
    os.kill(first.pid, signal.SIGKILL)
    while first.alive:
        os.sched_yield()
    assert office.converted(LETTER, "rtf", "pdf").startswith(b"%PDF")
    assert waiting(office.warm).pid != first.pid
    office.close()
    assert office.warm.started() is None


@NEEDS_OFFICE
def test_where_it_cannot_be_had_each_document_gets_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = contents() | {
        f"{HOME}/office/kit.py": b"class Suite: run = lambda self, macro, finish: finish()"
    }
    monkeypatch.setattr(warm_module, "contents", lambda: broken)
    office = Office(DEFAULT)
    assert office.warm.started() is None
    assert office.converted(LETTER, "rtf", "pdf").startswith(b"%PDF")


_STANDS_STILL = b"""
import time
class Suite:
    def run(self, macro, finish):
        time.sleep(600)
"""


@NEEDS_OFFICE
def test_a_document_that_takes_too_long_is_ended_with_all_it_began() -> None:
    server = Server(partial(spawn, contents() | {f"{HOME}/office/kit.py": _STANDS_STILL}))
    with pytest.raises(Refused) as refused:
        Warm(replace(DEFAULT, office_seconds=1.0)).drawn(server, ("Draw", "rtf", "pdf", ""), LETTER)
    assert refused.value.reason == "time"
    lines = server.begin(1, DEFAULT.office_memory_bytes)
    server.stop(lines.job)
    assert Exchange(lines.answer, 0).until(time.monotonic() + 60) == b""
    server.close()


def test_an_answer_that_never_ends_holds_nobody() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"x")
    with pytest.raises(TooLong):
        Exchange(reading, 10).until(time.monotonic() + 0.01)
    os.write(writing, b"y" * 20)
    with pytest.raises(TooMuch):
        Exchange(reading, 10).until(time.monotonic() + 60)
    for descriptor in (reading, writing):
        os.close(descriptor)


def test_a_message_that_nobody_reads_holds_nobody() -> None:
    """It is larger than the pipe takes."""
    reading, task = os.pipe()
    answer, writing = os.pipe()
    with pytest.raises(TooLong):
        Exchange(answer, 10, task, bytes(1 << 22)).until(time.monotonic() + 0.01)
    os.close(writing)
    os.close(reading)
    assert Exchange(answer, 10, task, bytes(1 << 22)).until(time.monotonic() + 60) == b""
    os.close(answer)
