"""Pages to read: what this is, what it means that the server seals here, and where else to go."""

from __future__ import annotations

from flask import Blueprint

from portal.assisted.showing import show_signpost
from portal.assisted.visit import Answer, here, language, page
from portal.drawings import drawing


def add_to(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/", "start", start, strict_slashes=False)
    blueprint.add_url_rule("/where", "where", where)
    blueprint.add_url_rule("/how", "how", how)


def start() -> Answer:
    return page("start")


def where() -> Answer:
    """Every question and every place at once: what somebody opens is sent nowhere."""
    return page("where", first=show_signpost(here().context, language()))


def how() -> Answer:
    return page("how", picture=drawing("anonymity"))
