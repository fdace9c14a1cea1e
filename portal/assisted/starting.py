"""The first page: what this is, and what it means that the server seals here."""

from __future__ import annotations

from flask import Blueprint

from portal.assisted.visit import Answer, page


def add_to(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/", "start", start, strict_slashes=False)


def start() -> Answer:
    return page("start")
