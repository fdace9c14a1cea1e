"""Fetching from a live site as a browser would, and keeping every byte and header of the answer."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import brotli

from portal.release.errors import NotChecked, Unreachable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SECONDS: Final = 30  # between two bytes
WHOLE_SECONDS: Final = 120  # of one answer
LARGEST: Final = 8 << 20  # bytes; nothing of a release comes near it
DEFAULT_PORTS: Final = (80, 443)  # without and with TLS
INSECURE: Final = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody as a server sees them. A server that shows some people another page must tell them apart."""

    name: str
    headers: Mapping[str, str]


VISITORS = (
    Visitor(
        "Chrome on a phone",
        MappingProxyType(
            {
                "User-Agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
                "Chrome/156.0.0.0 Mobile Safari/537.36",
                "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "Accept-Encoding": "gzip, deflate, br, zstd",
                "Accept-Language": "nl-BE,nl;q=0.9,fr;q=0.8",
            }
        ),
    ),
    Visitor(
        "Tor Browser",
        MappingProxyType(
            {
                "User-Agent": "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Accept": "*/*",
                "Accept-Encoding": "identity",
                "Accept-Language": "en-US,en;q=0.5",
            }
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came. `headers` keeps doubles and order; `body` is unpacked."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """A site by its address. `ca`: authorities to trust besides the machine's; `door`: where to connect instead."""

    origin: str
    ca: str | None = None
    door: tuple[str, int] | None = None

    @property
    def is_tls(self) -> bool:
        return urlsplit(self.origin).scheme == "https"

    def connect(self) -> _Connection:
        """One connection, for any number of questions. Raise `NotChecked` for an address that proves nothing."""
        parts = urlsplit(self.origin)
        host = parts.hostname
        if not host or parts.scheme not in {"http", "https"} or parts.path not in {"", "/"}:
            raise NotChecked("Give the address of a site, such as https://advies.example")
        if not self.is_tls and host not in INSECURE and not host.endswith(".onion"):
            raise NotChecked(
                "Without https anybody on the way can change the answers: nothing would be proven."
            )
        return _Connection(host, parts.port or DEFAULT_PORTS[self.is_tls], self)

    def open(self, host: str, port: int) -> socket.socket:
        """A socket to the site, its certificate checked; raise `Unreachable`."""
        try:
            plain = socket.create_connection(self.door or (host, port), timeout=SECONDS)
            if not self.is_tls:
                return plain
            return ssl.create_default_context(cafile=self.ca).wrap_socket(
                plain, server_hostname=host
            )
        except OSError as error:
            raise Unreachable(f"{self.origin} can't be reached: {error}") from error


class _Connection(http.client.HTTPConnection):
    """Opens itself again, by the same rules, whenever the server has had enough."""

    def __init__(self, host: str, port: int, site: Site) -> None:
        super().__init__(host, port, timeout=SECONDS)
        # Else the address of the request would name the port of https, which no browser does.
        self.default_port = DEFAULT_PORTS[site.is_tls]
        self.site = site
        self.end = 0.0  # when the answer must be whole, by the clock of `monotonic`
        self.response_class = self._in_time  # type: ignore[assignment]

    def connect(self) -> None:
        self.sock = self.site.open(self.host, self.port)

    def _in_time(self, sock: socket.socket, *more: Any, **named: Any) -> http.client.HTTPResponse:
        answer = http.client.HTTPResponse(sock, *more, **named)
        answer.fp = io.BufferedReader(_InTime(answer.fp.detach(), sock, self.end))
        return answer


class _InTime(io.RawIOBase):
    """Reads until a moment: the socket's own time is counted anew with every byte that drips in.

    It holds for whatever comes before an answer too, such as one "100 Continue" after another.
    """

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, end: float) -> None:
        super().__init__()
        self.raw, self.sock, self.end = raw, sock, end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        left = self.end - monotonic()
        if left <= 0:
            raise TimeoutError
        self.sock.settimeout(min(left, SECONDS))
        return self.raw.readinto(buffer)

    def close(self) -> None:
        self.raw.close()
        super().close()


def fetch(connection: _Connection, path: str, visitor: Visitor) -> Answer:
    """One answer, whatever its status. Raise `Unreachable` when it doesn't come whole, or not in time."""
    connection.end = monotonic() + WHOLE_SECONDS
    try:
        answer, body = _ask(connection, path, visitor)
    except TimeoutError as error:
        raise Unreachable(f"{path}: no whole answer in time") from error
    except (OSError, http.client.HTTPException) as error:
        raise Unreachable(f"{path}: no whole answer ({type(error).__name__})") from error
    if len(body) > LARGEST:
        raise Unreachable(f"{path}: an answer without end")
    return Answer(answer.status, tuple(answer.getheaders()), _unpacked(answer, body, path))


def _ask(
    connection: _Connection, path: str, visitor: Visitor
) -> tuple[http.client.HTTPResponse, bytes]:
    try:
        connection.request("GET", path, headers=dict(visitor.headers))
        answer = connection.getresponse()
    except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
        # A server may end a connection between two questions.
        connection.close()
        connection.request("GET", path, headers=dict(visitor.headers))
        answer = connection.getresponse()
    return answer, answer.read(LARGEST + 1)


def _unpacked(answer: http.client.HTTPResponse, body: bytes, path: str) -> bytes:
    try:
        match answer.getheader("Content-Encoding", "identity"):
            case "gzip":
                unpacking = zlib.decompressobj(wbits=31)
                whole, is_whole = unpacking.decompress(body, LARGEST), not unpacking.unconsumed_tail
            case "br":
                decoder = brotli.Decompressor()
                whole = decoder.process(body, output_buffer_limit=LARGEST)
                is_whole = decoder.is_finished()
            case _:
                return body
    except (zlib.error, brotli.error) as error:
        raise Unreachable(f"{path}: packed in a way that can't be unpacked") from error
    if not is_whole:
        raise Unreachable(f"{path}: an answer without end")
    return whole
