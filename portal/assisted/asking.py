"""Sending a question: sealed for the staff, in a mailbox of its own or in the one that is open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from crypto.directory import Directory
from crypto.encoding import b64, from_b64, sha256
from crypto.errors import NotAllowed
from crypto.secret import state as sealing
from crypto.secret.case import Genesis as Sealed
from crypto.secret.case import begin_case
from crypto.secret.identity import Identity, wrap_seed
from crypto.secret.kdf import KEY_BYTES, Credentials
from crypto.secret.state import State
from portal.assisted import asker, people, registering, remembering
from portal.assisted.desk import CHOSEN
from portal.assisted.draft import Draft
from portal.assisted.mailbox import OpenMailbox
from portal.assisted.outbox import Outbox, Outgoing
from portal.assisted.receipt import Receipt
from portal.assisted.remembering import having_seen
from portal.assisted.visit import Visit
from portal.models.cases import Case
from portal.services.casework import intake, staging
from portal.services.casework.intake import Received
from portal.services.context import Context
from portal.services.doors import gates
from portal.services.errors import ServiceError, Stale
from portal.services.values import Genesis, KeyFor, Named, NewMailbox

MAILBOX_BYTES = 16


@dataclass(frozen=True, slots=True)
class Chosen:
    """A name and password that the asker chose for a new mailbox."""

    name: str
    password: str = field(repr=False)


def ask(visit: Visit, draft: Draft, chosen: Chosen | None, *, join: bool = False) -> None:
    """Send the draft; without `chosen` from the mailbox that is open.

    Afterwards the receipt and the open mailbox lie on the desk, and the draft no longer does.
    Raises `MailboxExists` unless the asker said that the question may `join` what is in it, and
    another `ServiceError` when nothing was received.
    """
    box = visit.mailbox
    if chosen is None:
        if box is None:
            raise Stale("the mailbox was closed meanwhile")
        _finish(visit, draft, _from(visit, draft, box), box, existing=False)
        return
    given = asker.credentials(visit.context, chosen.name, chosen.password)
    if join:
        # Nothing is waited for: whoever was here before is no part of a flood.
        box = asker.open_with(visit.context, given)
        _finish(visit, draft, _from(visit, draft, box), box, existing=True)
        return
    received, box = _from_new(visit, draft, given)
    _finish(visit, draft, received, box, existing=False)


def _from(visit: Visit, draft: Draft, box: OpenMailbox) -> Received:
    """Send from a mailbox that is there; its state learns of the case."""
    kept = _in_outbox(visit, draft, box.id, lambda: _sealed_for(visit, draft, box))
    received = intake.receive(visit.context, kept.genesis, box.id)
    asker.remember(visit.context, box, kept.genesis.case)
    return received


def _from_new(visit: Visit, draft: Draft, given: Credentials) -> tuple[Received, OpenMailbox]:
    """Send with a mailbox that begins here; raises `MailboxExists`."""
    make = partial(_sealed_with_mailbox, visit, draft, given)
    kept = _in_outbox(visit, draft, given.locator, make)
    gate = gates.plain_cases(visit.context)
    received = intake.receive(visit.context, kept.genesis, None, gate)
    return received, OpenMailbox(kept.mailbox, kept.seed)


def _in_outbox(visit: Visit, draft: Draft, whose: bytes, make: Callable[[], Outgoing]) -> Outgoing:
    """The bytes to send: what arrived already, else what was fixed for this content, else new."""
    outbox, about = Outbox(visit.desk), draft.id[:12]
    for before in outbox.all_about(about):
        if _arrived(visit.context, before):
            return before
    name = f"{about}-{b64(sha256(draft.encode() + whose))[:16]}"
    return outbox.genesis(name) or outbox.keep_genesis(name, make())


def _arrived(context: Context, kept: Outgoing) -> bool:
    with context.database.read() as db:
        return db.get(Case, kept.genesis.case) is not None


def _sealed_for(visit: Visit, draft: Draft, box: OpenMailbox) -> Outgoing:
    state = remembering.read(visit.context, box)
    directory = people.genuine(visit.context, state.organisation, state.directory)
    sealed = _seal(visit, draft, Identity.from_seed(box.seed), directory)
    return Outgoing(box.id, box.seed, _genesis(visit, sealed, directory, None))


def _sealed_with_mailbox(visit: Visit, draft: Draft, given: Credentials) -> Outgoing:
    context = visit.context
    owner, seed = context.randomness(MAILBOX_BYTES), context.randomness(KEY_BYTES)
    identity = Identity.from_seed(seed)
    directory = people.genuine(context)
    sealed = _seal(visit, draft, identity, directory)
    state = having_seen(
        State(directory.content.organisation, directory.named),
        sealed.case,
        sealed.question.after.now_seen(),
        directory.named,
    )
    mailbox = NewMailbox(
        id=owner,
        locator=given.locator,
        login=given.login,
        seed=wrap_seed(given.wrapping, context.portal, owner, seed),
        state=sealing.seal(identity, context.portal, owner, 0, state),
    )
    return Outgoing(owner, seed, _genesis(visit, sealed, directory, mailbox))


def _seal(visit: Visit, draft: Draft, identity: Identity, directory: Directory) -> Sealed:
    fields = {
        "excluded": sorted(from_b64(person) for person in draft.excluded),
        "kind": draft.kind,
        "name": draft.real_name or None,
        "urgent": draft.urgent,
    }
    attachments = asker.pictures_of(visit.desk, draft)
    portal = visit.context.portal
    try:
        return begin_case(identity, portal, directory, draft.text, fields, attachments)
    except NotAllowed as error:
        raise Stale("nobody is left who could receive it") from error


def _genesis(
    visit: Visit, sealed: Sealed, directory: Directory, mailbox: NewMailbox | None
) -> Genesis:
    """Stage the pages and put the parts in the form that the intake takes."""
    context, question, roster = visit.context, sealed.question, sealed.roster
    for page in question.pages:
        staging.stage(context, None, sealed.case, page.id, page.envelope)
    return Genesis(
        case=sealed.case,
        roster=roster.envelope,
        participants=tuple(Named(p.id, p.role) for p in roster.roster.participants),
        keys=tuple(KeyFor(k.recipient, k.epoch, "case", k.sealed) for k in roster.keys),
        message_id=question.id,
        message=question.envelope,
        pages=tuple(page.id for page in question.pages),
        register=registering.first_entry(context, question.after, directory),
        archive=directory.content.archive.id,
        mailbox=mailbox,
    )


def _finish(
    visit: Visit, draft: Draft, received: Received, box: OpenMailbox, *, existing: bool
) -> None:
    """Leave the receipt and the open mailbox behind; then nothing is left of the draft."""
    receipt = Receipt(
        draft.id,
        received.received.isoformat(),
        received.feedback_by.isoformat(),
        received.answer_by.isoformat(),
        received.come_back_on.isoformat(),
        existing,
    )
    # Where the mailbox opens here, it does so under a ticket that nobody can have seen.
    before = visit.desk.renew(box.seed) if visit.mailbox is None else None
    box.keep(visit.desk)
    receipt.keep(visit.desk)
    if before:
        # Whose browser took no notice of this answer and sends again is told that it arrived.
        with suppress(ServiceError):
            receipt.keep(before)
    visit.drafts.discard(draft)
    visit.desk.remove(CHOSEN)
