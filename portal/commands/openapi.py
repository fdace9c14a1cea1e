"""`adviespunt openapi`: the API's description, as `docs/openapi.json` keeps it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from portal.app import describe


def text() -> str:
    """The description as it stands in the repository."""
    found: dict[str, Any] = describe()
    return json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


@click.command("openapi")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
def command(out: Path | None) -> None:
    """Print the OpenAPI description of /api/v1."""
    if out:
        out.write_text(text(), encoding="utf-8")
    else:
        click.echo(text(), nl=False)
