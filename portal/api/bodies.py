"""What each address takes, field by field, and how it becomes a value of the services."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, model_validator

from portal.api.fields import (
    Body,
    Bytes32,
    Code,
    CredentialId,
    Envelope,
    Epoch,
    Id,
    Kem,
    LargeEnvelope,
    Number,
    Said,
    Sealed,
    SealedKey,
    Signed,
    Strict,
)
from portal.services import values
from portal.services.doors import access
from portal.services.signing_in import first_factor, sign_in
from portal.services.signing_in.attestation import Assertion, Registration
from portal.services.staff import absences, enrolment
from portal.services.staff.enrolment import Way

Role = Literal["facilitator", "helper", "coach", "coordinator"]
RosterRole = Literal["asker", "facilitator", "helper", "coach", "archive"]
Purpose = Literal["case", "notes"]
T = TypeVar("T")
Pages = Annotated[list[Id], Field(max_length=400)]


def _require_one(body: T, *given: object) -> T:
    if sum(one is not None for one in given) != 1:
        raise ValueError("one second factor, no more and no less")
    return body


class CasePath(Body):
    case: Id


class PagePath(Body):
    case: Id
    page: Id


class MessagePath(Body):
    case: Id
    message: Id


class IdPath(Body):
    id: Id


class VersionPath(Body):
    version: Annotated[int, Field(ge=1, le=2**31 - 1)]


class YearPath(Body):
    year: Annotated[int, Field(ge=2000, le=2200)]


class Participant(Body):
    id: Id
    role: RosterRole

    def value(self) -> values.Named:
        return values.Named(self.id, self.role)


class KeyFor(Body):
    recipient: Id
    epoch: Epoch
    purpose: Purpose
    sealed: SealedKey

    def value(self) -> values.KeyFor:
        return values.KeyFor(self.recipient, self.epoch, self.purpose, self.sealed)


Participants = Annotated[list[Participant], Field(max_length=200)]
Keys = Annotated[list[KeyFor], Field(max_length=4000)]


class Entry(Body):
    key: Id
    sealed: Sealed

    def value(self) -> values.Entry:
        return values.Entry(self.key, self.sealed)


class Question(Body):
    id: Id
    envelope: Envelope


class Mailbox(Body):
    id: Id
    locator: Bytes32
    login: Bytes32
    seed: Envelope
    state: Envelope

    def value(self) -> values.NewMailbox:
        return values.NewMailbox(self.id, self.locator, self.login, self.seed, self.state)


class Genesis(Body):
    """A whole first submission; `mailbox` null adds it to the mailbox that is signed in.

    `archive`: id of the archive key that the case key was sealed to, as the directory has it.
    """

    roster: Envelope
    participants: Participants
    keys: Keys
    message: Question
    pages: Pages
    register_: Annotated[Entry, Field(alias="register")]
    archive: Id
    mailbox: Mailbox | None

    def value(self, case: bytes) -> values.Genesis:
        return values.Genesis(
            case=case,
            roster=self.roster,
            participants=tuple(one.value() for one in self.participants),
            keys=tuple(one.value() for one in self.keys),
            message_id=self.message.id,
            message=self.message.envelope,
            pages=tuple(self.pages),
            register=self.register_.value(),
            archive=self.archive,
            mailbox=self.mailbox.value() if self.mailbox else None,
        )


class NewMessage(Body):
    envelope: Envelope
    pages: Pages
    register_: Annotated[Entry | None, Field(alias="register")]

    def value(self, path: MessagePath) -> values.NewMessage:
        register = self.register_.value() if self.register_ else None
        return values.NewMessage(
            path.case, path.message, self.envelope, tuple(self.pages), register
        )


class SetAside(Body):
    register_: Annotated[Entry, Field(alias="register")]


class NewRoster(Body):
    number: Annotated[int, Field(strict=True, ge=1, le=2**31 - 1)]
    envelope: Envelope
    epoch: Epoch
    # Always true: the first roster of the staff makes the notes key, and it stays.
    notes: Literal[True]
    participants: Participants
    keys: Keys

    def value(self, case: bytes) -> values.NewRoster:
        return values.NewRoster(
            case=case,
            number=self.number,
            envelope=self.envelope,
            epoch=self.epoch,
            participants=tuple(one.value() for one in self.participants),
            keys=tuple(one.value() for one in self.keys),
        )


class Credentials(Body):
    locator: Bytes32
    login: Bytes32


class NewPasskey(Body):
    """What `navigator.credentials.create()` gave."""

    credential: CredentialId
    client_data: Said
    attestation: Said

    def value(self, origin: str) -> Registration:
        return Registration(self.credential, self.client_data, self.attestation, origin)


class PasskeyAnswer(Body):
    """What `navigator.credentials.get()` gave."""

    credential: CredentialId
    client_data: Said
    authenticator_data: Said
    signature: Said

    def value(self, origin: str) -> Assertion:
        return Assertion(
            self.credential, self.client_data, self.authenticator_data, self.signature, origin
        )


class StaffCredentials(Credentials):
    """One second factor. `code`: six digits, or a reset code as base64url; `new_passkey` after one."""

    code: Annotated[str | None, Field(pattern=r"^([0-9]{6}|[A-Za-z0-9_-]{43})$")] = None
    passkey: PasskeyAnswer | None = None
    new_passkey: NewPasskey | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        return _require_one(self, self.code, self.passkey, self.new_passkey)

    def proof(self, origin: str) -> sign_in.Proof:
        given = self.passkey or self.new_passkey
        return given.value(origin) if given else self.code or ""


class AccessWord(Body):
    word: Annotated[str, Field(min_length=1, max_length=access.LONGEST_WORD)]


class State(Body):
    number: Number
    envelope: Envelope


class Opening(Body):
    locator: Bytes32
    login: Bytes32
    seed: Envelope

    def way(self) -> Way:
        return Way(self.locator, self.login, self.seed)


class NewCredentials(Opening):
    recovery: Opening | None


class _Joining(Opening):
    member: Id
    kem: Kem
    sign: Bytes32
    recovery: Opening
    state: Envelope
    totp_code: Code | None = None
    passkey: NewPasskey | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        return _require_one(self, self.totp_code, self.passkey)

    def proof(self, origin: str) -> first_factor.Proof:
        return self.passkey.value(origin) if self.passkey else self.totp_code or ""

    def joining(self, mac: bytes) -> enrolment.Enrolment:
        return enrolment.Enrolment(
            self.member, self.kem, self.sign, mac, self.way(), self.recovery.way(), self.state
        )


class Enrolment(_Joining):
    mac: Bytes32

    def value(self) -> enrolment.Enrolment:
        return self.joining(self.mac)


class SealedSeed(Body):
    member: Id
    sealed: SealedKey


class RegisterKey(Body):
    id: Id
    seeds: Annotated[list[SealedSeed], Field(max_length=100)]


class SetupToken(Body):
    token: Id


class Setup(_Joining):
    token: Id
    organisation_key: Bytes32
    sealed_organisation: SealedKey
    register_: Annotated[RegisterKey, Field(alias="register")]
    directory: Signed
    freshness: Signed | None

    def value(self) -> enrolment.FirstSetup:
        key = self.register_.id
        return enrolment.FirstSetup(
            enrolment=self.joining(b""),
            organisation_key=self.organisation_key,
            sealed_organisation=self.sealed_organisation,
            register_seeds=tuple((key, seed.member, seed.sealed) for seed in self.register_.seeds),
            directory=self.directory,
            freshness=self.freshness,
        )


Name = Annotated[str, Field(min_length=1, max_length=200)]


class Invitation(Body):
    """Names and functions of staff are public: they stand in the directory."""

    id: Id
    person: Id
    role: Role
    name: Name
    function: Annotated[str, Field(max_length=200)]
    mac: Bytes32

    def value(self) -> enrolment.Offer:
        return enrolment.Offer(self.id, self.person, self.role, self.name, self.function, self.mac)


class KeyedSeed(Body):
    key: Id
    member: Id
    sealed: SealedKey


class Directory(Body):
    version: Annotated[int, Field(strict=True, ge=2, le=2**31 - 1)]
    directory: Signed
    freshness: Signed | None = None
    register_seeds: Annotated[list[KeyedSeed], Field(max_length=1000)] | None = None


class Freshness(Body):
    freshness: Signed


class ResetCode(Body):
    code_hash: Bytes32


class OpenWithOne(Body):
    allowed: Strict


class Digits(Body):
    code: Code


class Nothing(Body):
    """An empty object."""


class CheckpointBody(Body):
    number: Annotated[int, Field(strict=True, ge=1, le=2**32 - 1)]
    row: Annotated[int, Field(strict=True, ge=20000101, le=29991231)]
    envelope: LargeEnvelope


class Sealing(Body):
    member: Id
    sealed: Sealed


class Aggregates(Body):
    recipients: Annotated[list[Sealing], Field(max_length=100)]


class Template(Body):
    number: Epoch
    envelope: Envelope


class AbsenceBody(Body):
    first: date
    last: date
    cover: Id | None
    signed: Signed

    def value(self, ident: bytes) -> absences.NewAbsence:
        return absences.NewAbsence(ident, self.first, self.last, self.cover, self.signed)


class ReportBody(Body):
    signed: Signed


class Presented(Body):
    day: date


class Language(Body):
    language: Literal["nl", "fr", "en"] | None = None


class Span(Body):
    """Years, both included."""

    from_: Annotated[int, Field(alias="from", ge=2000, le=2200)]
    to: Annotated[int, Field(ge=2000, le=2200)]


class RegisterQuery(Body):
    from_: Annotated[int, Field(alias="from", ge=20000101, le=29991231)] = 20000101
    next: Annotated[str | None, Field(max_length=80)] = None


class CaseQuery(Body):
    # "true": a browser puts keys in order by itself, and nobody is looking.
    unseen: Literal["true", "false"] = "false"


class QueueQuery(Body):
    keys: Literal["true", "false"] = "true"


class JournalQuery(Body):
    case: Id | None = None


class Archive(Body):
    """`carry`: open cases that go over to the next year."""

    year: Annotated[int, Field(strict=True, ge=2000, le=2200)]
    carry: Annotated[list[Id], Field(max_length=10_000)]


class YearQuery(Body):
    year: Annotated[int, Field(ge=2000, le=2200)]


class Notice(Body):
    """Where a member of staff wants the daily notice."""

    address: Annotated[str, Field(max_length=200)] | None
