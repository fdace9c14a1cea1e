"""Malformed, oversized, replayed and misplaced envelopes: refused, and nothing of them is stored."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from crypto.encoding import ASKER, b64, from_b64
from crypto.structure import Header
from tests.portal.conftest import World
from tests.portal.fake import Browser, envelope

MARK = b"a mark that must not be stored"


def marked(header: Header) -> bytes:
    """An envelope of the right shape whose chunks begin with the mark."""
    found = envelope(header, 900)
    return found[: -1 - len(MARK)] + MARK + b"\0"


def moved(browser: Browser, case: bytes) -> Callable[..., Header]:
    def header(**changed: Any) -> Header:
        right: dict[str, Any] = {
            "portal": browser.portal, "case": case, "epoch": 0, "id": os.urandom(16),
            "writer": ASKER, "kind": "reply",
        }  # fmt: skip
        return Header(**{**right, **changed})

    return header


@pytest.mark.parametrize(
    "changed",
    [
        {"portal": os.urandom(16)},
        {"case": os.urandom(16)},
        {"case": None},
        {"epoch": 1},
        {"id": os.urandom(16)},
        {"writer": os.urandom(16)},
        {"kind": "final"},
        {"kind": "question"},
        {"kind": "note"},
        {"kind": "page"},
    ],
    ids="-".join,
)
def test_it_stores_nothing_of_an_envelope_meant_for_another_place(
    world: World, changed: dict[str, Any]
) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    right = moved(asker, case)()
    wrong = moved(asker, case)(**{"id": right.id, **changed})
    body: dict[str, Any] = {"envelope": b64(marked(wrong)), "pages": [], "register": None}
    answer = asker.put(f"/cases/{b64(case)}/messages/{b64(right.id)}", body)
    assert 400 <= answer.status_code < 500
    assert MARK not in world.stored()
    assert asker.get(f"/cases/{b64(case)}").json["count"] == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda found: b"",
        lambda found: found[:40],
        lambda found: b"\x02" + found[1:],
        lambda found: found + b"\0",
        lambda found: found[:-1],
        lambda found: found[:33] + b"\xff\xff\xff\xff" + found[37:],
        lambda found: found * 2,
        lambda found: found + bytes(600_000),
    ],
    ids=["empty", "cut", "version", "longer", "shorter", "length", "doubled", "oversized"],
)
def test_it_stores_nothing_of_a_damaged_envelope(
    world: World, damage: Callable[[bytes], bytes]
) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    header = moved(asker, case)()
    sent = damage(marked(header))
    body: dict[str, Any] = {"envelope": b64(sent), "pages": [], "register": None}
    answer = asker.put(f"/cases/{b64(case)}/messages/{b64(header.id)}", body)
    assert 400 <= answer.status_code < 500
    assert "klopt" in answer.json["detail"] or "bewaard" in answer.json["detail"]
    assert MARK not in world.stored()


def test_it_stores_no_message_whose_page_never_came(world: World) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    answer = asker.send(case, "reply", ASKER, pages=[os.urandom(16)])
    assert answer.json["problem"] == "conflict"
    assert asker.get(f"/cases/{b64(case)}").json["count"] == 1


def test_it_keeps_a_page_of_one_message_out_of_another(world: World) -> None:
    case, mailbox = world.asked()
    asker = world.asker(mailbox)
    page = asker.stage(case)
    assert asker.send(case, "reply", ASKER, pages=[page]).status_code == 201
    assert asker.send(case, "reply", ASKER, pages=[page]).json["problem"] == "malformed"


def test_it_takes_no_page_for_a_case_that_has_begun_from_somebody_unknown(world: World) -> None:
    case, _ = world.asked()
    browser = world.browser()
    header = browser.header("page", ASKER, case=case)
    address = f"/cases/{b64(case)}/pages/{b64(header.id)}"
    assert browser.put(address, envelope(header, 70_000)).status_code == 401


def test_it_refuses_another_page_under_the_same_id(world: World) -> None:
    browser, case = world.browser(), os.urandom(16)
    header = browser.header("page", ASKER, case=case)
    address, sent = f"/cases/{b64(case)}/pages/{b64(header.id)}", envelope(header, 70_000)
    assert [browser.put(address, sent).status_code for _ in range(2)] == [201, 200]
    assert browser.put(address, envelope(header, 70_000)).json["problem"] == "different"


def test_it_gives_pages_to_participants_only(world: World) -> None:
    case, mailbox = world.asked(world.anna)
    asker = world.asker(mailbox)
    page = asker.stage(case)
    assert asker.get(f"/cases/{b64(case)}/pages/{b64(page)}").status_code == 404  # only staged
    assert asker.send(case, "reply", ASKER, pages=[page]).status_code == 201
    bram = world.signed_in(world.bram)
    assert bram.get(f"/cases/{b64(case)}/pages/{b64(page)}").status_code == 404


def without(key: str) -> Callable[[dict[str, Any]], None]:
    def change(body: dict[str, Any]) -> None:
        del body[key]

    return change


@pytest.mark.parametrize(
    "change",
    [
        *(without(key) for key in ("roster", "participants", "keys", "message", "pages", "register", "mailbox")),
        lambda body: body.update(text="what the asker wrote"),
        lambda body: body["message"].update(text="what the asker wrote"),
        lambda body: body.update(pages="all"),
        lambda body: body.update(participants=[]),
        lambda body: body["participants"].pop(),
        lambda body: body["participants"].append(body["participants"][0]),
        lambda body: body["participants"][2].update(role="coach"),
        lambda body: body["participants"][2].update(role="asker"),
        lambda body: body["participants"][2].update(id=b64(os.urandom(16))),
        lambda body: body["keys"].pop(),
        lambda body: body["keys"].append(body["keys"][0]),
        lambda body: body["keys"][0].update(epoch=1),
        lambda body: body["keys"][0].update(epoch="0"),
        lambda body: body["keys"][0].update(purpose="notes"),
        lambda body: body["keys"][0].update(sealed=b64(os.urandom(1_167))),
        lambda body: body["register"].update(sealed=b64(os.urandom(100))),
        lambda body: body["register"].update(key=b64(os.urandom(16))),
        lambda body: body["mailbox"].update(id=b64(os.urandom(16))),
        lambda body: body["mailbox"].update(id=b64(ASKER)),
        lambda body: body["mailbox"].update(locator="x"),
        lambda body: body["mailbox"].update(seed=body["message"]["envelope"]),
        lambda body: body.update(roster=body["message"]["envelope"]),
        lambda body: body.update(roster=body["roster"] + "="),
        lambda body: body.update(mailbox=None),
    ],
)  # fmt: skip
def test_it_stores_nothing_of_a_question_with_a_fault(
    world: World, change: Callable[[dict[str, Any]], None]
) -> None:
    browser, case = world.browser(), os.urandom(16)
    body = browser.genesis(world.office, [world.anna], case, browser.mailbox())
    body["message"]["envelope"] = b64(
        marked(Header(browser.portal, case, 0, from_b64(body["message"]["id"]), ASKER, "question"))
    )
    change(body)
    answer = browser.put(f"/cases/{b64(case)}", body)
    assert 400 <= answer.status_code < 500
    assert set(answer.json) <= {"problem", "detail", "epoch", "roster"}
    assert MARK not in world.stored()
    assert world.signed_in(world.anna).get("/queue").json["cases"] == []


def test_it_never_repeats_what_was_sent(world: World) -> None:
    answer = world.browser().post("/mailbox/session", {"locator": "geheim woord", "login": 3})
    assert answer.status_code == 422
    assert "geheim" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("body", ["[]", '"x"', "null", "{", "\xff", "[" * 100_000, ""])
def test_it_refuses_what_is_no_json_object(world: World, body: str) -> None:
    answer = world.app.test_client().post(
        "/api/v1/mailbox/session",
        data=body.encode("latin-1"),
        content_type="application/json",
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status_code in {400, 415, 422}


def test_it_refuses_a_body_that_is_too_large_before_reading_it(world: World) -> None:
    answer = world.browser().put(f"/cases/{b64(os.urandom(16))}", {"roster": "A" * 5_000_000})
    assert answer.status_code == 413
    page = f"/cases/{b64(os.urandom(16))}/pages/{b64(os.urandom(16))}"
    assert world.browser().put(page, bytes(18 * 1024 * 1024)).status_code == 413


def test_a_withdrawn_question_does_not_come_back_to_life(world: World) -> None:
    browser, case = world.browser(), os.urandom(16)
    mailbox = browser.mailbox()
    body = browser.genesis(world.office, [world.anna], case, mailbox)
    assert browser.put(f"/cases/{b64(case)}", body).status_code == 201
    asker = world.asker(mailbox)
    assert asker.send(case, "withdraw", ASKER).json["destroyed"] is True
    assert browser.put(f"/cases/{b64(case)}", body).json["problem"] == "closed"
    assert asker.put(f"/cases/{b64(case)}", {**body, "mailbox": None}).json["problem"] == "closed"


def test_it_opens_no_second_mailbox_for_the_same_name_and_password(world: World) -> None:
    _, mailbox = world.asked()
    browser, case = world.browser(), os.urandom(16)
    same = {**browser.mailbox(), "locator": mailbox["locator"]}
    body = browser.genesis(world.office, [world.anna], case, same)
    assert browser.put(f"/cases/{b64(case)}", body).json["problem"] == "mailbox-exists"
    asker = world.asker(mailbox)
    assert asker.put(f"/cases/{b64(case)}", {**body, "mailbox": None}).status_code == 201
    assert len(asker.get("/mailbox").json["cases"]) == 2


def test_it_takes_no_question_before_a_second_facilitator_is_there(world: World) -> None:
    world.office.members[1].active = False
    anna = world.signed_in(world.anna)
    world.office.appoint(world.bram, "revoke")
    assert anna.publish(world.office, world.anna).status_code == 201
    browser, case = world.browser(), os.urandom(16)
    body = browser.genesis(world.office, [world.anna], case, browser.mailbox())
    assert browser.put(f"/cases/{b64(case)}", body).json["problem"] == "not-ready"
    assert anna.put("/organisation/opening", {"allowed": True}).status_code == 200
    assert browser.put(f"/cases/{b64(case)}", body).status_code == 201


def test_only_staff_may_send_a_whole_register(world: World) -> None:
    body = {"number": 1, "row": 20261101, "envelope": "A" * 5_000_000}
    assert world.browser().put("/register/checkpoint", body).status_code == 413
    assert world.signed_in(world.anna).put("/register/checkpoint", body).status_code == 400


def with_room(world: World, **limits: int) -> None:
    settings = world.context.settings
    world.context = replace(
        world.context, settings=replace(settings, limits=replace(settings.limits, **limits))
    )
    world.app.extensions["adviespunt"] = world.context


def test_strangers_who_fill_their_room_keep_no_asker_or_member_from_sending_pages(
    world: World,
) -> None:
    case, mailbox = world.asked()
    asker, anna = world.asker(mailbox), world.signed_in(world.anna)
    with_room(world, staged_bytes=100_000)  # one page of 66 kB
    stranger = world.browser()
    stranger.stage(os.urandom(16))
    page = envelope(
        moved(stranger, other := os.urandom(16))(id=(one := os.urandom(16)), kind="page")
    )
    full = stranger.put(f"/cases/{b64(other)}/pages/{b64(one)}", page)
    assert full.json["problem"] == "full"
    asker.stage(case)
    anna.stage(case, world.anna.id)


def test_refused_questions_take_nothing_from_those_that_come_after(world: World) -> None:
    world.context = replace(
        world.context,
        settings=replace(
            world.context.settings, pace=replace(world.context.settings.pace, new_cases=(1, 0.001))
        ),
    )
    world.app.extensions["adviespunt"] = world.context
    browser, case = world.browser(), os.urandom(16)
    body = browser.genesis(world.office, (world.carla,), case, browser.mailbox(), [])
    assert browser.put(f"/cases/{b64(case)}", body).status_code in {400, 409}
    assert browser.put(f"/cases/{b64(case)}", body).status_code in {400, 409}
    world.asked()


def test_a_mailbox_that_floods_is_slowed_and_others_are_not(world: World) -> None:
    case, mailbox = world.asked()
    other_case, other = world.asked()
    asker = world.asker(mailbox)
    burst, _ = world.context.settings.pace.mailbox_messages
    answers = [asker.send(case, "reply", ASKER).status_code for _ in range(int(burst) + 1)]
    assert answers == [201] * int(burst) + [429]
    assert world.asker(other).send(other_case, "reply", ASKER).status_code == 201
    burst, _ = world.context.settings.pace.mailbox_cases
    statuses = []
    for _ in range(int(burst) + 1):
        body = asker.genesis(world.office, (world.anna,), new := os.urandom(16), None, [])
        statuses.append(asker.put(f"/cases/{b64(new)}", body).status_code)
    assert statuses == [201] * int(burst) + [429]
