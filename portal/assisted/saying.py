"""gettext with types: `_` says a text now, `_l` when it is shown."""

from __future__ import annotations

from flask_babel import gettext, lazy_gettext


def _(text: str, **values: object) -> str:
    """The text in the visitor's language, its `%(name)s` filled in."""
    return str(gettext(text, **values))


def _l(text: str, **values: object) -> str:
    """The same for what is made before there is a visitor: it turns into text when it is shown."""
    lazy: str = lazy_gettext(text, **values)
    return lazy
