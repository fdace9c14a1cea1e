"""Where each account may begin a connection: the rules as nft reads them, and as the kernel keeps them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.firewall import rules
from tests.conftest import NOT_RUN
from tests.deploy.conftest import DEPLOY, Run, run_command

OPERATOR_MD = DEPLOY.parent / "docs/operator.md"
UNIT = DEPLOY / "systemd/adviespunt-firewall.service"
NGINX, OPERATOR = 33, 0
POSTGRES, ZONE, OTHER, SIXTH, QUIET, TOR = range(70_001, 70_007)
# An address of the machine's own that is not loopback, and one of somewhere else: RFC 5737's.
HERE, FAR, NEAR = "203.0.113.5", "198.51.100.9", "10.1.2.3"
HERE6, FAR6, NEAR6 = "2001:db8::5", "2001:db8:9::9", "fd00::9"


def kernels_own() -> list[str]:
    """How to have a firewall to oneself: root's own network, or that of a user who is root in it."""
    return ["unshare", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"]), "--net"]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rules for accounts of the tests."""
    mail = {ZONE: ("smtp.example.be", 587), OTHER: (HERE, 2525), SIXTH: (HERE6, 2525), QUIET: None}
    file = tmp_path_factory.mktemp("firewall") / "rules.nft"
    file.write_text(rules.ruleset([NGINX, POSTGRES], mail, [TOR]))
    return file


@pytest.mark.needs_tool("nft", "unshare")
def test_nft_accepts_the_rules_which_take_the_place_of_those_before(
    laid: Path, tmp_path: Path, run: Run
) -> None:
    run(*kernels_own(), "nft", "--check", "--file", laid)
    before = tmp_path / "before.nft"
    before.write_text(rules.ruleset([NGINX], {ZONE: ("smtp.example.be", 25)}, []))
    both = f"nft --file {before} && nft --file {laid} && nft --json list ruleset"
    listed = json.loads(run(*kernels_own(), "sh", "-c", both).stdout)["nftables"]
    assert [one["table"]["name"] for one in listed if "table" in one] == ["adviespunt"]
    [mail] = [one["set"] for one in listed if one.get("set", {}).get("name") == "mail"]
    assert mail["elem"] == [{"concat": [ZONE, 587]}]


@pytest.mark.needs_tool("nft", "unshare")
def test_the_operators_own_rules_are_laid_with_ours(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line of docs/operator.md, for an account that is here."""
    [line] = re.findall(r"`(add element inet adviespunt mail [^`]*)`", OPERATOR_MD.read_text())
    (tmp_path / "own.nft").write_text(line.replace("adviespunt-zone", "www-data") + "\n")
    monkeypatch.setattr(rules, "OWN", f"{tmp_path}/*.nft")
    (tmp_path / "rules").write_text(rules.ruleset([], {}, []))
    laid = f"nft -f {tmp_path / 'rules'} && nft -n list set inet adviespunt mail"
    assert "33 . 5432" in run(*kernels_own(), "sh", "-c", laid).stdout


@pytest.mark.needs_tool("nft", "unshare")
def test_rules_of_others_stay_and_go_without_ours(laid: Path, run: Run) -> None:
    own = "nft add table inet operator; nft add chain inet operator forward"
    stop = UNIT.read_text().partition("ExecStop=/usr/sbin/")[2].partition("\n")[0]
    listed = run(*kernels_own(), "sh", "-ec", f"{own}; nft -f {laid}; {stop}; nft list ruleset")
    assert "table inet operator" in listed.stdout
    assert "chain forward" in listed.stdout
    assert "table inet adviespunt" not in listed.stdout


@pytest.mark.needs_tool("nft", "unshare", "setpriv")
def test_nobody_lays_them_with_the_two_rights_of_the_unit(laid: Path, run: Run) -> None:
    rights = UNIT.read_text().partition("AmbientCapabilities=")[2].partition("\n")[0]
    kept = ",".join(["-all", *(f"+{one.lower().removeprefix('cap_')}" for one in rights.split())])
    alone = ["unshare", "--net", "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if os.geteuid() != 0:
        pytest.skip(f"{NOT_RUN}root")
    limits = [f"--inh-caps={kept}", f"--ambient-caps={kept}", f"--bounding-set={kept}"]
    given = laid.read_text()
    done = subprocess.run(
        [*alone, *limits, "/usr/sbin/nft", "-f", "-"],
        input=given, text=True, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


# Tries each way out from inside a network of the test's own and prints what the kernel said.
TRY = """
import errno, json, os, socket, subprocess, sys
ip = lambda *words: subprocess.run(["ip", *words], check=True)
ip("link", "set", "lo", "up")
# Everywhere is reached through this device, behind which nobody answers.
ip("link", "add", "away", "type", "veth", "peer", "name", "behind")
ip("link", "set", "behind", "up"); ip("link", "set", "away", "up")
ip("address", "add", "203.0.113.5/24", "dev", "away"); ip("route", "add", "default", "dev", "away")
ip("address", "add", "2001:db8::5/64", "dev", "away", "nodad")
ip("-6", "route", "add", "default", "dev", "away")
subprocess.run(["nft", "-f", sys.argv[1]], check=True)
listening = []
for port in (22, 80, 587, 2525):
    one = socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True); listening.append(one)
# What nginx would listen at: its answers leave as its account's.
os.setegid(33); os.seteuid(33); one = socket.socket(); one.bind(("", 8443)); one.listen(); os.seteuid(0); os.setegid(0)

def attempt(account, kind, address, port):
    read, write = os.pipe()
    if not os.fork():
        os.setgroups([]); os.setgid(account or 0); os.setuid(account)
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        line = socket.socket(family, getattr(socket, "SOCK_" + kind)); line.settimeout(0.3)
        try:
            line.connect((address, port))
            if kind == "DGRAM": line.send(b"?")
            said = "open"
        except TimeoutError:
            said = "left"
        except OSError as error:
            said = errno.errorcode[error.errno]
        os.write(write, said.encode()); os._exit(0)
    os.close(write); said = os.read(read, 100).decode(); os.close(read); os.wait()
    return said
print(json.dumps([attempt(*one) for one in json.loads(sys.argv[2])]))
"""
# What a connection and a packet get from the last chain.
REFUSED = {"STREAM": "ECONNREFUSED", "DGRAM": "EPERM"}
Attempt = tuple[int, str, str, int]
MAY: list[Attempt] = [
    (ZONE, "STREAM", FAR, 587),
    (ZONE, "STREAM", "127.0.0.1", 587),
    (ZONE, "DGRAM", FAR, 53),
    (ZONE, "STREAM", FAR, 53),
    (ZONE, "DGRAM", "127.0.0.1", 53),
    (OTHER, "STREAM", HERE, 2525),
    (ZONE, "STREAM", FAR6, 587),
    (ZONE, "DGRAM", FAR6, 53),
    (SIXTH, "STREAM", HERE6, 2525),
    (TOR, "STREAM", FAR6, 9001),
    (TOR, "STREAM", FAR, 9001),
    (TOR, "STREAM", FAR, 443),
    (TOR, "STREAM", "127.0.0.1", 22),
    # Of whom we know nothing, nothing is asked.
    (OPERATOR, "STREAM", FAR, 443),
    (OPERATOR, "STREAM", "127.0.0.1", 8443),
    (70_099, "STREAM", "127.0.0.1", 80),
    (70_099, "DGRAM", FAR, 123),
]
MAY_NOT: list[Attempt] = [
    (NGINX, "STREAM", FAR, 443),
    (NGINX, "STREAM", "127.0.0.1", 22),
    (NGINX, "STREAM", HERE, 80),
    (NGINX, "DGRAM", FAR, 53),
    (POSTGRES, "STREAM", FAR, 443),
    (POSTGRES, "DGRAM", "127.0.0.1", 53),
    (ZONE, "STREAM", FAR, 443),
    (ZONE, "STREAM", FAR, 2525),
    (ZONE, "DGRAM", FAR, 587),
    (ZONE, "STREAM", "127.0.0.1", 80),
    (OTHER, "STREAM", FAR, 2525),
    (OTHER, "STREAM", HERE, 587),
    (NGINX, "STREAM", FAR6, 443),
    (ZONE, "STREAM", "::1", 80),
    (SIXTH, "STREAM", FAR6, 2525),
    (SIXTH, "STREAM", HERE, 2525),
    (TOR, "STREAM", NEAR6, 443),
    (TOR, "STREAM", "::1", 80),
    (QUIET, "STREAM", FAR, 587),
    (TOR, "STREAM", NEAR, 443),
    (TOR, "STREAM", "169.254.169.254", 80),
    (TOR, "STREAM", "127.0.0.1", 80),
    (TOR, "STREAM", HERE, 80),
    (TOR, "DGRAM", FAR, 53),
]


@pytest.mark.needs_tool("nft", "unshare", "ip")
def test_each_account_reaches_what_it_needs_and_nothing_else(laid: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip(f"{NOT_RUN}root")
    asked = json.dumps([*MAY, *MAY_NOT])
    told = json.loads(
        run_command(*kernels_own(), sys.executable, "-c", TRY, laid, asked).stdout.splitlines()[-1]
    )
    # Far away nobody takes the connection: that it left is all there is to see.
    wanted = ["left" if one[1] == "STREAM" and one[2] in {FAR, FAR6} else "open" for one in MAY]
    wanted += [REFUSED[one[1]] for one in MAY_NOT]
    assert dict(zip([*MAY, *MAY_NOT], told, strict=True)) == dict(
        zip([*MAY, *MAY_NOT], wanted, strict=True)
    )


@pytest.mark.needs_tool("systemd-analyze")
def test_the_unit_that_lays_them_is_closed(run: Run) -> None:
    run("systemd-analyze", "security", "--offline=true", "--threshold=14", UNIT)
    # What it starts need not be installed here.
    done = run("systemd-analyze", "verify", "--man=no", UNIT, check=False)
    told = [line for line in done.stderr.splitlines() if UNIT.name in line]
    assert [line for line in told if "is not executable" not in line] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('origins = ["https://a.example"]\n', None),
        ('[mail]\nhost = "smtp.example.be"\nport = 587\nsender = "a@b.example"\n', ("smtp.example.be", 587)),
    ],
)  # fmt: skip
def test_the_mail_server_is_read_from_the_settings(
    tmp_path: Path, text: str, found: rules.MailServer | None
) -> None:
    file = tmp_path / "portal.toml"
    file.write_text(text)
    assert rules.mail_server(file) == found


@pytest.mark.parametrize(
    "text",
    [
        "mail = 3\n",
        "[mail]\nport = 587\n",
        '[mail]\nhost = "a"\nport = "587 accept"\n',
        '[mail]\nhost = "a"\nport = 70000\n',
        '[mail]\nhost = "a"\nport = true\n',
        "[mail\n",
        "deep = " + "[" * 10_000,
        "# " + "long " * 4_000,
    ],
    ids=[
        "no-table",
        "no-host",
        "port-of-words",
        "no-port",
        "port-is-true",
        "broken",
        "deep",
        "long",
    ],
)
def test_settings_that_say_it_otherwise_open_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "portal.toml"
    file.write_text(text)
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
        rules.mail_server(file)


def test_no_link_and_no_pipe_is_read_in_the_place_of_settings(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError):  # noqa: PT011
        rules.mail_server(tmp_path / "link")
    with pytest.raises(ValueError, match="no file"):
        rules.mail_server(tmp_path / "pipe")


@pytest.mark.parametrize(
    ("host", "let_out"),
    [
        ("a } ; flush ruleset", f"mail {{ {ZONE} . 25 }}"),
        ("2001:db8::5%1 . 25 }\nflush ruleset\n#", f"mail6 {{ {ZONE} . 2001:db8::5 . 25 }}"),
    ],
)
def test_a_name_in_the_settings_is_never_a_rule(host: str, let_out: str) -> None:
    text = rules.ruleset([], {ZONE: (host, 25)}, [])
    assert "flush" not in text
    assert let_out in text
