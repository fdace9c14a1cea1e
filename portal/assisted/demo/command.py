"""`adviespunt demo`: make the demonstration where it is not there yet, say how to try it, and serve it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click
import pyotp

from crypto.words import words_of
from portal.assisted.demo import history, zone
from portal.assisted.demo.clock import Clock, at, working_days_before
from portal.assisted.demo.kept import Kept, Login, Visitor
from portal.assisted.demo.playing import Player, events
from portal.assisted.demo.stories import STORIES
from portal.commands import init
from portal.config import load
from portal.services.context import Context, open_context
from portal.services.upkeep import founding
from portal.web import cleaner

FOUNDED_WORKING_DAYS_AGO = 45

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("var/demo"),
    show_default=True,
    help="The folder that keeps everything of the demonstration.",
)


@click.group("demo", invoke_without_command=True)
@data_option
@click.option("--port", default=8000, show_default=True, help="Where it is served.")
@click.option("--serve/--no-serve", default=True, help="Serve it, or only make it.")
@click.pass_context
def command(ctx: click.Context, data: Path, port: int, *, serve: bool) -> None:
    """Try the portal with a made-up police zone and a dozen questions."""
    ctx.obj = data
    if ctx.invoked_subcommand:
        return
    kept = prepare(data, port)
    tell(kept, data, port)
    if serve:
        sys.stdout.flush()
        run_server(data, port)


@command.command("codes")
@click.option(
    "--data",
    "own",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the demonstration; else the one named before `codes`, or var/demo.",
)
@click.pass_obj
def codes(data: Path, own: Path | None) -> None:
    """Print the six digits that are good now."""
    kept = Kept.read(own or data)
    if kept is None:
        raise click.ClickException("There is no demonstration here yet: run `adviespunt demo`.")
    for one in kept.staff:
        click.echo(f"{one.login:<8} {pyotp.TOTP(one.totp).now()}   {one.name}, {one.role}")


def prepare(data: Path, port: int) -> Kept:
    """The demonstration in this folder, made if it is not there; one half made is made anew."""
    kept = Kept.read(data)
    if kept is None:
        _remove_half(data)
        click.echo("Een voorbeeld wordt gemaakt. Dat duurt enkele seconden...", err=True)
        kept = make(data, port)
    _answer_at(data, port)
    return kept


def _remove_half(data: Path) -> None:
    """Only what an earlier try left behind: a folder with anything else in it is not touched."""
    if (data / ".demonstration").exists():
        shutil.rmtree(data)
    elif data.exists() and any(data.iterdir()):
        raise click.ClickException(
            f"{data} is not empty, and no demonstration: name another folder."
        )


def make(data: Path, port: int) -> Kept:
    """Found the zone, play every story, and write down who can sign in."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    (data / ".demonstration").touch()
    init.prepare(data, init.EXAMPLE / "organisation.toml", _origins(port))
    real = open_context(load(data))
    try:
        kept = play(real)
    finally:
        real.close()
    kept.write(data)
    return kept


def play(real: Context) -> Kept:
    today = real.today()
    clock = Clock(working_days_before(today, FOUNDED_WORKING_DAYS_AGO, real.calendar))
    context = at(real, clock)
    made = zone.found(context, founding.found(context))
    history.write(context, clock, made, clock.day)
    player = Player(context, clock, made, cleaner.shared(), {}, {})
    for event in events(STORIES, today, real.calendar):
        player.play(event)
    clock.set(today)
    zone.vouch(context, made)
    return Kept(
        [
            Login(
                one.cast.role,
                one.cast.name,
                one.cast.login,
                one.passphrase,
                one.totp,
                words_of(one.recovery),
            )
            for one in made.staff.values()
        ],
        [
            Visitor(story.asker, player.passwords[story.asker], story.shows)
            for story in STORIES
            if story.shows
        ],
        made.recovery_words,
        made.archive_words,
    )


def _origins(port: int) -> tuple[str, ...]:
    return f"http://127.0.0.1:{port}", f"http://localhost:{port}"


def _answer_at(data: Path, port: int) -> None:
    """The portal answers only at its own addresses; another port is another address."""
    listed = ", ".join(f'"{origin}"' for origin in _origins(port))
    (data / "portal.toml").write_text(f"origins = [{listed}]\n", encoding="utf-8")


def tell(kept: Kept, data: Path, port: int) -> None:
    """Say where it is and how to come in."""
    address = f"http://127.0.0.1:{port}"
    click.echo(f"\n  Adviespunt Integriteit, voorbeeld: {address}")
    click.echo(f"  Voor medewerkers:                  {address}/staff")
    click.echo(f"  Zonder scripts:                    {address}/plain\n")
    click.echo("  Medewerkers (naam, wachtzin, code van dit moment):")
    for one in kept.staff:
        click.echo(f"    {one.login:<7} {one.name}, {one.role}")
        click.echo(f"            {one.passphrase}   {pyotp.TOTP(one.totp).now()}")
    click.echo("\n  Vraagstellers (naam, wachtwoord):")
    for visitor in kept.askers:
        click.echo(f"    {visitor.name:<14} {visitor.about}")
        click.echo(f"                   {visitor.password}")
    click.echo(f"\n  Nieuwe codes: {_program()} demo codes --data {data}")
    click.echo(f"  Wat je hier doet, blijft in {data}: de volgende keer staat het er nog.")
    click.echo(f"  Helemaal opnieuw beginnen: stop, wis die map (rm -r {data}) en start weer.")
    click.echo("  Alles hierin is verzonnen. Stoppen: Ctrl+C\n")


def _program() -> str:
    """What to type here for this program: from a clone it is not among the machine's own."""
    own = Path(sys.executable).with_name("adviespunt")
    found = shutil.which("adviespunt")
    if not own.exists() or (found and Path(found).samefile(own)):
        return "adviespunt"
    return os.path.relpath(own)


def run_server(data: Path, port: int) -> None:
    """Become the server: what was played with, keys of staff among it, goes with this process."""
    argv = ["-c", "from portal.cli import main; main()", "serve"]
    argv += ["--data", str(data), "--bind", f"127.0.0.1:{port}"]
    os.execv(sys.executable, [sys.executable, *argv])  # noqa: S606 - ourselves, fixed arguments
