"""What goes in and comes out of cleaning: frozen values without behaviour."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Family = Literal["photo", "document"]

MOST_LONGEST_SIDE, MOST_DPI = 8000, 600
LEAST_LONGEST_SIDE, LEAST_DPI = 16, 10
# What an asker gets who asks for sharper pages: small print stays readable, at twice the bytes.
SHARPER_LONGEST_SIDE, SHARPER_DPI = 4000, 220


@dataclass(frozen=True, slots=True)
class CleanPage:
    """One picture, encoded anew: `media` is image/webp, image/png or image/jpeg."""

    data: bytes
    media: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that was found in the file and isn't in its pages.

    `kind` is a key of `vocabulary.TRACES`; `value` is plain text of bounded length, taken from
    an untrusted file: escape it wherever it is shown, store it nowhere.
    """

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Caution:
    """Something that stays visible on a page; `page` counts from 1, None means the whole."""

    kind: str
    page: int | None
    value: str


@dataclass(frozen=True, slots=True)
class Options:
    """What the asker chose. `longest_side` in pixels, `dpi` for pages of documents."""

    # Never part of a printed or logged Options.
    password: str | None = field(default=None, repr=False)
    show_comments: bool = False
    show_forms: bool = True
    remove_dots: bool = False
    longest_side: int = 2560
    dpi: int = 150
    # Of a mail: clean the attachment with this number (from `Cleaned.offered`), not the mail.
    attachment: int | None = None
    # Of a mail: which headers are drawn above its body.
    headers: tuple[str, ...] = ("Subject",)

    def __post_init__(self) -> None:
        """Raise ValueError for sizes that nobody needs and no page could have."""
        if not (
            LEAST_LONGEST_SIDE <= self.longest_side <= MOST_LONGEST_SIDE
            and LEAST_DPI <= self.dpi <= MOST_DPI
        ):
            raise ValueError("longest_side or dpi out of bounds")


@dataclass(frozen=True, slots=True)
class Offered:
    """An attachment of a mail that can be cleaned by itself: `Options(attachment=number)`."""

    number: int
    name: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Everything there is to know of a cleaned file; `kind` is a key of `vocabulary.KINDS`."""

    kind: str
    family: Family
    pages: tuple[CleanPage, ...]
    traces: tuple[Trace, ...]
    cautions: tuple[Caution, ...]
    offered: tuple[Offered, ...] = ()
