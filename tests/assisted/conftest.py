"""A founded zone, and visitors without scripts: Flask's client, real stores, a clock to set."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal.app import create_app
from portal.assisted.demo import zone
from portal.assisted.demo.clock import Clock, at, working_days_before
from portal.assisted.demo.handling import Hands
from portal.assisted.demo.zone import Zone
from portal.commands import init
from portal.config import load
from portal.models.cases import Case
from portal.services.context import Context, open_context
from portal.services.upkeep import founding

ADDRESS = "http://127.0.0.1:8000"
PASSWORD = "gewricht kalender dwaas mosterd tapijt fluister"


@dataclass(frozen=True, slots=True)
class Founded:
    """A data folder to copy, and who works in it."""

    folder: Path
    zone: Zone
    day: date


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """Founding takes seconds, so it is done once; each test works in a copy."""
    folder = tmp_path_factory.mktemp("founded") / "data"
    init.prepare(folder, init.EXAMPLE / "organisation.toml", (ADDRESS,))
    # Everything in the one folder, the sessions too, so that the copy is whole.
    (folder / "portal.toml").write_text(f'origins = ["{ADDRESS}"]\nsessions = "SESSIONS"\n')
    _point_sessions_into(folder)
    real = open_context(load(folder))
    clock = Clock(working_days_before(real.today(), 3, real.calendar))
    made = zone.found(at(real, clock), founding.found(at(real, clock)))
    real.close()
    return Founded(folder, made, clock.day)


def _point_sessions_into(folder: Path) -> None:
    settings = folder / "portal.toml"
    text = re.sub(
        r'sessions = ".*"', f'sessions = "sqlite:///{folder}/sessions.sqlite"', settings.read_text()
    )
    settings.write_text(text)


@dataclass(slots=True)
class Instance:
    """A portal of its own for one test."""

    data: Path
    context: Context
    clock: Clock
    app: Flask
    zone: Zone

    def visitor(self) -> Visitor:
        return Visitor(self.app.test_client(), self)

    def cases(self) -> list[Case]:
        with self.context.database.read() as db:
            return list(db.query(Case))

    def hands(self, who: str) -> Hands:
        return Hands.of(self.context, self.zone.staff[who])


@pytest.fixture
def instance(founded: Founded, tmp_path: Path) -> Iterator[Instance]:
    data = tmp_path / "data"
    shutil.copytree(founded.folder, data)
    _point_sessions_into(data)
    settings = replace(load(data), login_step_seconds=0.0)
    clock = Clock(founded.day)
    context = at(open_context(settings), clock)
    app = create_app(settings, context)
    app.testing = False
    yield Instance(data, context, clock, app, founded.zone)
    context.close()


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser that runs no scripts: cookies, forms and what stands on the page."""

    client: FlaskClient
    instance: Instance
    page: TestResponse = field(init=False)

    def get(self, path: str) -> TestResponse:
        self.page = self.client.get(path, base_url=ADDRESS, follow_redirects=True)
        return self.page

    def post(self, path: str, **fields: object) -> TestResponse:
        """Send the form as it stands on the page, changed by `fields`; None takes one out."""
        data = {
            name: value
            for name, value in {**self.form(path), **fields}.items()
            if value is not None
        }
        self.page = self.client.post(
            path,
            base_url=ADDRESS,
            data=data,
            follow_redirects=True,
            content_type="multipart/form-data",
        )
        return self.page

    @property
    def text(self) -> str:
        """What a person reads, without the tags."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.page.text)).split())

    def form(self, path: str) -> dict[str, Any]:
        """The values that the page's form for this address would send."""
        if not hasattr(self, "page"):
            return {}
        action = re.escape(path)
        found = re.search(
            rf'<form[^>]*action="{action}(?:#[a-z]+)?"[^>]*>(.*?)</form>', self.page.text, re.DOTALL
        )
        return _values(found[1]) if found else {}

    # --- the steps of asking ---

    def write(self, **fields: object) -> TestResponse:
        self.get("/plain/ask")
        return self.post(
            "/plain/ask", **{"kind": "dilemma", "text": "Mag ik dit?", "do": "next", **fields}
        )

    def attach(self, data: bytes, name: str = "x.jpg", path: str = "/plain/ask") -> TestResponse:
        return self.post(path, upload=(_file(data), name), do="add")

    def send(
        self, name: str = "regenjas", password: str = PASSWORD, **fields: object
    ) -> TestResponse:
        given = {"pseudonym": name, "password": password, "again": password, "do": "send"}
        return self.post("/plain/ask/key", **{**given, **fields})

    def ask(self, name: str = "regenjas", **fields: object) -> TestResponse:
        self.write(**fields)
        return self.send(name)

    def enter(self, name: str = "regenjas", password: str = PASSWORD) -> TestResponse:
        self.get("/plain/mailbox")
        return self.post("/plain/mailbox", pseudonym=name, password=password)


def _file(data: bytes) -> io.BytesIO:

    return io.BytesIO(data)


_INPUT = re.compile(r"<input\b([^>]*)>")
_AREA = re.compile(r"<textarea\b([^>]*)>(.*?)</textarea>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-z-]+)(?:="([^"]*)")?')


def _values(form: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for attributes in _INPUT.findall(form):
        told = dict(_ATTRIBUTE.findall(attributes))
        if told.get("type") in {"file", "submit"} or "name" not in told:
            continue
        ticked = told.get("type") not in {"checkbox", "radio"} or "checked" in told
        if ticked:
            values[told["name"]] = unescape(told.get("value", "y"))
    for attributes, inside in _AREA.findall(form):
        # The first line break after <textarea> is not part of what stands in it.
        written = inside.removeprefix("\r").removeprefix("\n")
        values[dict(_ATTRIBUTE.findall(attributes))["name"]] = unescape(written)
    return values


@pytest.fixture
def visitor(instance: Instance) -> Visitor:
    return instance.visitor()
