"""Finding a case for whoever may see it, and telling about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, bindparam, false, select
from sqlalchemy.orm import Session

from crypto.encoding import ASKER, u32
from portal.models import rows
from portal.models.cases import Case, Message, Participant, RegisterEntry, Roster, SealedKey
from portal.models.staff import Member
from portal.services.context import Context
from portal.services.errors import Unknown
from portal.services.keeping import at_rest, journal
from portal.services.values import Actor, KeyFor

CASEWORKERS = frozenset({"facilitator", "helper"})
HANDLERS = CASEWORKERS | {"coach"}
# Nobody waits for anything in these.
ENDED = frozenset({"passed", "closed", "withdrawn", "unreadable"})


@dataclass(frozen=True, slots=True)
class Summary:
    """What lists show of a case. `keys` are the reader's own, of the current epoch."""

    case: Case
    participants: Sequence[Participant]
    keys: Sequence[KeyFor]
    register: RegisterEntry | None
    archive_from: date


@dataclass(frozen=True, slots=True)
class Whole:
    """All of a case that its reader may have; `keys` of every epoch."""

    summary: Summary
    rosters: Sequence[Roster]
    keys: Sequence[KeyFor]
    messages: Sequence[Message]
    notes: Sequence[Message]


class _Visible:
    """What one kind of person sees: statements about `who` and about one `case`, made once."""

    def __init__(self, cases: Select[Case]) -> None:
        self.cases = cases
        self.ids = cases.with_only_columns(Case.id)
        self.one = cases.where(Case.id == bindparam("case"))
        self.one_locked = self.one.with_for_update()
        self.people = select(Participant).where(Participant.case.in_(self.ids))
        entries = select(RegisterEntry).order_by(RegisterEntry.number)
        self.entries = entries.where(RegisterEntry.case.in_(self.ids))


_TAKING_PART = select(Participant.case).where(
    Participant.member == bindparam("who"), Participant.active.is_(True)
)
_TO_ASKER = _Visible(select(Case).where(Case.mailbox == bindparam("who")))
_TO_HANDLER = _Visible(select(Case).where(Case.id.in_(_TAKING_PART)))
_TO_NOBODY = _Visible(select(Case).where(false()))


def _visible_to(actor: Actor) -> _Visible:
    """The cases this person takes part in: nobody sees any other."""
    if actor.asks:
        return _TO_ASKER
    # Who became coordinator stands in the rosters until somebody turns the epoch.
    return _TO_HANDLER if actor.role in HANDLERS else _TO_NOBODY


def ids_of(db: Session, actor: Actor) -> set[bytes]:
    """The ids of this person's cases."""
    return set(db.scalars(_visible_to(actor).ids, {"who": actor.id}))


def find(db: Session, actor: Actor, case: bytes, *, lock: bool = False) -> Case:
    """The case, locked for a change if asked; raises `Unknown` for who isn't in it."""
    visible = _visible_to(actor)
    wanted = visible.one_locked if lock else visible.one
    found = db.scalar(wanted, {"who": actor.id, "case": case})
    if found is None:
        raise Unknown("no such case for this person")
    return found


_PARTICIPANTS = (
    select(Participant).where(Participant.case == bindparam("case")).order_by(Participant.member)
)


def participants_of(db: Session, case: bytes) -> Sequence[Participant]:
    return db.scalars(_PARTICIPANTS, {"case": case}).all()


def place_of_key(case: bytes, recipient: bytes, epoch: int, purpose: str) -> bytes:
    """Where a sealed key lies, for the layer at rest."""
    return case + recipient + u32(epoch) + purpose.encode()


def cover_key(context: Context, key: bytes, case: bytes, item: KeyFor) -> SealedKey:
    place = place_of_key(case, item.recipient, item.epoch, item.purpose)
    layered = at_rest.cover(
        key, "sealed-key", place, item.sealed, context.randomness(at_rest.NONCE_BYTES)
    )
    return SealedKey(
        case=case, recipient=item.recipient, epoch=item.epoch, purpose=item.purpose, layered=layered
    )


def uncover_key(key: bytes, row: SealedKey) -> KeyFor:
    place = place_of_key(row.case, row.recipient, row.epoch, row.purpose)
    sealed = at_rest.uncover(key, "sealed-key", place, row.layered)
    return KeyFor(row.recipient, row.epoch, "notes" if row.purpose == "notes" else "case", sealed)


def summaries(context: Context, actor: Actor, *, with_keys: bool = True) -> list[Summary]:
    """Every case of this person, in no order that tells which came first within a day."""
    with context.database.read() as db:
        found = db.scalars(_visible_to(actor).cases, {"who": actor.id}).all()
        return _summarise(context, db, actor, found, with_keys=with_keys)


def _summarise(
    context: Context, db: Session, actor: Actor, found: Sequence[Case], *, with_keys: bool
) -> list[Summary]:
    people = _grouped(db.scalars(_visible_to(actor).people, {"who": actor.id}))
    keys = _own_keys(context, db, actor, found) if with_keys else {}
    register = _latest_entries(db, actor, _visible_to(actor).entries) if with_keys else {}
    return [
        Summary(
            case,
            people.get(case.id, []),
            keys.get(case.id, []),
            register.get(case.id),
            archiving_starts(case.received.year),
        )
        for case in found
    ]


def newest_entries(context: Context, actor: Actor) -> list[RegisterEntry]:
    """The newest register entry of every case of this facilitator; none for others."""
    with context.database.read() as db:
        return list(_latest_entries(db, actor, _visible_to(actor).entries).values())


def _grouped(found: Iterable[Participant]) -> dict[bytes, list[Participant]]:
    grouped: dict[bytes, list[Participant]] = {}
    for row in found:
        grouped.setdefault(row.case, []).append(row)
    return grouped


_OWN_KEYS = select(SealedKey).where(
    SealedKey.recipient == bindparam("recipient"),
    SealedKey.case.in_(bindparam("cases", expanding=True)),
)


def _own_keys(
    context: Context, db: Session, actor: Actor, found: Sequence[Case]
) -> Mapping[bytes, list[KeyFor]]:
    current = {case.id: case.epoch for case in found}
    under = at_rest.keys_of(context, current)
    given = {"recipient": recipient_of(actor), "cases": list(current)}
    own: dict[bytes, list[KeyFor]] = {}
    for row in db.scalars(_OWN_KEYS, given):
        if row.epoch == current[row.case] and row.case in under:
            own.setdefault(row.case, []).append(uncover_key(under[row.case], row))
    return own


def recipient_of(actor: Actor) -> bytes:
    return ASKER if actor.asks else actor.id


def _latest_entries(
    db: Session, actor: Actor, wanted: Select[RegisterEntry], case: bytes = b""
) -> Mapping[bytes, RegisterEntry]:
    # Only facilitators hold the register key; nobody else needs to see even its ciphertext.
    if actor.role != "facilitator":
        return {}
    return {row.case: row for row in db.scalars(wanted, {"who": actor.id, "case": case})}


def archiving_starts(year: int) -> date:
    """The day from which cases received in `year` may be archived: after the next first quarter."""
    return date(year + 1, 4, 1)


def open_case(context: Context, actor: Actor, case: bytes, *, seen: bool = True) -> Whole:
    """A whole case. The first time one of the staff looks at it, the case is opened.

    Not `seen`: a browser puts the keys in order at sign-in and shows the case to nobody. Who has no
    keys to put in order has always seen it.
    """
    seen = seen or actor.role == "coach"
    with context.database.read() as db:
        row = find(db, actor, case)
        if not seen or (row.seen_by_asker if actor.asks else row.opened):
            return _whole(context, db, actor, row)
    _mark(context, actor, case)
    with context.database.read() as db:
        return _whole(context, db, actor, find(db, actor, case))


def _mark(context: Context, actor: Actor, case: bytes) -> None:
    with context.database.write() as db:
        row = find(db, actor, case, lock=True)
        if actor.asks:
            row.seen_by_asker = True
        elif not row.opened:
            row.opened = True
            row.state = "open" if row.state == "new" else row.state
            journal.append(db, case, journal.Act(context.today(), actor.id, "open"))


_KEYS = (
    select(SealedKey)
    .where(SealedKey.case == bindparam("case"), SealedKey.recipient == bindparam("recipient"))
    .order_by(SealedKey.epoch, SealedKey.purpose)
)
_MESSAGES = select(Message).where(Message.case == bindparam("case")).order_by(Message.position)
_ROSTERS = select(Roster).where(Roster.case == bindparam("case")).order_by(Roster.number)
_ENTRIES = (
    select(RegisterEntry)
    .where(RegisterEntry.case == bindparam("case"))
    .order_by(RegisterEntry.number)
)


def _whole(context: Context, db: Session, actor: Actor, row: Case) -> Whole:
    key, of_case = at_rest.key_of(context, row.id), {"case": row.id}
    mine = db.scalars(_KEYS, of_case | {"recipient": recipient_of(actor)})
    messages = db.scalars(_MESSAGES, of_case).all()
    keys = [uncover_key(key, item) for item in mine]
    return Whole(
        summary=_one_summary(db, actor, row, keys),
        rosters=db.scalars(_ROSTERS, of_case).all(),
        keys=keys,
        messages=[message for message in messages if not message.notes],
        notes=[] if actor.asks else [message for message in messages if message.notes],
    )


def _one_summary(db: Session, actor: Actor, row: Case, keys: Sequence[KeyFor]) -> Summary:
    return Summary(
        case=row,
        participants=participants_of(db, row.id),
        keys=[key for key in keys if key.epoch == row.epoch],
        register=_latest_entries(db, actor, _ENTRIES, row.id).get(row.id),
        archive_from=archiving_starts(row.received.year),
    )


_ACTIVE = select(Member.id, Member.role).where(
    Member.id.in_(bindparam("ids", expanding=True)), Member.active.is_(True)
)


def active_roles(db: Session, ids: Collection[bytes]) -> dict[bytes, str]:
    """The roles of those of these ids who are members of staff now."""
    return {row.id: row.role for row in rows.every(db, _ACTIVE, ids=list(ids))}
