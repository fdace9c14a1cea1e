"""What every format is: one module, one class, one instance in the registry."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from PIL import Image

from sanitizers.errors import Refused
from sanitizers.limits import Limits
from sanitizers.values import Caution, Offered, Options, Trace


@dataclass(frozen=True, slots=True)
class Work:
    """One file in the hands of a jailed child."""

    untrusted: bytes
    options: Options
    limits: Limits


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page as pixels, not yet encoded; `number` counts from 0."""

    number: int
    image: Image.Image


class Sanitizer(ABC):
    """Turns one kind of file into pixels and says what else was in it.

    Runs inside the jail only: it may decode, and anything it raises ends in a refusal.
    """

    kind: ClassVar[str]
    # Whether pages can be drawn apart from each other, so that several children share them.
    divisible: ClassVar[bool] = False
    # Whether any page costs about as much as any other, so that a few large shares end together.
    even: ClassVar[bool] = False

    @abstractmethod
    def recognises(self, untrusted: bytes) -> bool:
        """Whether the content, never the name, is of this kind."""

    def traces(self, work: Work) -> Iterator[Trace | Caution]:  # noqa: ARG002 - for those that have some
        """What is in the file besides its picture."""
        return iter(())

    def thumbnails(self, work: Work) -> Iterator[bytes]:  # noqa: ARG002 - as above
        """Small pictures kept in the file, encoded as they were found."""
        return iter(())

    def offered(self, work: Work) -> Iterator[Offered]:  # noqa: ARG002 - as above
        """Attachments that can be cleaned by themselves."""
        return iter(())

    @abstractmethod
    def count(self, work: Work) -> int:
        """How many pages there will be. Raises `Refused` when they are too many or too large."""

    @abstractmethod
    def draw(self, work: Work, numbers: Iterable[int]) -> Iterator[Drawn | Caution]:
        """The pages with these numbers, counted from 0."""

    def text(self, work: Work) -> Iterator[tuple[int, str]]:  # noqa: ARG002 - as above
        """The text that the pages show, by number, where it can be known."""
        return iter(())


class OfficeSanitizer(Sanitizer):
    """A document that only an office suite can draw, in a jail of its own."""

    # What the office suite must take it for, since it will not see a name.
    suffix: ClassVar[str]

    def locked(self, work: Work) -> bool:  # noqa: ARG002 - for those that can be
        """Whether only a password opens it."""
        return False

    def prepared(self, work: Work) -> bytes:
        """The document as it goes to the office suite."""
        return work.untrusted

    def count(self, work: Work) -> int:  # noqa: ARG002 - nothing to count yet
        """Only the office suite knows."""
        return 0

    def draw(self, work: Work, numbers: Iterable[int]) -> Iterator[Drawn | Caution]:  # noqa: ARG002 - as above
        """Drawing happens elsewhere."""
        raise Refused("no-office")
