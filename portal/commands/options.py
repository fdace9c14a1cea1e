"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from portal.config import load
from portal.services.context import Context, open_context
from portal.services.upkeep import fleeting
from portal.web import logs

data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="ADVIESPUNT_DATA",
    default=Path("var/data"),
    show_default=True,
    help="The folder that holds everything of the instance.",
)


@contextmanager
def instance(folder: Path) -> Iterator[Context]:
    """The instance in this folder, closed at the end."""
    logs.configure()
    context = open_context(load(folder))
    fleeting.make(context)
    try:
        yield context
    finally:
        context.close()
