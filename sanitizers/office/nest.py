"""A world of its own for each document, inside the warm office suite's world.

Run by a child of the fork-server in there, before it has read anything: namespaces that it shares with nobody, a
file system in memory that is empty but for the profile, no right left to change any of it.
"""

from __future__ import annotations

import ctypes
import os
import resource
import select
import threading
from dataclasses import dataclass
from pathlib import Path

from sanitizers.jail import bpf, layers
from sanitizers.office import world

# linux/sched.h
_CLONE_NEWNS, _CLONE_NEWUSER = 0x00020000, 0x10000000
_CLONE_NEWPID, _CLONE_NEWNET = 0x20000000, 0x40000000
_OF_ITS_OWN = _CLONE_NEWUSER | _CLONE_NEWNS | _CLONE_NEWPID
# linux/mount.h
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REC, _MS_PRIVATE = 0x2, 0x4, 0x8, 0x4000, 0x40000
# linux/capability.h and linux/prctl.h
_CAPABILITY_VERSION_3 = 0x20080522
_PR_CAPBSET_DROP = 24
_MOST_CAPABILITIES = 64

ROOM = "/tmp"  # noqa: S108 - inside the jail

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What drawing one document may use at most: bytes of address space, seconds of processor."""

    address_space: int
    cpu_seconds: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """Folders and files below ROOM, as the suite left them before there was any document."""

    folders: tuple[str, ...]
    files: tuple[tuple[str, bytes], ...]


def furniture() -> Furniture:
    """What is below ROOM now."""
    found = sorted(Path(ROOM).rglob("*"))
    folders = tuple(str(path) for path in found if path.is_dir())
    files = tuple((str(path), path.read_bytes()) for path in found if path.is_file())
    return Furniture(folders, files)


def move_in(furnished: Furniture) -> None:
    """Put it below ROOM, which is empty."""
    for folder in furnished.folders:
        Path(folder).mkdir(parents=True, exist_ok=True)
    for path, data in furnished.files:
        Path(path).write_bytes(data)


def _checked(result: int) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _mount(kind: str, place: str, flags: int, options: str = "") -> None:
    arguments = (kind.encode(), place.encode(), kind.encode(), ctypes.c_ulong(flags))
    _checked(_libc.mount(*arguments, options.encode()))


def leave() -> None:
    """Into namespaces of its own; those it forks from now on have process numbers of their own too.

    Raises OSError where that can't be done.
    """
    user, group = os.getuid(), os.getgid()
    network = 0 if world.without_network() else _CLONE_NEWNET
    _checked(_libc.unshare(_OF_ITS_OWN | network))
    for file, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        Path("/proc/self", file).write_text(line, encoding="ascii")
    layers.die_with_the_parent()
    _mount("none", "/", _MS_REC | _MS_PRIVATE)
    size = f"size={world.ROOM_BYTES},mode=0700"
    _mount("tmpfs", ROOM, _MS_NOSUID | _MS_NODEV, size)
    os.chdir(ROOM)


def settle(bounds: Bounds, parent_lives: int) -> None:
    """The first process of its world gives up every right and takes its limits, for good.

    `parent_lives` reads as ended once the parent is gone. Raises OSError where a step fails.
    """
    layers.die_with_the_parent()
    if select.select([parent_lives], [], [], 0)[0]:
        raise ProcessLookupError("the parent is gone")
    os.setsid()
    _mount("proc", "/proc", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC)
    _give_up_rights()
    _limit(bounds)
    # Whoever waits for documents has no use for a socket; documents could talk to each other by one.
    layers.filter_calls(bpf.refusing((*world.FORBIDDEN, "socket")))


def use_up_numbers(to: int) -> None:
    """Let no thread that begins from now on have a number up to this one.

    Numbers begin anew in a world of its own, and the suite tells by them which of its threads is the
    one that it was loaded in: another with that number waits for itself for ever.
    """
    used = 0
    while used < to:
        thread = threading.Thread(target=lambda: None)
        thread.start()
        thread.join()
        used = thread.native_id or 0


def _give_up_rights() -> None:
    for capability in range(_MOST_CAPABILITIES):
        if _libc.prctl(_PR_CAPBSET_DROP, ctypes.c_ulong(capability), *(ctypes.c_ulong(0),) * 3) < 0:
            break  # The kernel knows no more of them.
    head = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    none = (ctypes.c_uint32 * 6)()
    _checked(_libc.capset(head, none))


def _limit(bounds: Bounds) -> None:
    for what, most in (
        (resource.RLIMIT_AS, bounds.address_space),
        (resource.RLIMIT_CPU, bounds.cpu_seconds),
        (resource.RLIMIT_NPROC, world.MOST_TASKS),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
