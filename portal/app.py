"""The application: only wiring."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from flask import request
from flask_babel import Babel
from flask_openapi import Info, OpenAPI

from portal.api import cases, cleaning, mailbox, management, public, staff, statistics
from portal.config import Settings, keep_temporary_files_in
from portal.pages import views
from portal.services.context import Context, open_context
from portal.web import guard, headers, problems, static
from portal.web.cleaner import OnDemand
from portal.web.problems import Problem

APIS = (public.api, cases.api, mailbox.api, staff.api, management.api, statistics.api, cleaning.api)
PREFIXES = {"nl": "", "fr": "/fr", "en": "/en"}
STATIC = Path(__file__).parent / "static"


def create_app(settings: Settings, context: Context | None = None) -> OpenAPI:
    """The portal for these settings. Tests pass a `context` with clocks of their own."""
    keep_temporary_files_in(settings.data)
    app = _bare_app()
    context = context or open_context(settings)
    app.extensions["adviespunt"] = context
    guard.install(app, settings.hosts, settings.limits)
    headers.install(app, settings.onion)
    problems.install(app)
    app.register_blueprint(static.blueprint(STATIC))
    register_apis(app)
    register_pages(app, context)
    return app


def _bare_app() -> OpenAPI:
    return OpenAPI(
        "portal",
        info=Info(title="Adviespunt Integriteit", version="1"),
        doc_ui=False,
        validation_error_callback=problems.of_validation,
        validation_error_model=Problem,
        static_folder=None,
    )


def register_pages(app: OpenAPI, context: Context) -> None:
    """The shells, and the plain pages in each language."""
    app.register_blueprint(views.make_blueprint())
    try:
        plain = import_module("portal.assisted.blueprint")
    except ImportError:  # being written
        return
    cleaner = OnDemand()
    for language, prefix in PREFIXES.items():
        made = plain.make_blueprint(context, cleaner, f"plain-{language}")
        app.register_blueprint(made, url_prefix=f"{prefix}/plain")
    Babel(app, default_locale="nl", locale_selector=_language, default_domain="messages")


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
