"""Finding a case for whoever may see it, and telling about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, false, select
from sqlalchemy.orm import Session

from crypto.encoding import ASKER, u32
from portal.models.cases import Case, Message, Participant, RegisterEntry, Roster, SealedKey
from portal.models.staff import Member
from portal.services import at_rest, journal
from portal.services.context import Context
from portal.services.errors import Unknown
from portal.services.values import Actor, KeyFor

CASEWORKERS = frozenset({"facilitator", "helper"})
HANDLERS = CASEWORKERS | {"coach"}


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


def visible_to(actor: Actor) -> Select[Case]:
    """The cases this person takes part in: nobody sees any other."""
    if actor.asks:
        return select(Case).where(Case.mailbox == actor.id)
    if actor.role not in HANDLERS:
        # Who became coordinator stands in the rosters until somebody turns the epoch.
        return select(Case).where(false())
    taking_part = select(Participant.case).where(
        Participant.member == actor.id, Participant.active.is_(True)
    )
    return select(Case).where(Case.id.in_(taking_part))


def find(db: Session, actor: Actor, case: bytes, *, lock: bool = False) -> Case:
    """The case, locked for a change if asked; raises `Unknown` for who isn't in it."""
    wanted = visible_to(actor).where(Case.id == case)
    found = db.scalar(wanted.with_for_update() if lock else wanted)
    if found is None:
        raise Unknown("no such case for this person")
    return found


def participants_of(db: Session, case: bytes) -> Sequence[Participant]:
    return db.scalars(
        select(Participant).where(Participant.case == case).order_by(Participant.member)
    ).all()


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
        found = db.scalars(visible_to(actor)).all()
        return _summarise(context, db, actor, found, with_keys=with_keys)


def _summarise(
    context: Context, db: Session, actor: Actor, found: Sequence[Case], *, with_keys: bool
) -> list[Summary]:
    ids = visible_to(actor).with_only_columns(Case.id)
    people = _grouped(db.scalars(select(Participant).where(Participant.case.in_(ids))))
    keys = _own_keys(context, db, actor, found) if with_keys else {}
    register = _latest_entries(db, actor, ids) if with_keys else {}
    return [
        Summary(
            case,
            people.get(case.id, []),
            keys.get(case.id, []),
            register.get(case.id),
            archiving_starts(case),
        )
        for case in found
    ]


def newest_entries(context: Context, actor: Actor) -> list[RegisterEntry]:
    """The newest register entry of every case of this facilitator; none for others."""
    with context.database.read() as db:
        ids = visible_to(actor).with_only_columns(Case.id)
        return list(_latest_entries(db, actor, ids).values())


def _grouped(rows: Iterable[Participant]) -> dict[bytes, list[Participant]]:
    grouped: dict[bytes, list[Participant]] = {}
    for row in rows:
        grouped.setdefault(row.case, []).append(row)
    return grouped


def _own_keys(
    context: Context, db: Session, actor: Actor, found: Sequence[Case]
) -> Mapping[bytes, list[KeyFor]]:
    current = {case.id: case.epoch for case in found}
    under = at_rest.keys_of(context, current)
    wanted = select(SealedKey).where(
        SealedKey.recipient == recipient_of(actor), SealedKey.case.in_(list(current))
    )
    own: dict[bytes, list[KeyFor]] = {}
    for row in db.scalars(wanted):
        if row.epoch == current[row.case] and row.case in under:
            own.setdefault(row.case, []).append(uncover_key(under[row.case], row))
    return own


def recipient_of(actor: Actor) -> bytes:
    return ASKER if actor.asks else actor.id


def _latest_entries(db: Session, actor: Actor, ids: Select[bytes]) -> Mapping[bytes, RegisterEntry]:
    # Only facilitators hold the register key; nobody else needs to see even its ciphertext.
    if actor.role != "facilitator":
        return {}
    rows = db.scalars(
        select(RegisterEntry).where(RegisterEntry.case.in_(ids)).order_by(RegisterEntry.number)
    )
    return {row.case: row for row in rows}


def archiving_starts(case: Case) -> date:
    """The day from which a case may be archived: after the first quarter of the next year."""
    return date(case.received.year + 1, 4, 1)


def open_case(context: Context, actor: Actor, case: bytes, *, seen: bool = True) -> Whole:
    """A whole case. The first time one of the staff looks at it, the case is opened.

    Not `seen`: a browser puts the keys in order at sign-in and shows the case to nobody. Who has no
    keys to put in order has always seen it.
    """
    seen = seen or actor.role == "coach"
    if seen and (not actor.asks or _unseen_answer(context, actor, case)):
        _mark(context, actor, case)
    with context.database.read() as db:
        row = find(db, actor, case)
        return _whole(context, db, actor, row)


def _unseen_answer(context: Context, actor: Actor, case: bytes) -> bool:
    with context.database.read() as db:
        return not find(db, actor, case).seen_by_asker


def _mark(context: Context, actor: Actor, case: bytes) -> None:
    with context.database.read() as db:
        row = find(db, actor, case)
        if (actor.asks and row.seen_by_asker) or (not actor.asks and row.opened):
            return
    with context.database.write() as db:
        row = find(db, actor, case, lock=True)
        if actor.asks:
            row.seen_by_asker = True
        elif not row.opened:
            row.opened = True
            row.state = "open" if row.state == "new" else row.state
            journal.append(db, case, journal.Act(context.today(), actor.id, "open"))


def _whole(context: Context, db: Session, actor: Actor, row: Case) -> Whole:
    key = at_rest.key_of(context, row.id)
    mine = db.scalars(
        select(SealedKey)
        .where(SealedKey.case == row.id, SealedKey.recipient == recipient_of(actor))
        .order_by(SealedKey.epoch, SealedKey.purpose)
    )
    messages = db.scalars(
        select(Message).where(Message.case == row.id).order_by(Message.position)
    ).all()
    keys = [uncover_key(key, item) for item in mine]
    return Whole(
        summary=_one_summary(db, actor, row, keys),
        rosters=db.scalars(
            select(Roster).where(Roster.case == row.id).order_by(Roster.number)
        ).all(),
        keys=keys,
        messages=[message for message in messages if not message.notes],
        notes=[] if actor.asks else [message for message in messages if message.notes],
    )


def _one_summary(db: Session, actor: Actor, row: Case, keys: Sequence[KeyFor]) -> Summary:
    ids = select(Case.id).where(Case.id == row.id)
    return Summary(
        case=row,
        participants=participants_of(db, row.id),
        keys=[key for key in keys if key.epoch == row.epoch],
        register=_latest_entries(db, actor, ids).get(row.id),
        archive_from=archiving_starts(row),
    )


def active_members(db: Session, ids: Iterable[bytes]) -> dict[bytes, Member]:
    """Those of these ids who are members of staff now."""
    wanted = select(Member).where(Member.id.in_(list(ids)), Member.active.is_(True))
    return {member.id: member for member in db.scalars(wanted)}
