"""What really goes over the line: a forwarder between Chromium and the portal that counts bytes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class Wire:
    """Bytes so far: `received` from the portal (status lines and headers too), `sent` to it."""

    received: int = 0
    sent: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, name: str, size: int) -> None:
        with self.lock:
            setattr(self, name, getattr(self, name) + size)


@contextmanager
def wire(port: int, behind: int) -> Iterator[Wire]:
    """Forward a port to the one behind it."""
    counter = Wire()
    with socket.create_server(("127.0.0.1", port)) as server:
        threading.Thread(target=_accept, args=(server, behind, counter), daemon=True).start()
        yield counter
        # Accepting waits for ever: closing alone would not end it.
        server.shutdown(socket.SHUT_RDWR)


def _accept(server: socket.socket, behind: int, counter: Wire) -> None:
    with suppress(OSError):
        while True:
            near, _ = server.accept()
            far = socket.create_connection(("127.0.0.1", behind))
            for start, end, name in ((near, far, "sent"), (far, near, "received")):
                pump = (start, end, name, counter)
                threading.Thread(target=_pump, args=pump, daemon=True).start()


def _pump(start: socket.socket, end: socket.socket, name: str, counter: Wire) -> None:
    with suppress(OSError):
        while data := start.recv(65_536):
            counter.count(name, len(data))
            end.sendall(data)
    with suppress(OSError):
        end.shutdown(socket.SHUT_WR)
