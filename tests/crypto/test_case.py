"""What a participant may see and do, and what the rules stop an honest client from sending."""

from dataclasses import replace
from typing import Any

import pytest

from crypto.encoding import ARCHIVE, ASKER, b64
from crypto.errors import (
    CaseRefused,
    DirectoryUnknown,
    Malformed,
    NotAllowed,
    Unsealable,
)
from crypto.secret.case import CaseView, begin_case
from tests.vectors import forging
from tests.vectors.world import (
    QUESTION,
    Deterministic,
    Organisation,
    Walk,
    photo,
    small_organisation,
)


def _roles(view: CaseView) -> dict[str, int]:
    roles = [p.role for p in view.roster.participants]
    return {role: roles.count(role) for role in roles}


# --- asking ------------------------------------------------------------------------------------


def test_a_question_goes_to_facilitators_helpers_and_the_archive(
    organisation: Organisation,
) -> None:
    walk = Walk(organisation)
    expected = {"asker": 1, "archive": 1, "facilitator": 2, "helper": 1}
    assert _roles(walk.open("asker")) == expected
    for who in ("Fatima", "Frank", "Hanne", "archive"):
        assert walk.open(who).question.text == "Mag ik dit?"
    for who in ("Cas", "Oona"):
        with pytest.raises(CaseRefused):
            walk.open(who)


def test_somebody_kept_out_gets_no_key(organisation: Organisation) -> None:
    person = organisation.people["Fatima"].member.person
    walk = Walk(organisation, excluded=[b64(person)])
    assert walk.open("Frank").kept_out == {person}
    with pytest.raises(CaseRefused):
        walk.open("Fatima")


def test_all_facilitators_cannot_be_kept_out(organisation: Organisation) -> None:
    persons = [organisation.people[who].member.person for who in ("Fatima", "Frank")]
    with pytest.raises(NotAllowed):
        Walk(organisation, excluded=[b64(person) for person in sorted(persons)])


def test_who_is_kept_out_may_be_named_as_bytes_too(organisation: Organisation) -> None:
    fields = {**QUESTION, "excluded": [organisation.people["Hanne"].member.person]}
    walk = Walk(organisation)
    genesis = begin_case(walk.asker, organisation.portal, organisation.current, "x", fields)
    ids = {p.id for p in genesis.roster.roster.participants}
    assert organisation.people["Hanne"].id not in ids


@pytest.mark.parametrize("fields", [{"kind": ""}, {"name": ""}, {"urgent": 1}])
def test_a_question_must_have_its_form(organisation: Organisation, fields: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        Walk(organisation, **fields)


# --- reading ---------------------------------------------------------------------------------


def test_pages_open_where_their_message_names_them(organisation: Organisation) -> None:
    walk = Walk(organisation, attachments=[photo(2), photo(1)])
    view = walk.open("Frank")
    first, second = view.question.attachments
    pages = [
        view.open_page(view.question, page, walk.stored.pages[page.id]) for page in first.pages
    ]
    assert [(page.width, page.height) for page in pages] == [(10, 20), (10, 21)]
    swapped = walk.stored.pages[second.pages[0].id]
    with pytest.raises(Unsealable):
        view.open_page(view.question, first.pages[0], swapped)


def test_a_page_is_not_taken_from_another_writers_message(walk: Walk) -> None:
    view = walk.open("Frank")
    composed = view.compose("reply", attachments=[photo()], entropy=walk.entropy)
    own = composed.after.messages[-1]
    page = own.attachments[0].pages[0]
    borrowed = replace(own, writer=walk.id_of("Fatima"))
    assert view.open_page(own, page, composed.pages[0].envelope).height == 20
    with pytest.raises(Unsealable):
        view.open_page(borrowed, page, composed.pages[0].envelope)


def test_the_archive_reads_and_never_writes(walk: Walk) -> None:
    walk.say("Cas", "note", "voor later")
    view = walk.open("archive")
    assert [note.text for note in view.notes] == ["voor later"]
    with pytest.raises(NotAllowed):
        view.compose("reply", "x")
    with pytest.raises(NotAllowed):
        view.compose_roster()


def test_the_asker_sees_no_notes(walk: Walk) -> None:
    walk.say("Cas", "note", "niet voor de vraagsteller")
    view = walk.open("asker")
    assert view.notes == ()
    assert view.walked.notes_keys == {}
    assert view.refused == ()


def test_a_view_remembers_what_it_saw(walk: Walk) -> None:
    walk.say("Cas", "feedback", "Dag")
    seen = walk.open("Frank").now_seen()
    assert walk.open("Frank", last_seen=seen).missing == ()
    fetched = walk.stored.fetched(walk.id_of("Frank"))
    told = replace(fetched, messages=fetched.messages[:1])
    assert walk.open("Frank", told, seen).missing == (walk.open("Frank").messages[-1].id,)


def test_it_asks_for_a_directory_that_it_does_not_have(walk: Walk) -> None:
    walk.organisation.publish("Frank")
    walk.route("Frank")
    with pytest.raises(DirectoryUnknown) as caught:
        CaseView.open(
            walk.keys_of("Fatima"),
            walk.id_of("Fatima"),
            walk.organisation.portal,
            walk.case,
            walk.stored.fetched(walk.id_of("Fatima")),
            walk.organisation.known(1),
        )
    assert caught.value.version == 2


def test_an_identity_without_a_mailbox_is_no_asker(walk: Walk) -> None:
    with pytest.raises(CaseRefused):
        CaseView.open(
            walk.asker.kem,
            ASKER,
            walk.organisation.portal,
            walk.case,
            walk.stored.fetched(ASKER),
            walk.organisation.known(),
        )


# --- writing ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("asker", "feedback"),
        ("asker", "note"),
        ("asker", "question"),
        ("Cas", "close"),
        ("Cas", "triage"),
        ("Cas", "withdraw"),
        ("Cas", "thanks"),
        ("Fatima", "recuse"),
        ("Fatima", "question"),
    ],
)
def test_nobody_writes_what_their_role_may_not(walk: Walk, who: str, kind: str) -> None:
    with pytest.raises(NotAllowed):
        walk.open(who).compose(kind)


def test_it_sends_nothing_that_a_reader_would_refuse(walk: Walk) -> None:
    view = walk.open("Cas")
    with pytest.raises(Malformed):
        view.compose("final")
    with pytest.raises(Malformed):
        view.compose("reply", "x" * 100_001)
    with pytest.raises(Malformed):
        view.compose("reply", attachments=[photo()] * 21)


def test_notes_need_a_notes_key(organisation: Organisation) -> None:
    view = Walk(organisation).open("Fatima")
    with pytest.raises(NotAllowed, match="notes key"):
        view.compose("note", "te vroeg")
    assert view.compose_roster().after.compose("note", "nu wel").thread == "notes"


def test_several_acts_in_a_row_need_no_fetching_between(organisation: Organisation) -> None:
    walk = Walk(organisation)
    roster = walk.open("Fatima").compose_roster([walk.id_of("Cas")], entropy=walk.entropy)
    first = roster.after.compose("feedback", "een", entropy=walk.entropy)
    note = first.after.compose("note", "twee", entropy=walk.entropy)
    last = note.after.compose("close", "drie", {"outcome": "advice"}, entropy=walk.entropy)
    for composed in (roster, first, note, last):
        walk.stored.take(composed)
    view = walk.open("Cas")
    assert [m.text for m in view.messages] == ["Mag ik dit?", "een", "drie"]
    assert view.messages == last.after.messages
    assert view.notes == last.after.notes
    assert (view.refused, view.missing) == ((), ())


def test_ids_and_salts_come_from_the_entropy_given(organisation: Organisation) -> None:
    view = Walk(organisation).open("Frank")
    first, second = (view.compose("reply", "x", entropy=Deterministic("a")) for _ in range(2))
    assert first.envelope == second.envelope
    assert view.compose("reply", "x").envelope != first.envelope


# --- who takes part --------------------------------------------------------------------------


def test_who_joins_gets_the_keys_of_every_epoch(walk: Walk) -> None:
    walk.say("Cas", "note", "van voor Chris")
    walk.route("Frank", removing=["Cas"])
    walk.route("Frank", adding=["Chris"])
    view = walk.open("Chris")
    assert set(view.walked.case_keys) == {0, 1}
    assert set(view.walked.notes_keys) == {0, 1}
    assert view.notes[0].text == "van voor Chris"


def test_who_is_removed_gets_nothing_of_the_next_epoch(walk: Walk) -> None:
    removed = walk.route("Frank", removing=["Cas"])
    assert walk.id_of("Cas") not in {key.recipient for key in removed.keys}
    assert {key.epoch for key in removed.keys} == {1}
    with pytest.raises(CaseRefused):
        walk.open("Cas")


def test_the_asker_is_sealed_case_keys_only(walk: Walk) -> None:
    walk.route("Frank", removing=["Cas"])
    purposes = {key.purpose for key in walk.stored.keys if key.recipient == ASKER}
    archived = {(k.epoch, k.purpose) for k in walk.stored.keys if k.recipient == ARCHIVE}
    assert purposes == {"case"}
    assert archived == {(0, "case"), (0, "notes"), (1, "case"), (1, "notes")}


def test_a_first_staff_action_that_removes_makes_notes_in_the_new_epoch_only(
    organisation: Organisation,
) -> None:
    walk = Walk(organisation)
    walk.route("Frank", adding=["Cas"], removing=["Hanne"])
    assert set(walk.open("Cas").walked.notes_keys) == {1}
    assert set(walk.open("Cas").walked.case_keys) == {0, 1}


@pytest.mark.parametrize(
    ("who", "adding", "removing"),
    [
        ("Cas", ["Chris"], []),
        ("asker", ["Chris"], []),
        ("Fatima", ["Oona"], []),
        ("Fatima", [], ["Oona"]),
        ("Fatima", [], ["asker"]),
        ("Fatima", [], ["archive"]),
        ("Fatima", [], ["Fatima"]),
    ],
)
def test_rosters_change_by_the_rules_only(
    walk: Walk, who: str, adding: list[str], removing: list[str]
) -> None:
    with pytest.raises(NotAllowed):
        walk.route(who, adding, removing)


def test_nobody_adds_somebody_kept_out(organisation: Organisation) -> None:
    person = organisation.people["Cas"].member.person
    walk = Walk(organisation, excluded=[b64(person)])
    with pytest.raises(NotAllowed):
        walk.route("Fatima", adding=["Cas"])
    organisation.change("Cas", active=False)
    organisation.enrol("Cas opnieuw", "coach", person)
    organisation.publish("Frank")
    with pytest.raises(NotAllowed):
        walk.route("Fatima", adding=["Cas opnieuw"])


def test_nobody_who_left_is_added_or_changes_a_roster(walk: Walk) -> None:
    walk.organisation.change("Chris", active=False)
    walk.organisation.change("Hanne", active=False)
    walk.organisation.publish("Frank")
    with pytest.raises(NotAllowed):
        walk.route("Frank", adding=["Chris"])
    with pytest.raises(NotAllowed):
        walk.route("Hanne", adding=[])
    with pytest.raises(NotAllowed):
        walk.open("Frank").compose_roster([bytes(16)])


def test_a_role_follows_the_directory(walk: Walk) -> None:
    walk.organisation.change("Cas", role="helper")
    walk.organisation.change("Hanne", role="coordinator")
    walk.organisation.publish("Frank")
    walk.route("Frank")
    assert walk.open("Cas").role == "helper"
    assert walk.open("Hanne").role == "helper"  # as it was: removing is a decision of people
    assert walk.open("Frank").departed == (walk.id_of("Hanne"),)
    with pytest.raises(NotAllowed):
        walk.route("Hanne")
    walk.route("Cas", adding=["Chris"])


def test_it_names_who_is_to_be_removed(walk: Walk) -> None:
    assert walk.open("Frank").departed == ()
    walk.say("Cas", "recuse")
    walk.organisation.change("Hanne", active=False)
    walk.organisation.publish("Frank")
    expected = {walk.id_of("Cas"), walk.id_of("Hanne")}
    assert set(walk.open("Frank").departed) == expected
    walk.route("Frank", removing=["Cas", "Hanne"])
    walk.route("Frank", adding=["Cas"])
    assert walk.open("Frank").departed == ()


def test_a_notes_key_that_was_withheld_cannot_be_handed_on(walk: Walk) -> None:
    fetched = walk.stored.fetched(walk.id_of("Frank"))
    told = replace(fetched, keys=[key for key in fetched.keys if key.purpose == "case"])
    view = walk.open("Frank", told)
    assert [refusal.thread for refusal in view.refused] == ["notes"]
    with pytest.raises(NotAllowed, match="withheld"):
        view.compose_roster([walk.id_of("Chris")])


def test_members_whose_keys_changed_under_their_id_are_not_believed(walk: Walk) -> None:
    org = walk.organisation
    stranger = small_organisation("other").people["Cas"]
    coach = walk.open("Cas")
    org.change("Cas", sign=stranger.member.sign, kem=stranger.member.kem)
    org.change("Hanne", sign=stranger.member.sign)
    org.publish("Frank")
    walk.route("Frank")
    with pytest.raises(NotAllowed):
        walk.route("Frank", removing=["Hanne"])  # it would seal the new keys to the stranger
    named = walk.open("Frank").roster.named
    signing = org.people["Cas"].identity.signing
    walk.stored.messages.append(forging.seal_message(coach, signing, roster=named))
    assert len(walk.open("Frank").refused) == 1
    forging.add_roster(walk, "Hanne", directory=org.current.named)
    with pytest.raises(CaseRefused):
        walk.open("Frank")


def test_the_server_cannot_hide_a_message_by_giving_another_under_its_id(walk: Walk) -> None:
    said = walk.say("Cas", "feedback", "Dag")
    cas = walk.organisation.people["Cas"].identity.signing
    other = forging.seal_message(walk.open("Cas"), cas, header={"id": said.id}, text="anders")
    walk.stored.messages.insert(1, other)
    assert [refusal.id for refusal in walk.open("Frank").refused] == [said.id]


def test_who_opened_without_a_signing_key_only_reads(walk: Walk) -> None:
    view = CaseView.open(
        walk.organisation.people["Frank"].identity.kem,
        walk.id_of("Frank"),
        walk.organisation.portal,
        walk.case,
        walk.stored.fetched(walk.id_of("Frank")),
        walk.organisation.known(),
    )
    with pytest.raises(NotAllowed):
        view.compose("reply", "x")
    with pytest.raises(NotAllowed):
        view.compose_roster()
