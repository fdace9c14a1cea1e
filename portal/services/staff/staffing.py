"""The directory of staff: signed versions, one after the other, and what follows from each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from crypto import directory as directories
from crypto.directory import Directory as Signed
from crypto.errors import ProtocolError
from crypto.roles import FACILITATOR
from portal.models.instance import Instance
from portal.models.staff import Directory, Invitation, Member, RegisterSeed
from portal.services.context import Context
from portal.services.errors import Forbidden, Malformed, Stale, Unknown
from portal.services.keeping import directory, journal, places
from portal.services.signing_in import visits
from portal.services.values import Actor


@dataclass(frozen=True, slots=True)
class NewDirectory:
    """A next version; `register_seeds` are (key id, member, sealed seed)."""

    version: int
    signed: bytes
    freshness: bytes | None
    register_seeds: tuple[tuple[bytes, bytes, bytes], ...]


def publish(context: Context, actor: Actor, new: NewDirectory) -> bool:
    """Take the next version of the directory; True when it is new.

    Members that it makes inactive are signed out. Raises `Forbidden`, `Stale`, `Different` or
    `Malformed`; nothing is kept then.
    """
    _require_facilitator(actor)
    try:
        with context.database.write() as db:
            instance = db.scalars(select(Instance).with_for_update()).one()
            if _is_there(db, new):
                return False
            checked = _check(context, db, instance, actor, new)
            gone = _follow(context, db, actor, checked)
            _keep(db, instance, new)
    except IntegrityError as error:
        raise Stale("another version came first") from error
    visits.end_all_of(context, *gone)
    return True


def _require_facilitator(actor: Actor) -> None:
    if actor.role != FACILITATOR:
        raise Forbidden("only facilitators sign the directory")


def _is_there(db: Session, new: NewDirectory) -> bool:
    found = db.get(Directory, new.version)
    if found is None:
        return False
    if found.signed != new.signed:
        current = directory.current(db)
        raise Stale("another version came first", version=current.version if current else 0)
    return True


def _check(
    context: Context, db: Session, instance: Instance, actor: Actor, new: NewDirectory
) -> Signed:
    before = directory.current(db)
    if before is None or instance.organisation_key is None:
        raise Stale("the portal was not set up yet")
    try:
        checked = directories.verify(
            new.signed, context.portal, instance.organisation_key, before.parsed.named
        )
        directories.require_continued(before.parsed, checked)
    except ProtocolError as error:
        raise Malformed("not a directory that follows on the one before") from error
    if checked.version != before.version + 1 or checked.version != new.version:
        raise Stale("another version came first", version=before.version)
    if checked.content.history != (*before.parsed.content.history, before.parsed.hash):
        # A reader compares one earlier version only; the server has them all.
        raise Malformed("another history than the one there was")
    if checked.content.author != actor.id:
        raise Malformed("signed by somebody else than who sends it")
    return checked


def _follow(context: Context, db: Session, actor: Actor, checked: Signed) -> list[bytes]:
    """Make the members as the directory says; gives those who are out."""
    rows = {row.id: row for row in db.scalars(select(Member).with_for_update())}
    today, gone = context.today(), []
    journal.append(db, journal.STAFF, journal.Act(today, actor.id, "directory"))
    for signed in checked.content.members:
        row = rows.get(signed.id)
        if row is None or row.person != signed.person:
            raise Malformed("somebody who never enrolled here")
        _require_own_keys(db, signed)
        for action in _changes(row, signed):
            journal.append(db, journal.STAFF, journal.Act(today, actor.id, action, signed.id))
        if row.active and not signed.active:
            gone.append(row.id)
        row.active, row.role = signed.active, signed.role
    return gone


def _require_own_keys(db: Session, signed: directories.Member) -> None:
    """A newcomer's keys are those of the enrolment, which has then done its work."""
    found = db.scalar(select(Invitation).where(Invitation.member == signed.id))
    if found is None:
        return
    if (found.kem, found.sign) != (signed.kem, signed.sign):
        raise Malformed("other keys than the member sent")
    db.delete(found)


def _changes(row: Member, signed: directories.Member) -> list[str]:
    changes = []
    if row.active != signed.active:
        changes.append("activate" if signed.active else "deactivate")
    if row.role != signed.role:
        changes.append("role")
    return changes


def _keep(db: Session, instance: Instance, new: NewDirectory) -> None:
    db.add(Directory(version=new.version, signed=new.signed))
    if new.freshness:
        instance.freshness = new.freshness
    for key, member, sealed in new.register_seeds:
        places.check_sealed_key(sealed)
        db.merge(RegisterSeed(key=key, member=member, sealed=sealed))
    # Who is no facilitator any more gets nothing new, and nothing old.
    remaining = select(Member.id).where(Member.active.is_(True), Member.role == FACILITATOR)
    db.flush()
    db.execute(delete(RegisterSeed).where(RegisterSeed.member.not_in(remaining)))


def vouch(context: Context, untrusted: bytes) -> None:
    """Keep a freshness statement about the newest version; raises `Malformed` or `Stale`."""
    with context.database.write() as db:
        instance = db.scalars(select(Instance).with_for_update()).one()
        current = directory.current(db)
        if current is None:
            raise Stale("the portal was not set up yet")
        try:
            fresh = directories.freshness_of(
                current.parsed, context.portal, untrusted, context.today()
            )
        except ProtocolError as error:
            raise Malformed("not a freshness statement by who may give it") from error
        if fresh is not directories.Freshness.FRESH:
            raise Stale("about another version or day", version=current.version)
        instance.freshness = untrusted


def members(context: Context, actor: Actor) -> Sequence[Member]:
    _require_facilitator(actor)
    with context.database.read() as db:
        return db.scalars(select(Member).order_by(Member.id)).all()


def sealed_organisation_key(context: Context, actor: Actor) -> bytes:
    """The organisation key's seed under the recovery key; opens only with the recovery words."""
    _require_facilitator(actor)
    with context.database.read() as db:
        found: bytes | None = db.scalar(select(Instance.sealed_organisation_key))
    if found is None:
        raise Unknown("the portal was not set up yet")
    return found


def open_with_one(context: Context, actor: Actor, *, allowed: bool) -> None:
    """Overrule the wait for a second facilitator, or not."""
    _require_facilitator(actor)
    with context.database.write() as db:
        instance = db.scalars(select(Instance).with_for_update()).one()
        instance.opens_with_one = allowed
        action = "open-with-one" if allowed else "wait-for-two"
        journal.append(db, journal.STAFF, journal.Act(context.today(), actor.id, action))


def own_name(context: Context, actor: Actor) -> str:
    """The member's name as the directory has it."""
    with context.database.read() as db:
        current = directory.current(db)
    found = current.parsed.member(actor.id) if current else None
    if found is None:
        raise Unknown("not in the directory")
    return found.name
