"""`adviespunt upgrade`: bring the database to this release."""

from __future__ import annotations

from pathlib import Path

import click

from portal.commands import options
from portal.services.upkeep import upgrading


@click.command("upgrade")
@options.data
def command(data: Path) -> None:
    """Run the migrations that are due; a failed one leaves everything as it was."""
    with options.instance(data) as context:
        if upgrading.is_current(context.database):
            click.echo("The database is up to date.")
            return
        upgrading.upgrade(context.database)
        click.echo("The database was brought up to date.")
