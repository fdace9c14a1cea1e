"""Who leaves: the questions that nobody could handle any more, though who takes them off can't see them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models.cases import Case, Participant
from portal.models.staff import Member
from portal.services.casework import cases
from portal.services.casework.cases import CASEWORKERS, HANDLERS
from portal.services.context import Context
from portal.services.errors import Forbidden
from portal.services.values import Actor


def left_behind(context: Context, actor: Actor, leaver: bytes) -> int:
    """How many open cases, not shown to `actor`, would have nobody left once this member leaves.

    The asker kept the others out of them: who sees none of such a case can't add anybody either.
    Raises `Forbidden`.
    """
    if actor.role != "facilitator":
        raise Forbidden("only facilitators end somebody's access")
    with context.database.read() as db:
        mine = cases.ids_of(db, actor)
        theirs = select(Participant.case).where(
            Participant.member == leaver, Participant.active.is_(True)
        )
        still_open = Case.id.in_(theirs), Case.state.not_in(cases.ENDED)
        found = set(db.scalars(select(Case.id).where(*still_open))) - mine
        return sum(_needs(db, case, leaver) for case in found)


def _needs(db: Session, case: bytes, leaver: bytes) -> bool:
    """Whether nobody could go on: casework needs a caseworker, anything else somebody at all."""
    staying = (
        select(Member.role)
        .join(Participant, Participant.member == Member.id)
        .where(Participant.case == case, Participant.active.is_(True))
        .where(Member.active.is_(True), Member.id != leaver)
    )
    roles = set(db.scalars(staying))
    own = db.scalar(select(Member.role).where(Member.id == leaver))
    return not roles & (CASEWORKERS if own in CASEWORKERS else HANDLERS)
