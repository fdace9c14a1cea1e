"""What an asker has written and attached so far, as it lies on the desk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Self

from crypto.encoding import b64, sha256
from portal.assisted.desk import Desk
from portal.assisted.errors import Gone, TooMuch
from portal.config import Limits
from sanitizers import Cleaned
from sanitizers.values import Family

QUESTION = "question"
_ID = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True)
class Picture:
    """A cleaned page; its bytes lie on the desk under `name`."""

    name: str
    media: str
    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True)
class Part:
    """One attachment: its pages, what was taken out of it, and whether the asker looked at it."""

    number: int
    family: Family
    pictures: tuple[Picture, ...]
    traces: tuple[tuple[str, str], ...]
    cautions: tuple[tuple[str, int | None, str], ...]
    # Names of a mail's attachments, which don't go along by themselves.
    offered: tuple[str, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """`id` is made once, so that a form sent twice is known; `about` is `question` or a case's key."""

    id: str
    about: str
    text: str = ""
    kind: str = ""
    urgent: bool = False
    real_name: str = ""
    excluded: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    next_number: int = 1

    @property
    def marker(self) -> str:
        """What the form carries to say which draft it belongs to, and whether it had attachments."""
        return f"{self.id}.{len(self.parts)}"

    @property
    def digest(self) -> str:
        """The same for the same content."""
        return b64(sha256(self.encode()))

    def encode(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def decode(cls, data: bytes) -> Self:
        found = json.loads(data)
        parts = tuple(_part(part) for part in found.pop("parts"))
        found["excluded"] = tuple(found["excluded"])
        return cls(**found, parts=parts)

    def all_kept(self) -> bool:
        return all(part.kept for part in self.parts)

    def keep(self, number: int) -> Self:
        """The asker looked at this attachment and wants it sent."""
        parts = (replace(part, kept=True) if part.number == number else part for part in self.parts)
        return replace(self, parts=tuple(parts))

    def drop(self, number: int) -> Self:
        return replace(self, parts=tuple(part for part in self.parts if part.number != number))

    def pictures(self) -> Iterator[Picture]:
        for part in self.parts:
            yield from part.pictures


def _part(found: dict[str, object]) -> Part:
    pictures = tuple(Picture(**picture) for picture in found.pop("pictures"))  # type: ignore[attr-defined]
    traces = tuple(tuple(trace) for trace in found.pop("traces"))  # type: ignore[attr-defined]
    cautions = tuple(tuple(caution) for caution in found.pop("cautions"))  # type: ignore[attr-defined]
    offered: tuple[str, ...] = tuple(found.pop("offered"))  # type: ignore[arg-type]
    return Part(pictures=pictures, traces=traces, cautions=cautions, offered=offered, **found)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Drafts:
    """Reading and writing drafts on one desk."""

    desk: Desk
    limits: Limits = field(default_factory=Limits)

    def load(self, about: str) -> Draft | None:
        found = self.desk.load(_name(about))
        return Draft.decode(found) if found else None

    def begin(self, about: str, untrusted_marker: str | None = None) -> Draft:
        """A new draft, under the id that its form already carries, if it carries one."""
        given = (untrusted_marker or "").partition(".")[0]
        known = _ID.fullmatch(given)
        return Draft(given if known else b64(self.desk.context.randomness(16)), about)

    def save(self, draft: Draft) -> None:
        self.desk.save(_name(draft.about), draft.encode())

    def attach(self, draft: Draft, cleaned: Cleaned) -> Draft:
        """Put the pages on the desk, and name them in the draft as it lies there by now.

        Cleaning takes a while, in which its asker may have gone on in another tab or by another
        button. Raises `TooMuch` above the limits, `Gone` when the draft was sent or thrown away
        meanwhile, and what the desk raises; nothing is kept then.
        """
        names: list[str] = []
        try:
            return self._attach(draft, cleaned, names)
        except BaseException:
            self.desk.remove(*names)
            raise

    def _attach(self, draft: Draft, cleaned: Cleaned, names: list[str]) -> Draft:
        self._require_room(self.now(draft), cleaned)
        pictures = []
        for page in cleaned.pages:
            # Of two files that are cleaned at once, neither writes over a page of the other.
            name = f"image-{b64(self.desk.context.randomness(16))}"
            names.append(name)
            self.desk.save(name, page.data)
            pictures.append(Picture(name, page.media, page.width, page.height, len(page.data)))
        now = self.now(draft)
        self._require_room(now, cleaned)
        part = Part(
            number=now.next_number,
            family=cleaned.family,
            pictures=tuple(pictures),
            traces=tuple((trace.kind, trace.value) for trace in cleaned.traces),
            cautions=tuple((one.kind, one.page, one.value) for one in cleaned.cautions),
            offered=tuple(one.name for one in cleaned.offered),
        )
        attached = replace(now, parts=(*now.parts, part), next_number=now.next_number + 1)
        self.save(attached)
        return attached

    def now(self, draft: Draft) -> Draft:
        """The draft as it lies on the desk by now; raises `Gone`."""
        found = self.load(draft.about)
        if found is None or found.id != draft.id:
            raise Gone("sent or thrown away meanwhile")
        return found

    def _require_room(self, draft: Draft, cleaned: Cleaned) -> None:
        pages = len(cleaned.pages) + sum(1 for _ in draft.pictures())
        size = sum(len(page.data) for page in cleaned.pages)
        size += sum(picture.size for picture in draft.pictures())
        if (
            len(draft.parts) >= self.limits.attachments
            or pages > self.limits.pages_a_message
            or size > self.limits.pages_bytes_a_message * 9 // 10  # sealing and padding add to it
        ):
            raise TooMuch("attachments")

    def drop(self, draft: Draft, number: int) -> Draft:
        gone = [part for part in draft.parts if part.number == number]
        self.desk.remove(*(picture.name for part in gone for picture in part.pictures))
        dropped = draft.drop(number)
        self.save(dropped)
        return dropped

    def discard(self, draft: Draft) -> None:
        """Take a draft and its pages off the desk."""
        self.desk.remove(_name(draft.about), *(picture.name for picture in draft.pictures()))


def _name(about: str) -> str:
    return f"draft-{about}"
