"""The desk: ciphertext whose key lives in the visitor's cookie alone."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from portal.assisted import desk as desks
from portal.assisted.desk import MAILBOX, Desk
from portal.models.desks import OnDesk
from portal.services.errors import Full, OverLimit
from tests.assisted.conftest import ADDRESS, Instance, Visitor

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


def fill(desk: Desk, size: int) -> None:
    """Put down things of this size until there is no room for another."""
    try:
        for number in range(1_000):
            desk.save(f"{size}-{number}", bytes(size))
    except Full:
        return
    pytest.fail("a thousand things found room")


@pytest.fixture
def small_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "ALL_DESKS_BYTES", 3_200_000)


@pytest.fixture
def stranger(instance: Instance) -> Desk:
    return Desk(instance.context, b"u" * 32, fresh=False)


@pytest.mark.usefixtures("small_room")
def test_pictures_of_others_leave_room_for_a_text(desk: Desk, stranger: Desk) -> None:
    fill(stranger, 420_000)
    desk.save("draft", SECRET)
    desk.save("longer", bytes(380_000))
    assert desk.load("draft") == SECRET


@pytest.mark.usefixtures("small_room")
@pytest.mark.parametrize("name", [desks.ADMITTED, MAILBOX])
def test_texts_of_strangers_leave_room_to_who_is_better_known(
    desk: Desk, stranger: Desk, name: str
) -> None:
    fill(stranger, 20_000)
    desk.save(name, SECRET)
    desk.save("draft", bytes(20_000))
    with pytest.raises(Full):
        stranger.save("more", bytes(20_000))


@pytest.mark.usefixtures("small_room")
def test_who_knows_the_word_leaves_room_to_who_was_here_before(
    instance: Instance, desk: Desk, stranger: Desk
) -> None:
    stranger.save(desks.ADMITTED, SECRET)
    fill(stranger, 20_000)
    desk.save(MAILBOX, SECRET)
    desk.save("draft", bytes(20_000))
    fill(desk, 20_000)
    # Nothing but another seed takes the last of it.
    late = Desk(instance.context, b"w" * 32, fresh=False)
    with pytest.raises(Full):
        late.save("draft", bytes(20_000))
    late.save(MAILBOX, SECRET)
    assert late.load(MAILBOX) == SECRET


@pytest.mark.usefixtures("small_room")
def test_who_was_here_before_reads_and_replies_while_strangers_fill_the_room(
    instance: Instance, visitor: Visitor, stranger: Desk
) -> None:
    visitor.ask(text="Mag dit?")
    fill(stranger, 20_000)
    fill(stranger, 1)
    later = instance.visitor()
    assert later.enter().status_code == 200
    later.get("/plain/mailbox/1")
    assert "Mag dit?" in later.text
    later.post("/plain/mailbox/1", text="Nog iets.", do="send")
    later.get("/plain/mailbox/1")
    assert "Nog iets." in later.text


def test_a_ticket_that_somebody_saw_before_opens_nothing_after_signing_in(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask(text="Mag dit?")
    victim, watcher = instance.visitor(), instance.visitor()
    victim.get("/plain/ask")
    victim.post("/plain/ask", kind="dilemma", text="Een begin.", do="next")
    seen = victim.client.get_cookie("desk", "127.0.0.1")
    assert seen
    watcher.client.set_cookie("desk", seen.value, domain="127.0.0.1")
    victim.enter()
    assert "Mag dit?" in victim.get("/plain/mailbox/1").text
    assert "Mag dit?" not in watcher.get("/plain/mailbox/1").text
    assert "Een begin." not in watcher.get("/plain/ask").text
    # What was written before comes along.
    assert "Een begin." in victim.get("/plain/ask").text


def test_a_sign_in_that_is_sent_twice_ends_at_one_desk(instance: Instance, desk: Desk) -> None:
    desk.save("draft", SECRET)
    again = Desk(instance.context, desk.ticket, fresh=False)
    other = Desk(instance.context, desk.ticket, fresh=False)
    desk.renew(b"seed")
    again.renew(b"seed")
    other.renew(b"another seed")
    assert again.cookie == desk.cookie != other.cookie
    assert desk.load("draft") == again.load("draft") == SECRET
    assert other.load("draft") is None


def test_a_ticket_that_somebody_saw_before_opens_nothing_after_asking(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.write(text="Mag dit?")
    seen = visitor.client.get_cookie("desk", "127.0.0.1")
    assert seen
    watcher = instance.visitor()
    watcher.client.set_cookie("desk", seen.value, domain="127.0.0.1")
    visitor.send()
    assert "Mag dit?" in visitor.get("/plain/mailbox/1").text
    assert "Mag dit?" not in watcher.get("/plain/mailbox/1").text
    # Who sent twice, and whose browser took no notice of the first answer, is told that it arrived.
    watcher.get("/plain/ask/sent")
    assert "Kom terug op" in watcher.text


def test_a_form_of_an_older_tab_still_counts(instance: Instance, visitor: Visitor) -> None:
    visitor.ask(text="Mag dit?")
    later = instance.visitor()
    later.get("/plain/ask")
    older = later.form("/plain/ask")
    later.enter()
    later.client.post(
        "/plain/ask",
        data={**older, "kind": "dilemma", "text": "Nog iets.", "do": "next"},
        base_url=ADDRESS,
    )
    assert "Nog iets." in later.get("/plain/ask").text


def test_who_is_led_here_by_another_site_gets_no_other_desk(visitor: Visitor) -> None:
    led = {"Sec-Fetch-Site": "cross-site"}
    answer = visitor.client.get("/plain/ask?a=%22%3E", base_url=ADDRESS, headers=led)
    assert "Set-Cookie" not in answer.headers
    assert '<meta http-equiv="refresh" content="0; url=/plain/ask?a=%22%3E">' in answer.text
    visitor.write(text="Onaf.")
    # A browser that sends its cookie all the same is at its own desk at once.
    assert "Onaf." in visitor.client.get("/plain/ask", base_url=ADDRESS, headers=led).text
