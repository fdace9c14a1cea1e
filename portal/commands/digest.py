"""`adviespunt digest`: the day's notices; run once a day by a timer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from portal.commands import options
from portal.services.upkeep import notices


@click.command("digest")
@options.data
@click.option(
    "--try",
    "own_address",
    metavar="ADDRESS",
    help="Send the same words to ADDRESS instead, and say what the mail server has against it.",
)
def command(data: Path, own_address: str | None) -> None:
    """Mail each member for whom something waits, in the same words every day."""
    with options.instance(data) as context:
        if own_address:
            notices.try_out(context, own_address)
            click.echo("The mail server took it.")
            return
        sent = notices.send(context)
    # No numbers: how many were sent would tell how many have something.
    click.echo("Some notices could not be sent." if sent.failed else "Done.")
    sys.exit(1 if sent.failed else 0)
