"""The layers of the jail, each applied by the child to itself, each named.

None can be taken off again. They overlap on purpose: a hole in one is covered by another.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sanitizers.errors import JailUnavailable
from sanitizers.jail import bpf

NOBODY = 65534

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38
_SIGKILL = 9

# Generic numbers, the same on x86_64 and aarch64.
_SYS_LANDLOCK_CREATE_RULESET = 444
_SYS_LANDLOCK_RESTRICT_SELF = 446
_SYS_SECCOMP = {"x86_64": 317, "aarch64": 277}
_LANDLOCK_VERSION_FLAG = 1
_SECCOMP_SET_MODE_FILTER = 1
# linux/filter.h, struct sock_filter
_INSTRUCTION_BYTES = 8

# linux/landlock.h: how many file rights each ABI knows; TCP bind and connect came with the fourth,
# scopes (abstract sockets, signals) with the sixth.
_ABI_WITH_NETWORK, _ABI_WITH_SCOPES = 4, 6
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}

_libc = ctypes.CDLL(None, use_errno=True)


# Threads that children may add to what their user runs already: decoders start a handful.
_MORE_TASKS = 512
_LAST_TO_STAY = "900"


@dataclass(frozen=True, slots=True)
class Room:
    """What a child may use at most: bytes of address space, seconds of processor, tasks of its user."""

    address_space: int
    cpu_seconds: int
    tasks: int


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def _syscall(number: int, *arguments: object) -> int:
    return _checked(_libc.syscall(ctypes.c_long(number), *arguments))


def _prctl(option: int, value: int) -> None:
    zero = ctypes.c_ulong(0)
    _checked(_libc.prctl(option, ctypes.c_ulong(value), zero, zero, zero))


def drop_root() -> None:
    """Become nobody for good; an ordinary user stays who they are."""
    if os.geteuid() == 0 or os.getuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    if os.getuid() == 0 or os.geteuid() == 0:
        raise PermissionError("still root")


def hide_from_equals() -> None:
    """Give no process of the same user, and no core, anything of our memory."""
    _prctl(_PR_SET_DUMPABLE, 0)


def die_with_the_parent() -> None:
    """End when the fork-server ends."""
    _prctl(_PR_SET_PDEATHSIG, _SIGKILL)
    hide_from_equals()


def go_first_when_memory_is_short() -> None:
    """Let the kernel end a child of ours before the portal, the database or anything else.

    To be called as the user who started the process; those that are forked from it inherit it.
    """
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_LAST_TO_STAY, encoding="ascii")


def most_tasks() -> int:
    """Processes and threads that this user may have while a child runs; ask before the jail closes.

    The kernel counts them by user, so what runs already has to be counted in.
    """
    return _MORE_TASKS + sum(map(_tasks_of, Path("/proc").glob("[0-9]*/task")))


def _tasks_of(tasks: Path) -> int:
    try:
        found = tasks.stat()
    except OSError:
        return 0  # Ended while we were counting.
    return found.st_nlink - 2 if found.st_uid == os.getuid() else 0


def address_space() -> int:
    """Bytes of address space that this process has; ask before the jail closes /proc."""
    statm = Path("/proc/self/statm").read_text(encoding="ascii")
    return int(statm.split()[0]) * resource.getpagesize()


def apply_rlimits(room: Room) -> None:
    """Bound memory, processor and threads; no bytes to any file, no new descriptor, no core."""
    for what, most in (
        (resource.RLIMIT_AS, room.address_space),
        (resource.RLIMIT_NPROC, room.tasks),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        resource.setrlimit(what, (most, most))
    # A second between them, so that the signal that ends the child says that it was time.
    resource.setrlimit(resource.RLIMIT_CPU, (room.cpu_seconds, room.cpu_seconds + 1))


def _landlock_rights(abi: int) -> bytes:
    """`struct landlock_ruleset_attr`: every right this kernel can take away, none given back."""
    files = (1 << _FILE_RIGHTS.get(abi, 16)) - 1
    fields = [files]
    if abi >= _ABI_WITH_NETWORK:
        fields.append(0b11)
    if abi >= _ABI_WITH_SCOPES:
        fields.append(0b11)
    return struct.pack(f"<{len(fields)}Q", *fields)


def apply_landlock(_room: Room) -> None:
    """An empty ruleset: no path can be opened, made, removed, renamed or run."""
    abi = _syscall(
        _SYS_LANDLOCK_CREATE_RULESET,
        None,
        ctypes.c_size_t(0),
        ctypes.c_uint(_LANDLOCK_VERSION_FLAG),
    )
    rights = _landlock_rights(abi)
    ruleset = _syscall(
        _SYS_LANDLOCK_CREATE_RULESET, rights, ctypes.c_size_t(len(rights)), ctypes.c_uint(0)
    )
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    _syscall(_SYS_LANDLOCK_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint(0))
    os.close(ruleset)


class _Program(ctypes.Structure):
    """`struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def apply_seccomp(_room: Room) -> None:
    """Allow only what decoding needs; see `bpf`. Must come last: it forbids the other layers."""
    filter_calls(bpf.program(os.getpid()))


def filter_calls(filters: bytes) -> None:
    """Have the kernel judge every call of this process from now on. Raises OSError, KeyError."""
    program = _Program(len(filters) // _INSTRUCTION_BYTES, filters)
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    _syscall(
        _SYS_SECCOMP[platform.machine()],
        ctypes.c_uint(_SECCOMP_SET_MODE_FILTER),
        ctypes.c_uint(0),
        ctypes.byref(program),
    )


# "user" is dropped once by the fork-server; the others by each child, in this order. The limits
# on descriptors come after Landlock, which needs one.
_OF_A_CHILD: tuple[tuple[str, Callable[[Room], None]], ...] = (
    ("landlock", apply_landlock),
    ("rlimits", apply_rlimits),
    ("seccomp", apply_seccomp),
)
LAYERS = ("user", *(name for name, _ in _OF_A_CHILD))


def confine(room: Room, without: frozenset[str] = frozenset()) -> None:
    """Put the calling process in the jail, for good.

    `without` names the layers that an operator allowed to be missing; they are still tried.
    Raises `JailUnavailable` with the first other layer that fails.
    """
    die_with_the_parent()
    for name, apply in _OF_A_CHILD:
        try:
            apply(room)
        except (OSError, ValueError, KeyError) as error:
            if name not in without:
                raise JailUnavailable(name, str(error)) from error
