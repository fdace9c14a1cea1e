"""`adviespunt init`: a new instance, and the one-time link of its first facilitator."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import click
from sqlalchemy.exc import OperationalError

from portal.commands import options
from portal.config import DEFAULT_ORIGINS, load
from portal.errors import BadSettings
from portal.organisation import read_organisation
from portal.services.context import Context, open_context
from portal.services.upkeep import founding

EXAMPLE = Path(__file__).parent.parent / "example"
NOTHING: Mapping[str, str | None] = MappingProxyType({})


@click.command("init")
@options.data
@click.option(
    "--organisation",
    "source",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=EXAMPLE / "organisation.toml",
    help="The organisation's file; its list of risks and its texts lie beside it.",
)
@click.option("--origin", "origins", multiple=True, help="An address people use, https://...")
@click.option("--onion", help="The onion address people use as well, http://....onion")
@click.option("--database", help="postgresql+psycopg://... instead of a file in DATA.")
@click.option("--new-link", is_flag=True, help="Only make another one-time link.")
def command(
    data: Path,
    source: Path,
    origins: tuple[str, ...],
    onion: str | None,
    database: str | None,
    *,
    new_link: bool,
) -> None:
    """Make an instance in DATA and print the link for the first facilitator, once."""
    if not new_link:
        more = {"onion": onion, "database": database}
        prepare(data, source, origins or DEFAULT_ORIGINS, more)
    context = open_context(load(data))
    try:
        token = founding.new_link(context) if new_link else _founded(context)
        click.echo(f"{context.settings.origins[0]}/staff/setup#{token}")
    finally:
        context.close()


def _founded(context: Context) -> str:
    """The token of the one-time link. Where the database can't be reached, the same command can be repeated."""
    try:
        return founding.found(context)
    except OperationalError:
        (context.settings.data / "portal.toml").unlink()
        raise


def prepare(
    data: Path, source: Path, origins: tuple[str, ...], more: Mapping[str, str | None] = NOTHING
) -> None:
    """Lay down the instance's own files; nothing that is there is overwritten."""
    read_organisation(source)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (data / "portal.toml").exists():
        raise BadSettings(f"there is an instance in {data} already")
    for file in (source, *source.parent.glob("*.csv"), *source.parent.glob("*.md")):
        name = "organisation.toml" if file == source else file.name
        if not (data / name).exists():
            shutil.copyfile(file, data / name)
    known = [*origins, *([more["onion"]] if more.get("onion") else [])]
    # JSON's strings are TOML's.
    lines = [f"origins = {json.dumps(known)}"]
    lines += [f"{key} = {json.dumps(value)}" for key, value in more.items() if value]
    (data / "portal.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
