"""How messages hang together: any server's order, anything left out."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crypto.directory import Named
from crypto.encoding import sha256
from crypto.thread import Message, arrange, heads_of, next_counter

NAMED = Named(0, bytes(32))
WRITERS = [bytes([n] * 16) for n in range(3)]


def _message(number: int, known: list[Message], writer: bytes) -> Message:
    fields: dict[str, object] = {}
    return Message(
        sha256(b"%d" % number)[:16],
        "reply" if known else "question",
        writer,
        "coach",
        0,
        sha256(b"hash %d" % number),
        next_counter(known, writer),
        NAMED,
        heads_of(known),
        (),
        str(number),
        fields,
    )


@st.composite
def threads(draw: st.DrawFn) -> list[Message]:
    """Messages by three writers, each written by somebody who may lag behind the others."""
    messages: list[Message] = [_message(0, [], WRITERS[0])]
    views = dict.fromkeys(WRITERS, 1)
    for number in range(1, draw(st.integers(1, 12))):
        writer = draw(st.sampled_from(WRITERS))
        own = max([i for i, m in enumerate(messages) if m.writer == writer], default=0) + 1
        views[writer] = draw(st.integers(max(views[writer], own), len(messages)))
        messages.append(_message(number, messages[: views[writer]], writer))
    return messages


@given(threads(), st.randoms())
def test_a_thread_reads_in_an_order_of_causes_however_it_is_given(
    thread: list[Message], random: st.DataObject
) -> None:
    given_in = list(thread)
    random.shuffle(given_in)  # type: ignore[attr-defined] # hypothesis gives a Random
    arranged = arrange(given_in, ())
    assert set(arranged.messages) == set(thread)
    assert (arranged.refused, arranged.missing) == ((), ())
    place = {message.hash: index for index, message in enumerate(arranged.messages)}
    for message in arranged.messages:
        assert all(place[link.hash] < place[message.hash] for link in message.seen)


@given(threads())
def test_an_honest_order_is_kept(thread: list[Message]) -> None:
    assert list(arrange(thread, ()).messages) == thread


@given(threads(), st.data())
def test_every_dropped_message_that_another_names_is_missed(
    thread: list[Message], data: st.DataObject
) -> None:
    dropped = data.draw(st.sets(st.sampled_from(thread)))
    left = [message for message in thread if message not in dropped]
    arranged = arrange(left, ())
    named = {link.hash for message in left for link in message.seen}
    expected = {message.id for message in dropped if message.hash in named}
    assert {link.id for link in arranged.missing} == expected
    assert arranged.refused == ()


@given(threads())
def test_heads_are_what_nobody_has_seen(thread: list[Message]) -> None:
    heads = {link.hash for link in heads_of(thread)}
    seen = {link.hash for message in thread for link in message.seen}
    assert heads == {message.hash for message in thread} - seen
    assert thread[-1].hash in heads


def test_what_was_given_but_refused_is_not_missing() -> None:
    first = _message(0, [], WRITERS[0])
    second = _message(1, [first], WRITERS[1])
    third = _message(2, [first, second], WRITERS[2])
    assert arrange([first, third], [second.hash]).missing == ()
    assert [link.id for link in arrange([first, third], []).missing] == [second.id]


def test_only_somebodys_first_message_may_have_seen_nothing() -> None:
    later = replace(_message(0, [], WRITERS[0]), kind="note", counter=1)
    assert [refused for refused, _ in arrange([later], ()).refused] == [later]
    first = replace(later, counter=0)
    assert arrange([first], ()).messages == (first,)


def test_a_counter_may_leap_where_something_is_missing_and_never_fall() -> None:
    first = _message(0, [], WRITERS[0])
    second = _message(1, [first], WRITERS[1])
    third = _message(2, [first, second], WRITERS[1])
    assert third.counter == 1
    assert arrange([first, third], ()).refused == ()
    fallen = replace(third, counter=0, seen=(first.link, second.link))
    assert [refused for refused, _ in arrange([first, second, fallen], ()).refused] == [fallen]


def test_who_was_removed_cannot_seem_to_know_what_came_after() -> None:
    first = _message(0, [], WRITERS[0])
    after = replace(_message(1, [first], WRITERS[1]), roster=Named(2, bytes(32)))
    late = _message(2, [first, after], WRITERS[2])
    assert [refused for refused, _ in arrange([first, after, late], ()).refused] == [late]
    beside = _message(3, [first], WRITERS[2])
    assert arrange([first, after, beside], ()).refused == ()
