"""Coming back on the plain pages: reading, replying, withdrawing, leaving."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest

from crypto.encoding import ASKER
from portal.assisted import asker, hands, people, remembering
from portal.assisted.demo import files
from portal.assisted.demo.handling import Hands
from portal.assisted.mailbox import OpenMailbox
from portal.assisted.texts import say_day
from portal.models.cases import Message, Roster
from portal.models.mailboxes import Mailbox
from portal.services.casework import answering, cases, routing
from portal.services.values import KeyFor, Named, NewMessage, NewRoster
from portal.web import even
from tests.assisted.conftest import ADDRESS, PASSWORD, Instance, Visitor
from tests.lines import line_of

PHOTO = files.photo(datetime(2026, 5, 4, 3, 2))  # noqa: DTZ001 - as phones do


def write(instance: Instance, who: str, kind: str, text: str, fields: dict[str, Any]) -> None:
    """A member of staff adds a message to the only case."""
    hands, [case] = instance.hands(who), instance.cases()
    made = hands.view(case.id).compose(kind, text, fields)
    answering.add_message(
        instance.context, hands.actor, NewMessage(case.id, made.id, made.envelope, (), None)
    )


def remove(hands: Hands, case: bytes, who: bytes) -> None:
    """Take somebody out, which turns the epoch."""
    made = hands.view(case).compose_roster(removing=[who])
    routing.change_roster(
        hands.context,
        hands.actor,
        NewRoster(
            case=case,
            number=made.roster.number,
            envelope=made.envelope,
            epoch=made.roster.epoch,
            participants=tuple(Named(p.id, p.role) for p in made.roster.participants),
            keys=tuple(KeyFor(k.recipient, k.epoch, k.purpose, k.sealed) for k in made.keys),  # type: ignore[arg-type]
        ),
    )


def test_an_answer_is_read_with_a_name_and_a_password(instance: Instance, visitor: Visitor) -> None:
    visitor.ask(text="Mag dit?")
    write(instance, "facilitator", "final", "Neen, <i>liever</i> niet.", {"referred": ["dit"]})
    later = instance.visitor()
    later.enter()
    assert "nieuw voor jou" in later.text
    later.get("/plain/mailbox/1")
    assert "Mag dit?" in later.text
    assert "Neen, &lt;i&gt;liever&lt;/i&gt; niet." in later.page.text
    assert "Els Vermeulen" in later.text
    assert "Dienst Integriteitsbewaking en Toezicht" in later.text
    later.get("/plain/mailbox")
    assert "nieuw voor jou" not in later.text


@pytest.mark.parametrize(("name", "password"), [("regenjas", "fout"), ("niemand", PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_are_one_answer(
    instance: Instance, visitor: Visitor, name: str, password: str
) -> None:
    visitor.ask()
    other = instance.visitor()
    other.enter(name, password)
    assert other.page.status_code == 404
    assert (
        "Deze naam en dit wachtwoord horen niet bij elkaar, of je vraag is intussen gearchiveerd"
        in other.text
    )
    assert other.form("/plain/mailbox")["pseudonym"] == name


def test_a_right_password_gets_an_answer_as_long_and_as_late_as_a_wrong_one(
    instance: Instance, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.ask()
    waited: list[float] = []
    settings = replace(instance.context.settings, login_step_seconds=0.1)
    context = replace(instance.context, settings=settings, wait=waited.append)
    monkeypatch.setitem(instance.app.extensions, "adviespunt", context)
    answers = []
    for name, password in (("regenjas", PASSWORD), ("regenjas", "fout"), ("niemand", PASSWORD)):
        other = instance.visitor()
        other.get("/plain/mailbox")
        data = other.form("/plain/mailbox") | {"pseudonym": name, "password": password}
        answer = other.client.post(
            "/plain/mailbox", base_url=ADDRESS, data=data, content_type="multipart/form-data"
        )
        answers.append(answer)
    # Every form is answered by the way to a page, so that no page has a form behind it.
    assert [answer.headers["Location"] for answer in answers] == [
        "/plain/mailbox", "/plain/again", "/plain/again",
    ]  # fmt: skip
    assert {even.weight(answer) for answer in answers} == {even.PLAIN.length}
    assert len(waited) == len(answers)
    assert all(0 < seconds <= even.PLAIN.steps * 0.1 for seconds in waited)


def test_what_tells_of_no_password_holds_no_thread(
    instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    settings = replace(instance.context.settings, login_step_seconds=0.1)
    context = replace(instance.context, settings=settings, wait=waited.append)
    monkeypatch.setitem(instance.app.extensions, "adviespunt", context)
    other = instance.visitor()
    other.post("/plain/mailbox", pseudonym="regenjas", password=PASSWORD)
    other.get("/plain/mailbox")
    other.post("/plain/mailbox", pseudonym="", password="")
    assert waited == []


def test_few_enter_at_once_and_the_rest_are_told_at_once(
    instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who waits for the end of their step holds a thread: there must be others left."""
    others = [instance.visitor() for _ in range(hands.ENTERING + 1)]
    refused: list[int] = []

    def come() -> None:
        who = others.pop()
        who.get("/plain/mailbox")
        answer = who.post("/plain/mailbox", pseudonym="niemand", password="fout")
        refused.append(answer.status_code)

    def meanwhile(_seconds: float) -> None:
        # While this one's answer waits, the next one comes; in a thread, as a server has them.
        other = threading.Thread(target=come)
        other.start()
        other.join()

    settings = replace(instance.context.settings, login_step_seconds=0.1)
    context = replace(instance.context, settings=settings, wait=meanwhile)
    monkeypatch.setitem(instance.app.extensions, "adviespunt", context)
    meanwhile(0)
    assert sorted(refused) == [404] * hands.ENTERING + [429]
    monkeypatch.setitem(instance.app.extensions, "adviespunt", instance.context)
    last = instance.visitor()
    last.get("/plain/mailbox")
    assert last.post("/plain/mailbox", pseudonym="niemand", password="fout").status_code == 404


def test_upper_case_and_stray_spaces_in_the_name_do_not_matter(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask("Oude  Regenjas")
    other = instance.visitor()
    other.enter(" oude regenjas ")
    assert "Je brievenbus" in other.text


def test_a_reply_with_a_photo_reaches_the_staff(instance: Instance, visitor: Visitor) -> None:
    visitor.ask()
    visitor.get("/plain/mailbox/1")
    visitor.attach(PHOTO, path="/plain/mailbox/1")
    visitor.post("/plain/mailbox/1", text="Hier is de foto.", do="keep-1")
    assert visitor.form("/plain/mailbox/1")["text"] == "Hier is de foto."
    visitor.post("/plain/mailbox/1", do="send")
    assert "Je bericht is verstuurd" in visitor.text
    [case] = instance.cases()
    reply = instance.hands("facilitator").view(case.id).messages[-1]
    assert reply.text == "Hier is de foto."
    assert [one.family for one in reply.attachments] == ["photo"]
    address = re.findall(r'src="(/plain/mailbox/1/1/0/0)"', visitor.page.text)[0]
    assert visitor.client.get(address, base_url=ADDRESS).content_type.startswith("image/")


def test_who_only_thanks_reopens_nothing_and_who_asks_does(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    write(instance, "facilitator", "final", "Neem ze niet aan.", {"referred": []})
    visitor.enter()
    path = "/plain/mailbox/1"
    visitor.get(path)
    unsure = visitor.post(path, text="Dank je wel.", do="send")
    assert unsure.status_code == 422
    assert "Kies eerst of je nog een vraag hebt." in unsure.text
    assert "Dank je wel." in unsure.text
    visitor.post(path, aim="thanks", text="Dank je.", do="send")
    (row,) = instance.cases()
    assert (row.state, row.waits_for) == ("answered", None)
    visitor.post(path, aim="reply", text="Nog iets.", do="send")
    (row,) = instance.cases()
    assert (row.state, row.waits_for) == ("answering", "staff")
    assert "heropend, wacht op antwoord" in visitor.text
    assert "Je schreef opnieuw." in visitor.text
    assert "eerste reactie gegeven" not in visitor.text
    messages = instance.hands("facilitator").view(row.id).messages
    assert [message.kind for message in messages][-2:] == ["thanks", "reply"]


def test_an_apology_names_the_state_and_an_answered_question_is_never_late(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    visitor.enter()
    assert "Onze excuses" not in visitor.text
    (row,) = instance.cases()
    instance.clock.day = row.feedback_by + timedelta(days=1)
    visitor.enter()
    assert "Onze excuses: je had op" in visitor.text
    assert "een eerste reactie moeten hebben" in visitor.text
    assert "Ze staat nu als ‘te laat’ bovenaan" in visitor.text
    write(instance, "facilitator", "feedback", "We kijken ernaar.", {})
    instance.clock.day = row.answer_by + timedelta(days=1)
    visitor.enter()
    assert "een antwoord moeten hebben" in visitor.text
    write(instance, "facilitator", "final", "Liever niet.", {"referred": []})
    visitor.get("/plain/mailbox/1")
    visitor.post("/plain/mailbox/1", aim="reply", text="Nog iets.", do="send")
    assert "Onze excuses" not in visitor.text


def test_the_same_reply_sent_twice_arrives_once(instance: Instance, visitor: Visitor) -> None:
    visitor.ask()
    visitor.get("/plain/mailbox/1")
    form = {**visitor.form("/plain/mailbox/1"), "text": "Eén keer.", "do": "send"}
    visitor.post("/plain/mailbox/1", **form)
    visitor.post("/plain/mailbox/1", **form)
    assert visitor.page.text.count("Eén keer.") == 1


def test_a_reply_arrives_although_the_epoch_turned_while_it_was_written(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    visitor.get("/plain/mailbox/1")
    hands, [case] = instance.hands("facilitator"), instance.cases()
    hands.route(case.id, [instance.zone.staff["coach-1"].id])
    remove(hands, case.id, instance.zone.staff["coach-1"].id)
    visitor.post("/plain/mailbox/1", text="Toch nog iets.", do="send")
    assert "Je bericht is verstuurd" in visitor.text
    last = hands.view(case.id).messages[-1]
    assert (last.text, last.epoch, last.writer) == ("Toch nog iets.", 1, ASKER)


def test_a_reply_that_turns_the_epoch_between_opening_and_sending_is_sealed_anew(
    instance: Instance, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.ask()
    visitor.get("/plain/mailbox/1")
    hands, [case] = instance.hands("facilitator"), instance.cases()
    coach = instance.zone.staff["coach-1"].id
    hands.route(case.id, [coach])
    add, turned = answering.add_message, threading.Event()

    def add_after_a_turn(*args: Any) -> answering.Added:
        if not turned.is_set():
            turned.set()
            remove(hands, case.id, coach)
        return add(*args)

    monkeypatch.setattr(answering, "add_message", add_after_a_turn)
    visitor.post("/plain/mailbox/1", text="Net te laat.", do="send")
    assert "Je bericht is verstuurd" in visitor.text
    texts = [message.text for message in hands.view(case.id).messages]
    assert texts.count("Net te laat.") == 1


def test_a_reply_after_the_session_ended_is_not_received_and_comes_back(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    visitor.get("/plain/mailbox/1")
    instance.clock._asked += 31 * 60
    visitor.post("/plain/mailbox/1", text="Te lang gewacht.", do="send")
    assert visitor.page.status_code == 400
    assert "Dit is niet ontvangen" in visitor.text
    assert "Te lang gewacht." in visitor.page.text
    [case] = instance.cases()
    assert case.messages == 1


def test_withdrawing_says_beforehand_that_nothing_will_be_left(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    [asked] = instance.cases()
    visitor.get("/plain/mailbox/1/withdraw")
    assert "Niemand heeft je vraag geopend" in visitor.text
    visitor.post("/plain/mailbox/1/withdraw")
    assert "Ze is vernietigd" in visitor.text
    assert instance.cases() == []
    directory = people.genuine(instance.context)
    line = line_of(instance.context, instance.zone.register_seed, directory, asked.id)
    assert (line.state, line.received) == ("withdrawn", asked.received)
    assert line.closed == instance.context.today()
    visitor.get("/plain/mailbox")
    assert "Deze brievenbus is leeg" in visitor.text


def test_withdrawing_says_beforehand_that_somebody_has_read_it(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    [case] = instance.cases()
    instance.hands("facilitator").view(case.id)
    visitor.get("/plain/mailbox/1/withdraw")
    assert "Iemand heeft je vraag al geopend" in visitor.text
    visitor.post("/plain/mailbox/1/withdraw")
    assert "De behandeling stopt" in visitor.text
    [case] = instance.cases()
    assert case.state == "withdrawn"


def test_withdrawing_is_asked_again_when_somebody_opened_it_meanwhile(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    visitor.get("/plain/mailbox/1/withdraw")
    [case] = instance.cases()
    instance.hands("facilitator").view(case.id)
    visitor.post("/plain/mailbox/1/withdraw")
    assert "Er is nog niets veranderd" in visitor.text
    [case] = instance.cases()
    assert case.state == "open"


def test_who_has_the_mailbox_open_while_it_goes_reads_one_plain_sentence_and_keeps_the_text(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    visitor.enter()
    visitor.get("/plain/mailbox/1")
    other = instance.visitor()
    other.enter()
    other.get("/plain/mailbox/1/withdraw")
    other.post("/plain/mailbox/1/withdraw", destroys="True")
    assert instance.cases() == []
    gone = "Hier is niets meer te lezen: je vraag is gearchiveerd of ingetrokken."
    assert visitor.post("/plain/mailbox/1", text="Nog iets.", do="send").status_code == 404
    assert gone in visitor.text
    assert "Nog iets." in visitor.page.text
    assert gone in unescape(visitor.get("/plain/mailbox/1").text)
    with instance.context.database.write() as db:
        db.query(Mailbox).delete()
    assert visitor.get("/plain/mailbox").status_code == 404
    assert gone in visitor.text
    assert visitor.enter().status_code == 404
    assert "of je vraag is intussen gearchiveerd" in visitor.text


def test_nobody_else_sees_a_case_or_its_pages(instance: Instance, visitor: Visitor) -> None:
    visitor.ask()
    other = instance.visitor()
    other.ask("ander")
    assert other.get("/plain/mailbox/2").status_code == 404
    stranger = instance.visitor()
    assert "Lees je antwoord" in stranger.get("/plain/mailbox/1").text
    assert stranger.client.get("/plain/mailbox/1/0/0/0", base_url=ADDRESS).status_code == 404


def test_leaving_takes_everything_off_the_desk(instance: Instance, visitor: Visitor) -> None:
    visitor.ask()
    visitor.write(text="Onaf.")
    visitor.get("/plain/")
    answer = visitor.post("/plain/away")
    assert re.sub(r"<[^>]+>", "", answer.text).strip() == "Info"
    assert "cookies" in answer.history[0].headers["Clear-Site-Data"]
    assert "Lees je antwoord" in visitor.get("/plain/mailbox").text
    assert "Onaf." not in visitor.get("/plain/ask").text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://other.example"},
    ],
)
def test_another_site_empties_nobodys_browser(visitor: Visitor, headers: dict[str, str]) -> None:
    answer = visitor.client.post("/plain/away", base_url=ADDRESS, headers=headers)
    assert answer.status_code == 303
    assert "Clear-Site-Data" not in answer.headers


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": ADDRESS}, {"Origin": "null"}]
)
def test_whoever_may_be_the_visitor_gets_away(visitor: Visitor, headers: dict[str, str]) -> None:
    answer = visitor.client.post("/plain/away", base_url=ADDRESS, headers=headers)
    assert "storage" in answer.headers["Clear-Site-Data"]


def test_a_false_message_of_the_server_is_told_and_not_shown(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    write(instance, "facilitator", "reply", "Een echt antwoord.", {})
    with instance.context.database.write() as db:
        reply = db.query(Message).filter(Message.kind == "reply").one()
        reply.envelope = reply.envelope[:-1] + bytes([reply.envelope[-1] ^ 1])
    visitor.get("/plain/mailbox/1")
    assert "kloppen niet en worden niet getoond" in visitor.text
    assert "Een echt antwoord." not in visitor.text


def test_a_case_under_keys_of_the_servers_own_making_is_not_opened(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    with instance.context.database.write() as db:
        roster = db.query(Roster).one()
        roster.envelope = roster.envelope[:-1] + bytes([roster.envelope[-1] ^ 1])
    visitor.get("/plain/mailbox/1")
    assert visitor.page.status_code == 503
    assert "klopt niet" in visitor.text


def test_a_mailbox_made_on_the_plain_pages_opens_as_any_other(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    box: OpenMailbox = asker.enter(instance.context, "regenjas", PASSWORD)
    [case] = instance.cases()
    assert set(remembering.read(instance.context, box).cases) == {case.id}


def test_another_language_keeps_the_reply_that_was_begun(visitor: Visitor) -> None:
    visitor.ask()
    visitor.get("/plain/mailbox/1")
    visitor.post("/plain/mailbox/1", text="Nog dit:", do="in-fr")
    assert visitor.page.request.path == "/fr/plain/mailbox/1"
    assert visitor.form("/fr/plain/mailbox/1")["text"] == "Nog dit:"


def test_until_when_a_closed_question_can_be_read_is_told_and_not_folded_away(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    [case] = instance.cases()
    starts = cases.archiving_starts(case.received.year)
    assert (starts.day, starts.month) == (1, 4)
    assert starts.year == case.received.year + 1
    assert "zeker lezen tot 1 april van volgend jaar" in visitor.text
    visitor.get("/plain/mailbox/1")
    assert "zeker lezen tot" not in visitor.text
    write(instance, "facilitator", "final", "Neen.", {"referred": []})
    write(instance, "facilitator", "close", "", {"outcome": "advies-gegeven"})
    visitor.get("/plain/mailbox/1")
    before, _folded, _after = visitor.page.text.partition("<details")
    with instance.app.test_request_context("/plain/"):
        assert f"zeker lezen tot {say_day(starts)}" in before
