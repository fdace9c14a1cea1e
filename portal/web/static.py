"""Scripts, styles and words, served from memory: the same bytes for everybody."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort, request

from crypto.encoding import b64, sha256
from portal.web.packing import packed_response

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


@dataclass(frozen=True, slots=True)
class File:
    data: bytes
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
    return File(data, TYPES[path.suffix], b64(sha256(data)[:16]))


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
        response = packed_response(found.data, found.type)
    response.set_etag(found.etag, weak=True)
    response.vary.add("Accept-Encoding")
    # Kept, but asked about each time: a new release is seen at once.
    response.headers["Cache-Control"] = "no-cache"
    return response
