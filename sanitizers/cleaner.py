"""`Cleaner`: the one thing that everybody calls. Untrusted bytes in, clean pages out.

The parent decodes nothing. It hands bytes to jailed children, listens within limits, checks the
structure of every page it gets and believes nothing else.
"""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from types import TracebackType
from typing import Self

from sanitizers import wire
from sanitizers.errors import JailBroken, Refused
from sanitizers.heard import Heard
from sanitizers.jail.parent import Server, decoding
from sanitizers.limits import DEFAULT, Limits
from sanitizers.names import NAMING, sought
from sanitizers.office import Office
from sanitizers.talk import Talk
from sanitizers.values import Caution, Cleaned, CleanPage, Options
from sanitizers.vocabulary import KINDS


class Cleaner:
    """Cleans files, each in a child of its own. Safe to share between threads; close it at the end.

    `allowed_missing` names layers of the jail ("user", "landlock", "rlimits", "seccomp") and
    "office" that this machine may do without. Raises `JailUnavailable` when another layer can't
    be set up, so that nothing is ever cleaned with less in silence.
    """

    def __init__(
        self, limits: Limits = DEFAULT, *, allowed_missing: frozenset[str] = frozenset()
    ) -> None:
        self.limits = limits
        self._without = allowed_missing
        self._lock = threading.Lock()
        self._turns = threading.BoundedSemaphore(limits.files_at_once)
        self._server = decoding(allowed_missing)
        self._office = Office(limits)
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the fork-server and whatever it is doing."""
        with self._lock:
            self._closed = True
            self._server.close()
        self._office.close()

    @property
    def server_pid(self) -> int:
        """Of the fork-server that is running now; for health checks."""
        return self._server.pid

    def clean(self, untrusted_upload: bytes, options: Options = Options()) -> Cleaned:  # noqa: B008 - frozen
        """Pages, traces and cautions of a file whose name is not wanted.

        The same bytes and options give the same pages. Raises `Refused`, with a reason from
        `vocabulary.REASONS`, for everything that can't become pages within the limits.
        """
        if not untrusted_upload:
            raise Refused("empty")
        if len(untrusted_upload) > self.limits.upload_bytes:
            limit = self.limits.upload_bytes
            raise Refused("too-large", {"bytes": len(untrusted_upload), "limit": limit})
        with self._turns:
            return self._clean(untrusted_upload, options)

    def _clean(self, untrusted_upload: bytes, options: Options) -> Cleaned:
        task = wire.Task(options, self.limits)
        heard = self._ask(untrusted_upload, task)
        if heard.office is None:
            return _finished(heard, heard)
        drawing = self._drawing(heard, *heard.office, options)
        names = sought(trace.value for trace in heard.traces if trace.kind in NAMING)
        plain_options = replace(options, password=None, attachment=None)
        drawn = self._ask(drawing, replace(task, options=plain_options, names=tuple(names)))
        if _shows_comments(heard, options):
            drawn.cautions.append(Caution("comment-shown", None, ""))
        return _finished(heard, drawn)

    def _drawing(self, heard: Heard, suffix: str, document: bytes, options: Options) -> bytes:
        """An office document as PDF, its comments and changes settled on the way."""
        if heard.locked:
            suffix, document = self._unlocked(heard, suffix, document, options)
        if suffix in _TEXTS and (suffix == "doc" or _has_any(heard, _SETTLED)):
            text = self._office.converted(document, suffix, "odt")
            settled = self._ask(text, wire.Task(options, self.limits, settle=True))
            heard.traces += [trace for trace in settled.traces if trace not in heard.traces]
            suffix, document = settled.office or (suffix, document)
        return self._office.converted(document, suffix, "pdf")

    def _unlocked(
        self, heard: Heard, suffix: str, document: bytes, options: Options
    ) -> tuple[str, bytes]:
        """A document without its password, and what could not be told before it was open."""
        opened = self._office.unlocked(document, suffix, options.password or "")
        inside = self._ask(opened, wire.Task(replace(options, password=None), self.limits))
        if inside.office is None:
            raise Refused("damaged")
        if heard.kind == "docx":
            heard.kind = _IN_DOCX.get(inside.office[0], heard.kind)
        heard.traces += [
            trace
            for trace in dict.fromkeys(inside.traces)
            if trace.kind in _ITS_OWN and trace not in heard.traces
        ]
        return inside.office

    def _ask(self, untrusted: bytes, task: wire.Task) -> Heard:
        """One round in the jail; a fork-server that died is replaced once."""
        for _ in range(2):
            server = self._living_server()
            heard = Heard(self.limits)
            try:
                Talk(server, heard, self.limits, untrusted, task).until_done(time.monotonic)
            except JailBroken:
                continue
            if heard.refused:
                raise heard.refused
            return heard
        raise Refused("jail")

    def _living_server(self) -> Server:
        with self._lock:
            if self._closed:
                raise Refused("jail")
            if not self._server.alive:
                self._server.close()
                self._server = decoding(self._without)
            return self._server


_TEXTS = frozenset({"docx", "doc", "odt", "rtf"})
# What tells that there is something to settle; an old binary doesn't say, so it always is.
_SETTLED = frozenset({"comment-author", "tracked-change"})

# What an encrypted DOCX, XLSX or PPTX, which look alike from outside, turns out to be.
_IN_DOCX = {"odt": "docx", "ods": "xlsx", "odp": "pptx"}
# What a document says of its people after the office suite saved it; the rest, the suite added.
_ITS_OWN = NAMING | {"title", "comment", "keyword", "tracked-change", "hidden", "script", "link"}


def _has_any(heard: Heard, kinds: frozenset[str]) -> bool:
    return any(trace.kind in kinds for trace in heard.traces)


def _shows_comments(heard: Heard, options: Options) -> bool:
    return options.show_comments and heard.kind in _TEXTS and _has_any(heard, _SETTLED)


def _finished(told: Heard, drawn: Heard) -> Cleaned:
    if told.kind is None or not drawn.count or len(drawn.pages) != drawn.count:
        raise Refused("damaged")
    pages: tuple[CleanPage, ...] = tuple(drawn.pages[number] for number in range(drawn.count))
    cautions = told.cautions if told is drawn else [*told.cautions, *drawn.cautions]
    return Cleaned(
        kind=told.kind,
        family=KINDS[told.kind],
        pages=pages,
        traces=tuple(told.traces),
        cautions=tuple(sorted(cautions, key=lambda caution: (caution.page or 0, caution.kind))),
        offered=tuple(told.offered),
    )
