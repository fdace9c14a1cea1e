"""`adviespunt report`: which yearly reports there are, and whether a file is what was signed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from sqlalchemy import select

from crypto import shape, signed
from crypto.directory import Member
from crypto.encoding import from_b64, sha256
from crypto.errors import ProtocolError
from crypto.roles import FACILITATOR
from portal.commands import options
from portal.models.instance import Report
from portal.services.context import Context
from portal.services.keeping import directory
from portal.services.statistics import reports

# As a PDF and a CSV of the portal carry it.
STATEMENT = re.compile(rb"adviespunt-report:([A-Za-z0-9_-]{100,})")
LARGEST_FILE = 8 * 1024 * 1024
MARK_BYTES = 8


@click.group("report")
def command() -> None:
    """Look at the yearly reports; a facilitator makes and signs them in the browser."""


@command.command("list")
@options.data
def list_reports(data: Path) -> None:
    """One line a report: year, day it was signed, day it was presented, mark of the signature."""
    with options.instance(data) as context, context.database.read() as db:
        for row in db.scalars(select(Report).order_by(Report.year)):
            shown = str(row.presented or "-")
            click.echo(f"{row.year} {row.day} {shown:10} {mark_of(row.signed)}")


@command.command("verify")
@options.data
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def verify(data: Path, file: Path) -> None:
    """Say who signed the report in FILE (PDF or CSV), and which numbers were signed."""
    found = STATEMENT.search(file.read_bytes()[:LARGEST_FILE])
    if found is None:
        raise click.ClickException(f"{file.name} carries no signed report.")
    with options.instance(data) as context:
        try:
            statement = from_b64(found[1].decode())
            member, body = opened(context, statement)
        except ProtocolError as error:
            raise click.ClickException(
                f"{file.name} carries a report that no facilitator of this portal signed."
            ) from error
        same = _is_kept(context, body["year"], statement)
    _tell(member, body, statement)
    if not same:
        click.echo("The portal holds another report of this year: this one was replaced.", err=True)
        sys.exit(1)


def opened(context: Context, untrusted: bytes) -> tuple[Member, dict[str, Any]]:
    """Who signed it, and its body; raises `ProtocolError`."""
    body: dict[str, Any] = shape.parse(signed.split(untrusted)[0], reports.form)
    with context.database.read() as db:
        current = directory.current(db)
    # Somebody who left meanwhile stays in the directory, with the key that signed.
    member = current.parsed.member(body["author"]) if current else None
    if member is None or member.role != FACILITATOR:
        raise ProtocolError("a report by nobody who may sign one")
    signed.verify(member.sign, "report", context.portal, untrusted)
    return member, body


def _is_kept(context: Context, year: int, statement: bytes) -> bool:
    with context.database.read() as db:
        row = db.get(Report, year)
        return row is not None and row.signed == statement


def _tell(member: Member, body: dict[str, Any], statement: bytes) -> None:
    click.echo(f"Report of {body['year']}, signed by {member.name} on {body['day']}.")
    click.echo(f"Mark of the signature: {mark_of(statement)}")
    click.echo("These numbers were signed; nothing else in the file is. '-' was left out:\n")
    for name, value in lines(body["numbers"]):
        click.echo(f"  {name:50} {'-' if value is None else value}")


def lines(numbers: Any, before: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON
    """Every number with the names that lead to it."""
    for name, value in numbers.items():
        path = f"{before}{name}"
        if isinstance(value, dict):
            yield from lines(value, f"{path}: ")
        else:
            yield path, value


def mark_of(statement: bytes) -> str:
    """As the report prints it: 8 bytes in four groups."""
    return sha256(statement)[:MARK_BYTES].hex(" ", 2)
