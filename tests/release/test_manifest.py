"""The manifest: true to what is served, and within the rules of WEBCAT."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from portal.release.errors import BadManifest
from portal.release.making import make
from portal.release.manifest import Manifest, own_bytes

ROOT = Path(__file__).parents[2]
MANIFEST = Manifest.read(own_bytes())
HASH = re.compile(r"[A-Za-z0-9_-]{43}")
SOURCE = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
# freedomofpress/webcat-spec, csp.md, section 2.
ALLOWED = {
    "script-src": {"'none'", "'self'", "'wasm-unsafe-eval'"},
    "style-src": {"'none'", "'self'"},
    "worker-src": {"'none'", "'self'"},
    "object-src": {"'none'"},
}


def test_it_is_written_anew_from_the_same_bytes() -> None:
    assert make().write().encode() == own_bytes()


def test_it_lists_every_file_that_could_be_asked_for() -> None:
    static = {
        f"/static/{path.relative_to(ROOT / 'portal/static')}"
        for path in (ROOT / "portal/static").rglob("*.js")
    }
    assert static < MANIFEST.files.keys()
    assert {"/", "/fr", "/en/ask", "/staff", "/index.html"} < MANIFEST.files.keys()


@pytest.mark.parametrize("policy", sorted({MANIFEST.default_csp, *MANIFEST.extra_csp.values()}))
def test_every_policy_is_one_that_webcat_takes(policy: str) -> None:
    assert "," not in policy
    rules = {name: values for name, *values in (rule.split() for rule in policy.split(";"))}
    assert rules["default-src"] == ["'none'"]
    for name, allowed in ALLOWED.items():
        assert all(value in allowed or SOURCE.fullmatch(value) for value in rules.get(name, []))


def test_it_has_what_webcat_asks_of_a_manifest() -> None:
    manifest = json.loads(own_bytes())["manifest"]
    assert manifest["app"].startswith("https://")
    assert f"/{manifest['default_index']}" in manifest["files"]
    assert manifest["default_fallback"] in manifest["files"]
    hashes = [*manifest["files"].values(), *manifest["wasm"]]
    assert all(HASH.fullmatch(value) for value in hashes)


WATCHED = """
import { createHash } from 'node:crypto';
const seen = new Set();
for (const name of ['compile', 'instantiate']) {
  const own = WebAssembly[name];
  WebAssembly[name] = (code, ...more) => {
    if (!(code instanceof WebAssembly.Module)) {
      seen.add(createHash('sha256').update(new Uint8Array(code.buffer ?? code)).digest('base64url'));
    }
    return own.call(WebAssembly, code, ...more);
  };
}
const { argon2Here } = await import('./portal/static/js/crypto/kdf.js');
const { lacks } = await import('./portal/static/js/crypto/capability.js');
await argon2Here(new Uint8Array(8), new Uint8Array(16));
await lacks();
console.log(JSON.stringify([...seen].sort()));
"""


def test_it_names_every_webassembly_that_runs() -> None:
    node = Path(sys.executable).with_name("node")
    command = [str(node), "--input-type=module", "-e", WATCHED]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    assert json.loads(done.stdout) == sorted(MANIFEST.wasm)


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"[]",
        b"{}",
        b'{"manifest": {}, "answers": {}}',
        own_bytes().replace(b'"part.css": {', b'"part.nothing": {'),
        own_bytes().replace(b'"wasm"', b'"wasp"'),
    ],
)
def test_what_is_no_manifest_is_refused(untrusted: bytes) -> None:
    with pytest.raises(BadManifest):
        Manifest.read(untrusted)
