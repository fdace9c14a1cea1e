"""The jail, tried from inside a child of the real fork-server, and its layers one by one.

As the fork-server runs when root starts it, when an ordinary user does, and when root starts it and
can't become nobody, which an operator may allow.
"""

import errno
import json
import os
import platform
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanitizers.jail import bpf
from sanitizers.jail.layers import NOBODY
from sanitizers.jail.parent import Server
from tests.sanitizers.jailed import (
    MEMORY,
    MIB,
    ORDINARY,
    ROOT,
    SECONDS,
    Trying,
    serving,
    tried,
)

NEEDS_ROOT = pytest.mark.skipif(os.getuid() != 0, reason="not run, needs to be root")
NEEDS_X86 = pytest.mark.skipif(
    platform.machine() != "x86_64", reason="not run, needs a machine with two older ones in it"
)
DENIED = (0, f"errno {errno.EPERM}")
KILLED = (-signal.SIGSYS, "")
SUCCEEDED = (0, "succeeded")
PROC = Path("/proc")


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("root", marks=NEEDS_ROOT),
        pytest.param("still root", marks=NEEDS_ROOT),
        "ordinary",
    ],
)
def user(request: pytest.FixtureRequest) -> str:
    """Who started the fork-server."""
    return str(request.param)


@pytest.fixture(scope="module")
def server(user: str) -> Iterator[Server]:
    """With every layer, but for the one that a user who stays root is."""
    missing = frozenset({"user"} if user == "still root" else ())
    with serving(ORDINARY if user == "ordinary" else ROOT, missing) as running:
        yield running


CALLS = [
    "execve", "execveat", "ptrace", "fork", "vfork", "socket", "socketpair", "connect", "accept",
    "bind", "listen", "sendto", "kill", "tkill", "chroot", "mount", "unshare", "setns", "bpf",
    "add_key", "keyctl", "userfaultfd", "perf_event_open", "io_uring_setup", "memfd_create",
    "open_by_handle_at", "process_vm_readv", "process_vm_writev", "pidfd_getfd",
    "process_madvise",
]  # fmt: skip


@pytest.mark.parametrize(
    "attempt",
    [
        "socket",
        "network",
        "neighbour",
        "listen",
        "execve",
        "fork",
        "kill_the_server",
        "thread_with_a_world",
        pytest.param("call_of_32_bits", marks=NEEDS_X86),
        pytest.param("call_of_x32", marks=NEEDS_X86),
        *(f"call {name}" for name in CALLS if name in bpf.MACHINES[platform.machine()].numbers),
    ],
)
def test_an_intruder_ends_at_once(server: Server, attempt: str) -> None:
    if attempt == "call_of_32_bits" and not _knows_32_bits():
        pytest.skip("not run, needs a kernel that runs programs of 32 bits")
    assert tried(server, attempt) == KILLED


def _knows_32_bits() -> bool:
    code = "from tests.sanitizers import inside; inside.call_of_32_bits()"
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "attempt",
    [
        "open",
        "write",
        "list",
        "make_folder",
        "make_link",
        "other_limits",
        # The filter sees an address in two halves, and either may be zero.
        "other_limits_at 0x1000",
        "other_limits_at 0x100000000",
        "executable_memory",
        "make_executable",
        "become_root",
        "look_at_the_server",
        "kill_a_thread_of_the_server",
    ],
)
def test_what_a_library_might_try_by_accident_is_denied(server: Server, attempt: str) -> None:
    assert tried(server, attempt) == DENIED


def test_memory_is_bounded(server: Server) -> None:
    assert tried(server, "memory") == (0, "memory")


def test_processor_time_is_bounded(server: Server) -> None:
    assert tried(server, "time") == (-signal.SIGXCPU, "")


def test_threads_are_bounded_and_one_may_be(server: Server, user: str) -> None:
    """Not for root, whom the kernel doesn't count."""
    assert tried(server, "thread") == SUCCEEDED
    if user == "ordinary":
        assert tried(server, "threads_without_end") == (0, "no more threads")


def test_every_limit_is_set(server: Server) -> None:
    """No byte to any file, no descriptor more, no core, nothing that the kernel would keep for it."""
    _, told = tried(server, "limits")
    limits = json.loads(told)
    pages = int((PROC / str(server.pid) / "statm").read_text().split()[0])
    space, tasks = limits.pop("AS"), limits.pop("NPROC")
    assert space[0] == space[1]
    assert abs(space[0] - MEMORY - pages * resource.getpagesize()) < 64 * MIB
    assert tasks[0] == tasks[1] != resource.RLIM_INFINITY
    none = [0, 0]
    assert limits == {
        "FSIZE": none,
        "NOFILE": none,
        "CORE": none,
        "MEMLOCK": none,
        "MSGQUEUE": none,
        "CPU": [SECONDS, SECONDS + 1],
    }


def test_a_process_made_the_new_way_is_unknown(server: Server) -> None:
    assert tried(server, "call clone3") == (0, f"errno {errno.ENOSYS}")


@pytest.mark.parametrize("ended_by", [signal.SIGABRT, 40])
def test_a_child_may_end_itself_by_a_signal(server: Server, ended_by: int) -> None:
    assert tried(server, f"die {ended_by}") == (-ended_by, "")


def test_abort_ends_it(server: Server) -> None:
    assert tried(server, "abort") == (-signal.SIGABRT, "")


def test_nothing_is_open_but_what_it_works_with(server: Server) -> None:
    """Its two pipes; also while others are at work, whose pipes the fork-server holds."""
    others = [Trying.begin(server, "wait") for _ in range(2)]
    for other in others:
        assert other.said()
    assert tried(server, "descriptors") == (0, "0 1 2 3 4")
    for other in others:
        os.write(other.lines.task, b"\n")
        assert other.end() == (0, "let go")


def test_the_chatter_of_libraries_never_comes_between_the_answer(server: Server) -> None:
    assert tried(server, "chatter") == SUCCEEDED


def test_its_walls_are_seen_from_outside(server: Server, user: str) -> None:
    trying = Trying.begin(server, "wait")
    own = PROC / str(int(trying.said()))
    told = dict(line.split(":\t", 1) for line in (own / "status").read_text().splitlines())
    assert told["Seccomp"] == "2"
    assert told["NoNewPrivs"] == "1"
    uid = {"root": NOBODY, "still root": ROOT, "ordinary": os.getuid() or ORDINARY}[user]
    assert told["Uid"].split() == [str(uid)] * 4
    # The kernel gives what may not be looked at, and of which no core is written, to root.
    assert (own / "maps").stat().st_uid == ROOT
    assert (PROC / str(server.pid) / "maps").stat().st_uid == ROOT
    os.write(trying.lines.task, b"\n")
    assert trying.end() == (0, "let go")


def test_a_child_ends_with_the_fork_server(user: str) -> None:
    with serving(ORDINARY if user == "ordinary" else ROOT) as server:
        trying = Trying.begin(server, "wait")
        assert trying.said()
        os.kill(server.pid, signal.SIGKILL)
        try:
            # Nothing else ends it: its task's other end is open here.
            assert trying.said() == b""
        finally:
            trying.lines.close()


# What decoding needs, and what is looked at closer: only these get past the filter.
LET_THROUGH = [
    "read", "write", "readv", "writev", "close", "fstat", "lseek", "munmap", "brk", "mremap",
    "madvise", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "sched_yield",
    "nanosleep", "clock_nanosleep", "getpid", "gettid", "exit", "exit_group", "gettimeofday",
    "getrusage", "futex", "sched_getaffinity", "restart_syscall", "clock_gettime", "clock_getres",
    "set_robust_list", "getrandom", "rseq", "mmap", "mprotect", "prlimit64", "tgkill",
]  # fmt: skip
_HIGHEST_CALL = 480
# uretprobe and uprobe: newer kernels ask no filter about them, and end whoever calls them by hand.
_NEVER_ASKED = (335, 336)


def test_no_other_call_gets_through(server: Server) -> None:
    """Each by its number; whoever ends at one is followed by another that goes on behind it."""
    numbers = bpf.MACHINES[platform.machine()].numbers
    passed_over = " ".join(map(str, [*(numbers[name] for name in LET_THROUGH), *_NEVER_ASKED]))
    errors: dict[int, int] = {}
    first = 0
    while first < _HIGHEST_CALL:
        code, told = tried(server, f"sweep {first} {_HIGHEST_CALL} {passed_over}")
        lines = [line.split() for line in told.splitlines()]
        errors |= {int(line[0]): int(line[1]) for line in lines if len(line) == 2}
        assert code in {0, KILLED[0]}
        first = int(lines[-1][0]) + 1 if code else _HIGHEST_CALL
    unknown = errors.pop(numbers["clone3"])
    assert unknown == errno.ENOSYS
    assert len(errors) > _HIGHEST_CALL // 2
    assert {number: error for number, error in errors.items() if error != errno.EPERM} == {}
