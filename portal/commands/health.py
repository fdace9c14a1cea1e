"""`adviespunt health`: numbers for monitoring, and no content."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from portal.commands import options
from portal.services.upkeep import wellbeing


@click.command("health")
@options.data
@click.option(
    "--backup-elsewhere", is_flag=True, help="Copies are made by other means: don't ask after them."
)
def command(data: Path, *, backup_elsewhere: bool) -> None:
    """Print JSON; exit 1 when something needs somebody."""
    with options.instance(data) as context:
        found = wellbeing.look(context, backup_elsewhere=backup_elsewhere)
    click.echo(json.dumps(found, indent=1))
    sys.exit(0 if found["well"] else 1)
