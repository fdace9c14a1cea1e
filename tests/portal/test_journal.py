"""What stands in the journals: every action by its name, and words for each on the staff's pages."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crypto.encoding import b64, from_b64
from crypto.journal import verify
from portal.services.casework import archiving
from portal.services.keeping import journal
from portal.services.values import Actor
from tests.portal.conftest import World
from tests.portal.fake import Browser, Member, envelope, sign
from tests.portal.test_year import closed_case, presented

WORDS = Path(__file__).parents[2] / "portal/static/js/pages/staff/journal.js"
DAY = date(2026, 11, 2)


def staff_actions(browser: Browser) -> list[str]:
    found = browser.get("/journal").json
    return [line.action for line in verify(from_b64(one) for one in found["lines"])]


def test_every_action_has_words_and_no_words_are_left_over() -> None:
    named = re.findall(r"^ {4}'?([a-z-]+)'?: t\('", WORDS.read_text(), re.MULTILINE)
    assert sorted(named) == sorted(
        [*journal.OF_A_CASE, *journal.OF_THE_STAFF, *journal.OF_A_YEAR],
    )


@pytest.mark.parametrize(
    ("chain", "action", "year"),
    [
        (journal.STAFF, "reply", None),
        (journal.STAFF, "report", None),
        (journal.STAFF, "invite", 2026),
        (bytes([1] * 16), "invite", None),
        (bytes([1] * 16), "report", 2026),
        (bytes([1] * 16), "reply", 2026),
        (journal.STAFF, "report-2026", None),
    ],
)
def test_what_has_no_place_in_a_journal_is_a_mistake_of_ours(
    world: World, chain: bytes, action: str, year: int | None
) -> None:
    with (
        world.context.database.write() as db,
        pytest.raises(ValueError, match="no action of this journal"),
    ):
        journal.append(db, chain, journal.Act(DAY, None, action, year=year))


def absence(world: World, member: Member) -> tuple[str, dict[str, Any]]:
    ident = os.urandom(16)
    said = {"id": b64(ident), "member": b64(member.id), "first": "2026-12-01", "last": "2026-12-05"}
    signed = sign(member.key, "absence", world.context.portal, {"v": 1, **said, "cover": None})
    sent = {"first": said["first"], "last": said["last"], "cover": None, "signed": b64(signed)}
    return f"/absences/{b64(ident)}", sent


def test_texts_and_absences_stand_in_the_journal_of_the_staff_once_each(world: World) -> None:
    anna, bram = world.signed_in(world.anna), world.signed_in(world.bram)
    before = len(staff_actions(anna))
    header = anna.header("template", world.anna.id)
    text, body = f"/templates/{b64(header.id)}", {"number": 0, "envelope": b64(envelope(header))}
    path, sent = absence(world, world.bram)
    for _ in range(2):  # sent twice is done once
        assert anna.put(text, body).status_code < 300
        assert bram.put(path, sent).status_code < 300
    assert anna.call("DELETE", text).status_code < 300
    assert anna.call("DELETE", path).status_code < 300
    assert staff_actions(anna)[before:] == [
        "template",
        "absence",
        "template-remove",
        "absence-remove",
    ]


def test_an_archiving_and_its_undoing_stand_in_the_journal_of_the_staff(world: World) -> None:
    closed_case(world)
    anna, _ = presented(world)
    before = len(staff_actions(anna))
    actor = Actor("staff", world.anna.id, "facilitator")

    def stop(step: str) -> None:
        if step == archiving.COLLECTED:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archiving.archive(world.context, actor, 2026, frozenset(), stop)
    (begun,) = anna.get("/archive?year=2026").json["past"]
    assert anna.call("DELETE", f"/archive/{begun['id']}").status_code < 300
    assert staff_actions(anna)[before:] == ["archive-2026", "archive-undo-2026"]
