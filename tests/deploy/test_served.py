"""The portal behind nginx, as really deployed: what a visit leaves behind."""

import http.client
import re
import socket
import ssl
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.attacks import MARK, answer_to, odd, two_readings
from tests.deploy.conftest import (
    ENVIRONMENT,
    HOST,
    INSTANCE,
    nginx_as_its_unit_starts_it,
    operators_settings,
    reload_nginx,
    rooted,
    run_command,
    short_folder,
    stage,
)
from tests.postgres import Postgres, running

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


@pytest.fixture
def postgresql() -> Iterator[Postgres]:
    """A server with the operator's settings and a log, in which a failing statement would be found."""
    settings = [f"{name}={value}" for name, value in operators_settings().items()]
    with running(*settings) as server:
        yield server


@pytest.fixture
def deployed_on_postgresql(postgresql: Postgres) -> Iterator[Deployed]:
    with short_folder() as folder:
        yield from _serve(stage(folder), "--database", postgresql.create("served"))


def _serve(staged: Path, *more: str) -> Iterator[Deployed]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free_port = int(probe.getsockname()[1])
    for path in [*(staged / "etc/nginx").rglob("*.conf"), *staged.rglob("deploy/nginx/pass.conf")]:
        text = rooted(path, staged).replace("listen [::]", "# listen [::]")
        text = text.replace("listen 443", f"listen 127.0.0.1:{free_port}")
        text = re.sub(
            r"listen 80( default_server)?;",
            rf"listen unix:{staged}/run/adviespunt-nginx/http.sock\1;",
            text,
        )
        path.write_text(text)
    for name in ("run/adviespunt", "run/adviespunt-nginx"):
        (staged / name).mkdir(parents=True)
    data = staged / "var/lib/adviespunt" / INSTANCE
    run_command(ADVIESPUNT, "init", "--data", data, "--origin", f"https://{HOST}", *more)
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
        front = nginx_as_its_unit_starts_it(staged)
        proxy = subprocess.Popen(front, stdout=errors, stderr=errors, env=ENVIRONMENT)
        try:
            _wait_for(door, portal)
            # systemd's socket is for the group of nginx; this one is for whoever nginx is here.
            door.chmod(0o666)
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


def _visit(deployed: Deployed) -> None:
    """Come with a canary in everything that a visit carries; a part of it is refused."""
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


def test_a_visit_leaves_nothing_behind(deployed: Deployed) -> None:
    _visit(deployed)
    assert _traces(deployed.folder, CANARY.encode()) == []
    assert b"127.0.0.1" not in deployed.said.read_bytes()


def test_on_postgresql_a_visit_leaves_nothing_in_its_data_or_its_log(
    deployed_on_postgresql: Deployed, postgresql: Postgres
) -> None:
    _visit(deployed_on_postgresql)
    failing = sql.SQL("SELECT {} FROM nothing").format(CANARY)
    with (
        psycopg.connect(f"host={postgresql.folder} user=test dbname=served") as db,
        pytest.raises(psycopg.errors.UndefinedTable),
    ):
        db.execute(failing)
    for folder in (postgresql.folder, deployed_on_postgresql.folder):
        assert _traces(folder, CANARY.encode()) == []
    assert b"127.0.0.1" not in deployed_on_postgresql.said.read_bytes()


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


def _shown(deployed: Deployed) -> str:
    """The certificate that a visitor gets, whoever signed it."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection(("127.0.0.1", deployed.port)) as plain,
        context.wrap_socket(plain, server_hostname=HOST) as line,
    ):
        return ssl.DER_cert_to_PEM_cert(line.getpeercert(binary_form=True) or b"").strip()


def test_a_renewed_certificate_is_served_after_a_reload(deployed: Deployed) -> None:
    """The new key is its owner's alone, as an ACME client leaves it."""
    certificate = Path(deployed.certificate)
    before = certificate.read_text().strip()
    key = certificate.with_name("privkey.pem")
    made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"]
    name = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    run_command("openssl", "req", "-x509", *made, *name, "-keyout", key, "-out", certificate)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert _shown(deployed) == before
    reload_nginx(deployed.folder)
    end = time.monotonic() + SECONDS_TO_START
    while _shown(deployed) == before:
        assert time.monotonic() < end, "the certificate of before is still served"
        time.sleep(0.05)
    assert _shown(deployed) == certificate.read_text().strip()


def test_an_acme_client_is_answered_before_there_is_a_certificate(deployed: Deployed) -> None:
    """As docs/operator.md has it: the certificate is still the one that install.sh laid down."""
    folder = deployed.folder / "var/lib/adviespunt-acme/.well-known/acme-challenge"
    folder.mkdir(parents=True)
    (folder / "token").write_text("token.thumbprint")
    told = []
    for path in ("/.well-known/acme-challenge/token", "/.well-known/acme-challenge/x", "/"):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(deployed.folder / "run/adviespunt-nginx/http.sock"))
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
            answer = http.client.HTTPResponse(line)
            answer.begin()
            told.append((answer.status, answer.getheader("Location"), answer.read()))
    assert told[0] == (200, None, b"token.thumbprint")
    assert (told[1][0], told[2][:2]) == (404, (301, f"https://{HOST}/"))


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


def _thrown(deployed: Deployed, raw: bytes) -> list[int]:
    """The statuses of all answers on one connection."""
    with _line(deployed) as line:
        return [int(one) for one in re.findall(rb"HTTP/1\.1 (\d{3}) ", answer_to(raw, line))]


@contextmanager
def _line(deployed: Deployed) -> Iterator[ssl.SSLSocket]:
    context = ssl.create_default_context(cafile=deployed.certificate)
    with (
        socket.create_connection(("127.0.0.1", deployed.port)) as plain,
        context.wrap_socket(plain, server_hostname=HOST) as sealed,
    ):
        yield sealed


@pytest.mark.parametrize("name", two_readings(HOST))
def test_a_request_that_two_servers_could_read_in_two_ways_is_refused(
    deployed: Deployed, name: str
) -> None:
    found = _thrown(deployed, two_readings(HOST)[name])
    assert len(found) <= 1
    # 501 and 505 are what HTTP has for a coding or a version that a server does not know.
    assert all(400 <= one < 500 or one in {501, 505} for one in found)


def test_what_no_browser_sends_gets_one_answer_and_leaves_nothing(deployed: Deployed) -> None:
    found = {name: _thrown(deployed, raw) for name, raw in odd(HOST).items()}
    assert {n: got for n, got in found.items() if len(got) > 1 or any(s >= 500 for s in got)} == {}
    assert _traces(deployed.folder, MARK.encode()) == []
    assert b"Traceback" not in deployed.said.read_bytes()


def test_those_who_send_slowly_keep_nobody_waiting_and_are_cut_off(deployed: Deployed) -> None:
    own = f"Host: {HOST}\r\n".encode()
    head = b"GET / HTTP/1.1\r\n" + own
    body = b"POST /plain/ask HTTP/1.1\r\n" + own + b"Content-Length: 1000\r\n\r\nx"
    with ExitStack() as open_lines:
        slow = [open_lines.enter_context(_line(deployed)) for _ in range(40)]
        for number, line in enumerate(slow):
            line.sendall(head if number % 2 else body)
        # More of them than the portal has threads, and none of them has reached it.
        assert deployed.ask("GET", "/api/v1/organisation")[0] == 200
        for line in slow:
            line.settimeout(60)
            assert b" 200 " not in _rest(line)
        assert deployed.ask("GET", "/api/v1/organisation")[0] == 200


def _hold(deployed: Deployed, open_lines: ExitStack, path: str, lines: int) -> list[ssl.SSLSocket]:
    """So many who send a body at this address and don't come to its end."""
    head = f"POST {path} HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 1000\r\n\r\nx".encode()
    slow = [open_lines.enter_context(_line(deployed)) for _ in range(lines)]
    for line in slow:
        line.sendall(head)
    # The next request is answered after these were counted.
    deployed.ask("GET", "/api/v1/organisation")
    return slow


def test_those_who_send_without_an_end_keep_nobody_from_reading(deployed: Deployed) -> None:
    with ExitStack() as open_lines:
        _hold(deployed, open_lines, "/plain/ask", 70)
        assert deployed.ask("GET", "/plain/ask")[0] == 200
        assert deployed.ask("GET", "/staff")[0] == 200
        # There is no room for more of them: no more memory goes there.
        assert deployed.ask("POST", "/plain/ask", b"x")[0] == 503


def test_only_a_few_send_a_whole_register_at_a_time(deployed: Deployed) -> None:
    path = "/api/v1/register/checkpoint"
    with ExitStack() as open_lines:
        _hold(deployed, open_lines, path, 4)
        assert deployed.ask("PUT", path, b"{}", Content_Type="application/json")[0] == 503
        assert deployed.ask("GET", path)[0] == 401
        assert deployed.ask("POST", "/plain/ask", b"x")[0] != 503
    too_long = {"Content_Length": str(6 * 1024 * 1024)}
    assert deployed.ask("PUT", "/api/v1/anything/checkpoint", b"", **too_long)[0] == 413


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE"])
@pytest.mark.parametrize("path", ["/plain/ask", "/api/v1/register/checkpoint"])
def test_who_only_reads_may_send_no_body_and_is_not_waited_for(
    deployed: Deployed, method: str, path: str
) -> None:
    head = f"{method} {path} HTTP/1.1\r\nHost: {HOST}\r\n".encode()
    for body in (b"Content-Length: 1000\r\n\r\nx", b"Transfer-Encoding: chunked\r\n\r\n"):
        with _line(deployed) as line:
            line.sendall(head + body)
            assert line.recv(4096).startswith(b"HTTP/1.1 413 ")
    with _line(deployed) as line:
        line.sendall(head + b"Content-Length: 0\r\n\r\n")
        assert b" 413 " not in line.recv(4096)


@pytest.mark.needs_tool("curl")
def test_nor_by_http_2_where_no_length_is_said(deployed: Deployed, tmp_path: Path) -> None:
    (tmp_path / "body").write_bytes(bytes(100_000))
    where = f"{HOST}:{deployed.port}"
    command = ["curl", "--silent", "--http2", "--cacert", deployed.certificate, "--output", "-"]
    command += ["--resolve", f"{where}:127.0.0.1", "--write-out", " %{http_version} %{http_code}"]
    command += ["--request", "GET", "--header", "Content-Length:", "--data-binary"]
    done = subprocess.run(
        [*command, f"@{tmp_path / 'body'}", f"https://{where}/plain/ask"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.split()[-2:] == ["2", "413"]


def _rest(line: ssl.SSLSocket) -> bytes:
    """What comes until the other side has had enough."""
    try:
        return line.recv(4096)
    except ConnectionError:
        return b""


def test_a_deployed_portal_is_what_the_release_says(deployed: Deployed) -> None:
    door = f"127.0.0.1:{deployed.port}"
    command: list[str | Path] = [ADVIESPUNT, "verify", f"https://{HOST}", "--connect", door, "--ca"]
    done = subprocess.run(
        [*command, deployed.certificate], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The same as the release" in done.stdout
