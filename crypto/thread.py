"""Messages and notes: what they say, who may say it, and how they hang together (section 7).

Nothing here needs a key; opening and verifying the envelopes does (`crypto.secret.case`).
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from crypto import shape
from crypto.directory import Named
from crypto.encoding import canonical
from crypto.errors import Malformed, MessageRefused
from crypto.roles import ASKER_ROLE, CASEWORK, COACH, HANDLERS

CASE_THREAD: Final = "case"
NOTES_THREAD: Final = "notes"
MOST_ATTACHMENTS: Final = 20
MOST_PAGES: Final = 200  # of all attachments together
LONGEST_TEXT: Final = 100_000  # code points
LONGEST_NAME: Final = 200  # code points


@dataclass(frozen=True, slots=True)
class Link:
    """A message or page as a message names it: its id and the hash of its envelope."""

    id: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Attachment:
    """One photo or document: its pages in order. `family` is `photo` or `document`."""

    family: str
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """An opened and verified message or note.

    `role` is the writer's in the roster named. `hash` is of the envelope. `fields` is what the
    table of section 7 gives for the kind, ids as bytes and days as `datetime.date`.
    """

    id: bytes
    kind: str
    writer: bytes
    role: str
    epoch: int
    hash: bytes
    counter: int
    roster: Named
    seen: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    text: str
    fields: Mapping[str, Any] = field(hash=False)

    @property
    def link(self) -> Link:
        return Link(self.id, self.hash)


@dataclass(frozen=True, slots=True)
class Body:
    """What a message's signature covers, besides its place."""

    counter: int
    roster: Named
    seen: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    text: str
    fields: Mapping[str, Any] = field(hash=False)

    def encode(self) -> bytes:
        return canonical(
            shape.plain(
                {
                    "v": 1,
                    "counter": self.counter,
                    "roster": {"hash": self.roster.hash, "number": self.roster.number},
                    "seen": _linked(self.seen),
                    "attachments": [
                        {"family": a.family, "pages": _linked(a.pages)} for a in self.attachments
                    ],
                    "text": self.text,
                    "fields": self.fields,
                }
            )
        )


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of the table: who may write it, in which thread, with which fields."""

    writers: frozenset[str]
    thread: str
    fields: shape.Shape


_nothing = shape.record()
_question = shape.record(
    excluded=shape.strictly_sorted(shape.ident),
    kind=shape.key,
    name=shape.maybe(shape.text(1, LONGEST_NAME)),
    urgent=shape.flag,
)
_final = shape.record(referred=shape.listed(shape.key))
_pass = shape.record(authority=shape.key)
_close = shape.record(outcome=shape.key)
_draft = shape.record(**{"for": shape.one_of("feedback", "reply", "final")})
_triage = shape.record(
    category=shape.maybe(shape.key), pen=shape.maybe(shape.ident), urgent=shape.flag
)
_record = shape.record(authority=shape.key, day=shape.day)

_ASKER: Final = frozenset({ASKER_ROLE})

KINDS: Final[Mapping[str, Kind]] = {
    "question": Kind(_ASKER, CASE_THREAD, _question),
    "reply": Kind(_ASKER | HANDLERS, CASE_THREAD, _nothing),
    "thanks": Kind(_ASKER, CASE_THREAD, _nothing),
    "feedback": Kind(HANDLERS, CASE_THREAD, _nothing),
    "final": Kind(HANDLERS, CASE_THREAD, _final),
    "pass": Kind(HANDLERS, CASE_THREAD, _pass),
    "close": Kind(CASEWORK, CASE_THREAD, _close),
    "withdraw": Kind(_ASKER, CASE_THREAD, _nothing),
    "recuse": Kind(frozenset({COACH}), CASE_THREAD, _nothing),
    "note": Kind(HANDLERS, NOTES_THREAD, _nothing),
    "draft": Kind(HANDLERS, NOTES_THREAD, _draft),
    "triage": Kind(CASEWORK, NOTES_THREAD, _triage),
    "record": Kind(HANDLERS, NOTES_THREAD, _record),
}


def parse_body(untrusted_body: bytes, kind: str) -> Body:
    """Read a message's body; raise `Malformed`."""
    checked = shape.parse(untrusted_body, _body)
    fields = KINDS[kind].fields(checked["fields"])
    named = Named(checked["roster"]["number"], checked["roster"]["hash"])
    del checked["v"]
    return Body(**{**checked, "roster": named, "fields": fields})


# --- how messages hang together --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Arranged:
    """A thread in order; what was refused, with the reason; and what is named but not there."""

    messages: tuple[Message, ...]
    refused: tuple[tuple[Message, MessageRefused], ...]
    missing: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Reach:
    """What a message's `seen` leads to: each writer's highest counter, and whether all is there.

    `roster` is the highest number of a roster that any of them names.
    """

    counters: Mapping[bytes, int]
    whole: bool
    roster: int


def arrange(candidates: Sequence[Message], known_hashes: Iterable[bytes]) -> Arranged:
    """Order verified messages by what they have seen, then by the server's order.

    `candidates` stand in the server's order, each id once; `known_hashes` are of all envelopes
    that the server gave, refused ones included, so that only what it withholds is missing.
    """
    given = {message.hash: message for message in candidates}
    reached: dict[bytes, _Reach] = {}
    ordered: list[Message] = []
    refused: list[tuple[Message, MessageRefused]] = []
    for message in _by_seen(candidates):
        reach = _reach_of(message, given, reached)
        try:
            _check_place(message, reach)
        except MessageRefused as error:
            refused.append((message, error))
            continue
        ordered.append(message)
        reached[message.hash] = reach
    here = {*given, *known_hashes}
    named = {link for message in ordered for link in message.seen if link.hash not in here}
    return Arranged(tuple(ordered), tuple(refused), tuple(sorted(named, key=lambda link: link.id)))


def heads_of(messages: Sequence[Message]) -> tuple[Link, ...]:
    """Give the messages that no other has seen, sorted by id: what the next one names."""
    seen = {link.hash for message in messages for link in message.seen}
    heads = (message.link for message in messages if message.hash not in seen)
    return tuple(sorted(heads, key=lambda link: link.id))


def next_counter(messages: Sequence[Message], writer: bytes) -> int:
    return 1 + max((m.counter for m in messages if m.writer == writer), default=-1)


def _by_seen(candidates: Sequence[Message]) -> Iterable[Message]:
    """Give every message after those it has seen. Hashes name hashes, so there is no circle."""
    place = {message.hash: index for index, message in enumerate(candidates)}
    waits_for = [{place[s.hash] for s in m.seen if s.hash in place} for m in candidates]
    followers: list[list[int]] = [[] for _ in candidates]
    for index, before in enumerate(waits_for):
        for other in before:
            followers[other].append(index)
    ready = [index for index, before in enumerate(waits_for) if not before]
    while ready:
        index = heapq.heappop(ready)
        yield candidates[index]
        for follower in followers[index]:
            waits_for[follower].discard(index)
            if not waits_for[follower]:
                heapq.heappush(ready, follower)


def _reach_of(
    message: Message, given: Mapping[bytes, Message], reached: Mapping[bytes, _Reach]
) -> _Reach:
    counters: dict[bytes, int] = {}
    whole, roster = True, 0
    for link in message.seen:
        before = reached.get(link.hash)
        if before is None:
            whole = False
            continue
        whole = whole and before.whole
        named = given[link.hash]
        roster = max(roster, before.roster, named.roster.number)
        for writer, counter in (*before.counters.items(), (named.writer, named.counter)):
            counters[writer] = max(counter, counters.get(writer, counter))
    return _Reach(counters, whole, roster)


def _check_place(message: Message, reach: _Reach) -> None:
    if not message.seen and message.counter:
        raise MessageRefused("a later message that has seen nothing")
    if (message.kind == "question") is bool(message.seen) and _is_case_kind(message.kind):
        raise MessageRefused("a question that is not the first, or a first that is no question")
    if message.roster.number < reach.roster:
        # Whoever was removed could else go on writing, with the server's help.
        raise MessageRefused("it names an older roster than a message it has seen")
    expected = 1 + reach.counters.get(message.writer, -1)
    if message.counter < expected or (reach.whole and message.counter != expected):
        raise MessageRefused("a counter that does not follow")


def _is_case_kind(kind: str) -> bool:
    return KINDS[kind].thread == CASE_THREAD


def _linked(links: Iterable[Link]) -> list[dict[str, bytes]]:
    return [{"hash": link.hash, "id": link.id} for link in links]


_link_record = shape.record(hash=shape.digest, id=shape.ident)


def _link(value: Any) -> Link:  # noqa: ANN401 - untrusted JSON
    return Link(**_link_record(value))


_attachment = shape.record(
    family=shape.one_of("photo", "document"), pages=shape.listed(_link, shortest=1)
)
_listed_attachments = shape.listed(
    lambda value: Attachment(**_attachment(value)), longest=MOST_ATTACHMENTS
)


def _attachments(value: Any) -> tuple[Attachment, ...]:  # noqa: ANN401 - untrusted JSON
    checked: tuple[Attachment, ...] = _listed_attachments(value)
    if sum(len(one.pages) for one in checked) > MOST_PAGES:
        raise Malformed(f"more than {MOST_PAGES} pages")
    return checked


_body = shape.versioned(
    counter=shape.integer(),
    roster=shape.record(hash=shape.digest, number=shape.integer()),
    seen=shape.strictly_sorted(_link, by=lambda link: link.id),
    attachments=_attachments,
    text=shape.text(0, LONGEST_TEXT),
    fields=lambda value: value,
)
