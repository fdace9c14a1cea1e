"""Serving the shells."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response

from portal.pages.parts import import_map
from portal.pages.shells import LANGUAGES, SHELLS, Shell, address, render, render_nothing
from portal.web import headers
from portal.web.packing import packed_response
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
    return packed_response(render(shell, language), "text/html; charset=utf-8")


def nothing_here() -> Response:
    """For people at an address that is none; the same bytes at each, as a release lists them."""
    return Response(render_nothing(), 404, content_type="text/html; charset=utf-8")


def sealed_policy() -> str:
    """The policy of every shell: what stands in a shell itself is its import map."""
    return headers.sealed_policy(*(source_hash(import_map(one.name).encode()) for one in SHELLS))
