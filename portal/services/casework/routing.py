"""Who takes part in a case: each change is the next signed roster, and only one can be next."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from crypto.encoding import ARCHIVE, ASKER
from portal.models.cases import Case, Participant, Roster, SealedKey
from portal.services.casework import archiving, cases, setting_aside, staging
from portal.services.casework.cases import CASEWORKERS
from portal.services.context import Context
from portal.services.errors import Closed, Different, Forbidden, Malformed, Stale
from portal.services.keeping import at_rest, journal, places
from portal.services.keeping.places import Place
from portal.services.keeping.sameness import fingerprint
from portal.services.values import Actor, KeyFor, Named, NewRoster

Item = tuple[bytes, int, str]  # recipient, epoch, purpose


def change_roster(context: Context, actor: Actor, new: NewRoster) -> bool:
    """Take the next roster of a case; True when it is new, False when it was received before.

    Raises `Unknown`, `Forbidden`, `Closed`, `Stale` (with the epoch and roster that are current),
    `Different`, `Malformed`, `Misplaced` or `OverLimit`; nothing is kept then.
    """
    staging.require_room(context, staging.STAFF)
    if actor.role not in CASEWORKERS:
        raise Forbidden("facilitators and helpers route")
    request = fingerprint(new)
    place = Place(context.portal, new.case, new.epoch, actor.id, {"roster"})
    places.check(new.envelope, place, context.settings.limits.message)
    try:
        return _change(context, actor, new, request)
    except IntegrityError as error:
        raise Stale("somebody else was first") from error


def _change(context: Context, actor: Actor, new: NewRoster, request: bytes) -> bool:
    with context.database.write() as db:
        case = cases.find(db, actor, new.case, lock=True)
        if archiving.is_leaving(db, case.id):
            raise Closed("this question is being archived")
        before = db.get(Roster, (new.case, new.number))
        if before is not None and before.request == request:
            return False
        _require_next(case, new, before)
        setting_aside.take_up(case)
        people = {row.member: row for row in cases.participants_of(db, case.id)}
        _check_people(context, db, case, people, new)
        wanted = _missing_keys(db, case, new)
        _check_keys(wanted, new.keys)
        _take(context, db, actor, case, people, new)
        db.add(
            Roster(
                case=case.id, number=new.number, epoch=new.epoch, envelope=new.envelope,
                request=request,
            )
        )  # fmt: skip
        return True


def _require_next(case: Case, new: NewRoster, before: Roster | None) -> None:
    if case.state == "withdrawn":
        raise Closed("the asker has withdrawn this question")
    if new.number != case.roster + 1:
        different = before is not None and before.envelope == new.envelope
        raise (Different if different else Stale)(epoch=case.epoch, roster=case.roster)
    if new.epoch not in {case.epoch, case.epoch + 1}:
        raise Stale("another epoch", epoch=case.epoch, roster=case.roster)


def _check_people(
    context: Context, db: Session, case: Case, people: Mapping[bytes, Participant], new: NewRoster
) -> None:
    roles = {one.id: one.role for one in new.participants}
    if len(roles) != len(new.participants) or len(roles) > context.settings.limits.participants:
        raise Malformed("too many people, or somebody twice")
    if roles.get(ASKER) != "asker" or roles.get(ARCHIVE) != "archive":
        raise Malformed("the asker and the archive must take part")
    staff = {one: role for one, role in roles.items() if one not in {ASKER, ARCHIVE}}
    if not CASEWORKERS & set(staff.values()):
        raise Malformed("at least one facilitator or helper must remain")
    if people.keys() - roles.keys() and new.epoch == case.epoch:
        raise Malformed("who goes makes a new epoch begin")
    _check_newcomers(db, people, staff)


def _check_newcomers(
    db: Session, people: Mapping[bytes, Participant], staff: Mapping[bytes, str]
) -> None:
    """Newcomers are active members of that role; who was there may stay as they were."""
    changed = {
        one: role for one, role in staff.items() if one not in people or people[one].role != role
    }
    if cases.active_roles(db, changed) != changed:
        raise Stale("the staff has changed: fetch the directory again")
    if not set(changed.values()) <= CASEWORKERS | {"coach"}:
        raise Malformed("this role takes no part in cases")


def _missing_keys(db: Session, case: Case, new: NewRoster) -> set[Item]:
    """The keys that participants must have after this roster and do not have yet."""
    # Roster 0 is the asker's and has no notes; every later one has.
    later = select(Roster.epoch).where(Roster.case == case.id, Roster.number > 0).distinct()
    with_notes = {*db.scalars(later), new.epoch}
    needed: set[Item] = set()
    for one in new.participants:
        needed |= {(one.id, epoch, "case") for epoch in range(new.epoch + 1)}
        if one.id != ASKER:
            needed |= {(one.id, epoch, "notes") for epoch in with_notes}
    rows = db.execute(
        select(SealedKey.recipient, SealedKey.epoch, SealedKey.purpose).where(
            SealedKey.case == case.id
        )
    )
    return needed - {(row.recipient, row.epoch, row.purpose) for row in rows}


def _check_keys(wanted: set[Item], keys: tuple[KeyFor, ...]) -> None:
    given = [(key.recipient, key.epoch, key.purpose) for key in keys]
    if len(given) != len(set(given)) or set(given) != wanted:
        raise Malformed("exactly the keys that are missing")
    for key in keys:
        places.check_sealed_key(key.sealed)


def _take(
    context: Context,
    db: Session,
    actor: Actor,
    case: Case,
    people: Mapping[bytes, Participant],
    new: NewRoster,
) -> None:
    key = at_rest.key_of(context, case.id)
    _change_people(context, db, actor, case, people, new.participants)
    for item in new.keys:
        db.add(cases.cover_key(context, key, case.id, item))
    case.roster, case.epoch = new.number, new.epoch
    if new.number == 1:
        journal.append(db, case.id, journal.Act(context.today(), actor.id, "notes"))


def _change_people(
    context: Context,
    db: Session,
    actor: Actor,
    case: Case,
    people: Mapping[bytes, Participant],
    named: tuple[Named, ...],
) -> None:
    today = context.today()
    staying = {one.id for one in named}
    for gone in sorted(people.keys() - staying):
        _remove(db, people[gone])
        journal.append(db, case.id, journal.Act(today, actor.id, "remove", gone))
    for one in named:
        if one.id not in people:
            db.add(Participant(case=case.id, member=one.id, role=one.role, active=True))
            journal.append(db, case.id, journal.Act(today, actor.id, "assign", one.id))
        else:
            people[one.id].role = one.role


def _remove(db: Session, row: Participant) -> None:
    db.execute(
        delete(SealedKey).where(SealedKey.case == row.case, SealedKey.recipient == row.member)
    )
    db.delete(row)
