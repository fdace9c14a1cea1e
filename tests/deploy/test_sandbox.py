"""The portal works under the rules of its unit: no network, a socket handed in, few system calls."""

import ctypes.util
import http.client
import io
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from tests.deploy.confined import NAMESPACES
from tests.deploy.conftest import DEPLOY, ENVIRONMENT, run_command, short_folder
from tests.uploads import padded

pytestmark = [
    pytest.mark.needs_tool("systemd-analyze", "systemd-socket-activate", "unshare"),
    pytest.mark.skipif(
        ctypes.util.find_library("seccomp") is None, reason="not run, needs libseccomp2"
    ),
]
ADVIESPUNT = Path(sys.executable).with_name("adviespunt")
UNIT = DEPLOY / "systemd/adviespunt@.service"
OFFICE = DEPLOY / "systemd/office/office.conf"
CONFINED = Path(__file__).with_name("confined.py")
BYTES = {"Content-Type": "application/octet-stream"}


class Door(http.client.HTTPConnection):
    """A connection to a portal behind a socket in the file system."""

    def __init__(self, path: Path) -> None:
        super().__init__("advies.example", timeout=90)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(90)
        self.sock.connect(str(self._path))


@contextmanager
def serving(folder: Path) -> Iterator[Path]:
    """Start the portal as its unit does; gives the socket."""
    data, door = folder / "data", folder / "door"
    run_command(ADVIESPUNT, "init", "--data", data, "--origin", "http://advies.example")
    # In a user namespace without a map even root is nobody, as with PrivateUsers=yes.
    alone = ["unshare", "--user", "--net"]
    command: list[str | Path] = [
        *alone, "systemd-socket-activate", "--listen", door, "--setenv=ADVIESPUNT_DATA",
        sys.executable, CONFINED, UNIT,
        ADVIESPUNT, "serve", "--workers", "1",
    ]  # fmt: skip
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            command, stdout=said, stderr=said, env=ENVIRONMENT | {"ADVIESPUNT_DATA": str(data)}
        )
        try:
            while not door.exists():
                assert process.poll() is None, (folder / "said").read_text()
            yield door
        finally:
            process.terminate()
            process.wait(60)


@pytest.fixture(scope="module")
def door() -> Iterator[Path]:
    with short_folder() as folder, serving(folder) as path:
        yield path


def ask(
    door: Path, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, bytes]:
    connection = Door(door)
    connection.request(method, path, body, BYTES if body else headers)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def _photo() -> bytes:
    made = io.BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(made, "JPEG")
    return made.getvalue()


def test_the_portal_starts_and_answers(door: Path) -> None:
    assert ask(door, "GET", "/")[0] == 200
    assert ask(door, "GET", "/api/v1/organisation")[0] == 200


def test_the_cleaning_jail_can_be_built_inside_the_sandbox(door: Path) -> None:
    status, body = ask(door, "POST", "/api/v1/clean", padded(_photo()))
    assert status == 200
    assert b"RIFF" in body


def test_what_cannot_be_cleaned_there_is_refused_and_breaks_nothing(door: Path) -> None:
    assert ask(door, "POST", "/api/v1/clean", padded(bytes(2000)))[0] == 422
    assert ask(door, "GET", "/")[0] == 200


def _inside(rules: str, script: str) -> str:
    """What a Python script prints under these rules, as a user who is not root."""
    alone = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--net"]
    done = run_command(
        *alone, sys.executable, CONFINED, rules, sys.executable, "-c", script, check=False
    )
    return done.stdout.strip()


OFFICE_AVAILABLE = (
    "from sanitizers.limits import DEFAULT; from sanitizers.office import Office;"
    "print(Office(DEFAULT).available)"
)


@pytest.mark.needs_tool("bwrap", "soffice")
def test_the_office_suites_world_can_be_made_with_its_own_rules_and_not_without() -> None:
    assert _inside(f"{UNIT},{OFFICE}", OFFICE_AVAILABLE) == "True"
    assert _inside(f"{UNIT}", OFFICE_AVAILABLE) == "False"


DRAWN_WITHOUT_A_NETWORK = (
    "from sanitizers.limits import DEFAULT; from sanitizers.office import Office, world;"
    "office = Office(DEFAULT);"
    "drawn = lambda: office.available and office.converted(b'een brief', 'txt', 'pdf')[:5].decode();"
    "print(world.without_network(), drawn());"
)


@pytest.mark.needs_tool("bwrap", "soffice")
def test_a_document_is_drawn_by_the_units_rules_in_its_own_empty_network() -> None:
    """The suite gets no network of its own there: the unit has none, and allows none to be made."""
    assert _inside(f"{UNIT},{OFFICE}", DRAWN_WITHOUT_A_NETWORK) == "True %PDF-"


@pytest.mark.needs_tool("bwrap", "soffice")
def test_the_suite_that_waits_for_documents_needs_no_network_of_its_own_either(
    tmp_path: Path,
) -> None:
    """By those rules of the unit that are about networks; for the others this needs a real account."""
    both = UNIT.read_text() + OFFICE.read_text()
    kept = re.findall(r"^Restrict(?:Namespaces|AddressFamilies)=.*$", both, re.MULTILINE)
    assert len(kept) == 3
    rules = tmp_path / "rules"
    rules.write_text("\n".join(kept))
    waiting = "office.warm.started(); print(drawn(), office.warm.ready() is not None)"
    alone = ["unshare", *([] if os.geteuid() == 0 else ["--user", "--map-current-user"]), "--net"]
    script = [sys.executable, "-c", DRAWN_WITHOUT_A_NETWORK + waiting]
    done = run_command(*alone, sys.executable, CONFINED, rules, *script, check=False)
    assert done.stdout.split() == ["True", "%PDF-", "%PDF-", "True"]


@pytest.mark.parametrize(
    ("kind", "made"), [("user", True), ("net", False), ("uts", False), ("cgroup", False)]
)
def test_the_office_suites_rules_open_no_namespace_that_it_does_not_need(
    kind: str, made: bool
) -> None:
    flag = NAMESPACES[kind] | NAMESPACES["user"]
    script = f"import ctypes; print(ctypes.CDLL(None).unshare({flag}) == 0)"
    assert _inside(f"{UNIT},{OFFICE}", script) == str(made)
