"""Receiving a question: whole or not at all, once, and on the disk before the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, exists, literal, outerjoin, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from crypto.encoding import ARCHIVE, ASKER
from portal.models import rows
from portal.models.cases import Case, Message, Participant, RegisterEntry, Roster
from portal.models.database import Base
from portal.models.mailboxes import Mailbox
from portal.services.casework import cases, mailboxes, staging
from portal.services.casework.cases import CASEWORKERS
from portal.services.context import Context
from portal.services.deadlines import due_on
from portal.services.doors import gates
from portal.services.doors.gates import Gate
from portal.services.errors import (
    Closed,
    Different,
    MailboxExists,
    Malformed,
    NotReady,
    SignedOut,
    Stale,
)
from portal.services.keeping import at_rest, directory, ids, places
from portal.services.keeping.places import Place
from portal.services.keeping.sameness import fingerprint
from portal.services.statistics import register
from portal.services.values import Genesis, KeyFor, Named


@dataclass(frozen=True, slots=True)
class Received:
    """What the asker is told; `fresh` is False when the same was received before."""

    received: date
    feedback_by: date
    answer_by: date
    fresh: bool

    @property
    def come_back_on(self) -> date:
        return self.feedback_by


def receive(
    context: Context, genesis: Genesis, mailbox: bytes | None, gate: Gate | None = None
) -> Received:
    """Take a first submission; `mailbox` is that of the session, if somebody is signed in.

    `gate` is what strangers come through; a mailbox has its own, for its own questions alone. Raises `Different`,
    `MailboxExists`, `NotReady`, `Malformed`, `Misplaced`, `OverLimit`, `Full`, `Stale`, `SignedOut`,
    `Throttled`, `WorkNeeded` or `Closed`; nothing is kept then, but staged pages until the next sweep.
    """
    staging.require_room(context, staging.STRANGER)
    request = fingerprint(genesis)
    # A new mailbox is a stranger, whoever brings it: its own measure would be a fresh one each time.
    own = mailbox if genesis.mailbox is None else None
    gate = gates.of_mailbox(context, own) if own else gate or gates.new_cases(context)
    with context.database.read() as db:
        before = _received_before(db, genesis, request)
        if before:
            return before
        gate.enter()
        try:
            _check(context, db, genesis)
            owner = _owner(context, db, genesis, own)
        except (Malformed, Stale, MailboxExists) as error:
            # Its pages and its mailbox may have come with the same question, sent twice, since it was looked up.
            before = _received_before(db, genesis, request)
            if before:
                return before
            if isinstance(error, MailboxExists):
                # It tells that somebody chose these credentials, so a guess costs as much as a question.
                gate.count()
            raise
    try:
        received = _store(context, genesis, owner, request)
        if received.fresh:
            gate.count()
        return received
    except IntegrityError as error:
        # Sent twice at the same moment, or the same name and password chosen twice.
        with context.database.read() as db:
            before = _received_before(db, genesis, request)
        if before:
            return before
        raise MailboxExists("the mailbox was made a moment ago") from error


_ONE = select(literal(1).label("one")).subquery()
# A case and whether the register knows of it, in one question: this is asked twice of every submission.
_BEFORE = select(
    Case.genesis,
    Case.received,
    Case.feedback_by,
    Case.answer_by,
    exists().where(RegisterEntry.case == bindparam("case")).label("entered"),
).select_from(outerjoin(_ONE, Case, Case.id == bindparam("case")))


def _received_before(db: Session, genesis: Genesis, request: bytes) -> Received | None:
    (found,) = rows.every(db, _BEFORE, case=genesis.case)
    if found.genesis is None:
        # A withdrawn or archived case leaves its register entry: it doesn't come back to life.
        if found.entered:
            raise Closed("this question is no longer here")
        return None
    if found.genesis != request:
        raise Different("another question with this id")
    return Received(found.received, found.feedback_by, found.answer_by, fresh=False)


def _check(context: Context, db: Session, genesis: Genesis) -> None:
    most = context.settings.limits.message
    roster = Place(context.portal, genesis.case, 0, ASKER, {"roster"})
    message = Place(context.portal, genesis.case, 0, ASKER, {"question"}, genesis.message_id)
    places.check(genesis.roster, roster, most)
    places.check(genesis.message, message, most)
    places.check_register_entry(genesis.register.sealed)
    _check_participants(context, db, genesis.participants)
    _check_keys(genesis.participants, genesis.keys)
    _check_ids(context, db, genesis)
    if genesis.mailbox:
        mailboxes.check_new(context, genesis.mailbox)
    # All that the transaction will ask for, before a key is made: what is refused leaves none behind.
    _check_time(context, db, genesis)
    staging.require(context, db, genesis.case, ASKER, 0, genesis.pages)


def _check_ids(context: Context, db: Session, genesis: Genesis) -> None:
    """Before a key is made: nothing shares one with something else."""
    ids.require_of_its_own(context, db, Case, genesis.case)
    if genesis.mailbox:
        ids.require_of_its_own(context, db, Mailbox, genesis.mailbox.id)
        if genesis.mailbox.id == genesis.case:
            raise Malformed("one id for two things")


def _check_time(context: Context, db: Session, genesis: Genesis) -> None:
    """Whether questions are taken, and sealed to the keys of now."""
    state = directory.current(db)
    if state is None or not directory.accepts_questions(context, db):
        raise NotReady("no question can be asked here yet")
    if genesis.archive != state.archive_key:
        raise Stale("the archive key has changed: fetch the directory again")
    register.require_current(state, genesis.register)


def _check_participants(context: Context, db: Session, named: tuple[Named, ...]) -> None:
    roles = {one.id: one.role for one in named}
    if len(roles) != len(named) or len(named) > context.settings.limits.participants:
        raise Malformed("somebody stands there twice")
    if roles.pop(ASKER, None) != "asker" or roles.pop(ARCHIVE, None) != "archive":
        raise Malformed("the asker and the archive must take part")
    if not roles or not set(roles.values()) <= CASEWORKERS:
        raise Malformed("a question goes to facilitators or helpers")
    if cases.active_roles(db, roles) != roles:
        raise Stale("the staff has changed: fetch the directory again")


def _check_keys(named: tuple[Named, ...], keys: tuple[KeyFor, ...]) -> None:
    wanted = {(one.id, 0, "case") for one in named}
    if len(keys) != len(named) or {(k.recipient, k.epoch, k.purpose) for k in keys} != wanted:
        raise Malformed("one case key for each participant, and no other")
    for key in keys:
        places.check_sealed_key(key.sealed)


def _owner(context: Context, db: Session, genesis: Genesis, mailbox: bytes | None) -> bytes:
    """Whose case this becomes; makes sure beforehand that it can."""
    if genesis.mailbox is None and mailbox is None:
        raise SignedOut("no mailbox was given, and nobody is signed in")
    if genesis.mailbox is None:
        return mailbox or b""
    if mailboxes.exists(context, db, genesis.mailbox):
        raise MailboxExists("these credentials open a mailbox already")
    return genesis.mailbox.id


def _store(context: Context, genesis: Genesis, owner: bytes, request: bytes) -> Received:
    # Keys first: a case without its key can't be read; a key without its case is swept away.
    keys = at_rest.make_keys(context, genesis.case, owner)
    # What can be made beforehand is: everybody else who writes waits for this transaction.
    parts = _parts(context, genesis, keys[genesis.case])
    new = genesis.mailbox and mailboxes.row(context, genesis.mailbox, keys[owner])

    def store(db: Session) -> Received:
        # Once more, under the writer's turn: the same may have come in since it was looked up.
        before = _received_before(db, genesis, request)
        if before:
            return before
        _check_time(context, db, genesis)
        if new is None and db.get(Mailbox, owner) is None:
            raise SignedOut("this mailbox is gone")
        case = _case(context, genesis, owner, request)
        rows.insert(db, *[new] if new else [], case, *parts)
        staging.commit(context, db, genesis.case, genesis.message_id, ASKER, 0, genesis.pages)
        register.begin(context, db, genesis.case, ASKER, genesis.register)
        return Received(case.received, case.feedback_by, case.answer_by, fresh=True)

    return context.database.together(store)


def _case(context: Context, genesis: Genesis, owner: bytes, request: bytes) -> Case:
    today = context.today()
    promises = context.settings.organisation.promises
    return Case(
        id=genesis.case,
        mailbox=owner,
        state="new",
        waits_for="staff",
        opened=False,
        epoch=0,
        roster=0,
        received=today,
        feedback_by=due_on(today, promises.feedback, context.calendar),
        answer_by=due_on(today, promises.final, context.calendar),
        last=today,
        seen_by_asker=True,
        messages=1,
        archive_key=genesis.archive,
        genesis=request,
    )


def _parts(context: Context, genesis: Genesis, key: bytes) -> list[Base]:
    """Everything of a new case but the case itself, its pages and its register entry."""
    case, today = genesis.case, context.today()
    none = bytes(32)  # the whole request's hash stands in the case
    return [
        *(Participant(case=case, member=one.id, role=one.role, active=True)
          for one in genesis.participants),
        *(cases.cover_key(context, key, case, sealed) for sealed in genesis.keys),
        Roster(case=case, number=0, epoch=0, envelope=genesis.roster, request=none),
        Message(
            case=case, position=0, id=genesis.message_id, kind="question", writer=ASKER,
            notes=False, day=today, envelope=genesis.message, request=none,
        ),
    ]  # fmt: skip
