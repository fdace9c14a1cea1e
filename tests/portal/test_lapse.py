"""Codes that nobody used: two weeks, and then they open nothing."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from crypto.encoding import b64
from portal.models.staff import Member as Row
from portal.services.upkeep import sweeping
from tests.portal.conftest import World
from tests.portal.fake import Member
from tests.portal.test_sign_in import attempt


@pytest.mark.parametrize(("days", "status"), [(14, 200), (15, 404)])
def test_an_invitation_is_good_for_two_weeks_also_where_no_sweep_came(
    world: World, days: int, status: int
) -> None:
    eva = Member("Eva", "coach")
    invitation = b64(world.signed_in(world.anna).invite(eva))
    world.clock.day += timedelta(days=days)
    browser = world.browser()
    assert browser.get(f"/invitations/{invitation}").status_code == status
    begun = browser.post(f"/invitations/{invitation}/second-factor", {}).status_code
    assert begun == status


def test_an_enrolment_that_was_begun_before_ends_with_it(world: World) -> None:
    eva, browser = Member("Eva", "coach"), world.browser()
    invitation = b64(world.signed_in(world.anna).invite(eva))
    eva.secret = browser.post(f"/invitations/{invitation}/second-factor", {}).json["secret"]
    world.clock.day += timedelta(days=15)
    code = eva.code(world.clock.later(30))
    body = browser.joining(eva, code) | {"mac": b64(os.urandom(32))}
    assert browser.put(f"/invitations/{invitation}/enrolment", body).status_code == 404


def test_the_sweep_takes_it_away_and_the_log_says_so(world: World) -> None:
    world.signed_in(world.anna).invite(Member("Eva", "coach"))
    world.clock.day += timedelta(days=14)
    sweeping.sweep(world.context)
    assert len(world.signed_in(world.anna).get("/invitations").json) == 1
    world.clock.day += timedelta(days=1)
    sweeping.sweep(world.context)
    assert world.signed_in(world.anna).get("/invitations").json == []


def test_who_used_theirs_waits_for_a_facilitator_however_long_that_takes(world: World) -> None:
    eva = Member("Eva", "coach")
    invitation = world.signed_in(world.anna).invite(eva)
    assert world.browser().enrol(eva, invitation, world.clock.later(30)).status_code == 201
    world.clock.day += timedelta(days=60)
    sweeping.sweep(world.context)
    listed = world.signed_in(world.anna).get("/invitations").json
    assert [one["status"] for one in listed] == ["enrolled"]


@pytest.mark.parametrize(("days", "status"), [(14, 403), (15, 404)])
def test_a_code_for_a_new_second_factor_is_good_for_two_weeks(
    world: World, days: int, status: int
) -> None:
    code = b64(os.urandom(32))
    path = f"/staff/members/{b64(world.carla.id)}/second-factor"
    assert world.signed_in(world.anna).post(path, {"code_hash": code}).status_code == 200
    world.clock.day += timedelta(days=days)
    assert attempt(world.browser(), world.carla, code)[0] == status


def test_what_it_began_ends_with_it(world: World) -> None:
    code = b64(os.urandom(32))
    path = f"/staff/members/{b64(world.carla.id)}/second-factor"
    assert world.signed_in(world.anna).post(path, {"code_hash": code}).status_code == 200
    _, answer = attempt(world.browser(), world.carla, code)
    assert isinstance(answer, dict)
    world.clock.day += timedelta(days=15)
    own, world.carla.secret = world.carla.secret, answer["totp"]["secret"]
    assert attempt(world.browser(), world.carla, world.carla.code(world.clock.later(30)))[0] == 404
    sweeping.sweep(world.context)
    with world.context.database.read() as db:
        row = db.get_one(Row, world.carla.id)
        assert (row.reset, row.reset_on, row.pending_factor) == (None, None, None)
    world.carla.secret = own
    world.signed_in(world.carla)


def test_a_code_of_before_days_were_written_down_counts_from_the_first_sweep(world: World) -> None:
    code = b64(os.urandom(32))
    path = f"/staff/members/{b64(world.carla.id)}/second-factor"
    assert world.signed_in(world.anna).post(path, {"code_hash": code}).status_code == 200
    with world.context.database.write() as db:
        db.get_one(Row, world.carla.id).reset_on = None
    world.clock.day += timedelta(days=100)
    sweeping.sweep(world.context)
    assert attempt(world.browser(), world.carla, code)[0] == 403
    world.clock.day += timedelta(days=15)
    sweeping.sweep(world.context)
    assert attempt(world.browser(), world.carla, code)[0] == 404
