"""An instance with clocks of its own, and people in it."""

from __future__ import annotations

import copy
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.app import create_app
from portal.commands.init import EXAMPLE, prepare
from portal.config import load
from portal.models.database import Base
from portal.models.keyring import KeyringBase
from portal.models.sessions import SessionsBase
from portal.models.store import open_store
from portal.services.context import Context
from portal.services.upkeep import founding
from tests.portal.fake import Browser, Member, Office
from tests.postgres import Postgres

NOON = 1_793_620_800.0  # 2026-11-02 12:00 in Brussels, a Monday


@dataclass
class Clock:
    """A day and a second that only tests move."""

    day: date = date(2026, 11, 2)
    second: float = NOON
    waited: list[float] = field(default_factory=list)

    def today(self) -> date:
        return self.day

    def seconds(self) -> float:
        return self.second

    def later(self, seconds: float) -> float:
        self.second += seconds
        return self.second


@dataclass
class World:
    """An instance, an application on it, and its staff."""

    context: Context
    app: Flask
    clock: Clock
    token: str
    office: Office
    anna: Member
    bram: Member
    carla: Member
    dirk: Member
    # Where the three stores are, if that is PostgreSQL.
    url: str | None = field(default=None, kw_only=True)

    def serve_at(self, port: int) -> Path:
        """Make the instance one that answers at this port of loopback; gives its folder."""
        data = self.context.settings.data
        settle(data, f"http://127.0.0.1:{port}", self.url)
        return data

    def rows(self) -> dict[str, int]:
        """How many rows each table has, but for counted tries and for the sealed desk of a form that
        is shown again: both are gone within the hour."""
        kept = [
            (self.context.database, Base.metadata),
            (self.context.keyring, KeyringBase.metadata),
        ]
        kept += [(self.context.sessions, SessionsBase.metadata)]
        found = {}
        for store, metadata in kept:
            with store.read() as db:
                for table in metadata.sorted_tables:
                    count = select(func.count()).select_from(table)
                    found[table.name] = db.scalar(count) or 0
        return {name: count for name, count in found.items() if name not in {"tries", "on_desk"}}

    def stored(self) -> bytes:
        """Every byte that the three stores keep: SQLite's files, PostgreSQL's rows."""
        if self.url is None:
            files = sorted(self.context.settings.data.rglob("*.sqlite*"))
            return b"".join(path.read_bytes() for path in files)
        found = b""
        for metadata in (Base.metadata, KeyringBase.metadata, SessionsBase.metadata):
            with self.context.database.read() as db:
                for table in metadata.sorted_tables:
                    values = chain.from_iterable(db.execute(select(table)))
                    found += b"\n".join(
                        one if isinstance(one, bytes) else str(one).encode() for one in values
                    )
        return found

    def copy(self, context: Context, clock: Clock) -> World:
        """The same people and keys on another copy of the instance."""
        people = [copy.copy(one) for one in (self.anna, self.bram, self.carla, self.dirk)]
        office = copy.copy(self.office)
        office.members = list(people)
        office.credentials = list(self.office.credentials)
        office.history = list(self.office.history)
        return World(context, self.app, clock, self.token, office, *people)

    def browser(self) -> Browser:
        return Browser(self.app.test_client(), self.context.portal)

    def signed_in(self, member: Member) -> Browser:
        """A browser in which this member is signed in; the clock moves on to a fresh code."""
        found = self.browser()
        answer = found.sign_in(member, self.clock.later(30))
        assert answer.status_code == 200, answer.json
        return found

    def asked(self, *members: Member, pages: int = 0) -> tuple[bytes, dict[str, str]]:
        """A case that somebody asked, with its mailbox."""
        browser, case = self.browser(), os.urandom(16)
        staged = [browser.stage(case) for _ in range(pages)]
        mailbox = browser.mailbox()
        body = browser.genesis(
            self.office, members or (self.anna, self.bram), case, mailbox, staged
        )
        from crypto.encoding import b64  # noqa: PLC0415 - beside its only use

        answer = browser.put(f"/cases/{b64(case)}", body)
        assert answer.status_code == 201, answer.json
        return case, mailbox

    def asker(self, mailbox: dict[str, str]) -> Browser:
        browser = self.browser()
        body = {"locator": mailbox["locator"], "login": mailbox["login"]}
        answer = browser.enter("/mailbox/session", body)
        assert answer.status_code == 200, answer.json
        return browser


DATABASES = ("sqlite", "postgresql")
STORES = ("database", "keyring", "sessions")


def found_instance(data: Path, clock: Clock, url: str | None = None) -> tuple[Context, str]:
    """An instance in this folder; with `url` its stores are there, in one PostgreSQL database."""
    prepare(data, EXAMPLE / "organisation.toml", ("http://localhost",))
    settle(data, "http://localhost", url)
    context = open_instance(data, clock, url)
    return context, founding.found(context)


def settle(data: Path, origin: str, url: str | None) -> None:
    """Write the instance's settings: its one address, and where its stores are."""
    lines = "".join(f'{name} = "{url}"\n' for name in STORES) if url else ""
    (data / "portal.toml").write_text(f'origins = ["{origin}"]\n{lines}')


def open_instance(data: Path, clock: Clock, url: str | None = None) -> Context:
    """The instance in this folder, by the test's own clock."""
    settings = load(data)
    sessions = url or f"sqlite:///{data / 'fleeting' / 'sessions.sqlite'}"
    return Context(
        settings=settings,
        database=open_store(settings.database_url, "kept"),
        keyring=open_store(settings.keyring_url, "overwritten"),
        sessions=open_store(sessions, "fleeting"),
        today=clock.today,
        seconds=clock.seconds,
        wait=clock.waited.append,
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test of an instance runs on both databases, but those that look into one of the two."""
    if "store" in metafunc.fixturenames:
        only = metafunc.definition.get_closest_marker("only_on")
        metafunc.parametrize("store", only.args if only else DATABASES)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def empty(
    store: str, tmp_path: Path, clock: Clock, request: pytest.FixtureRequest
) -> Iterator[tuple[Context, str]]:
    """An instance that nobody has set up yet, and the token of its one-time link."""
    url = request.getfixturevalue("postgres_url") if store == "postgresql" else None
    context, token = found_instance(tmp_path / "data", clock, url)
    yield context, token
    context.close()


def staffed(context: Context, token: str, clock: Clock) -> World:
    """Two facilitators (anna, bram), a coach (carla) and a coordinator (dirk), all active."""
    app = create_app(context.settings, context)
    office = Office(context.portal)
    people = [
        Member("Anna", "facilitator"), Member("Bram", "facilitator"),
        Member("Carla", "coach"), Member("Dirk", "coordinator"),
    ]  # fmt: skip
    made = World(context, app, clock, token, office, *people)
    browser = made.browser()
    assert browser.set_up(office, people[0], token, clock.later(30)).status_code == 201
    first = made.signed_in(people[0])
    for member in people[1:]:
        invitation = first.invite(member)
        assert browser.enrol(member, invitation, clock.later(30)).status_code == 201
        office.members.append(member)
    office.appoint(made.bram)
    answer = first.publish(office, people[0])
    assert answer.status_code == 201, answer.json
    return made


STAFFED = "staffed"


@pytest.fixture(scope="session")
def staffed_in_sqlite(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A staffed instance that each test gets a copy of: making one takes a hundred writes."""
    return _staffed_once(tmp_path_factory.mktemp("staffed") / "data", None)


@pytest.fixture(scope="session")
def staffed_in_postgresql(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> World:
    """The same with its three stores in one PostgreSQL database, which each test's is copied from."""
    folder = tmp_path_factory.mktemp("staffed") / "data"
    return _staffed_once(folder, postgres.create(STAFFED))


def _staffed_once(data: Path, url: str | None) -> World:
    clock = Clock()
    context, token = found_instance(data, clock, url)
    made = staffed(context, token, clock)
    context.close()
    return made


@pytest.fixture
def world(
    store: str, tmp_path: Path, clock: Clock, request: pytest.FixtureRequest
) -> Iterator[World]:
    """A staffed instance of this test's own, on the database at hand."""
    once: World = request.getfixturevalue(f"staffed_in_{store}")
    clock.second = once.clock.second
    data = tmp_path / "data"
    shutil.copytree(once.context.settings.data, data)
    url = None
    if store == "postgresql":
        server: Postgres = request.getfixturevalue("postgres")
        url = server.create(request.getfixturevalue("postgres_name"), STAFFED)
        settle(data, "http://localhost", url)
    context = open_instance(data, clock, url)
    once.app.extensions["adviespunt"] = context
    made = once.copy(context, clock)
    made.url = url
    yield made
    context.close()
