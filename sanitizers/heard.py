"""What the children of one file say, believed only as far as it could be checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sized
from dataclasses import dataclass, field

from sanitizers import pagecheck, wire
from sanitizers.errors import Refused, UntrustedAnswer
from sanitizers.limits import Limits
from sanitizers.traces.text import plain
from sanitizers.values import Caution, CleanPage, Offered, Trace
from sanitizers.vocabulary import CAUTIONS, KINDS, MEDIA, OFFICE, REASONS, TRACES

_DETAIL = re.compile(r"([a-z]{1,20})=(\d{1,15})")
_MOST_FINDINGS = 2000
# Of a page's number; of an attachment's number and size.
_MOST_DIGITS, _MOST_DIGITS_OF_OFFER = 5, 19


def _check_finding(kind: str, known: Collection[str], kept: Sized) -> None:
    if kind not in known or len(kept) >= _MOST_FINDINGS:
        raise UntrustedAnswer("unknown finding, or too many")


@dataclass(slots=True)
class Heard:
    """What the children of one file have said so far, checked."""

    limits: Limits
    kind: str | None = None
    count: int | None = None
    shared: bool = False
    # Whether its pages cost alike; a lie costs the liar time.
    even: bool = False
    pages: dict[int, CleanPage] = field(default_factory=dict)
    page_bytes: int = 0
    traces: list[Trace] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)
    offered: list[Offered] = field(default_factory=list)
    office: tuple[str, bytes] | None = None
    # Whether the office document needs a password; a lie costs the liar a refusal.
    locked: bool = False
    refused: Refused | None = None

    def take(self, tag: bytes, payload: bytes) -> None:
        """One frame. Raises `UntrustedAnswer` for anything that no honest child says."""
        takers: dict[bytes, Callable[[bytes], None]] = {
            wire.PAGE: self._page,
            wire.TRACE: self._trace,
            wire.CAUTION: self._caution,
            wire.KIND: self._kind,
            wire.COUNT: self._count,
            wire.OFFER: self._offer,
            wire.OFFICE: self._document,
            wire.LOCKED: self._lock,
            wire.REFUSED: self._refusal,
        }
        if tag in takers:
            takers[tag](payload)

    def _kind(self, payload: bytes) -> None:
        (kind,) = wire.unpack_texts(payload, 1)
        if kind not in KINDS:
            raise UntrustedAnswer("unknown kind")
        self.kind = kind

    def _count(self, payload: bytes) -> None:
        count, shared = wire.unpack_texts(payload, 2)
        if not count.isdecimal() or int(count) > self.limits.pages or self.count is not None:
            raise UntrustedAnswer("impossible number of pages")
        self.count, self.shared = int(count), shared in {"shared", "even"}
        self.even = shared == "even"

    def _page(self, payload: bytes) -> None:
        number, media, width, height, data = wire.unpack_page(payload)
        if self.count is None or number >= self.count or number in self.pages:
            raise UntrustedAnswer("page out of order")
        self.page_bytes += len(data)
        if media >= len(MEDIA) or self.page_bytes > self.limits.output_bytes:
            raise UntrustedAnswer("too many bytes")
        # Whoever opens the page must hold all of its pixels, however few its bytes are.
        if width * height > self.limits.pixels:
            raise UntrustedAnswer("too many pixels")
        if pagecheck.size_of(data, MEDIA[media]) != (width, height):
            raise UntrustedAnswer("page of another size")
        self.pages[number] = CleanPage(data, MEDIA[media], width, height)

    def _trace(self, payload: bytes) -> None:
        kind, value = wire.unpack_texts(payload, 2)
        _check_finding(kind, TRACES, self.traces)
        self.traces.append(Trace(kind, plain(value)))

    def _caution(self, payload: bytes) -> None:
        kind, page, value = wire.unpack_texts(payload, 3)
        _check_finding(kind, CAUTIONS, self.cautions)
        number = int(page) if page.isdecimal() and len(page) <= _MOST_DIGITS else 0
        self.cautions.append(Caution(kind, number or None, plain(value)))

    def _offer(self, payload: bytes) -> None:
        number, kind, size, name = wire.unpack_texts(payload, 4)
        _check_finding(kind, {"", *KINDS}, self.offered)
        if not (
            number.isdecimal()
            and size.isdecimal()
            and len(number) + len(size) <= _MOST_DIGITS_OF_OFFER
        ):
            raise UntrustedAnswer("offer without numbers")
        self.offered.append(Offered(int(number), plain(name), kind, int(size)))

    def _document(self, payload: bytes) -> None:
        suffix = payload[:8].rstrip(b"\0").decode("ascii", "replace")
        if suffix not in OFFICE or self.office is not None:
            raise UntrustedAnswer("odd document")
        self.office = suffix, payload[8:]

    def _lock(self, payload: bytes) -> None:
        del payload
        self.locked = True

    def _refusal(self, payload: bytes) -> None:
        reason, numbers = wire.unpack_texts(payload, 2)
        if reason not in REASONS:
            raise UntrustedAnswer("unknown reason")
        detail = {key: int(value) for key, value in _DETAIL.findall(numbers)[:5]}
        self.refused = self.refused or Refused(reason, detail)
