"""Runs inside the machine, as the account of an instance: everybody's keys and ways in, as JSON.

    python founding.py DATA <<< "TOKEN ADDRESS"     (TOKEN is that of install.sh's link)

Each member gets ADDRESS for notices. What it prints, only the browsers of the staff would have.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict, replace
from itertools import count
from pathlib import Path

from crypto.directory import Directory
from crypto.encoding import b64
from crypto.roles import FACILITATOR
from crypto.words import words_of
from portal.assisted.demo import zone
from portal.assisted.demo.kept import Login
from portal.config import load
from portal.services.context import open_context
from portal.services.keeping import directory
from portal.services.upkeep import notices


def main() -> None:
    token, address = sys.stdin.read().split()
    real = open_context(load(Path(sys.argv[1])))
    # A while ago, so that the codes of now are not used up.
    second = count(int(time.time()) - 600)
    made = zone.found(replace(real, seconds=lambda: float(next(second))), token)
    for one in made.staff.values():
        notices.set_address(real, one.actor, address)
    content = Directory.parse(directory.version(real, None)).content
    office = {
        "portal": b64(real.portal),
        "archive": b64(content.archive.id),
        "register": b64(content.register.id),
        "facilitators": [
            b64(one.id) for one in made.staff.values() if one.cast.role == FACILITATOR
        ],
    }
    real.close()
    staff = {key: asdict(_login(one)) for key, one in made.staff.items()}
    print(json.dumps({"staff": staff, "office": office}))  # noqa: T201


def _login(one: zone.Played) -> Login:
    told = one.cast
    return Login(told.role, told.name, told.login, one.passphrase, one.totp, words_of(one.recovery))


if __name__ == "__main__":
    main()
