"""The jobs of the timers in their own sandboxes, restoring as docs/operator.md says, and Debian's updates."""

from __future__ import annotations

import json
import re

import pytest

from tests.machine.installing import Installed, Instance
from tests.machine.lived import Life


def both(installed: Installed, which: str) -> Instance:
    place: Instance = getattr(installed, which)
    return place


@pytest.mark.parametrize("which", ["whole", "least"])
@pytest.mark.parametrize("job", ["sweep", "backup", "digest"])
def test_a_job_succeeds_in_its_sandbox(installed: Installed, which: str, job: str) -> None:
    unit = f"adviespunt-{job}@{both(installed, which).name}.service"
    installed.sh(f"systemctl start {unit}")
    assert installed.sh(f"systemctl show -P Result {unit}").strip() in {"success", "exec-condition"}


def _health(place: Instance) -> dict[str, object]:
    """All that health tells but the room on the disk."""
    told: dict[str, object] = json.loads(place.adviespunt("health"))
    return {name: value for name, value in told.items() if name != "free_mib"}


@pytest.mark.parametrize("which", ["whole", "least"])
def test_what_the_backup_laid_down_can_be_restored_and_answers(
    installed: Installed, which: str
) -> None:
    place = both(installed, which)
    before = _health(place)
    copies = {
        kind: installed.sh(f"ls -t /var/backups/{folder}/{place.name}/* | head -n 1").strip()
        for kind, folder in (("database", "adviespunt"), ("keyring", "adviespunt-keyring"))
    }
    installed.sh(f"systemctl stop 'adviespunt*@{place.name}*'")
    installed.sh(f"rm -rf {place.data}/database.sqlite* {place.data}/keyring")
    if which == "whole":
        name = f"adviespunt-{place.name}"
        installed.sh(f"runuser -u postgres -- dropdb {name}")
        installed.sh(f"runuser -u postgres -- createdb --owner {name} {name}")
        shut = f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC'
        installed.sh(f"runuser -u postgres -- psql -c '{shut}'")
    # Readable for the account alone, wherever they come from.
    kept = f"/var/backups/adviespunt/{place.name}"
    installed.sh(f"cp {copies['keyring']} {kept}/ && chown -R adviespunt-{place.name}: {kept}")
    keyring = f"{kept}/{copies['keyring'].rpartition('/')[2]}"
    place.adviespunt("restore", "--database", copies["database"], "--keyring", keyring)
    installed.sh(f"rm {keyring}")
    jobs = " ".join(f"adviespunt-{job}@{place.name}.timer" for job in ("digest", "sweep", "backup"))
    installed.sh(
        f"systemctl start adviespunt@{place.name}.socket adviespunt@{place.name}.service {jobs}"
    )
    assert _health(place) == before
    assert Life(installed).ask(place, "GET", "/") == 200


def test_debians_updates_are_installed_by_themselves(installed: Installed) -> None:
    assert (
        installed.sh("apt-config dump APT::Periodic::Unattended-Upgrade").strip().endswith('"1";')
    )
    waiting = "apt-get --just-print upgrade | grep -c '^Inst.*Debian-Security' || true"
    before = int(installed.sh(waiting))
    installed.sh("touch /run/reboot-required; unattended-upgrade --verbose")
    # At the hour of deploy/apt, which is not now.
    planned = installed.sh("cat /run/systemd/shutdown/scheduled; shutdown -c")
    assert "MODE=reboot" in planned
    [at] = re.findall(r"^USEC=(\d+)\d{6}$", planned, re.MULTILINE)
    assert installed.sh(f"date -d @{at} +%H:%M").strip() == "05:00"
    installed.figures["security updates"] = {"before": before, "after": int(installed.sh(waiting))}
    assert int(installed.sh(waiting)) == 0
    assert installed.sh("systemctl --failed --plain --no-legend") == ""


def test_nginx_reloads_as_its_unit_says(installed: Installed) -> None:
    installed.sh("systemctl reload nginx")
    assert Life(installed).ask(installed.whole, "GET", "/") == 200
