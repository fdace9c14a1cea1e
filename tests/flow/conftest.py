"""A real portal for a journey: founded, served by gunicorn, and seen through a line that records."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from crypto.words import words_of
from portal.assisted.demo import files, zone
from portal.assisted.demo.clock import Clock, at, working_days_before
from portal.assisted.demo.kept import Login
from portal.commands import init
from portal.config import load, sessions_file
from portal.services.context import open_context
from portal.services.upkeep import founding
from tests.browser.conftest import complaints, make_page  # noqa: F401 - fixtures
from tests.flow.canaries import Canaries
from tests.flow.people import Story, Upload
from tests.flow.wire import Line

STARTS_WITHIN_SECONDS = 60


@dataclass(slots=True)
class Portal:
    """One instance at work. `folders` is everywhere it could write."""

    address: str
    data: Path
    line: Line
    staff: dict[str, Login]
    output: Path
    folders: tuple[Path, ...]


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    """A founded zone without questions, behind a recording line."""
    data, temporary = tmp_path / "data", tmp_path / "temporary"
    temporary.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = Line(listener.getsockname()[1])
        staff = _found(data, f"http://127.0.0.1:{line.port}")
        output = tmp_path / "output"
        server = _serve(data, listener, temporary, output)
    sessions = sessions_file(data).parent
    folders = (data, temporary, sessions)
    try:
        yield Portal(f"http://127.0.0.1:{line.port}", data, line, staff, output, folders)
    finally:
        line.close()
        server.send_signal(signal.SIGTERM)
        server.wait(STARTS_WITHIN_SECONDS)
        if sessions != data / "tmp":
            shutil.rmtree(sessions, ignore_errors=True)


def _found(data: Path, origin: str) -> dict[str, Login]:
    init.prepare(data, init.EXAMPLE / "organisation.toml", (origin,))
    real = open_context(load(data))
    # Founded on an earlier day, so that today's codes are not used up.
    context = at(real, Clock(working_days_before(real.today(), 3, real.calendar)))
    made = zone.found(context, founding.found(context))
    real.close()
    return {key: _login(one) for key, one in made.staff.items()}


def _login(one: zone.Played) -> Login:
    told = one.cast
    return Login(told.role, told.name, told.login, one.passphrase, one.totp, words_of(one.recovery))


def _serve(
    data: Path, listener: socket.socket, temporary: Path, output: Path
) -> subprocess.Popen[bytes]:
    """Gunicorn on a socket that listens already, so that nobody has to wait for it."""
    command = [sys.executable, "-c", "from portal.cli import main; main()", "serve"]
    command += ["--data", str(data), "--bind", f"fd://{listener.fileno()}", "--workers", "2"]
    with output.open("wb") as written:
        return subprocess.Popen(
            command,
            stdout=written,
            stderr=subprocess.STDOUT,
            pass_fds=[listener.fileno()],
            env={**os.environ, "TMPDIR": str(temporary)},
            cwd=Path(__file__).parents[2],
        )


@pytest.fixture
def story() -> Story:
    """A photo from a phone and a PDF, with everything in them that could tell."""
    words = Canaries()
    taken = datetime(2026, 3, 14, 15, 9)  # noqa: DTZ001 - as phones write it, without a zone
    photo = files.photo(taken, author=words.real_name, camera=words.exif)
    document = files.document(author=words.pdf_author)
    return Story(
        words,
        Upload(words.file_name, "image/jpeg", photo),
        Upload(words.document_name, "application/pdf", document),
    )
