"""The asker's side of the protocol, run on the server for one request.

It does what a browser does on the sealed pages, through the same services that the API calls.
Private keys and plain text live in this request's memory alone; what must outlast it lies sealed on
the asker's own desk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crypto.directory import Directories, Directory
from crypto.encoding import ASKER, b64
from crypto.errors import DirectoryUnknown, ProtocolError, Unsealable
from crypto.roster import Participant
from crypto.secret import kdf
from crypto.secret.case import (
    CaseView,
    Composed,
    FetchedCase,
    NewAttachment,
    PageImage,
    SealedKey,
)
from crypto.secret.identity import Identity, unwrap_seed
from crypto.secret.kdf import Credentials
from crypto.secret.state import State
from crypto.thread import Message
from portal.assisted import people, registering, remembering
from portal.assisted.desk import Desk
from portal.assisted.draft import Draft
from portal.assisted.errors import StaffRefused
from portal.assisted.hands import free_hand
from portal.assisted.mailbox import OpenMailbox
from portal.assisted.outbox import Outbox
from portal.assisted.remembering import having_seen, without
from portal.assisted.visit import Visit
from portal.models.cases import Case
from portal.services.casework import answering, staging
from portal.services.casework import cases as kept_cases
from portal.services.casework.cases import Whole
from portal.services.context import Context
from portal.services.errors import Stale, Unknown, WrongCredentials
from portal.services.keeping import states
from portal.services.signing_in import sign_in, visits
from portal.services.values import NewMessage

TRIES = 5  # how often an act is sealed anew when somebody else was first


# --- coming in -----------------------------------------------------------------------------------


def credentials(context: Context, name: str, password: str) -> Credentials:
    """What a name and a password give together. Raises `Throttled` when too many are at it."""
    with free_hand():
        return kdf.credentials(context.portal, kdf.MAILBOX, name, password)


def enter(context: Context, name: str, password: str) -> OpenMailbox:
    """Open a mailbox; raises `WrongCredentials`, one for all that is wrong, or `Throttled`."""
    return open_with(context, credentials(context, name, password))


def open_with(context: Context, given: Credentials) -> OpenMailbox:
    opened = sign_in.open_mailbox(context, given.locator, given.login)
    # The desk is this visitor's session: the other kind is for browsers that keep their own seed.
    visits.end(context, opened.token)
    owner = opened.visit.actor.id
    try:
        return OpenMailbox(owner, unwrap_seed(given.wrapping, context.portal, owner, opened.seed))
    except Unsealable as error:
        raise WrongCredentials from error


# --- reading -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A case as the list shows it: what the server says, unopened. `number` counts from 1."""

    id: bytes
    number: int
    row: Case
    archive_from: date | None


@dataclass(frozen=True, slots=True)
class OwnCase:
    """A case of an open mailbox, verified and opened."""

    id: bytes
    number: int
    row: Case
    archive_from: date | None
    view: CaseView
    directory: Directory
    days: dict[bytes, date]
    unread: frozenset[bytes]

    @property
    def may_rest(self) -> bool:
        """Whether it may stay as it is when the asker writes."""
        return self.row.state in {"answered", "closed"}

    @property
    def messages(self) -> Sequence[Message]:
        return self.view.messages

    @property
    def participants(self) -> Sequence[Participant]:
        return self.view.roster.participants

    @property
    def refused(self) -> int:
        return len(self.view.refused)

    @property
    def missing(self) -> int:
        return len(self.view.missing)


def lines(context: Context, box: OpenMailbox) -> list[Line]:
    """The mailbox's cases, the latest first; the numbers hold as long as none comes or goes."""
    found = kept_cases.summaries(context, box.actor, with_keys=False)
    found.sort(key=lambda one: (one.case.received, one.case.id))
    numbered = [
        Line(one.case.id, number, one.case, one.archive_from) for number, one in enumerate(found, 1)
    ]
    return numbered[::-1]


def is_gone(context: Context, box: OpenMailbox) -> bool:
    """Whether the mailbox went with its last case, to the archive or by withdrawing."""
    try:
        states.read(context, box.actor)
    except Unknown:
        return True
    return False


def open_number(context: Context, box: OpenMailbox, number: int) -> OwnCase | None:
    """The case of this number, opened; None when there is none. Raises `StaffRefused`."""
    found = next((one for one in lines(context, box) if one.number == number), None)
    return _open(context, box, found) if found else None


def _open(context: Context, box: OpenMailbox, found: Line) -> OwnCase:
    memory = remembering.read(context, box)
    before = memory.cases.get(found.id)
    view, whole, directories = open_view(context, box, found.id, memory)
    read = before.read if before else frozenset()
    return OwnCase(
        id=found.id,
        number=found.number,
        row=whole.summary.case,
        archive_from=found.archive_from,
        view=view,
        directory=directories.current,
        days={message.id: message.day for message in whole.messages},
        unread=frozenset(one.id for one in view.messages if one.writer != ASKER) - read,
    )


def open_view(
    context: Context, box: OpenMailbox, case: bytes, memory: State
) -> tuple[CaseView, Whole, Directories]:
    """Fetch and verify a case as a browser does; raises `StaffRefused` when it does not hold."""
    whole = kept_cases.open_case(context, box.actor, case)
    newest = people.genuine(context, memory.organisation, memory.directory)
    identity = Identity.from_seed(box.seed)
    wanted: set[int] = set()
    while True:
        directories = people.older_versions(context, newest, wanted)
        try:
            view = CaseView.open(
                identity,
                ASKER,
                context.portal,
                case,
                _fetched(whole),
                directories,
                memory.cases.get(case),
            )
        except DirectoryUnknown as unknown:
            if unknown.version in wanted:
                raise StaffRefused("a directory version that the server does not give") from unknown
            wanted.add(unknown.version)
        except ProtocolError as error:
            raise StaffRefused("a case that does not hold") from error
        else:
            return view, whole, directories


def _fetched(whole: Whole) -> FetchedCase:
    return FetchedCase(
        rosters=[roster.envelope for roster in whole.rosters],
        keys=[SealedKey(key.epoch, key.purpose, key.sealed) for key in whole.keys],
        messages=[message.envelope for message in whole.messages],
    )


def remember(context: Context, box: OpenMailbox, case: bytes) -> None:
    """Note in the mailbox's sealed state that this case is there."""
    view, _whole, directories = open_view(context, box, case, remembering.read(context, box))
    seen, newest = view.now_seen(), directories.current.named
    remembering.change(context, box, lambda state: having_seen(state, case, seen, newest))


def note_read(context: Context, box: OpenMailbox, own: OwnCase) -> None:
    """Remember, in the mailbox's sealed state, what was shown."""
    seen = own.view.now_seen()
    remembering.change(
        context, box, lambda state: having_seen(state, own.id, seen, own.directory.named)
    )


def page_of(
    context: Context, box: OpenMailbox, own: OwnCase, message: int, part: int, page: int
) -> PageImage:
    """A page by the numbers under which the thread shows it; raises `Unknown`."""
    try:
        found = own.messages[message]
        link = found.attachments[part].pages[page]
    except IndexError as error:
        raise Unknown("no such page") from error
    envelope = staging.fetch(context, box.actor, own.id, link.id)
    try:
        return own.view.open_page(found, link, envelope)
    except Unsealable as error:
        raise Unknown("a page that is not the one named") from error


# --- writing -------------------------------------------------------------------------------------


def pictures_of(desk: Desk, draft: Draft) -> list[NewAttachment]:
    """The draft's cleaned pages, from the desk; raises `Stale` when one was swept."""
    return [
        NewAttachment(
            part.family,
            tuple(
                PageImage(one.media, one.width, one.height, _page_bytes(desk, one.name))
                for one in part.pictures
            ),
        )
        for part in draft.parts
    ]


def _page_bytes(desk: Desk, name: str) -> bytes:
    found = desk.load(name)
    if found is None:
        raise Stale("a page was swept from the desk")
    return found


def reply(visit: Visit, box: OpenMailbox, own: OwnCase, draft: Draft) -> None:
    """Add what the asker wrote. Raises `Closed`, `Full`, `OverLimit` or `Stale`."""
    attachments = pictures_of(visit.desk, draft)
    kind = "thanks" if own.may_rest and draft.kind == "thanks" else "reply"
    _send(visit, box, own, draft.digest, kind, draft.text, attachments)
    Outbox(visit.desk).note_replied(draft.id)
    visit.drafts.discard(draft)


def withdraw(visit: Visit, box: OpenMailbox, own: OwnCase) -> bool:
    """Withdraw a case; True when that destroyed it."""
    added = _send(visit, box, own, b64(own.id), "withdraw", "", [])
    remembering.change(visit.context, box, lambda state: without(state, own.id))
    return added.destroyed


def _send(
    visit: Visit,
    box: OpenMailbox,
    own: OwnCase,
    ident: str,
    kind: str,
    text: str,
    attachments: Sequence[NewAttachment],
) -> answering.Added:
    """Seal and send; when the epoch turned meanwhile, open the case again and seal anew."""
    context, outbox, view = visit.context, Outbox(visit.desk), own.view
    directory = own.directory
    for attempt in range(TRIES):
        name = f"{ident[:16]}-{view.epoch}-{attempt}"
        composed = view.compose(kind, text, attachments=attachments)
        entry = (
            registering.withdrawal_entry(context, view, directory, own.row.received)
            if kind == "withdraw"
            else None
        )
        message = NewMessage(
            own.id, composed.id, composed.envelope, tuple(page.id for page in composed.pages), entry
        )
        new = outbox.message(name) or _keep(context, box, outbox, name, composed, message)
        try:
            return answering.add_message(context, box.actor, new)
        except Stale:
            memory = remembering.read(context, box)
            view, _, directories = open_view(context, box, own.id, memory)
            directory = directories.current
    raise Stale("others keep being first")


def _keep(
    context: Context,
    box: OpenMailbox,
    outbox: Outbox,
    name: str,
    composed: Composed,
    new: NewMessage,
) -> NewMessage:
    """Fix the bytes before the first sending, so that the same form twice sends the same ones."""
    for page in composed.pages:
        staging.stage(context, box.actor, new.case, page.id, page.envelope)
    return outbox.keep_message(name, new)
