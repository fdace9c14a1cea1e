"""A case as one participant sees it, and what that participant may add to it (sections 5 to 7).

Pure: bytes come in as the server gave them, bytes come out to be sent to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from crypto import roster as rosters
from crypto import shape, thread
from crypto.directory import Directories, Directory, Named
from crypto.encoding import ARCHIVE, ASKER, ID_BYTES, sha256
from crypto.errors import CaseRefused, NotAllowed
from crypto.roles import CASEWORK, FACILITATOR, HANDLERS
from crypto.roster import Participant, Roster
from crypto.secret import envelope, keys
from crypto.secret.hpke import KemKey
from crypto.secret.identity import Identity, SigningKey
from crypto.secret.kdf import KEY_BYTES, Entropy, random_bytes
from crypto.secret.pages import (
    PAGE,
    NewAttachment,
    PageImage,
    SealedPage,
    open_page,
    seal_page,
)
from crypto.secret.walk import (
    FetchedCase,
    Place,
    Refusal,
    SealedKey,
    Walked,
    message_context,
    open_thread,
    walk,
)
from crypto.structure import Header
from crypto.thread import CASE_THREAD, KINDS, NOTES_THREAD, Attachment, Body, Link, Message

__all__ = [
    "CaseView",
    "Composed",
    "ComposedRoster",
    "FetchedCase",
    "Genesis",
    "KeyFor",
    "LastSeen",
    "NewAttachment",
    "PageImage",
    "Refusal",
    "SealedKey",
    "begin_case",
]


@dataclass(frozen=True, slots=True)
class LastSeen:
    """What a person's sealed state remembers of a case: the last roster and the ids read."""

    roster: Named
    read: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class KeyFor:
    """A key sealed to one participant, for the server to hand out."""

    recipient: bytes
    epoch: int
    purpose: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Composed:
    """A message ready to be sent. `after` is the case once the server has taken it.

    Keep these bytes until they are acknowledged: the same id must never have other bytes.
    """

    id: bytes
    kind: str
    thread: str
    envelope: bytes
    pages: tuple[SealedPage, ...]
    after: "CaseView"


@dataclass(frozen=True, slots=True)
class ComposedRoster:
    """A roster ready to be sent, with the keys it hands out. `after` as in `Composed`."""

    id: bytes
    roster: Roster
    envelope: bytes
    keys: tuple[KeyFor, ...]
    after: "CaseView"


@dataclass(frozen=True, slots=True)
class Genesis:
    """A new case, whole: the server stores all of it or nothing."""

    case: bytes
    roster: ComposedRoster
    question: Composed


@dataclass(frozen=True, slots=True)
class CaseView:
    """A verified case in one participant's eyes.

    `rosters` and the keys are all that this participant may open; `messages` and `notes` stand in
    the thread's order; `refused` and `missing` (ids) must be told to the person. `kept_out` holds
    the persons whom the asker keeps out.
    """

    place: Place
    walked: Walked
    messages: tuple[Message, ...]
    notes: tuple[Message, ...]
    refused: tuple[Refusal, ...]
    missing: tuple[bytes, ...]
    kept_out: frozenset[bytes]
    _signing: SigningKey | None = field(repr=False, compare=False)

    @classmethod
    def open(
        cls,
        identity: Identity | KemKey,
        me: bytes,
        portal: bytes,
        case: bytes,
        fetched: FetchedCase,
        directories: Directories,
        last_seen: LastSeen | None = None,
    ) -> Self:
        """Verify and open a case as participant `me`: `ASKER`, a member id, or `ARCHIVE`.

        The archive is opened by its `KemKey` and only read. Raises `CaseRefused` when the rosters,
        a case key or the question do not hold; `DirectoryUnknown` when a directory version is to
        be fetched first.
        """
        opener = identity if isinstance(identity, KemKey) else identity.kem
        signing = None if isinstance(identity, KemKey) else identity.signing
        place = Place(portal, case, me, directories)
        walked = walk(place, opener, fetched)
        _require_own_mailbox(me, signing, walked)
        _require_not_older(walked, last_seen)
        messages = open_thread(place, walked, CASE_THREAD, fetched.messages)
        kept_out = _kept_out_by(messages.messages)
        rosters.check_kept_out(walked.rosters, kept_out, directories)
        # The asker has no notes key; whatever is put among the asker's notes is not looked at.
        untrusted_notes = () if me == ASKER else fetched.notes
        notes = open_thread(place, walked, NOTES_THREAD, untrusted_notes)
        read = last_seen.read if last_seen else frozenset()
        gone = {*messages.missing, *notes.missing, *(read - messages.given - notes.given)}
        return cls(
            place,
            walked,
            messages.messages,
            notes.messages,
            walked.refused + messages.refused + notes.refused,
            tuple(sorted(gone)),
            kept_out,
            signing,
        )

    @property
    def roster(self) -> Roster:
        return self.walked.rosters[-1]

    @property
    def epoch(self) -> int:
        return self.roster.epoch

    @property
    def role(self) -> str:
        """The role of whoever looks, in the last roster."""
        return self._own_entry().role

    @property
    def question(self) -> Message:
        return next(message for message in self.messages if message.kind == "question")

    @property
    def departed(self) -> tuple[bytes, ...]:
        """Participants to be removed: they stepped aside or are no longer with the staff."""
        aside = {m.writer for m in self.messages if (m.kind, m.epoch) == ("recuse", self.epoch)}
        current = self.place.directories.current
        staff = {m.id for m in current.active(*HANDLERS)}
        return tuple(p.id for p in self.roster.staff() if p.id in aside or p.id not in staff)

    def now_seen(self) -> LastSeen:
        """Give what the person's state is to remember after this look."""
        return LastSeen(self.roster.named, frozenset(m.id for m in (*self.messages, *self.notes)))

    def open_page(self, message: Message, page: Link, untrusted_envelope: bytes) -> PageImage:
        """Open a page that a message of this view names; raise `Unsealable`."""
        header = self._header(page.id, PAGE, message.epoch, message.writer)
        key = self.walked.case_keys[message.epoch]
        return open_page(key, header, page.hash, untrusted_envelope)

    # --- writing ---------------------------------------------------------------------------------

    def compose(
        self,
        kind: str,
        text: str = "",
        fields: Mapping[str, Any] | None = None,
        attachments: Iterable[NewAttachment] = (),
        entropy: Entropy = random_bytes,
    ) -> Composed:
        """Write a message or note of a kind of the table in section 7, with that kind's fields.

        Raises `NotAllowed` when the role may not write it or the notes key is not there yet,
        `Malformed` for fields or a text that the kind does not have.
        """
        table = KINDS[kind]
        if self.role not in table.writers or (kind == "question") is bool(self.messages):
            raise NotAllowed(f"{self.role} may not write {kind} here")
        key = self.walked.keys_of(table.thread).get(self.epoch)
        if key is None:
            raise NotAllowed("no notes key in this epoch: compose a roster first")
        before = self.messages if table.thread == CASE_THREAD else self.notes
        named, pages = self._seal_attachments(attachments, entropy)
        body = Body(
            thread.next_counter(before, self.place.me),
            self.roster.named,
            thread.heads_of(before),
            named,
            text,
            shape.plain(fields or {}),
        )
        return self._seal_message(kind, key, body, pages, entropy)

    def compose_roster(
        self,
        adding: Iterable[bytes] = (),
        removing: Iterable[bytes] = (),
        entropy: Entropy = random_bytes,
    ) -> ComposedRoster:
        """Change who takes part, by member ids; with nobody, only make the first notes key.

        Removing anyone begins a new epoch. Everyone added gets the keys of every epoch. The
        directory named is the current one. Raises `NotAllowed` for what the rules of section 6
        would refuse, somebody kept out included.
        """
        if self.role not in CASEWORK:
            raise NotAllowed(f"{self.role} may not change who takes part")
        gone = frozenset(removing)
        if not gone <= {p.id for p in self.roster.staff()}:
            raise NotAllowed("somebody to remove who is not of the staff of this case")
        try:
            after = self._changed_keys(frozenset(adding), gone, entropy)
        except CaseRefused as error:
            raise NotAllowed(str(error)) from error
        return self._seal_roster(after, entropy)

    def _changed_keys(
        self, adding: frozenset[bytes], removing: frozenset[bytes], entropy: Entropy
    ) -> Walked:
        """Give rosters and keys as they will be, checked by the rules that readers hold them to."""
        directories = self.place.directories
        roster = rosters.changed(self.roster, directories.current, self.place.me, adding, removing)
        case_keys, notes_keys = dict(self.walked.case_keys), dict(self.walked.notes_keys)
        if removing:
            roster = replace(roster, epoch=roster.epoch + 1)
            case_keys[roster.epoch] = entropy(KEY_BYTES)
        if removing or roster.notes is None:
            notes_keys[roster.epoch] = entropy(KEY_BYTES)
        if not {r.epoch for r in self.walked.rosters if r.notes} <= notes_keys.keys():
            raise CaseRefused("a notes key is withheld, so it cannot be handed on")
        roster = replace(
            roster,
            case=keys.commit(case_keys[roster.epoch], keys.CASE),
            notes=keys.commit(notes_keys[roster.epoch], keys.NOTES),
        )
        rosters.signer_of(roster, self.walked.rosters, directories)
        rosters.check(roster, self.walked.rosters, directories)
        rosters.check_kept_out([roster], self.kept_out, directories)
        return Walked((*self.walked.rosters, roster), case_keys, notes_keys)

    def _seal_roster(self, after: Walked, entropy: Entropy) -> ComposedRoster:
        roster = after.rosters[-1]
        header = self._header(entropy(ID_BYTES), "roster", roster.epoch, self.place.me)
        content = self._author().sign("roster", header.encode(), roster.body())
        sealed = envelope.seal(after.case_keys[roster.epoch], header, content, entropy)
        roster = Roster.parse(content, roster.author)
        walked = replace(after, rosters=(*after.rosters[:-1], roster))
        handed_out = tuple(_hand_out(self.place, self.walked, walked))
        view = replace(self, walked=walked)
        return ComposedRoster(header.id, roster, sealed, handed_out, view)

    def _seal_attachments(
        self, attachments: Iterable[NewAttachment], entropy: Entropy
    ) -> tuple[tuple[Attachment, ...], tuple[SealedPage, ...]]:
        named: list[Attachment] = []
        pages: list[SealedPage] = []
        for attachment in attachments:
            sealed = [self._seal_page(page, entropy) for page in attachment.pages]
            links = tuple(Link(page.id, sha256(page.envelope)) for page in sealed)
            named.append(Attachment(attachment.family, links))
            pages += sealed
        return tuple(named), tuple(pages)

    def _seal_page(self, page: PageImage, entropy: Entropy) -> SealedPage:
        header = self._header(entropy(ID_BYTES), PAGE, self.epoch, self.place.me)
        return seal_page(self.walked.case_keys[self.epoch], header, page, entropy)

    def _seal_message(
        self, kind: str, key: bytes, body: Body, pages: tuple[SealedPage, ...], entropy: Entropy
    ) -> Composed:
        encoded = body.encode()
        trusted = thread.parse_body(encoded, kind)  # what a reader would refuse is never sent
        header = self._header(entropy(ID_BYTES), kind, self.epoch, self.place.me)
        name = KINDS[kind].thread
        content = self._author().sign("message", message_context(header, key, name), encoded)
        sealed = envelope.seal(key, header, content, entropy)
        message = Message(
            header.id,
            kind,
            self.place.me,
            self.role,
            self.epoch,
            sha256(sealed),
            trusted.counter,
            trusted.roster,
            trusted.seen,
            trusted.attachments,
            trusted.text,
            trusted.fields,
        )
        return Composed(header.id, kind, name, sealed, pages, self._with(message, name))

    def _with(self, message: Message, thread_name: str) -> "CaseView":
        if thread_name == NOTES_THREAD:
            return replace(self, notes=(*self.notes, message))
        return replace(self, messages=(*self.messages, message))

    def _header(self, ident: bytes, kind: str, epoch: int, writer: bytes) -> Header:
        return Header(self.place.portal, self.place.case, epoch, ident, writer, kind)

    def _own_entry(self) -> Participant:
        return next(p for p in self.roster.participants if p.id == self.place.me)

    def _author(self) -> SigningKey:
        if self._signing is None:
            raise NotAllowed("the archive only reads")
        return self._signing


def begin_case(
    asker: Identity,
    portal: bytes,
    directory: Directory,
    text: str,
    fields: Mapping[str, Any],
    attachments: Iterable[NewAttachment] = (),
    entropy: Entropy = random_bytes,
) -> Genesis:
    """Ask a question: a new case with its first roster and its first message.

    `fields` are the question's: `excluded` (person ids, sorted as bytes), `kind`, `name`,
    `urgent`. Raises
    `NotAllowed` when nobody could receive it because every facilitator is kept out, `Malformed`
    for fields that are not a question's.
    """
    case, key = entropy(ID_BYTES), entropy(KEY_BYTES)
    kept_out = frozenset(KINDS["question"].fields(shape.plain(fields))["excluded"])
    if all(m.person in kept_out for m in directory.active(FACILITATOR)):
        raise NotAllowed("every facilitator is kept out: nobody could receive the question")
    first = Roster(
        number=0,
        previous=None,
        epoch=0,
        case=keys.commit(key, keys.CASE),
        notes=None,
        directory=directory.named,
        participants=rosters.participants_at_first(asker.public, directory, kept_out),
        asker=asker.public,
        author=ASKER,
    )
    place = Place(portal, case, ASKER, Directories(directory, {}))
    nothing = Walked((), {}, {})
    empty = CaseView(place, nothing, (), (), (), (), kept_out, asker.signing)
    roster = empty._seal_roster(Walked((first,), {0: key}, {}), entropy)  # noqa: SLF001 - ours
    question = roster.after.compose("question", text, fields, attachments, entropy)
    return Genesis(case, roster, question)


def _require_own_mailbox(me: bytes, signing: SigningKey | None, walked: Walked) -> None:
    asker = walked.rosters[0].asker
    if me == ASKER and (signing is None or asker is None or asker.sign != signing.public):
        raise CaseRefused("a case of another mailbox")


def _require_not_older(walked: Walked, last_seen: LastSeen | None) -> None:
    if last_seen is None:
        return
    seen = last_seen.roster
    if seen.number >= len(walked.rosters) or walked.rosters[seen.number].hash != seen.hash:
        raise CaseRefused("rosters older than those seen before, or others")


def _kept_out_by(messages: Iterable[Message]) -> frozenset[bytes]:
    question = next((message for message in messages if message.kind == "question"), None)
    if question is None:
        raise CaseRefused("no question that holds: whom it keeps out is not known")
    return frozenset(question.fields["excluded"])


def _hand_out(place: Place, before: Walked, after: Walked) -> Iterable[KeyFor]:
    """Seal new keys to everybody who is to have them, and all keys to whoever is new."""
    known = {p.id for p in before.rosters[-1].participants} if before.rosters else set()
    for participant in after.rosters[-1].participants:
        owed = _keys_owed(participant, before if participant.id in known else None, after)
        public = _kem_key_of(participant, place, after) if owed else b""
        for (purpose, epoch), key in owed.items():
            where = keys.KeyPlace(place.portal, place.case, epoch, participant.id, purpose)
            sealed = keys.seal_to(public, where, key)
            yield KeyFor(participant.id, epoch, purpose, sealed)


def _keys_owed(
    participant: Participant, before: Walked | None, after: Walked
) -> dict[tuple[str, int], bytes]:
    """Give the keys, by purpose and epoch, that a participant is to have and has not."""
    purposes = (keys.CASE,) if participant.id == ASKER else (keys.CASE, keys.NOTES)
    return {
        (purpose, epoch): key
        for purpose in purposes
        for epoch, key in after.keys_of(purpose).items()
        if before is None or epoch not in before.keys_of(purpose)
    }


def _kem_key_of(participant: Participant, place: Place, walked: Walked) -> bytes:
    """Give the raw key behind a participant's hash, and make sure that it is."""
    first, last = walked.rosters[0], walked.rosters[-1]
    public = _published_key(participant, place.directories, first, last)
    if sha256(public) != participant.kem:
        raise NotAllowed("a participant whose key in the directory is another one")
    return public


def _published_key(
    participant: Participant, directories: Directories, first: Roster, last: Roster
) -> bytes:
    if participant.id == ASKER:
        return first.asker.kem if first.asker else b""
    if participant.id == ARCHIVE:
        return directories.at(first.directory).content.archive.kem
    member = directories.at(last.directory).member(participant.id)
    return member.kem if member else b""
