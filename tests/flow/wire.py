"""Everything that goes over the line to the server, as it went, in both directions told apart."""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import dataclass

READ_BYTES = 65_536
# Where the server sees its visitors come from: a loopback address that nothing else here uses.
VISITOR_ADDRESS = "127.83.61.47"


@dataclass(frozen=True, slots=True)
class Request:
    """One request, byte for byte."""

    line: bytes
    head: bytes
    body: bytes

    @property
    def whole(self) -> bytes:
        return self.line + b"\r\n" + self.head + b"\r\n\r\n" + self.body

    @property
    def method(self) -> str:
        return self.line.split(b" ")[0].decode()

    @property
    def path(self) -> str:
        return self.line.split(b" ")[1].decode()


def requests_in(stream: bytes) -> list[Request]:
    """Take one connection's bytes apart; whatever does not parse fails the test that asks."""
    found = []
    while stream:
        top, separator, rest = stream.partition(b"\r\n\r\n")
        assert separator, f"a request without an end to its head: {top[:80]!r}"
        line, _, head = top.partition(b"\r\n")
        fields = {
            name.strip().lower(): value.strip()
            for name, _, value in (one.partition(b":") for one in head.split(b"\r\n"))
        }
        assert b"transfer-encoding" not in fields, "a body of unknown length"
        length = int(fields.get(b"content-length", b"0"))
        found.append(Request(line, head, rest[:length]))
        stream = rest[length:]
    return found


class Connection:
    """One visitor's connection, and ours to the server for it."""

    def __init__(self, visitor: socket.socket, upstream: int) -> None:
        self.sent = bytearray()
        self._visitor = visitor
        self._server = socket.create_connection(
            ("127.0.0.1", upstream), source_address=(VISITOR_ADDRESS, 0)
        )
        there = (self._visitor, self._server, self.sent)
        back = (self._server, self._visitor, None)
        self._threads = [threading.Thread(target=_pump, args=args) for args in (there, back)]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        for end in (self._visitor, self._server):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._visitor.close()
        self._server.close()


class Line:
    """A listener that hands everything on to `upstream` and keeps what visitors sent."""

    def __init__(self, upstream: int) -> None:
        self.upstream = upstream
        self._connections: list[Connection] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._accept)
        self._thread.start()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits in accept
        self._thread.join()
        self._listener.close()
        for connection in self._connections:
            connection.close()

    def requests(self) -> list[Request]:
        return [one for each in self._connections for one in requests_in(bytes(each.sent))]

    def _accept(self) -> None:
        while True:
            try:
                visitor, _ = self._listener.accept()
            except OSError:
                return  # closed: the test is over
            self._connections.append(Connection(visitor, self.upstream))


def _pump(source: socket.socket, sink: socket.socket, record: bytearray | None) -> None:
    with contextlib.suppress(OSError):  # one side went away, and the other will see it
        while data := source.recv(READ_BYTES):
            if record is not None:
                record += data
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
