"""The container file and the compose file, built and started with podman: `make containers`.

PostgreSQL, nginx and Python come from Debian's packages where no registry of images can be reached
(stand-ins.sh), so what is tried is this project's part: the build, the mounts, the rights, the sockets.
"""

from __future__ import annotations

import http.client
import io
import json
import os
import re
import secrets
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import NOT_RUN
from tests.deploy.conftest import DEPLOY, HOST, run_command
from tests.uploads import padded

HERE = Path(__file__).parent
COMPOSE = DEPLOY / "container/compose.yaml"
DATABASE = "postgresql+psycopg://adviespunt@/adviespunt?host=/run/postgresql"
SECONDS_TO_START = 120
PARTS = ("database", "portal", "proxy")


class Compose:
    """The three containers; `link` is what `init` printed."""

    def __init__(self, folder: Path) -> None:
        self.environment = {"ADVIESPUNT_HOST": HOST, "ADVIESPUNT_TLS": str(folder)}
        self.link = ""

    def __call__(self, *arguments: str, check: bool = True) -> str:
        command: list[str | Path] = [os.environ["ADVIESPUNT_COMPOSE"], "-f", COMPOSE, *arguments]
        return run_command(*command, check=check, **self.environment).stdout

    def inside(self, part: str, *command: str, check: bool = True) -> str:
        return run_command("podman", "exec", f"adviespunt_{part}_1", *command, check=check).stdout

    def wait_for(self, part: str) -> None:
        """Until the health check of its own says so."""
        end = time.monotonic() + SECONDS_TO_START
        name = f"adviespunt_{part}_1"
        while run_command("podman", "healthcheck", "run", name, check=False).returncode:
            assert time.monotonic() < end, f"{part} is not well"
            time.sleep(0.5)

    def ask(
        self, method: str, path: str, body: bytes = b"", /, **headers: str
    ) -> tuple[int, bytes]:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection(HOST, timeout=SECONDS_TO_START, context=context)
        line = socket.create_connection(("127.0.0.1", 443), timeout=SECONDS_TO_START)
        connection.sock = context.wrap_socket(line, server_hostname=HOST)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        found = answer.status, answer.read()
        connection.close()
        return found

    def wait_for_the_door(self) -> None:
        end = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                if self.ask("GET", "/")[0] == 200:
                    return
            except OSError:
                pass
            assert time.monotonic() < end, "nothing answers"
            time.sleep(0.5)


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compose]:
    if not os.environ.get("ADVIESPUNT_COMPOSE"):
        pytest.skip(f"{NOT_RUN}make containers")
    if not shutil.which("podman"):
        pytest.skip(f"{NOT_RUN}podman")
    folder = tmp_path_factory.mktemp("tls")
    folder.chmod(0o755)
    run_command(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-days", "2", "-subj", f"/CN={HOST}", "-keyout", folder / "privkey.pem",
        "-out", folder / "fullchain.pem",
    )  # fmt: skip
    # The account of the container has no name here; its private key is a test's own.
    (folder / "privkey.pem").chmod(0o644)
    made = Compose(folder)
    made("down", "--volumes", check=False)
    try:
        made("up", "--detach", "database")
        made.wait_for("database")
        told = made(
            "run", "--rm", "portal", "init", "--origin", f"https://{HOST}", "--database", DATABASE
        )
        made.link = told.strip().splitlines()[-1]
        made("up", "--detach")
        made.wait_for_the_door()
        yield made
    finally:
        made("down", "--volumes", check=False)


def test_it_is_founded_up_and_well(composed: Compose) -> None:
    assert composed.link.startswith(f"https://{HOST}/staff/setup#")
    composed.wait_for("portal")
    status, body = composed.ask("GET", "/api/v1/organisation")
    assert status == 200
    assert "name" in json.loads(body)


@pytest.mark.parametrize("part", PARTS)
def test_its_processes_have_no_rights(composed: Compose, part: str) -> None:
    status = composed.inside(part, "cat", "/proc/1/status")
    assert not re.search(r"^Uid:.*\b0\b", status, re.MULTILINE)
    assert set(re.findall(r"^Cap\w+:\s+(\w+)$", status, re.MULTILINE)) == {"0" * 16}
    assert re.search(r"^NoNewPrivs:\s+1$", status, re.MULTILINE)
    assert re.search(r"^Seccomp:\s+2$", status, re.MULTILINE)


@pytest.mark.parametrize("part", PARTS)
def test_its_root_cannot_be_written(composed: Compose, part: str) -> None:
    for place in ("/x", "/usr/x", "/opt/x", "/etc/x"):
        said = composed.inside(part, "sh", "-c", f"touch {place} 2>&1 || true")
        assert "Read-only file system" in said or "Permission denied" in said


@pytest.mark.parametrize("part", ["database", "portal"])
def test_it_has_no_network(composed: Compose, part: str) -> None:
    devices = composed.inside(part, "cat", "/proc/net/dev").splitlines()[2:]
    assert [line.partition(":")[0].strip() for line in devices] == ["lo"]


def test_the_cleaning_jail_holds_inside_it(composed: Compose) -> None:
    made = io.BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(made, "JPEG")
    sent = {"Content_Type": "application/octet-stream", "Sec_Fetch_Site": "same-origin"}
    status, body = composed.ask("POST", "/api/v1/clean", padded(made.getvalue()), **sent)
    assert status == 200, body
    assert b"RIFF" in body


def test_nothing_of_a_request_is_in_a_volume_or_a_log(composed: Compose) -> None:
    canary = f"kanarie{secrets.token_hex(8)}"
    sent = dict.fromkeys(("User_Agent", "Referer", "Cookie", "X_Forwarded_For"), canary)
    body = f'{{"locator": "{canary}", "login": "{canary}"}}'.encode()
    for path in ("/", "/ask", f"/{canary}", "/plain/"):
        composed.ask("GET", f"{path}?{canary}", b"", **sent)
    status = composed.ask(
        "POST", "/api/v1/mailbox/session", body, Content_Type="application/json", **sent
    )
    assert status[0] == 422
    composed.ask(
        "POST",
        "/api/v1/clean",
        padded(canary.encode() * 1000),
        Content_Type="application/octet-stream",
    )
    places = [run_command("podman", "logs", f"adviespunt_{part}_1", check=False) for part in PARTS]
    assert all(canary not in said.stdout + said.stderr for said in places)
    for volume in ("data", "door", "database", "database-door"):
        inspect = ("podman", "volume", "inspect", "--format", "{{.Mountpoint}}")
        folder = Path(run_command(*inspect, f"adviespunt_{volume}").stdout.strip())
        searched = subprocess.run(["grep", "-rl", canary, folder], capture_output=True, check=False)
        assert searched.stdout == b""
