"""`adviespunt clean`: clean files without a portal; the cleaner's own command does it all."""

from __future__ import annotations

import sys

import click

from sanitizers.command import main


@click.command("clean", context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Clean files into a folder; see `adviespunt clean --help`."""
    sys.exit(main(arguments, "adviespunt clean"))
