"""Pages that were sent before the message that names them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from crypto.encoding import ASKER, sha256
from portal.models.cases import Case, Page
from portal.services.casework import cases
from portal.services.context import Context
from portal.services.errors import Different, Full, Malformed, OverLimit, SignedOut, Stale, Unknown
from portal.services.keeping import places
from portal.services.values import Actor


def stage(
    context: Context, actor: Actor | None, case: bytes, page: bytes, untrusted: bytes
) -> bool:
    """Keep a page for the message that will name it; True when it is new.

    While the case doesn't exist yet anybody may, as its asker; afterwards its participants may.
    """
    require_room(context, room_of(actor))
    try:
        return _stage(context, actor, case, page, untrusted)
    except IntegrityError:
        # Somebody sent the same page at the same moment: now it is there.
        return _stage(context, actor, case, page, untrusted)


def _stage(
    context: Context, actor: Actor | None, case: bytes, page: bytes, untrusted: bytes
) -> bool:
    with context.database.write() as db:
        writer, epoch = _writer(db, actor, case)
        place = places.Place(context.portal, case, None, writer, {"page"}, page)
        digest = sha256(untrusted)
        found = db.get(Page, (case, page))
        if found is not None:
            if found.hash != digest or found.writer != writer:
                raise Different("another page with this id")
            return False
        header = places.check(untrusted, place, context.settings.limits.page)
        if header.epoch != epoch:
            # Turned while somebody was uploading: their browser seals anew and sends again.
            raise Stale("another epoch has begun", epoch=epoch)
        _require_space(context, db, case, writer, len(untrusted))
        db.add(
            Page(
                case=case, id=page, message=None, writer=writer, epoch=header.epoch,
                day=context.today(), size=len(untrusted), hash=digest, envelope=untrusted,
            )
        )  # fmt: skip
        return True


def _writer(db: Session, actor: Actor | None, case: bytes) -> tuple[bytes, int]:
    """Whose page this is, and of which epoch."""
    existing = db.get(Case, case)
    if existing is None:
        return ASKER, 0
    if actor is None:
        raise SignedOut("this case has begun: sign in")
    found = cases.find(db, actor, case)
    return cases.recipient_of(actor), found.epoch


def _require_space(context: Context, db: Session, case: bytes, writer: bytes, size: int) -> None:
    limits = context.settings.limits
    staged = select(func.count(), func.coalesce(func.sum(Page.size), 0)).where(
        Page.message.is_(None)
    )
    count, total = db.execute(staged.where(Page.case == case)).one()
    if count >= limits.pages_a_message or total + size > limits.pages_bytes_a_message:
        raise OverLimit("too many pages for one message")
    # Three rooms: for questions that may never come, for askers' replies, and for the staff. Strangers
    # can fill the first; whoever fills the second keeps no member of staff from answering.
    begun = Page.case.in_(select(Case.id))
    same_room = staged.where(begun if db.get(Case, case) is not None else ~begun)
    same_writers = Page.writer == ASKER if writer == ASKER else Page.writer != ASKER
    if db.execute(same_room.where(same_writers)).one()[1] + size > limits.staged_bytes:
        raise Full("too many pages wait for their message")


def require(
    context: Context,
    db: Session,
    case: bytes,
    writer: bytes,
    epoch: int,
    ids: Sequence[bytes],
) -> Sequence[Page]:
    """These staged pages, all of them; raises `Malformed` or `Stale`."""
    if len(ids) > context.settings.limits.pages_a_message or len(set(ids)) != len(ids):
        raise Malformed("too many pages, or one twice")
    if not ids:
        return []
    wanted = select(Page).where(Page.case == case, Page.id.in_(ids)).with_for_update()
    found = db.scalars(wanted).all()
    if len(found) != len(ids):
        raise Stale("a page is not here: send it again")
    for page in found:
        if page.message is not None or page.writer != writer:
            raise Malformed("a page of another message")
        if page.epoch != epoch:
            raise Stale("a page of another epoch")
    return found


def commit(
    context: Context,
    db: Session,
    case: bytes,
    message: bytes,
    writer: bytes,
    epoch: int,
    ids: Sequence[bytes],
) -> None:
    """Give these staged pages to their message; all of them must be there."""
    for page in require(context, db, case, writer, epoch, ids):
        page.message = message


def fetch(context: Context, actor: Actor, case: bytes, page: bytes) -> bytes:
    """A page's envelope, for who takes part in the case."""
    with context.database.read() as db:
        cases.find(db, actor, case)
        found = db.get(Page, (case, page))
        if found is None or found.message is None:
            raise Unknown("no such page")
        return found.envelope


# What is left free for those who come after, in times the spare room: a flood of questions must not
# keep out who was here before, nor either of them the staff.
STRANGER, ASKER_WITHIN, STAFF = 16, 4, 1


def room_of(actor: Actor | None) -> int:
    """What this person leaves free for others, in times the spare room."""
    if actor is None:
        return STRANGER
    return ASKER_WITHIN if actor.asks else STAFF


def require_room(context: Context, share: int) -> None:
    """Refuse early: what was begun must still fit on the disk. Raises `Full`."""
    if not has_room(context, share):
        raise Full("the disk is almost full")


def has_room(context: Context, share: int) -> bool:
    free = shutil.disk_usage(context.settings.data).free
    return free >= context.settings.limits.spare_bytes * share
