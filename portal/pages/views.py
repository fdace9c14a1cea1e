"""Serving the shells."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response

from portal.pages.shells import LANGUAGES, SHELLS, Shell, address, render


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
    return lambda: Response(render(shell, language), content_type="text/html; charset=utf-8")
