"""`adviespunt archive open | split | destroy`: what is done with a file and the words on paper."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from crypto.archive import Archive
from crypto.encoding import sha256
from crypto.errors import ProtocolError
from portal.assisted.archive import shares
from portal.assisted.archive.opened import ArchiveUnreadable, OpenedArchive
from portal.assisted.archive.viewer import Viewer, server

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
SHOWN_OF_HASH = 8  # bytes, as in the file's name

PERMISSION = """\
Destroying archives may need a permission first. For a Belgian public body that is the State
Archives (Archives Act of 24 June 1955, art. 5); the organisation's own selection list and its
data protection officer say the rest. Other copies of the file are not touched."""


@click.command("open")
@click.argument("file", type=FILE)
def open_command(file: Path) -> None:
    """Draw the questions in FILE, sheet by sheet, in a browser on this machine. Exports nothing."""
    archive = OpenedArchive.open(file, _ask_for_seed())
    viewer = Viewer(archive, date.today())  # noqa: DTZ011 - the day where the reader sits
    with server(viewer) as running:
        click.echo(f"{len(archive)} questions of {archive.year}. Open this address, here only:")
        click.echo(f"http://127.0.0.1:{running.server_address[1]}/{viewer.token}/")
        click.echo("Stop with Ctrl+C.")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            click.echo("Closed. Nothing was written.")


def _ask_for_seed() -> bytes:
    first = click.prompt("Archive words, or a first share", hide_input=True)
    if not shares.is_share(first):
        return shares.seed_of(first)
    given = [first]
    while len(given) < shares.needed_for(first):
        given.append(click.prompt(f"Share {len(given) + 1}", hide_input=True))
    return shares.join(given)


@click.command("split")
@click.option("--needed", type=int, required=True, help="How many holders must come together.")
@click.option("--holders", type=int, required=True, help="Among how many people it is split.")
def split_command(needed: int, holders: int) -> None:
    """Split the archive words among holders (SLIP-39); the words alone still open as before."""
    seed = shares.seed_of(click.prompt("Archive words", hide_input=True))
    made = shares.split(seed, needed, holders)
    for number, share in enumerate(made, 1):
        click.echo(f"Holder {number} of {holders}, {needed} needed:\n  {share}\n")
    click.echo("Write each on paper for one person, then clear this screen. Nothing was written.")


@click.command("destroy")
@click.argument("file", type=FILE)
@click.option("--kept-years", type=int, required=True, help="The organisation's retention period.")
def destroy_command(file: Path, kept_years: int) -> None:
    """Overwrite and remove FILE once its retention period has passed."""
    year, name = _year_and_name(file)
    last = year + kept_years
    today = date.today()  # noqa: DTZ011 - the day where the reader sits
    if today.year <= last:
        raise ArchiveUnreadable(
            f"{name} is to be kept until the end of {last}; nothing was changed"
        )
    click.echo(PERMISSION)
    if click.prompt("Type the mark in the file's name to destroy it") != name:
        raise ArchiveUnreadable("that is another mark; nothing was changed")
    _overwrite(file)
    click.echo(
        "Destroyed. Destroy the copies too, and the archive words if nothing else needs them."
    )


def _year_and_name(file: Path) -> tuple[int, str]:
    content = file.read_bytes()
    try:
        return Archive.parse(content).year, sha256(content)[:SHOWN_OF_HASH].hex()
    except ProtocolError as error:
        raise ArchiveUnreadable("this is not a whole archive file; nothing was changed") from error


def _overwrite(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.write(os.urandom(file.stat().st_size))
        handle.flush()
        os.fsync(handle.fileno())
    file.unlink()
