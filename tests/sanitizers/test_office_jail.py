"""The office suite's world, tried from inside by the programs that a document would run there."""

import os

import pytest

from sanitizers.limits import DEFAULT, Limits
from sanitizers.office import Office
from tests.sanitizers.test_documents import NEEDS_OFFICE

pytestmark = NEEDS_OFFICE


def said(script: str, limits: Limits = DEFAULT) -> str:
    """What a shell script prints inside."""
    return Office(limits)._run({}, f"{script}\n", "odt", "pdf").decode().strip()


def verdict(attempt: str) -> str:
    """Whether one command works."""
    return said(f"if {attempt} >/dev/null 2>&1; then echo worked; else echo failed; fi")


def test_what_should_work_there_works() -> None:
    """Else the failures below would show nothing."""
    assert verdict("touch /tmp/out/x") == "worked"
    assert verdict("ls /usr/lib/libreoffice") == "worked"


@pytest.mark.parametrize(
    "attempt",
    [
        "touch /usr/bin/x",
        "touch /x",
        "touch /dev/x",
        "touch /dev/shm/x",
        "dd if=/dev/zero of=/tmp/large bs=1M count=600",
        "mkdir /tmp/m && mount -t tmpfs none /tmp/m",
        "unshare -U true",
        "unshare -m true",
        "nsenter -t 1 -m true",
        "chroot /usr /bin/true",
        "bash -c 'echo x >/dev/tcp/127.0.0.1/22'",
        "cat /etc/passwd",
        "ipcmk -M 4096",
        "ipcmk -Q",
        "ipcmk -S 1",
        "ls /home /root /var/lib/dpkg /srv",
        "kill -9 $(($$ + 100000))",
        "sh -c 'ulimit -t unlimited'",
    ],
)
def test_what_no_document_needs_fails_there(attempt: str) -> None:
    assert verdict(attempt) == "failed"


def test_it_is_nobody_in_a_world_without_others_or_a_network() -> None:
    assert said("id -u") != "0"
    assert said("id -g") != "0"
    own = said("ls -d /proc/[0-9]*").split()
    assert len(own) < 6
    interfaces = said("tail -n +3 /proc/net/dev").splitlines()
    assert [line.partition(":")[0].strip() for line in interfaces] == ["lo"]


def test_nothing_of_the_portal_is_in_its_surroundings() -> None:
    names = {line.partition("=")[0] for line in said("env").splitlines()}
    assert names <= {"HOME", "PATH", "LANG", "TZ", "PWD", "SHLVL", "OLDPWD", "_"}
    open_there = said("ls /proc/$$/fd").split()
    assert set(open_there) <= {"0", "1", "2"}


def test_processes_without_end_come_to_an_end() -> None:
    counted = said("n=0; while [ $n -lt 400 ]; do sleep 20 & n=$((n + 1)); done; echo $n")
    assert not counted.endswith("400")


def test_a_document_that_eats_memory_goes_before_the_portal_does() -> None:
    assert said("cat /proc/self/oom_score_adj") == "900"


def test_the_suite_starts_once_and_tests_no_pictures_of_its_own() -> None:
    """Both cost more than drawing a letter does; 81 is how the suite asks to be started again."""
    suite = "/usr/lib/libreoffice/program/soffice.bin -env:UserInstallation=file:///tmp/profile"
    convert = f"{suite} --headless --convert-to pdf --outdir /tmp/out /tmp/letter.txt"
    ended = said(f"echo x >/tmp/letter.txt; {convert} >/dev/null 2>&1; echo $?; ls /tmp/out")
    assert ended.split() == ["0", "letter.pdf"]
    left = said(f"echo x >/tmp/letter.txt; {convert} >/dev/null 2>&1; ls /tmp/profile/user")
    assert "registrymodifications.xcu" in left
    assert "GraphicsRenderTests.log" not in left


def test_what_it_leaves_running_is_ended_with_it() -> None:
    before = _sleepers()
    said("sleep 600 & sleep 600 & echo begun")
    assert _sleepers() == before


def _sleepers() -> int:
    """Processes anywhere on this machine that sleep as long as the test's do."""
    found = 0
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            try:
                with open(f"/proc/{entry.name}/cmdline", "rb") as file:  # noqa: PTH123 - in a loop over all
                    found += file.read() == b"sleep\x00600\x00"
            except OSError:
                continue
    return found
