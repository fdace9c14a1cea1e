"""The world an office suite gets (bubblewrap): itself, read-only, memory to write in, nobody else."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from sanitizers.jail.layers import NOBODY

if TYPE_CHECKING:  # Not in that world, whose own side of it needs this module too.
    from sanitizers.limits import Limits

_SHOWN = ("/usr/bin", "/usr/lib", "/usr/share")
_SHOWN_IF_THERE = (
    "/usr/lib64", "/etc/libreoffice", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig",
    "/var/lib/libreoffice",
)  # fmt: skip
_LINKED = (("usr/lib", "/lib"), ("usr/lib64", "/lib64"), ("usr/bin", "/bin"))
# What may be written in it, all in memory.
ROOM_BYTES = 512 << 20
# What bubblewrap made to hang its mounts on is memory too, and only /tmp has a size.
CLOSED = ("--remount-ro", "/dev", "--remount-ro", "/")

# Of its own namespace, where the kernel counts from nothing; the suite itself has some twenty.
MOST_TASKS = 200
# What no document needs and a program that broke out of one would.
FORBIDDEN = (
    "ptrace", "mount", "unshare", "setns", "bpf", "add_key", "keyctl", "userfaultfd",
    "perf_event_open", "io_uring_setup", "open_by_handle_at", "process_vm_readv",
    "process_vm_writev", "pidfd_getfd", "process_madvise", "chroot", "shmget", "semget", "msgget",
    "mq_open",
)  # fmt: skip
# Of /proc/net/dev.
_HEAD_LINES = 2


class Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def identity() -> Identity:
    """Root gives itself up before anything of the office suite starts."""
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def most_drawn_bytes(limits: Limits) -> int:
    """How much a document may become; pictures grow when they are saved anew."""
    return 4 * limits.upload_bytes + (16 << 20)


def without_network() -> bool:
    """Whether this process has no network to give up.

    No interface but its own loopback, and no right to a socket of the internet's kind: what it may not,
    its children may not either. So it is in the portal's unit (PrivateNetwork=, RestrictAddressFamilies=),
    which then needs to allow neither new network namespaces nor the sockets that put up their loopback.
    """
    try:
        lines = Path("/proc/self/net/dev").read_text(encoding="ascii").splitlines()
    except OSError:
        return False
    if {line.partition(":")[0].strip() for line in lines[_HEAD_LINES:]} - {"lo"}:
        return False
    return not any(_may_open(family) for family in (socket.AF_INET, socket.AF_INET6))


def _may_open(family: int) -> bool:
    try:
        socket.socket(family, socket.SOCK_STREAM).close()
    except OSError:
        return False
    return True


def bubblewrap(*, with_its_starter: bool = True) -> list[str]:
    """The arguments that make the world the office suite sees.

    It ends with the thread that started it, or, without that, when its first program does.
    """
    argv = [
        "/usr/bin/bwrap",
        # Each by its name: the unit refuses the ones for host names, control groups and messages between
        # processes. Of the last the filter forbids every beginning.
        "--unshare-user",
        "--unshare-pid",
        *([] if without_network() else ["--unshare-net"]),
        *(["--die-with-parent"] if with_its_starter else []),
        "--new-session",
        "--cap-drop",
        "ALL",
        "--clearenv",
    ]
    for name, value in (("HOME", "/tmp"), ("PATH", "/usr/bin"), ("LANG", "C.UTF-8"), ("TZ", "UTC")):  # noqa: S108
        argv += ["--setenv", name, value]
    for path in _SHOWN:
        argv += ["--ro-bind", path, path]
    for path in _SHOWN_IF_THERE:
        argv += ["--ro-bind-try", path, path]
    for target, path in _LINKED:
        argv += ["--symlink", target, path]
    return [
        *argv,
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--size",
        str(ROOM_BYTES),
        "--tmpfs",
        "/tmp",  # noqa: S108 - inside the jail
        "--chdir",
        "/tmp",  # noqa: S108 - inside the jail
    ]


@contextmanager
def in_memory(data: bytes) -> Iterator[int]:
    """A descriptor that reads as `data` and never touches a disk."""
    descriptor = os.memfd_create("document")
    try:
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(data)
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield descriptor
    finally:
        os.close(descriptor)
