"""The sealed pages' shells: HTML made from the language alone, the same bytes for everybody."""

from portal.pages.views import blueprint

__all__ = ["blueprint"]
