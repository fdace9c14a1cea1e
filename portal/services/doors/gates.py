"""What new things go through: a measure for everybody together, and a price that grows as it empties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from portal.services.context import Context
from portal.services.doors import pace
from portal.services.doors.pace import Filling
from portal.services.errors import Throttled


class Price(Protocol):
    """What has to be done first at a load from 0 (quiet) to 1 (nothing left), or raised.

    `spend` False: only look whether it was brought, so that it is still good afterwards.
    """

    def __call__(self, load: float, /, *, spend: bool) -> None: ...


def free(_load: float, /, *, spend: bool) -> None:
    """Ask for nothing."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One bucket. What was refused takes nothing out of it: no flood of nonsense shuts the door."""

    context: Context
    bucket: str
    allowed: tuple[float, float]
    price: Price = free

    @property
    def load(self) -> float:
        """How busy it is here, from 0 to 1."""
        return self._look().load

    @property
    def seconds_to_token(self) -> int:
        return self._look().seconds_to_token

    def _look(self) -> Filling:
        return pace.look(self.context, self.bucket, self.allowed)

    def enter(self) -> None:
        """Raise whatever the price raises, or `Throttled` while the bucket is empty."""
        filling = self._look()
        try:
            filling.require_token()
        except Throttled:
            # Who has nothing to show yet can do the work while others wait.
            self.price(1.0, spend=False)
            raise
        self.price(filling.load, spend=True)

    def pay(self) -> None:
        """Raise what the price raises at this load. Nobody is refused because others came before."""
        self.price(self._look().load, spend=True)

    def count(self) -> None:
        """Take one out."""
        pace.take_token(self.context, self.bucket, self.allowed)


def of_mailbox(context: Context, mailbox: bytes) -> Gate:
    """Further questions of one mailbox: one that floods keeps nobody else from asking."""
    return Gate(context, pace.bucket_of("cases", mailbox), context.settings.pace.mailbox_cases)


def new_cases(context: Context, price: Price = free) -> Gate:
    return Gate(context, "new cases", context.settings.pace.new_cases, price)


def plain_cases(context: Context, price: Price = free) -> Gate:
    """The plain pages have a measure of their own: who asks there can't be asked to compute."""
    return Gate(context, "plain cases", context.settings.pace.plain_cases, price)


def pages(context: Context, price: Price = free) -> Gate:
    return Gate(context, "pages", context.settings.pace.pages, price)


def cleaning(context: Context, price: Price = free) -> Gate:
    return Gate(context, "cleaning", context.settings.pace.cleaning, price)


def plain_cleaning(context: Context, price: Price = free) -> Gate:
    return Gate(context, "plain cleaning", context.settings.pace.plain_cleaning, price)


def words(context: Context, price: Price = free) -> Gate:
    """Wrong access words."""
    return Gate(context, "words", context.settings.pace.wrong_words, price)


def plain_words(context: Context, price: Price = free) -> Gate:
    return Gate(context, "plain words", context.settings.pace.plain_words, price)


def askers(context: Context, price: Price = free) -> Gate:
    """Tries to open a mailbox, right ones with them: a right one among many would stand out."""
    return Gate(context, "askers", context.settings.pace.asker_failures, price)


def staff(context: Context, price: Price = free) -> Gate:
    """Wrong tries to sign in as a member."""
    return Gate(context, "staff", context.settings.pace.staff_failures, price)


def all_of(context: Context) -> tuple[Gate, ...]:
    """Every gate that a flood comes to, for telling the operator how busy it is."""
    makers = (new_cases, plain_cases, pages, cleaning, plain_cleaning, words, plain_words)
    return tuple(make(context) for make in makers)
