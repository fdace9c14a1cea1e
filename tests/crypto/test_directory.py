from dataclasses import replace
from datetime import timedelta

import pytest

from crypto import directory
from crypto.directory import Directories, Freshness, Named
from crypto.errors import DirectoryRefused, DirectoryUnknown, Forged, Malformed, Unsealable
from crypto.secret import directory as directory_keys
from crypto.secret import hpke
from crypto.secret.hpke import KemKey
from crypto.secret.identity import SigningKey
from tests.vectors.world import DAY, Organisation, small_organisation


def test_a_directory_says_who_is_active_in_which_role(organisation: Organisation) -> None:
    current = organisation.known().current
    assert {m.name for m in current.active("coach")} == {"Cas", "Chris"}
    assert current.member(organisation.people["Oona"].id) == organisation.people["Oona"].member
    assert current.member(bytes(16)) is None


def test_the_newest_version_alone_proves_where_it_comes_from(organisation: Organisation) -> None:
    first = organisation.current.named
    for _ in range(4):
        organisation.publish("Frank")
    newest = organisation.publish("Frank")
    found = directory.verify(newest.signed, organisation.portal, organisation.key.public, first)
    assert found.version == 6
    fork = small_organisation()
    fork.change("Cas", active=False)
    other = fork.publish("Fatima").named
    with pytest.raises(DirectoryRefused):
        directory.verify(newest.signed, organisation.portal, organisation.key.public, other)


def _dismissed(organisation: Organisation) -> directory.Directory:
    """A version in which Frank was dismissed."""
    frank = organisation.people["Frank"].member
    serial = len(organisation.credentials)
    revoked = directory_keys.revoke(organisation.key, organisation.portal, frank, DAY, serial)
    organisation.credentials = (*organisation.credentials, revoked)
    organisation.change("Frank", active=False)
    return organisation.publish("Fatima")


def test_who_was_dismissed_cannot_sign_that_it_did_not_happen(organisation: Organisation) -> None:
    before = organisation.credentials
    seen = _dismissed(organisation)
    organisation.credentials = before
    organisation.change("Frank", active=True)
    forged = organisation.publish("Frank")
    # Alone, and by its history, nothing is wrong with it.
    found = directory.verify(
        forged.signed, organisation.portal, organisation.key.public, seen.named
    )
    with pytest.raises(DirectoryRefused):
        directory.require_continued(seen, found)


@pytest.mark.parametrize("change", ["kem", "sign", "person"])
def test_a_later_version_changes_nobodys_keys_or_person(
    organisation: Organisation, change: str
) -> None:
    seen = organisation.current
    other = organisation.people["Chris"].member
    organisation.change("Cas", **{change: getattr(other, change)})
    with pytest.raises(DirectoryRefused):
        directory.require_continued(seen, organisation.publish("Fatima"))


def test_a_later_version_continues_an_earlier_one(organisation: Organisation) -> None:
    seen = organisation.current
    organisation.enrol("Nora", "facilitator")
    organisation.change("Cas", role="helper", function="bureau", active=False)
    directory.require_continued(seen, organisation.publish("Fatima"))
    directory.require_continued(seen, _dismissed(organisation))
    del organisation.people["Cas"]
    with pytest.raises(DirectoryRefused):
        directory.require_continued(seen, organisation.publish("Fatima"))
    with pytest.raises(DirectoryRefused):
        directory.require_continued(small_organisation("other").current, organisation.current)


def test_older_versions_are_known_by_their_hash(organisation: Organisation) -> None:
    old = organisation.current
    newest = organisation.publish("Frank")
    known = Directories.of(newest, [old.signed])
    assert known.at(old.named) == old
    assert known.at(newest.named) == newest
    with pytest.raises(DirectoryRefused):
        known.at(Named(1, bytes(32)))
    with pytest.raises(DirectoryUnknown):
        known.at(Named(3, bytes(32)))
    with pytest.raises(DirectoryUnknown):
        Directories.of(newest).at(old.named)
    stranger = small_organisation("other").current
    for signed in (stranger.signed, organisation.publish("Frank").signed):
        with pytest.raises(DirectoryRefused):
            Directories.of(newest, [signed])


def test_a_facilitator_is_appointed_by_the_organisation_key_only(
    organisation: Organisation,
) -> None:
    organisation.change("Cas", role="facilitator")
    organisation.publish("Frank")
    with pytest.raises(DirectoryRefused):
        organisation.known()
    organisation.appoint(organisation.people["Cas"].member)
    organisation.publish("Cas")
    assert len(organisation.known().current.active("facilitator")) == 3


def test_credentials_tell_what_the_next_one_needs(organisation: Organisation) -> None:
    heir = SigningKey.from_seed(bytes(32))
    portal = organisation.portal
    handed = directory_keys.succeed(organisation.key, portal, heir.public, DAY, 2)
    chain = (*organisation.credentials, handed)
    found = directory.verify_credentials(chain, portal, organisation.key.public)
    assert (found.in_force, found.serial) == (heir.public, 3)
    member = organisation.people["Frank"].member
    revoked = directory_keys.revoke(heir, portal, member, DAY, 3)
    found = directory.verify_credentials((*chain, revoked), portal, organisation.key.public)
    assert member.id not in {ident for ident, *_ in found.appointed}


def test_a_version_is_known_by_what_it_says(organisation: Organisation) -> None:
    content = organisation.current.content
    signing = organisation.people["Fatima"].identity.signing
    again = directory_keys.sign(signing, organisation.portal, content)
    assert again == organisation.current
    other = directory_keys.sign(signing, organisation.portal, replace(content, day=DAY))
    assert other.hash == again.hash


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-3, Freshness.OLD),
        (-2, Freshness.FRESH),
        (45, Freshness.FRESH),
        (46, Freshness.OLD),
    ],
)
def test_a_directory_is_fresh_for_45_days(
    organisation: Organisation, days: int, expected: Freshness
) -> None:
    oona = organisation.people["Oona"]
    current = organisation.current
    statement = directory_keys.vouch(
        oona.identity.signing, organisation.portal, current.named, oona.id, DAY
    )
    today = DAY + timedelta(days=days)
    assert directory.freshness_of(current, organisation.portal, statement, today) == expected


def test_only_facilitators_and_coordinators_vouch(organisation: Organisation) -> None:
    current, portal = organisation.current, organisation.portal
    cas = organisation.people["Cas"]
    statement = directory_keys.vouch(cas.identity.signing, portal, current.named, cas.id, DAY)
    with pytest.raises(DirectoryRefused):
        directory.freshness_of(current, portal, statement, DAY)
    frank = organisation.people["Frank"]
    forged = directory_keys.vouch(cas.identity.signing, portal, current.named, frank.id, DAY)
    with pytest.raises(Forged):
        directory.freshness_of(current, portal, forged, DAY)
    with pytest.raises(Malformed):
        directory.freshness_of(current, portal, b"", DAY)


def test_a_statement_about_another_version_is_a_warning(organisation: Organisation) -> None:
    frank, portal = organisation.people["Frank"], organisation.portal
    old = organisation.current.named
    statement = directory_keys.vouch(frank.identity.signing, portal, old, frank.id, DAY)
    newest = organisation.publish("Frank")
    found = directory.freshness_of(newest, portal, statement, DAY)
    assert found == Freshness.OTHER_VERSION


def test_the_organisation_seed_opens_with_the_paper_only(organisation: Organisation) -> None:
    recovery = KemKey.from_seed(organisation.recovery_seed)
    portal, public = organisation.portal, organisation.key.public
    sealed = directory_keys.seal_organisation_seed(
        recovery.public, portal, public, organisation.organisation_seed
    )
    assert (
        directory_keys.open_organisation_seed(recovery, portal, public, sealed) == organisation.key
    )
    info = directory_keys._organisation_info(portal, public)
    short = hpke.seal(recovery.public, info, organisation.organisation_seed[:31])
    for wrong in (short, sealed[:-1]):
        with pytest.raises(Unsealable):
            directory_keys.open_organisation_seed(recovery, portal, public, wrong)


@pytest.mark.parametrize("public", [b"", bytes(1215), b"\xff" * 1216])
def test_nothing_is_sealed_to_bytes_that_are_no_key(public: bytes) -> None:
    with pytest.raises(Malformed):
        hpke.seal(public, b"", b"")


def test_private_keys_do_not_show_themselves(organisation: Organisation) -> None:
    identity = organisation.people["Cas"].identity
    shown = repr(identity)
    assert "private" not in shown.lower()
    assert repr(identity.state_key)[2:12] not in shown
