"""What an asker's first visit costs: bytes on the wire, and time on a slow telephone.

Run as `python -m tests.bench.bench_pages`; prints one JSON object. Bytes are those that came from a portal
served as it is deployed (HTTP/1.1, without TLS), status lines and headers included, counted on the line itself.
The telephone is Chromium's own throttling: a processor four times slower, 1.6 Mbit/s and 150 ms (what
Lighthouse calls slow 4G); its times come from Chromium's trace. A page is usable when its first field or button
is; interactive when it is usable and the main thread is quiet.
"""

from __future__ import annotations

import gzip
import json
import shutil
import socket
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from portal.commands.init import EXAMPLE, prepare
from portal.config import load
from portal.services.context import open_context
from portal.services.upkeep import founding
from tests.bench import trace
from tests.bench.wire import Wire, wire
from tests.browser import asker, living
from tests.portal.serving import serving

VISITS = 5
KILOBYTE = 1000
STATIC = Path(__file__).parents[2] / "portal" / "static"
PHONE: ViewportSize = {"width": 360, "height": 740}
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}


def weigh(browser: Browser, line: Wire, visit: Callable[[Page], None]) -> float:
    """kB that came over the line during a visit by somebody who was never here."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    before = line.received
    visit(page)
    page.wait_for_load_state("networkidle")
    context.close()
    return round((line.received - before) / KILOBYTE, 1)


def time_visit(browser: Browser, address: str, ready: str) -> dict[str, float]:
    """Milliseconds of one first visit on the slow telephone."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    browser.start_tracing(page=page, categories=trace.CATEGORIES)
    page.goto(address)
    page.wait_for_selector(ready)
    usable = page.evaluate("performance.now()")
    time.sleep(trace.QUIET_MS / 1000)
    timing = trace.read(browser.stop_tracing())
    context.close()
    return {
        "painted_ms": timing.painted,
        "usable_ms": usable,
        "interactive_ms": max(usable, timing.interactive),
    }


def middle(visits: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(one[name] for one in visits)) for name in visits[0]}


def packed(*patterns: str) -> float:
    """kB of these files, each gzipped as the server sends it."""
    files = [file for pattern in patterns for file in sorted(STATIC.glob(pattern))]
    return round(sum(len(gzip.compress(f.read_bytes(), 9, mtime=0)) for f in files) / KILOBYTE, 1)


def weights(browser: Browser, line: Wire, address: str) -> dict[str, float]:
    """kB of each visit: to the first page, to the first field, to the last look, and the whole way."""
    return {
        "first page": weigh(browser, line, lambda page: open_page(page, address, "h1")),
        "first page in French": weigh(
            browser, line, lambda page: open_page(page, f"{address}/fr", "h1")
        ),
        "asking, the page": weigh(
            browser, line, lambda page: open_page(page, f"{address}/ask", "textarea:enabled")
        ),
        "asking, with crypto": weigh(browser, line, lambda page: open_with_crypto(page, address)),
        "asking, with crypto, in a browser without X-Wing": weigh(
            browser, line, lambda page: open_with_crypto(page, address, own=False)
        ),
        "asking, until it is sent": weigh(browser, line, lambda page: ask(page, address)),
    }


def open_with_crypto(page: Page, address: str, *, own: bool = True) -> None:
    """The page, HPKE in it, and the worker that derives keys: all code that sealing a question runs.

    Where a browser has no X-Wing of its `own`, also the one that it then fetches.
    """
    open_page(page, f"{address}/ask", "textarea:enabled")
    for path in ("client/worker-argon2.js", *(() if own else ("ask/xwing.js",))):
        page.evaluate(f"fetch('/static/app/{path}').then((answer) => answer.arrayBuffer())")


def open_page(page: Page, address: str, ready: str) -> None:
    page.goto(address)
    page.wait_for_selector(ready)


def ask(page: Page, address: str) -> None:
    """A question without attachments under the six words that are offered, key derivation and sealing included."""
    asker.ask(page, address)


def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as web:
        port, behind = free_ports(2)
        folder = Path(name) / "data"
        staff(folder, port)
        browser = web.chromium.launch(executable_path=shutil.which("chromium"))
        with serving(folder, behind), wire(port, behind) as line:
            address = f"http://127.0.0.1:{port}"
            start, asking = (address, "h1"), (f"{address}/ask", "textarea:enabled")
            result: dict[str, Any] = {
                "kB": weights(browser, line, address),
                "first page, slow telephone": middle(
                    [time_visit(browser, *start) for _ in range(VISITS)]
                ),
                "asking, slow telephone": middle(
                    [time_visit(browser, *asking) for _ in range(VISITS)]
                ),
            }
        browser.close()
    return result | {
        "of which, kB gzipped": {
            "HPKE": packed("vendor/hpke.js"),
            "X-Wing, for browsers without": packed("vendor/xwing.js"),
            "Argon2id": packed("app/client/worker-argon2.js"),
            "words": packed("words/nl.txt"),
            "the page's script, HPKE included": packed("app/ask/ask.js"),
        }
    }


def staff(folder: Path, port: int) -> None:
    """An instance whose three members have real keys, so that a browser can seal to them."""
    prepare(folder, EXAMPLE / "organisation.toml", (f"http://127.0.0.1:{port}",))
    context = open_context(load(folder))
    founding.found(context)
    people = {name: living.employ(name, role) for name, _, role in living.STAFF}
    living.staff_it(context, people, date.today())  # noqa: DTZ011 - the server's own day
    context.close()


def free_ports(count: int) -> list[int]:
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))  # noqa: T201 - a script talks by printing
