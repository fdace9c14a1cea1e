"""A full disk, a database that goes away, a clock that jumps: said clearly, and nothing lost or in part."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.request import urlopen

import pytest

from crypto.encoding import ASKER, b64
from portal.app import create_app
from portal.web.problems import DETAILS
from tests.portal.conftest import Clock, World, found_instance, open_instance, staffed
from tests.portal.fake import Browser
from tests.portal.serving import serving
from tests.portal.submissions import Submission
from tests.portal.whole import whole
from tests.postgres import Postgres, running

MIB = 1024 * 1024


# --- a database that goes away ------------------------------------------------------------------


@pytest.fixture
def own_postgres() -> Iterator[Postgres]:
    """One that may be stopped: the others' goes on."""
    with running() as server:
        yield server


@pytest.mark.needs_tool("initdb", "pg_ctl")
def test_a_database_that_goes_away_is_said_and_comes_back_by_itself(
    own_postgres: Postgres, tmp_path: Path, clock: Clock, free_port: int
) -> None:
    url = own_postgres.create("zone")
    context, token = found_instance(tmp_path / "data", clock, url)
    world = staffed(context, token, clock)
    world.url = url
    before, during = (Submission(world.browser(), world) for _ in range(2))
    folder = world.serve_at(free_port)
    with serving(folder, free_port) as served:
        before.send(served)
        context.close()  # our own connections; the server's break
        own_postgres.stop("immediate")  # as a power cut would
        status, body = served.call("PUT", f"/cases/{b64(during.case)}", during.body)
        assert (status, json.loads(body)["detail"]) == (503, DETAILS["server"])
        # The pages themselves need no database, and tell what is wrong.
        with urlopen(f"http://127.0.0.1:{free_port}/ask", timeout=60) as page:
            assert page.status == 200
        own_postgres.start()
        during.send(served)
        during.send(served)
        said = (folder / "serve.log").read_text()
    assert (before.statuses, during.statuses) == ([201], [201, 200])
    assert all(whole(context, one.case) for one in (before, during))
    assert "Traceback" not in said
    assert "postgres" not in said.replace("psycopg", "")
    context.close()


# --- a full disk ----------------------------------------------------------------------------------


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    """A file system with this many bytes; taken away at the end."""
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("not run, needs root, who may mount a file system")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def fill(disk: Path, leave: int) -> None:
    """Take all but `leave` bytes of the disk."""
    taken = disk / "taken"
    taken.unlink(missing_ok=True)
    found = os.statvfs(disk)
    room = found.f_bavail * found.f_frsize
    with taken.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, room - leave))


@pytest.mark.only_on("sqlite")
def test_on_a_full_disk_it_says_so_and_keeps_what_it_acknowledged(
    world: World, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "small", 24 * MIB) as disk:
        data = disk / "data"
        world.context.settings.data.rename(tmp_path / "moved")
        subprocess.run(["cp", "-r", tmp_path / "moved", data], check=True)
        opened = open_instance(data, world.clock)
        # Without the room that is otherwise kept: what is tried here is the disk's own end.
        limits = replace(opened.settings.limits, spare_bytes=0)
        context = replace(opened, settings=replace(opened.settings, limits=limits))
        browser = Browser(create_app(context.settings, context).test_client(), context.portal)
        kept = [_ask(browser, world)]
        assert kept[0][1] == 201
        refused: list[tuple[bytes, int, object]] = []
        for leave in (0, 4, 8, 16, 32, 64, 128, 256):
            fill(disk, leave * 1024)
            case, status, body = _ask(browser, world)
            assert status in {201, 503, 507}
            (kept if status == 201 else refused).append((case, status, body))
        assert refused, "the disk was never full"
        (disk / "taken").unlink()
        assert all(whole(context, case, pages=0) for case, _, _ in kept)
        assert not any(whole(context, case, pages=0) for case, _, _ in refused)
        for case, _, body in refused:
            assert browser.put(f"/cases/{b64(case)}", body).status_code == 201
        context.close()


def _ask(browser: Browser, world: World) -> tuple[bytes, int, object]:
    case = os.urandom(16)
    body = browser.genesis(world.office, [world.anna, world.bram], case, browser.mailbox())
    return case, browser.put(f"/cases/{b64(case)}", body).status_code, body


@pytest.mark.only_on("sqlite")
def test_it_takes_no_new_text_before_the_disk_is_full(world: World, tmp_path: Path) -> None:
    case, mailbox = world.asked()
    limits = replace(world.context.settings.limits, spare_bytes=2**62)
    world.context = replace(world.context, settings=replace(world.context.settings, limits=limits))
    world.app.extensions["adviespunt"] = world.context
    answer = world.browser().put(
        f"/cases/{b64(os.urandom(16))}",
        world.browser().genesis(
            world.office, [world.anna], os.urandom(16), world.browser().mailbox()
        ),
    )
    assert (answer.status_code, answer.json["problem"]) == (507, "full")
    # Whoever comes back still reads.
    assert world.asker(mailbox).get(f"/cases/{b64(case)}").status_code == 200


# --- a clock that jumps -----------------------------------------------------------------------------


def test_a_clock_that_jumps_loses_nothing_and_shuts_nobody_out(world: World) -> None:
    case, mailbox = world.asked()
    anna = world.signed_in(world.anna)
    world.clock.day += timedelta(days=400)
    world.clock.later(400 * 86_400)
    # Everybody is signed out, and comes back in by the clock as it is now.
    assert anna.get("/session").json["problem"] == "signed-out"
    assert world.signed_in(world.anna).get(f"/cases/{b64(case)}").status_code == 200
    later, _ = world.asked()
    world.clock.day -= timedelta(days=400)
    world.clock.later(-400 * 86_400)
    asker = world.asker(mailbox)
    assert asker.send(case, "reply", ASKER).status_code == 201
    assert asker.get(f"/cases/{b64(case)}").json["messages"]
    last, _ = world.asked()
    for one in (later, last):
        assert whole(world.context, one, pages=0)


@pytest.mark.only_on("sqlite")
def test_a_flood_of_questions_leaves_room_for_who_was_here_and_for_the_staff(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what is free on the disk: who may still write."""
    case, mailbox = world.asked()
    asker, anna = world.asker(mailbox), world.signed_in(world.anna)
    free = 0
    usage = shutil.disk_usage(world.context.settings.data)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage._replace(free=free))
    may = {}
    for free in (1024 * MIB, 1023 * MIB, 255 * MIB, 63 * MIB):
        may[free // MIB] = [
            _ask(world.browser(), world)[1],
            asker.send(case, "reply", ASKER).status_code,
            anna.send(case, "reply", world.anna.id).status_code,
        ]
    assert may == {
        1024: [201, 201, 201],
        1023: [507, 201, 201],
        255: [507, 507, 201],
        63: [507, 507, 507],
    }
