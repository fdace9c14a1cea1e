"""Undoing, shutting and destroying an archive, ended by SIGKILL in the middle: resumed, each ends whole."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from sqlalchemy import select

from crypto.encoding import b64
from portal.models.instance import Archiving
from portal.services.casework import archiving
from portal.services.keeping import at_rest
from tests.portal.conftest import World
from tests.portal.test_year import closed_case, presented

# Ends the process where this function would be called, or right after it did its work.
PROGRAM = """
import os, signal, sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from sqlalchemy import select
from portal.config import load
from portal.models.instance import Archiving
from portal.services.casework import archiving
from portal.services.context import open_context
from portal.services.keeping import at_rest
from portal.services.values import Actor

folder, act, place, when, day, member = sys.argv[1:]
module = at_rest if hasattr(at_rest, place) else archiving
really = getattr(module, place)

def cut(*given):
    if when == "after":
        really(*given)
    os.kill(os.getpid(), signal.SIGKILL)

context = replace(open_context(load(Path(folder))), today=lambda: date.fromisoformat(day))
actor = Actor("staff", bytes.fromhex(member), "facilitator")

def stop(step):
    if step == "collected" and act == "undo":
        raise KeyboardInterrupt

if act == "destroy":
    with context.database.read() as db:
        [ident] = db.scalars(select(Archiving.id))
    setattr(module, place, cut)
    archiving.destroy(context, ident)
elif act == "undo":
    try:
        archiving.archive(context, actor, 2026, frozenset(), stop)
    except KeyboardInterrupt:
        pass
    with context.database.read() as db:
        [ident] = db.scalars(select(Archiving.id))
    archiving._write(context, ident)
    setattr(module, place, cut)
    archiving.undo(context, actor, ident)
else:
    setattr(module, place, cut)
    archiving.archive(context, actor, 2026, frozenset())
"""


def killed(world: World, act: str, place: str, when: str, day: date) -> None:
    given = (str(world.context.settings.data), act, place, when, str(day), world.anna.id.hex())
    done = subprocess.run([sys.executable, "-c", PROGRAM, *given], check=False, capture_output=True)
    assert done.returncode == -9, done.stderr.decode()


def files(world: World) -> list[str]:
    folder = archiving.folder(world.context)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def steps(world: World) -> list[str]:
    with world.context.database.read() as db:
        return list(db.scalars(select(Archiving.step)))


@pytest.mark.parametrize(
    ("place", "when"),
    [("_take_back", "before"), ("_remove_parts", "before"), ("_remove_parts", "after")],
)
def test_an_undoing_that_is_killed_gives_every_question_back(
    world: World, place: str, when: str
) -> None:
    case, _, _ = closed_case(world)
    anna, _ = presented(world)
    killed(world, "undo", place, when, world.clock.day)
    assert steps(world) == [archiving.UNDOING]
    archiving.resume(world.context)
    assert (steps(world), files(world)) == ([], [])
    assert anna.get(f"/cases/{b64(case)}").status_code == 200
    assert at_rest.find_key(world.context, case)


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_shutting_that_is_killed_around_the_keys_goes_on_to_its_end(
    world: World, when: str
) -> None:
    case, _, _ = closed_case(world)
    anna, _ = presented(world)
    killed(world, "shut", "destroy_keys", when, world.clock.day)
    assert steps(world) == [archiving.SHUTTING]
    assert (at_rest.find_key(world.context, case) is None) == (when == "after")
    archiving.resume(world.context)
    assert steps(world) == [archiving.DONE]
    assert at_rest.find_key(world.context, case) is None
    assert len(files(world)) == 1
    assert anna.get(f"/cases/{b64(case)}").status_code == 404


@pytest.mark.parametrize(
    ("place", "when"),
    [
        ("_destroy_file", "before"),
        ("_overwrite", "before"),
        ("_overwrite", "after"),
        ("_sync_folder", "before"),
    ],
)
def test_a_destroying_that_is_killed_leaves_no_file_that_is_called_destroyed(
    world: World, place: str, when: str
) -> None:
    closed_case(world)
    anna, _ = presented(world)
    assert anna.post("/archive", {"year": 2026, "carry": []}).status_code == 201
    world.clock.day = date(2037, 1, 1)
    killed(world, "destroy", place, when, world.clock.day)
    assert steps(world) == [archiving.DESTROYING]
    archiving.resume(world.context)
    assert (steps(world), files(world)) == ([archiving.DESTROYED], [])
