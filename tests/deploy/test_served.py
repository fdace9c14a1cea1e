"""The portal behind nginx, as really deployed: what a visit leaves behind."""

import http.client
import os
import re
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.deploy.conftest import (
    ENVIRONMENT,
    HOST,
    INSTANCE,
    rooted,
    run_command,
    short_folder,
    stage,
)

pytestmark = pytest.mark.needs_tool("nginx", "openssl")
CANARY = "kanarie-8f3a"
ADVIESPUNT = Path(sys.executable).with_name("adviespunt")
SECONDS_TO_START = 60


@dataclass(frozen=True, slots=True)
class Deployed:
    """An instance that is up. `said` is what its servers wrote to their standard error."""

    folder: Path
    port: int
    said: Path

    def ask(
        self, method: str, path: str, body: bytes | None = None, /, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Send a request by TLS; header names are written with _ for -."""
        context = ssl.create_default_context(cafile=self.certificate)
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=context)
        connection.sock = context.wrap_socket(
            socket.create_connection(("127.0.0.1", self.port)), server_hostname=HOST
        )
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {"Host": HOST} | named)
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found

    @property
    def certificate(self) -> str:
        return str(self.folder / f"etc/adviespunt/tls/{INSTANCE}/fullchain.pem")


def _wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while not path.exists():
        assert process.poll() is None, "the portal did not start"
        assert time.monotonic() < end, "the portal took too long to start"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def deployed() -> Iterator[Deployed]:
    with short_folder() as folder:
        yield from _serve(stage(folder))


def _serve(staged: Path) -> Iterator[Deployed]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free_port = int(probe.getsockname()[1])
    for path in [*(staged / "etc/nginx").rglob("*.conf"), *staged.rglob("deploy/nginx/pass.conf")]:
        text = rooted(path, staged).replace("listen [::]", "# listen [::]")
        text = text.replace("listen 443", f"listen 127.0.0.1:{free_port}")
        text = re.sub(r"listen 80( default_server)?;", rf"listen unix:{staged}/http.sock\1;", text)
        # Root's workers may read the test's folder; another account may not.
        path.write_text(text.replace("user www-data;", "user root;" if os.geteuid() == 0 else ""))
    for name in ("run/adviespunt", "run/adviespunt-nginx"):
        (staged / name).mkdir(parents=True)
    data = staged / "var/lib/adviespunt" / INSTANCE
    run_command(ADVIESPUNT, "init", "--data", data, "--origin", f"https://{HOST}")
    said = staged / "said"
    door = staged / f"run/adviespunt/{INSTANCE}.sock"
    with said.open("wb") as errors:
        serve: list[str | Path] = [
            ADVIESPUNT,
            "serve",
            "--data",
            data,
            "--bind",
            f"unix:{door}",
            "--workers",
            "1",
        ]
        portal = subprocess.Popen(serve, stdout=errors, stderr=errors, env=ENVIRONMENT)
        conf = staged / "etc/nginx/nginx.conf"
        front: list[str | Path] = ["nginx", "-c", conf, "-e", "/dev/null", "-g", "daemon off;"]
        proxy = subprocess.Popen(front, stdout=errors, stderr=errors, env=ENVIRONMENT)
        try:
            _wait_for(door, portal)
            yield Deployed(staged, free_port, said)
        finally:
            for process in (proxy, portal):
                process.terminate()
                process.wait(30)


def _traces(folder: Path, needle: bytes) -> list[str]:
    """Every file under a folder that holds these bytes, but what the portal itself serves."""
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and "releases" not in path.parts and needle in path.read_bytes()
    ]


def test_a_visit_leaves_nothing_behind(deployed: Deployed) -> None:
    told = {"User_Agent": CANARY, "Referer": f"https://{CANARY}.example/", "Cookie": f"x={CANARY}"}
    assert deployed.ask("GET", "/api/v1/organisation", None, **told)[0] == 200
    deployed.ask("GET", f"/{CANARY}?q={CANARY}", None, **told)
    deployed.ask("POST", f"/api/v1/{CANARY}", CANARY.encode() * 500_000, **told)
    deployed.ask(
        "POST",
        "/api/v1/mailbox/session",
        f'{{"{CANARY}":'.encode(),
        Content_Type="application/json",
    )
    assert _traces(deployed.folder, CANARY.encode()) == []
    assert b"127.0.0.1" not in deployed.said.read_bytes()


def test_no_line_of_the_servers_carries_a_time_of_day(deployed: Deployed) -> None:
    deployed.ask("GET", "/")
    deployed.ask("BREW", "/", b"x")
    assert re.search(rb"\d\d:\d\d", deployed.said.read_bytes()) is None


def test_another_name_gets_no_certificate(deployed: Deployed) -> None:
    context = ssl.create_default_context()
    with (
        socket.create_connection(("127.0.0.1", deployed.port)) as plain,
        pytest.raises(ssl.SSLError),
    ):
        context.wrap_socket(plain, server_hostname="elsewhere.example")


def test_another_host_behind_our_certificate_is_refused(deployed: Deployed) -> None:
    assert deployed.ask("GET", "/api/v1/organisation", Host="elsewhere.example")[0] in {400, 421}


def test_a_body_over_the_limit_is_refused_before_the_portal_sees_it(deployed: Deployed) -> None:
    status, headers, _ = deployed.ask(
        "POST", "/api/v1/mailbox/session", b"x", Content_Length=str(6 << 20)
    )
    assert status == 413
    assert "Content-Security-Policy" not in headers


def test_an_answer_names_no_server(deployed: Deployed) -> None:
    headers = deployed.ask("GET", "/")[1]
    assert headers.get("Server", "nginx") == "nginx"
    assert not {"X-Powered-By", "Via", "ETag"} & headers.keys()


OURS = b"Host: advies.example\r\n"
TWO_READINGS = {
    "two-lengths": b"GET / HTTP/1.1\r\n"
    + OURS
    + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "length-and-chunks": b"POST / HTTP/1.1\r\n"
    + OURS
    + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two-hosts": b"GET / HTTP/1.1\r\n" + OURS + b"Host: other.example\r\n\r\n",
    "no-host": b"GET / HTTP/1.1\r\n\r\n",
    "unknown-coding": b"POST / HTTP/1.1\r\n"
    + OURS
    + b"Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
    "long": b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n" + OURS + b"\r\n",
    "noise": b"\x16\x03\x01 not http at all\r\n\r\n",
}


@pytest.mark.parametrize("raw", TWO_READINGS.values(), ids=TWO_READINGS.keys())
def test_a_request_that_two_servers_could_read_in_two_ways_is_refused(
    deployed: Deployed, raw: bytes
) -> None:
    context = ssl.create_default_context(cafile=deployed.certificate)
    with (
        socket.create_connection(("127.0.0.1", deployed.port)) as plain,
        context.wrap_socket(plain, server_hostname=HOST) as sealed,
    ):
        sealed.settimeout(10)
        sealed.sendall(raw)
        first = sealed.recv(4096).split(b"\r\n")[0]
    assert re.fullmatch(rb"HTTP/1\.1 [45]\d\d .*", first)
