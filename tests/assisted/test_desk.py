"""The desk: ciphertext whose key lives in the visitor's cookie alone."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from portal.assisted import desk as desks
from portal.assisted.desk import MAILBOX, Desk
from portal.models.desks import OnDesk
from portal.services.errors import Full, OverLimit
from tests.assisted.conftest import Instance, Visitor

SECRET = b"een geheim dat nergens open mag liggen"


@pytest.fixture
def desk(instance: Instance) -> Desk:
    return Desk(instance.context, b"t" * 32, fresh=False)


def test_what_is_put_down_comes_back(desk: Desk) -> None:
    desk.save("draft", SECRET)
    assert desk.load("draft") == SECRET


def test_nothing_lies_open_and_the_ticket_lies_nowhere(instance: Instance, desk: Desk) -> None:
    desk.save("draft", SECRET)
    with instance.context.sessions.read() as db:
        [row] = db.scalars(select(OnDesk)).all()
    assert SECRET not in row.sealed
    assert desk.ticket not in row.sealed + row.desk
    stored = (instance.data / "sessions.sqlite").read_bytes()
    assert desk.ticket not in stored
    assert SECRET not in stored


def test_another_ticket_opens_nothing(instance: Instance, desk: Desk) -> None:
    desk.save("draft", SECRET)
    assert Desk(instance.context, b"u" * 32, fresh=False).load("draft") is None


def test_a_thing_moved_to_another_name_or_desk_does_not_open(
    instance: Instance, desk: Desk
) -> None:
    other = Desk(instance.context, b"u" * 32, fresh=False)
    desk.save("draft", SECRET)
    other.save("draft", b"iets anders")
    with instance.context.sessions.write() as db:
        mine, theirs = (db.get(OnDesk, (one._handle, "draft")) for one in (desk, other))
        assert mine
        assert theirs
        theirs.sealed = mine.sealed
        db.add(OnDesk(desk=mine.desk, name="other", minute=mine.minute, size=1, sealed=mine.sealed))
    assert other.load("draft") is None
    assert desk.load("other") is None


def test_of_two_who_put_down_first_the_first_stays(desk: Desk) -> None:
    assert desk.save_first("outgoing", b"first") == b"first"
    assert desk.save_first("outgoing", b"second") == b"first"


def test_a_seed_is_swept_sooner_than_a_draft(instance: Instance, desk: Desk) -> None:
    desk.save(MAILBOX, SECRET)
    desk.save("draft", SECRET)
    instance.clock._asked += 60 * (desks.SEED_SWEPT_AFTER_MINUTES + 1)
    assert desk.load(MAILBOX) is None
    assert desk.load("draft") == SECRET
    desks.sweep(instance.context)
    instance.clock._asked += 60 * desks.SWEPT_AFTER_MINUTES
    assert desk.load("draft") is None
    desks.sweep(instance.context)
    with instance.context.sessions.read() as db:
        assert db.scalars(select(OnDesk)).all() == []


def test_coming_back_keeps_things_awake(instance: Instance, desk: Desk) -> None:
    desk.save(MAILBOX, SECRET)
    for _ in range(3):
        instance.clock._asked += 60 * (desks.SEED_SWEPT_AFTER_MINUTES - 1)
        desk.touch()
        assert desk.load(MAILBOX) == SECRET


def test_a_seed_that_was_swept_is_not_woken(instance: Instance, desk: Desk) -> None:
    desk.save(MAILBOX, SECRET)
    instance.clock._asked += 60 * (desks.SEED_SWEPT_AFTER_MINUTES + 1)
    desk.touch()
    assert desk.load(MAILBOX) is None


def test_it_refuses_more_than_one_visitor_may_put_down(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "_most", 100)
    with pytest.raises(OverLimit):
        desk.save("image", bytes(200))
    assert desk.load("image") is None


def test_a_visitor_who_only_reads_gets_no_cookie(visitor: Visitor) -> None:
    assert "Set-Cookie" not in visitor.get("/plain/").headers
    cookie = visitor.get("/plain/ask").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Max-Age" not in cookie
    assert "Expires" not in cookie


def test_pictures_of_others_leave_room_for_a_text(
    instance: Instance, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "ALL_DESKS_BYTES", 2_400_000)
    monkeypatch.setattr(desks, "ALL_LARGE_BYTES", 1_800_000)
    flood = Desk(instance.context, b"u" * 32, fresh=False)
    for number in range(4):
        flood.save(f"picture-{number}", bytes(420_000))
    with pytest.raises(Full):
        flood.save("picture-4", bytes(420_000))
    desk.save("draft", SECRET)
    desk.save("longer", bytes(380_000))
    assert desk.load("draft") == SECRET
