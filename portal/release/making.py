"""Writing the manifest: every address that is the same in all portals is asked of the app itself."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from types import MappingProxyType

from werkzeug.test import TestResponse

from crypto.encoding import b64, sha256
from portal.app import what_all_portals_serve
from portal.pages.shells import LANGUAGES, SHELLS, address
from portal.pages.views import INDEX, addresses, sealed_policy
from portal.release.manifest import Manifest
from portal.web import headers, static

# Where the project lives; whoever makes releases of it states its address here.
APP = "https://adviespunt.invalid/source"
MISSING = "/not-found"
# What depends on the connection, or says the size, the content and the address once more.
OF_THE_MOMENT = frozenset(
    {
        "connection",
        "content-encoding",
        "content-length",
        "content-security-policy",
        "date",
        "etag",
        "server",
    }
)
# hash-wasm carries its modules as text.
WASM = re.compile(rb'"(AGFzbQ[A-Za-z0-9+/]+={0,2})"')
# With this one a page tries whether the browser runs WebAssembly at all (crypto/capability.js).
SMALLEST_WASM = b"\0asm\1\0\0\0"
# What each portal answers by itself: only the headers are known, from an address below that holds nothing.
OTHERS: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        "api": ("/api/nothing", {"Content-Type": "application/json", "Vary": "Accept-Encoding"}),
        "plain": ("/plain/nothing", {"Content-Type": "text/html; charset=utf-8"}),
    }
)


def make() -> Manifest:
    """The manifest of what stands in this folder."""
    client = what_all_portals_serve().test_client()
    answers = {path: client.get(path) for path in _paths()}
    kinds = {path: _kind(path) for path in answers}
    described = {kinds[path]: _said(answer) for path, answer in answers.items()}
    for path, answer in answers.items():
        if _said(answer) != described[kinds[path]]:
            raise AssertionError(f"{path} has other headers than its kind")
    for kind, (path, differing) in OTHERS.items():
        described[kind] = _said(client.get(path)) | dict(differing)
    bodies = {path: answer.data for path, answer in answers.items()}
    return Manifest(
        app=APP,
        version=version("adviespunt"),
        default_csp=sealed_policy(),
        extra_csp=_policies(),
        default_index=INDEX,
        default_fallback=MISSING,
        files={path: b64(sha256(body)) for path, body in bodies.items()},
        wasm=tuple(sorted({b64(sha256(module)) for module in _wasm(bodies.values())})),
        headers=described,
        kinds=kinds,
    )


def _paths() -> Iterator[str]:
    for shell in SHELLS:
        for language in LANGUAGES:
            yield from addresses(shell, language)
    yield from (f"/static/{path}" for path in static.read_folder(static.STATIC))
    yield MISSING


def _kind(path: str) -> str:
    if path == MISSING:
        return "missing"
    if not path.startswith("/static/"):
        return "staff" if headers.is_for_staff(path) else "page"
    suffix = path.rpartition(".")[2]
    return f"worker.{suffix}" if headers.is_worker(path) else f"part.{suffix}"


def _said(answer: TestResponse) -> dict[str, str]:
    return {
        name: value for name, value in answer.headers.items() if name.lower() not in OF_THE_MOMENT
    }


def _policies() -> dict[str, str]:
    plain = {address("/plain", language): headers.PLAIN_CSP for language in LANGUAGES}
    return plain | {
        "/api/": headers.ANSWER_CSP,
        "/static/": headers.OF_PARTS["Content-Security-Policy"],
        headers.WORKERS: headers.WORKER_CSP,
    }


def _wasm(bodies: Iterable[bytes]) -> Iterator[bytes]:
    yield SMALLEST_WASM
    for body in bodies:
        for packed in WASM.findall(body):
            yield base64.b64decode(packed + b"=" * (-len(packed) % 4))
