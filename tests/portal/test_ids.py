"""New ids: nothing that is made shares the id, and so the key, of something else."""

from __future__ import annotations

import os
from typing import Any

import pytest

from crypto.encoding import ARCHIVE, b64, from_b64
from portal.models.keyring import PEPPER
from portal.services.keeping import at_rest
from portal.services.signing_in import visits
from portal.services.values import Actor
from tests.portal.conftest import World
from tests.portal.fake import Member

PORTAL, MEMBER, MAILBOX, CASE = "the portal's", "a member's", "a mailbox's", "a question's"


def there(world: World) -> dict[str, bytes]:
    """Ids that everybody can know, or choose."""
    case, mailbox = world.asked()
    return {
        "nothing but zeros": PEPPER,
        "nothing but ones": ARCHIVE,
        PORTAL: world.context.portal,
        MEMBER: world.bram.id,
        MAILBOX: from_b64(mailbox["id"]),
        CASE: case,
    }


def keys(world: World, ids: dict[str, bytes]) -> dict[str, bytes | None]:
    return {name: at_rest.find_key(world.context, one) for name, one in ids.items()}


def asked(world: World, case: bytes, mailbox: bytes | None = None) -> Any:
    """The answer to a question with these ids."""
    browser = world.browser()
    made = browser.mailbox(mailbox)
    body = browser.genesis(world.office, (world.anna, world.bram), case, made)
    return browser.put(f"/cases/{b64(case)}", body)


def test_no_question_takes_the_id_of_something_else(world: World) -> None:
    taken = there(world)
    before = keys(world, taken)
    for name, ident in taken.items():
        if name == CASE:
            continue
        answer = asked(world, ident)
        assert (answer.status_code, answer.json["problem"]) == (400, "malformed"), name
    assert keys(world, taken) == before


def test_no_mailbox_takes_the_id_of_something_else(world: World) -> None:
    taken = there(world)
    before = keys(world, taken)
    for name, ident in taken.items():
        if name == MAILBOX:
            continue
        answer = asked(world, os.urandom(16), ident)
        assert (answer.status_code, answer.json["problem"]) == (400, "malformed"), name
    assert keys(world, taken) == before


def test_a_question_and_its_mailbox_are_two_things(world: World) -> None:
    one = os.urandom(16)
    assert asked(world, one, one).status_code == 400


def test_no_newcomer_takes_the_id_of_something_else(world: World) -> None:
    taken = there(world)
    anna = world.signed_in(world.anna)
    for name in (PORTAL, MAILBOX, CASE):
        eve = Member("Eve", "coach")
        eve.id = taken[name]
        invitation = anna.invite(eve)
        answer = world.browser().enrol(eve, invitation, world.clock.later(30))
        assert (answer.status_code, answer.json["problem"]) == (400, "malformed"), name
        assert anna.call("DELETE", f"/invitations/{b64(invitation)}").status_code == 204
    assert anna.get(f"/cases/{b64(taken[CASE])}").status_code == 200


@pytest.mark.parametrize("name", ["pepper", "portal"])
def test_what_everything_rests_on_is_never_destroyed(world: World, name: str) -> None:
    ident = PEPPER if name == "pepper" else world.context.portal
    with pytest.raises(ValueError, match="rests on"):
        at_rest.destroy_keys(world.context, os.urandom(16), ident)
    assert at_rest.find_key(world.context, ident)


def test_other_words_for_a_mailbox_end_no_session_of_somebody_else(world: World) -> None:
    """Held apart by kind too, and not by their ids alone."""
    one = os.urandom(16)
    visits.begin(world.context, Actor("staff", one, "facilitator"))
    _, mine = visits.begin(world.context, Actor("mailbox", one))
    visits.end_others(world.context, mine)
    for actor in (Actor("staff", one, "facilitator"), Actor("mailbox", one)):
        assert [row.kind for row in visits.others(world.context, actor)] == [actor.kind]
