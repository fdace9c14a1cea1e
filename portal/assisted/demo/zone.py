"""Founding the made-up zone: its keys, its staff and their ways in, as their browsers would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyotp

from crypto.directory import ArchiveKey, Content, Directory, Member, RegisterKey
from crypto.encoding import ID_BYTES, from_b64
from crypto.roles import COACH, COORDINATOR, FACILITATOR, HELPER
from crypto.secret import directory as signing
from crypto.secret import kdf, register
from crypto.secret import state as sealing
from crypto.secret.enrolment import Code
from crypto.secret.enrolment import Offer as Offered
from crypto.secret.hpke import KemKey
from crypto.secret.identity import Identity, SigningKey, wrap_seed
from crypto.secret.state import State
from crypto.words import words_of
from portal.assisted import people
from portal.services.context import Context
from portal.services.staff import enrolment, staffing
from portal.services.staff.enrolment import Enrolment, FirstSetup, Offer, Way
from portal.services.staff.staffing import NewDirectory
from portal.services.values import Actor


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody whom the demonstration plays; `login` is the name they sign in with."""

    key: str
    login: str
    name: str
    function: str
    role: str


CAST = (
    Role("facilitator", "els", "Els Vermeulen", "beleidsadviseur", FACILITATOR),
    Role("second", "joris", "Joris Claes", "beleidsadviseur personeel", FACILITATOR),
    Role("helper", "sofie", "Sofie Lemmens", "administratief medewerker", HELPER),
    Role("coach-1", "nadia", "Nadia El Amrani", "inspecteur, wijkwerking", COACH),
    Role("coach-2", "tom", "Tom Wauters", "consulent, planning", COACH),
    Role("coordinator", "karin", "Karin De Smet", "strategisch adviseur", COORDINATOR),
)


@dataclass(frozen=True, slots=True)
class Played:
    """A member of staff with everything that their own browser and paper would hold."""

    cast: Role
    id: bytes
    person: bytes
    seed: bytes = field(repr=False)
    passphrase: str = field(repr=False)
    recovery: bytes = field(repr=False)
    totp: str = field(repr=False)

    @property
    def identity(self) -> Identity:
        return Identity.from_seed(self.seed)

    @property
    def actor(self) -> Actor:
        return Actor("staff", self.id, self.cast.role)

    def member(self) -> Member:
        keys = self.identity.public
        told = self.cast
        return Member(
            id=self.id,
            person=self.person,
            name=told.name,
            function=told.function,
            role=told.role,
            kem=keys.kem,
            sign=keys.sign,
            active=True,
        )


@dataclass(frozen=True, slots=True)
class Zone:
    """The whole zone; the three offline secrets would be on paper."""

    staff: dict[str, Played]
    recovery_words: str
    archive_words: str
    register_seed: bytes = field(repr=False)


def found(context: Context, setup_token: str) -> Zone:
    """Set the portal up and enrol everybody. `setup_token` is from `founding.found`."""
    making = _Making(context)
    first = making.set_up(from_b64(setup_token), CAST[0])
    others = [making.invite_and_enrol(first, told) for told in CAST[1:]]
    making.publish(first, others)
    return Zone(
        {one.cast.key: one for one in (first, *others)},
        words_of(making.recovery_seed),
        words_of(making.archive_seed),
        making.register_seed,
    )


def vouch(context: Context, zone: Zone) -> None:
    """A facilitator's browser says today that the directory is the newest."""
    by, newest = zone.staff["facilitator"], people.genuine(context)
    signing_key = by.identity.signing
    statement = signing.vouch(signing_key, context.portal, newest.named, by.id, context.today())
    staffing.vouch(context, statement)


class _Making:
    """The keys that the first facilitator's browser makes once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.portal = context.portal
        self.recovery_seed, self.archive_seed, self.register_seed = (
            context.randomness(kdf.KEY_BYTES) for _ in range(3)
        )
        self.organisation_seed = context.randomness(kdf.KEY_BYTES)
        self.organisation = SigningKey.from_seed(self.organisation_seed)
        self.register = RegisterKey(self._id(), KemKey.from_seed(self.register_seed).public)
        archive = KemKey.from_seed(self.archive_seed).public
        self.archive = ArchiveKey(self._id(), archive, context.today().year)
        self.directory: Directory | None = None

    def _id(self) -> bytes:
        return self.context.randomness(ID_BYTES)

    def _played(self, told: Role, person: bytes, totp: str) -> Played:
        return Played(
            told,
            self._id(),
            person,
            self.context.randomness(kdf.KEY_BYTES),
            kdf.passphrase(kdf.STAFF_WORDS, entropy=self.context.randomness),
            self.context.randomness(kdf.CODE_BYTES),
            totp,
        )

    def _code(self, totp: str) -> str:
        return pyotp.TOTP(totp).at(int(self.context.seconds()))

    def _enrolment(self, one: Played, newest: Directory, mac: bytes) -> Enrolment:
        keys = one.identity.public
        state = State(self.organisation.public, newest.named, {}, {})
        return Enrolment(
            member=one.id,
            kem=keys.kem,
            sign=keys.sign,
            mac=mac,
            passphrase=self._way(
                one, kdf.credentials(self.portal, kdf.STAFF, one.cast.login, one.passphrase)
            ),
            recovery=self._way(one, kdf.recovery_credentials(one.recovery)),
            state=sealing.seal(one.identity, self.portal, one.id, 0, state),
        )

    def _way(self, one: Played, given: kdf.Credentials) -> Way:
        wrapped = wrap_seed(given.wrapping, self.portal, one.id, one.seed, writer=one.id)
        return Way(given.locator, given.login, wrapped)

    def set_up(self, token: bytes, told: Role) -> Played:
        totp = enrolment.begin_setup(self.context, token)[0].secret
        first = self._played(told, self._id(), totp)
        self.directory = self._first_directory(first)
        sealed = signing.seal_organisation_seed(
            KemKey.from_seed(self.recovery_seed).public,
            self.portal,
            self.organisation.public,
            self.organisation_seed,
        )
        new = FirstSetup(
            enrolment=self._enrolment(first, self.directory, b""),
            organisation_key=self.organisation.public,
            sealed_organisation=sealed,
            register_seeds=(self._register_seed_for(first),),
            directory=self.directory.signed,
            freshness=self._vouched(first),
        )
        enrolment.set_up(self.context, token, new, self._code(totp))
        return first

    def _appoint(self, one: Played, serial: int) -> bytes:
        day = self.context.today()
        return signing.appoint(self.organisation, self.portal, one.member(), day, serial)

    def _first_directory(self, first: Played) -> Directory:
        content = Content(
            version=1,
            history=(),
            author=first.id,
            day=self.context.today(),
            organisation=self.organisation.public,
            credentials=(self._appoint(first, 0),),
            members=(first.member(),),
            archive=self.archive,
            register=self.register,
        )
        return signing.sign(first.identity.signing, self.portal, content)

    def _vouched(self, by: Played) -> bytes:
        assert self.directory  # noqa: S101 - made a line before
        return signing.vouch(
            by.identity.signing, self.portal, self.directory.named, by.id, self.context.today()
        )

    def _register_seed_for(self, one: Played) -> tuple[bytes, bytes, bytes]:
        sealed = register.seal_key_to(
            one.identity.public.kem, self.portal, self.register.id, one.id, self.register_seed
        )
        return self.register.id, one.id, sealed

    def invite_and_enrol(self, first: Played, told: Role) -> Played:
        """Both browsers' halves of an enrolment."""
        code = Code.make(self.context.randomness)
        offer = self._offer(code, told)
        enrolment.invite(self.context, first.actor, offer)
        totp = enrolment.begin_enrolment(self.context, offer.id)[0].secret
        one = self._played(told, offer.person, totp)
        assert self.directory  # noqa: S101 - made by `set_up`
        reply = code.reply_mac(self.portal, one.id, one.identity.public)
        new = self._enrolment(one, self.directory, reply)
        enrolment.enrol(self.context, offer.id, new, self._code(totp))
        return one

    def _offer(self, code: Code, told: Role) -> Offer:
        person = self._id()
        texts = (told.role, told.name, told.function)
        mac = code.offer_mac(self.portal, Offered(self.organisation.public, person, *texts))
        return Offer(code.invite_id, person, *texts, mac)

    def publish(self, first: Played, others: Iterable[Played]) -> None:
        """The second directory version, with everybody in it."""
        assert self.directory  # noqa: S101 - made by `set_up`
        others = list(others)
        facilitators = [one for one in others if one.cast.role == FACILITATOR]
        credentials = [self._appoint(one, serial) for serial, one in enumerate(facilitators, 1)]
        content = signing.next_content(
            self.directory,
            first.id,
            self.context.today(),
            members=(*self.directory.content.members, *(one.member() for one in others)),
            credentials=(*self.directory.content.credentials, *credentials),
        )
        self.directory = signing.sign(first.identity.signing, self.portal, content)
        seeds = tuple(self._register_seed_for(one) for one in facilitators)
        new = NewDirectory(2, self.directory.signed, self._vouched(first), seeds)
        staffing.publish(self.context, first.actor, new)


def codes(secrets: Iterable[str]) -> list[str]:
    """The six digits that are good now."""
    return [pyotp.TOTP(secret).now() for secret in secrets]
