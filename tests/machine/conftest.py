"""One booted machine for the whole folder: Debian, systemd as first process, and what install.sh made of it."""

from __future__ import annotations

import json
import os
import secrets
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from portal.assisted.demo import files
from tests.browser.conftest import Complaints, PageMaker
from tests.browser.conftest import make_page as make_page_anywhere  # noqa: F401 - a fixture
from tests.chromium import QUIET, installed_chromium
from tests.conftest import NOT_RUN
from tests.flow.canaries import Canaries
from tests.flow.people import Story, Upload
from tests.machine.installing import ROOT, Installed, install, prepare
from tests.machine.virtual import Machine, accelerator, missing

FIGURES = ROOT / "build/machine.json"


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    boot = os.environ.get("ADVIESPUNT_MACHINE")
    if not boot:
        pytest.skip(f"{NOT_RUN}make machine")
    if missing():
        pytest.skip(NOT_RUN + ", ".join(missing()))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    machine = Machine(tmp_path_factory.mktemp("machine"), Path(boot), {port: 443})
    try:
        began = time.monotonic()
        prepare(machine)
        machine.power_on()
        up = time.monotonic()
        made = install(machine, port)
        made.figures.update(
            accelerator=accelerator(),
            seconds_to_boot=round(up - began),
            seconds_to_install=round(time.monotonic() - up),
        )
        yield made
        FIGURES.parent.mkdir(exist_ok=True)
        FIGURES.write_text(json.dumps(made.figures, indent=1) + "\n")
    finally:
        machine.cut_power()


@pytest.fixture(scope="session")
def browser(browser: Browser, installed: Installed) -> Iterator[Browser]:
    """A Chromium that finds the machine behind each of its names."""
    rules = ",".join(f"MAP {one.host} 127.0.0.1:{installed.port}" for one in installed.both)
    options = [*QUIET, f"--host-resolver-rules={rules}"]
    own = browser.browser_type.launch(executable_path=installed_chromium(), args=options)
    yield own
    own.close()


class _Complaints(Complaints):
    """Wrong words are answered with 404, of which Chromium tells when it pleases."""

    def append(self, line: str) -> None:
        if "/plain/again" not in line:
            super().append(line)


@pytest.fixture
def complaints() -> Complaints:
    return _Complaints()


@pytest.fixture
def make_page(make_page_anywhere: PageMaker) -> Callable[..., Any]:  # noqa: F811 - the fixture
    """The certificate is the one that install.sh begins with, which no browser knows."""
    return partial(make_page_anywhere, ignore_https_errors=True)


def new_story() -> Story:
    """A photo from a phone and a PDF, with everything in them that could tell; words of this run alone."""
    usual = Canaries()
    words = replace(usual, **{one.name: _marked(getattr(usual, one.name)) for one in fields(usual)})
    taken = datetime(2026, 3, 14, 15, 9)  # noqa: DTZ001 - as phones write it, without a zone
    photo = files.photo(taken, author=words.real_name, camera=words.exif)
    document = files.document(author=words.pdf_author)
    return Story(
        words,
        Upload(words.file_name, "image/jpeg", photo),
        Upload(words.document_name, "application/pdf", document),
    )


def _marked(text: str) -> str:
    mark = "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(10))
    stem, dot, ending = text.rpartition(".")
    return f"{stem}{mark}.{ending}" if dot and ending else f"{text} {mark}"
