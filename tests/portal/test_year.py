"""The year's end: report, presentation, archive; killed at each step, it ends whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
import tracemalloc
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from crypto.archive import Archive
from crypto.encoding import ASKER, b64, from_b64, sha256
from portal.models.cases import Case, Message, Page, RegisterEntry
from portal.models.instance import ArchivedCase
from portal.models.mailboxes import Mailbox
from portal.services.casework import archiving
from portal.services.errors import ClockSetBack, NotYet, Unknown
from portal.services.keeping import at_rest
from portal.services.staff import templates
from portal.services.upkeep import sweeping, wellbeing
from portal.services.values import Actor
from tests.portal.conftest import World
from tests.portal.fake import Browser, Member, envelope, sign


def report(world: World, author: Member, year: int = 2026, **more: Any) -> dict[str, str]:
    body = {
        "v": 1, "year": year, "author": b64(author.id), "day": "2027-01-10",
        "numbers": {"questions": 12, "groups": [{"key": "geld-en-goederen", "n": 4}]}, **more,
    }  # fmt: skip
    return {"signed": b64(sign(author.key, "report", world.context.portal, body))}


APRIL = date(2027, 4, 2)


def presented(world: World, today: date = APRIL) -> tuple[Browser, Browser]:
    """It is April 2027 and the report of 2026 was presented in March."""
    world.clock.day = today
    anna, dirk = world.signed_in(world.anna), world.signed_in(world.dirk)
    assert anna.put("/reports/2026", report(world, world.anna)).status_code == 200
    assert dirk.put("/reports/2026/presentation", {"day": "2027-03-15"}).status_code == 200
    return anna, dirk


def closed_case(world: World) -> tuple[bytes, dict[str, str], bytes]:
    """A case with a page, closed in November and read by its asker."""
    case, mailbox = world.asked(pages=1)
    anna = world.signed_in(world.anna)
    page = from_b64("AA")
    anna.send(case, "final", world.anna.id)
    anna.send(case, "close", world.anna.id)
    assert world.asker(mailbox).get(f"/cases/{b64(case)}").status_code == 200
    return case, mailbox, page


def test_the_report_is_asked_for_from_january_and_late_from_april(world: World) -> None:
    anna = world.signed_in(world.anna)
    assert anna.get("/reports").json == {"reports": [], "due": None, "late": False}
    for day, late in (
        (date(2027, 1, 1), False),
        (date(2027, 3, 31), False),
        (date(2027, 4, 1), True),
    ):
        world.clock.day = day
        assert anna.get("/reports").json == {"reports": [], "due": 2026, "late": late}
    presented(world)
    assert anna.get("/reports").json["due"] is None


def test_a_year_that_was_never_reported_on_is_asked_for_until_it_is(world: World) -> None:
    for day in (date(2028, 1, 2), date(2029, 2, 1)):
        world.clock.day = day
        shown = world.signed_in(world.anna).get("/reports").json
        assert shown == {"reports": [], "due": 2026, "late": True}
    anna, _ = presented(world, date(2029, 2, 1))
    shown = anna.get("/reports").json
    assert (shown["due"], shown["late"]) == (2027, True)


def test_a_report_waits_for_the_year_to_end_and_a_presentation_too(world: World) -> None:
    anna, dirk = world.signed_in(world.anna), world.signed_in(world.dirk)
    assert anna.put("/reports/2026", report(world, world.anna)).json["problem"] == "not-yet"
    world.clock.day = date(2027, 1, 10)
    assert dirk.put("/reports/2026/presentation", {"day": "2027-01-09"}).status_code == 404
    assert anna.put("/reports/2026", report(world, world.anna)).status_code == 200
    for day in ("2026-12-31", "2027-01-11"):
        assert dirk.put("/reports/2026/presentation", {"day": day}).json["problem"] == "not-yet"
    assert anna.put("/reports/2026/presentation", {"day": "2027-01-09"}).status_code == 403
    assert [
        dirk.put("/reports/2026/presentation", {"day": "2027-01-09"}).status_code for _ in "ab"
    ] == [200, 200]
    assert (
        dirk.put("/reports/2026/presentation", {"day": "2027-01-10"}).json["problem"] == "already"
    )
    other = report(world, world.anna, numbers={"questions": 11})
    assert anna.put("/reports/2026", other).json["problem"] == "already"
    shown = dirk.get("/reports/2026").json
    assert (shown["presented"], shown["author"]) == ("2027-01-09", b64(world.anna.id))


def test_a_report_holds_numbers_and_keys_and_is_signed_by_who_sends_it(world: World) -> None:
    world.clock.day = date(2027, 1, 10)
    anna = world.signed_in(world.anna)
    for wrong in (
        report(world, world.anna, numbers={"text": "iemand schreef dit"}),
        report(world, world.anna, numbers={"een zin als sleutel": 1}),
        report(world, world.bram),
        report(world, world.anna, year=2025),
        {"signed": b64(os.urandom(300))},
    ):
        assert anna.put("/reports/2026", wrong).json["problem"] == "malformed"
    assert world.signed_in(world.carla).get("/reports").status_code == 403


def test_nothing_is_archived_before_the_presentation_or_with_open_questions(world: World) -> None:
    open_one, _ = world.asked()
    closed_case(world)
    anna = world.signed_in(world.anna)
    assert anna.post("/archive", {"year": 2026, "carry": []}).json["problem"] == "not-yet"
    anna, _ = presented(world)
    refused = anna.post("/archive", {"year": 2026, "carry": []}).json
    assert (refused["problem"], refused["open"]) == ("open-cases", 1)
    seen = anna.get("/archive?year=2026").json
    assert (len(seen["ready"]), seen["open"]) == (1, [b64(open_one)])
    made = anna.post("/archive", {"year": 2026, "carry": [b64(open_one)]})
    assert made.status_code == 201
    assert anna.get(f"/cases/{b64(open_one)}").status_code == 200
    again = anna.post("/archive", {"year": 2026, "carry": [b64(open_one)]})
    assert again.json["problem"] == "nothing-ready"


def test_an_archived_question_is_in_its_file_and_nowhere_else(world: World) -> None:
    case, mailbox, _ = closed_case(world)
    key = at_rest.key_of(world.context, case)
    anna, _ = presented(world)
    (made,) = anna.post("/archive", {"year": 2026, "carry": []}).json["archived"]
    assert (made["step"], made["cases"]) == ("done", 1)
    path = archiving.folder(world.context) / made["file"]
    assert b64(sha256(path.read_bytes())) == made["hash"]
    assert made["file"] == f"adviespunt-2026-{from_b64(made['hash'])[:8].hex()}.archive"
    found = Archive.parse(path.read_bytes())
    (kept,) = found.cases
    assert (kept.id, len(kept.messages), len(kept.keys), len(kept.pages)) == (case, 3, 1, 1)
    assert found.page(kept.pages[0])
    assert len(found.directories) == 2
    everything = b"".join(p.read_bytes() for p in world.context.settings.data.rglob("*.sqlite*"))
    assert key not in everything
    assert kept.messages[0][-64:] not in everything
    assert anna.get(f"/cases/{b64(case)}").status_code == 404
    body = {"locator": mailbox["locator"], "login": mailbox["login"]}
    assert world.browser().post("/mailbox/session", body).json["problem"] == "wrong-credentials"
    with world.context.database.read() as db:
        assert db.scalar(select(func.count()).select_from(RegisterEntry)) == 1


PAGES, PAGE_BYTES = 24, 1024 * 1024


def test_a_year_larger_than_the_memory_goes_page_by_page(world: World) -> None:
    case, *_ = closed_case(world)
    presented(world)
    with world.context.database.write() as db:
        message = db.scalars(select(Message).where(Message.case == case)).first()
        assert message is not None
        for _ in range(PAGES):
            page = os.urandom(PAGE_BYTES)
            db.add(
                Page(
                    case=case, id=os.urandom(16), message=message.id, writer=message.writer, epoch=0,
                    day=message.day, size=len(page), hash=sha256(page), envelope=page,
                )
            )  # fmt: skip
    tracemalloc.start()
    try:
        actor = Actor("staff", world.anna.id, "facilitator")
        archiving.archive(world.context, actor, 2026, frozenset())
        [path] = archiving.folder(world.context).glob("*.archive")
        found = Archive.read(lambda: path.open("rb"))
        sizes = [len(found.page(page)) for page in found.cases[0].pages]
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sizes.count(PAGE_BYTES) == PAGES
    assert most < PAGES * PAGE_BYTES / 2


@pytest.mark.parametrize(("room", "together"), [(0, [1] * 5), (2, [1, 2, 2]), (9, [5])])
def test_texts_that_do_not_fit_in_memory_together_go_into_several_files(
    world: World, monkeypatch: pytest.MonkeyPatch, room: int, together: list[int]
) -> None:
    asked = {closed_case(world)[0] for _ in range(5)}
    presented(world)
    with world.context.database.read() as db:
        sizes = select(func.sum(func.length(Message.envelope))).group_by(Message.case)
        largest = max(db.scalars(sizes))
    # One that is larger than a file may be has a file of its own.
    monkeypatch.setattr(archiving, "TEXT_BYTES", room * largest)
    actor = Actor("staff", world.anna.id, "facilitator")
    done = archiving.archive(world.context, actor, 2026, frozenset())
    files = [path.read_bytes() for path in archiving.folder(world.context).glob("*.archive")]
    found = [[case.id for case in Archive.parse(file).cases] for file in files]
    assert sorted(len(some) for some in found) == together
    assert {case for some in found for case in some} == asked
    assert {row.step for row in done} == {archiving.DONE}


@pytest.mark.parametrize("why", ["recent", "unread", "elsewhere"])
def test_what_is_not_ready_follows_later(world: World, why: str) -> None:
    case, mailbox = world.asked()
    if why == "recent":
        world.clock.day = date(2027, 3, 1)
    anna = world.signed_in(world.anna)
    anna.send(case, "final", world.anna.id)
    anna.send(case, "close", world.anna.id)
    if why != "unread":
        world.asker(mailbox).get(f"/cases/{b64(case)}")
    if why == "elsewhere":
        world.asker(mailbox).send(case, "reply", ASKER)
    anna, _ = presented(world)
    carry = [b64(case)] if why == "elsewhere" else []
    assert anna.post("/archive", {"year": 2026, "carry": carry}).json["problem"] == "nothing-ready"
    assert anna.get(f"/cases/{b64(case)}").status_code == 200
    if why == "elsewhere":
        assert anna.send(case, "close", world.anna.id).status_code == 201
    closed = {"recent": date(2027, 3, 1), "unread": date(2026, 11, 2)}.get(why, world.clock.day)
    days = archiving.UNREAD_DAYS if why == "unread" else archiving.QUIET_DAYS
    for late, expected in ((-1, 409), (0, 201)):
        world.clock.day = closed + timedelta(days=days + late)
        anna = world.signed_in(world.anna)
        assert anna.post("/archive", {"year": 2026, "carry": []}).status_code == expected
    assert anna.get(f"/cases/{b64(case)}").status_code == 404


def test_nothing_is_archived_before_the_day_that_the_asker_was_shown(world: World) -> None:
    _, mailbox, _ = closed_case(world)
    shown = world.asker(mailbox).get("/mailbox").json["cases"][0]["archive_from"]
    presented(world, date(2027, 3, 20))
    for day, ready in ((date(2027, 3, 31), 0), (date.fromisoformat(shown), 1)):
        world.clock.day = day
        anna = world.signed_in(world.anna)
        seen = anna.get("/archive?year=2026").json
        assert (seen["starts"], len(seen["ready"]), len(seen["waiting"])) == (
            shown,
            ready,
            1 - ready,
        )
        made = anna.post("/archive", {"year": 2026, "carry": []})
        assert made.status_code == (201 if ready else 409), made.json
    assert shown == "2027-04-01"


def test_closing_an_answer_that_was_read_does_not_make_it_unread(world: World) -> None:
    case, mailbox = world.asked()
    anna = world.signed_in(world.anna)
    anna.send(case, "final", world.anna.id)
    assert world.asker(mailbox).get(f"/cases/{b64(case)}").status_code == 200
    anna.send(case, "close", world.anna.id)
    anna, _ = presented(world)
    assert anna.post("/archive", {"year": 2026, "carry": []}).status_code == 201


def test_a_mailbox_with_another_question_stays(world: World) -> None:
    _, mailbox, _ = closed_case(world)
    asker, second = world.asker(mailbox), os.urandom(16)
    body = asker.genesis(world.office, [world.anna], second, None)
    assert asker.put(f"/cases/{b64(second)}", body).status_code == 201
    anna, _ = presented(world)
    assert anna.post("/archive", {"year": 2026, "carry": [b64(second)]}).status_code == 201
    assert [one["case"] for one in world.asker(mailbox).get("/mailbox").json["cases"]] == [
        b64(second)
    ]


KILLED_AT = ["collected", "_write", "_shut", "_remove"]
PROGRAM = """
import os, signal, sys
from datetime import date
from pathlib import Path
from dataclasses import replace
from portal.config import load
from portal.services.casework import archiving
from portal.services.context import open_context
from portal.services.values import Actor

def end(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

context = replace(open_context(load(Path(sys.argv[1]))), today=lambda: date(2027, 4, 2))
actor = Actor("staff", bytes.fromhex(sys.argv[3]), "facilitator")
print("ready", flush=True)
archiving.archive(context, actor, 2026, frozenset(), end)
print("done", flush=True)
"""


@pytest.mark.parametrize("step", KILLED_AT)
def test_archiving_killed_after_any_step_ends_whole(world: World, step: str) -> None:
    taken = [closed_case(world)[0] for _ in range(2)]
    presented(world)
    folder: Path = world.context.settings.data
    command = [sys.executable, "-c", PROGRAM, str(folder), step, world.anna.id.hex()]
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode == -9, done.stderr.decode()
    _check_state(world, taken, shut=step in {"_shut", "_remove"})
    archiving.resume(world.context)
    archiving.resume(world.context)
    with world.context.database.read() as db:
        for table in (Case, Mailbox, ArchivedCase):
            assert db.scalar(select(func.count()).select_from(table)) == 0
    (file,) = archiving.folder(world.context).glob("*.archive")
    assert {one.id for one in Archive.parse(file.read_bytes()).cases} == set(taken)
    assert list(archiving.folder(world.context).glob("*.part")) == []


def _check_state(world: World, taken: list[bytes], *, shut: bool) -> None:
    """Before the keys go everything is still here; afterwards the whole file is."""
    found = [at_rest.find_key(world.context, case) is None for case in taken]
    assert found == [shut] * len(taken)
    if shut:
        (file,) = archiving.folder(world.context).glob("*.archive")
        assert len(Archive.parse(file.read_bytes()).cases) == len(taken)


MOMENTS = 6
CASES = 3


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_archiving_killed_at_any_moment_inside_a_step_ends_whole(
    world: World, moment: int, usual_seconds: list[float]
) -> None:
    taken = [closed_case(world)[0] for _ in range(CASES)]
    presented(world)
    command = [sys.executable, "-c", PROGRAM, str(world.context.settings.data), "", ""]
    command[-1] = world.anna.id.hex()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        if moment == 0:  # not killed: how long it takes is where the moments of the others lie
            began = time.monotonic()
            assert running.stdout.readline() == "done\n"
            usual_seconds.append(time.monotonic() - began)
        else:
            # One moment in each part of the time, somewhere inside it.
            share = (moment - 1 + random.random()) / (MOMENTS - 1)
            time.sleep(share * (usual_seconds[0] if usual_seconds else 0.1))
            running.kill()
    _check_each(world, taken)
    archiving.resume(world.context)
    _check_each(world, taken)
    with world.context.database.read() as db:
        left = set(db.scalars(select(Case.id)))
        assert db.scalar(select(func.count()).select_from(ArchivedCase)) == 0
    assert left in (set(), set(taken)), "all of them, or none"
    if left:  # killed before it had begun: it is as if nobody had asked
        facilitator = Actor("staff", world.anna.id, "facilitator")
        archiving.archive(world.context, facilitator, 2026, frozenset())
    assert _filed(world) == sorted(taken)
    assert [at_rest.find_key(world.context, case) for case in taken] == [None] * CASES
    assert list(archiving.folder(world.context).glob("*.part")) == []


@pytest.fixture(scope="module")
def usual_seconds() -> list[float]:
    return []


def _filed(world: World) -> list[bytes]:
    files = archiving.folder(world.context).glob("*.archive")
    return sorted(one.id for file in files for one in Archive.parse(file.read_bytes()).cases)


def _check_each(world: World, taken: list[bytes]) -> None:
    """Whatever happened, each case has its key still, or is in a file that is whole."""
    with world.context.database.read() as db:
        here = set(db.scalars(select(Case.id)))
    shut = [case for case in taken if at_rest.find_key(world.context, case) is None]
    if shut:
        assert set(shut) <= set(_filed(world))
    assert here >= set(taken) - set(shut)


def test_a_question_on_its_way_to_the_archive_takes_nothing_more(world: World) -> None:
    case, mailbox, _ = closed_case(world)
    presented(world)
    actor = Actor("staff", world.anna.id, "facilitator")
    begun = archiving._collect(world.context, actor, 2026, frozenset())
    assert world.asker(mailbox).send(case, "reply", ASKER).json["problem"] == "closed"
    anna = world.signed_in(world.anna)
    assert anna.call("DELETE", f"/archive/{b64(begun[0])}").status_code == 204
    assert world.asker(mailbox).send(case, "reply", ASKER).status_code == 201


@pytest.mark.only_on("postgresql")
def test_a_reply_while_a_year_is_collected_is_in_no_archive_or_refused(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, mailbox, _ = closed_case(world)
    presented(world)
    asker = world.asker(mailbox)
    said: list[int] = []
    writing = threading.Thread(
        target=lambda: said.append(asker.send(case, "reply", ASKER).status_code)
    )
    begin = archiving._begin

    def interrupted(*given: Any) -> list[bytes]:
        writing.start()
        while writing.is_alive() and not _somebody_waits(world):
            writing.join(0.01)
        return begin(*given)

    monkeypatch.setattr(archiving, "_begin", interrupted)
    actor = Actor("staff", world.anna.id, "facilitator")
    archiving.archive(world.context, actor, 2026, frozenset())
    writing.join()
    with world.context.database.read() as db:
        here = db.get(Case, case) is not None
    assert (said[0], here) in {(201, True), (409, False), (404, False)}


def _somebody_waits(world: World) -> bool:
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    with world.context.database.read() as db:
        return bool(db.scalar(text(waiting)))


def test_a_damaged_archive_file_keeps_the_keys(world: World) -> None:
    case, _, _ = closed_case(world)
    presented(world)
    actor = Actor("staff", world.anna.id, "facilitator")
    (begun,) = archiving._collect(world.context, actor, 2026, frozenset())
    archiving._write(world.context, begun)
    (file,) = archiving.folder(world.context).glob("*.archive")
    file.write_bytes(file.read_bytes()[:-1] + b"\0")
    with pytest.raises(Unknown):
        archiving.resume(world.context)
    assert at_rest.find_key(world.context, case) is not None


def template(browser: Browser, member: Member, ident: bytes, number: int) -> dict[str, object]:
    header = browser.header("template", member.id, epoch=number, ident=ident)
    return {"number": number, "envelope": b64(envelope(header))}


def test_templates_are_the_facilitators_and_are_swapped_by_number(world: World) -> None:
    anna, bram = world.signed_in(world.anna), world.signed_in(world.bram)
    ident = os.urandom(16)

    first = template(anna, world.anna, ident, 0)
    assert [anna.put(f"/templates/{b64(ident)}", first).status_code for _ in "ab"] == [200, 200]
    second = template(bram, world.bram, ident, 1)
    assert bram.put(f"/templates/{b64(ident)}", second).status_code == 200
    late = template(anna, world.anna, ident, 1)
    assert anna.put(f"/templates/{b64(ident)}", late).status_code == 409
    assert anna.get("/templates").json["templates"] == [{"id": b64(ident), **second}]
    assert world.signed_in(world.carla).get("/templates").status_code == 403
    assert anna.call("DELETE", f"/templates/{b64(ident)}").status_code == 204
    assert anna.get("/templates").json["templates"] == []


def test_where_there_are_as_many_templates_as_there_may_be_they_can_still_be_changed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "MOST_TEMPLATES", 1)
    anna = world.signed_in(world.anna)
    one, other = os.urandom(16), os.urandom(16)
    sent = [(one, 0), (other, 0), (one, 1)]
    given = [
        anna.put(f"/templates/{b64(ident)}", template(anna, world.anna, ident, number)).status_code
        for ident, number in sent
    ]
    assert given == [200, 413, 200]


def test_an_absence_is_signed_by_who_is_away(world: World) -> None:
    carla, ident = world.signed_in(world.carla), os.urandom(16)

    def absence(member: Member, **more: Any) -> dict[str, Any]:
        said = {"first": "2026-12-21", "last": "2027-01-03", "cover": b64(world.anna.id), **more}
        body = {"v": 1, "id": b64(ident), "member": b64(member.id), **said}
        return {**said, "signed": b64(sign(member.key, "absence", world.context.portal, body))}

    path = f"/absences/{b64(ident)}"
    assert carla.put(path, absence(world.bram)).json["problem"] == "malformed"
    assert carla.put(path, absence(world.carla, last="2026-12-20")).json["problem"] == "malformed"
    moved = {**absence(world.carla), "first": "2026-12-22"}
    assert carla.put(path, moved).json["problem"] == "malformed"
    right = absence(world.carla)
    assert [carla.put(path, right).status_code for _ in "ab"] == [201, 200]
    anna, bram = world.signed_in(world.anna), world.signed_in(world.bram)
    assert anna.get("/absences").json["absences"][0]["signed"] == right["signed"]
    world.clock.day = date(2027, 2, 10)
    assert anna.get("/absences").json["absences"] == []
    assert carla.call("DELETE", path).status_code == 204
    assert bram.call("DELETE", path).status_code == 404


def test_statistics_for_the_coordinator_come_from_a_facilitator(world: World) -> None:
    anna, dirk = world.signed_in(world.anna), world.signed_in(world.dirk)
    sealed = b64(os.urandom(5_000))
    body = {"recipients": [{"member": b64(world.dirk.id), "sealed": sealed}]}
    assert dirk.get("/aggregates").json is None
    assert anna.put("/aggregates", body).status_code == 200
    assert dirk.get("/aggregates").json == {"sealed": sealed, "day": "2026-11-02"}
    assert world.signed_in(world.carla).put("/aggregates", body).status_code == 403
    for_carla = {"recipients": [{"member": b64(world.carla.id), "sealed": sealed}]}
    assert anna.put("/aggregates", for_carla).json["problem"] == "malformed"


def test_a_checkpoint_covers_days_that_are_over(world: World) -> None:
    anna = world.signed_in(world.anna)
    world.clock.day += timedelta(days=1)

    def checkpoint(number: int, row: int) -> dict[str, object]:
        header = anna.header(
            "checkpoint", world.anna.id, epoch=number, ident=world.office.register_id
        )
        return {"number": number, "row": row, "envelope": b64(envelope(header, 9_000))}

    assert anna.get("/register/checkpoint").json == {"checkpoint": None}
    assert anna.put("/register/checkpoint", checkpoint(1, 20261104)).json["problem"] == "malformed"
    first = checkpoint(1, 20261103)
    assert anna.put("/register/checkpoint", first).status_code == 200
    assert anna.put("/register/checkpoint", checkpoint(1, 20261103)).json["number"] == 1
    assert anna.get("/register/checkpoint").json["checkpoint"] == first


def test_with_the_clock_set_back_nothing_is_archived_presented_or_swept(world: World) -> None:
    closed_case(world)
    anna, dirk = presented(world)
    world.clock.day = date(2027, 4, 1)
    refused = anna.post("/archive", {"year": 2026, "carry": []})
    assert (refused.status_code, refused.json["problem"]) == (503, "clock")
    answer = dirk.put("/reports/2026/presentation", {"day": "2027-03-15"})
    assert answer.json["problem"] == "clock"
    assert anna.put("/reports/2026", report(world, world.anna)).json["problem"] == "clock"
    with pytest.raises(ClockSetBack):
        sweeping.sweep(world.context)
    assert wellbeing.look(world.context)["clock_right"] is False


def test_an_archive_is_destroyed_once_its_years_are_over_and_not_before(world: World) -> None:
    closed_case(world)
    anna, _ = presented(world)
    (made,) = anna.post("/archive", {"year": 2026, "carry": []}).json["archived"]
    path = archiving.folder(world.context) / made["file"]
    with pytest.raises(NotYet):
        archiving.destroy(world.context, from_b64(made["id"]))
    assert path.exists()
    world.clock.day = date(2037, 1, 1)
    archiving.destroy(world.context, from_b64(made["id"]))
    assert not path.exists()
    with pytest.raises(Unknown):
        archiving.destroy(world.context, from_b64(made["id"]))
    assert archiving.resume(world.context) == 0


class Cut(BaseException):
    """Ends what runs as a kill does: nothing after it is done."""


def cut_at(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def end(*_: object) -> None:
        raise Cut

    monkeypatch.setattr(archiving, name, end)


def left(world: World) -> list[str]:
    return sorted(path.name for path in archiving.folder(world.context).iterdir())


@pytest.mark.parametrize("at", ["_announce", "_put_in_place", "_sync_folder", "_shut"])
def test_what_was_cut_off_while_writing_leaves_no_file_when_it_is_undone(
    world: World, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, _, _ = closed_case(world)
    anna, _ = presented(world)
    actor = Actor("staff", world.anna.id, "facilitator")
    with monkeypatch.context() as cut:
        cut_at(at, cut)
        with pytest.raises(Cut):
            archiving.archive(world.context, actor, 2026, frozenset())
    assert len(left(world)) == 1
    (begun,) = anna.get("/archive?year=2026").json["past"]
    with monkeypatch.context() as cut:
        cut_at("_remove_parts", cut)
        with pytest.raises(Cut):
            archiving.undo(world.context, actor, from_b64(begun["id"]))
    archiving.resume(world.context)
    assert left(world) == []
    assert anna.get("/archive?year=2026").json["past"] == []
    assert anna.get(f"/cases/{b64(case)}").status_code == 200
    assert anna.post("/archive", {"year": 2026, "carry": []}).status_code == 201
    assert len(left(world)) == 1


def test_an_archiving_written_twice_at_once_has_one_file(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sweep and the command, at the same moment; the staff list grew in between."""
    closed_case(world)
    presented(world)
    actor = Actor("staff", world.anna.id, "facilitator")
    (begun,) = archiving._collect(world.context, actor, 2026, frozenset())
    announce = archiving._announce

    def meanwhile(*given: Any) -> bool:
        monkeypatch.setattr(archiving, "_announce", announce)
        world.signed_in(world.anna).publish(world.office, world.anna)
        archiving._write(world.context, begun)
        return announce(*given)

    monkeypatch.setattr(archiving, "_announce", meanwhile)
    archiving._write(world.context, begun)
    assert len(left(world)) == 1
    archiving.resume(world.context)
    (row,) = world.signed_in(world.anna).get("/archive?year=2026").json["past"]
    assert (left(world), row["step"]) == ([row["file"]], "done")


def test_nobody_gives_cases_back_whose_keys_are_being_destroyed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, _, _ = closed_case(world)
    anna, _ = presented(world)
    actor = Actor("staff", world.anna.id, "facilitator")
    destroy_keys = at_rest.destroy_keys

    def meanwhile(*given: Any) -> None:
        monkeypatch.setattr(at_rest, "destroy_keys", destroy_keys)
        (begun,) = anna.get("/archive?year=2026").json["past"]
        refused = anna.call("DELETE", f"/archive/{begun['id']}")
        assert refused.json["problem"] == "already"
        destroy_keys(*given)

    monkeypatch.setattr(at_rest, "destroy_keys", meanwhile)
    archiving.archive(world.context, actor, 2026, frozenset())
    assert at_rest.find_key(world.context, case) is None
    assert _filed(world) == [case]


def test_destroying_that_is_cut_off_is_finished_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed_case(world)
    anna, _ = presented(world)
    (made,) = anna.post("/archive", {"year": 2026, "carry": []}).json["archived"]
    world.clock.day = date(2037, 1, 1)
    with monkeypatch.context() as cut:
        cut_at("_overwrite", cut)
        with pytest.raises(Cut):
            archiving.destroy(world.context, from_b64(made["id"]))
    assert left(world) == [made["file"]]
    anna = world.signed_in(world.anna)
    (row,) = anna.get("/archive?year=2026").json["past"]
    assert (row["step"], row["file"]) == ("destroying", made["file"])
    assert archiving.resume(world.context) == 1
    assert left(world) == []
    (row,) = anna.get("/archive?year=2026").json["past"]
    assert (row["step"], row["file"]) == ("destroyed", None)
    assert archiving.resume(world.context) == 0


def test_an_entry_never_gets_an_earlier_day_than_the_checkpoint(world: World) -> None:
    """With the clock set back it would be older than all that anybody still reads."""
    anna = world.signed_in(world.anna)
    header = anna.header("checkpoint", world.anna.id, epoch=1, ident=world.office.register_id)
    kept = {"number": 1, "row": 20261102, "envelope": b64(envelope(header, 9_000))}
    assert anna.put("/register/checkpoint", kept).status_code == 200
    world.clock.day -= timedelta(days=3)
    world.asked()
    rows = world.signed_in(world.anna).get("/register?from=20261102").json["rows"]
    assert [row["row"] for row in rows] == [20261102]
