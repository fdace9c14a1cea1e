"""What can keep a site from being compared."""

from __future__ import annotations

from portal.errors import PortalError


class NotChecked(PortalError):
    """Nothing can be said about the site; the message says why."""


class BadManifest(NotChecked):
    """The manifest can't be read."""


class BadSignature(NotChecked):
    """The manifest isn't signed by this key."""


class Unreachable(NotChecked):
    """The site doesn't answer."""
