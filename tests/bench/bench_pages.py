"""What an asker's first visit costs: bytes on the wire, and time on a slow telephone.

Run as `python -m tests.bench.bench_pages`; prints one JSON object. Bytes are those that Chromium
received, headers included, from a portal served as it is deployed. The telephone is Chromium's own
throttling: a processor four times slower, 1.6 Mbit/s and 150 ms (what Lighthouse calls slow 4G).
"""

from __future__ import annotations

import gzip
import json
import shutil
import socket
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.bench.bench_server import Instance
from tests.portal.serving import serving

VISITS = 5
KILOBYTE = 1000
STATIC = Path(__file__).parents[2] / "portal" / "static"
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
PAINTS = """() => new Promise((resolve) => {
  const told = performance.getEntriesByName('first-contentful-paint');
  if (told.length) return resolve(told[0].startTime);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'first-contentful-paint') resolve(entry.startTime);
    }
  }).observe({ type: 'paint', buffered: true });
})"""


def received(session: CDPSession) -> list[float]:
    """A list to which the bytes of every answer are added as they come."""
    sizes: list[float] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    return sizes


def visit(browser: Browser, address: str, ready: str, *, slow: bool) -> dict[str, float]:
    """One first visit: kB, and milliseconds to the first paint and until `ready` can be used."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    sizes = received(session)
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    page.wait_for_selector(ready)
    usable = page.evaluate("performance.now()")
    painted = page.evaluate(PAINTS)
    page.wait_for_load_state("networkidle")
    context.close()
    return {"kB": sum(sizes) / KILOBYTE, "painted_ms": painted, "usable_ms": usable}


def middle(visits: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(one[name] for one in visits), 1) for name in visits[0]}


def asked(browser: Browser, address: str) -> float:
    """kB of a whole asking up to the wish for a generated passphrase, key derivation included."""
    context = browser.new_context()
    page = context.new_page()
    sizes = received(context.new_cdp_session(page))
    page.goto(f"{address}/ask")
    page.wait_for_selector("textarea:enabled")
    page.wait_for_load_state("networkidle")
    fetch_crypto(page)
    page.wait_for_load_state("networkidle")
    context.close()
    return round(sum(sizes) / KILOBYTE, 1)


def fetch_crypto(page: Page) -> None:
    """What sending needs besides: the code for HPKE where a browser lacks it, and Argon2id."""
    page.evaluate(
        """() => Promise.all(['/static/vendor/hpke.js', '/static/vendor/argon2id.js']
             .map((path) => fetch(path).then((answer) => answer.arrayBuffer())))"""
    )


def packed(*patterns: str) -> float:
    """kB of these files, each gzipped as the server sends it."""
    files = [file for pattern in patterns for file in sorted(STATIC.glob(pattern))]
    return round(sum(len(gzip.compress(f.read_bytes(), 9, mtime=0)) for f in files) / KILOBYTE, 1)


def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name, socket.socket() as probe, sync_playwright() as web:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        folder = Path(name) / "data"
        Instance(folder, port)
        browser = web.chromium.launch(executable_path=shutil.which("chromium"))
        with serving(folder, port):
            address = f"http://127.0.0.1:{port}"
            start, ask = (f"{address}/", "h1"), (f"{address}/ask", "textarea:enabled")
            result = {
                "first page": middle([visit(browser, *start, slow=False) for _ in range(VISITS)]),
                "first page, slow telephone": middle(
                    [visit(browser, *start, slow=True) for _ in range(VISITS)]
                ),
                "asking, slow telephone": middle(
                    [visit(browser, *ask, slow=True) for _ in range(VISITS)]
                ),
                "asking with crypto, kB": asked(browser, address),
            }
        browser.close()
    return result | {
        "crypto code, kB gzipped": packed(
            "js/crypto/*.js", "vendor/hpke.js", "vendor/argon2id.js", "js/client/worker-argon2.js"
        ),
        "of which vendor, kB gzipped": packed("vendor/hpke.js", "vendor/argon2id.js"),
    }


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))  # noqa: T201 - a script talks by printing
