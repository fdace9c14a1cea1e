"""What a jailed child does: read one task and one file, answer in frames, end.

Nothing here is trusted by the parent. Everything is imported before the jail closes, because
afterwards no file can be opened any more.
"""

from __future__ import annotations

import codecs
import encodings.aliases
import importlib
import os
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PIL import Image

from sanitizers import dots, encode, samples, thumbs, wire
from sanitizers.errors import Refused
from sanitizers.formats import recognised
from sanitizers.formats.base import Drawn, OfficeSanitizer, Sanitizer, Work
from sanitizers.formats.mail import Mail
from sanitizers.limits import DEFAULT
from sanitizers.names import NAMING, repeated, sought
from sanitizers.settle import SETTLED, settled
from sanitizers.traces import odf
from sanitizers.values import Caution, Options, Trace
from sanitizers.vocabulary import KINDS, MEDIA
from sanitizers.zips import Package

# A document with more pages than this is drawn by several children.
PAGES_FOR_ONE = 2


class Answer:
    """The child's end of the pipe to the parent."""

    def __init__(self, descriptor: int, most_findings: int) -> None:
        self._descriptor = descriptor
        self._told: set[tuple[str, str, int]] = set()
        self.names: list[str] = []
        self._most = most_findings

    def _write(self, frame: bytes) -> None:
        view = memoryview(frame)
        while view:
            view = view[os.write(self._descriptor, view) :]

    def say(self, tag: bytes, *texts: str) -> None:
        """A frame of texts."""
        self._write(wire.pack_texts(tag, *texts))

    def page(self, number: int, media: str, size: tuple[int, int], data: bytes) -> None:
        """A drawn page."""
        self._write(wire.pack_page(number, MEDIA.index(media), size, data))

    def document(self, suffix: str, data: bytes) -> None:
        """A document for the office suite."""
        self._write(wire.pack(wire.OFFICE, suffix.encode().ljust(8, b"\0") + data))

    def finding(self, found: Trace | Caution) -> None:
        """A trace or a caution, once, up to the limit."""
        key = (found.kind, found.value, (found.page or 0) if isinstance(found, Caution) else 0)
        if key in self._told or len(self._told) >= self._most:
            return
        self._told.add(key)
        if isinstance(found, Trace):
            if found.kind in NAMING:
                self.names.append(found.value)
            self.say(wire.TRACE, found.kind, found.value)
        else:
            self.say(wire.CAUTION, found.kind, str(found.page or 0), found.value)


def _read_all(descriptor: int) -> bytes:
    parts = []
    while part := os.read(descriptor, wire.READ_BYTES):
        parts.append(part)
    return b"".join(parts)


def _send_pages(
    answer: Answer, kind: str, drawn: Iterable[Drawn | Caution], work: Work
) -> Image.Image | None:
    """Encode and send what was drawn; the first picture comes back for comparing."""
    encoded = encode.photo if KINDS[kind] == "photo" else encode.page
    first = None
    for each in drawn:
        if isinstance(each, Caution):
            answer.finding(each)
            continue
        image = dots.removed(each.image) if work.options.remove_dots else each.image
        media, data = encoded(image)
        answer.page(each.number, media, image.size, data)
        first = first or image
    if work.options.remove_dots:
        answer.finding(Caution("dots-removed", None, ""))
    return first


def _soundly(found: Iterator[Trace | Caution]) -> Iterator[Trace | Caution]:
    """Findings until their reader stumbles: metadata that can't be read must not cost the picture."""
    try:
        yield from found
    except MemoryError:
        raise
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - any parser, any nonsense
        yield Trace("metadata", "unreadable")


def _begin(answer: Answer, work: Work, names: Iterable[str] = ()) -> None:
    """Tell the kind and all findings; draw the pages, or say how many others should draw."""
    sanitizer = recognised(work.untrusted)
    answer.say(wire.KIND, sanitizer.kind)
    if isinstance(sanitizer, OfficeSanitizer):
        _hand_over(answer, sanitizer, work)
        return
    count = sanitizer.count(work)
    shared = sanitizer.divisible and count > PAGES_FOR_ONE
    how = "even" if sanitizer.even else "shared"
    answer.say(wire.COUNT, str(count), how if shared else "")
    first = None
    if not shared:
        first = _send_pages(answer, sanitizer.kind, sanitizer.draw(work, range(count)), work)
    _send_findings(answer, sanitizer, work)
    if first is not None:
        for found in _soundly(thumbs.compared(sanitizer.thumbnails(work), first)):
            answer.finding(found)
    _send_repeated(answer, sanitizer, work, names)


def _hand_over(answer: Answer, sanitizer: OfficeSanitizer, work: Work) -> None:
    """To the office suite; a locked document only where there is a password to try."""
    if sanitizer.locked(work):
        if work.options.password is None:
            raise Refused("encrypted")
        answer.say(wire.LOCKED, "")
    answer.document(sanitizer.suffix, sanitizer.prepared(work))
    _send_findings(answer, sanitizer, work)


def _send_repeated(answer: Answer, sanitizer: Sanitizer, work: Work, names: Iterable[str]) -> None:
    """Point out names on the pages; a text layer is a trace by itself, since it isn't drawn."""
    pages = list(sanitizer.text(work))
    letters = sum(len(text) for _, text in pages)
    if letters and sanitizer.kind == "pdf":
        answer.finding(Trace("text-layer", str(letters)))
    for caution in repeated(sought([*answer.names, *names]), pages):
        answer.finding(caution)


def _send_findings(answer: Answer, sanitizer: Sanitizer, work: Work) -> None:
    for found in _soundly(sanitizer.traces(work)):
        answer.finding(found)
    for offer in sanitizer.offered(work):
        answer.say(wire.OFFER, str(offer.number), offer.kind, str(offer.size), offer.name)


def _draw(answer: Answer, work: Work, first: int, step: int) -> None:
    """Draw every `step`-th page from `first` on."""
    sanitizer = recognised(work.untrusted)
    count = sanitizer.count(work)
    _send_pages(answer, sanitizer.kind, sanitizer.draw(work, range(first, count, step)), work)


def _carry_out(answer: Answer, task: wire.Task, untrusted_upload: bytes) -> None:
    if task.settle:
        _settle(answer, untrusted_upload, task.options)
        return
    work = _unpacked(Work(untrusted_upload, task.options, task.limits))
    if task.draw is None:
        _begin(answer, work, task.names)
    else:
        _draw(answer, work, *task.draw)


def _settle(answer: Answer, untrusted_odt: bytes, options: Options) -> None:
    """Also tell what the binary formats don't say before: comments, changes, links, pictures' own traces."""
    answer.document("odt", settled(untrusted_odt, comments=options.show_comments))
    package = Package(untrusted_odt)
    for found in _soundly(odf.traces(package)):
        if found.kind in SETTLED:
            answer.finding(found)
    for found in _soundly(odf.pictures(package)):
        answer.finding(found)


def _unpacked(work: Work) -> Work:
    """The attachment that was asked for, instead of the mail around it."""
    number = work.options.attachment
    if number is None:
        return work
    sanitizer = recognised(work.untrusted)
    if not isinstance(sanitizer, Mail):
        raise Refused("no-such-attachment")
    inside = sanitizer.attachment(work, number)
    return Work(inside, replace(work.options, attachment=None), work.limits)


def work(reading: int, writing: int) -> int:
    """Do the one task that comes in; the exit code says nothing that the frames don't."""
    task = wire.read_task(partial(os.read, reading))
    untrusted_upload = _read_all(reading)
    answer = Answer(writing, task.limits.traces)
    sys.setrecursionlimit(2000)
    try:
        _carry_out(answer, task, untrusted_upload)
        answer.say(wire.END, "")
    except Refused as refused:
        numbers = ",".join(f"{key}={value}" for key, value in refused.detail.items())
        answer.say(wire.REFUSED, refused.reason, numbers)
    except MemoryError:
        answer.say(wire.REFUSED, "memory", "")
    except Exception:  # noqa: BLE001 - whatever a parser raises, the file can't be cleaned
        answer.say(wire.REFUSED, "damaged", "")
    return 0


# Packages that load parts of themselves at first use; in the jail it would be too late.
_LOADED_WHOLE = ("pypdf", "email", "xml.etree")
_NEVER_NEEDED = re.compile(r"\.(__main__|_?tests?)$")


def _load_whole(name: str) -> None:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        if not _NEVER_NEEDED.search(module.name):
            # What an optional dependency is missing for, nobody can need.
            with suppress(Exception):
                importlib.import_module(module.name)


def warm_up() -> None:
    """Import and touch everything that is otherwise loaded at first use."""
    Image.init()
    for name in set(encodings.aliases.aliases.values()):
        with suppress(LookupError):
            codecs.lookup(name)
    for name in _LOADED_WHOLE:
        _load_whole(name)
    for sample in samples.all_of_them():
        _rehearse(sample)


def _rehearse(sample: bytes) -> None:
    """Clean a file of our own making, outside of the jail."""
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        _begin(Answer(null, 10), Work(sample, Options(), DEFAULT))
    finally:
        os.close(null)
