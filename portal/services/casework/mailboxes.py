"""An asker's mailbox: made once, opened by a name and a password, its state kept sealed."""

from __future__ import annotations

from sqlalchemy import bindparam, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from crypto.encoding import ASKER
from portal.models import rows
from portal.models.mailboxes import Mailbox
from portal.services.context import Context
from portal.services.errors import MailboxExists, Unknown
from portal.services.keeping import at_rest, places
from portal.services.keeping.places import Place
from portal.services.keeping.secrets import peppered
from portal.services.values import Actor, NewMailbox

ROLE = "mailbox"
_SAME = select(Mailbox.id).where(
    or_(Mailbox.locator == bindparam("locator"), Mailbox.id == bindparam("id"))
)


def check_new(context: Context, new: NewMailbox) -> None:
    """Whether the parts of a new mailbox belong together; raises `Malformed` or `Misplaced`."""
    places.check_seed(new.seed, context.portal, new.id, ASKER)
    state = Place(context.portal, None, 0, ASKER, {"state"}, new.id)
    places.check_state(new.state, state, context.settings.limits.state)


def exists(context: Context, db: Session, new: NewMailbox) -> bool:
    locator = peppered(context.pepper, ROLE, "locator", new.locator)
    return rows.first(db, _SAME, locator=locator, id=new.id) is not None


def row(context: Context, new: NewMailbox, key: bytes) -> Mailbox:
    """What is kept of a new mailbox. Create-if-absent: the unique locator lets only one of two in."""
    nonce = context.randomness(at_rest.NONCE_BYTES)
    return Mailbox(
        id=new.id,
        locator=peppered(context.pepper, ROLE, "locator", new.locator),
        login=peppered(context.pepper, ROLE, "login", new.login),
        seed=at_rest.cover(key, "seed", new.id, new.seed, nonce),
        number=0,
        state=new.state,
    )


def change_password(
    context: Context, actor: Actor, locator: bytes, login: bytes, seed: bytes
) -> None:
    """Other credentials for the same mailbox; the old ones open nothing any more."""
    places.check_seed(seed, context.portal, actor.id, ASKER)
    key = at_rest.key_of(context, actor.id)
    nonce = context.randomness(at_rest.NONCE_BYTES)
    try:
        with context.database.write() as db:
            found = db.get(Mailbox, actor.id, with_for_update=True)
            if found is None:
                raise Unknown("this mailbox is gone")
            found.locator = peppered(context.pepper, ROLE, "locator", locator)
            found.login = peppered(context.pepper, ROLE, "login", login)
            found.seed = at_rest.cover(key, "seed", actor.id, seed, nonce)
    except IntegrityError as error:
        raise MailboxExists("these credentials open another mailbox") from error
