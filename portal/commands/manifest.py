"""`adviespunt manifest`: what this release serves, to be signed with it."""

from __future__ import annotations

import click

from portal.release.making import make


@click.command("manifest")
def command() -> None:
    """Print the manifest of what this release serves: every address, its SHA-256, policy and headers."""
    click.echo(make().write(), nl=False)
