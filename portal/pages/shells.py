"""Shells: what each page is made of before any script has run.

A shell knows no organisation, no session and no day, so a release can list the hash of every one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from babel.support import NullTranslations, Translations
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from portal.drawings import drawing, icons
from portal.pages import parts
from portal.web.static import integrity

Area = Literal["asker", "staff"]

LANGUAGES = ("nl", "fr", "en")
DEFAULT_LANGUAGE = "nl"

_HERE = Path(__file__).parent
_TRANSLATIONS = _HERE.parent / "translations"


@dataclass(frozen=True, slots=True)
class Shell:
    """One address: the template it is made from; its name is that of the module that brings it to life."""

    name: str
    path: str
    area: Area
    template: str = "area.html"


SHELLS = (
    Shell("start", "/", "asker", "start.html"),
    Shell("where", "/where", "asker", "where.html"),
    Shell("how", "/how", "asker", "how.html"),
    Shell("ask", "/ask", "asker", "ask.html"),
    Shell("mailbox", "/mailbox", "asker", "mailbox.html"),
    Shell("staff", "/staff", "staff"),
    Shell("staff-setup", "/staff/setup", "staff"),
    Shell("staff-join", "/staff/join", "staff"),
    Shell("reports", "/reports", "staff"),
)


def address(path: str, language: str) -> str:
    """Where a page stands in a language: Dutch has no prefix."""
    if language == DEFAULT_LANGUAGE:
        return path
    return f"/{language}{path}".rstrip("/")


@cache
def render(shell: Shell, language: str) -> bytes:
    """The bytes of a shell, from its name and language and nothing else."""
    template = _environment(language).get_template(shell.template)
    page = template.render(
        shell=shell,
        language=language,
        languages=LANGUAGES,
        address=lambda path: address(path, language),
        same_page=lambda other: address(shell.path, other),
        entry=parts.entry(shell.name),
        preloads=_preloads(shell, language),
        integrity=integrity,
        # Hashes and addresses of our own making; nothing in it could end the element.
        import_map=Markup(parts.import_map(shell.name)),  # noqa: S704 - (as said)
        drawing=lambda name: icons()[name],
        picture=drawing,
    )
    return page.encode()


@cache
def render_nothing() -> bytes:
    """The bytes for every address that is none: in all languages at once, since the address says none."""
    sections = [
        Markup(_section(language, heading))  # noqa: S704 - rendered just now, and escaped there
        for language, heading in zip(LANGUAGES, ("h1", "h2", "h2"), strict=True)
    ]
    page = _environment(DEFAULT_LANGUAGE).get_template("nothing.html")
    return page.render(
        shell=Shell("nothing", "/", "asker", "nothing.html"),
        language=DEFAULT_LANGUAGE,
        sections=sections,
        integrity=integrity,
        drawing=lambda name: icons()[name],
    ).encode()


def _section(language: str, heading: str) -> str:
    return (
        _environment(language)
        .get_template("nothing-in.html")
        .render(language=language, heading=heading, address=lambda path: address(path, language))
    )


def _preloads(shell: Shell, language: str) -> tuple[str, ...]:
    """What the page's script asks for as soon as it runs, so that it need not wait for it."""
    told = () if language == DEFAULT_LANGUAGE else (parts.texts(shell.name, language),)
    return (*parts.imported_by(parts.entry(shell.name)), *told)


def _environment(language: str) -> Environment:
    environment = Environment(
        # The second holds what the plain pages show too.
        loader=FileSystemLoader((_HERE / "templates", _HERE.parent / "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # The extension adds this method while running, so its type is not known.
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        _translations(language), newstyle=True
    )
    return environment


def _translations(language: str) -> NullTranslations:
    found: NullTranslations = Translations.load(_TRANSLATIONS, [language])
    return found
