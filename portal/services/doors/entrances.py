"""The addresses at which people find this portal, for whoever hangs the poster."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from portal.services import qr
from portal.services.context import Context


@dataclass(frozen=True, slots=True)
class Entrance:
    """One address; `onion` when only Tor Browser gets there."""

    address: str
    onion: bool

    def as_facts(self) -> dict[str, str | bool | list[str]]:
        """For JSON; `qr` as `qr.rows` gives it."""
        # A poster is folded, scratched and read in bad light: a quarter may be unreadable.
        return {"address": self.address, "onion": self.onion, "qr": qr.rows(self.address, "q")}


def entrances(context: Context) -> list[Entrance]:
    """The address to hand out, and the onion service if there is one; other names of this portal are left out."""
    found = [Entrance(one, _is_onion(one)) for one in context.settings.origins]
    web = [one for one in found if not one.onion]
    onion = [one for one in found if one.onion]
    return [*web[:1], *onion[:1]]


def _is_onion(origin: str) -> bool:
    return (urlsplit(origin).hostname or "").endswith(".onion")
