"""The signed directory: one version after the other, and nobody in it who does not belong."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

import pytest

from crypto.encoding import ASKER, b64
from tests.portal.conftest import World
from tests.portal.fake import Member, envelope, sealed_key


def test_the_one_time_link_works_once(world: World) -> None:
    answer = world.browser().post("/setup/second-factor", {"token": world.token})
    assert answer.status_code == 404


def test_a_wrong_token_sets_nothing_up(world: World) -> None:
    assert (
        world.browser().post("/setup/second-factor", {"token": b64(os.urandom(16))}).status_code
        == 404
    )


def test_anybody_reads_the_newest_directory_and_every_older_one(world: World) -> None:
    browser = world.browser()
    assert (
        browser.get("/directory").json["directory"] == browser.get("/directory/2").json["directory"]
    )
    assert browser.get("/directory/1").status_code == 200
    assert browser.get("/directory/3").status_code == 404
    # No database has room for the last of them.
    for version in (0, 2**31, 2**63):
        assert browser.get(f"/directory/{version}").status_code == 422


def test_a_version_out_of_turn_is_refused(world: World) -> None:
    anna = world.signed_in(world.anna)
    signed = world.office.next_directory(world.anna)
    world.office.history.pop()
    assert anna.put("/directory", {"version": 4, "directory": b64(signed)}).status_code in {
        400,
        409,
    }
    assert anna.put("/directory", {"version": 3, "directory": b64(signed)}).status_code == 201
    assert anna.put("/directory", {"version": 3, "directory": b64(signed)}).status_code == 200
    other = world.office.next_directory(world.bram)
    answer = anna.put("/directory", {"version": 3, "directory": b64(other)})
    assert answer.json["problem"] == "conflict"


def _forged_author(world: World) -> bytes:
    return world.office.next_directory(Member("Vreemde", "facilitator", id=world.anna.id))


def _by_a_coach(world: World) -> bytes:
    return world.office.next_directory(world.carla)


def _unappointed(world: World) -> bytes:
    world.carla.role = "facilitator"
    return world.office.next_directory(world.anna)


def _somebody_unknown(world: World) -> bytes:
    world.office.members.append(Member("Nieuw", "coach"))
    return world.office.next_directory(world.anna)


def _somebody_vanished(world: World) -> bytes:
    world.office.members.remove(world.carla)
    return world.office.next_directory(world.anna)


def _another_history(world: World) -> bytes:
    world.office.history[0] = os.urandom(32)
    return world.office.next_directory(world.anna)


def _another_person(world: World) -> bytes:
    world.carla.person = os.urandom(16)
    return world.office.next_directory(world.anna)


def _other_keys(world: World) -> bytes:
    stranger = Member("Vreemde", "coach")
    world.carla.kem = stranger.kem
    return world.office.next_directory(world.anna)


@pytest.mark.parametrize(
    "make",
    [
        _other_keys,
        _forged_author,
        _by_a_coach,
        _unappointed,
        _somebody_unknown,
        _somebody_vanished,
        _another_history,
        _another_person,
    ],
)
def test_it_takes_no_directory_that_readers_would_refuse(
    world: World, make: Callable[[World], bytes]
) -> None:
    anna = world.signed_in(world.anna)
    before = anna.get("/directory").json
    answer = anna.put("/directory", {"version": 3, "directory": b64(make(world))})
    assert answer.json["problem"] == "malformed"
    assert anna.get("/directory").json == before


def test_it_takes_no_directory_from_who_is_no_facilitator(world: World) -> None:
    carla = world.signed_in(world.carla)
    signed = world.office.next_directory(world.anna)
    assert carla.put("/directory", {"version": 3, "directory": b64(signed)}).status_code == 403
    bram = world.signed_in(world.bram)  # signed by anna, sent by bram
    assert bram.put("/directory", {"version": 3, "directory": b64(signed)}).status_code == 400


def test_who_leaves_is_signed_out_and_sees_nothing(world: World) -> None:
    case, _ = world.asked(world.anna, world.bram)
    anna, bram = world.signed_in(world.anna), world.signed_in(world.bram)
    world.bram.active = False
    world.office.appoint(world.bram, "revoke")
    assert anna.publish(world.office, world.anna).status_code == 201
    assert bram.get(f"/cases/{b64(case)}").status_code == 401
    code = world.bram.code(world.clock.later(30))
    body = {"locator": b64(world.bram.locator), "login": b64(world.bram.login), "code": code}
    assert world.browser().post("/staff/session", body).json["problem"] == "not-active"
    assert anna.get("/register/key").status_code == 200


def test_a_facilitator_cannot_take_a_dismissal_back(world: World) -> None:
    anna, appointed = world.signed_in(world.anna), list(world.office.credentials)
    world.bram.active = False
    world.office.appoint(world.bram, "revoke")
    assert anna.publish(world.office, world.anna).status_code == 201
    # Only the organisation key appoints: leaving out what it signed last must not do the same.
    world.bram.active = True
    world.office.credentials[:] = appointed
    assert anna.publish(world.office, world.anna).json["problem"] == "malformed"
    assert anna.get("/directory/4").status_code == 404


def test_a_newcomers_keys_are_those_they_sent(world: World) -> None:
    anna, eva = world.signed_in(world.anna), Member("Eva", "coach")
    invitation = anna.invite(eva)
    assert world.browser().enrol(eva, invitation, world.clock.later(30)).status_code == 201
    assert [one["status"] for one in anna.get("/invitations").json] == ["enrolled"]
    right, eva.kem = eva.kem, os.urandom(1_216)
    world.office.members.append(eva)
    assert anna.publish(world.office, world.anna).json["problem"] == "malformed"
    world.office.history.pop()
    eva.kem = right
    assert anna.publish(world.office, world.anna).status_code == 201
    assert anna.get("/invitations").json == []
    world.signed_in(eva)


def test_an_invitation_works_once_and_can_be_taken_back(world: World) -> None:
    anna, eva = world.signed_in(world.anna), Member("Eva", "coach")
    invitation = anna.invite(eva)
    browser = world.browser()
    assert browser.get(f"/invitations/{b64(invitation)}").json["name"] == "Eva"
    assert browser.enrol(eva, invitation, world.clock.later(30)).status_code == 201
    second = browser.joining(eva, eva.code(world.clock.later(30))) | {"mac": b64(os.urandom(32))}
    assert (
        browser.put(f"/invitations/{b64(invitation)}/enrolment", second).json["problem"]
        == "already"
    )
    assert anna.call("DELETE", f"/invitations/{b64(invitation)}").status_code == 204
    assert browser.get(f"/invitations/{b64(invitation)}").status_code == 404
    assert browser.sign_in(eva, world.clock.later(30)).json["problem"] == "wrong-credentials"


def test_a_wrong_code_enrols_nobody(world: World) -> None:
    anna, eva = world.signed_in(world.anna), Member("Eva", "coach")
    invitation = anna.invite(eva)
    browser = world.browser()
    browser.post(f"/invitations/{b64(invitation)}/second-factor", {})
    body = browser.joining(eva, "000000") | {"mac": b64(os.urandom(32))}
    assert (
        browser.put(f"/invitations/{b64(invitation)}/enrolment", body).json["problem"]
        == "wrong-code"
    )
    assert anna.get("/invitations").json[0]["status"] == "open"


def test_a_statement_of_freshness_is_by_who_may_and_about_now(world: World) -> None:
    dirk, carla = world.signed_in(world.dirk), world.signed_in(world.carla)
    fresh = b64(world.office.freshness(world.dirk, "2026-11-02"))
    assert dirk.put("/freshness", {"freshness": fresh}).status_code == 200
    assert dirk.get("/directory").json["freshness"] == fresh
    by_carla = b64(world.office.freshness(world.carla, "2026-11-02"))
    assert carla.put("/freshness", {"freshness": by_carla}).status_code == 403
    assert dirk.put("/freshness", {"freshness": by_carla}).status_code == 400
    old = b64(world.office.freshness(world.dirk, "2026-01-02"))
    assert dirk.put("/freshness", {"freshness": old}).status_code == 409


def test_register_seeds_go_to_facilitators_alone(world: World) -> None:
    anna = world.signed_in(world.anna)
    key = world.office.register["id"]
    seeds = [
        {"key": key, "member": b64(member.id), "sealed": b64(sealed_key())}
        for member in (world.anna, world.bram, world.carla)
    ]
    assert anna.publish(world.office, world.anna, seeds).status_code == 201
    assert world.signed_in(world.bram).get("/register/key").json["keys"][0]["key"] == key
    assert world.signed_in(world.carla).get("/register/key").status_code == 403


def test_states_are_swapped_one_number_at_a_time(world: World) -> None:
    anna = world.signed_in(world.anna)
    first = anna.get("/staff/me").json["state"]
    assert first["number"] == 0

    def state(number: int) -> dict[str, object]:
        header = anna.header("state", world.anna.id, epoch=number, ident=world.anna.id)
        return {"number": number, "envelope": b64(envelope(header))}

    next_one = state(1)
    assert [anna.put("/staff/state", next_one).status_code for _ in range(2)] == [200, 200]
    assert anna.put("/staff/state", state(1)).json["number"] == 1
    assert anna.put("/staff/state", state(3)).status_code == 409
    assert anna.put("/staff/state", {**state(2), "number": 3}).status_code == 400
    assert anna.get("/staff/me").json["state"] == next_one


def test_the_coordinator_sees_no_case_no_register_and_no_journal(world: World) -> None:
    case, _ = world.asked()
    dirk = world.signed_in(world.dirk)
    for path in (
        "/queue",
        "/register",
        "/register/key",
        "/journal",
        "/invitations",
        "/staff/members",
        "/absences",
        "/templates",
    ):
        assert dirk.get(path).status_code == 403, path
    for path in (f"/cases/{b64(case)}", f"/journal?case={b64(case)}"):
        assert dirk.get(path).status_code == 404


def test_members_show_the_day_they_were_seen_and_never_a_time(world: World) -> None:
    anna = world.signed_in(world.anna)
    world.clock.day = date(2026, 11, 3)
    world.signed_in(world.carla)
    seen = {one["id"]: one["seen"] for one in anna.get("/staff/members").json["members"]}
    assert seen[b64(world.anna.id)] == "2026-11-02"
    assert seen[b64(world.carla.id)] == "2026-11-03"
    assert seen[b64(world.dirk.id)] is None


def test_who_becomes_coordinator_sees_no_case_any_more_whatever_the_rosters_say(
    world: World,
) -> None:
    case, _ = world.asked(world.anna, world.bram)
    bram = world.signed_in(world.bram)
    assert bram.get(f"/cases/{b64(case)}").status_code == 200
    world.bram.role = "coordinator"
    assert world.signed_in(world.anna).publish(world.office, world.anna).status_code == 201
    assert bram.get(f"/cases/{b64(case)}").status_code == 404
    assert bram.get(f"/journal?case={b64(case)}").status_code == 404
    assert bram.send(case, "reply", world.bram.id).status_code == 404


def test_cases_that_only_the_leaver_handles_are_counted_for_who_cannot_see_them(
    world: World,
) -> None:
    """Bram alone reads two of them; Anna is kept out, and would leave them to nobody."""
    alone, mailbox = world.asked(world.bram)
    world.asked(world.bram)
    world.asked(world.anna, world.bram)  # Anna stays
    anna, address = world.signed_in(world.anna), f"/staff/members/{b64(world.bram.id)}/left-behind"
    assert anna.get(address).json == {"cases": 2}
    assert anna.get(f"/staff/members/{b64(world.carla.id)}/left-behind").json == {"cases": 0}
    bram = world.signed_in(world.bram)
    assert bram.get(f"/staff/members/{b64(world.anna.id)}/left-behind").json == {"cases": 0}
    for kind in ("final", "close"):  # what has ended needs nobody
        assert bram.send(alone, kind, world.bram.id).status_code == 201
    assert anna.get(address).json == {"cases": 1}
    assert world.asker(mailbox).send(alone, "reply", ASKER).status_code == 201
    assert anna.get(address).json == {"cases": 2}
    assert world.signed_in(world.carla).get(address).status_code == 403
