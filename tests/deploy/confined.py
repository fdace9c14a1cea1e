"""Starts a program as systemd would with a unit's rules, without systemd.

    confined.py UNIT[,DROP-IN] PROGRAM ARGUMENT...

Applied from the unit: the system call filter, RestrictNamespaces, RestrictAddressFamilies,
MemoryDenyWriteExecute, NoNewPrivileges and UMask. The rest of the sandbox (mounts, users, capabilities)
takes a running systemd. Network and socket come from `unshare --net` and `systemd-socket-activate`.
"""

import ctypes
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PR_SET_NO_NEW_PRIVS = 38
PR_SET_MDWE = 65  # Linux 6.3
PR_MDWE_REFUSE_EXEC_GAIN = 1
SCMP_ACT_ALLOW = 0x7FFF0000
SCMP_ACT_EPERM = 0x00050001
SCMP_ACT_ENOSYS = 0x00050026
SCMP_ACT_NO_FAMILY = 0x00050061  # EAFNOSUPPORT
SCMP_CMP_EQ, SCMP_CMP_MASKED_EQ = 4, 7
MOST_FAMILIES = 64
# CLONE_NEW... of <linux/sched.h>, by systemd's names.
NAMESPACES = {
    "mnt": 0x00020000, "cgroup": 0x02000000, "uts": 0x04000000, "ipc": 0x08000000,
    "user": 0x10000000, "pid": 0x20000000, "net": 0x40000000,
}  # fmt: skip
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


class Compared(ctypes.Structure):
    """libseccomp's `scmp_arg_cmp`: a rule that holds for some values of one argument."""

    _fields_ = (
        ("argument", ctypes.c_uint),
        ("operation", ctypes.c_int),
        ("mask", ctypes.c_uint64),
        ("value", ctypes.c_uint64),
    )


def refused_namespaces(rules: str) -> set[int]:
    """The kinds that the last `RestrictNamespaces=` does not name; none where it says nothing."""
    said = re.findall(r"^RestrictNamespaces=(.*)$", rules, re.MULTILINE)
    if not said:
        return set()
    return {flag for name, flag in NAMESPACES.items() if name not in said[-1].split()}


def refuse_namespaces(seccomp: ctypes.CDLL, flags: set[int]) -> None:
    context = ctypes.c_void_p(seccomp.seccomp_init(SCMP_ACT_ALLOW))
    for call, argument in (("clone", 0), ("unshare", 0), ("setns", 1)):
        number = seccomp.seccomp_syscall_resolve_name(call.encode())
        for flag in flags:
            held = Compared(argument, SCMP_CMP_MASKED_EQ, flag, flag)
            seccomp.seccomp_rule_add_array(context, SCMP_ACT_EPERM, number, 1, ctypes.byref(held))
    # Its flags are behind a pointer, where no filter looks; the C library then takes `clone`.
    clone3 = seccomp.seccomp_syscall_resolve_name(b"clone3")
    seccomp.seccomp_rule_add(context, SCMP_ACT_ENOSYS, clone3, 0)
    if seccomp.seccomp_load(context):
        sys.exit("the filter could not be loaded")


def refused_families(rules: str) -> set[int]:
    """The kinds of socket that the last `RestrictAddressFamilies=` does not name; none where it says nothing."""
    said = re.findall(r"^RestrictAddressFamilies=(.*)$", rules, re.MULTILINE)
    if not said:
        return set()
    return set(range(MOST_FAMILIES)) - {getattr(socket, name) for name in said[-1].split()}


def refuse_families(seccomp: ctypes.CDLL, families: set[int]) -> None:
    context = ctypes.c_void_p(seccomp.seccomp_init(SCMP_ACT_ALLOW))
    number = seccomp.seccomp_syscall_resolve_name(b"socket")
    for family in families:
        held = Compared(0, SCMP_CMP_EQ, family, 0)
        seccomp.seccomp_rule_add_array(context, SCMP_ACT_NO_FAMILY, number, 1, ctypes.byref(held))
    if seccomp.seccomp_load(context):
        sys.exit("the filter could not be loaded")


def confine(rules: str) -> None:
    seccomp = ctypes.CDLL("libseccomp.so.2")
    seccomp.seccomp_init.restype = ctypes.c_void_p
    if refused := refused_namespaces(rules):
        refuse_namespaces(seccomp, refused)
    if families := refused_families(rules):
        refuse_families(seccomp, families)
    listed = "SystemCallFilter=" in rules
    context = ctypes.c_void_p(seccomp.seccomp_init(SCMP_ACT_EPERM if listed else SCMP_ACT_ALLOW))
    for call in allowed_by(rules) if listed else ():
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
