"""`adviespunt sweep`: take away what was left behind; run it daily by a timer."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from portal.commands import options
from portal.services.upkeep import sweeping


@click.command("sweep")
@options.data
def command(data: Path) -> None:
    """Remove pages that no message named, keys without an owner, and sessions that ended."""
    with options.instance(data) as context:
        click.echo(json.dumps(asdict(sweeping.sweep(context))))
