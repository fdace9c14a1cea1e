"""A form's token comes from the visitor's own cookie, so there is nothing to keep for it."""

from __future__ import annotations

import hmac

from flask import g
from wtforms import Field, Form, ValidationError
from wtforms.csrf.core import CSRF, CSRFTokenField


class DeskCsrf(CSRF):
    """Signed double submit, bound to the desk's cookie and good for as long as that is."""

    def generate_csrf_token(self, csrf_token_field: CSRFTokenField) -> str:
        token: str = g.desk.form_token
        return token

    def validate_csrf_token(self, form: Form, field: Field) -> None:
        given = str(field.data or "").encode()
        if not hmac.compare_digest(given, self.generate_csrf_token(field).encode()):
            raise ValidationError("token")
