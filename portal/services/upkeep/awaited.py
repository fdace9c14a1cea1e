"""Whom a case waits for, as far as the index tells: who has the pen is sealed, so not known here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, aliased

from portal.models.cases import Case, Participant
from portal.models.staff import Absence, Invitation
from portal.services.casework import cases
from portal.services.context import Context


def members(context: Context, db: Session) -> frozenset[bytes]:
    """Everybody for whom a case or a colleague's draft waits, or somebody whom they invited and who has enrolled.

    Follows the queue (`client/staff/turn.js`): the coaches who are there; else who covers for them
    and takes part; else the facilitators and helpers. A draft waits for everybody who takes part
    but its writer. Nobody who is away gets anything for a case.
    """
    away = _away(context, db)
    found: set[bytes] = set()
    for roles in _taking_part(db):
        found |= _of_case(roles, away)
    found |= _readers_of_drafts(db) - away.keys()
    enrolled = select(Invitation.by).where(Invitation.member.is_not(None))
    return frozenset(found | set(db.scalars(enrolled)))


def _of_case(roles: Mapping[bytes, str], away: Mapping[bytes, Sequence[bytes]]) -> set[bytes]:
    here = {member for member in roles if member not in away}
    coaches = {member for member, role in roles.items() if role == "coach"}
    covers = {cover for member in coaches for cover in away.get(member, ())}
    return (coaches & here) or (covers & here) or here


def _taking_part(db: Session) -> Sequence[Mapping[bytes, str]]:
    """The active participants of each case that waits for the staff."""
    wanted = (
        select(Participant.case, Participant.member, Participant.role)
        .join(Case, Case.id == Participant.case)
        .where(
            Participant.active.is_(True), Case.waits_for == "staff", Case.state.not_in(cases.ENDED)
        )
    )
    found: dict[bytes, dict[bytes, str]] = defaultdict(dict)
    for row in db.execute(wanted):
        found[row.case][row.member] = row.role
    return list(found.values())


def _readers_of_drafts(db: Session) -> set[bytes]:
    writer = aliased(Participant)
    wanted = (
        select(Participant.member)
        .join(Case, Case.id == Participant.case)
        .join(writer, and_(writer.case == Case.id, writer.member == Case.draft_by))
        .where(
            Participant.active.is_(True),
            Participant.member != Case.draft_by,
            # Nobody reads along for who is no longer there.
            writer.active.is_(True),
            Case.state.not_in(cases.ENDED),
        )
        .distinct()
    )
    return set(db.scalars(wanted))


def _away(context: Context, db: Session) -> Mapping[bytes, Sequence[bytes]]:
    """Who is away today, with who covers for them."""
    today = context.today()
    found: dict[bytes, list[bytes]] = defaultdict(list)
    for row in db.scalars(select(Absence).where(Absence.first <= today, Absence.last >= today)):
        found[row.member] += [row.cover] if row.cover else []
    return found
