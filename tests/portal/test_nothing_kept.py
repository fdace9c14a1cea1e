"""As really served: no address, header, path or body of any request is in a file or in the output."""

from __future__ import annotations

import http.client
import os
import socket
from pathlib import Path

from portal.config import load, sessions_file
from tests.portal.conftest import World
from tests.portal.serving import call_on, serving
from tests.uploads import padded

CANARY = "kanarie7f3a91"
HEADERS = {
    "User-Agent": f"{CANARY}-agent",
    "X-Forwarded-For": f"{CANARY}-address",
    "Referer": f"http://{CANARY}.example/",
    "Accept-Language": f"{CANARY}-language",
    "Cookie": f"session={CANARY}; other={CANARY}",
    "Adviespunt-Options": f'{{"password": "{CANARY}"}}',
}


def kept(folder: Path) -> bytes:
    """Every byte in the instance's folder, what the server said included, and its sessions."""
    places = [folder, sessions_file(folder).parent]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    names = "\n".join(str(path) for path in files).encode()
    return names + b"".join(path.read_bytes() for path in files)


def ask(port: int, method: str, path: str, body: bytes | None, **more: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body, {**HEADERS, **more})
    status = connection.getresponse().status
    connection.close()
    return status


def throw(port: int, raw: bytes) -> None:
    """Bytes that are no request, as they are."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(raw)
        line.shutdown(socket.SHUT_WR)
        while line.recv(4096):
            pass


def test_nothing_of_any_request_is_kept(world: World, free_port: int) -> None:
    folder = world.serve_at(free_port)
    json = {"Content-Type": "application/json"}
    octets = {"Content-Type": "application/octet-stream"}
    with serving(folder, free_port, workers=1) as served:
        for path in (
            "/",
            "/ask",
            "/plain/",
            f"/{CANARY}",
            f"/plain/{CANARY}",
            f"/static/{CANARY}.js",
        ):
            ask(free_port, "GET", f"{path}?{CANARY}", None)
        body = f'{{"locator": "{CANARY}", "login": "{CANARY}"}}'.encode()
        assert ask(free_port, "POST", "/api/v1/mailbox/session", body, **json) == 422
        assert ask(free_port, "POST", "/api/v1/staff/session", body, **json) == 422
        file = padded(f"{CANARY}\n".encode() * 99)
        assert ask(free_port, "POST", "/api/v1/clean", file, **octets) == 200
        assert ask(free_port, "PUT", f"/api/v1/cases/{CANARY}", body, **json) == 422
        assert ask(free_port, "GET", "/", None, Host=f"{CANARY}.example") == 421
        form = f"text={CANARY}&csrf_token={CANARY}".encode()
        ask(
            free_port,
            "POST",
            "/plain/ask",
            form,
            **{"Content-Type": "application/x-www-form-urlencoded"},
        )
        for raw in (
            f"GET /{CANARY} HTTP/9.9\r\n\r\n",
            f"{CANARY}\r\n\r\n",
            f"GET / HTTP/1.1\r\nHost: {CANARY}\r\nX {CANARY}: y\r\n\r\n",
            f"GET /{CANARY * 400} HTTP/1.1\r\nHost: x\r\n\r\n",
            f"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n{CANARY}",
            f"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {CANARY}\r\n\r\n",
        ):
            throw(free_port, raw.encode())
        connection = http.client.HTTPConnection("127.0.0.1", free_port, timeout=60)
        status, answer, _ = call_on(connection, "GET", "/organisation")
        connection.close()
        assert status == 200
        assert served.process.poll() is None
        found = kept(folder)
    found += kept(folder)
    assert CANARY.encode() not in found
    assert b"127.0.0.1 -" not in found
    assert CANARY.encode() not in answer


def test_an_upload_never_becomes_a_file(world: World, free_port: int) -> None:
    folder = world.serve_at(free_port)
    upload = (
        os.urandom(1024) + CANARY.encode() * 100_000
    )  # over a megabyte: werkzeug would spool it
    boundary = "grens"
    form = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{CANARY}.pdf"\r\n\r\n'.encode()
        + upload
        + f"\r\n--{boundary}--\r\n".encode()
    )
    with serving(folder, free_port, workers=1) as served:
        before = set((load(folder).data / "tmp").rglob("*"))
        opened: set[str] = set()
        line = socket.create_connection(("127.0.0.1", free_port), timeout=60)
        head = (
            f"POST /plain/ask HTTP/1.1\r\nHost: 127.0.0.1:{free_port}\r\n"
            f"Content-Type: multipart/form-data; boundary={boundary}\r\nContent-Length: {len(form)}\r\n\r\n"
        )
        line.sendall(head.encode() + form[:-10])
        for process in Path("/proc").glob("[0-9]*"):
            if _parent(process) == served.process.pid:
                opened |= _open_files(process)
        line.sendall(form[-10:])
        line.recv(65_536)
        line.close()
        assert set((folder / "tmp").rglob("*")) == before
    assert not any(
        "deleted" in name and "/tmp/" in name and "wgunicorn" not in name for name in opened
    )
    assert CANARY.encode() not in kept(folder)


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(") ")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def _open_files(process: Path) -> set[str]:
    found = set()
    for handle in (process / "fd").glob("*"):
        try:
            found.add(str(handle.readlink()))
        except OSError:
            continue
    return found
