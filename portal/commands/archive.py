"""`adviespunt archive`: what was archived, and finishing what was interrupted."""

from __future__ import annotations

from pathlib import Path

import click
from sqlalchemy import select

from portal.assisted.archive.command import open_command, split_command
from portal.commands import options
from portal.models.instance import Archiving
from portal.services.casework import archiving


@click.group("archive")
def command() -> None:
    """Read and look after archive files. A facilitator archives in the browser."""


for _one in (open_command, split_command):
    command.add_command(_one)


@command.command("list")
@options.data
def list_archives(data: Path) -> None:
    """One line an archiving: year, step, number of questions, file."""
    with options.instance(data) as context, context.database.read() as db:
        for row in db.scalars(select(Archiving).order_by(Archiving.year, Archiving.id)):
            click.echo(f"{row.year} {row.step:9} {row.cases:5} {row.file or '-'}")


@command.command("destroy")
@options.data
@click.option("--year", type=int, required=True, help="The year that the questions are of.")
@click.confirmation_option(
    prompt="First ask whether the State Archives (Rijksarchief) or another authority must permit this, "
    "and whether a case about it is pending. Nothing can bring the file back. Destroy it?"
)
def destroy(data: Path, year: int) -> None:
    """Overwrite and remove a year's archive files, once the organisation's own term is over."""
    with options.instance(data) as context:
        first = archiving.may_be_destroyed_from(context, year)
        if context.today().year < first:
            raise click.ClickException(f"This archive is kept until {first}. Nothing was changed.")
        with context.database.read() as db:
            steps = archiving.DONE, archiving.DESTROYING
            done = Archiving.year == year, Archiving.step.in_(steps)
            found = db.scalars(select(Archiving.id).where(*done)).all()
        if not found:
            raise click.ClickException(f"There is no archive of {year} here. Nothing was changed.")
        for ident in found:
            archiving.destroy(context, ident)
    click.echo(f"{len(found)} destroyed. Copies elsewhere must be destroyed there.")


@command.command("resume")
@options.data
def resume(data: Path) -> None:
    """Finish archivings that were interrupted; the daily sweep does the same."""
    with options.instance(data) as context:
        click.echo(f"{archiving.resume(context)} finished")
