"""The application: only wiring."""

from __future__ import annotations

from typing import Any

from flask import request
from flask.json.provider import DefaultJSONProvider
from flask_babel import Babel, get_locale
from flask_openapi import Info, OpenAPI

from portal.api import (
    access,
    cases,
    cleaning,
    mailbox,
    management,
    public,
    staff,
    statistics,
    word,
    year,
)
from portal.assisted import blueprint as plain
from portal.config import Settings
from portal.pages import views
from portal.services.context import Context, open_context
from portal.web import even, guard, headers, problems, static
from portal.web.problems import Problem

APIS = (
    public.api,
    word.api,
    cases.api,
    mailbox.api,
    staff.api,
    access.api,
    management.api,
    statistics.api,
    year.api,
    cleaning.api,
)
PREFIXES = {"nl": "", "fr": "/fr", "en": "/en"}


class Json(DefaultJSONProvider):
    """JSON as Flask has it, but what nests too deep is no JSON rather than a crash."""

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:  # noqa: ANN401 - flask's signature
        try:
            return super().loads(s, **kwargs)
        except RecursionError as error:
            raise ValueError("nested too deep") from error


class Portal(OpenAPI):
    """Flask with the API's description, quiet errors, and addresses in the language at hand."""

    json_provider_class = Json

    def log_exception(self, exc_info: Any) -> None:  # noqa: ANN401 - flask's signature
        """Flask would log the address and a traceback with values."""
        problems.note(exc_info[1])

    def url_for(self, /, endpoint: str, **values: Any) -> str:
        """The plain pages have one blueprint for each language: stay in the present one."""
        language = get_locale()
        if endpoint.startswith("plain.") and language and language.language != "nl":
            endpoint = endpoint.replace("plain.", f"plain-{language.language}.", 1)
        return super().url_for(endpoint, **values)


def create_app(settings: Settings, context: Context | None = None) -> Portal:
    """The portal for these settings. Tests pass a `context` with clocks of their own."""
    app = _bare_app()
    context = context or open_context(settings)
    app.extensions["adviespunt"] = context
    even.install(app)
    guard.install(app, settings.hosts, settings.limits)
    _serve_the_same_to_all(app, settings.onion)
    register_apis(app)
    register_plain_pages(app)
    return app


def what_all_portals_serve() -> Portal:
    """Shells, scripts, styles and refusals: the same in every portal of a release. It needs no instance."""
    app = _bare_app()
    _serve_the_same_to_all(app, None)
    return app


def _serve_the_same_to_all(app: Portal, onion: str | None) -> None:
    headers.install(app, onion, views.sealed_policy())
    problems.install(app, views.nothing_here)
    static.install(app)
    app.register_blueprint(views.make_blueprint())


def _bare_app() -> Portal:
    return Portal(
        "portal",
        info=Info(title="Adviespunt Integriteit", version="1"),
        doc_ui=False,
        validation_error_callback=problems.of_validation,
        validation_error_model=Problem,
        static_folder=None,
    )


def register_plain_pages(app: OpenAPI) -> None:
    """The plain pages, in each language."""
    made = plain.make_blueprint()
    for language, prefix in PREFIXES.items():
        name = "plain" if language == "nl" else f"plain-{language}"
        app.register_blueprint(made, url_prefix=f"{prefix}/plain", name=name)
    Babel(app, default_locale="nl", locale_selector=_language)


def _language() -> str:
    """The language stands in the address and nowhere else."""
    first = request.path.split("/")[1]
    return first if f"/{first}" in PREFIXES.values() else "nl"


def register_apis(app: OpenAPI) -> None:
    for api in APIS:
        app.register_api(api)


def describe() -> dict[str, Any]:
    """The API's description, which needs no instance."""
    app = _bare_app()
    register_apis(app)
    found: dict[str, Any] = app.api_doc
    return found
