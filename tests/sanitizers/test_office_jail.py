"""The office suite's world, tried from inside by the programs that a document would run there."""

import os
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from sanitizers.jail.parent import Server
from sanitizers.limits import DEFAULT
from sanitizers.office.alone import Alone
from sanitizers.office.kit import SURROUNDINGS
from sanitizers.office.warm import HOME, Warm, contents, spawn
from tests.sanitizers.contract import NEEDS_OFFICE

pytestmark = NEEDS_OFFICE


# The answer comes as soon as it is complete; the kernel ends the rest of that world after it.
_ENDED_WITHIN_SECONDS = 20
Saying = Callable[[str], str]

# In the place of the office suite: a shell, whose script is the document.
_SHELL = b"""
import subprocess
class Suite:
    def run(self, macro, finish):
        source, target = macro.partition("(")[2].rstrip(")").split(",")
        with open(source) as script, open(target, "wb") as out:
            subprocess.run(["/bin/sh", "-c", "PATH=/usr/bin;" + script.read()], stdout=out, stderr=subprocess.DEVNULL)
        finish()
"""


def said_alone(script: str) -> str:
    """What a shell script prints in the world of a suite that is started for one document."""
    return Alone(DEFAULT).run({}, f"{script}\n", "odt", "pdf").decode().strip()


@pytest.fixture(scope="module")
def shells() -> Iterator[Server]:
    """The fork-server of the suite that waits for documents, with shells to give them to."""
    files = contents() | {f"{HOME}/office/kit.py": _SHELL}
    server = Server(partial(spawn, files))
    yield server
    server.close()


@pytest.fixture(params=["alone", "warm"])
def said(request: pytest.FixtureRequest) -> Saying:
    """What a shell script prints where a document is drawn, in either of the two ways."""
    if request.param == "alone":
        return said_alone
    server = request.getfixturevalue("shells")
    task = ("Draw", "sh", "txt", "")
    return lambda script: Warm(DEFAULT).drawn(server, task, script.encode()).decode().strip()


def verdict(said: Saying, attempt: str) -> str:
    """Whether one command works."""
    return said(f"if {attempt} >/dev/null 2>&1; then echo worked; else echo failed; fi")


def test_what_should_work_there_works(said: Saying) -> None:
    """Else the failures below would show nothing."""
    assert verdict(said, "touch /tmp/out/x") == "worked"
    assert verdict(said, "ls /usr/lib/libreoffice") == "worked"


@pytest.mark.parametrize(
    "attempt",
    [
        "touch /usr/bin/x",
        "touch /x",
        "touch /dev/x",
        "touch /dev/shm/x",
        "sh -c 'dd if=/dev/zero of=/tmp/x bs=1M count=600; s=$?; rm /tmp/x; exit $s'",
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
def test_what_no_document_needs_fails_there(said: Saying, attempt: str) -> None:
    assert verdict(said, attempt) == "failed"


def test_it_is_nobody_in_a_world_without_others_or_a_network(said: Saying) -> None:
    assert said("id -u") != "0"
    assert said("id -g") != "0"
    own = said("ls -d /proc/[0-9]*").split()
    assert len(own) < 6
    interfaces = said("tail -n +3 /proc/net/dev").splitlines()
    assert [line.partition(":")[0].strip() for line in interfaces] == ["lo"]


def test_nothing_of_the_portal_is_in_its_surroundings(said: Saying) -> None:
    names = {line.partition("=")[0] for line in said("env").splitlines()}
    assert names <= {"HOME", "PATH", "LANG", "TZ", "PWD", "SHLVL", "OLDPWD", "_", *SURROUNDINGS}
    open_there = said("ls /proc/$$/fd").split()
    assert set(open_there) <= {"0", "1", "2"}


def test_processes_without_end_come_to_an_end(said: Saying) -> None:
    counted = said("n=0; while [ $n -lt 400 ]; do sleep 20 & n=$((n + 1)); done; echo $n")
    assert not counted.endswith("400")


def test_a_document_that_eats_memory_goes_before_the_portal_does(said: Saying) -> None:
    assert said("cat /proc/self/oom_score_adj") == "900"


def test_the_suite_starts_once_and_tests_no_pictures_of_its_own() -> None:
    """Both cost more than drawing a letter does; 81 is how the suite asks to be started again."""
    suite = "/usr/lib/libreoffice/program/soffice.bin -env:UserInstallation=file:///tmp/profile"
    convert = f"{suite} --headless --convert-to pdf --outdir /tmp/out /tmp/letter.txt"
    ended = said_alone(f"echo x >/tmp/letter.txt; {convert} >/dev/null 2>&1; echo $?; ls /tmp/out")
    assert ended.split() == ["0", "letter.pdf"]
    left = said_alone(f"echo x >/tmp/letter.txt; {convert} >/dev/null 2>&1; ls /tmp/profile/user")
    assert "registrymodifications.xcu" in left
    assert "GraphicsRenderTests.log" not in left


def test_what_it_leaves_running_is_ended_with_it(said: Saying) -> None:
    before = _sleepers()
    said("sleep 600 & sleep 600 & echo begun")
    until = time.monotonic() + _ENDED_WITHIN_SECONDS
    while (left := _sleepers()) != before and time.monotonic() < until:
        os.sched_yield()
    assert left == before


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
