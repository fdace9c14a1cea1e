"""Checkpoints of the register: the lines that hold, packed (section 9)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from struct import Struct
from typing import Any, Final

from crypto import shape, signed, structure
from crypto.directory import Directories
from crypto.encoding import Reader, canonical, lp, sha256
from crypto.errors import Malformed, RegisterRefused
from crypto.register import Entry
from crypto.roles import FACILITATOR
from crypto.secret import envelope
from crypto.secret.identity import SigningKey
from crypto.secret.kdf import Entropy, derive, random_bytes
from crypto.structure import Header

NONE: Final = 0xFFFF
MARK_BYTES: Final = 16
# case, mark, number, directory, kind, category, state, outcome, authorities, urgent, four days
_LINE: Final = Struct(">16s16sIIHHHHHBIIII")


@dataclass(frozen=True, slots=True)
class Held:
    """An entry that holds, and the mark by which its sealed bytes are known again."""

    entry: Entry
    mark: bytes


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What holds among the entries of the server's rows before `row`, sorted by case."""

    row: int
    directory: int
    lines: tuple[Held, ...]


def seal(
    seed: bytes,
    place: tuple[bytes, bytes, int],
    author: bytes,
    signing: SigningKey,
    checkpoint: Checkpoint,
    entropy: Entropy = random_bytes,
) -> bytes:
    """Seal a facilitator's checkpoint; `place` is portal, register key id and number."""
    words, lists, lines = _pack(checkpoint.lines)
    head = {
        "v": 1, "row": checkpoint.row, "directory": checkpoint.directory,
        "words": words, "lists": lists, "hash": sha256(lines),
    }  # fmt: skip
    header = _header(place, author)
    content = signing.sign("checkpoint", header.encode(), canonical(shape.plain(head))) + lines
    return envelope.seal(derive(seed, "checkpoint"), header, content, entropy)


def open_at(
    seed: bytes, place: tuple[bytes, bytes, int], untrusted: bytes, directories: Directories
) -> Checkpoint:
    """Give a checkpoint that a facilitator signed; raise `ProtocolError`."""
    header = _header(place, structure.parse(untrusted).header.writer)
    content = envelope.open_at(derive(seed, "checkpoint"), header, untrusted)
    reader = Reader(content)
    body, signature = reader.prefixed(), reader.take(signed.SIGNATURE_BYTES)
    head, lines = shape.parse(body, _head), reader.rest()
    author = directories.version(head["directory"]).member(header.writer)
    if author is None or not author.active or author.role != FACILITATOR:
        raise RegisterRefused("a checkpoint by nobody who may write one")
    signed.verify(author.sign, "checkpoint", header.encode(), lp(body) + signature)
    if sha256(lines) != head["hash"]:
        raise RegisterRefused("a checkpoint with other lines")
    held = tuple(_unpack(head["words"], head["lists"], lines))
    return Checkpoint(head["row"], head["directory"], held)


def mark_of(sealed_entry: bytes) -> bytes:
    return sha256(sealed_entry)[:MARK_BYTES]


def _header(place: tuple[bytes, bytes, int], author: bytes) -> Header:
    portal, key_id, number = place
    return Header(portal, None, number, key_id, author, "checkpoint")


def _pack(held: Iterable[Held]) -> tuple[list[str], list[tuple[str, ...]], bytes]:
    """Give the words and lists that the lines point at, and the lines."""
    words: dict[str, int] = {}
    lists: dict[tuple[str, ...], int] = {}

    def word(key: str | None) -> int:
        return NONE if key is None else _place(words, key)

    lines = b"".join(
        _LINE.pack(
            one.case, mark, one.number, one.directory,
            word(one.kind), word(one.category), word(one.state), word(one.outcome),
            _place(lists, one.authorities), one.urgent,
            *map(_number_of, (one.received, one.feedback, one.final, one.closed)),
        )
        for one, mark in ((line.entry, line.mark) for line in held)
    )  # fmt: skip
    return list(words), list(lists), lines


def _place(table: dict[Any, int], key: object) -> int:
    place = table.setdefault(key, len(table))
    if place >= NONE:
        raise RegisterRefused("more different keys than a line has room for")
    return place


def _unpack(
    words: Sequence[str], lists: Sequence[tuple[str, ...]], untrusted_lines: bytes
) -> Iterator[Held]:
    if len(untrusted_lines) % _LINE.size:
        raise Malformed("part of a line")
    before = b""
    for case, mark, *numbers in _LINE.iter_unpack(untrusted_lines):
        if case <= before:
            raise Malformed("not strictly sorted")
        before = case
        yield Held(_entry(words, lists, case, numbers), mark)


def _entry(
    words: Sequence[str], lists: Sequence[tuple[str, ...]], case: bytes, numbers: list[int]
) -> Entry:
    number, directory, kind, category, state, outcome, authorities, urgent, *days = numbers
    received, feedback, final, closed = map(_day_of, days)
    if received is None or directory < 1 or urgent > 1:
        raise Malformed("a line without a day, a directory or a yes or no")
    return Entry(
        case=case, number=number, kind=_at(words, kind), urgent=urgent == 1,
        category=None if category == NONE else _at(words, category), state=_at(words, state),
        outcome=None if outcome == NONE else _at(words, outcome),
        authorities=_at(lists, authorities), received=received, feedback=feedback, final=final,
        closed=closed, directory=directory,
    )  # fmt: skip


def _at(listed: Sequence[Any], number: int) -> Any:  # noqa: ANN401 - words or lists of them
    if number >= len(listed):
        raise Malformed("a line that points at nothing")
    return listed[number]


def _number_of(day: date | None) -> int:
    return 0 if day is None else day.year * 10_000 + day.month * 100 + day.day


def _day_of(number: int) -> date | None:
    if number == 0:
        return None
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError as error:
        raise Malformed("no such day") from error


_head = shape.versioned(
    row=shape.integer(),
    directory=shape.integer(1),
    words=shape.listed(shape.key, 0, NONE),
    lists=shape.listed(shape.listed(shape.key), 0, NONE),
    hash=shape.digest,
)
