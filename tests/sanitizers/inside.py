"""What a child of the real fork-server tries in place of its work; `jailed.py` starts that one.

Everything is imported and looked up before the jail closes. The task is a line, the name of an
attempt and its words; the answer is what happened to it, in place of any frame.
"""

import _thread
import ctypes
import errno
import json
import mmap
import os
import platform
import resource
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Collection

from sanitizers import worker
from sanitizers.jail import bpf, layers, server

_libc = ctypes.CDLL(None, use_errno=True)
_MIB = 1 << 20
# The kernel counts a user's tasks on the whole machine; nobody else runs as the tests' ordinary user.
_MOST_TASKS = 40
_THREAD_STACK = 64 << 10
_PAGE = 4096
_HIGHEST_DESCRIPTOR = 4096
_NUMBERS = bpf.MACHINES[platform.machine()].numbers
# mov eax, 20 (getpid of the 32-bit machine); int 0x80; ret
_CALL_OF_32_BITS = bytes.fromhex("b814000000cd80c3")
_BEFORE: dict[str, object] = {}


def settle(user: int, broken: Collection[str], *, probed: bool = True) -> None:
    """Make the process that is about to be the fork-server fit for trying.

    Of `user` when it is root's; `broken` layers can't be set up, which without `probed` nobody
    notices before a child is made.
    """
    worker.warm_up()
    worker.warm_up = lambda: None
    worker.work = work
    _prepare()
    break_layers(broken)
    if not probed:
        server._probe = _passed
    if user and os.getuid() == 0:
        layers._MORE_TASKS = _MOST_TASKS
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
        # As one that this user started, which others of theirs may look into.
        layers._prctl(layers._PR_SET_DUMPABLE, 1)


def break_layers(broken: Collection[str]) -> None:
    """Have these fail, as on a machine that doesn't have them."""
    layers._OF_A_CHILD = tuple(
        (name, _missing if name in broken else apply) for name, apply in layers._OF_A_CHILD
    )
    if "user" in broken:
        layers.drop_root = _not_dropped


def _missing(_room: layers.Room) -> None:
    raise OSError(errno.ENOSYS, "not on this machine")


def _passed(without: frozenset[str]) -> None:
    """All is well, says the probe."""


def _not_dropped() -> None:
    raise PermissionError("still root")


def _prepare() -> None:
    """What an intruder can't make any more, but might find."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(f"\0adviespunt-{os.getpid()}")
    listening.listen()
    _BEFORE["server"] = listening
    _BEFORE["name"] = listening.getsockname()
    _BEFORE["old call"] = runnable(_CALL_OF_32_BITS) if platform.machine() == "x86_64" else None


def runnable(code: bytes) -> Callable[[], int]:
    """Machine code that is called as a function."""
    page = mmap.mmap(-1, _PAGE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    _BEFORE["page"] = page
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return ctypes.CFUNCTYPE(ctypes.c_int)(address)


def call_of_32_bits() -> int:
    """The number of this process, asked for as a program of the older machine would."""
    return runnable(_CALL_OF_32_BITS)()


def work(reading: int, writing: int) -> int:
    """Stands in for `worker.work`."""
    words = _line(reading).split()
    os.write(writing, _verdict(words[0], words[1:], reading, writing).encode())
    return 0


def _line(reading: int) -> str:
    line = b""
    while not line.endswith(b"\n"):
        line += os.read(reading, 1) or b"\n"
    return line.decode()


def _verdict(name: str, words: list[str], reading: int, writing: int) -> str:
    if name == "wait":
        return wait(reading, writing)
    if name == "sweep":
        return sweep(writing, *words)
    attempt: Callable[..., str | None] = globals()[f"attempt_{name}"]
    try:
        return attempt(*words) or "succeeded"
    except OSError as error:
        return f"errno {error.errno}"
    except MemoryError:
        return "memory"


def wait(reading: int, writing: int) -> str:
    """Stay, and do nothing, until the task's end is closed."""
    os.write(writing, f"{os.getpid()}\n".encode())
    _line(reading)
    return "let go"


def sweep(writing: int, first: str, last: str, *passed_over: str) -> str:
    """Make every call by number, with zeros, and tell each error; the deadly one is the last."""
    for number in range(int(first), int(last)):
        if str(number) not in passed_over:
            os.write(writing, f"{number} ".encode())
            result = _libc.syscall(ctypes.c_long(number), None, None, None, None, None, None)
            os.write(writing, f"{ctypes.get_errno() if result < 0 else 0}\n".encode())
    return ""


def _syscall(number: int, *arguments: object) -> None:
    if _libc.syscall(ctypes.c_long(number), *arguments) < 0:
        raise OSError(ctypes.get_errno(), "denied")


def _checked(result: int) -> None:
    if result < 0:
        raise OSError(ctypes.get_errno(), "denied")


def attempt_open() -> None:
    os.open("/etc/hostname", os.O_RDONLY)


def attempt_write() -> None:
    os.open("/tmp/left-behind", os.O_CREAT | os.O_WRONLY)


def attempt_list() -> None:
    os.listdir("/")  # noqa: PTH208 - the call itself is tried


def attempt_make_folder() -> None:
    os.mkdir(f"/tmp/left-behind-{os.getpid()}")  # noqa: PTH102 - the call itself is tried


def attempt_make_link() -> None:
    os.symlink("/etc", f"/tmp/left-behind-{os.getpid()}")  # noqa: PTH211 - the call itself is tried


def attempt_socket() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def attempt_network() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).connect(("127.0.0.1", 9))


def attempt_listen() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).bind(("127.0.0.1", 0))


def attempt_neighbour() -> None:
    """A server on this machine that listens at a name without a path."""
    socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect(_BEFORE["name"])  # type: ignore[arg-type]


def attempt_execve() -> None:
    os.execv("/bin/true", ["true"])  # noqa: S606 - is tried, and must fail


def attempt_fork() -> None:
    os._exit(3) if os.fork() == 0 else None


def attempt_call(name: str) -> None:
    _syscall(_NUMBERS[name], None, None, None, None, None, None)


def attempt_kill_the_server() -> None:
    os.kill(os.getppid(), 0)


def attempt_kill_a_thread_of_the_server() -> None:
    _syscall(_NUMBERS["tgkill"], os.getppid(), os.getppid(), 0)


def attempt_die(by: str) -> None:
    signal.raise_signal(int(by))


def attempt_abort() -> None:
    os.abort()


def attempt_executable_memory() -> None:
    mmap.mmap(-1, _PAGE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)


def attempt_make_executable() -> None:
    """Of memory that may be written already."""
    page = mmap.mmap(-1, _PAGE)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    rights = mmap.PROT_READ | mmap.PROT_EXEC
    _checked(_libc.mprotect(ctypes.c_void_p(address), ctypes.c_size_t(_PAGE), rights))


def attempt_call_of_32_bits() -> None:
    _BEFORE["old call"]()  # type: ignore[operator]


def attempt_call_of_x32() -> None:
    _syscall(bpf.X32_BIT | _NUMBERS["getpid"])


def attempt_memory() -> None:
    bytearray(900 * _MIB)


def attempt_time() -> None:
    while True:
        pass


def attempt_other_limits() -> None:
    """Lower ones, which the kernel lets everybody set."""
    none = (ctypes.c_uint64 * 2)(0, 0)
    _syscall(_NUMBERS["prlimit64"], 0, resource.RLIMIT_CORE, none, None)


def attempt_other_limits_at(address: str) -> None:
    """Where nothing is: the kernel, if it were asked, would say that."""
    where = ctypes.c_void_p(int(address, 16))
    _syscall(_NUMBERS["prlimit64"], 0, resource.RLIMIT_CORE, where, None)


def attempt_limits() -> str:
    """What they are; asking is allowed."""
    names = ("AS", "NPROC", "FSIZE", "NOFILE", "CORE", "MEMLOCK", "MSGQUEUE", "CPU")
    numbers = {name: getattr(resource, f"RLIMIT_{name}") for name in names}
    return json.dumps({name: resource.getrlimit(number) for name, number in numbers.items()})


def attempt_become_root() -> None:
    os.setuid(0)


def attempt_thread() -> None:
    """Allowed: decoders need them."""
    thread = threading.Thread(target=time.time)
    thread.start()
    thread.join()


def attempt_threads_without_end() -> str | None:
    """Bare ones: `threading` waits for a thread's first word, which one without memory never says."""
    threading.stack_size(_THREAD_STACK)
    gate = _thread.allocate_lock()
    gate.acquire()
    try:
        for _ in range(2 * layers._MORE_TASKS):
            _thread.start_new_thread(gate.acquire, ())
    except RuntimeError:
        return "no more threads"
    return None


def attempt_thread_with_a_world() -> None:
    """A thread's flags, and a user namespace with it: first, the kernel must never be asked."""
    _syscall(_NUMBERS["clone"], 0x10000 | 0x10000000, None, None, None, None)


def attempt_look_at_the_server() -> None:
    os.open(f"/proc/{os.getppid()}/mem", os.O_RDONLY)


def attempt_descriptors() -> str:
    """Which are open."""
    return " ".join(str(number) for number in range(_HIGHEST_DESCRIPTOR) if _is_open(number))


def _is_open(number: int) -> bool:
    """By a call that the jail allows; a pipe can't be wound, but is there."""
    try:
        os.lseek(number, 0, os.SEEK_CUR)
    except OSError as error:
        return error.errno != errno.EBADF
    return True


def attempt_chatter() -> None:
    """All ways in which a library says something."""
    sys.stdout.write("of Python\n")
    sys.stdout.flush()
    sys.stderr.write("of Python\n")
    _libc.puts(b"of C")
    _libc.perror(b"of C")
    _libc.fflush(None)
    os.write(1, b"bare")
    os.write(2, b"bare")


def attempt_devices() -> str:
    """What 0, 1 and 2 are."""
    return " ".join(str(os.fstat(number).st_rdev) for number in range(3))
