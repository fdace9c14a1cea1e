"""What two workers take: 50 clients at once, an hour's worth of requests, and up to 100,000 cases.

Run as `python -m tests.bench.bench_load [100 1000 10000 100000]`; prints one JSON object.

* The client shares the processors with the server, so it is made to cost little: one thread, raw
  sockets that stay open, requests sealed and written out beforehand; of an answer it reads the status
  and the length. What it costs still counts against the server (`client` is its share of a core).
* Cases are added by copying the rows of one that was really sent, under new ids, straight into the
  tables: same sizes, random places. Those can't be opened; what is read is really sent ones.
* `an hour`: every one of 1,200 people comes within the same hour, with 15 calls each: 18,000.
* `server ms` is the processor time of both workers for one request: what it costs whatever else the
  machine does; a core gives 1,000 of them a second.
* Memory is what `/proc/PID/status` calls VmRSS: all of a worker, shared libraries counted in full.
"""

from __future__ import annotations

import json
import os
import selectors
import socket
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crypto.encoding import b64, from_b64
from portal.config import load
from portal.services.context import Context, open_context
from portal.services.signing_in import visits
from portal.services.values import Actor
from tests.bench.bench_server import Instance, summary
from tests.bench.copies import copy_case
from tests.portal.serving import Served, serving

CLIENTS = 50
SIZES = (100, 1_000, 10_000, 100_000)
SUBMISSIONS, READS, WARM_UP = 1_000, 3_000, 100
READERS = 200
AN_HOUR = 1_200 * 15


# --- the client -----------------------------------------------------------------------------------


@dataclass
class Line:
    """One client: a connection, and the request that is on its way."""

    socket: socket.socket
    wanted: int
    began: float = 0.0
    read: bytearray = field(default_factory=bytearray)

    def send(self, request: bytes) -> None:
        self.began = time.perf_counter()
        self.socket.sendall(request)

    def is_answered(self) -> bool:
        """Read what is there; whether the answer is whole."""
        self.read += self.socket.recv(1 << 18)
        head, found, _ = self.read.partition(b"\r\n\r\n")
        if not found:
            return False
        assert int(head[9:12]) == self.wanted, bytes(self.read)
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        if len(self.read) < len(head) + 4 + length:
            return False
        self.read.clear()
        return True


@dataclass(frozen=True, slots=True)
class Driven:
    """Seconds of each request, of all together, and of the client's own processor."""

    each: Sequence[float]
    took: float
    busy: float

    def told(self) -> dict[str, float]:
        return summary(self.each) | {
            "a_second": round(len(self.each) / self.took, 1),
            "client": round(self.busy / self.took, 2),
        }


def drive(port: int, requests: Sequence[bytes], wanted: int, clients: int = CLIENTS) -> Driven:
    """Send all of them, each client the next one as soon as it has its answer."""
    waiting, seconds = iter(requests), []
    with selectors.DefaultSelector() as selector:
        began, busy = time.perf_counter(), time.process_time()
        for request in _first(waiting, clients):
            line = Line(socket.create_connection(("127.0.0.1", port), timeout=60), wanted)
            line.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(line.socket, selectors.EVENT_READ, line)
            line.send(request)
        while selector.get_map():
            for key, _ in selector.select():
                line = key.data
                if not line.is_answered():
                    continue
                seconds.append(time.perf_counter() - line.began)
                request = next(waiting, b"")
                if request:
                    line.send(request)
                else:
                    selector.unregister(line.socket)
                    line.socket.close()
        took, busy = time.perf_counter() - began, time.process_time() - busy
    return Driven(seconds, took, busy)


def _first(requests: Iterator[bytes], count: int) -> list[bytes]:
    return [request for _, request in zip(range(count), requests, strict=False)]


def written(method: str, path: str, body: Any = None, cookie: str = "") -> bytes:
    """A whole request, as a browser's call is written."""
    data = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} /api/v1{path} HTTP/1.1", "Host: localhost", "Sec-Fetch-Site: same-origin"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(data)}"]
    return "\r\n".join([*lines, "", ""]).encode() + data


# --- what is asked --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reader:
    """An asker who is signed in and has one question."""

    case: str
    cookie: str

    def requests(self) -> tuple[bytes, bytes]:
        return (
            written("GET", "/mailbox", cookie=self.cookie),
            written("GET", f"/cases/{self.case}", cookie=self.cookie),
        )


def reader(context: Context, path: str, body: dict[str, Any]) -> Reader:
    token, _ = visits.begin(context, Actor("mailbox", from_b64(body["mailbox"]["id"])))
    return Reader(path.rpartition("/")[2], f"session={b64(token)}")


def submissions(instance: Instance, count: int) -> list[bytes]:
    return [written("PUT", *instance.submission()) for _ in range(count)]


def reads(readers: Sequence[Reader], count: int, which: int) -> list[bytes]:
    made = [one.requests()[which] for one in readers]
    return [made[n % len(made)] for n in range(count)]


# --- what the workers weigh -----------------------------------------------------------------------


def weights(master: int) -> list[float]:
    """Megabytes of each worker."""
    return [round(_resident(child) / 1e6, 1) for child in _workers(master)]


def _workers(master: int) -> list[int]:
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return [int(child) for child in children]


def _resident(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    found = next(line for line in lines if line.startswith("VmRSS:"))
    return int(found.split()[1]) * 1024


def processor(master: int) -> float:
    """Seconds of processor that the workers have had, in user and in kernel."""
    ticks = 0
    for child in _workers(master):
        # After the name, which may hold spaces: fields 14 and 15 are utime and stime (proc(5)).
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


# --- the run --------------------------------------------------------------------------------------


def at_size(served: Served, instance: Instance, readers: Sequence[Reader]) -> dict[str, Any]:
    sealed = submissions(instance, SUBMISSIONS + WARM_UP)
    drive(served.port, sealed[:WARM_UP], 201)
    asked = {
        "sealed submissions": (sealed[WARM_UP:], 201),
        "mailbox reads": (reads(readers, READS, 0), 200),
        "case reads": (reads(readers, READS, 1), 200),
    }
    return {name: _cost(served, *one) for name, one in asked.items()}


def _cost(served: Served, requests: Sequence[bytes], wanted: int) -> dict[str, float]:
    before = processor(served.process.pid)
    told = drive(served.port, requests, wanted).told()
    spent = processor(served.process.pid) - before
    return told | {"server ms": round(spent * 1000 / len(requests), 2)}


def an_hour(port: int, instance: Instance, readers: Sequence[Reader]) -> dict[str, Any]:
    """One submission to fourteen reads, in rounds."""
    rounds, took = 6, 0.0
    for _ in range(rounds):
        took += drive(port, submissions(instance, AN_HOUR // 15 // rounds), 201).took
        took += drive(port, reads(readers, AN_HOUR * 7 // 15 // rounds, 0), 200).took
        took += drive(port, reads(readers, AN_HOUR * 7 // 15 // rounds, 1), 200).took
    return {"requests": AN_HOUR, "seconds": round(took, 1)}


def note(part: object) -> None:
    """Say what is known already: a busy machine takes its time for the rest."""
    print(json.dumps(part), file=sys.stderr, flush=True)  # noqa: T201 - a script talks by printing


def run(sizes: Sequence[int]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        folder = Path(name) / "data"
        instance = Instance(folder, port)
        told: dict[str, Any] = {"load before": os.getloadavg()[0], "clients": CLIENTS}
        with serving(folder, port) as served:
            sent = [instance.submission() for _ in range(READERS)]
            drive(port, [written("PUT", *one) for one in sent], 201, clients=8)
            context = open_context(load(folder))
            readers = [reader(context, *one) for one in sent]
            told["MB a worker, begun"] = weights(served.process.pid)
            note(told)
            for size in sizes:
                copy_case(context, size)
                told[f"{size} cases"] = at_size(served, instance, readers)
                note({size: told[f"{size} cases"]})
            told["an hour"] = an_hour(port, instance, readers)
            told["MB a worker, after an hour"] = weights(served.process.pid)
            context.close()
    return told | {"load after": os.getloadavg()[0]}


if __name__ == "__main__":
    chosen = [int(one) for one in sys.argv[1:]] or SIZES
    print(json.dumps(run(chosen), indent=1))  # noqa: T201 - a script talks by printing
