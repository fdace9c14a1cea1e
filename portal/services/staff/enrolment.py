"""Becoming a member: by the one-time link for the very first, by an invitation for the others."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from crypto import directory as directories
from crypto import signed
from crypto.encoding import ARCHIVE, ASKER
from crypto.errors import ProtocolError
from crypto.roles import COACH, COORDINATOR, FACILITATOR, HELPER
from portal.models.instance import Instance
from portal.models.staff import Directory, Invitation, Member, Opening, RegisterSeed
from portal.services.context import Context
from portal.services.errors import (
    Already,
    Different,
    Forbidden,
    Malformed,
    Stale,
    Unknown,
    WrongCode,
)
from portal.services.keeping import at_rest, ids, journal, lapse, places
from portal.services.keeping.places import Place
from portal.services.keeping.sameness import fingerprint
from portal.services.keeping.secrets import peppered
from portal.services.signing_in import first_factor, passkeys, second_factor
from portal.services.signing_in.first_factor import INVITED, SETUP, Factor, Proof
from portal.services.signing_in.passkeys import Offer as PasskeyOffer
from portal.services.signing_in.second_factor import Setup
from portal.services.values import Actor

ROLES = frozenset({FACILITATOR, HELPER, COACH, COORDINATOR})


@dataclass(frozen=True, slots=True)
class Way:
    """One way in: locator and login, and the seed wrapped for it."""

    locator: bytes
    login: bytes
    seed: bytes


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a joining browser sends. `mac` proves the invitation's code; empty at the setup."""

    member: bytes
    kem: bytes
    sign: bytes
    mac: bytes
    passphrase: Way
    recovery: Way
    state: bytes


@dataclass(frozen=True, slots=True)
class FirstSetup:
    """What the first facilitator's browser sends."""

    enrolment: Enrolment
    organisation_key: bytes
    sealed_organisation: bytes
    register_seeds: tuple[tuple[bytes, bytes, bytes], ...]  # key, member, sealed
    directory: bytes
    freshness: bytes | None


@dataclass(frozen=True, slots=True)
class Offer:
    """An invitation as the inviting browser makes it."""

    id: bytes
    person: bytes
    role: str
    name: str
    function: str
    mac: bytes


# --- the first facilitator ----------------------------------------------------------------------


def begin_setup(context: Context, token: bytes) -> tuple[Setup, PasskeyOffer]:
    """Second factors for the first facilitator to choose from; the same secret when asked again."""
    with context.database.write() as db:
        instance = _instance_of(context, db, token)
        key = at_rest.key_of(context, instance.portal)
        if instance.setup_second_factor is None:
            secret = second_factor.new_secret(context)
            instance.setup_second_factor = _cover(context, key, "setup", instance.portal, secret)
        else:
            secret = at_rest.uncover(key, "setup", instance.portal, instance.setup_second_factor)
    offer = passkeys.offer(context, SETUP, token, token)
    return second_factor.setup_of(context, secret), offer


def _instance_of(context: Context, db: Session, token: bytes) -> Instance:
    instance = db.scalars(select(Instance).with_for_update()).one()
    given = peppered(context.pepper, "staff", "setup", token)
    if instance.setup is None or not hmac.compare_digest(instance.setup, given):
        raise Unknown("this link is not, or no longer, good")
    return instance


def _cover(context: Context, key: bytes, what: str, place: bytes, secret: bytes) -> bytes:
    return at_rest.cover(key, what, place, secret, context.randomness(at_rest.NONCE_BYTES))


def set_up(context: Context, token: bytes, new: FirstSetup, proof: Proof) -> None:
    """Make the first facilitator, the directory and the organisation's key. Works once."""
    request = fingerprint(new)
    if _set_up_before(context, request):
        return
    checked = _check_first(context, new)
    _check_parts(context, new.enrolment)
    with context.database.write() as db:
        instance = _instance_of(context, db, token)
        if instance.setup_second_factor is None:
            raise WrongCode("ask for the second factor first")
        key = at_rest.key_of(context, instance.portal)
        secret = at_rest.uncover(key, "setup", instance.portal, instance.setup_second_factor)
        factor = first_factor.require(context, SETUP, token, new.enrolment.member, secret, proof)
        me = checked.member(new.enrolment.member)
        _add_member(context, db, new.enrolment, factor, me.person if me else b"", FACILITATOR)
        db.get_one(Member, new.enrolment.member).active = True
        _keep_first(context, db, instance, new)
        instance.setup_request, instance.setup, instance.setup_second_factor = request, None, None


def _set_up_before(context: Context, request: bytes) -> bool:
    with context.database.read() as db:
        return db.scalar(select(Instance.setup_request)) == request


def _check_first(context: Context, new: FirstSetup) -> directories.Directory:
    try:
        checked = directories.verify(new.directory, context.portal, new.organisation_key)
    except ProtocolError as error:
        raise Malformed("not a directory by this organisation key") from error
    me = checked.member(new.enrolment.member)
    if checked.version != 1 or me is None or len(checked.content.members) != 1:
        raise Malformed("the first directory holds the first facilitator alone")
    if (me.kem, me.sign) != (new.enrolment.kem, new.enrolment.sign):
        raise Malformed("a directory with other keys than the enrolment's")
    if {(key, member) for key, member, _ in new.register_seeds} != {
        (checked.content.register.id, me.id)
    }:
        raise Malformed("the register key is sealed to the first facilitator")
    return checked


def _keep_first(context: Context, db: Session, instance: Instance, new: FirstSetup) -> None:
    instance.organisation_key = new.organisation_key
    instance.sealed_organisation_key = places.check_sealed_key(new.sealed_organisation)
    instance.freshness = new.freshness
    db.add(Directory(version=1, signed=new.directory))
    for key, member, sealed in new.register_seeds:
        db.add(RegisterSeed(key=key, member=member, sealed=places.check_sealed_key(sealed)))
    act = journal.Act(context.today(), new.enrolment.member, "setup", new.enrolment.member)
    journal.append(db, journal.STAFF, act)


# --- members ------------------------------------------------------------------------------------


def _check_parts(context: Context, new: Enrolment) -> None:
    if new.member in {ASKER, ARCHIVE}:
        raise Malformed("an id that is not random")
    if len(new.kem) != directories.KEM_PUBLIC_BYTES or len(new.sign) != signed.PUBLIC_KEY_BYTES:
        raise Malformed("a public key of another size")
    for way in (new.passphrase, new.recovery):
        places.check_seed(way.seed, context.portal, new.member, new.member)
    state = Place(context.portal, None, 0, new.member, {"state"}, new.member)
    places.check_state(new.state, state, context.settings.limits.state)


def _add_member(
    context: Context, db: Session, new: Enrolment, factor: Factor, person: bytes, role: str
) -> None:
    ids.require_of_its_own(context, db, Member, new.member)
    key = at_rest.make_keys(context, new.member)[new.member]
    secret = factor.secret
    db.add(
        Member(
            id=new.member, person=person, role=role, active=False, number=0, state=new.state,
            second_factor=_cover(context, key, "second-factor", new.member, secret) if secret else b"",
        )
    )  # fmt: skip
    db.flush()
    if factor.passkey:
        ident = context.randomness(passkeys.ID_BYTES)
        passkeys.keep(context, db, new.member, key, ident, factor.passkey, factor.host)
    for what, way in (("passphrase", new.passphrase), ("recovery", new.recovery)):
        db.add(_opening(context, key, new.member, what, way))


def _opening(context: Context, key: bytes, member: bytes, what: str, way: Way) -> Opening:
    return Opening(
        locator=peppered(context.pepper, "staff", "locator", way.locator),
        member=member,
        what=what,
        login=peppered(context.pepper, "staff", "login", way.login),
        seed=_cover(context, key, "seed", member, way.seed),
    )


def change_ways(context: Context, actor: Actor, passphrase: Way, recovery: Way | None) -> None:
    """A new passphrase, and a new recovery code if one is given; the old ones open nothing more."""
    ways = {"passphrase": passphrase} | ({"recovery": recovery} if recovery else {})
    for way in ways.values():
        places.check_seed(way.seed, context.portal, actor.id, actor.id)
    key = at_rest.key_of(context, actor.id)
    try:
        with context.database.write() as db:
            for what, way in ways.items():
                db.execute(delete(Opening).where(Opening.member == actor.id, Opening.what == what))
                db.add(_opening(context, key, actor.id, what, way))
            act = journal.Act(context.today(), actor.id, "credentials", actor.id)
            journal.append(db, journal.STAFF, act)
    except IntegrityError as error:
        raise Stale("this name and passphrase are taken: choose others") from error


# --- invitations --------------------------------------------------------------------------------


def invite(context: Context, actor: Actor, offer: Offer) -> bool:
    """Keep an offer for whoever holds its code; True when it is new."""
    _require_facilitator(actor)
    if offer.role not in ROLES:
        raise Malformed("no such role")
    with context.database.write() as db:
        found = db.get(Invitation, offer.id)
        if found is not None:
            if (found.person, found.role, found.mac) != (offer.person, offer.role, offer.mac):
                raise Different("another invitation with this id")
            return False
        db.add(
            Invitation(
                id=offer.id, by=actor.id, person=offer.person, role=offer.role, name=offer.name,
                function=offer.function, mac=offer.mac, day=context.today(),
            )
        )  # fmt: skip
        journal.append(
            db, journal.STAFF, journal.Act(context.today(), actor.id, "invite", offer.person)
        )
        return True


def _require_facilitator(actor: Actor) -> None:
    if actor.role != FACILITATOR:
        raise Forbidden("only facilitators manage the staff")


def invitations(context: Context, actor: Actor) -> Sequence[Invitation]:
    _require_facilitator(actor)
    with context.database.read() as db:
        return db.scalars(select(Invitation).order_by(Invitation.day, Invitation.id)).all()


def cancel(context: Context, actor: Actor, invitation: bytes) -> None:
    """Take an offer back; an enrolment that waits for its directory goes too."""
    _require_facilitator(actor)
    with context.database.write() as db:
        found = db.get(Invitation, invitation)
        if found is None:
            raise Unknown("no such invitation")
        member = db.get(Member, found.member) if found.member else None
        waiting = member.id if member and not member.active else None
        if waiting:
            db.delete(member)
        db.delete(found)
        journal.append(
            db, journal.STAFF, journal.Act(context.today(), actor.id, "cancel", found.person)
        )
    if waiting:
        at_rest.destroy_keys(context, waiting)


def invitation(context: Context, ident: bytes) -> tuple[Invitation, bytes]:
    """The offer, and the organisation key that its mac covers; for the holder of its id only."""
    with context.database.read() as db:
        found = db.get(Invitation, ident)
        key = db.scalar(select(Instance.organisation_key))
    if found is None or key is None or _is_lapsed(context, found):
        raise Unknown("no such invitation, or it lapsed")
    return found, key


def _is_lapsed(context: Context, found: Invitation) -> bool:
    """Unused for too long. Who used theirs waits for a facilitator, however long that takes."""
    return found.member is None and not lapse.is_good(context, found.day)


def begin_enrolment(context: Context, ident: bytes) -> tuple[Setup, PasskeyOffer]:
    """Second factors for who was invited to choose from; the same secret when asked again."""
    key = at_rest.key_of(context, context.portal)
    with context.database.write() as db:
        found = db.get(Invitation, ident, with_for_update=True)
        if found is None or found.member is not None or _is_lapsed(context, found):
            raise Unknown("no such invitation, or it was used, or it lapsed")
        if found.second_factor is None:
            secret = second_factor.new_secret(context)
            found.second_factor = _cover(context, key, "invited", ident, secret)
        else:
            secret = at_rest.uncover(key, "invited", ident, found.second_factor)
        person = found.person
    offer = passkeys.offer(context, INVITED, ident, person)
    return second_factor.setup_of(context, secret), offer


def enrol(context: Context, ident: bytes, new: Enrolment, proof: Proof) -> bool:
    """Take a new member's keys; active only once a facilitator has signed for them."""
    request = fingerprint(new)
    _check_parts(context, new)
    try:
        return _enrol(context, ident, new, proof, request)
    except IntegrityError as error:
        raise Stale("this name and passphrase are taken: choose others") from error


def _enrol(context: Context, ident: bytes, new: Enrolment, proof: Proof, request: bytes) -> bool:
    key = at_rest.key_of(context, context.portal)
    with context.database.write() as db:
        found = db.get(Invitation, ident, with_for_update=True)
        if found is None:
            raise Unknown("no such invitation")
        if found.member is not None:
            if found.request == request:
                return False
            raise Already("this invitation was used")
        if _is_lapsed(context, found):
            raise Unknown("this invitation lapsed")
        if found.second_factor is None:
            raise WrongCode("ask for the second factor first")
        secret = at_rest.uncover(key, "invited", ident, found.second_factor)
        factor = first_factor.require(context, INVITED, ident, new.member, secret, proof)
        _add_member(context, db, new, factor, found.person, found.role)
        found.member, found.kem, found.sign = new.member, new.kem, new.sign
        found.reply, found.second_factor, found.request = new.mac, None, request
        return True
