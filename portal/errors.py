"""What can go wrong while starting or running an instance; every error of `portal` is one of these."""

from __future__ import annotations


class PortalError(Exception):
    """Base of every error that `portal` raises."""


class BadOrganisation(PortalError):
    """The organisation's file has a fault; `line` counts from 1, None when no line can be named."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        where = f"{file}, line {line}" if line else file
        super().__init__(f"{where}: {reason}")
        self.line = line
        self.reason = reason


class BadSettings(PortalError):
    """The instance's own settings can't be used."""


class NoInstance(PortalError):
    """There is no instance in this folder yet, or only a part of one."""
