"""`python -m tests.sanitizers.mutate N [SEED]`: N damaged files through the real jail.

Files of every kind in turn are flipped, cut, stretched, spliced and given hostile numbers. Each must
end in pages or a refusal; the fork-server must be the same one at the end; no child may have asked
for what the jail forbids; the parent must hold no more descriptors and hardly more memory than
before. Reproducible: the same N and SEED, the same files. `mutate_each` tries each parser at length.
"""

import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from sanitizers import Cleaner, Refused
from sanitizers.limits import Limits
from tests.sanitizers import mutations

# What a limit ends a child with: processor time; memory, or time over it by a second.
OF_LIMITS = frozenset({signal.SIGXCPU, signal.SIGKILL})
LIMITS = Limits(base_seconds=20.0, most_seconds=30.0, pixels=20_000_000, jpeg_pixels=40_000_000)


@dataclass(slots=True)
class Tally:
    """What happened."""

    outcomes: Counter[str] = field(default_factory=Counter)
    # Of those that were ended by one, by number.
    signals: Counter[int] = field(default_factory=Counter)
    slowest: float = 0.0
    servers: set[int] = field(default_factory=set)
    descriptors: tuple[int, int] = (0, 0)
    kilobytes: tuple[int, int] = (0, 0)
    seconds: float = 0.0

    @property
    def by_limits(self) -> int:
        """How many were ended by a stated limit, by the child itself, the kernel or the parent."""
        return self.outcomes["time"] + self.outcomes["memory"]

    @property
    def is_sound(self) -> bool:
        """One server all along, nobody ended by a fault, no descriptor more, no memory that grows."""
        grown = self.kilobytes[1] - self.kilobytes[0]
        same = len(self.servers) == 1 and self.descriptors[0] == self.descriptors[1]
        quiet = not self.outcomes["jail"] and self.signals.keys() <= OF_LIMITS
        return same and quiet and grown < 100_000

    def say(self, done: int) -> None:
        """How far it is, now and then, for whoever waits."""
        if done % 5000 == 0:
            sys.stderr.write(f"{done} done: {dict(self.outcomes.most_common(4))}\n")


def named(ended_by: int) -> str:
    """A signal for people; those of real time have no name."""
    known = {each.value: each.name for each in signal.Signals}
    return known.get(ended_by, f"signal {ended_by}")


def _descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _try(cleaner: Cleaner, untrusted: bytes) -> tuple[str, int, float]:
    started, ended_by = time.perf_counter(), 0
    try:
        outcome = f"cleaned {cleaner.clean(untrusted).kind}"
    except Refused as refused:
        outcome, ended_by = refused.reason, refused.detail.get("signal", 0)
    return outcome, ended_by, time.perf_counter() - started


def _batches(count: int, seed: int) -> Iterator[list[bytes]]:
    chance, all_seeds = random.Random(seed), mutations.seeds()
    kinds = sorted(all_seeds)
    for start in range(0, count, 500):
        yield [
            mutations.damaged(all_seeds, kinds[number % len(kinds)], chance)
            for number in range(start, min(start + 500, count))
        ]


def run(count: int, seed: int) -> Tally:
    """Put `count` damaged files through a cleaner without an office suite."""
    tally = Tally()
    started = time.perf_counter()
    with Cleaner(LIMITS) as cleaner, ThreadPoolExecutor(2) as hands:
        vars(cleaner._office)["available"] = False
        tally.servers.add(cleaner.server_pid)
        for each in mutations.seeds().values():
            _try(cleaner, each[0])
        before = _descriptors(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for batch in _batches(count, seed):
            for outcome, ended_by, seconds in hands.map(lambda each: _try(cleaner, each), batch):
                tally.outcomes[outcome] += 1
                if ended_by:
                    tally.signals[ended_by] += 1
                tally.slowest = max(tally.slowest, seconds)
            tally.servers.add(cleaner.server_pid)
            tally.say(tally.outcomes.total())
        after = _descriptors(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tally.descriptors = before[0], after[0]
    tally.kilobytes = before[1], after[1]
    tally.seconds = time.perf_counter() - started
    return tally


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    tally = run(count, seed)
    for outcome, number in tally.outcomes.most_common():
        sys.stdout.write(f"{number:8} {outcome}\n")
    ended = {named(ended_by): number for ended_by, number in tally.signals.items()}
    sys.stdout.write(
        f"{count} files in {tally.seconds:.0f} s, slowest {tally.slowest:.2f} s; by the limits of "
        f"time and memory: {tally.by_limits}; ended by signals: {ended or 'none'}; fork-servers: {len(tally.servers)}; "
        f"descriptors {tally.descriptors}; kilobytes {tally.kilobytes}\n"
    )
    return 0 if tally.is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
