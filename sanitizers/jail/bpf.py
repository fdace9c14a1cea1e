"""The seccomp filter, assembled by hand: no compiler, no library.

Classic BPF over `struct seccomp_data` (linux/seccomp.h): number at 0, architecture at 4, the six
64-bit arguments from 16 on, little-endian on both machines that are known here.
"""

from __future__ import annotations

import errno
import platform
import struct
from collections.abc import Sequence
from dataclasses import dataclass

_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_AND = 0x54  # BPF_ALU | BPF_AND | BPF_K
_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K

_KILL = 0x80000000  # SECCOMP_RET_KILL_PROCESS
_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000

_NUMBER_AT = 0
_ARCHITECTURE_AT = 4

CLONE_THREAD = 0x00010000
# What a thread of glibc or musl is made with: VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, and
# where its number is written and cleared. No other flag, so no namespace and no tracing either.
THREAD_FLAGS = 0x007D0F00
# NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
NAMESPACE_FLAGS = 0x7E020080
PROT_EXEC = 0x4
_AF_UNIX = 1
X32_BIT = 0x40000000


@dataclass(frozen=True, slots=True)
class Machine:
    """One architecture: its audit number and its syscall numbers by name."""

    audit: int
    numbers: dict[str, int]
    has_x32: bool = False


# linux/arch/x86/entry/syscalls/syscall_64.tbl
_X86_64 = Machine(
    audit=0xC000003E,
    has_x32=True,
    numbers={
        "read": 0, "write": 1, "close": 3, "fstat": 5, "lseek": 8, "mmap": 9, "mprotect": 10,
        "munmap": 11, "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15,
        "readv": 19, "writev": 20, "sched_yield": 24, "mremap": 25, "madvise": 28, "shmget": 29,
        "nanosleep": 35, "getpid": 39, "socket": 41, "connect": 42, "accept": 43, "sendto": 44,
        "bind": 49, "listen": 50, "socketpair": 53, "clone": 56, "fork": 57, "vfork": 58,
        "execve": 59, "exit": 60, "kill": 62, "semget": 64, "msgget": 68,
        "gettimeofday": 96, "getrusage": 98, "ptrace": 101,
        "sigaltstack": 131, "chroot": 161, "mount": 165, "gettid": 186, "tkill": 200, "futex": 202,
        "sched_getaffinity": 204, "restart_syscall": 219, "clock_gettime": 228,
        "clock_getres": 229, "clock_nanosleep": 230, "exit_group": 231, "tgkill": 234, "mq_open": 240,
        "add_key": 248, "keyctl": 250, "unshare": 272, "set_robust_list": 273,
        "perf_event_open": 298, "prlimit64": 302, "open_by_handle_at": 304, "setns": 308,
        "process_vm_readv": 310, "process_vm_writev": 311, "getrandom": 318, "memfd_create": 319,
        "bpf": 321, "execveat": 322, "userfaultfd": 323, "rseq": 334, "io_uring_setup": 425,
        "clone3": 435, "pidfd_getfd": 438, "process_madvise": 440,
    },
)  # fmt: skip

# linux/include/uapi/asm-generic/unistd.h
_AARCH64 = Machine(
    audit=0xC00000B7,
    numbers={
        "mount": 40, "chroot": 51, "close": 57, "lseek": 62, "read": 63, "write": 64, "readv": 65,
        "writev": 66, "fstat": 80, "exit": 93, "exit_group": 94, "unshare": 97, "futex": 98,
        "set_robust_list": 99, "nanosleep": 101, "clock_gettime": 113, "clock_getres": 114,
        "clock_nanosleep": 115, "ptrace": 117, "sched_getaffinity": 123, "sched_yield": 124,
        "restart_syscall": 128, "kill": 129, "tkill": 130, "tgkill": 131, "sigaltstack": 132,
        "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigreturn": 139, "getrusage": 165,
        "gettimeofday": 169, "getpid": 172, "gettid": 178, "mq_open": 180, "msgget": 186,
        "semget": 190, "shmget": 194, "socket": 198, "socketpair": 199,
        "bind": 200, "listen": 201, "accept": 202, "connect": 203, "sendto": 206, "brk": 214,
        "munmap": 215, "mremap": 216, "add_key": 217, "keyctl": 219, "clone": 220, "execve": 221,
        "mmap": 222, "mprotect": 226, "madvise": 233, "perf_event_open": 241, "prlimit64": 261,
        "open_by_handle_at": 265, "setns": 268, "process_vm_readv": 270,
        "process_vm_writev": 271, "getrandom": 278, "memfd_create": 279, "bpf": 280,
        "execveat": 281, "userfaultfd": 282, "rseq": 293, "io_uring_setup": 425, "clone3": 435,
        "pidfd_getfd": 438, "process_madvise": 440,
    },
)  # fmt: skip

MACHINES = {"x86_64": _X86_64, "aarch64": _AARCH64}

# What decoding needs once everything is imported: memory, its own pipes, threads, the clock.
ALLOWED = (
    "read", "write", "readv", "writev", "close", "fstat", "lseek", "munmap", "brk", "mremap",
    "madvise", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "sched_yield",
    "nanosleep", "clock_nanosleep", "getpid", "gettid", "exit", "exit_group", "gettimeofday",
    "getrusage", "futex", "sched_getaffinity", "restart_syscall", "clock_gettime",
    "clock_getres", "set_robust_list", "getrandom", "rseq",
)  # fmt: skip

# No library asks for these by accident: whoever does is an intruder and ends here.
DEADLY = (
    "execve", "execveat", "ptrace", "fork", "vfork", "socket", "socketpair", "connect", "accept",
    "bind", "listen", "sendto", "kill", "tkill", "chroot", "mount", "unshare", "setns", "bpf",
    "add_key", "keyctl", "userfaultfd", "perf_event_open", "io_uring_setup", "memfd_create",
    "open_by_handle_at", "process_vm_readv", "process_vm_writev", "pidfd_getfd",
    "process_madvise",
)  # fmt: skip


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, if_true, if_false, value)


def _answer(action: int) -> bytes:
    return _instruction(_RETURN, action)


def _deny(number: int = errno.EPERM) -> bytes:
    return _answer(_ERRNO | number)


def _load(offset: int) -> bytes:
    return _instruction(_LOAD, offset)


def _argument(index: int) -> bytes:
    """Load the low half of an argument; flags and process numbers live there."""
    return _load(16 + 8 * index)


def _block(number: int, body: bytes) -> bytes:
    """`body` when the call is `number`, else straight past it; `body` always returns."""
    return _instruction(_EQUAL, number, 0, len(body) // 8) + body


def _threads_only() -> bytes:
    return (
        _argument(0)
        + _instruction(_AND, CLONE_THREAD | (0xFFFFFFFF & ~THREAD_FLAGS))
        + _instruction(_EQUAL, CLONE_THREAD, 0, 1)
        + _answer(_ALLOW)
        + _answer(_KILL)
    )


def _without_namespaces() -> bytes:
    """Processes and threads, but no world of their own: user namespaces open much of the kernel."""
    return (
        _argument(0)
        + _instruction(_AND, NAMESPACE_FLAGS)
        + _instruction(_EQUAL, 0, 0, 1)
        + _answer(_ALLOW)
        + _deny()
    )


def _of_this_machine_only() -> bytes:
    """Sockets with a name in the file system, which is the caller's own; none that reaches a network."""
    return _argument(0) + _instruction(_EQUAL, _AF_UNIX, 0, 1) + _answer(_ALLOW) + _deny()


def _never_executable() -> bytes:
    """Memory may be mapped but never made executable: injected code has nowhere to run."""
    return (
        _argument(2)
        + _instruction(_AND, PROT_EXEC)
        + _instruction(_EQUAL, 0, 0, 1)
        + _answer(_ALLOW)
        + _deny()
    )


def _reading_limits_only() -> bytes:
    """prlimit64 without a new limit: glibc asks for the stack's size before making a thread."""
    low, high = _load(16 + 8 * 2), _load(16 + 8 * 2 + 4)
    past = _instruction(_EQUAL, 0, 1, 0) + _deny()
    return low + past + high + past + _answer(_ALLOW)


def _to_itself_only(pid: int) -> bytes:
    """Tgkill to its own process: abort() ends with it."""
    return _argument(0) + _instruction(_EQUAL, pid, 1, 0) + _deny() + _answer(_ALLOW)


def _opening(machine: Machine) -> list[bytes]:
    """Refuse every other architecture's numbers, then load the number of the call."""
    parts = [
        _load(_ARCHITECTURE_AT),
        _instruction(_EQUAL, machine.audit, 1, 0),
        _answer(_KILL),
        _load(_NUMBER_AT),
    ]
    if machine.has_x32:
        parts += [_instruction(_AT_LEAST, X32_BIT, 0, 1), _answer(_KILL)]
    return parts


def refusing(names: Sequence[str], architecture: str = platform.machine()) -> bytes:
    """A filter that allows all but these calls, new namespaces and a network's sockets, for large programs."""
    machine = MACHINES[architecture]
    parts = _opening(machine)
    parts += [_block(machine.numbers[name], _deny()) for name in names]
    parts += [
        _block(machine.numbers["clone"], _without_namespaces()),
        _block(machine.numbers["socket"], _of_this_machine_only()),
        # Its flags stand in memory, where a filter can't look; libraries then use the older call.
        _block(machine.numbers["clone3"], _deny(errno.ENOSYS)),
    ]
    return b"".join([*parts, _answer(_ALLOW)])


def program(pid: int, architecture: str = platform.machine()) -> bytes:
    """The filter for the process `pid` as an array of `struct sock_filter`.

    Raises KeyError for an architecture whose numbers aren't known here.
    """
    machine = MACHINES[architecture]
    number = machine.numbers
    parts = _opening(machine)
    parts += [_block(number[name], _answer(_ALLOW)) for name in ALLOWED]
    parts += [_block(number[name], _answer(_KILL)) for name in DEADLY if name in number]
    parts += [
        _block(number["clone"], _threads_only()),
        _block(number["clone3"], _deny(errno.ENOSYS)),
        _block(number["mmap"], _never_executable()),
        _block(number["mprotect"], _never_executable()),
        _block(number["prlimit64"], _reading_limits_only()),
        _block(number["tgkill"], _to_itself_only(pid)),
        _deny(),
    ]
    return b"".join(parts)
