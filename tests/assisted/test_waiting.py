"""When it is busy the plain pages make people wait their turn: nothing is lost, and everybody gets one."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import pytest
from PIL import Image

from portal.assisted import hands, turns
from portal.assisted.desk import Desk
from portal.assisted.hands import free_hand
from portal.assisted.visit import Visit
from portal.services.doors import access, gates
from portal.services.doors.gates import Gate
from portal.services.errors import Throttled
from tests.assisted.conftest import ADDRESS, PASSWORD, Instance, Visitor

WAITS = "Even wachten: het is druk"
SENT = "Je vraag is verstuurd"


@dataclass
class Seconds:
    """A clock that only the test moves."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds(instance: Instance) -> Seconds:
    clock = Seconds()
    instance.context = replace(instance.context, seconds=clock)
    instance.app.extensions["adviespunt"] = instance.context
    return clock


def drain(gate: Gate, load: float) -> None:
    while gate.load < load:
        gate.count()


def test_a_ticket_that_somebody_saw_before_opens_nothing_of_what_waits(
    visitor: Visitor, seconds: Seconds
) -> None:
    visitor.get("/plain/ask")
    seen = visitor.client.get_cookie("desk", "127.0.0.1")
    assert seen
    watcher = visitor.instance.visitor()
    watcher.client.set_cookie("desk", seen.value, domain="127.0.0.1")
    drain(gates.plain_cases(visitor.instance.context), 0.5)
    visitor.ask(text="Mag dit?")
    assert WAITS in visitor.text
    seconds.now += 200
    watcher.get("/plain/ask/wait")
    watcher.post("/plain/ask/key", do="turn")
    assert "Mag dit?" not in watcher.get("/plain/mailbox/1").text
    assert visitor.instance.cases() == []
    visitor.get("/plain/ask/wait")
    visitor.post("/plain/ask/key", do="turn")
    assert SENT in visitor.text


def test_a_question_that_waits_and_is_sent_twice_waits_once(
    visitor: Visitor, seconds: Seconds
) -> None:
    drain(gates.plain_cases(visitor.instance.context), 0.5)
    visitor.write(text="Mag dit?")
    before = visitor.client.get_cookie("desk", "127.0.0.1")
    assert before
    form = visitor.form("/plain/ask/key")
    typed = {**form, "pseudonym": "vos", "password": PASSWORD, "again": PASSWORD, "do": "send"}
    for _ in range(2):
        visitor.client.set_cookie("desk", before.value, domain="127.0.0.1")
        answer = visitor.client.post("/plain/ask/key", data=typed, base_url=ADDRESS)
        assert answer.headers["Location"] == "/plain/ask/wait"
    assert visitor.instance.cases() == []


def test_a_question_waits_its_turn_and_is_sent_without_typing_anything_again(
    visitor: Visitor, seconds: Seconds
) -> None:
    drain(gates.plain_cases(visitor.instance.context), 0.5)
    visitor.ask()
    assert WAITS in visitor.text
    assert visitor.instance.cases() == []
    seconds.now += 200
    visitor.get("/plain/ask/wait")
    assert "Je bent aan de beurt" in visitor.text
    visitor.post("/plain/ask/key", do="turn")
    assert SENT in visitor.text
    assert len(visitor.instance.cases()) == 1
    returning = visitor.instance.visitor()
    returning.enter()
    assert "Je brievenbus" in returning.text


def test_the_page_changes_by_itself_only_for_who_asked_for_it(
    visitor: Visitor, seconds: Seconds
) -> None:
    looks = '<meta http-equiv="refresh"'
    drain(gates.plain_cases(visitor.instance.context), 0.9)
    visitor.ask()
    assert WAITS in visitor.text
    assert looks not in visitor.page.text
    assert 'href="/plain/ask/wait?looking=1"' in visitor.page.text
    for _ in range(2):
        visitor.get("/plain/ask/wait?looking=1")
        assert looks in visitor.page.text
        assert 'href="/plain/ask/wait"' in visitor.page.text
    visitor.get("/plain/ask/wait")
    assert looks not in visitor.page.text
    seconds.now += 200
    visitor.get("/plain/ask/wait?looking=1")
    assert "Je bent aan de beurt" in visitor.text
    assert looks not in visitor.page.text


def test_who_takes_their_time_has_waited_already(visitor: Visitor, seconds: Seconds) -> None:
    drain(gates.plain_cases(visitor.instance.context), 0.5)
    visitor.write()
    seconds.now += 90
    visitor.send()
    assert SENT in visitor.text


def test_pressing_too_early_sends_nothing_and_keeps_the_place(
    visitor: Visitor, seconds: Seconds
) -> None:
    drain(gates.plain_cases(visitor.instance.context), 0.9)
    visitor.ask()
    assert WAITS in visitor.text
    for _ in range(3):
        seconds.now += 5
        visitor.post("/plain/ask/key", do="turn")
        assert WAITS in visitor.text
    assert visitor.instance.cases() == []
    seconds.now += 300
    visitor.get("/plain/ask/wait")
    visitor.post("/plain/ask/key", do="turn")
    assert SENT in visitor.text


def test_a_turn_is_good_once(visitor: Visitor, seconds: Seconds) -> None:
    drain(gates.plain_cases(visitor.instance.context), 0.9)
    visitor.write()
    seconds.now += 115
    visitor.send()
    assert SENT in visitor.text
    drain(gates.plain_cases(visitor.instance.context), 0.9)
    visitor.post("/plain/leave")
    visitor.write(text="Nog een vraag?")
    visitor.send("andere naam")
    assert WAITS in visitor.text


def test_while_nothing_is_left_nobody_loses_their_place(visitor: Visitor, seconds: Seconds) -> None:
    gate = gates.plain_cases(visitor.instance.context)
    drain(gate, 1)
    visitor.ask()
    for _ in range(10):
        seconds.now += 30
        drain(gate, 1)  # a flood takes whatever comes back
        visitor.post("/plain/ask/key", do="turn")
        assert WAITS in visitor.text
    seconds.now += gate.seconds_to_token
    visitor.get("/plain/ask/wait")
    visitor.post("/plain/ask/key", do="turn")
    assert SENT in visitor.text


def test_a_file_is_taken_when_its_turn_has_come_and_the_text_stays(
    visitor: Visitor, seconds: Seconds
) -> None:
    drain(gates.plain_cleaning(visitor.instance.context), 0.9)
    held = io.BytesIO()
    Image.new("RGB", (40, 30)).save(held, "PNG")
    visitor.get("/plain/ask")
    visitor.post(
        "/plain/ask", text="Met een foto", upload=(io.BytesIO(held.getvalue()), "x.png"), do="add"
    )
    assert "te veel bestanden tegelijk" in visitor.text
    assert visitor.form("/plain/ask")["text"] == "Met een foto"
    seconds.now += 115
    visitor.attach(held.getvalue())
    assert "Zo krijgt wie je vraag leest het te zien" in visitor.text


def test_who_has_a_mailbox_waits_for_nothing(visitor: Visitor, seconds: Seconds) -> None:
    visitor.ask()
    for gate in gates.all_of(visitor.instance.context):
        drain(gate, 1)
    visitor.write(text="Nog een vraag")
    visitor.post("/plain/ask/key", do="send")
    assert SENT in visitor.text
    joining = visitor.instance.visitor()
    joining.write(text="En nog een")
    joining.send(do="join")
    assert SENT in joining.text
    assert len(visitor.instance.cases()) == 3


def test_guessing_the_word_is_slow_and_knowing_it_opens(visitor: Visitor, seconds: Seconds) -> None:
    context = visitor.instance.context
    access.choose(context, "blauwe merel")
    drain(gates.plain_words(context), 0.9)
    visitor.get("/plain/word")
    visitor.post("/plain/word", word="blauwe merel")
    assert visitor.page.status_code == 429
    assert visitor.form("/plain/word")["word"] == "blauwe merel"
    seconds.now += 115
    visitor.post("/plain/word", word="blauwe merel")
    assert "Wie mag je vraag niet lezen?" in visitor.text


def test_no_more_passwords_are_worked_on_at_once_than_leave_threads_for_the_rest() -> None:
    holding = [free_hand() for _ in range(hands.AT_ONCE)]
    for one in holding:
        one.__enter__()
    queue = [hands._line.acquire(blocking=False) for _ in range(hands.WAITING)]
    with pytest.raises(Throttled), free_hand():
        pass
    for _ in queue:
        hands._line.release()
    for one in holding:
        one.__exit__(None, None, None)
    with free_hand():
        pass


def test_a_password_is_judged_by_a_free_hand_and_what_was_typed_comes_back(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.write(text="Mag dit?")
    line = [hands._line.acquire(blocking=False) for _ in range(hands.AT_ONCE + hands.WAITING)]
    try:
        visitor.send()
        assert visitor.page.status_code == 429
        assert "Je vraag staat hier nog" in visitor.text
        assert instance.cases() == []
    finally:
        for _ in line:
            hands._line.release()
    visitor.send()
    assert len(instance.cases()) == 1


def test_nobody_waits_longer_than_somebody_who_comes_now(instance: Instance) -> None:
    visit = Visit(instance.context, Desk(instance.context, bytes(32), fresh=False))
    assert turns.seconds_left(visit, "question", 1.0) == 120
    assert turns.seconds_left(visit, "question", 0.1) == 12
    assert turns.seconds_left(visit, "question", 0) == 0
