"""How large this machine is, as far as we may use it."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from pathlib import Path

_GROUPS = Path("/sys/fs/cgroup")


def _of_the_group(own: str) -> int | None:
    """The least `memory.max` of our control group and those around it; None without one."""
    found = []
    for group in (Path(own), *Path(own).parents):
        with suppress(OSError, ValueError):
            limit = Path(f"{_GROUPS}{group}", "memory.max").read_text(encoding="ascii")
            found.append(int(limit))
    return min(found, default=None)


@cache
def memory_bytes() -> int:
    """Memory that this process may use: the machine's, or less where a service is given less."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with suppress(OSError, StopIteration):
        lines = Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines()
        own = next(line[3:] for line in lines if line.startswith("0::"))
        whole = min(whole, _of_the_group(own) or whole)
    return whole


def children_with(each_bytes: int, least: int, most: int) -> int:
    """How many of such a size fit in three quarters of the memory; no more than there are cores."""
    fitting = memory_bytes() * 3 // 4 // each_bytes
    return max(least, min(most, os.cpu_count() or 1, fitting))
