"""`adviespunt archive open | split`: what is done with a file and the words on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from portal.assisted.archive import shares
from portal.assisted.archive.opened import ArchiveUnreadable, OpenedArchive
from portal.assisted.archive.pixels import jailed
from portal.assisted.archive.viewer import Viewer, server
from sanitizers import Cleaner, JailUnavailable

ELSEWHERE = "Use a machine with Linux 5.13 or newer."
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("open")
@click.argument("file", type=FILE)
def open_command(file: Path) -> None:
    """Draw the questions in FILE, sheet by sheet, in a browser on this machine. Exports nothing."""
    try:
        # Before the words are typed: what draws the pages was never in a process that knew them.
        cleaner = Cleaner(allowed_missing=frozenset({"office"}))
    except JailUnavailable as error:
        raise click.ClickException(f"{error}. Nothing was opened. {ELSEWHERE}") from error
    with cleaner:
        try:
            archive = OpenedArchive.open(file, _ask_for_seed())
        except ArchiveUnreadable as error:
            raise click.ClickException(f"Nothing was opened: {error}.") from error
        _show(archive, cleaner)


def _show(archive: OpenedArchive, cleaner: Cleaner) -> None:
    today = date.today()  # noqa: DTZ011 - the day where the reader sits
    viewer = Viewer(archive, today, jailed(cleaner))
    click.echo(f"Mark of this file, as noted when it was made: {archive.hash.hex()}")
    click.echo(f"Fingerprint of the organisation, as on its poster: {archive.fingerprint}")
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
