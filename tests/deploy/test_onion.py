"""The onion services, in a Tor network of its own on one machine: reached through Tor's own sandbox."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.deploy.conftest import DEPLOY, Run, rooted

TORNET = Path(__file__).with_name("tornet.py")
OPERATOR_MD = (DEPLOY.parent / "docs/operator.md").read_text()


@pytest.mark.needs_tool("tor", "tor-gencert", "openssl", "unshare", "ip")
def test_the_portal_and_ssh_are_reached_over_the_onion_and_ssh_with_its_key_alone(
    staged: Path, run: Run
) -> None:
    torrc = staged / "etc/tor/torrc"
    [added] = re.findall(r"^printf '(.*)' >>/etc/tor/torrc$", OPERATOR_MD, re.MULTILINE)
    with torrc.open("a") as file:
        file.write(added.replace("\\n", "\n"))
    torrc.write_text(rooted(torrc, staged).replace("/dev/null", str(staged / "log")))
    for name in ("var/lib/tor", "run/adviespunt-nginx"):
        (staged / name).mkdir(parents=True, mode=0o700)
    folder = staged / "t"
    folder.mkdir()
    book = OPERATOR_MD.partition("## ssh over the onion alone")[2].partition("\n## ")[0]
    # The key, its public half and its private one, as the book has them typed.
    _, public, private = [
        run("sh", "-c", f"cd {folder}; {line}").stdout.strip()
        for line in re.findall(r"openssl [^\n)]*", book)
    ]
    alone = ["unshare", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"]), "--net"]
    told = json.loads(run(*alone, sys.executable, TORNET, folder, torrc, private, public).stdout)
    assert "\nSeccomp:\t2\n" in told.pop("status")
    assert told.pop("ssh without the key").startswith("refused ")
    assert told == {"portal": "portal", "ssh with the key": "ssh", "portal without a key": "portal"}
