"""Passkeys as a second factor: made, used, removed, replaced; and every answer that must not count."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crypto.encoding import b64, from_b64
from crypto.journal import Line
from portal.models.sessions import ChallengeKey, UsedChallenge
from portal.models.staff import Passkey
from portal.services.signing_in import attestation, challenges, own_factors, renewing
from portal.services.signing_in.attestation import Assertion, Registration, Unproven
from tests.portal.authenticator import PRESENT, Authenticator, changed
from tests.portal.conftest import World
from tests.portal.fake import Browser, Member


def challenge(browser: Browser) -> str:
    answer = browser.post("/staff/challenge", {})
    assert answer.status_code == 200
    found: str = answer.json["challenge"]
    return found


def enter(browser: Browser, member: Member, **proof: Any) -> Any:
    body = {"locator": b64(member.locator), "login": b64(member.login), **proof}
    return browser.post("/staff/session", body)


def add(browser: Browser, made: Authenticator, **lies: Any) -> Any:
    offer = browser.post("/staff/passkeys", {}).json
    return browser.put(
        f"/staff/passkeys/{b64(os.urandom(16))}", made.make(offer["challenge"], **lies)
    )


def enter_by(world: World, member: Member, made: Authenticator) -> Any:
    browser = world.browser()
    return enter(browser, member, passkey=made.answer(challenge(browser)))


@pytest.fixture
def passkey(world: World) -> Authenticator:
    """Carla's, beside the codes of her telephone."""
    made = Authenticator()
    assert add(world.signed_in(world.carla), made).status_code == 201
    return made


def actions(world: World) -> list[str]:
    lines = world.signed_in(world.anna).get("/journal").json["lines"]
    return [Line.parse(from_b64(line)).action for line in lines]


# --- signing in ---------------------------------------------------------------------------------


def test_a_member_signs_in_by_passkey_or_by_code(world: World, passkey: Authenticator) -> None:
    answer = enter_by(world, world.carla, passkey)
    assert (answer.status_code, answer.json["member"]) == (200, b64(world.carla.id))
    assert enter_by(world, world.carla, passkey).status_code == 200
    world.signed_in(world.carla)


def test_a_passkey_alone_opens_nothing(world: World, passkey: Authenticator) -> None:
    stranger = Member("Niemand", "coach", locator=world.carla.locator)
    assert enter_by(world, stranger, passkey).json["problem"] == "wrong-credentials"
    assert enter_by(world, world.bram, passkey).json["problem"] == "wrong-credentials"


def test_every_wrong_thing_gets_one_answer_by_code_and_by_passkey(
    world: World, passkey: Authenticator
) -> None:
    browser, at = world.browser(), world.clock.later(30)
    right = world.anna.code(at)
    wrong_words = Member("Carla", "coach", locator=world.carla.locator)
    answers = [
        enter(browser, Member("Niemand", "coach"), code=right),
        enter(browser, world.anna, code=f"{(int(right) + 1) % 1_000_000:06}"),
        enter(browser, wrong_words, code=right),
        enter(browser, Member("Niemand", "coach"), passkey=passkey.answer(challenge(browser))),
        enter(browser, wrong_words, passkey=passkey.answer(challenge(browser))),
        enter(browser, world.anna, passkey=passkey.answer(challenge(browser))),
        enter(browser, world.carla, passkey=Authenticator().answer(challenge(browser))),
        enter(
            browser, world.carla, passkey=changed(passkey.answer(challenge(browser)), "signature")
        ),
        enter(browser, world.carla, new_passkey=Authenticator().make(challenge(browser))),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.get_data() for answer in answers}) == 1
    assert len({str(answer.headers) for answer in answers}) == 1


def test_a_challenge_tells_nothing_and_nobody_has_to_say_who_they_are(world: World) -> None:
    first, second = (from_b64(challenge(world.browser())) for _ in range(2))
    assert first != second
    assert len(first) == len(second) == challenges.CHALLENGE_BYTES


def test_an_answer_counts_once(world: World, passkey: Authenticator) -> None:
    browser = world.browser()
    answer = passkey.answer(challenge(browser))
    assert enter(browser, world.carla, passkey=answer).status_code == 200
    assert enter(world.browser(), world.carla, passkey=answer).status_code == 404


def test_a_challenge_counts_once_even_for_a_passkey_that_does_not_count(world: World) -> None:
    synced = Authenticator(counts=False)
    assert add(world.signed_in(world.carla), synced).status_code == 201
    browser = world.browser()
    asked = challenge(browser)
    assert enter(browser, world.carla, passkey=synced.answer(asked)).status_code == 200
    assert enter(browser, world.carla, passkey=synced.answer(asked)).status_code == 404


def test_a_challenge_ends_after_five_minutes(world: World, passkey: Authenticator) -> None:
    browser = world.browser()
    asked = challenge(browser)
    world.clock.later(challenges.LIFE_SECONDS)
    assert enter(browser, world.carla, passkey=passkey.answer(asked)).status_code == 404


def test_a_clock_that_was_set_back_makes_no_challenge_last_longer(
    world: World, passkey: Authenticator
) -> None:
    browser = world.browser()
    asked = challenge(browser)
    world.clock.later(-1)
    assert enter(browser, world.carla, passkey=passkey.answer(asked)).status_code == 404


@pytest.mark.parametrize("place", [0, challenges.NONCE_BYTES, -1])
def test_a_changed_challenge_is_refused(world: World, passkey: Authenticator, place: int) -> None:
    browser = world.browser()
    right = challenge(browser)
    asked = bytearray(from_b64(right))
    asked[place] ^= 1
    answer = passkey.answer(b64(bytes(asked)))
    assert enter(browser, world.carla, passkey=answer).status_code == 404
    assert enter(browser, world.carla, passkey=passkey.answer(right)).status_code == 200


@pytest.mark.parametrize("length", [0, challenges.CHALLENGE_BYTES, challenges.CHALLENGE_BYTES + 1])
def test_a_made_up_challenge_is_refused(world: World, passkey: Authenticator, length: int) -> None:
    answer = passkey.answer(b64(os.urandom(length)))
    assert enter(world.browser(), world.carla, passkey=answer).status_code == 404


def test_challenges_die_with_the_sessions_store(world: World, passkey: Authenticator) -> None:
    browser = world.browser()
    asked = challenge(browser)
    with world.context.sessions.write() as sessions:
        sessions.query(ChallengeKey).delete()
    assert enter(browser, world.carla, passkey=passkey.answer(asked)).status_code == 404


def test_asking_for_challenges_takes_no_room_and_answered_ones_are_forgotten_in_time(
    world: World, passkey: Authenticator
) -> None:
    browser = world.browser()
    for _ in range(20):
        challenge(browser)
    for _ in range(3):
        assert enter_by(world, world.carla, passkey).status_code == 200
    with world.context.sessions.read() as sessions:
        before = sessions.query(UsedChallenge).count()
    assert before == 4  # one made the passkey
    world.clock.later(challenges.LIFE_SECONDS + 1)
    assert enter_by(world, world.carla, passkey).status_code == 200
    with world.context.sessions.read() as sessions:
        assert sessions.query(UsedChallenge).count() == 1


@pytest.mark.parametrize(
    "lie",
    [
        {"origin": "https://advies.example"},
        {"origin": "http://localhost:99"},
        {"host": "advies.example"},
        {"flags": PRESENT},
        {"flags": 0},
    ],
    ids=str,
)
def test_it_refuses_an_answer_for_another_address_or_by_nobody_present(
    world: World, passkey: Authenticator, lie: dict[str, Any]
) -> None:
    for name, value in lie.items():
        setattr(passkey, name, value)
    assert enter_by(world, world.carla, passkey).status_code == 404


def test_a_copy_of_an_authenticator_that_counts_is_noticed(
    world: World, passkey: Authenticator
) -> None:
    for _ in range(3):
        assert enter_by(world, world.carla, passkey).status_code == 200
    copy = Authenticator(credential=passkey.credential, key=passkey.key, count=1)
    assert enter_by(world, world.carla, copy).status_code == 404


@pytest.mark.parametrize("part", ["client_data", "authenticator_data", "signature", "credential"])
def test_it_refuses_an_answer_of_which_one_bit_was_changed(
    world: World, passkey: Authenticator, part: str
) -> None:
    browser = world.browser()
    for place in (0, -1):
        answer = changed(passkey.answer(challenge(browser)), part, place)
        assert enter(browser, world.carla, passkey=answer).status_code == 404


def test_one_second_factor_is_given_no_more_and_no_less(world: World) -> None:
    browser, made = world.browser(), Authenticator()
    answer = made.answer(challenge(browser))
    assert enter(browser, world.anna).status_code == 422
    assert enter(browser, world.anna, code="000000", passkey=answer).status_code == 422


def test_wrong_answers_slow_a_member_down_as_wrong_codes_do(world: World) -> None:
    statuses = [enter_by(world, world.anna, Authenticator()).status_code for _ in range(6)]
    assert statuses == [404] * 5 + [429]


# --- one's own passkeys -------------------------------------------------------------------------


def test_a_member_lists_and_removes_their_passkeys(world: World, passkey: Authenticator) -> None:
    carla = world.signed_in(world.carla)
    assert add(carla, Authenticator(counts=False)).status_code == 201
    found = carla.get("/staff/factors").json
    assert found["codes"] is True
    assert [(one["number"], one["synced"], one["here"]) for one in found["passkeys"]] == [
        (1, False, True), (2, True, True),
    ]  # fmt: skip
    first = found["passkeys"][0]
    assert first["day"] == world.clock.day.isoformat()
    assert carla.call("DELETE", f"/staff/passkeys/{first['id']}").status_code == 204
    assert enter_by(world, world.carla, passkey).status_code == 404
    assert {"passkey-add", "passkey-remove"} <= set(actions(world))


def test_nothing_of_a_passkey_lies_open_in_the_database(
    world: World, passkey: Authenticator
) -> None:
    with world.context.database.read() as db:
        row = db.query(Passkey).one()
    assert passkey.credential not in row.kept
    assert b64(passkey.credential).encode() not in row.kept
    assert b"localhost" not in row.kept


def test_nobody_removes_a_colleagues_passkey(world: World, passkey: Authenticator) -> None:
    ident = world.signed_in(world.carla).get("/staff/factors").json["passkeys"][0]["id"]
    anna = world.signed_in(world.anna)
    assert anna.call("DELETE", f"/staff/passkeys/{ident}").status_code == 404
    assert enter_by(world, world.carla, passkey).status_code == 200


def test_the_last_second_factor_stays(world: World, passkey: Authenticator) -> None:
    carla = world.signed_in(world.carla)
    ident = carla.get("/staff/factors").json["passkeys"][0]["id"]
    assert carla.call("DELETE", "/staff/codes").status_code == 204
    assert carla.call("DELETE", f"/staff/passkeys/{ident}").json["problem"] == "last-factor"
    answer = enter(world.browser(), world.carla, code=world.carla.code(world.clock.later(30)))
    assert answer.status_code == 404
    assert enter_by(world, world.carla, passkey).status_code == 200
    anna = world.signed_in(world.anna)
    assert anna.call("DELETE", "/staff/codes").json["problem"] == "last-factor"


def test_codes_are_set_anew_by_the_first_of_them(world: World) -> None:
    anna = world.signed_in(world.anna)
    old, setup = world.anna.secret, anna.post("/staff/codes", {}).json
    wrong = world.anna.code(world.clock.later(30))
    assert anna.put("/staff/codes", {"code": wrong}).json["problem"] == "wrong-code"
    world.anna.secret = setup["secret"]
    right = world.anna.code(world.clock.later(30))
    assert anna.put("/staff/codes", {"code": right}).status_code == 200
    assert enter(world.browser(), world.anna, code=right).status_code == 404  # it was used
    world.signed_in(world.anna)
    world.anna.secret = old
    answer = enter(world.browser(), world.anna, code=world.anna.code(world.clock.later(30)))
    assert answer.status_code == 404


def test_what_changes_a_way_in_asks_for_a_recent_sign_in(
    world: World, passkey: Authenticator
) -> None:
    carla = world.signed_in(world.carla)
    ident = carla.get("/staff/factors").json["passkeys"][0]["id"]
    world.clock.later(6 * 60)
    for method, path, body in (
        ("POST", "/staff/passkeys", {}),
        ("PUT", f"/staff/passkeys/{b64(os.urandom(16))}", Authenticator().make("AAAA")),
        ("DELETE", f"/staff/passkeys/{ident}", None),
        ("POST", "/staff/codes", {}),
        ("PUT", "/staff/codes", {"code": "000000"}),
        ("DELETE", "/staff/codes", None),
    ):
        assert carla.call(method, path, body).json["problem"] == "sign-in-again", path
    assert carla.get("/staff/factors").status_code == 200


def test_the_same_passkey_sent_again_is_one_passkey(world: World) -> None:
    carla, made = world.signed_in(world.carla), Authenticator()
    offer = carla.post("/staff/passkeys", {}).json
    path, body = f"/staff/passkeys/{b64(os.urandom(16))}", made.make(offer["challenge"])
    assert [carla.put(path, body).status_code for _ in range(2)] == [201, 200]
    assert add(carla, made).json["problem"] == "already"
    known = carla.post("/staff/passkeys", {}).json["known"]
    assert known == [b64(made.credential)]


def test_nobody_has_more_than_ten_passkeys(world: World) -> None:
    carla = world.signed_in(world.carla)
    statuses = [add(carla, Authenticator()).status_code for _ in range(11)]
    assert statuses == [201] * 10 + [413]


@pytest.mark.parametrize(
    "lie",
    [
        {"fmt": "packed", "attStmt": {"alg": -7, "sig": bytes(64), "x5c": [bytes(100)]}},
        {"fmt": "packed", "attStmt": {"alg": -7, "sig": bytes(64)}},
        {"fmt": "fido-u2f", "attStmt": {}},
        {"fmt": "nothing-known"},
        {"authData": b""},
    ],
    ids=lambda lie: str(lie.get("fmt", "empty")),
)
def test_it_refuses_a_passkey_with_another_attestation(world: World, lie: dict[str, Any]) -> None:
    carla = world.signed_in(world.carla)
    assert add(carla, Authenticator(), **lie).json["problem"] == "wrong-passkey"
    assert carla.get("/staff/factors").json["passkeys"] == []


@pytest.mark.parametrize(
    "made",
    [
        Authenticator(flags=PRESENT),
        Authenticator(flags=0),
        Authenticator(origin="https://advies.example"),
        Authenticator(host="advies.example"),
    ],
    ids=["unverified", "absent", "another address", "another host"],
)
def test_it_refuses_a_passkey_made_elsewhere_or_by_nobody(
    world: World, made: Authenticator
) -> None:
    assert add(world.signed_in(world.carla), made).json["problem"] == "wrong-passkey"


def test_an_offer_is_for_one_purpose_and_one_member(world: World) -> None:
    carla, bram, made = world.signed_in(world.carla), world.signed_in(world.bram), Authenticator()
    path = f"/staff/passkeys/{b64(os.urandom(16))}"
    for asked in (challenge(carla), bram.post("/staff/passkeys", {}).json["challenge"]):
        assert carla.put(path, made.make(asked)).json["problem"] == "wrong-passkey"


def test_an_offer_to_add_a_passkey_is_none_to_replace_them_all(world: World) -> None:
    asked = challenges.issue(world.context, own_factors.ADD, world.carla.id)
    assert challenges.is_ours(world.context, own_factors.ADD, world.carla.id, asked)
    assert not challenges.is_ours(world.context, renewing.RENEW, world.carla.id, asked)


# --- joining, and a lost second factor ----------------------------------------------------------


def test_somebody_joins_with_a_passkey_and_no_telephone(world: World) -> None:
    anna, browser = world.signed_in(world.anna), world.browser()
    els, made = Member("Els", "coach"), Authenticator()
    path = f"/invitations/{b64(anna.invite(els))}"
    offer = browser.post(f"{path}/second-factor", {}).json["passkey"]
    body = browser.joining(els, "") | {"mac": b64(os.urandom(32)), "totp_code": None}
    wrong = body | {"passkey": Authenticator(flags=PRESENT).make(offer["challenge"])}
    assert browser.put(f"{path}/enrolment", wrong).json["problem"] == "wrong-passkey"
    body |= {"passkey": made.make(offer["challenge"])}
    assert browser.put(f"{path}/enrolment", body).status_code == 201
    assert browser.put(f"{path}/enrolment", body).status_code == 200
    world.office.members.append(els)
    assert anna.publish(world.office, world.anna).status_code == 201
    assert enter_by(world, els, made).status_code == 200
    assert enter(browser, els, code="000000").status_code == 404
    found = world.browser()
    assert enter(found, els, passkey=made.answer(challenge(found))).status_code == 200
    assert found.get("/staff/factors").json["codes"] is False


def allow_reset(world: World) -> str:
    code = b64(os.urandom(32))
    path = f"/staff/members/{b64(world.carla.id)}/second-factor"
    assert world.signed_in(world.anna).post(path, {"code_hash": code}).status_code == 200
    return code


def test_a_reset_ends_with_a_passkey_and_every_other_factor_is_gone(
    world: World, passkey: Authenticator
) -> None:
    browser, made = world.browser(), Authenticator()
    answer = enter(browser, world.carla, code=allow_reset(world))
    assert (answer.status_code, answer.json["problem"]) == (403, "second-factor-setup")
    new = made.make(answer.json["passkey"]["challenge"])
    assert enter(browser, world.bram, new_passkey=new).status_code == 404
    assert enter(browser, world.carla, new_passkey=new).status_code == 200
    assert enter(browser, world.carla, new_passkey=new).status_code == 404
    assert enter_by(world, world.carla, made).status_code == 200
    assert enter_by(world, world.carla, passkey).status_code == 404
    code = world.carla.code(world.clock.later(30))
    assert enter(browser, world.carla, code=code).status_code == 404
    assert actions(world)[-2:] == ["reset", "renew"]


def test_a_reset_that_ends_with_codes_takes_the_passkeys_away(
    world: World, passkey: Authenticator
) -> None:
    browser = world.browser()
    answer = enter(browser, world.carla, code=allow_reset(world))
    world.carla.secret = answer.json["totp"]["secret"]
    code = world.carla.code(world.clock.later(30))
    assert enter(browser, world.carla, code=code).status_code == 200
    assert enter_by(world, world.carla, passkey).status_code == 404


def test_an_offer_of_a_reset_ends_with_the_reset(world: World) -> None:
    browser = world.browser()
    answer = enter(browser, world.carla, code=allow_reset(world))
    late = Authenticator().make(answer.json["passkey"]["challenge"])
    world.carla.secret = answer.json["totp"]["secret"]
    code = world.carla.code(world.clock.later(30))
    assert enter(browser, world.carla, code=code).status_code == 200
    assert enter(browser, world.carla, new_passkey=late).status_code == 404


def test_an_offer_of_a_reset_ends_with_the_next_reset(world: World) -> None:
    """Whoever caught the first code could still make a passkey, and be let in by it alone."""
    browser = world.browser()
    answer = enter(browser, world.carla, code=allow_reset(world))
    late = Authenticator().make(answer.json["passkey"]["challenge"])
    second = allow_reset(world)
    assert enter(browser, world.carla, new_passkey=late).status_code == 404
    answer = enter(browser, world.carla, code=second)
    new = Authenticator().make(answer.json["passkey"]["challenge"])
    assert enter(browser, world.carla, new_passkey=new).status_code == 200


# --- whatever bytes ------------------------------------------------------------------------------

untrusted = st.binary(max_size=200)


@given(untrusted, untrusted, untrusted)
def test_whatever_bytes_come_there_is_one_error(one: bytes, two: bytes, three: bytes) -> None:
    with pytest.raises(Unproven):
        attestation.check_new(Registration(b"x", one, two, "http://localhost"), b"x")
    with pytest.raises(Unproven):
        attestation.check_answer(Assertion(b"x", one, two, three, "http://localhost"), b"x", two, 0)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 400), st.integers(0, 7))
def test_a_new_passkey_with_a_bit_turned_over_is_refused_or_still_this_one(
    place: int, bit: int
) -> None:
    made = Authenticator(credential=b"c" * 16)
    body = {name: from_b64(value) for name, value in made.make("AAAA").items()}
    told = bytearray(body["attestation"])
    told[place % len(told)] ^= 1 << bit
    given_ = Registration(body["credential"], body["client_data"], bytes(told), "http://localhost")
    try:
        found = attestation.check_new(given_, b"\0\0\0")
    except Unproven:
        return
    assert found.credential == made.credential
