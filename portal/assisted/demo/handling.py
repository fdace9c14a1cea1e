"""What the browsers of askers and staff do with cases, played by Python against the real services."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from crypto.directory import Directories, Directory
from crypto.encoding import ASKER, ID_BYTES
from crypto.register import Entry as Line
from crypto.secret import kdf, register
from crypto.secret import state as sealing
from crypto.secret.case import (
    CaseView,
    FetchedCase,
    NewAttachment,
    PageImage,
    SealedKey,
    begin_case,
)
from crypto.secret.identity import Identity, wrap_seed
from crypto.secret.state import State
from portal.assisted import people, registering
from portal.assisted.demo.zone import Played
from portal.assisted.mailbox import OpenMailbox
from portal.services.casework import answering, cases, intake, routing, staging
from portal.services.context import Context
from portal.services.values import (
    Actor,
    Entry,
    Genesis,
    KeyFor,
    Named,
    NewMailbox,
    NewMessage,
    NewRoster,
)
from sanitizers import Cleaned

IN_REGISTER = frozenset({"triage", "feedback", "reply", "final", "pass", "close"})
STATES = {"feedback": "answering", "final": "answered", "pass": "passed", "close": "closed"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A case with its asker's mailbox and the register line as it stands."""

    case: bytes
    box: OpenMailbox
    line: Line


@dataclass(frozen=True, slots=True)
class Question:
    """What an asker fills in; `excluded` are person ids."""

    name: str
    password: str = field(repr=False)
    kind: str = ""
    text: str = ""
    urgent: bool = False
    real_name: str | None = None
    excluded: tuple[bytes, ...] = ()
    attached: tuple[Cleaned, ...] = ()


def ask(context: Context, asked: Question) -> Asked:
    """Ask with a new mailbox."""
    owner, seed = context.randomness(ID_BYTES), context.randomness(kdf.KEY_BYTES)
    identity, directory = Identity.from_seed(seed), people.genuine(context)
    fields = {
        "excluded": sorted(asked.excluded),
        "kind": asked.kind,
        "name": asked.real_name,
        "urgent": asked.urgent,
    }
    pages = [_attachment(cleaned) for cleaned in asked.attached]
    begun = begin_case(identity, context.portal, directory, asked.text, fields, pages)
    for page in begun.question.pages:
        staging.stage(context, None, begun.case, page.id, page.envelope)
    view, roster = begun.question.after, begun.roster
    state = State(directory.content.organisation, directory.named, {begun.case: view.now_seen()})
    given = kdf.credentials(context.portal, kdf.MAILBOX, asked.name, asked.password)
    genesis = Genesis(
        case=begun.case,
        roster=roster.envelope,
        participants=tuple(Named(p.id, p.role) for p in roster.roster.participants),
        keys=tuple(KeyFor(k.recipient, k.epoch, "case", k.sealed) for k in roster.keys),
        message_id=begun.question.id,
        message=begun.question.envelope,
        pages=tuple(page.id for page in begun.question.pages),
        register=registering.first_entry(context, view, directory),
        archive=directory.content.archive.id,
        mailbox=NewMailbox(
            owner,
            given.locator,
            given.login,
            wrap_seed(given.wrapping, context.portal, owner, seed),
            sealing.seal(identity, context.portal, owner, 0, state),
        ),
    )
    intake.receive(context, genesis, None)
    line = registering.first_line(context, view, directory)
    return Asked(begun.case, OpenMailbox(owner, seed), line)


def _attachment(cleaned: Cleaned) -> NewAttachment:
    pages = (PageImage(p.media, p.width, p.height, p.data) for p in cleaned.pages)
    return NewAttachment(cleaned.family, tuple(pages))


@dataclass(frozen=True, slots=True)
class Hands:
    """Somebody at work on a case: `me` and their keys, and whom the services know them as."""

    context: Context
    me: bytes
    actor: Actor
    identity: Identity

    @classmethod
    def of(cls, context: Context, who: Played) -> Hands:
        return cls(context, who.id, who.actor, who.identity)

    @classmethod
    def of_asker(cls, context: Context, asked: Asked) -> Hands:
        return cls(context, ASKER, asked.box.actor, Identity.from_seed(asked.box.seed))

    def view(self, case: bytes) -> CaseView:
        """Fetch, verify and open; for staff the first time marks the case as opened."""
        whole = cases.open_case(self.context, self.actor, case)
        fetched = FetchedCase(
            rosters=[roster.envelope for roster in whole.rosters],
            keys=[SealedKey(key.epoch, key.purpose, key.sealed) for key in whole.keys],
            messages=[message.envelope for message in whole.messages],
            notes=[message.envelope for message in whole.notes],
        )
        directories = Directories(self._directory(), {})
        return CaseView.open(
            self.identity, self.me, self.context.portal, case, fetched, directories
        )

    def _directory(self) -> Directory:
        return people.genuine(self.context)

    def route(self, case: bytes, adding: Iterable[bytes] = ()) -> None:
        """Add people, or only make the first notes key."""
        made = self.view(case).compose_roster(adding)
        new = NewRoster(
            case=case,
            number=made.roster.number,
            envelope=made.envelope,
            epoch=made.roster.epoch,
            participants=tuple(Named(p.id, p.role) for p in made.roster.participants),
            keys=tuple(KeyFor(k.recipient, k.epoch, k.purpose, k.sealed) for k in made.keys),  # type: ignore[arg-type]
        )
        routing.change_roster(self.context, self.actor, new)

    def write(
        self, asked: Asked, kind: str, text: str, fields: Mapping[str, Any] | None = None
    ) -> Asked:
        """Add a message; members add what the statistics need to the register."""
        view = self.view(asked.case)
        if (
            self.me != ASKER
            and kind in {"note", "draft", "triage", "record"}
            and not view.roster.notes
        ):
            self.route(asked.case)
            view = self.view(asked.case)
        made = view.compose(kind, text, fields or {})
        line, entry = asked.line, None
        if self.me != ASKER and kind in IN_REGISTER:
            line = self._next_line(line, kind, fields or {})
            entry = self._entry(line)
        new = NewMessage(asked.case, made.id, made.envelope, (), entry)
        answering.add_message(self.context, self.actor, new)
        return replace(asked, line=line)

    def _next_line(self, line: Line, kind: str, fields: Mapping[str, Any]) -> Line:
        today = self.context.today()
        line = replace(line, number=line.number + 1, directory=self._directory().version)
        if kind == "triage":
            return replace(line, category=fields["category"], urgent=fields["urgent"])
        line = replace(line, feedback=line.feedback or today, state=STATES.get(kind, line.state))
        if kind in {"final", "pass"}:
            line = replace(line, final=line.final or today)
        named = [*fields.get("referred", ()), *filter(None, [fields.get("authority")])]
        line = replace(line, authorities=tuple(dict.fromkeys((*line.authorities, *named))))
        if kind in {"pass", "close"}:
            line = replace(line, closed=today)
        return replace(line, outcome=fields.get("outcome", line.outcome))

    def _entry(self, line: Line) -> Entry:
        key = self._directory().content.register
        sealed = register.seal_entry(
            key.kem, self.context.portal, key.id, line, self.me, self.identity.signing
        )
        return Entry(key.id, sealed.sealed)
