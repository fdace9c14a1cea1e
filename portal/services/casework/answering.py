"""Adding to a case: replies, answers, notes, passing on, closing, stepping aside, withdrawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, delete, exists, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from crypto import structure
from crypto.encoding import ASKER
from portal.models import rows
from portal.models.cases import Case, Message, Page, Participant, RegisterEntry, SealedKey
from portal.services.casework import archiving, cases, setting_aside, staging
from portal.services.casework.cases import CASEWORKERS
from portal.services.context import Context
from portal.services.doors import pace
from portal.services.errors import (
    Closed,
    Different,
    Forbidden,
    Malformed,
    NotYet,
    OverLimit,
    Stale,
    Unknown,
)
from portal.services.keeping import at_rest, journal, places
from portal.services.keeping.places import Place
from portal.services.keeping.sameness import fingerprint
from portal.services.statistics import register
from portal.services.values import Actor, Entry, NewMessage

NOTES = frozenset({"note", "triage", "draft", "record"})
ASKERS = frozenset({"reply", "thanks", "withdraw"})
ANY_STAFF = frozenset({"reply", "feedback", "final", "pass", "note", "draft", "record"})
OF_CASEWORKERS = ANY_STAFF | {"close", "triage"}
OF_COACHES = ANY_STAFF | {"recuse"}

# What a case may be archived with unread: it says that something ended, after the answer.
NO_ANSWER = frozenset({"close", "recuse"})

# Once handling has ended, only what records it can still be added.
AFTERWARDS = {
    "passed": frozenset({"note", "record", "close", "recuse"}),
    "withdrawn": frozenset({"note", "record", "recuse", "triage"}),
    "closed": frozenset({"note", "record", "triage", "reply", "thanks"}),
    "unreadable": frozenset({"withdraw"}),
}


@dataclass(frozen=True, slots=True)
class Added:
    """Where the case stands now. `case` is None when it was destroyed."""

    case: Case | None
    fresh: bool
    destroyed: bool = False


def add_message(context: Context, actor: Actor, new: NewMessage) -> Added:
    """Take a message into its case; the same bytes again get the same answer.

    Raises `Unknown`, `Forbidden`, `Closed`, `NotYet`, `Stale` (with the epoch and roster that are current),
    `Different`, `Malformed`, `Misplaced`, `OverLimit` or `Full`; nothing is kept then.
    """
    staging.require_room(context, staging.room_of(actor))
    request = fingerprint(new)
    before = _added_before(context, actor, new, request)
    if before:
        return before
    kind = _kind(context, actor, new)
    # An asker may flood their own mailbox, not the disk of everybody.
    bucket, allowed = pace.bucket_of("messages", actor.id), context.settings.pace.mailbox_messages
    counts = actor.asks and kind != "withdraw"
    if counts:
        pace.require_token(context, bucket, allowed)
    try:
        added = _store(context, actor, new, kind, request)
    except (IntegrityError, Closed, Stale, Unknown) as error:
        # The same message twice at the same moment: what the other one changed is why.
        before = _added_before(context, actor, new, request)
        if before:
            return before
        if isinstance(error, IntegrityError):
            raise Stale("somebody else was first") from error
        raise
    if counts:
        pace.take_token(context, bucket, allowed)
    if added.destroyed:
        _destroy_key(context, new.case)
    return added


def _added_before(context: Context, actor: Actor, new: NewMessage, request: bytes) -> Added | None:
    with context.database.read() as db:
        found = db.scalar(select(Message).where(Message.case == new.case, Message.id == new.id))
        case = db.get(Case, new.case)
        gone = case is None and _was_here(db, new.case)
    if gone and actor.asks:
        return _withdrawn_before(context, actor, new)
    if found is None or found.writer != cases.recipient_of(actor):
        return None
    if found.request != request:
        raise Different("another message with this id")
    return Added(case, fresh=False)


def _was_here(db: Session, case: bytes) -> bool:
    return bool(db.scalar(select(exists().where(RegisterEntry.case == case))))


def _withdrawn_before(context: Context, actor: Actor, new: NewMessage) -> Added | None:
    """A withdrawal sent again after it destroyed the case: finish whatever was left of it."""
    if _kind(context, actor, new) != "withdraw":
        return None
    _destroy_key(context, new.case)
    return Added(None, fresh=False, destroyed=True)


def _kind(context: Context, actor: Actor, new: NewMessage) -> str:
    """What act this is; whether the case takes it is seen later."""
    writer = cases.recipient_of(actor)
    place = Place(context.portal, new.case, None, writer, _kinds_of(actor), new.id)
    header = places.check(new.envelope, place, context.settings.limits.message)
    if new.pages and header.kind in NOTES | {"withdraw", "recuse"}:
        # Pages lie under the case key, which the asker holds: a note must not have any.
        raise Malformed("this kind of message has no pages")
    if new.register and actor.asks and header.kind != "withdraw":
        raise Malformed("the asker writes to the register with a question and its withdrawal only")
    return header.kind


def _kinds_of(actor: Actor) -> frozenset[str]:
    if actor.asks:
        return ASKERS
    return OF_CASEWORKERS if actor.role in CASEWORKERS else OF_COACHES


_WRITTEN_BY_ASKER = select(func.coalesce(func.sum(func.length(Message.envelope)), 0)).where(
    Message.case == bindparam("case"), Message.writer == ASKER
)


def _require_size(context: Context, db: Session, new: NewMessage) -> None:
    """What an asker writes is read at once, whole: more than fits in the server's memory would end it."""
    before = rows.value(db, _WRITTEN_BY_ASKER, case=new.case) or 0
    if before + len(new.envelope) > context.settings.limits.asker_bytes_a_case:
        raise OverLimit("more than one question may hold")


def _store(context: Context, actor: Actor, new: NewMessage, kind: str, request: bytes) -> Added:
    with context.database.write() as db:
        case = cases.find(db, actor, new.case, lock=True)
        _require_place(case, new)
        if actor.asks and kind != "withdraw":
            _require_size(context, db, new)
        if not actor.asks:
            setting_aside.take_up(case)
        _require_open(case, kind)
        if archiving.is_leaving(db, case.id):
            raise Closed("this question is being archived")
        if kind in NOTES and case.roster == 0:
            raise Stale("the notes key comes with the first roster of the staff", roster=0)
        if new.register:
            _enter(context, db, actor, new, new.register)
        if kind == "withdraw" and not case.opened:
            _destroy_rows(db, case)
            return Added(None, fresh=True, destroyed=True)
        _insert(context, db, actor, new, kind, request)
        ACTS[kind](db, case, actor, context.today())
        _note(context, db, case, actor, kind)
        return Added(case, fresh=True)


def _enter(context: Context, db: Session, actor: Actor, new: NewMessage, entry: Entry) -> None:
    """Write to the register; a withdrawal where the staff wrote already holds no more than theirs."""
    writer = cases.recipient_of(actor)
    if actor.asks and register.has_other(db, new.case, writer):
        return
    register.add(context, db, new.case, writer, entry)


def _require_place(case: Case, new: NewMessage) -> None:
    if structure.parse(new.envelope).header.epoch != case.epoch:
        raise Stale("another epoch has begun", epoch=case.epoch, roster=case.roster)


def _require_open(case: Case, kind: str) -> None:
    if case.state in AFTERWARDS and kind not in AFTERWARDS[case.state]:
        raise Closed("this case takes no such message any more")


def _insert(
    context: Context, db: Session, actor: Actor, new: NewMessage, kind: str, request: bytes
) -> None:
    writer = cases.recipient_of(actor)
    last = db.scalar(select(func.max(Message.position)).where(Message.case == new.case))
    db.add(
        Message(
            case=new.case, position=(last or 0) + 1, id=new.id, kind=kind, writer=writer,
            notes=kind in NOTES, day=context.today(), envelope=new.envelope, request=request,
        )
    )  # fmt: skip
    db.flush()
    epoch = structure.parse(new.envelope).header.epoch
    staging.commit(context, db, new.case, new.id, writer, epoch, new.pages)


def _note(context: Context, db: Session, case: Case, actor: Actor, kind: str) -> None:
    today = context.today()
    if kind not in NOTES:
        case.messages += 1
        case.last = today
        case.seen_by_asker = actor.asks or (case.seen_by_asker and kind in NO_ANSWER)
    if not actor.asks:
        # Who writes has read, whatever their browser said: a withdrawal destroys it no more.
        case.opened = True
        case.draft_by = actor.id if kind == "draft" else None
        journal.append(db, case.id, journal.Act(today, actor.id, kind))


# --- what each act does to the index -----------------------------------------------------------


def _reply(_db: Session, case: Case, actor: Actor, today: date) -> None:
    if actor.asks:
        case.waits_for = "staff"
        if case.state in {"answered", "closed"}:
            case.state, case.closed_on = "answering" if case.feedback_on else "open", None
        return
    if case.state == "closed":
        raise Closed("the asker's reply reopens a case, not the staff's")
    _first_feedback(case, today)
    case.waits_for = "asker"


def _first_feedback(case: Case, today: date) -> None:
    case.feedback_on = case.feedback_on or today
    if case.state in {"new", "open"}:
        case.state = "answering"


def _feedback(_db: Session, case: Case, _actor: Actor, today: date) -> None:
    _first_feedback(case, today)
    case.waits_for = "staff" if case.answered_on is None else case.waits_for


def _final(_db: Session, case: Case, _actor: Actor, today: date) -> None:
    # A first answer that is final keeps both promises.
    _first_feedback(case, today)
    case.answered_on = case.answered_on or today
    case.state, case.waits_for = "answered", None


def _pass(_db: Session, case: Case, _actor: Actor, today: date) -> None:
    _first_feedback(case, today)
    case.answered_on = case.answered_on or today
    case.state, case.waits_for, case.closed_on = "passed", None, today


def _close(_db: Session, case: Case, _actor: Actor, today: date) -> None:
    # Every question gets feedback, and whether a closing says anything can't be seen here.
    if case.feedback_on is None:
        raise NotYet("a question is closed after its first feedback or an answer")
    # Closing what was passed on changes nothing but the outcome that is signed in it.
    case.state = case.state if case.state == "passed" else "closed"
    case.waits_for, case.closed_on = None, today


def _withdraw(db: Session, case: Case, _actor: Actor, today: date) -> None:
    """Somebody has read it: the staff keep what they have, the asker's way to it ends."""
    case.state, case.waits_for, case.closed_on = "withdrawn", None, today
    case.mailbox = None
    db.execute(delete(SealedKey).where(SealedKey.case == case.id, SealedKey.recipient == ASKER))


def _recuse(db: Session, case: Case, actor: Actor, _today: date) -> None:
    """Access ends at once; a facilitator's browser turns the epoch later."""
    row = db.get(Participant, (case.id, actor.id))
    if row is None or row.role != "coach":
        raise Forbidden("only a coach steps aside")
    row.active = False


def _nothing(_db: Session, _case: Case, _actor: Actor, _today: date) -> None:
    """Notes change no state, and nobody needs to answer thanks."""


ACTS: dict[str, Callable[[Session, Case, Actor, date], None]] = {
    "reply": _reply,
    "feedback": _feedback,
    "final": _final,
    "pass": _pass,
    "close": _close,
    "withdraw": _withdraw,
    "recuse": _recuse,
    **dict.fromkeys(NOTES | {"thanks"}, _nothing),
}


# --- destroying ---------------------------------------------------------------------------------


def _destroy_rows(db: Session, case: Case) -> None:
    """Everything of a case; its register entry stays, so that it is still counted."""
    db.execute(delete(Page).where(Page.case == case.id))
    db.delete(case)


def _destroy_key(context: Context, case: bytes) -> None:
    with context.database.read() as db:
        if db.get(Case, case) is not None:
            raise Unknown("this case is still here")
    at_rest.destroy_keys(context, case)
    context.database.forget_deleted()
