"""`adviespunt backup`: database and keyring, while the portal runs."""

from __future__ import annotations

from pathlib import Path

import click

from portal.commands import options
from portal.services.upkeep import copying

FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command("backup")
@options.data
@click.option("--database-to", type=FOLDER, required=True, help="Folder for the database's copy.")
@click.option("--keyring-to", type=FOLDER, required=True, help="Another folder, kept elsewhere.")
def command(data: Path, database_to: Path, keyring_to: Path) -> None:
    """Copy both stores. Keyring copies older than 30 days are overwritten and removed."""
    with options.instance(data) as context:
        for path in copying.back_up(context, database_to, keyring_to):
            click.echo(str(path))
