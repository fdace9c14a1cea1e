"""`adviespunt verify`: whether a live site serves what a release does, and nothing else."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom

import click

from portal.release import manifest as manifests
from portal.release import minisign
from portal.release.checking import Result, check, normal
from portal.release.errors import BadSignature, NotChecked
from portal.release.fetching import Site
from portal.release.manifest import Manifest

OTHER, UNKNOWN = 1, 2  # exit codes
a_file = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("verify")
@click.argument("url")
@click.option(
    "--manifest", "source", type=a_file, help="A release's manifest; else this release's own."
)
@click.option("--key", help="The public key of minisign that signed it, or its file.")
@click.option(
    "--fingerprint", "words", help='The six words on the poster: "word word word word word word".'
)
@click.option("--ca", type=a_file, help="Certificates to trust besides this machine's.")
@click.option("--connect", help="HOST:PORT to connect to, instead of what the address says.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of sentences.")
def command(
    url: str,
    source: Path | None,
    key: str | None,
    words: str | None,
    ca: Path | None,
    connect: str | None,
    *,
    as_json: bool,
) -> None:
    """Say whether the site at URL serves the pages, code, headers and staff directory of a release.

    Exit 0: all as the release has it. 1: something is different. 2: it could not be found out.
    """
    site = Site(url.rstrip("/"), str(ca) if ca else None, _door(connect))
    try:
        raw = source.read_bytes() if source else manifests.own_bytes()
        comment = _signed(raw, source, key) if key else None
        manifest = Manifest.read(raw)
        result = check(manifest, site, SystemRandom(), datetime.now(UTC).date(), words)
    except NotChecked as error:
        click.echo(
            json.dumps({"site": url, "problem": str(error)}) if as_json else _shown(str(error)),
            err=not as_json,
        )
        sys.exit(UNKNOWN)
    report = Report(site.origin, manifest.version, comment, words, result)
    click.echo(json.dumps(report.facts(), indent=1) if as_json else report.sentences())
    sys.exit(OTHER if result.findings else 0)


def _shown(untrusted: str) -> str:
    """What a site said, unable to move the cursor over what we say of it."""
    cut = untrusted if len(untrusted) <= MOST_SHOWN else f"{untrusted[:MOST_SHOWN]}…"
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in cut
    )


def _door(connect: str | None) -> tuple[str, int] | None:
    if connect is None:
        return None
    host, _, port = connect.rpartition(":")
    if not host or not port.isdecimal():
        raise click.BadParameter("give HOST:PORT", param_hint="--connect")
    return host, int(port)


def _signed(raw: bytes, source: Path | None, key: str) -> str:
    """The signed comment; raise `BadSignature`."""
    if source is None:
        raise BadSignature(
            "Give the signed manifest with --manifest: this program can't vouch for itself."
        )
    signature = source.with_name(f"{source.name}.minisig")
    if not signature.exists():
        raise BadSignature(f"The signature is missing: {signature}")
    public = Path(key).read_text() if Path(key).is_file() else key
    return minisign.verify(minisign.PublicKey.read(public), raw, signature.read_text())


# Characters of what a site said.
MOST_SHOWN = 250
NOT_SIGNED = "Manifest: not checked for a signature (give --manifest and --key)."
NOT_WITHOUT_THE_WORD = "not to be seen without the access word"
NOT_SEEN = (
    "This says what the site showed now, to this machine. A server can show somebody else something else;\n"
    "ask again later, from another network, and let others ask too."
)


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, for people and for programs."""

    site: str
    release: str
    signed: str | None
    words: str | None
    result: Result

    def facts(self) -> dict[str, object]:
        shown = self.result.directory
        return {
            "site": self.site,
            "same": not self.result.findings,
            "release": self.release,
            "signed": self.signed,
            "answers": self.result.answers,
            "findings": [asdict(finding) for finding in self.result.findings],
            "fingerprint": shown.words if shown else None,
            "directory": shown.version or None if shown else None,
            "confirmed": shown.is_fresh if shown and shown.version else None,
            "onion": sorted(self.result.onions),
        }

    def sentences(self) -> str:
        return "\n".join([*self._heading(), "", *self._verdict(), "", NOT_SEEN])

    def _heading(self) -> Iterator[str]:
        yield f"{self.site} beside release {self.release}: {self.result.answers} answers compared."
        yield f"Manifest: signed, “{self.signed}”." if self.signed else NOT_SIGNED
        shown = self.result.directory
        if shown is None:
            yield "Staff directory: not genuine, or not the same for every visitor."
        elif shown.words is None:
            yield "Staff directory: none yet."
        else:
            seen = f"version {shown.version}" if shown.version else NOT_WITHOUT_THE_WORD
            yield f"Staff directory: {seen}, six words: {shown.words} ({self._compared(shown.words)})."
            if not shown.is_fresh:
                yield "  Nobody has confirmed that it is the newest in the last 45 days."
        yield from (
            f"It announces the onion address {_shown(onion)}."
            for onion in sorted(self.result.onions)
        )

    def _compared(self, words: str) -> str:
        if self.words is None:
            return "compare them with the poster"
        return "as you gave them" if normal(self.words) == words else "NOT as you gave them"

    def _verdict(self) -> Iterator[str]:
        if not self.result.findings:
            shown = self.result.directory
            if shown is not None and shown.version:
                yield "The same as the release: pages, code, headers and staff directory."
            else:
                yield "The same as the release: pages, code and headers. No staff directory was seen."
            return
        yield "DIFFERENT from the release:"
        for finding in self.result.findings:
            yield f"  {_shown(f'{finding.address}: {finding.what}')}"
