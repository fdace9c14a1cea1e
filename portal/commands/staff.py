"""`adviespunt staff list`: who is a member, as the newest directory has it."""

from __future__ import annotations

from pathlib import Path

import click

from portal.commands import options
from portal.services.keeping import directory


@click.group("staff")
def command() -> None:
    """Look at the members of staff; only facilitators can change them, in their browser."""


@command.command("list")
@options.data
def list_members(data: Path) -> None:
    """One line a member: role, whether active, name, function."""
    with options.instance(data) as context, context.database.read() as db:
        current = directory.current(db)
    if current is None:
        click.echo("Nobody yet: the first facilitator has not used the one-time link.")
        return
    for member in current.parsed.content.members:
        state = "active" if member.active else "left"
        click.echo(f"{member.role:12} {state:7} {member.name} ({member.function})")
