"""Debian's updates by themselves, and the hour at which the machine starts anew for them."""

import re
from datetime import time, timedelta
from pathlib import Path

import pytest

from tests.deploy.conftest import DEPLOY, Run

SETTINGS = DEPLOY / "apt/52adviespunt"


def _hour(job: str) -> timedelta:
    unit = (DEPLOY / f"systemd/adviespunt-{job}@.timer").read_text()
    [said] = re.findall(r"^OnCalendar=.*?([\d:]+)$", unit, re.MULTILINE)
    return _since_midnight(said)


def _since_midnight(text: str) -> timedelta:
    moment = time.fromisoformat(text)
    return timedelta(hours=moment.hour, minutes=moment.minute)


@pytest.fixture
def told(tmp_path: Path, run: Run) -> str:
    """What apt makes of the file, and of no other."""
    alone = tmp_path / "apt.conf"
    alone.write_text(f'Dir::Etc {{ main "{SETTINGS}"; parts "{tmp_path}/none"; }};\n')
    return run("apt-config", "dump", APT_CONFIG=str(alone)).stdout


@pytest.mark.needs_tool("apt-config")
def test_the_machine_starts_anew_between_the_jobs_of_the_night_and_the_morning(told: str) -> None:
    said = dict(re.findall(r'^Unattended-Upgrade::(\S+) "(.*)";$', told, re.MULTILINE))
    assert said["Automatic-Reboot"] == said["Automatic-Reboot-WithUsers"] == "true"
    at = _since_midnight(said["Automatic-Reboot-Time"])
    late = timedelta(minutes=30)  # RandomizedDelaySec, and the job itself
    assert max(_hour("sweep"), _hour("backup")) + 2 * late <= at <= _hour("digest") - late


MAPPED = "7f00-7f01 r-xp 00000000 fe:00 131 {file}\n"


@pytest.mark.needs_tool("apt-config")
@pytest.mark.parametrize(
    ("file", "asked"),
    [
        ("/usr/lib/x86_64-linux-gnu/libssl.so.3 (deleted)", True),
        ("/usr/lib/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so (deleted)", True),
        ("/usr/lib/x86_64-linux-gnu/libssl.so.3", False),
        ("/dev/shm/sessions (deleted)", False),
        ("/memfd:x (deleted)", False),
    ],
)
def test_a_library_that_was_mended_and_still_runs_asks_for_a_start(
    tmp_path: Path, told: str, run: Run, file: str, asked: bool
) -> None:
    [command] = re.findall(r'^DPkg::Post-Invoke:: "(.*)";$', told, re.MULTILINE)
    for number, text in ((1, MAPPED.format(file="/usr/bin/init")), (77, MAPPED.format(file=file))):
        (tmp_path / f"proc/{number}").mkdir(parents=True)
        (tmp_path / f"proc/{number}/maps").write_text(text)
    (tmp_path / "run").mkdir()
    here = command.replace("/proc/", f"{tmp_path}/proc/").replace("/run/", f"{tmp_path}/run/")
    run("sh", "-c", here)
    assert (tmp_path / "run/reboot-required").exists() == asked
