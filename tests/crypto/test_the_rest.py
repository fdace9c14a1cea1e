"""Seeds, enrolment, register, state, journal and archive file."""

from dataclasses import replace

import pytest

from crypto import archive, journal, padme, register, signed
from crypto.archive import Archive, ArchivedCase, ArchivedKey
from crypto.directory import Named, PublicKeys
from crypto.encoding import ASKER, lp
from crypto.errors import (
    ArchiveRefused,
    DirectoryUnknown,
    Forged,
    JournalRefused,
    Malformed,
    RegisterRefused,
    Unsealable,
)
from crypto.journal import Line
from crypto.register import Entry
from crypto.secret import checkpoint, enrolment, hpke, identity, state
from crypto.secret import register as sealed_register
from crypto.secret.case import CaseView, FetchedCase, LastSeen, SealedKey
from crypto.secret.enrolment import Code, Offer
from crypto.secret.hpke import KemKey
from crypto.secret.identity import Identity
from tests.vectors.world import DAY, Deterministic, Organisation, Walk, photo

PORTAL, OWNER, CASE = b"p" * 16, b"o" * 16, b"c" * 16
FIRST = Entry(CASE, 0, "advice", False, None, "new", None, (), DAY, None, None, None, 1)


# --- seeds ---------------------------------------------------------------------------------------


def test_a_wrapped_seed_opens_for_its_owner_only() -> None:
    wrapping, seed = bytes(32), b"s" * 32
    mailbox = identity.wrap_seed(wrapping, PORTAL, OWNER, seed)
    member = identity.wrap_seed(wrapping, PORTAL, OWNER, seed, writer=OWNER)
    assert identity.unwrap_seed(wrapping, PORTAL, OWNER, mailbox) == seed
    assert identity.unwrap_seed(wrapping, PORTAL, OWNER, member, writer=OWNER) == seed
    for wrong in (member, mailbox[:-1], b""):
        with pytest.raises(Unsealable):
            identity.unwrap_seed(wrapping, PORTAL, OWNER, wrong)
    with pytest.raises(Unsealable):
        identity.unwrap_seed(b"k" * 32, PORTAL, OWNER, mailbox)
    with pytest.raises(Unsealable):
        identity.unwrap_seed(wrapping, PORTAL, b"x" * 16, mailbox)


def test_one_seed_gives_keys_that_all_differ() -> None:
    keys = Identity.from_seed(bytes(32))
    assert len({keys.state_key, keys.draft_key, keys.signing.public, keys.kem.public}) == 4
    assert keys == Identity.from_seed(bytes(32))
    assert keys != Identity.from_seed(b"1" * 32)


def test_a_signature_by_no_key_is_forged() -> None:
    with pytest.raises(Forged):
        signed.verify(b"short", "message", b"", lp(b"{}") + bytes(64))


# --- enrolment -----------------------------------------------------------------------------------


def test_an_invitation_binds_who_is_invited_by_whom() -> None:
    code = Code.make(Deterministic("code"))
    offer = Offer(bytes(32), bytes(16), "coach", "Zoë", "Inspecteur")
    mac = code.offer_mac(PORTAL, offer)
    code.check_offer(PORTAL, offer, mac)
    with pytest.raises(Forged):
        code.check_offer(PORTAL, replace(offer, role="facilitator"), mac)
    with pytest.raises(Forged):
        Code.make().check_offer(PORTAL, offer, mac)
    assert enrolment.Code(code.code).invite_id == code.invite_id
    assert code.code not in repr(code).encode()


def test_a_server_in_the_middle_cannot_answer_an_invitation() -> None:
    code = Code.make()
    own, servers = (Identity.from_seed(bytes([n] * 32)).public for n in (1, 2))
    mac = code.reply_mac(PORTAL, OWNER, own)
    code.check_reply(PORTAL, OWNER, own, mac)
    for keys in (servers, PublicKeys(own.kem, servers.sign), PublicKeys(servers.kem, own.sign)):
        with pytest.raises(Forged):
            code.check_reply(PORTAL, OWNER, keys, mac)


# --- register ------------------------------------------------------------------------------------


def _sealed(org: Organisation, entry: Entry, who: str | None = None) -> sealed_register.SealedEntry:
    content = org.current.content
    writer = org.people[who].id if who else ASKER
    signing = org.people[who].identity.signing if who else None
    return sealed_register.seal_entry(
        content.register.kem, org.portal, content.register.id, entry, writer, signing
    )


def _held(org: Organisation, *entries: sealed_register.SealedEntry) -> tuple[bytes, Entry]:
    return sealed_register.entry_that_holds(
        KemKey.from_seed(org.register_seed),
        org.portal,
        org.current.content.register.id,
        CASE,
        entries,
        org.known(),
    )


def test_all_entries_look_alike_from_outside(organisation: Organisation) -> None:
    long = replace(FIRST, number=1, authorities=tuple("abcdef"), category="x" * 60)
    sizes = {len(_sealed(organisation, FIRST).sealed), len(_sealed(organisation, long).sealed)}
    assert sizes == {2_160}


def test_an_entry_that_would_stand_out_is_refused(organisation: Organisation) -> None:
    with pytest.raises(RegisterRefused):
        _sealed(organisation, replace(FIRST, authorities=("x" * 60,) * 20))


def test_the_staffs_last_word_stands_above_the_askers(organisation: Organisation) -> None:
    later = replace(FIRST, number=1, state="closed", closed=DAY)
    asked, closed = _sealed(organisation, FIRST), _sealed(organisation, later, "Cas")
    assert _held(organisation, closed, asked) == (organisation.people["Cas"].id, later)
    assert _held(organisation, asked) == (ASKER, FIRST)


def test_a_withdrawal_stands_above_the_question_and_below_the_staff(
    organisation: Organisation,
) -> None:
    gone = replace(FIRST, state="withdrawn", closed=DAY)
    withdrawn = _sealed(organisation, gone)
    for _ in range(8):  # whichever hash is the higher
        assert _held(organisation, _sealed(organisation, FIRST), withdrawn) == (ASKER, gone)
    staffs = _sealed(organisation, replace(FIRST, number=1), "Cas")
    assert _held(organisation, withdrawn, staffs)[1].state == "new"


def test_entries_by_people_who_may_not_write_them_do_not_count(
    organisation: Organisation,
) -> None:
    later = replace(FIRST, number=1)
    asked, oona = _sealed(organisation, FIRST), _sealed(organisation, later, "Oona")
    assert _held(organisation, oona, asked)[1] == FIRST
    by_asker = _sealed(organisation, later)
    with pytest.raises(RegisterRefused):
        _held(organisation, by_asker)
    organisation.change("Cas", active=False)
    organisation.publish("Frank")
    gone = _sealed(organisation, replace(later, directory=2), "Cas")
    before = _sealed(organisation, later, "Cas")
    assert _held(organisation, gone, asked)[1] == FIRST
    assert _held(organisation, before, asked)[1] == later


def test_an_entry_of_an_unknown_directory_is_to_be_fetched_for(organisation: Organisation) -> None:
    entry = _sealed(organisation, replace(FIRST, number=1, directory=2), "Cas")
    with pytest.raises(DirectoryUnknown):
        _held(organisation, entry)


def test_an_entry_of_another_size_is_refused(organisation: Organisation) -> None:
    content = organisation.current.content
    info = sealed_register._entry_info(organisation.portal, content.register.id, CASE, ASKER)
    padded = padme.pad(lp(FIRST.body()) + register.NO_SIGNATURE, 2_048)
    sealed = sealed_register.SealedEntry(ASKER, hpke.seal(content.register.kem, info, padded))
    with pytest.raises(RegisterRefused):
        _held(organisation, sealed)


def test_an_entry_belongs_to_its_case(organisation: Organisation) -> None:
    content = lp(replace(FIRST, case=b"x" * 16).body()) + register.NO_SIGNATURE
    with pytest.raises(RegisterRefused):
        register.verify(content, organisation.portal, CASE, ASKER, organisation.known())


def test_an_asker_leaves_no_signature(organisation: Organisation) -> None:
    content = lp(FIRST.body()) + b"\1" * 64
    with pytest.raises(RegisterRefused):
        register.verify(content, organisation.portal, CASE, ASKER, organisation.known())


def test_the_register_key_opens_for_the_facilitator_it_was_sealed_to(
    organisation: Organisation,
) -> None:
    fatima, key = organisation.people["Fatima"], organisation.current.content.register
    sealed = sealed_register.seal_key_to(
        fatima.member.kem, organisation.portal, key.id, fatima.id, organisation.register_seed
    )
    seed = sealed_register.open_key(
        fatima.identity.kem, organisation.portal, key.id, fatima.id, key.kem, sealed
    )
    assert seed == organisation.register_seed


def test_a_checkpoint_holds_what_a_facilitator_signed(organisation: Organisation) -> None:
    seed, frank = organisation.register_seed, organisation.people["Frank"]
    place = (organisation.portal, organisation.current.content.register.id, 3)
    kept = checkpoint.Checkpoint(9, 1, (checkpoint.Held(FIRST, bytes(16)),))
    sealed = checkpoint.seal(seed, place, frank.id, frank.identity.signing, kept)
    known = organisation.known()
    assert checkpoint.open_at(seed, place, sealed, known) == kept
    oona = organisation.people["Oona"]
    for writer in (oona.id, bytes(16)):
        forged = checkpoint.seal(seed, place, writer, oona.identity.signing, kept)
        with pytest.raises(RegisterRefused):
            checkpoint.open_at(seed, place, forged, known)


# --- state ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("staff", [True, False])
def test_a_state_comes_back_as_it_was_put(staff: bool) -> None:
    keys = Identity.from_seed(bytes(32))
    seen = LastSeen(Named(2, bytes(32)), frozenset({b"m" * 16}))
    invitation = state.Invitation(bytes(16), "Zoë", b"z" * 16, "coach")
    kept = state.State(
        b"k" * 32, Named(1, bytes(32)), {CASE: seen}, {OWNER: invitation} if staff else None
    )
    sealed = state.seal(keys, PORTAL, OWNER, 4, kept)
    assert state.open_state(keys, PORTAL, OWNER, 4, sealed, staff=staff) == kept
    with pytest.raises(Unsealable):
        state.open_state(keys, PORTAL, OWNER, 5, sealed, staff=staff)
    with pytest.raises(Unsealable):
        state.open_state(keys, PORTAL, OWNER, 4, sealed, staff=not staff)


def test_a_state_of_the_other_shape_is_refused() -> None:
    kept = state.State(b"k" * 32, Named(1, bytes(32)))
    with pytest.raises(Malformed):
        state.State.parse(kept.body(), staff=True)


# --- journal ---------------------------------------------------------------------------------------


def test_a_journal_chains_from_its_first_line() -> None:
    first = Line(0, None, DAY, OWNER, "case-opened", CASE)
    second = Line(1, first.hash, DAY, None, "archived", None)
    assert journal.verify([first.encode(), second.encode()]) == (first, second)
    assert journal.verify([]) == ()
    with pytest.raises(JournalRefused):
        journal.verify([second.encode()])
    with pytest.raises(JournalRefused):
        journal.verify([first.encode(), replace(second, previous=bytes(32)).encode()])


# --- archive ---------------------------------------------------------------------------------------


def test_an_archive_gives_back_its_cases_to_who_holds_the_key(organisation: Organisation) -> None:
    walk = Walk(organisation, attachments=[photo(2)])
    walk.route("Frank", adding=["Cas"])
    walk.say("Cas", "note", "onthouden")
    file = b"".join(archive.write(*_archived(walk)))
    found = Archive.parse(file)
    case = found.cases[0]
    fetched = FetchedCase(
        case.rosters,
        [SealedKey(key.epoch, key.purpose, key.sealed) for key in case.keys],
        case.messages,
        case.notes,
    )
    view = CaseView.open(
        KemKey.from_seed(organisation.archive_seed),
        walk.id_of("archive"),
        found.portal,
        case.id,
        fetched,
        organisation.known(),
    )
    assert [note.text for note in view.notes] == ["onthouden"]
    pages = {page.id: found.page(page) for page in case.pages}
    for link in view.question.attachments[0].pages:
        assert view.open_page(view.question, link, pages[link.id]).media == "image/png"


def test_an_archive_notices_pages_that_are_not_those_it_was_written_with(
    organisation: Organisation,
) -> None:
    walk = Walk(organisation, attachments=[photo(1)])
    file = b"".join(archive.write(*_archived(walk)))
    for wrong in (file[:-1], file[:-1] + bytes([file[-1] ^ 1])):
        found = Archive.parse(wrong)
        with pytest.raises(ArchiveRefused):
            found.page(found.cases[0].pages[0])


def test_a_page_that_says_to_be_longer_than_the_file_is_not_read_for(
    organisation: Organisation,
) -> None:
    file = b"".join(archive.write(*_archived(Walk(organisation, attachments=[photo(1)]))))
    found = Archive.parse(file)
    [page] = found.cases[0].pages
    with pytest.raises(ArchiveRefused):
        found.page(replace(page, length=len(file) + 1))


@pytest.mark.parametrize("wrong", [b"", b"adviespunt archive 2\n" + bytes(100)])
def test_a_file_that_is_no_archive_is_refused(wrong: bytes) -> None:
    with pytest.raises(ArchiveRefused):
        Archive.parse(wrong)


def _archived(walk: Walk) -> tuple[Archive, dict[bytes, list[tuple[bytes, bytes]]]]:
    fetched = walk.stored.fetched(walk.id_of("archive"))
    case = ArchivedCase(
        walk.case,
        tuple(fetched.rosters),
        tuple(ArchivedKey(k.epoch, k.purpose, k.sealed) for k in fetched.keys),
        tuple(fetched.messages),
        tuple(fetched.notes),
    )
    organisation = walk.organisation
    current = organisation.current
    described = Archive(
        organisation.portal, 2026, current.content.archive.id, (current.signed,), (case,)
    )
    return described, {walk.case: list(walk.stored.pages.items())}
