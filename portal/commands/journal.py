"""`adviespunt journal verify`: whether every journal's lines still chain."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from crypto.encoding import b64
from portal.commands import options
from portal.services.errors import BrokenJournal
from portal.services.keeping import journal


@click.group("journal")
def command() -> None:
    """Look after the journals."""


@command.command("verify")
@options.data
def verify(data: Path) -> None:
    """Check each chain, print the head of the staff's, and say how many hold."""
    broken = held = 0
    with options.instance(data) as context, context.database.read() as db:
        for chain in journal.chains(db):
            try:
                head = journal.head(journal.lines(db, chain))
                held += 1
            except BrokenJournal as error:
                broken += 1
                click.echo(f"{b64(chain)}: {error}")
                continue
            if chain == journal.STAFF and head:
                click.echo(f"head of the staff's journal: {b64(head)}")
    click.echo(f"{held} journals hold, {broken} are broken")
    sys.exit(1 if broken else 0)
