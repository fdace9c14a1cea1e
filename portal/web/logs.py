"""Logging that keeps nothing of a request: no address, no time of a visit, no message of an error."""

from __future__ import annotations

import logging
import logging.config


def configure() -> None:
    """Only warnings and errors of ours, each as one line without a time."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"plain": {"format": "%(levelname)s %(name)s %(message)s"}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
            "root": {"level": "ERROR", "handlers": ["stderr"]},
            "loggers": {
                "werkzeug": {"level": "CRITICAL", "propagate": False},
                "gunicorn.access": {"level": "CRITICAL", "propagate": False},
                "sqlalchemy": {"level": "CRITICAL", "propagate": False},
                "portal": {"level": "WARNING"},
            },
        }
    )
