"""A server between a portal and its visitors that hands everything on, but for what it was told to change."""

from __future__ import annotations

import gzip
import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = tuple[tuple[str, str], ...]
OWN = frozenset(
    {"connection", "content-length", "content-encoding", "date", "server", "transfer-encoding"}
)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer on its way, unpacked."""

    status: int
    headers: Headers
    body: bytes

    def with_header(self, name: str, value: str) -> Given:
        return replace(self, headers=(*self.headers, (name, value)))

    def without(self, name: str) -> Given:
        kept = tuple(pair for pair in self.headers if pair[0].lower() != name.lower())
        return replace(self, headers=kept)

    def changing(self, name: str, old: str, new: str) -> Given:
        found = dict(self.headers)[name]
        assert old in found
        return self.without(name).with_header(name, found.replace(old, new))


Change = Callable[[Given, str], Given]
"""Takes the answer and the visitor's User-Agent."""


@dataclass
class Meddler:
    """`changes`: the change of each address. `instead`: an address whose answer comes in another's place."""

    port: int
    behind: int
    changes: dict[str, Change] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)

    def answer(self, path: str, agent: str, host: str) -> Given:
        inner = http.client.HTTPConnection("127.0.0.1", self.behind, timeout=60)
        inner.request("GET", self.instead.get(path, path), headers={"Host": host})
        got = inner.getresponse()
        headers = tuple(pair for pair in got.getheaders() if pair[0].lower() not in OWN)
        given = Given(got.status, headers, got.read())
        inner.close()
        change = self.changes.get(path)
        return change(given, agent) if change else given


@contextmanager
def meddling(port: int, behind: int) -> Iterator[Meddler]:
    meddler = Meddler(port, behind)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and body leave as one: two small writes wait for each other's receipt, 40 ms each time.
        wbufsize = -1

        def do_GET(self) -> None:
            given = meddler.answer(self.path, self.headers["User-Agent"], self.headers["Host"])
            packed = "gzip" in self.headers["Accept-Encoding"]
            body = gzip.compress(given.body) if packed else given.body
            self.send_response_only(given.status)
            for name, value in given.headers:
                self.send_header(name, value)
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", port), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield meddler
        finally:
            server.shutdown()
            thread.join()
