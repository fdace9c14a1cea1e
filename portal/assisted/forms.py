"""The forms of the plain pages: what each accepts, and what it says when it does not.

None of them ever answers with a value of its own: what was typed stands in it again.
"""

from __future__ import annotations

from typing import Any

from flask import request
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.widgets import CheckboxInput, ListWidget

from crypto.errors import CredentialsRefused
from crypto.secret.kdf import normal_name
from portal.assisted.csrf import DeskCsrf
from portal.assisted.desk import LARGE_BYTES
from portal.assisted.saying import _l

NAME_CHARACTERS = 200
PASSWORD_BYTES = 1024


def keys_of(field: RadioField | SelectMultipleField) -> set[str]:
    """What may be chosen."""
    pairs: Any = field.choices or []
    return {key for key, _label in pairs}


class PlainForm(FlaskForm):
    """What every form here has: a token of the visitor's own."""

    class Meta:
        """Flask-WTF's settings; the token is ours, so that no session cookie is needed."""

        csrf = True
        csrf_class = DeskCsrf
        csrf_field_name = "token"

    @property
    def token_held(self) -> bool:
        """Whether this came from a page that we gave this visitor. Call after `validate`."""
        return not self.token.errors

    @property
    def is_boundless(self) -> bool:
        """Whether more stands in it than anybody types: it is given back, and put down nowhere."""
        typed = (value for _name, value in request.form.items(multi=True))
        return sum(len(value.encode()) for value in typed) > LARGE_BYTES

    def complaints(self) -> dict[str, Any]:
        """Errors by field, the token's left out."""
        return {name: said for name, said in self.errors.items() if name != "token"}


class Ticks(SelectMultipleField):
    """Several choices as boxes to tick; unlike a list they work with a thumb."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class LeaveForm(PlainForm):
    """A button and nothing else: sign out, throw away."""


class AttachingForm(PlainForm):
    """A text with attachments, and which of its buttons was pressed."""

    nothing_written = _l("Schrijf hier je vraag.")

    def __init__(self, *args: Any, longest: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._longest = longest

    draft = HiddenField()
    text = TextAreaField(_l("Je tekst"))
    upload = FileField(_l("Kies een bijlage"))
    file_password = StringField(_l("Het wachtwoord van dit bestand"))
    comments = BooleanField(_l("Toon opmerkingen en bijgehouden wijzigingen"))
    no_entries = BooleanField(_l("Laat de ingevulde vakken van een formulier weg"))
    dots = BooleanField(_l("Haal de gele puntjes van een printer weg"))
    sharp = BooleanField(_l("Teken de bladzijden scherper"))
    of_mail = BooleanField(_l("Neem de bijlagen van een mail, niet de mail zelf"))

    def validate_text(self, field: TextAreaField) -> None:
        """Refuse nothing at all and more than fits; say by how much."""
        written = (field.data or "").strip()
        if not written:
            raise ValidationError(self.nothing_written)
        if len(written) > self._longest:
            raise ValidationError(
                _l(
                    "Je tekst heeft %(have)d tekens. Hoogstens %(most)d gaan mee. Kort hem in.",
                    have=len(written),
                    most=self._longest,
                )
            )


class AskForm(AttachingForm):
    """The question itself."""

    kind = RadioField(
        _l("Waarover gaat het?"),
        validate_choice=False,
    )
    text = TextAreaField(_l("Je vraag"))
    urgent = BooleanField(_l("Mijn vraag is dringend"))
    excluded = Ticks(_l("Niet laten lezen door"), validate_choice=False)
    real_name = StringField(_l("Je eigen naam"))

    def validate_kind(self, field: RadioField) -> None:
        """Ask for a choice; the keys are the organisation's own."""
        if field.data not in keys_of(field):
            raise ValidationError(_l("Kies waarover je vraag gaat."))

    def validate_excluded(self, field: Ticks) -> None:
        """Refuse people who are not on the list."""
        if not set(field.data or []) <= keys_of(field):
            raise ValidationError(
                _l("De lijst van mensen is net veranderd. Kijk na wie je aanduidde.")
            )

    def validate_real_name(self, field: StringField) -> None:
        """Keep a name a name."""
        if len(field.data or "") > NAME_CHARACTERS:
            raise ValidationError(_l("Een naam heeft hier hoogstens 200 tekens."))


AIMS = [
    ("reply", _l("Ik heb nog een vraag: ze gaat weer open en een medewerker antwoordt")),
    ("thanks", _l("Ik wil alleen bedanken of iets laten weten: ze gaat niet weer open")),
]


class ReplyForm(AttachingForm):
    """What the asker writes back. `aim` where the question was answered already."""

    aim = RadioField(
        _l("Je vraag is al beantwoord. Wat wil je doen?"),
        validate_choice=False,
    )
    text = TextAreaField(_l("Je bericht"))
    nothing_written = _l("Schrijf hier je bericht.")


def require_plain_letters(_form: PlainForm, field: StringField) -> None:
    """Refuse a name that the protocol has no form for (section 3), and say which part of it."""
    written = field.data or ""
    if not written.strip():
        raise ValidationError(_l("Vul een naam in."))
    try:
        normal_name(written)
    except CredentialsRefused as error:
        raise ValidationError(
            _l(
                "Gebruik hoogstens 64 gewone letters, cijfers en leestekens, zonder accenten of "
                "emoji. Niet elk toestel typt die op dezelfde manier, en dan vind je je brievenbus "
                "niet terug."
            )
        ) from error


def require_password(_form: PlainForm, field: StringField) -> None:
    """Refuse an empty password and one that the protocol has no form for."""
    written = field.data or ""
    if not written:
        raise ValidationError(_l("Vul een wachtwoord in."))
    if len(written.encode(errors="replace")) > PASSWORD_BYTES:
        raise ValidationError(_l("Dit wachtwoord is te lang. Hoogstens 1000 tekens."))


class EnterForm(PlainForm):
    """Name and password of a mailbox that is there."""

    pseudonym = StringField(_l("Je naam"), [require_plain_letters])
    password = StringField(_l("Je wachtwoord"), [require_password])


class WordForm(PlainForm):
    """The access word."""

    word = StringField(_l("Het toegangswoord"))

    def validate_word(self, field: StringField) -> None:
        """Refuse nothing at all."""
        if not (field.data or "").strip():
            raise ValidationError(_l("Vul het toegangswoord in."))


class KeyForm(EnterForm):
    """A new name and password, typed twice."""

    draft = HiddenField()
    again = StringField(_l("Je wachtwoord, nog eens"))

    def validate_again(self, field: StringField) -> None:
        """Catch a slip now: later nobody can."""
        if field.data != self.password.data:
            raise ValidationError(
                _l(
                    "Dit is niet hetzelfde wachtwoord. Typ het nog eens, zoals het op je briefje staat."
                )
            )


class SendForm(PlainForm):
    """Send from a mailbox that is open already."""

    draft = HiddenField()
