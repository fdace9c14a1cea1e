"""LibreOffice in a jail of its own: namespaces without network, a file system in memory, a deadline.

It needs a file system, processes and most system calls, so the fork-server's jail can't hold it.
What it gets instead is a world (bubblewrap) with nothing in it but itself, read-only, and the one
document. Nothing of the document touches a disk. What comes out is a PDF that nobody believes: it is
drawn in the fork-server's jail like any other.
"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import NoReturn, TypedDict

from sanitizers.errors import Refused
from sanitizers.jail import bpf
from sanitizers.jail.layers import NOBODY
from sanitizers.limits import Limits

_MODULE = "/usr/lib/libreoffice/presets/basic/Standard/Module1.xba"
_SHOWN = ("/usr/bin", "/usr/lib", "/usr/share")
_SHOWN_IF_THERE = (
    "/usr/lib64", "/etc/libreoffice", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig",
    "/var/lib/libreoffice",
)  # fmt: skip
_LINKED = (("usr/lib", "/lib"), ("usr/lib64", "/lib64"), ("usr/bin", "/bin"))
_PROFILE_MIB = 512
_READ_BYTES = 1 << 18
# Of its own namespace, where the kernel counts from nothing; the suite itself has some twenty.
_MOST_TASKS = 200
_TRIED_WITHIN_SECONDS = 20
_LIMITS = """
ulimit -v {kilobytes}
ulimit -t {seconds}
ulimit -c 0
ulimit -p {tasks} 2>/dev/null || ulimit -u {tasks}
echo 900 >/proc/self/oom_score_adj
"""
# A profile that names the build it was made by spares the suite a search for extensions and a second
# start. Without that name, or with another build's, it searches as it always did.
_PREPARE = """
mkdir -p /tmp/out /tmp/profile/user/extensions
sed -n 's/^buildid=//p' /usr/lib/libreoffice/program/versionrc | tr -d '\\n' \\
    >/tmp/profile/user/extensions/buildid
"""
_SETTINGS = "/tmp/profile/user/registrymodifications.xcu"  # noqa: S108 - inside the jail
_SUITE = (
    "/usr/bin/soffice --headless --norestore --nologo "
    "-env:UserInstallation=file:///tmp/profile {asked} >/dev/null 2>&1\n"
)
_CONVERT = _SUITE.format(asked="--convert-to {target} --outdir /tmp/out /tmp/in.{suffix}")
_UNLOCK = _SUITE.format(
    asked='"macro:///Standard.Module1.Unlock(/tmp/in.{suffix},/tmp/out/in.odf)"'
)
_GIVE = "exec cat /tmp/out/in.{target}\n"


class Office:
    """Draws office documents as PDF, where LibreOffice and bubblewrap are installed."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    @cached_property
    def available(self) -> bool:
        """Whether both programs are there and namespaces can be made."""
        if not (shutil.which("soffice") and shutil.which("bwrap") and Path(_MODULE).exists()):
            return False
        try:
            tried = subprocess.run(  # noqa: S603 - fixed argv, no shell
                [*_world(), "/usr/bin/true"],
                check=False,
                capture_output=True,
                timeout=_TRIED_WITHIN_SECONDS,
                **_identity(),
            )
        except (OSError, subprocess.SubprocessError):
            # Under a system call filter bubblewrap may hang instead of saying no.
            return False
        return tried.returncode == 0

    def converted(self, untrusted_document: bytes, suffix: str, target: str) -> bytes:
        """The document as "pdf" or "odt", as untrusted as it was.

        Raises `Refused`: no-office, time, damaged, too-large.
        """
        contents = {f"/tmp/in.{suffix}": untrusted_document}  # noqa: S108 - inside the jail
        return self._run(contents, _CONVERT + _GIVE, suffix, target) or _refuse("damaged")

    def unlocked(self, untrusted_document: bytes, suffix: str, password: str) -> bytes:
        """The document saved as OpenDocument without its password. Raises as `converted` does."""
        contents = {
            f"/tmp/in.{suffix}": untrusted_document,  # noqa: S108 - inside the jail
            "/tmp/password": password.partition("\n")[0].encode() + b"\n",  # noqa: S108
        }
        return self._run(contents, _UNLOCK + _GIVE, suffix, "odf") or _refuse("wrong-password")

    def _run(self, contents: dict[str, bytes], script: str, suffix: str, target: str) -> bytes:
        if not self.available:
            raise Refused("no-office")
        whole = (_LIMITS + _PREPARE + script).format(
            kilobytes=self._limits.office_memory_bytes // 1024,
            seconds=int(self._limits.office_seconds),
            tasks=_MOST_TASKS,
            suffix=suffix,
            target=target,
        )
        contents = {_SETTINGS: _settings(), **contents}
        with ExitStack() as held:
            places = {path: held.enter_context(_in_memory(data)) for path, data in contents.items()}
            module = held.enter_context(_in_memory(_module()))
            rules = held.enter_context(_in_memory(bpf.refusing(_FORBIDDEN)))
            files = [part for path, fd in places.items() for part in ("--file", str(fd), path)]
            files += ["--ro-bind-data", str(module), _MODULE, "--seccomp", str(rules)]
            argv = [*_world(), *files, *_CLOSED, "/bin/sh", "-c", whole]
            return self._output(argv, [*places.values(), module, rules])

    def _output(self, argv: Sequence[str], kept: Sequence[int]) -> bytes:
        process = subprocess.Popen(  # noqa: S603 - fixed argv, no shell of ours
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=kept,
            env={},
            cwd="/",
            start_new_session=True,
            **_identity(),
        )
        try:
            return self._read(process)
        finally:
            # Process one of its namespace: all of its children end with it.
            process.kill()
            process.wait()

    def _read(self, process: subprocess.Popen[bytes]) -> bytes:
        if process.stdout is None:
            raise Refused("no-office")
        deadline = time.monotonic() + self._limits.office_seconds
        parts: list[bytes] = []
        with process.stdout as pipe:
            while True:
                left = deadline - time.monotonic()
                if left <= 0 or not select.select([pipe], [], [], left)[0]:
                    raise Refused("time", {"seconds": int(self._limits.office_seconds)})
                part = os.read(pipe.fileno(), _READ_BYTES)
                if not part:
                    return b"".join(parts)
                parts.append(part)
                if len(parts) * _READ_BYTES > 4 * self._limits.upload_bytes + _READ_BYTES * 64:
                    raise Refused("too-large")


# What bubblewrap made to hang its mounts on is memory too, and only /tmp has a size.
_CLOSED = ("--remount-ro", "/dev", "--remount-ro", "/")

_FORBIDDEN = (
    "ptrace", "mount", "unshare", "setns", "bpf", "add_key", "keyctl", "userfaultfd",
    "perf_event_open", "io_uring_setup", "open_by_handle_at", "process_vm_readv",
    "process_vm_writev", "pidfd_getfd", "process_madvise", "chroot", "shmget", "semget", "msgget",
    "mq_open",
)  # fmt: skip


def _refuse(reason: str) -> NoReturn:
    raise Refused(reason)


def _module() -> bytes:
    return resources.files("sanitizers.office").joinpath("unlock.xba").read_bytes()


def _settings() -> bytes:
    return resources.files("sanitizers.office").joinpath("settings.xcu").read_bytes()


class _Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def _identity() -> _Identity:
    """Root gives itself up before anything of the office suite starts."""
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def _world() -> list[str]:
    """The arguments that make the world the office suite sees."""
    argv = [
        "/usr/bin/bwrap",
        # Each by its name: the unit refuses the ones for host names, control groups and messages between
        # processes. Of the last the filter forbids every beginning.
        "--unshare-user",
        "--unshare-pid",
        "--unshare-net",
        "--die-with-parent",
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
        str(_PROFILE_MIB << 20),
        "--tmpfs",
        "/tmp",  # noqa: S108 - inside the jail
        "--chdir",
        "/tmp",  # noqa: S108 - inside the jail
    ]


@contextmanager
def _in_memory(data: bytes) -> Iterator[int]:
    """A descriptor that reads as `data` and never touches a disk."""
    descriptor = os.memfd_create("document")
    try:
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(data)
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield descriptor
    finally:
        os.close(descriptor)
