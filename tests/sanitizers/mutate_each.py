"""`python -m tests.sanitizers.mutate_each N [KIND...]`: N damaged files over each parser.

What `mutate` does with a child a file, this does with a jailed child for many, since making children
costs more than reading a small file does. The child makes the files itself (no two ways to hand
them over), reads and draws each as the worker does, and reports its number before it begins: whoever
dies or stands still is known by that number, is counted, and a new child goes on behind it. Any
ending by a signal is a failure; running out of memory or time is a limit that was met, and is counted.
"""

import os
import random
import select
import signal
import struct
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from sanitizers import worker
from sanitizers.errors import Refused
from sanitizers.formats.base import Work
from sanitizers.jail import layers
from sanitizers.limits import MIB
from sanitizers.values import Options
from tests.sanitizers import mutations
from tests.sanitizers.mutate import LIMITS, OF_LIMITS, named
from tests.sanitizers.mutations import Seeds

_FILES_A_CHILD = 5000
_STANDS_STILL_AFTER_SECONDS = 60.0
_REPORT = struct.Struct("<IB")
_OUTCOMES = ("begun", "cleaned", "refused", "memory", "damaged")
_BEGUN = 0
_FAULT = "ended "
# Pages are drawn small: what reads them is tried, not what paints them.
_SMALL = Options(dpi=30)


class _Nowhere(worker.Answer):
    """Frames are made and thrown away."""

    def _write(self, frame: bytes) -> None:
        del frame


def _outcome(untrusted: bytes) -> str:
    """As `worker.work` ends: whatever a parser raises, the file is damaged and nothing else is."""
    try:
        worker._begin(_Nowhere(-1, LIMITS.traces), Work(untrusted, _SMALL, LIMITS))
    except Refused:
        return "refused"
    except MemoryError:
        return "memory"
    except Exception:  # noqa: BLE001 - any parser, any nonsense
        return "damaged"
    return "cleaned"


def _child(all_seeds: Seeds, kind: str, numbers: range, out: int) -> None:
    """Never returns."""
    space = layers.address_space() + 1024 * MIB
    null = os.open(os.devnull, os.O_RDWR)
    for target in (0, 1, 2):
        os.dup2(null, target)
    if os.getuid() == 0:
        layers.drop_root()
    layers.confine(layers.Room(space, 3600, layers.most_tasks()))
    sys.setrecursionlimit(2000)
    for number in numbers:
        os.write(out, _REPORT.pack(number, _BEGUN))
        chance = random.Random(f"{kind} {number}")
        outcome = _outcome(mutations.damaged(all_seeds, kind, chance))
        os.write(out, _REPORT.pack(number, _OUTCOMES.index(outcome)))
    os._exit(0)


def _reports(pipe: int) -> Iterator[tuple[int, int]]:
    """What a child says, until it ends. Raises TimeoutError when it stands still."""
    rest = b""
    while select.select([pipe], [], [], _STANDS_STILL_AFTER_SECONDS)[0]:
        part = os.read(pipe, 1 << 16)
        if not part:
            return
        rest += part
        whole = len(rest) // _REPORT.size * _REPORT.size
        yield from _REPORT.iter_unpack(rest[:whole])
        rest = rest[whole:]
    raise TimeoutError


def _ending(status: int) -> str:
    """Of a child that ended in the middle of a file, by its wait status."""
    code = os.waitstatus_to_exitcode(status)
    if -code in OF_LIMITS:
        return "killed by a limit"
    return f"{_FAULT}by {named(-code)}" if code < 0 else f"{_FAULT}with {code}"


def _run_child(all_seeds: Seeds, kind: str, numbers: range, tally: Counter[str]) -> int:
    """One child; the number behind the last file that it began."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        with suppress(BaseException):
            os.close(reading)
            _child(all_seeds, kind, numbers, writing)
        os._exit(70)
    os.close(writing)
    begun, done, ending = numbers.start - 1, numbers.start, ""
    try:
        for number, outcome in _reports(reading):
            if outcome == _BEGUN:
                begun = number
            else:
                done = number + 1
                tally[_OUTCOMES[outcome]] += 1
    except TimeoutError:
        ending = "stood still"
        os.kill(pid, signal.SIGKILL)
    os.close(reading)
    status = os.waitpid(pid, 0)[1]
    if begun == done:
        ending = ending or _ending(status)
        tally[ending] += 1
        sys.stderr.write(f"{kind} {begun}: {ending}\n")
    elif ending or status or done < numbers.stop:
        raise SystemExit(f"{kind}: a child ended behind file {begun}, wait status {status}")
    return begun + 1


def over(all_seeds: Seeds, kind: str, count: int) -> Counter[str]:
    """Damage `count` files of a kind; what became of them."""
    tally: Counter[str] = Counter()
    number = 0
    while number < count:
        stop = min(count, number + _FILES_A_CHILD)
        number = _run_child(all_seeds, kind, range(number, stop), tally)
    return tally


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    all_seeds = mutations.seeds()
    worker.warm_up()
    faults = 0
    for kind in sys.argv[2:] or sorted(all_seeds):
        started = time.perf_counter()
        tally = over(all_seeds, kind, count)
        faults += sum(number for name, number in tally.items() if name.startswith(_FAULT))
        seconds = time.perf_counter() - started
        sys.stdout.write(
            f"{kind:9} {tally.total()} in {seconds:.0f} s: {dict(tally.most_common())}\n"
        )
        sys.stdout.flush()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
