"""Signing in: one answer for all that is wrong, codes that count once, waits that end."""

from __future__ import annotations

import os

import pytest

from crypto.encoding import b64
from portal.models.sessions import Tries
from portal.models.staff import Member as Row
from portal.services.context import Context
from portal.services.doors import gates
from portal.services.signing_in import second_factor
from tests.portal.conftest import World
from tests.portal.fake import Browser, Member


def attempt(
    browser: Browser, member: Member, code: str, login: bytes | None = None
) -> tuple[int, object]:
    body = {"locator": b64(member.locator), "login": b64(login or member.login), "code": code}
    answer = browser.enter("/staff/session", body)
    return answer.status_code, answer.json


def test_every_wrong_thing_of_staff_gets_one_answer(world: World) -> None:
    at, browser, nobody = world.clock.later(30), world.browser(), Member("Niemand", "coach")
    right = world.anna.code(at)
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    answers = [
        attempt(browser, nobody, right),
        attempt(browser, world.anna, wrong),
        attempt(browser, world.anna, right, os.urandom(32)),
    ]
    assert answers[0][0] == 404
    assert answers.count(answers[0]) == len(answers)


def test_a_wrong_name_and_a_wrong_password_of_an_asker_get_one_answer(world: World) -> None:
    _, mailbox = world.asked()
    browser = world.browser()
    tries = [
        {"locator": b64(os.urandom(32)), "login": mailbox["login"]},
        {"locator": mailbox["locator"], "login": b64(os.urandom(32))},
        {"locator": b64(os.urandom(32)), "login": b64(os.urandom(32))},
    ]
    answers = [browser.post("/mailbox/session", body) for body in tries]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.get_data() for answer in answers}) == 1
    assert len({str(answer.headers) for answer in answers}) == 1


def test_every_answer_to_a_sign_in_waits_for_a_whole_step(world: World) -> None:
    _, mailbox = world.asked()
    world.clock.waited.clear()
    world.asker(mailbox)
    world.browser().post(
        "/mailbox/session", {"locator": b64(os.urandom(32)), "login": b64(os.urandom(32))}
    )
    step = world.context.settings.login_step_seconds
    assert len(world.clock.waited) == 2
    assert all(0 < seconds <= step for seconds in world.clock.waited)


def test_a_code_counts_once(world: World) -> None:
    at = world.clock.later(30)
    assert attempt(world.browser(), world.anna, world.anna.code(at))[0] == 200
    assert attempt(world.browser(), world.anna, world.anna.code(at))[0] == 404
    assert attempt(world.browser(), world.anna, world.anna.code(at - 30))[0] == 404
    assert attempt(world.browser(), world.anna, world.anna.code(world.clock.later(30)))[0] == 200


def test_a_code_may_be_one_step_early_or_late_and_no_more(world: World) -> None:
    at = world.clock.later(300)
    assert attempt(world.browser(), world.anna, world.anna.code(at - 60))[0] == 404
    assert attempt(world.browser(), world.anna, world.anna.code(at + 60))[0] == 404
    assert attempt(world.browser(), world.anna, world.anna.code(at - 30))[0] == 200
    assert attempt(world.browser(), world.bram, world.bram.code(at + 30))[0] == 200


def test_a_member_slows_down_after_five_failures_and_is_let_in_again(world: World) -> None:
    at = world.clock.later(30)
    wrong = f"{(int(world.anna.code(at)) + 1) % 1_000_000:06}"
    statuses = [attempt(world.browser(), world.anna, wrong)[0] for _ in range(6)]
    assert statuses == [404] * 5 + [429]
    assert attempt(world.browser(), world.anna, world.anna.code(at))[0] == 429
    assert attempt(world.browser(), world.bram, world.bram.code(at))[0] == 200
    later = world.clock.later(60)
    assert attempt(world.browser(), world.anna, world.anna.code(later))[0] == 200


def test_an_unknown_name_slows_down_as_a_known_one_does(world: World) -> None:
    nobody, browser = Member("Niemand", "coach"), world.browser()
    statuses = [attempt(browser, nobody, "000000")[0] for _ in range(6)]
    assert statuses == [404] * 5 + [429]


def test_where_many_try_right_and_wrong_words_cost_the_same_work(world: World) -> None:
    _, mailbox = world.asked()
    right = {"locator": mailbox["locator"], "login": mailbox["login"]}
    wrong = {"locator": b64(os.urandom(32)), "login": b64(os.urandom(32))}
    browser = world.browser()
    burst, _ = world.context.settings.pace.asker_failures
    statuses = [browser.post("/mailbox/session", wrong).status_code for _ in range(int(burst))]
    assert {404, 429} == set(statuses)
    # A refusal of the wrong ones alone would tell which are right.
    for words in (wrong, right):
        refused = browser.post("/mailbox/session", words)
        assert (refused.status_code, refused.json["problem"]) == (429, "work")
    assert browser.enter("/mailbox/session", wrong).status_code == 404
    assert browser.enter("/mailbox/session", right).status_code == 200


def test_only_a_try_whose_words_are_looked_at_holds_a_thread(world: World) -> None:
    burst, _ = world.context.settings.pace.asker_failures
    wrong = {"locator": b64(os.urandom(32)), "login": b64(os.urandom(32))}
    browser = world.browser()
    for words, waits in ((wrong, True), ({}, False)):
        world.clock.waited.clear()
        browser.post("/mailbox/session", words)
        assert bool(world.clock.waited) == waits
    for _ in range(int(burst)):
        browser.post("/mailbox/session", wrong)
    world.clock.waited.clear()
    assert browser.post("/mailbox/session", wrong).json["problem"] == "work"
    assert browser.post("/mailbox/session", {}).status_code == 422
    assert world.clock.waited == []


def test_a_flood_of_names_keeps_no_member_out_and_leaves_no_row_each(world: World) -> None:
    burst, _ = world.context.settings.pace.staff_failures
    browser = world.browser()
    statuses = [
        attempt(browser, Member(f"Niemand {n}", "coach"), "000000")[0]
        for n in range(int(burst) + 5)
    ]
    assert statuses == [404] * int(burst) + [429] * 5
    with world.context.sessions.read() as sessions:
        assert sessions.query(Tries).count() == int(burst) + 1
    at = world.clock.later(30) - 30
    assert attempt(world.browser(), world.anna, world.anna.code(at))[0] == 200


def test_the_recovery_code_opens_the_same_member(world: World) -> None:
    at = world.clock.later(30)
    locator, login = world.anna.recovery
    body = {"locator": b64(locator), "login": b64(login), "code": world.anna.code(at)}
    answer = world.browser().post("/staff/session", body)
    assert answer.json["member"] == b64(world.anna.id)


def test_a_lost_second_factor_is_set_up_anew_with_a_code_that_works_once(world: World) -> None:
    anna, code = world.signed_in(world.anna), b64(os.urandom(32))
    carla = world.signed_in(world.carla)
    assert (
        anna.post(
            f"/staff/members/{b64(world.carla.id)}/second-factor", {"code_hash": code}
        ).status_code
        == 200
    )
    assert carla.get("/session").status_code == 401  # her sessions ended
    status, answer = attempt(world.browser(), world.carla, code)
    assert status == 403
    assert isinstance(answer, dict)
    old, world.carla.secret = world.carla.secret, answer["totp"]["secret"]
    assert attempt(world.browser(), world.carla, world.carla.code(world.clock.later(30)))[0] == 200
    assert attempt(world.browser(), world.carla, code)[0] == 404
    world.carla.secret = old
    assert attempt(world.browser(), world.carla, world.carla.code(world.clock.later(30)))[0] == 404
    lines = anna.get("/journal").json["lines"]
    assert len(lines) > 0


def test_a_new_reset_code_ends_what_the_one_before_it_began(world: World) -> None:
    """Whoever caught the first has seen a secret, which must not let anybody in."""
    anna = world.signed_in(world.anna)
    path = f"/staff/members/{b64(world.carla.id)}/second-factor"
    first, second = b64(os.urandom(32)), b64(os.urandom(32))
    assert anna.post(path, {"code_hash": first}).status_code == 200
    status, answer = attempt(world.browser(), world.carla, first)
    assert status == 403
    assert isinstance(answer, dict)
    assert anna.post(path, {"code_hash": second}).status_code == 200
    own, world.carla.secret = world.carla.secret, answer["totp"]["secret"]
    assert attempt(world.browser(), world.carla, world.carla.code(world.clock.later(30)))[0] == 404
    world.carla.secret = own
    assert attempt(world.browser(), world.carla, second)[0] == 403


@pytest.mark.parametrize(
    "meanwhile", [{"reset": os.urandom(32)}, {"reset": None}, {"active": False}]
)
def test_a_reset_that_was_ended_while_its_code_was_checked_changes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, meanwhile: dict[str, object]
) -> None:
    anna, reset = world.signed_in(world.anna), b64(os.urandom(32))
    path = f"/staff/members/{b64(world.carla.id)}/second-factor"
    assert anna.post(path, {"code_hash": reset}).status_code == 200
    _, answer = attempt(world.browser(), world.carla, reset)
    assert isinstance(answer, dict)
    matching = second_factor.matching_step

    def matched(context: Context, secret: bytes, code: str) -> int | None:
        step = matching(context, secret, code)
        if step is not None:
            with world.context.database.write() as db:
                row = db.get_one(Row, world.carla.id)
                for name, value in meanwhile.items():
                    setattr(row, name, value)
        return step

    with world.context.database.read() as db:
        before = db.get_one(Row, world.carla.id).second_factor
    world.carla.secret = answer["totp"]["secret"]
    with monkeypatch.context() as patch:
        patch.setattr(second_factor, "matching_step", matched)
        code = world.carla.code(world.clock.later(30))
        assert attempt(world.browser(), world.carla, code)[0] == 404
    with world.context.database.read() as db:
        assert db.get_one(Row, world.carla.id).second_factor == before


def test_only_a_facilitator_resets_a_second_factor(world: World) -> None:
    carla = world.signed_in(world.carla)
    body = {"code_hash": b64(os.urandom(32))}
    assert carla.post(f"/staff/members/{b64(world.anna.id)}/second-factor", body).status_code == 403


def test_a_session_ends_when_idle_and_lasts_while_used(world: World) -> None:
    anna = world.signed_in(world.anna)
    for _ in range(4):
        world.clock.later(14 * 60)
        assert anna.get("/session").status_code == 200
    world.clock.later(16 * 60)
    assert anna.get("/session").json["problem"] == "signed-out"


def test_a_session_ends_after_twelve_hours_however_much_it_is_used(world: World) -> None:
    anna = world.signed_in(world.anna)
    for _ in range(12 * 6 - 1):
        world.clock.later(10 * 60)
        assert anna.get("/session").status_code == 200
    world.clock.later(10 * 60)
    assert anna.get("/session").json["problem"] == "signed-out"


def test_leaving_forgets_the_servers_half_and_clears_the_site(world: World) -> None:
    anna = world.signed_in(world.anna)
    answer = anna.call("DELETE", "/session")
    assert (answer.status_code, answer.headers["Clear-Site-Data"]) == (204, '"cache", "cookies"')
    assert anna.get("/session").status_code == 401


def test_a_member_lists_and_ends_sessions_elsewhere(world: World) -> None:
    here, there = world.signed_in(world.anna), world.signed_in(world.anna)
    found = here.get("/sessions").json["sessions"]
    assert [one["this"] for one in found].count(True) == 1
    for other in (one["handle"] for one in found if not one["this"]):
        assert here.call("DELETE", f"/sessions/{other}").status_code == 204
    assert there.get("/session").status_code == 401
    assert here.get("/session").status_code == 200
    bram = world.signed_in(world.bram)
    assert bram.call("DELETE", f"/sessions/{found[0]['handle']}").status_code == 404


def test_a_forged_or_changed_cookie_opens_nothing(world: World) -> None:
    client = world.app.test_client()
    for value in ("", "x", b64(os.urandom(32)), b64(os.urandom(33)), "=" * 43, "A" * 3_000):
        client.set_cookie("session", value)
        assert client.get("/api/v1/session").status_code == 401


def test_a_cookie_of_a_session_that_ended_opens_nothing(world: World) -> None:
    left, ended = world.signed_in(world.anna), world.signed_in(world.anna)
    kept = [one.client.get_cookie("session") for one in (left, ended)]
    assert left.call("DELETE", "/session").status_code == 204
    assert world.signed_in(world.anna).call("DELETE", "/sessions").status_code == 204
    for cookie in kept:
        assert cookie is not None
        thief = world.app.test_client()
        thief.set_cookie("session", cookie.value)
        for path in ("/api/v1/session", "/api/v1/staff/me", "/api/v1/queue"):
            assert thief.get(path).status_code == 401


def test_signing_in_again_in_one_browser_ends_the_session_before(world: World) -> None:
    anna = world.signed_in(world.anna)
    before = anna.client.get_cookie("session")
    assert anna.call("DELETE", "/sessions").status_code == 204
    assert anna.sign_in(world.anna, world.clock.later(30)).status_code == 200
    assert len(anna.get("/sessions").json["sessions"]) == 1
    assert before is not None
    thief = world.app.test_client()
    thief.set_cookie("session", before.value)
    assert thief.get("/api/v1/session").status_code == 401


def test_a_session_tells_the_day_of_signing_in_and_nothing_finer(world: World) -> None:
    anna = world.signed_in(world.anna)
    for found in anna.get("/sessions").json["sessions"]:
        assert found.keys() == {"handle", "this", "day"}
        assert found["day"] == world.clock.day.isoformat()


def test_an_asker_has_no_list_of_sessions_and_no_factors(world: World) -> None:
    _, mailbox = world.asked()
    asker = world.asker(mailbox)
    for method, path in (
        ("GET", "/sessions"), ("DELETE", "/sessions"), ("GET", "/staff/factors"),
        ("DELETE", "/staff/codes"),
    ):  # fmt: skip
        assert asker.call(method, path).status_code == 403


def test_the_cookie_is_strict_and_out_of_scripts_reach(world: World) -> None:
    _, mailbox = world.asked()
    body = {"locator": mailbox["locator"], "login": mailbox["login"]}
    cookie = world.browser().post("/mailbox/session", body).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Expires" not in cookie


def test_new_credentials_open_and_old_ones_do_not(world: World) -> None:
    _, mailbox = world.asked()
    asker = world.asker(mailbox)
    fresh = {**asker.mailbox(), "id": mailbox["id"]}
    from crypto.encoding import ASKER, from_b64  # noqa: PLC0415 - only here
    from tests.portal.fake import envelope  # noqa: PLC0415 - only here

    header = asker.header("seed", ASKER, ident=from_b64(mailbox["id"]))
    body = {"locator": fresh["locator"], "login": fresh["login"], "seed": b64(envelope(header, 32))}
    assert asker.put("/mailbox/password", body).status_code == 200
    old = {"locator": mailbox["locator"], "login": mailbox["login"]}
    assert world.browser().post("/mailbox/session", old).status_code == 404
    assert (
        world.browser()
        .post("/mailbox/session", {k: body[k] for k in ("locator", "login")})
        .json["seed"]
        == body["seed"]
    )


def test_a_flood_of_wrong_names_keeps_no_member_out(world: World) -> None:
    burst, _ = world.context.settings.pace.staff_failures
    statuses = {
        attempt(world.browser(), Member("Niemand", "coach"), "000000")[0]
        for _ in range(int(burst) + 5)
    }
    assert statuses == {404, 429}
    assert attempt(world.browser(), world.anna, world.anna.code(world.clock.later(30)))[0] == 200


def test_other_words_for_a_mailbox_sign_everybody_else_out_of_it(world: World) -> None:
    _, mailbox = world.asked()
    mine, elsewhere = world.asker(mailbox), world.asker(mailbox)
    words = {"locator": b64(os.urandom(32)), "login": b64(os.urandom(32))}
    changed = mine.put("/mailbox/password", {**words, "seed": mailbox["seed"]})
    assert changed.status_code == 200
    assert mine.get("/mailbox").status_code == 200
    assert elsewhere.get("/mailbox").status_code == 401
    assert world.browser().post("/mailbox/session", words).status_code == 200


def test_other_words_are_tries_like_those_to_sign_in_and_cost_the_same(world: World) -> None:
    """They tell whether another mailbox has the same words: no faster way to guess than the door."""
    _, mailbox = world.asked()
    _, other = world.asked()
    mine, gate = world.asker(mailbox), gates.askers(world.context)
    taken = {name: other[name] for name in ("locator", "login")} | {"seed": mailbox["seed"]}
    tries = 0
    while (answer := mine.put("/mailbox/password", taken)).json["problem"] == "mailbox-exists":
        tries += 1
        assert tries < 1_000
    assert answer.json["problem"] == "work"
    assert gate.load > 0
    right = {name: mailbox[name] for name in ("locator", "login")}
    assert world.browser().post("/mailbox/session", right).json["problem"] == "work"
    assert mine.get("/mailbox").status_code == 200
