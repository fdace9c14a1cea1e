"""Tries one thing from inside the jail: `python -m tests.sanitizers.inside ATTEMPT USER WITHOUT`.

Run as a program of its own, so that nothing of the test runner is in it. Everything is imported and
looked up before the jail closes; the verdict is one line: what happened to the attempt.
"""

import ctypes
import mmap
import os
import resource
import signal
import socket
import sys
import threading
import time

from sanitizers.jail import layers

_libc = ctypes.CDLL(None, use_errno=True)
_MIB = 1 << 20
# The kernel counts a user's tasks on the whole machine; nobody else runs as the tests' ordinary user.
_MOST_TASKS = 40
_THREAD_STACK = 64 << 10
# Looked up before the jail closes: it doesn't even let a process ask what machine it is on.
_ON_X86 = os.uname().machine == "x86_64"


def _syscall(number: int, *arguments: object) -> None:
    if _libc.syscall(ctypes.c_long(number), *arguments) < 0:
        raise OSError(ctypes.get_errno(), "denied")


def attempt_open() -> None:
    os.open("/etc/hostname", os.O_RDONLY)


def attempt_write() -> None:
    os.open("/tmp/left-behind", os.O_CREAT | os.O_WRONLY)


def attempt_list() -> None:
    os.listdir("/")  # noqa: PTH208 - the call itself is tried


def attempt_socket() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def attempt_connect() -> None:
    """On a socket that was made before the jail closed."""
    _BEFORE["socket"].connect(("127.0.0.1", 9))  # type: ignore[attr-defined]


def attempt_execve() -> None:
    os.execv("/bin/true", ["true"])  # noqa: S606 - is tried, and must fail


def attempt_fork() -> None:
    os._exit(3) if os.fork() == 0 else None


def attempt_clone3() -> None:
    _syscall(435, None, ctypes.c_size_t(0))


def attempt_ptrace() -> None:
    _syscall(101 if _ON_X86 else 117, 0, 0, 0, 0)


def attempt_kill() -> None:
    os.kill(os.getppid(), signal.SIGTERM)


def attempt_executable_memory() -> None:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)


def attempt_memory() -> None:
    bytearray(900 * _MIB)


def attempt_time() -> None:
    while True:
        pass


def attempt_more_limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def attempt_become_root() -> None:
    os.setuid(0)


def attempt_io_uring() -> None:
    _syscall(425, 1, None)


def attempt_unshare() -> None:
    _syscall(272 if _ON_X86 else 97, 0x10000000)


def attempt_large_file() -> None:
    """On a descriptor that was open before the jail closed."""
    os.write(_BEFORE["file"], b"x" * 4096)  # type: ignore[arg-type]


def attempt_thread() -> None:
    """Allowed: decoders need them."""
    thread = threading.Thread(target=time.time)
    thread.start()
    thread.join()


def attempt_threads_without_end() -> None:
    threading.stack_size(_THREAD_STACK)
    gate = threading.Event()
    try:
        for _ in range(2 * _MOST_TASKS):
            threading.Thread(target=gate.wait, daemon=True).start()
    except RuntimeError:
        _say("no more threads")
        os._exit(0)


def attempt_thread_with_a_world() -> None:
    """A thread's flags, and a user namespace with it: first, the kernel must never be asked."""
    _syscall(56 if _ON_X86 else 220, 0x10000 | 0x10000000, None, None, None, None)


def attempt_look_at_the_server() -> None:
    os.open(f"/proc/{os.getppid()}/mem", os.O_RDONLY)


_BEFORE: dict[str, object] = {}


def _prepare() -> None:
    _BEFORE["socket"] = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    _BEFORE["file"] = os.memfd_create("file")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def _say(words: str) -> None:
    os.write(1, words.encode() + b"\n")


def main() -> None:
    name, user, without = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    attempt = globals()[f"attempt_{name}"]
    _prepare()
    room = layers.Room(layers.address_space() + 200 * _MIB, 2, _MOST_TASKS)
    if user and os.getuid() == 0:
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    layers.confine(room, frozenset(filter(None, without.split(","))))
    try:
        attempt()
    except OSError as error:
        _say(f"errno {error.errno}")
    except MemoryError:
        _say("memory")
    except ValueError:
        _say("errno 1")
    else:
        _say("succeeded")
    os._exit(0)


if __name__ == "__main__":
    main()
