"""Starts a program as systemd would with a unit's rules, without systemd.

    confined.py UNIT[,DROP-IN] PROGRAM ARGUMENT...

Applied from the unit: the system call filter, MemoryDenyWriteExecute, NoNewPrivileges and UMask. The
rest of the sandbox (mounts, users, capabilities) takes a running systemd. Network and socket come from
`unshare --net` and `systemd-socket-activate`.
"""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PR_SET_NO_NEW_PRIVS = 38
PR_SET_MDWE = 65  # Linux 6.3
PR_MDWE_REFUSE_EXEC_GAIN = 1
SCMP_ACT_ALLOW = 0x7FFF0000
SCMP_ACT_EPERM = 0x00050001
# systemd adds these to every list.
ALWAYS = {"execve", "exit", "exit_group", "rt_sigreturn", "sigreturn", "getrlimit"}


def members(name: str) -> Iterator[str]:
    """Yield the calls of a set such as @file-system, or the call itself."""
    if not name.startswith("@"):
        yield name
        return
    listed = subprocess.run(
        ["systemd-analyze", "syscall-filter", name], capture_output=True, text=True, check=True
    )
    for line in listed.stdout.splitlines()[1:]:
        if line.strip() and not line.strip().startswith("#"):
            yield from members(line.strip())


def allowed_by(rules: str) -> set[str]:
    """Walk the `SystemCallFilter=` lines in order, as systemd does."""
    allowed = set(ALWAYS)
    for line in re.findall(r"^SystemCallFilter=(.*)$", rules, re.MULTILINE):
        calls = {call for name in line.lstrip("~").split() for call in members(name)}
        allowed = allowed - calls if line.startswith("~") else allowed | calls
    return allowed


def confine(rules: str) -> None:
    seccomp = ctypes.CDLL("libseccomp.so.2")
    seccomp.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(seccomp.seccomp_init(SCMP_ACT_EPERM))
    for call in allowed_by(rules):
        number = seccomp.seccomp_syscall_resolve_name(call.encode())
        if number >= 0:
            seccomp.seccomp_rule_add(context, SCMP_ACT_ALLOW, number, 0)
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if "MemoryDenyWriteExecute=yes" in rules:
        # A kernel before 6.3 does not know it: then the filter alone is tried.
        libc.prctl(PR_SET_MDWE, ctypes.c_ulong(PR_MDWE_REFUSE_EXEC_GAIN), 0, 0, 0)
    if seccomp.seccomp_load(context):
        sys.exit("the filter could not be loaded")


if __name__ == "__main__":
    text = "\n".join(Path(name).read_text(encoding="utf-8") for name in sys.argv[1].split(","))
    os.umask(0o077)
    confine(text)
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606 - no shell is wanted
