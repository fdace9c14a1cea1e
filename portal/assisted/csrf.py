"""A form's token comes from the visitor's own cookie, so there is nothing to keep for it."""

from __future__ import annotations

from flask import g
from wtforms import ValidationError
from wtforms.csrf.core import CSRF, CSRFTokenField
from wtforms.form import BaseForm


class DeskCsrf(CSRF):
    """Signed double submit, bound to the desk's cookie and good for as long as that is."""

    def generate_csrf_token(self, csrf_token_field: CSRFTokenField) -> str:  # noqa: ARG002 - wtforms' signature
        token: str = g.desk.form_token
        return token

    def validate_csrf_token(self, form: BaseForm, field: CSRFTokenField) -> None:  # noqa: ARG002 - wtforms' signature
        if not g.desk.is_own_form(str(field.data or "")):
            raise ValidationError("token")
