"""Serving the shells."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import cache

from flask import Blueprint, Response, request

from portal.pages.parts import import_map
from portal.pages.shells import LANGUAGES, SHELLS, Shell, address, render
from portal.web import headers
from portal.web.static import source_hash


def make_blueprint() -> Blueprint:
    """Every shell in every language, at an address of its own."""
    blueprint = Blueprint("pages", __name__)
    for shell in SHELLS:
        for language in LANGUAGES:
            blueprint.add_url_rule(
                address(shell.path, language),
                endpoint=f"{shell.name}-{language}",
                view_func=_view(shell, language),
                methods=["GET"],
                strict_slashes=False,
            )
    return blueprint


def _view(shell: Shell, language: str) -> Callable[[], Response]:
    return lambda: _answer(shell, language)


def _answer(shell: Shell, language: str) -> Response:
    # Nothing in a shell is secret or chosen by anybody, so packing it tells an onlooker nothing.
    packed = request.accept_encodings["gzip"] > 0
    body = _gzipped(shell, language) if packed else render(shell, language)
    response = Response(body, content_type="text/html; charset=utf-8")
    response.vary.add("Accept-Encoding")
    response.headers["Content-Security-Policy"] = policy_of(shell)
    response.headers["Integrity-Policy"] = headers.INTEGRITY_POLICY
    if packed:
        response.content_encoding = "gzip"
    return response


@cache
def policy_of(shell: Shell) -> str:
    """As the other sealed answers', and the one thing that stands in the page itself."""
    return headers.sealed_policy(source_hash(import_map(shell.name).encode()))


@cache
def _gzipped(shell: Shell, language: str) -> bytes:
    return gzip.compress(render(shell, language), 9, mtime=0)
