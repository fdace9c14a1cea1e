"""Showing the sheets to one person: a server on loopback, for one address that nobody can guess.

Pages are pictures on a canvas; there is no address of a file, nothing is written, nothing is kept.
"""

from __future__ import annotations

import html
import secrets
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Lock
from typing import Any

from portal.assisted.archive import drawing
from portal.assisted.archive.opened import ArchiveUnreadable, OpenedArchive
from portal.assisted.archive.pixels import Pixels

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
FILES = {"viewer.js": "text/javascript", "viewer.css": "text/css"}


class Viewer:
    """What can be asked for: `GET /<token>/`, `/<token>/<case>/<sheet>`."""

    def __init__(self, archive: OpenedArchive, today: date, pixels: Pixels) -> None:
        self.token = secrets.token_urlsafe(32)
        self._archive, self._today, self._pixels = archive, today, pixels
        self._one_at_a_time = Lock()

    def answer(self, path: str) -> tuple[str, bytes] | None:
        """Media type and bytes of what stands at a path; None for anything else."""
        token, _, rest = path.removeprefix("/").partition("/")
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return None
        if not rest:
            return "text/html; charset=utf-8", self._index()
        if rest in FILES:
            return FILES[rest], files(__package__).joinpath(rest).read_bytes()
        return self._sheet(rest)

    def _sheet(self, rest: str) -> tuple[str, bytes] | None:
        case, _, number = rest.partition("/")
        if not (case.isdecimal() and number.isdecimal()) or int(case) >= len(self._archive):
            return None
        with self._one_at_a_time:
            try:
                opened = self._archive.case(int(case))
                return "image/png", drawing.sheet(opened, int(number), self._today, self._pixels)
            except ArchiveUnreadable:
                return None

    def _index(self) -> bytes:
        rows = "".join(
            f'<li><button type="button" data-case="{number}" data-sheets="{self._count(number)}">'
            f"{html.escape(name)}</button></li>"
            for number, name in enumerate(self._archive.names)
        )
        page = files(__package__).joinpath("viewer.html").read_text("utf-8")
        page = page.replace("@YEAR@", str(self._archive.year)).replace("@CASES@", rows)
        return page.encode()

    def _count(self, case: int) -> int:
        """How many sheets; none for a case that does not hold."""
        try:
            return drawing.count(self._archive.case(case))
        except ArchiveUnreadable:
            return 0


def server(viewer: Viewer) -> ThreadingHTTPServer:
    """A server on a free port of loopback; the caller serves and closes it."""

    class Handler(BaseHTTPRequestHandler):
        server_version = "archive"
        sys_version = ""

        def do_GET(self) -> None:
            answer = viewer.answer(self.path) if self._is_asked_here() else None
            self.send_response(200 if answer else 404)
            media, body = answer or ("text/plain; charset=utf-8", b"Hier staat niets.")
            for name, value in {**HEADERS, "Content-Type": media}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _is_asked_here(self) -> bool:
            # Another name for loopback would be a page of somebody else's (DNS rebinding).
            return self.headers.get("Host", "").partition(":")[0] == "127.0.0.1"

        def log_message(self, *_: Any) -> None:
            """Nothing is logged."""

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)
