"""Plain statements that a member signs: absences, reports. Not sealed, so they hold no text."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from crypto import shape, signed
from crypto.errors import ProtocolError
from portal.services.context import Context
from portal.services.errors import Malformed
from portal.services.keeping import directory
from portal.services.values import Actor


def verify(
    context: Context, db: Session, actor: Actor, purpose: str, untrusted: bytes, form: shape.Shape
) -> dict[str, Any]:
    """The body that this member signed for this purpose; raises `Malformed`."""
    current = directory.current(db)
    member = current.parsed.member(actor.id) if current else None
    if member is None:
        raise Malformed("not in the directory")
    try:
        body = signed.verify(member.sign, purpose, context.portal, untrusted)
        checked: dict[str, Any] = shape.parse(body, form)
    except ProtocolError as error:
        raise Malformed("not a statement by this member") from error
    return checked
