"""New ids: chosen at random by a browser, and each the name of one thing alone.

The keyring files a key under its id, whatever that is of. Who could give a question the id of a
member, a mailbox or the pepper would share its key, and destroy it with the question.
"""

from __future__ import annotations

from sqlalchemy import bindparam, exists, or_, select
from sqlalchemy.orm import Session

from crypto.encoding import ARCHIVE, ASKER
from portal.models import rows
from portal.models.cases import Case
from portal.models.keyring import PEPPER
from portal.models.mailboxes import Mailbox
from portal.models.staff import Member
from portal.services.context import Context
from portal.services.errors import Malformed

Kind = type[Case | Mailbox | Member]
_KINDS: tuple[Kind, ...] = (Case, Mailbox, Member)
_TAKEN = {
    kind: select(
        or_(*(exists().where(other.id == bindparam("id")) for other in _KINDS if other is not kind))
    )
    for kind in _KINDS
}


def require_of_its_own(context: Context, db: Session, kind: Kind, new: bytes) -> None:
    """Raise `Malformed` for an id that something of another kind has, or that is nobody's to choose.

    Whether one of its own kind has it is for the caller to ask: that may be the same one, sent twice.
    """
    if new in {ASKER, ARCHIVE, PEPPER, context.portal}:
        raise Malformed("an id that is not random")
    if rows.value(db, _TAKEN[kind], id=new):
        raise Malformed("an id that something else has")
