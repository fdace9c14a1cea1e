"""`adviespunt access-word`: what somebody must know before they can ask here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from crypto.words import WORD_BITS, dutch
from portal.commands import options
from portal.services.context import Context
from portal.services.doors import access

# 26 bits: easy to say at a briefing, and dear to guess where every guess costs work.
WORDS = 2


@click.group("access-word")
def command() -> None:
    """Ask for a word that is known inside the organisation before anything can be asked."""


@command.command("set")
@options.data
@click.option(
    "--grace-days",
    type=click.IntRange(0, access.LONGEST_GRACE_DAYS),
    default=30,
    show_default=True,
    help="How long the word before still opens.",
)
def set_word(data: Path, grace_days: int) -> None:
    """Set the word, or another one. It is asked for here and kept as a hash; no restart is needed."""
    typed = click.prompt("The word (empty: two words by chance)", default="", show_default=False)
    with options.instance(data) as context:
        word = typed.strip() or _by_chance(context)
        try:
            access.choose(context, word, grace_days=grace_days)
        except access.WordTooShort as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"Asked for from now on: {word}")


def _by_chance(context: Context) -> str:
    bits = int.from_bytes(context.randomness(4), "big") % (1 << WORD_BITS * WORDS)
    return dutch().spell(bits, WORDS)


@command.command("remove")
@options.data
def remove(data: Path) -> None:
    """Ask for no word any more."""
    with options.instance(data) as context:
        access.drop(context)
    click.echo("Anybody can ask now.")


@command.command("show")
@options.data
def show(data: Path) -> None:
    """Say whether a word is asked for, and until when one from before still opens."""
    with options.instance(data) as context:
        days = access.until(context)
    old = sorted(day for day in days if isinstance(day, date))
    click.echo("A word is asked for." if None in days else "No word is asked for.")
    for day in old:
        click.echo(f"One from before opens until {day.isoformat()}.")
