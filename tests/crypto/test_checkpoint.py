"""A checkpoint's lines, as a facilitator who errs or lies could have signed them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from crypto.encoding import canonical, sha256
from crypto.errors import Malformed, RegisterRefused
from crypto.register import Entry
from crypto.secret import checkpoint, envelope
from crypto.secret.checkpoint import Checkpoint, Held
from crypto.secret.kdf import derive
from crypto.shape import plain
from crypto.structure import Header
from tests.vectors.world import Organisation

DAY = date(2026, 3, 2)
ENTRY = Entry(b"c" * 16, 1, "advice", False, None, "new", None, (), DAY, None, None, None, 1)
ADVICE, NEW, NOTHING = 0, 1, checkpoint.NONE


def line(case: bytes = b"c" * 16, **changed: int) -> bytes:
    fields = {
        "number": 1, "directory": 1, "kind": ADVICE, "category": NOTHING, "state": NEW,
        "outcome": NOTHING, "authorities": 0, "urgent": 0, "received": 20260302, "feedback": 0,
        "final": 0, "closed": 0,
    } | changed  # fmt: skip
    return checkpoint._LINE.pack(case, bytes(16), *fields.values())


class Desk:
    """A facilitator who signs whatever lines there are."""

    def __init__(self, organisation: Organisation) -> None:
        self.seed, self.frank = organisation.register_seed, organisation.people["Frank"]
        self.key = organisation.current.content.register.id
        self.place = (organisation.portal, self.key, 3)
        self.known = organisation.known()

    def signed(self, lines: bytes, claimed: bytes | None = None) -> bytes:
        head: dict[str, Any] = {
            "v": 1, "row": 9, "directory": 1, "words": ["advice", "new"], "lists": [[]],
            "hash": sha256(lines) if claimed is None else claimed,
        }  # fmt: skip
        portal, key, number = self.place
        header = Header(portal, None, number, key, self.frank.id, "checkpoint")
        body = self.frank.identity.signing.sign(
            "checkpoint", header.encode(), canonical(plain(head))
        )
        return envelope.seal(derive(self.seed, "checkpoint"), header, body + lines)

    def opened(self, sealed: bytes) -> Checkpoint:
        return checkpoint.open_at(self.seed, self.place, sealed, self.known)


@pytest.fixture
def desk(organisation: Organisation) -> Desk:
    return Desk(organisation)


def test_it_reads_the_lines_that_it_would_write(desk: Desk) -> None:
    assert desk.opened(desk.signed(line())) == Checkpoint(9, 1, (Held(ENTRY, bytes(16)),))


def test_it_refuses_lines_that_were_not_signed(desk: Desk) -> None:
    with pytest.raises(RegisterRefused, match="other lines"):
        desk.opened(desk.signed(line(), claimed=sha256(b"")))


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (line()[:-1], "part of a line"),
        (line(b"d" * 16) + line(), "not strictly sorted"),
        (line() + line(), "not strictly sorted"),
        (line(received=0), "without a day"),
        (line(directory=0), "without a day"),
        (line(urgent=2), "without a day"),
        (line(kind=2), "points at nothing"),
        (line(state=NOTHING), "points at nothing"),
        (line(category=2), "points at nothing"),
        (line(authorities=1), "points at nothing"),
        (line(closed=20260230), "no such day"),
    ],
)
def test_it_refuses_a_line_that_says_nothing(desk: Desk, lines: bytes, reason: str) -> None:
    with pytest.raises(Malformed, match=reason):
        desk.opened(desk.signed(lines))


def test_it_writes_no_more_different_keys_than_a_line_can_point_at(desk: Desk) -> None:
    many = (
        Held(replace(ENTRY, case=number.to_bytes(16, "big"), category=f"c{number}"), bytes(16))
        for number in range(checkpoint.NONE)
    )
    with pytest.raises(RegisterRefused, match="more different keys"):
        checkpoint.seal(
            desk.seed, desk.place, desk.frank.id, desk.frank.identity.signing,
            Checkpoint(9, 1, tuple(many)),
        )  # fmt: skip


def test_an_entry_is_known_again_by_half_the_hash_of_its_sealed_bytes() -> None:
    assert checkpoint.mark_of(b"sealed") == sha256(b"sealed")[:16]
