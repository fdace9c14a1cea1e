"""Every vector once more in a real browser: its own X-Wing, and what its policies leave possible."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page

from portal.web.headers import ALWAYS, sealed_policy

ROOT = Path(__file__).parents[2]
FILES = sorted(path.relative_to(ROOT) for path in ROOT.glob("tests/vectors/*/*.json"))
CRYPTO = "/portal/static/js/crypto"

CHECK_ALL = """
async (file) => {
  const { check } = await import('/tests/js/vectors.js');
  const { parseWordList } = await import('/portal/static/js/crypto/words.js');
  const words = parseWordList(await (await fetch('/portal/static/words/nl.txt')).text());
  const vectors = await (await fetch(file)).json();
  const found = await Promise.all(vectors.map((vector) => check(vector, words)));
  return found.map((wrong, at) => `${vectors[at].name}: ${wrong ?? 'as expected'}`);
}
"""


class Repository(SimpleHTTPRequestHandler):
    """The files of the repository, under the headers of the sealed pages."""

    def do_GET(self) -> None:
        if self.path in ("/", "/favicon.ico"):
            self._give(b"<!doctype html><html lang=nl><title>Info</title>")
        else:
            super().do_GET()

    def _give(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in {**ALWAYS, "Content-Security-Policy": sealed_policy()}.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Repository, directory=ROOT)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_browser_agrees_with_every_vector(page: Page, origin: str, file: Path) -> None:
    page.goto(origin)
    found = page.evaluate(CHECK_ALL, f"/{file.as_posix()}")
    assert found
    assert [line for line in found if not line.endswith(": as expected")] == []


def test_the_browser_uses_its_own_x_wing(page: Page, origin: str) -> None:
    page.goto(origin)
    assert page.evaluate(f"async () => (await import('{CRYPTO}/hpke.js')).isNative()")


def test_the_browser_lacks_nothing(page: Page, origin: str) -> None:
    page.goto(origin)
    assert page.evaluate(f"async () => (await import('{CRYPTO}/capability.js')).lacks()") == []


@pytest.mark.parametrize(
    ("lack", "without"),
    [
        ("wasm", "delete globalThis.WebAssembly"),
        ("wasm", "WebAssembly.instantiate = async () => { throw new Error('no') }"),
        ("workers", "delete globalThis.Worker"),
        (
            "signatures",
            "SubtleCrypto.prototype.generateKey = async () => { throw new Error('no') }",
        ),
        ("drawing", "delete globalThis.createImageBitmap"),
        ("crypto", "delete SubtleCrypto.prototype.deriveBits"),
    ],
)
def test_it_tells_what_a_browser_lacks(page: Page, origin: str, lack: str, without: str) -> None:
    page.add_init_script(without)
    page.goto(origin)
    lacks = page.evaluate(f"async () => (await import('{CRYPTO}/capability.js')).lacks()")
    assert lacks == [lack]
