"""What can go wrong while cleaning; every error of this package is one of these."""

from __future__ import annotations

from collections.abc import Mapping


class SanitizerError(Exception):
    """Base of every error that `sanitizers` raises."""


class Refused(SanitizerError):
    """A file that can't be cleaned; nothing of it was kept.

    `reason` is a key of `vocabulary.REASONS`; `detail` holds the numbers a sentence about it
    needs ({"pages": 812, "limit": 200}). Neither ever holds text taken from the file.
    """

    def __init__(self, reason: str, detail: Mapping[str, int] | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail: dict[str, int] = dict(detail or {})


class JailUnavailable(SanitizerError):
    """A layer of the jail can't be set up here, so cleaning doesn't start.

    `layer` is one of `jail.layers.LAYERS`; an operator may allow its absence by that name.
    """

    def __init__(self, layer: str, cause: str = "") -> None:
        super().__init__(f"the jail's layer {layer!r} cannot be set up here{cause and ': '}{cause}")
        self.layer = layer


class JailBroken(SanitizerError):
    """The fork-server died or doesn't answer; the caller may start a new one and try again."""


class UntrustedAnswer(SanitizerError):
    """A jailed child answered with something that it never may say; it is believed in nothing."""
