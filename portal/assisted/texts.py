"""What the plain pages say about keys that come from elsewhere: traces, states, refusals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from flask_babel import format_date, format_decimal

from portal.assisted.saying import _l

TRACES: Final[Mapping[str, Any]] = {
    "position": _l("de plaats waar de foto genomen is"),
    "place": _l("de naam van een plaats"),
    "device": _l("het toestel"),
    "serial": _l("een nummer dat maar één toestel heeft"),
    "software": _l("het programma"),
    "person": _l("de naam van een persoon"),
    "organisation": _l("de naam van een organisatie"),
    "contact": _l("een adres of telefoonnummer"),
    "date": _l("een datum of uur"),
    "title": _l("een titel"),
    "comment": _l("een opmerking in het bestand"),
    "keyword": _l("trefwoorden"),
    "identifier": _l("een nummer waaraan dit bestand te herkennen is"),
    "thumbnail": _l("een kleine voorbeeldfoto"),
    "thumbnail-differs": _l("een kleine voorbeeldfoto die iets anders toont"),
    "extra-image": _l("een tweede beeld in het bestand"),
    "audio-video": _l("geluid of video"),
    "revision": _l("vroegere versies van het bestand"),
    "layer": _l("een laag die niet te zien is"),
    "hidden": _l("verborgen tekst of bladzijden"),
    "embedded-file": _l("een bestand in het bestand"),
    "script": _l("een programma in het bestand"),
    "link": _l("een adres waar het bestand naar verwijst"),
    "signature": _l("een digitale handtekening"),
    "form": _l("een invulformulier"),
    "tracked-change": _l("bijgehouden wijzigingen"),
    "comment-author": _l("wie een opmerking schreef"),
    "path": _l("de map op een computer"),
    "printer": _l("een printer"),
    "font": _l("lettertypes"),
    "text-layer": _l("de tekst achter het beeld"),
    "colour-profile": _l("een kleurprofiel"),
    "trailing": _l("gegevens achter het einde van het bestand"),
    "metadata": _l("andere verborgen gegevens"),
}

CAUTIONS: Final[Mapping[str, Any]] = {
    "repeats-name": _l("op de bladzijde staat een naam die ook in de verborgen gegevens stond"),
    "comment-shown": _l("een opmerking is te zien"),
    "form-shown": _l("een ingevuld vak is te zien"),
    "frames-left-out": _l("niet alle beelden gaan mee: het waren er te veel"),
    "missing-glyphs": _l("sommige letters konden we niet tekenen"),
    "header-shown": _l("een naam of adres boven de mail is te zien"),
    "damaged-part": _l("een stuk was niet te lezen en is leeg gelaten"),
    "dots-removed": _l("de kleuren zijn weg, zodat de puntjes van een printer weg zijn"),
}

REFUSALS: Final[Mapping[str, Any]] = {
    "empty": _l("Dit bestand is leeg. Kies een ander bestand."),
    "unknown-kind": _l(
        "Dit soort bestand kunnen we niet veilig maken. Maak er een foto of een PDF van."
    ),
    "too-large": _l("Dit bestand is te groot. Maak het kleiner of stuur het in stukken."),
    "too-many-pages": _l("Dit bestand heeft te veel bladzijden. Stuur alleen wat nodig is."),
    "too-many-pixels": _l("Deze foto is te groot. Maak ze kleiner en probeer opnieuw."),
    "damaged": _l("Dit bestand is beschadigd. Bewaar het opnieuw of maak er een foto van."),
    "encrypted": _l(
        "Dit bestand zit op slot. Geef het wachtwoord van het bestand, of bewaar het zonder."
    ),
    "wrong-password": _l(
        "Dat wachtwoord opent dit bestand niet. Typ het opnieuw, of bewaar het bestand zonder."
    ),
    "time": _l("Het duurde te lang om dit bestand veilig te maken. Stuur een kleiner deel."),
    "memory": _l("Dit bestand vraagt te veel geheugen. Stuur een kleiner deel."),
    "no-office": _l(
        "Dit soort document kunnen we hier niet veilig maken. Open het, kies Bestand en dan "
        "Opslaan als (of Exporteren), en bewaar het als PDF."
    ),
    "no-reader": _l("Dit soort bestand kunnen we hier niet veilig maken. Maak er een foto van."),
    "media": _l("Geluid en video kunnen we niet veilig maken. Beschrijf in je tekst wat erin zit."),
    "archive": _l("Een ingepakt bestand (zip) kan niet. Pak het uit en kies de bestanden apart."),
    "program": _l("Een programma kan niet mee."),
    "no-such-attachment": _l("Die bijlage van de mail is er niet."),
    "jail": _l(
        "Bijlagen lukken nu even niet. Dat ligt niet aan je bestand. Probeer straks opnieuw."
    ),
}
NOTHING_KEPT: Final = _l(
    "Van dit bestand is niets bewaard. Je tekst en andere bijlagen staan er nog."
)

STATES: Final[Mapping[str, Any]] = {
    "new": _l("verstuurd, nog niet geopend"),
    "open": _l("geopend"),
    "answering": _l("eerste reactie gegeven"),
    "answered": _l("beantwoord"),
    "reopened": _l("heropend, wacht op antwoord"),
    "passed": _l("doorgegeven"),
    "closed": _l("afgesloten"),
    "withdrawn": _l("ingetrokken"),
    "unreadable": _l("niet te openen"),
}
TONES: Final[Mapping[str, str]] = {
    "new": "",
    "open": "accent",
    "answering": "accent",
    "answered": "good",
    "reopened": "accent",
    "passed": "warn",
    "closed": "good",
    "withdrawn": "",
    "unreadable": "warn",
}

ROLES: Final[Mapping[str, Any]] = {
    "asker": _l("Jij"),
    "facilitator": _l("facilitator"),
    "helper": _l("helper van de facilitator"),
    "coach": _l("integriteitscoach"),
    "archive": _l("het archief (op slot)"),
}

DEEDS: Final[Mapping[str, Any]] = {
    "question": _l("je vraag"),
    "reply": _l("bericht"),
    "thanks": _l("bedanking"),
    "feedback": _l("eerste reactie"),
    "final": _l("antwoord"),
    "pass": _l("doorgegeven"),
    "close": _l("afgesloten"),
    "withdraw": _l("Je trok je vraag in"),
    "recuse": _l("Een coach is opzijgestapt"),
}

FAMILIES: Final[Mapping[str, Any]] = {"photo": _l("foto"), "document": _l("document")}


def say_day(day: date | str) -> str:
    """A day as people say it: 'maandag 23 november 2026'."""
    found = date.fromisoformat(day) if isinstance(day, str) else day
    said: str = format_date(found, "full")
    return said


def say_day_of_year(day: date) -> str:
    """A day without its year: '23 november'."""
    said: str = format_date(day, "d MMMM")
    return said


def say_number(number: int) -> str:
    """A number with the separators of the visitor's language: 40.000."""
    said: str = format_decimal(number)
    return said
