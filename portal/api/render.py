"""Values of the services as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import Response

from crypto.encoding import b64
from portal.models.cases import Case, Message, Participant, RegisterEntry
from portal.models.sessions import SignedIn
from portal.models.staff import Invitation, Member
from portal.services.casework.cases import Summary, Whole
from portal.services.casework.intake import Received
from portal.services.signing_in import visits
from portal.services.signing_in.attestation import host_of
from portal.services.signing_in.own_factors import Factors
from portal.services.values import KeyFor

Json = dict[str, Any]
Answer = Response | Json | tuple[Json, int]


def maybe_b64(data: bytes | None) -> str | None:
    return None if data is None else b64(data)


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def received(value: Received) -> Json:
    return {
        "received": day(value.received),
        "feedback_by": day(value.feedback_by),
        "answer_by": day(value.answer_by),
        "come_back_on": day(value.come_back_on),
    }


def index(case: Case) -> Json:
    """The plain columns of a case. A browser that opens it holds them against the signed acts."""
    return {
        "case": b64(case.id),
        "state": case.state,
        "received": day(case.received),
        "feedback_by": day(case.feedback_by),
        "feedback_on": day(case.feedback_on),
        "answer_by": day(case.answer_by),
        "answered_on": day(case.answered_on),
        "closed_on": day(case.closed_on),
        "epoch": case.epoch,
        "roster": case.roster,
        "opened": case.opened,
        "messages": case.messages,
        "last": day(case.last),
        "waits_for": case.waits_for,
    }


def participant(row: Participant) -> Json:
    return {"id": b64(row.member), "role": row.role, "active": row.active}


def key(item: KeyFor) -> Json:
    return {"epoch": item.epoch, "purpose": item.purpose, "sealed": b64(item.sealed)}


def entry(row: RegisterEntry) -> Json:
    return {
        "case": b64(row.case),
        "key": b64(row.key),
        "writer": b64(row.writer),
        "number": row.number,
        "sealed": b64(row.sealed),
    }


def summary(value: Summary) -> Json:
    return {
        **index(value.case),
        "archive_from": day(value.archive_from),
        "participants": [participant(row) for row in value.participants],
        "mine": {"keys": [key(item) for item in value.keys]},
        "register": entry(value.register) if value.register else None,
    }


def queued(value: Summary) -> Json:
    """A case as the staff have it, in a list or whole."""
    draft_by = value.case.draft_by
    return {**summary(value), "draft_by": b64(draft_by) if draft_by else None}


def message(row: Message) -> Json:
    return {"id": b64(row.id), "envelope": b64(row.envelope), "day": day(row.day)}


def whole(value: Whole, *, asks: bool) -> Json:
    shown = {
        **(summary if asks else queued)(value.summary),
        "rosters": [b64(row.envelope) for row in value.rosters],
        "keys": [key(item) for item in value.keys],
        "messages": [message(row) for row in value.messages],
    }
    # What stands above the count in lists stays readable here under a name of its own.
    shown["count"] = value.summary.case.messages
    if not asks:
        shown["notes"] = [message(row) for row in value.notes]
    return shown


def invitation(row: Invitation) -> Json:
    enrolled = None
    if row.member and row.kem and row.sign and row.reply:
        enrolled = {
            "member": b64(row.member), "kem": b64(row.kem), "sign": b64(row.sign), "mac": b64(row.reply),
        }  # fmt: skip
    return {
        "id": b64(row.id),
        "person": b64(row.person),
        "role": row.role,
        "name": row.name,
        "function": row.function,
        "mac": b64(row.mac),
        "status": "enrolled" if enrolled else "open",
        "enrolment": enrolled,
    }


def member(row: Member) -> Json:
    return {
        "id": b64(row.id),
        "role": row.role,
        "active": row.active,
        "seen": day(row.seen),
        "second_factor": "reset" if row.reset else "set",
    }


def session(row: SignedIn, *, this: bool) -> Json:
    return {"handle": b64(row.handle), "this": this, "day": day(visits.day_of(row))}


def factors(value: Factors, origin: str) -> Json:
    """`here`: whether a passkey belongs to the address at hand, or to another of the portal's."""
    host = host_of(origin)
    shown = [
        {
            "id": b64(ident), "number": one.number, "day": day(one.day), "synced": one.synced,
            "here": one.host == host,
        }
        for ident, one in value.passkeys
    ]  # fmt: skip
    return {"codes": value.codes, "passkeys": shown}


def entries(rows: Sequence[RegisterEntry]) -> list[Json]:
    return [entry(row) for row in rows]
