"""Gunicorn's logger, without requests, addresses or times."""

from __future__ import annotations

import logging
import sys
from typing import Any

from gunicorn.glogging import Logger


def _kind() -> str:
    kind, _, trace = sys.exc_info()
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    return f"{kind.__name__ if kind else '?'} at {place}"


class Quiet(Logger):
    """Logs that a worker failed, and nothing of what it was doing."""

    error_fmt = "%(levelname)s gunicorn %(message)s"
    datefmt = ""

    def access(self, *_args: Any, **_kwargs: Any) -> None:
        """No request is ever logged."""

    def exception(self, msg: Any, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401 - gunicorn's signature
        """A traceback shows values, and its message may hold an address: only what kind it was."""
        del msg
        self.error_log.error("failed outside the application: %s", _kind())

    def warning(self, msg: Any, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401 - gunicorn's signature
        """Warnings of gunicorn quote requests that were malformed."""

    def debug(self, msg: Any, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401 - gunicorn's signature
        """As with warnings."""

    def reopen_files(self) -> None:
        """No log file of its own to open again."""

    def setup(self, cfg: Any) -> None:  # noqa: ANN401 - gunicorn's type is untyped
        super().setup(cfg)
        self.access_log.disabled = True
        self.error_log.setLevel(logging.ERROR)
