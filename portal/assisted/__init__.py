"""The plain pages, for askers without scripts: here the server seals and opens, one request long.

The only package that may import the secret-key half of `crypto`.
"""

from __future__ import annotations

from flask import Flask


def install(app: Flask) -> None:
    """Put the plain pages at /plain."""
    from portal.assisted.blueprint import make_blueprint  # noqa: PLC0415 - only where they are served

    app.register_blueprint(make_blueprint(), url_prefix="/plain")
