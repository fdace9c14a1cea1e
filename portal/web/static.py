"""Scripts, styles and words, served from memory: the same bytes for everybody."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort, request

from crypto.encoding import b64, sha256

STATIC = Path(__file__).parent.parent / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
# Already packed as small as they get.
PACKED = frozenset({".ico", ".png", ".webp", ".woff2"})


@dataclass(frozen=True, slots=True)
class File:
    """One file, as it is and gzipped (None where that gains nothing)."""

    data: bytes
    gzipped: bytes | None
    type: str
    etag: str


def read_folder(folder: Path) -> Mapping[str, File]:
    """Every file that has a type, by its path inside the folder."""
    return {
        path.relative_to(folder).as_posix(): _read(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in TYPES
    }


def _read(path: Path) -> File:
    data = path.read_bytes()
    # No file name and no time in the gzip header: the same input gives the same bytes.
    gzipped = None if path.suffix in PACKED else gzip.compress(data, 9, mtime=0)
    if gzipped and len(gzipped) >= len(data):
        gzipped = None
    return File(data, gzipped, TYPES[path.suffix], b64(sha256(data)[:16]))


@cache
def integrity(path: str) -> str:
    """The hash of a file under /static/, as `integrity` attributes hold it."""
    return source_hash((STATIC / path).read_bytes())


def source_hash(content: bytes) -> str:
    """A hash as Subresource Integrity and Content-Security-Policy write it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def install(app: Flask) -> None:
    """`/static/<path>` from a folder that is read once."""
    files = read_folder(STATIC)
    app.jinja_env.globals["integrity"] = integrity

    def serve(filename: str) -> Response:
        found = files.get(filename)
        if found is None:
            abort(404)
        return _answer(found)

    # Not by `app.get`: that is the API's, which hands paths over as models.
    app.add_url_rule("/static/<path:filename>", "static", serve)


def _answer(found: File) -> Response:
    if request.if_none_match.contains_weak(found.etag):
        response = Response(status=304)
    else:
        packed = found.gzipped if request.accept_encodings["gzip"] > 0 else None
        response = Response(packed or found.data, content_type=found.type)
        if packed:
            response.headers["Content-Encoding"] = "gzip"
    response.set_etag(found.etag, weak=True)
    response.headers["Vary"] = "Accept-Encoding"
    # Kept, but asked about each time: a new release is seen at once.
    response.headers["Cache-Control"] = "no-cache"
    return response
