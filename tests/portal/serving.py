"""The portal as it really runs: `adviespunt serve` in a process of its own."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

STARTING_SECONDS = 60
PROGRAM = "from portal.cli import main; main()"


class Served:
    """A running server; `call` opens a connection of its own each time."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port

    def call(self, method: str, path: str, body: Any = None, cookie: str = "") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            return call_on(connection, method, path, body, cookie)[:2]
        finally:
            connection.close()

    def kill(self) -> None:
        """End the master and its workers at once, with no chance to finish."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def call_on(
    connection: http.client.HTTPConnection,
    method: str,
    path: str,
    body: Any = None,
    cookie: str = "",
    headers: Mapping[str, str] = MappingProxyType({}),
) -> tuple[int, bytes, str]:
    """Status, body and cookie of one call."""
    sent = {"Sec-Fetch-Site": "same-origin", "Cookie": cookie, **headers}
    data: bytes | None = None
    if isinstance(body, bytes):
        data, sent["Content-Type"] = body, "application/octet-stream"
    elif body is not None:
        data, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
    connection.request(method, f"/api/v1{path}", data, sent)
    answer = connection.getresponse()
    given = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    return answer.status, answer.read(), given


@contextmanager
def serving(data: Path, port: int, workers: int = 2, program: str = PROGRAM) -> Iterator[Served]:
    """Serve the instance in this folder; ended at the end, whatever happened to it."""
    command = [
        sys.executable, "-c", program, "serve", "--data", str(data),
        "--bind", f"127.0.0.1:{port}", "--workers", str(workers),
    ]  # fmt: skip
    log = (data / "serve.log").open("wb")
    process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    served = Served(process, port)
    try:
        _wait_for(served)
        yield served
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(30)
        log.close()


def _wait_for(served: Served) -> None:
    end = time.monotonic() + STARTING_SECONDS
    while served.process.poll() is None and time.monotonic() < end:
        try:
            served.call("GET", "/organisation")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not start")
