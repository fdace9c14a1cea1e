"""What install.sh leaves on a machine: every unit up, closed, and confined by AppArmor."""

from __future__ import annotations

import json
import re

import pytest

from tests.machine.installing import POSTGRESQL, Installed

INSTANCE, OTHER = "zone", "ander"

# As systemd-analyze counts: under 1.5 as it rounds.
MOST_EXPOSED = 1.4
JOBS = ("backup", "digest", "sweep")
UP = [
    "nginx.service", POSTGRESQL, "tor@default.service", "apparmor.service",
    "adviespunt-firewall.service", "unattended-upgrades.service", "apt-daily-upgrade.timer",
    *(f"adviespunt@{name}.{kind}" for name in (INSTANCE, OTHER) for kind in ("service", "socket")),
    *(f"adviespunt-{job}@{name}.timer" for name in (INSTANCE, OTHER) for job in JOBS),
]  # fmt: skip
SERVICES = [
    "nginx.service",
    "adviespunt-firewall.service",
    *(f"adviespunt@{name}.service" for name in (INSTANCE, OTHER)),
    *(f"adviespunt-{job}@{INSTANCE}.service" for job in JOBS),
]


@pytest.mark.parametrize("unit", UP)
def test_it_is_up_and_will_be_after_a_start(installed: Installed, unit: str) -> None:
    assert installed.sh(f"systemctl is-active {unit}", check=False).strip() == "active"
    enabled = installed.sh(f"systemctl is-enabled {unit}", check=False).strip()
    assert enabled in {"enabled", "enabled-runtime", "static", "generated", "indirect"}


def test_no_unit_of_the_machine_failed(installed: Installed) -> None:
    assert installed.sh("systemctl --failed --plain --no-legend") == ""
    assert installed.sh("systemctl is-system-running --wait", check=False).strip() == "running"


def test_every_job_has_its_next_time(installed: Installed) -> None:
    listed = installed.sh("systemctl list-timers --all --no-pager")
    for name in (INSTANCE, OTHER):
        for job in JOBS:
            [line] = [one for one in listed.splitlines() if f"adviespunt-{job}@{name}.timer" in one]
            assert re.match(r"\w{3} \d{4}-\d\d-\d\d", line), line


@pytest.mark.parametrize("unit", SERVICES)
def test_the_unit_as_it_runs_is_closed(installed: Installed, unit: str) -> None:
    said = installed.sh(f"systemd-analyze security --no-pager {unit}")
    [exposure] = re.findall(r"Overall exposure level for \S+: ([\d.]+)", said)
    installed.figures[f"exposure {unit}"] = float(exposure)
    assert float(exposure) <= MOST_EXPOSED


def _processes(installed: Installed, unit: str) -> list[int]:
    group = f"/sys/fs/cgroup/$(systemctl show -P ControlGroup {unit})/cgroup.procs"
    return [int(line) for line in installed.sh(f"cat {group}").split()]


@pytest.mark.parametrize(
    ("name", "profile"), [(INSTANCE, "adviespunt-office"), (OTHER, "adviespunt")]
)
def test_every_process_of_the_portal_is_confined(
    installed: Installed, name: str, profile: str
) -> None:
    processes = _processes(installed, f"adviespunt@{name}.service")
    assert len(processes) >= 3  # the master and its two workers
    for one in processes:
        assert installed.sh(f"cat /proc/{one}/attr/current").strip() == f"{profile} (enforce)"
        status = installed.sh(f"cat /proc/{one}/status")
        assert re.search(r"^NoNewPrivs:\s+1$", status, re.MULTILINE)
        assert re.search(r"^Seccomp:\s+2$", status, re.MULTILINE)
        assert not re.search(r"^Uid:.*\b0\b", status, re.MULTILINE)
        assert (
            re.findall(r"^Cap(?:Eff|Prm|Bnd|Amb):\s+(\w+)$", status, re.MULTILINE) == ["0" * 16] * 4
        )


def test_nginx_is_confined_and_never_root(installed: Installed) -> None:
    processes = _processes(installed, "nginx.service")
    assert len(processes) >= 2  # the master and its workers
    for one in processes:
        assert installed.sh(f"cat /proc/{one}/attr/current").strip() == "adviespunt-nginx (enforce)"
        assert not re.search(r"^Uid:.*\b0\b", installed.sh(f"cat /proc/{one}/status"), re.MULTILINE)


@pytest.mark.parametrize(
    "attempt",
    [
        "/var/lib/adviespunt/zone",
        "/etc/adviespunt/tls",
        "/run/adviespunt-nginx -maxdepth 0 -fprint /var/lib/adviespunt-acme/x",
        "/run/adviespunt-nginx -maxdepth 0 -exec /usr/bin/id ;",
    ],
)
def test_what_lies_outside_the_profile_of_nginx_is_refused_to_root(
    installed: Installed, attempt: str
) -> None:
    """By the one program beside nginx that its profile knows."""
    words = attempt.replace(";", "';'")
    installed.sh(f"find {words}; rm -f /var/lib/adviespunt-acme/x")
    done = installed.machine.sh(
        f"aa-exec -p adviespunt-nginx -- /usr/bin/find {words}", check=False
    )
    assert "Permission denied" in done.err


def test_tor_runs_in_both_its_sandboxes_and_reaches_the_door_of_its_service(
    installed: Installed,
) -> None:
    [one] = _processes(installed, "tor@default.service")
    status = installed.sh(f"cat /proc/{one}/status")
    assert re.search(r"^Seccomp:\s+2$", status, re.MULTILINE)
    assert installed.sh(f"cat /proc/{one}/attr/current").strip() == "system_tor (enforce)"
    assert installed.sh("ls -A /run/tor").split() == ["tor.pid"]
    door = "/run/adviespunt-nginx/zone-onion.sock"
    onion = installed.sh("cat /var/lib/tor/adviespunt-zone/hostname").strip()
    asked = f"curl --silent --fail --unix-socket {door} -o /dev/null http://{onion}/"
    installed.sh(f"cd /; runuser -u debian-tor -- {asked}")
    # Which would end it, were it done.
    installed.sh("systemctl reload tor", check=False)
    assert _processes(installed, "tor@default.service") == [one]


def test_the_profiles_are_enforced(installed: Installed) -> None:
    profiles = json.loads(installed.sh("aa-status --json"))["profiles"]
    for name in ("adviespunt", "adviespunt-office", "adviespunt-mail", "adviespunt-nginx"):
        assert profiles[name] == "enforce"


OUTSIDE = {
    "a secret of the machine": "open('/etc/shadow').read(1)",
    "the keys of the certificate": f"open('/etc/adviespunt/tls/{INSTANCE}/privkey.pem').read(1)",
    "a network": "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
    "a place outside": "open('/var/lib/elsewhere', 'w')",
    "another program": "import os; os.execv('/usr/bin/id', ['id'])",
}


@pytest.mark.parametrize("profile", ["adviespunt", "adviespunt-office"])
@pytest.mark.parametrize("attempt", OUTSIDE)
def test_what_lies_outside_its_profile_is_refused_to_root(
    installed: Installed, profile: str, attempt: str
) -> None:
    run = f'/usr/bin/python3 -c "{OUTSIDE[attempt]}"'
    installed.sh(f"{run}; rm -f /var/lib/elsewhere")  # without the profile it may
    done = installed.machine.sh(f"aa-exec -p {profile} -- {run}", check=False)
    assert done.status != 0
    assert "PermissionError" in done.err


def test_no_other_account_of_the_machine_comes_into_an_instances_database(
    installed: Installed,
) -> None:
    name = f"adviespunt-{installed.whole.name}"
    asked = f"SELECT has_database_privilege('public', '{name}', 'CONNECT')"
    told = installed.sh(f'runuser -u postgres -- psql -qAtc "{asked}"')
    assert told.strip() == "f"


def test_an_error_stands_where_the_operator_looks_in_a_folder_that_is_not_the_accounts(
    installed: Installed,
) -> None:
    place = installed.least
    unit, folder = f"adviespunt-sweep@{place.name}.service", f"/var/log/adviespunt/{place.name}"
    settings = f"{place.data}/portal.toml"
    installed.sh(f"cp -a {settings} /root/kept.toml; echo 'hots = 3' >>{settings}")
    try:
        installed.sh(f"systemctl start {unit}", check=False)
    finally:
        installed.sh(f"cp -a /root/kept.toml {settings}; systemctl reset-failed {unit}")
    assert "hots" in installed.sh(f"cat {folder}/errors")
    as_account = f"runuser -u adviespunt-{place.name} --"
    assert installed.machine.sh(f"{as_account} touch {folder}/errors", check=False).status
    assert installed.machine.sh(f"{as_account} ln -s /root/x {folder}/x", check=False).status
