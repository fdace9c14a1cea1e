"""A fresh Debian machine on which `deploy/install.sh` has been run as docs/operator.md says."""

from __future__ import annotations

import json
import re
import secrets
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from portal.assisted.demo.kept import Login
from tests.machine.virtual import Machine, make_disk

ROOT = Path(__file__).parents[2]
SCRATCH = "/media/scratch"
CHECKOUT = "/root/adviespunt"
RELEASE = "/opt/adviespunt/current"
# The wheels that were fetched with the disk stand in for the package index.
PIP = f"[global]\nno-index = true\nfind-links = {SCRATCH}/wheels\n"
# A mail server in pure Python, and what it imports.
MAIL_SERVER = ("aiosmtpd", "public", "attr", "attrs")


@dataclass(frozen=True, slots=True)
class Instance:
    """One organisation on the machine, staffed. `mailbox` is where its notices go.

    `office` are the ids that an asker's browser reads from the staff list.
    """

    machine: Machine
    name: str
    host: str
    staff: Mapping[str, Login]
    mailbox: str
    office: Mapping[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"https://{self.host}"

    @property
    def data(self) -> str:
        return f"/var/lib/adviespunt/{self.name}"

    def command(self, *words: str) -> str:
        """A line for the shell that runs a program as docs/operator.md says."""
        runuser = f"runuser -u adviespunt-{self.name} --"
        return f"cd {RELEASE} && umask 077 && {runuser} {shlex.join(words)}"

    def adviespunt(self, *arguments: str) -> str:
        """What the command prints."""
        words = (f"{RELEASE}/.venv/bin/adviespunt", *arguments, "--data", self.data)
        return self.machine.sh(self.command(*words)).out


# As a shell inside the machine says it: each Debian has its own version.
POSTGRESQL = "postgresql@$(ls /etc/postgresql)-main.service"


@dataclass(frozen=True, slots=True)
class Installed:
    """The machine with two organisations: `whole` has all that install.sh offers, `least` the least.

    `port` is ours for its 443; `figures` is what a run writes down.
    """

    machine: Machine
    port: int
    whole: Instance
    least: Instance
    figures: dict[str, Any] = field(default_factory=dict)

    @property
    def both(self) -> tuple[Instance, Instance]:
        return self.whole, self.least

    def sh(self, script: str, given: str = "", *, check: bool = True) -> str:
        """What a shell script prints inside the machine, as root."""
        return self.machine.sh(script, given, check=check).out


def prepare(machine: Machine) -> None:
    """Give the machine a disk of its own, one with this checkout and the wheels, and an empty one."""
    fresh = str(machine.boot / "disk.raw")
    subprocess.run(["cp", "--sparse=always", "--reflink=auto", fresh, machine.disk], check=True)
    with tempfile.TemporaryDirectory(dir=machine.folder) as name:
        folder = Path(name)
        shutil.copytree(machine.boot / "wheels", folder / "wheels")
        checkout(folder / "adviespunt")
        for module in MAIL_SERVER:
            found = find_spec(module)
            assert found, module
            assert found.origin, module
            shutil.copytree(Path(found.origin).parent, folder / "python" / module)
        make_disk(machine.scratch, "scratch", folder)
    with tempfile.TemporaryDirectory(dir=machine.folder) as name:
        make_disk(machine.evidence, "evidence", Path(name))


def checkout(folder: Path) -> None:
    """The files of the repository as they stand, whether committed or not."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True,
    ).stdout.decode()  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def install(machine: Machine, port: int) -> Installed:
    """Run install.sh for both organisations, and do what the first people of the staff do."""
    mount(machine)
    machine.sh("cat >/etc/pip.conf", PIP)
    # Without the tests, in which words stand that are looked for later.
    machine.sh(
        f"mkdir {CHECKOUT}; cd {SCRATCH}/adviespunt; cp -r $(ls -A | grep -vx tests) {CHECKOUT}"
    )
    options = "--onion --office --postgresql"
    whole = _add(machine, "zone", "advies.example", options)
    return Installed(machine, port, whole, _add(machine, "ander", "ander.example", ""))


def _add(machine: Machine, name: str, host: str, options: str) -> Instance:
    run = f"cd {CHECKOUT} && deploy/install.sh --name {name} --host {host} {options}"
    said = machine.sh(run).out
    link = re.search(r"/staff/setup#(\S+)", said)
    assert link, said
    mailbox = f"{secrets.token_hex(8)}@mail.example"
    made = Instance(machine, name, host, {}, mailbox)
    script = f"{SCRATCH}/adviespunt/tests/machine/founding.py"
    found = made.command(f"{RELEASE}/.venv/bin/python", script, made.data)
    told: dict[str, Any] = json.loads(machine.sh(found, f"{link[1]} {mailbox}").out)
    staff = {key: Login(**one) for key, one in told["staff"].items()}
    return Instance(machine, name, host, staff, mailbox, told["office"])


def mount(machine: Machine) -> None:
    machine.sh(f"mkdir -p {SCRATCH} && mount LABEL=scratch {SCRATCH}")
