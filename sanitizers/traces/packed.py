"""What a document's package says itself: when its parts were written, and what stands behind its end."""

from __future__ import annotations

from collections.abc import Iterator

from sanitizers.traces.trailing import trailing
from sanitizers.values import Trace
from sanitizers.zips import NO_YEAR, Package


def traces(package: Package) -> Iterator[Trace]:
    """The same for Office Open XML and OpenDocument."""
    yield from trailing(package.tail)
    for moment in {info.date_time for info in package.infos}:
        if moment[0] > NO_YEAR:
            yield Trace("date", "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*moment))
