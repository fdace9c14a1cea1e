"""The jail, tried from inside, as root and as an ordinary user; and its layers one by one."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sanitizers import Cleaner, JailUnavailable, Refused
from sanitizers.errors import JailBroken
from sanitizers.jail import bpf, layers, parent
from sanitizers.jail.parent import decoding
from sanitizers.limits import DEFAULT
from tests.sanitizers import makers

ROOT, ORDINARY = 0, 12345
USERS = [
    pytest.param(
        ROOT, marks=pytest.mark.skipif(os.getuid() != 0, reason="not run, needs to be root")
    ),
    ORDINARY,
]
DENIED = f"errno {errno.EPERM}"
KILLED = -signal.SIGSYS


def tried(attempt: str, user: int = ORDINARY, without: str = "") -> tuple[int, str]:
    """Exit status and verdict of one attempt."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.sanitizers.inside", attempt, str(user), without],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return run.returncode, run.stdout.strip()


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize(
    "attempt",
    [
        "socket",
        "connect",
        "execve",
        "fork",
        "ptrace",
        "kill",
        "io_uring",
        "unshare",
        "thread_with_a_world",
    ],
)
def test_an_intruder_ends_at_once(attempt: str, user: int) -> None:
    assert tried(attempt, user) == (KILLED, "")


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize(
    "attempt",
    [
        "open",
        "write",
        "list",
        "more_limits",
        "executable_memory",
        "become_root",
        "look_at_the_server",
    ],
)
def test_what_a_library_might_try_by_accident_is_denied(attempt: str, user: int) -> None:
    assert tried(attempt, user) == (0, DENIED)


@pytest.mark.parametrize("user", USERS)
def test_memory_is_bounded(user: int) -> None:
    assert tried("memory", user) == (0, "memory")


@pytest.mark.parametrize("user", USERS)
def test_processor_time_is_bounded(user: int) -> None:
    assert tried("time", user)[0] == -signal.SIGXCPU


def test_threads_are_bounded() -> None:
    """Not for root, whom the kernel doesn't count; the fork-server never is."""
    assert tried("threads_without_end") == (0, "no more threads")


@pytest.mark.parametrize("user", USERS)
def test_nothing_grows_on_a_file_that_was_open(user: int) -> None:
    assert tried("large_file", user) == (0, f"errno {errno.EFBIG}")


@pytest.mark.parametrize("user", USERS)
def test_a_process_made_the_new_way_is_unknown_and_a_thread_is_not(user: int) -> None:
    assert tried("clone3", user) == (0, f"errno {errno.ENOSYS}")
    assert tried("thread", user) == (0, "succeeded")


@pytest.mark.parametrize("attempt", ["open", "write", "list"])
def test_landlock_alone_keeps_files_closed(attempt: str) -> None:
    """Each layer must hold by itself what it is there for."""
    without_seccomp = _confined_by("landlock", attempt)
    assert without_seccomp == f"errno {errno.EACCES}"


def test_the_limits_alone_keep_files_closed() -> None:
    assert _confined_by("rlimits", "open") == f"errno {errno.EMFILE}"


def _confined_by(layer: str, attempt: str) -> str:
    code = (
        "import sys; from tests.sanitizers import inside; from sanitizers.jail import layers;"
        f"layers._OF_A_CHILD = tuple(p for p in layers._OF_A_CHILD if p[0] == '{layer}');"
        "inside.main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, attempt, "0", ""],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return run.stdout.strip()


def test_a_layer_that_cannot_be_set_up_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    for layer in ("landlock", "seccomp"):
        monkeypatch.setattr(parent, "_CODE", breaking(layer))
        with pytest.raises(JailUnavailable) as refused:
            decoding(frozenset())
        assert refused.value.layer == layer


def test_an_operator_may_allow_a_missing_layer_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "_CODE", breaking("landlock"))
    with pytest.raises(JailUnavailable):
        Cleaner(allowed_missing=frozenset({"seccomp"}))
    with Cleaner(allowed_missing=frozenset({"landlock"})) as cleaner:
        assert cleaner.clean(makers.saved("JPEG")).pages


_CODE = parent._CODE


def breaking(layer: str) -> str:
    """The fork-server's start, with one layer that this machine would not have."""
    broken = (
        "from sanitizers.jail import layers\n"
        "def missing(room): raise OSError(38, 'not on this machine')\n"
        "layers._OF_A_CHILD = tuple("
        f"(name, missing if name == '{layer}' else apply) for name, apply in layers._OF_A_CHILD)\n"
    )
    first, second, third = _CODE.split("; ", 2)
    return f"{first}\n{second}\n{broken}\n{third}"


def test_the_fork_server_is_not_root(cleaner: Cleaner) -> None:
    status = Path(f"/proc/{cleaner.server_pid}/status").read_text()
    uids = next(line for line in status.splitlines() if line.startswith("Uid:")).split()[1:]
    assert "0" not in uids


def test_the_fork_server_is_hidden_from_others_of_its_user_and_goes_first_without_memory(
    cleaner: Cleaner,
) -> None:
    own = Path(f"/proc/{cleaner.server_pid}")
    assert (own / "oom_score_adj").read_text().strip() == "900"
    # The kernel gives what may not be looked at to root.
    assert (own / "maps").stat().st_uid == 0


def test_a_lost_fork_server_is_replaced() -> None:
    with Cleaner() as cleaner:
        first = cleaner.server_pid
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
        assert cleaner.clean(makers.saved("JPEG")).pages
        assert cleaner.server_pid != first


def test_a_closed_cleaner_ends_its_server_and_cleans_no_more() -> None:
    with Cleaner() as cleaner:
        pid = cleaner.server_pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(Refused):
        cleaner.clean(makers.saved("JPEG"))


def test_a_server_that_is_gone_takes_no_work() -> None:
    server = decoding(frozenset())
    server.close()
    with pytest.raises(JailBroken):
        server.begin(5, DEFAULT.memory_bytes)


@pytest.mark.parametrize("architecture", bpf.MACHINES)
def test_the_filter_fits_its_machine(architecture: str) -> None:
    """No jump past 255 instructions, no more than the kernel's 4096, and an answer at the end."""
    program = bpf.program(1, architecture)
    assert len(program) % 8 == 0
    assert 100 < len(program) // 8 < 4096
    assert program[-8:-6] == b"\x06\0"


def test_every_call_has_one_fate() -> None:
    assert not set(bpf.ALLOWED) & set(bpf.DEADLY)
    for machine in bpf.MACHINES.values():
        assert set(bpf.ALLOWED) <= set(machine.numbers)


def test_it_knows_its_layers() -> None:
    assert layers.LAYERS == ("user", "landlock", "rlimits", "seccomp")
