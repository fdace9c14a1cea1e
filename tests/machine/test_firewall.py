"""Where the accounts of a booted machine may begin a connection."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.machine.installing import Installed
from tests.machine.lived import MAIL_PORT, name_mail_server

PORT = 8099
CLOSED = ["www-data", "postgres", "debian-tor", "adviespunt-zone", "adviespunt-ander"]
CONNECT = "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), 60)"
RULES = "nft list table inet adviespunt"


@pytest.fixture(scope="module")
def listening(installed: Installed) -> Iterator[Installed]:
    """With servers of root's own at two ports: one of nobody, and that of the least instance's mail."""
    name_mail_server(installed)
    for port in (PORT, MAIL_PORT):
        serve = f"/usr/bin/python3 -m http.server --bind 127.0.0.1 --directory /run/lock {port}"
        quiet = "-p StandardOutput=null -p StandardError=null"
        installed.sh(f"systemd-run --quiet --unit=listening-{port} {quiet} {serve}")
        reached = f'python3 -c "{CONNECT}" {port} 2>/dev/null'
        installed.sh(f"for _ in $(seq 60); do {reached} && exit 0; sleep 1; done; exit 1")
    yield installed
    installed.sh(f"systemctl stop listening-{PORT} listening-{MAIL_PORT}")


def _said(installed: Installed, account: str, port: int) -> str:
    run = f'cd /; runuser -u {account} -- /usr/bin/python3 -c "{CONNECT}" {port}'
    done = installed.machine.sh(run, check=False)
    return done.err.strip().splitlines()[-1].partition(":")[0] if done.status else "open"


@pytest.mark.parametrize("account", CLOSED)
def test_no_account_of_ours_reaches_what_it_does_not_need(
    listening: Installed, account: str
) -> None:
    assert _said(listening, account, PORT) == "ConnectionRefusedError"
    assert _said(listening, "nobody", PORT) == "open"


def test_the_daily_notice_reaches_the_mail_server_of_its_own_instance(listening: Installed) -> None:
    """That of the least instance stands in its settings; the whole one has none."""
    assert _said(listening, "adviespunt-ander", MAIL_PORT) == "open"
    assert _said(listening, "adviespunt-zone", MAIL_PORT) == "ConnectionRefusedError"


@pytest.mark.parametrize("what", ["start", "reload", "restart"])
def test_debians_own_firewall_takes_nothing_of_ours_away(installed: Installed, what: str) -> None:
    """Its file begins with `flush ruleset`. Where it is started late, ours is started again by hand."""
    installed.sh(f"systemctl {what} nftables")
    if what == "start":
        installed.sh("systemctl restart adviespunt-firewall")
    # systemctl waits for Debian's, and ours comes behind it.
    again = f"for _ in $(seq 60); do {RULES} 2>/dev/null && exit 0; sleep 1; done; exit 1"
    assert "chain output" in installed.sh(again)
    assert "table inet filter" in installed.sh("nft list ruleset")


def test_it_can_be_turned_off_for_good(installed: Installed) -> None:
    restart = "systemctl restart adviespunt-firewall"
    installed.sh(f"touch /etc/adviespunt/no-firewall; {restart}")
    assert installed.machine.sh(RULES, check=False).status != 0
    installed.sh(f"rm /etc/adviespunt/no-firewall; {restart}")
    assert "chain output" in installed.sh(RULES)
