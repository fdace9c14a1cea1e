"""`adviespunt init`: a new instance, and the one-time link of its first facilitator."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from portal.commands import options
from portal.config import DEFAULT_ORIGINS, load
from portal.errors import BadSettings
from portal.organisation import read_organisation
from portal.services import founding
from portal.services.context import open_context

EXAMPLE = Path(__file__).parent.parent / "example"


@click.command("init")
@options.data
@click.option(
    "--organisation",
    "source",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=EXAMPLE / "organisation.toml",
    help="The organisation's file; its list of risks lies beside it.",
)
@click.option("--origin", "origins", multiple=True, help="An address people use, https://...")
@click.option("--new-link", is_flag=True, help="Only make another one-time link.")
def command(data: Path, source: Path, origins: tuple[str, ...], *, new_link: bool) -> None:
    """Make an instance in DATA and print the link for the first facilitator, once."""
    if not new_link:
        prepare(data, source, origins or DEFAULT_ORIGINS)
    context = open_context(load(data))
    try:
        token = founding.new_link(context) if new_link else founding.found(context)
        click.echo(f"{context.settings.origins[0]}/staff/setup#{token}")
    finally:
        context.close()


def prepare(data: Path, source: Path, origins: tuple[str, ...]) -> None:
    """Lay down the instance's own files; nothing that is there is overwritten."""
    read_organisation(source)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (data / "portal.toml").exists():
        raise BadSettings(f"there is an instance in {data} already")
    for file in (source, *source.parent.glob("*.csv")):
        name = "organisation.toml" if file == source else file.name
        if not (data / name).exists():
            shutil.copyfile(file, data / name)
    listed = ", ".join(f'"{origin}"' for origin in origins)
    (data / "portal.toml").write_text(f"origins = [{listed}]\n", encoding="utf-8")
