#!/usr/bin/python3
"""Lays `adviespunt.nft` with the accounts of this machine: what `adviespunt-firewall.service` runs.

    rules.py           print the rules
    rules.py --load    lay them into the kernel

Debian's own Python and nothing else: it runs as root, before there is a network. The port, and where it is
an address the host, of each instance's mail server come from its `portal.toml`, when root asks for it: an
account that could write another one there opens nothing by that until root loads the rules again.
Rules of the operator's own stand in `/etc/adviespunt/firewall.d/*.nft`.
"""

from __future__ import annotations

import ipaddress
import os
import pwd
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

RULES = Path(__file__).with_name("adviespunt.nft")
NFT = "/usr/sbin/nft"
DATA = Path("/var/lib/adviespunt")
OWN = "/etc/adviespunt/firewall.d/*.nft"
PREFIX = "adviespunt-"
ANSWERING = ("www-data", "postgres")
ONION = ("debian-tor",)
# More than anybody sets; a long line of another kind would keep the reader, and with it the start, busy for hours.
MOST_BYTES = 16 * 1024
MOST_PORT = 65_535

MailServer = tuple[str, int]


def mail_server(file: Path) -> MailServer | None:
    """Give host and port of the mail server that a `portal.toml` names.

    Raises `OSError` or `ValueError` for a file that says it otherwise than the portal reads it.
    """
    # The account may write there: no link to elsewhere is followed, and nothing that never ends is read.
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(handle, "rb") as opened:  # noqa: PTH123 - a number, no path
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ValueError("no file")
        text = opened.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise ValueError("too large for settings")
    try:
        table = tomllib.loads(text.decode())
    except RecursionError as error:
        raise ValueError("too deep for settings") from error
    mail = table.get("mail")
    if mail is None:
        return None
    host, port = (mail.get("host"), mail.get("port")) if isinstance(mail, dict) else (None, None)
    if not isinstance(host, str) or type(port) is not int or not 0 < port <= MOST_PORT:
        raise ValueError("[mail] names no host and port")
    return host, port


def ruleset(
    answering: Iterable[int], instances: Mapping[int, MailServer | None], onion: Iterable[int]
) -> str:
    """Give what nft reads, for accounts by number; each instance with its mail server."""
    sets: dict[str, list[str]] = {
        "answering": [str(one) for one in answering],
        "instances": [str(one) for one in instances],
        "onion": [str(one) for one in onion],
        "mail": [],
        "mail4": [],
        "mail6": [],
    }
    for account, server in instances.items():
        if server is None:
            continue
        host, port = server
        try:
            # Without the zone that may stand behind one: that is any text, and nft would read it as rules.
            address = ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            sets["mail"].append(f"{account} . {port}")
        else:
            sets[f"mail{address.version}"].append(f"{account} . {address} . {port}")
    lines = [
        f"add element inet adviespunt {name} {{ {', '.join(members)} }}"
        for name, members in sets.items()
        if members
    ]
    return "\n".join([RULES.read_text(), *lines, f'include "{OWN}"', ""])


def of_this_machine() -> str:
    numbers = {one.pw_name: one.pw_uid for one in pwd.getpwall()}
    instances: dict[int, MailServer | None] = {}
    for name, number in numbers.items():
        if not name.startswith(PREFIX):
            continue
        file = DATA / name.removeprefix(PREFIX) / "portal.toml"
        instances[number] = None
        try:
            instances[number] = mail_server(file)
        except FileNotFoundError:
            pass  # installed in a moment
        except (OSError, ValueError) as error:
            sys.stderr.write(f"{file}: no mail is let out: {error}\n")
    return ruleset(
        [numbers[name] for name in ANSWERING if name in numbers],
        instances,
        [numbers[name] for name in ONION if name in numbers],
    )


def main() -> int:
    text = of_this_machine()
    if sys.argv[1:] != ["--load"]:
        sys.stdout.write(text)
        return 0
    return subprocess.run([NFT, "-f", "-"], input=text, text=True, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
