"""`adviespunt restore`: a backup into an empty folder."""

from __future__ import annotations

from pathlib import Path

import click

from portal.commands import options
from portal.config import load
from portal.services.context import open_context
from portal.services.upkeep import copying, fleeting, upgrading
from portal.web import logs

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("restore")
@options.data
@click.option("--database", type=FILE, required=True, help="The database's copy.")
@click.option("--keyring", type=FILE, required=True, help="The keyring's copy.")
def command(data: Path, database: Path, keyring: Path) -> None:
    """Put both copies into DATA, which holds portal.toml and organisation.toml and no stores yet."""
    logs.configure()
    context = open_context(load(data))
    try:
        copying.restore(context.database, database)
        copying.restore(context.keyring, keyring)
        copying.require_pair(context)
        upgrading.upgrade(context.database)
        fleeting.make(context)
        click.echo("Restored. Questions whose key was destroyed since this copy stay shut.")
    finally:
        context.close()
