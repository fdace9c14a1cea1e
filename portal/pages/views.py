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

INDEX = "index.html"


def make_blueprint() -> Blueprint:
    """Every shell in every language, at an address of its own."""
    blueprint = Blueprint("pages", __name__)
    for shell in SHELLS:
        for language in LANGUAGES:
            for number, path in enumerate(addresses(shell, language)):
                blueprint.add_url_rule(
                    path,
                    endpoint=f"{shell.name}-{language}-{number}",
                    view_func=_view(shell, language),
                    methods=["GET"],
                    strict_slashes=False,
                )
    return blueprint


def addresses(shell: Shell, language: str) -> tuple[str, ...]:
    """Where a shell stands. The first page also by the name that WEBCAT has for the page of a folder."""
    own = address(shell.path, language)
    return (own, f"{own.rstrip('/')}/{INDEX}") if shell.path == "/" else (own,)


def _view(shell: Shell, language: str) -> Callable[[], Response]:
    return lambda: _answer(shell, language)


def _answer(shell: Shell, language: str) -> Response:
    # Nothing in a shell is secret or chosen by anybody, so packing it tells an onlooker nothing.
    packed = request.accept_encodings["gzip"] > 0
    body = _gzipped(shell, language) if packed else render(shell, language)
    response = Response(body, content_type="text/html; charset=utf-8")
    response.vary.add("Accept-Encoding")
    if packed:
        response.content_encoding = "gzip"
    return response


def sealed_policy() -> str:
    """The policy of every shell: what stands in a shell itself is its import map."""
    return headers.sealed_policy(*(source_hash(import_map(one.name).encode()) for one in SHELLS))


@cache
def _gzipped(shell: Shell, language: str) -> bytes:
    return gzip.compress(render(shell, language), 9, mtime=0)
