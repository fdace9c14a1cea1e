"""A whole portal for the browser tests: served, staffed, and writing down every request it gets."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.serving import WSGIRequestHandler, make_server

from crypto.directory import ArchiveKey, Content, Directories, Directory, Member, RegisterKey
from crypto.secret import directory as directories
from crypto.secret.case import CaseView, FetchedCase, SealedKey
from crypto.secret.hpke import KemKey
from crypto.secret.identity import Identity, SigningKey
from crypto.secret.kdf import random_bytes
from portal import config
from portal.app import create_app
from portal.commands.init import EXAMPLE, prepare
from portal.models import staff
from portal.models.instance import Instance
from portal.services.casework import answering, cases
from portal.services.context import Context, open_context
from portal.services.upkeep import founding
from portal.services.values import Actor, NewMessage
from tests.page_clock import PAGES

MONDAY = date(2026, 11, 23)
STAFF = (
    ("An Peeters", "beleidsadviseur", "facilitator"),
    ("Bart Claes", "jurist", "facilitator"),
    ("Carla Wouters", "inspecteur", "coach"),
)


@dataclass(frozen=True, slots=True)
class Employee:
    """A member of staff with the keys that only their browser would have."""

    id: bytes
    person: bytes
    name: str
    role: str
    identity: Identity = field(repr=False)

    @property
    def actor(self) -> Actor:
        return Actor("staff", self.id, self.role)

    def listed(self, function: str) -> Member:
        public = self.identity.public
        return Member(
            self.id,
            self.person,
            self.name,
            function,
            self.role,
            public.kem,
            public.sign,
            active=True,
        )


@dataclass(frozen=True, slots=True)
class Received:
    """One request as the server got it."""

    method: str
    path: str
    text: bytes = field(repr=False)


class Watcher:
    """Stands before the application and keeps every request: line, headers and body.

    `broken`: addresses at which the next call loses its line when half of it has come.
    """

    def __init__(self, app: Any) -> None:
        self.app = app
        self.received: list[Received] = []
        self.broken: set[str] = set()

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        if path in self.broken:
            self.broken.discard(path)
            environ["wsgi.input"].read(length // 2)
            environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
            return []
        body = environ["wsgi.input"].read(length)
        environ["wsgi.input"] = io.BytesIO(body)
        headers = "\n".join(f"{k}: {v}" for k, v in environ.items() if k.startswith("HTTP_"))
        line = f"{environ['REQUEST_METHOD']} {path}?{query}\n{headers}\n".encode()
        self.received.append(Received(environ["REQUEST_METHOD"], path, line + body))
        answer: Iterable[bytes] = self.app(environ, start)
        return answer


@dataclass
class LivingPortal:
    """A portal that is up. `today` can be moved; `received` is everything the server was sent."""

    origin: str
    context: Context
    watcher: Watcher
    staff: Mapping[str, Employee]
    directory: Directory
    clock: dict[str, date]

    @property
    def received(self) -> list[Received]:
        return self.watcher.received

    def move_to(self, day: date) -> None:
        self.clock["today"] = day
        PAGES.move_to(day)

    def case_ids(self) -> list[bytes]:
        """The cases that the first facilitator takes part in."""
        return [one.case.id for one in cases.summaries(self.context, self.facilitator.actor)]

    @property
    def facilitator(self) -> Employee:
        return self.staff["An Peeters"]

    def look(self, case: bytes, who: Employee | None = None) -> CaseView:
        """Open a case as a member of staff does, which the asker's side then sees."""
        reader = who or self.facilitator
        whole = cases.open_case(self.context, reader.actor, case)
        fetched = FetchedCase(
            [row.envelope for row in whole.rosters],
            [SealedKey(key.epoch, key.purpose, key.sealed) for key in whole.keys],
            [row.envelope for row in whole.messages],
            [row.envelope for row in whole.notes],
        )
        known = Directories.of(self.directory)
        portal = self.context.portal
        return CaseView.open(reader.identity, reader.id, portal, case, fetched, known)

    def write(self, case: bytes, kind: str, text: str, **fields: object) -> None:
        """Answer as the first facilitator."""
        composed = self.look(case).compose(kind, text, fields)
        message = NewMessage(case, composed.id, composed.envelope, (), None)
        answering.add_message(self.context, self.facilitator.actor, message)


class Handler(WSGIRequestHandler):
    """Keeps connections open, as a real server does, and writes no log."""

    protocol_version = "HTTP/1.1"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: fifty lines a page would hide what a test says."""


def employ(name: str, role: str) -> Employee:
    return Employee(
        random_bytes(16), random_bytes(16), name, role, Identity.from_seed(random_bytes(32))
    )


REGISTER_SEED = random_bytes(32)


def first_directory(
    portal: bytes, organisation: SigningKey, people: Mapping[str, Employee], day: date
) -> Directory:
    """Version 1 with everybody in it, each facilitator appointed."""
    functions = {name: function for name, function, _ in STAFF}
    members = tuple(
        sorted((one.listed(functions[one.name]) for one in people.values()), key=lambda m: m.id)
    )
    appointed = [m for m in members if m.role == "facilitator"]
    credentials = tuple(
        directories.appoint(organisation, portal, member, day, serial)
        for serial, member in enumerate(appointed)
    )
    author = next(one for one in people.values() if one.role == "facilitator")
    content = Content(
        version=1,
        history=(),
        author=author.id,
        day=day,
        organisation=organisation.public,
        credentials=credentials,
        members=members,
        archive=ArchiveKey(random_bytes(16), KemKey.from_seed(random_bytes(32)).public, day.year),
        register=RegisterKey(random_bytes(16), KemKey.from_seed(REGISTER_SEED).public),
    )
    return directories.sign(author.identity.signing, portal, content)


def staff_it(context: Context, people: Mapping[str, Employee], day: date) -> Directory:
    """Lay down what the first facilitator's browser and the enrolments would have sent."""
    organisation = SigningKey.from_seed(random_bytes(32))
    signed = first_directory(context.portal, organisation, people, day)
    author = next(one for one in people.values() if one.id == signed.content.author)
    fresh = directories.vouch(author.identity.signing, context.portal, signed.named, author.id, day)
    with context.database.write() as db:
        instance = db.query(Instance).one()
        instance.organisation_key, instance.freshness = organisation.public, fresh
        db.add(staff.Directory(version=1, signed=signed.signed))
        for one in people.values():
            db.add(
                staff.Member(
                    id=one.id, person=one.person, role=one.role, active=True, number=0,
                    state=b"", second_factor=b"",
                )
            )  # fmt: skip
    return signed


@contextmanager
def living_portal(
    folder: Path, port: int, pace: Any = None, **changes: Any
) -> Iterator[LivingPortal]:
    """Make an instance in `folder`, staff it, serve it, and take it down afterwards."""
    origin = f"http://127.0.0.1:{port}"
    prepare(folder, EXAMPLE / "organisation.toml", (origin,))
    settings = replace(config.load(folder), login_step_seconds=0.05, pace=pace or config.Pace())
    settings = replace(settings, organisation=replace(settings.organisation, **changes))
    clock = {"today": MONDAY}
    context = replace(open_context(settings), today=lambda: clock["today"])
    founding.found(context)
    people = {name: employ(name, role) for name, _, role in STAFF}
    signed = staff_it(context, people, MONDAY)
    watcher = Watcher(create_app(settings, context))
    server = make_server("127.0.0.1", port, watcher, threaded=True, request_handler=Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        with PAGES.on(MONDAY):
            yield LivingPortal(origin, context, watcher, people, signed, clock)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        context.close()
