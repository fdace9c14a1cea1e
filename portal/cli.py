"""The `adviespunt` command: each subcommand is a module of `portal/commands`, loaded when called."""

from __future__ import annotations

import sys
from importlib import import_module
from types import MappingProxyType

import click

from portal.errors import PortalError

# Name → module that holds the click command `command`, and one line for the list.
COMMANDS = MappingProxyType(
    {
        "access-word": (
            "portal.commands.access_word",
            "Ask for a word before anything can be asked.",
        ),
        "archive": (
            "portal.commands.archive",
            "Read, split, destroy; finish what was interrupted.",
        ),
        "backup": ("portal.commands.backup", "Copy database and keyring, apart."),
        "clean": ("portal.commands.clean", "Clean files without a portal."),
        "demo": ("portal.assisted.demo.command", "Try the portal with a made-up organisation."),
        "digest": ("portal.commands.digest", "Send each member the day's notice."),
        "health": ("portal.commands.health", "Say how the instance is, as JSON."),
        "init": ("portal.commands.init", "Make a new instance."),
        "journal": ("portal.commands.journal", "Check the hash-chained journals."),
        "manifest": ("portal.commands.manifest", "Print the manifest of what this release serves."),
        "openapi": ("portal.commands.openapi", "Print the API's description."),
        "report": ("portal.commands.report", "Check a yearly report's file."),
        "restore": ("portal.commands.restore", "Put a backup into an empty folder."),
        "serve": ("portal.commands.serve", "Serve the portal."),
        "staff": ("portal.commands.staff", "List the members of staff."),
        "sweep": ("portal.commands.sweep", "Take away leftovers; run daily."),
        "upgrade": ("portal.commands.upgrade", "Bring the database to this release."),
        "verify": ("portal.commands.verify", "Compare a live site with a release."),
    }
)


class Lazy(click.Group):
    """A group that imports a subcommand only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=Lazy)
def group() -> None:
    """Run and look after an Adviespunt Integriteit."""


def main() -> None:
    """Entry point: faults of ours become one line, without a traceback."""
    try:
        group()
    except PortalError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
