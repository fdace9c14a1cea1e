"""Asking on the plain pages."""

from __future__ import annotations

import io
import re
import threading
from datetime import datetime

from sqlalchemy import select

from portal.assisted.demo import files
from portal.assisted.receipt import Receipt
from portal.assisted.texts import say_day
from portal.models.desks import OnDesk
from tests.assisted.conftest import ADDRESS, PASSWORD, Instance, Visitor

PHOTO = files.photo(datetime(2026, 5, 4, 3, 2), author="Een Naam")  # noqa: DTZ001 - as phones do


def test_it_says_what_it_means_that_the_server_seals_before_a_password_is_asked_for(
    visitor: Visitor,
) -> None:
    visitor.get("/plain/")
    assert "ziet de server op dat moment de sleutel van je hele brievenbus" in visitor.text
    visitor.get("/plain/mailbox")
    before, _field, _after = visitor.page.text.partition('id="password"')
    assert "sleutel van deze hele brievenbus" in before
    visitor.write()
    before, _field, _after = visitor.page.text.partition('id="password"')
    assert "De server ziet bij het versturen" in before


def test_a_question_arrives_and_staff_can_open_it(instance: Instance, visitor: Visitor) -> None:
    visitor.ask(text="Mag ik een doos wijn aannemen?", urgent="y", real_name="Jan Peeters")
    assert "Je vraag is verstuurd" in visitor.text
    [case] = instance.cases()
    view = instance.hands("facilitator").view(case.id)
    assert view.question.text == "Mag ik een doos wijn aannemen?"
    assert view.question.fields["name"] == "Jan Peeters"
    assert view.question.fields["urgent"] is True


def test_both_dates_and_the_day_to_come_back_on_are_told(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    [case] = instance.cases()
    with instance.app.test_request_context("/plain/"):
        assert say_day(case.feedback_by) in visitor.text
        assert say_day(case.answer_by) in visitor.text


def test_who_is_kept_out_gets_no_key(instance: Instance, visitor: Visitor) -> None:
    visitor.get("/plain/ask")
    label = re.search(r'value="([^"]+)"[^>]*><span>Joris Claes', visitor.page.text)
    assert label
    visitor.post("/plain/ask", kind="dilemma", text="Over Joris.", excluded=label[1], do="next")
    visitor.send()
    [case] = instance.cases()
    view = instance.hands("facilitator").view(case.id)
    taking_part = {participant.id for participant in view.roster.participants}
    assert instance.zone.staff["second"].id not in taking_part
    assert instance.zone.staff["facilitator"].id in taking_part


def test_it_refuses_to_keep_every_facilitator_out(instance: Instance, visitor: Visitor) -> None:
    visitor.get("/plain/ask")
    everybody = re.findall(r'name="excluded"[^>]*value="([^"]+)"', visitor.page.text)
    everybody += re.findall(r'value="([^"]+)"[^>]*name="excluded"', visitor.page.text)
    assert len(set(everybody)) == 5
    visitor.post(
        "/plain/ask",
        kind="dilemma",
        text="Over iedereen.",
        excluded=sorted(set(everybody)),
        do="next",
    )
    assert "Er blijft niemand over" in visitor.text
    assert "Over iedereen." in visitor.page.text


def test_bad_input_costs_nobody_what_they_typed(visitor: Visitor) -> None:
    text = "Een <b>lange</b> vraag\n\nmet witregels & tekens €"
    visitor.write(kind=None, text=text, real_name="J", urgent="y")
    assert visitor.page.status_code == 422
    assert visitor.form("/plain/ask")["text"] == text
    assert visitor.form("/plain/ask")["urgent"] == "y"
    assert "Kies waarover je vraag gaat" in visitor.text


def test_a_text_that_is_too_long_comes_back_whole(visitor: Visitor) -> None:
    text = "x" * 80_001
    visitor.write(text=text)
    assert visitor.form("/plain/ask")["text"] == text
    assert "80001 tekens" in visitor.text


def test_the_longest_text_of_the_widest_letters_arrives_whole(
    instance: Instance, visitor: Visitor
) -> None:
    text = "\N{GRINNING FACE}" * 80_000
    visitor.ask(text=text)
    [case] = instance.cases()
    assert instance.hands("facilitator").view(case.id).question.text == text


def test_more_than_anybody_types_comes_back_and_is_put_down_nowhere(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    before = _put_down(instance)
    visitor.write(text="x" * 400_000)
    assert "x" * 400_000 in visitor.text
    visitor.get("/plain/mailbox/1")
    visitor.post("/plain/mailbox/1", text="y" * 400_000, do="send")
    assert "y" * 400_000 in visitor.text
    # Not with a token either that belongs to no form.
    visitor.post("/plain/ask", text="z" * 400_000, token="none")
    assert "z" * 400_000 in visitor.text
    assert _put_down(instance) < before + 20_000


def _put_down(instance: Instance) -> int:
    """Bytes on all desks together."""
    with instance.context.sessions.read() as db:
        return sum(db.scalars(select(OnDesk.size)))


def test_a_weak_password_is_refused_with_the_reason(instance: Instance, visitor: Visitor) -> None:
    visitor.write()
    visitor.send(password="welkom123")
    assert "te makkelijk te raden" in visitor.text
    assert instance.cases() == []
    visitor.send(name="blauwe vogel", password="blauwe vogel 1")
    assert "Het lijkt op je naam" in visitor.text
    assert visitor.form("/plain/ask/key")["pseudonym"] == "blauwe vogel"


def test_a_slip_in_the_second_password_is_caught(instance: Instance, visitor: Visitor) -> None:
    visitor.write()
    visitor.send(again=PASSWORD + "s")
    assert "niet hetzelfde wachtwoord" in visitor.text
    assert instance.cases() == []


def test_a_name_with_accents_is_refused_and_says_why(visitor: Visitor) -> None:
    visitor.write()
    visitor.send(name="zoë")
    assert "zonder accenten of emoji" in visitor.text


def test_the_six_words_stay_until_others_are_asked_for(visitor: Visitor) -> None:
    visitor.write()
    first = re.findall(r"<li>([a-z]+)</li>", visitor.page.text)
    assert len(first) == 6
    visitor.send(password="kort")
    assert re.findall(r"<li>([a-z]+)</li>", visitor.page.text) == first
    visitor.send(do="words")
    assert re.findall(r"<li>([a-z]+)</li>", visitor.page.text) != first


def test_an_attachment_comes_back_cleaned_with_what_was_taken_out(visitor: Visitor) -> None:
    visitor.get("/plain/ask")
    visitor.attach(PHOTO, "mijn-naam.jpg")
    assert "de plaats waar de foto genomen is" in visitor.text
    assert "Een Naam" in visitor.text
    assert "mijn-naam" not in visitor.page.text
    [address] = set(re.findall(r'src="(/plain/ask/picture/[^"]+)"', visitor.page.text))
    shown = visitor.client.get(address, base_url=ADDRESS)
    assert shown.mimetype in {"image/webp", "image/png", "image/jpeg"}
    assert b"Een Naam" not in shown.data
    assert b"Exif" not in shown.data


def test_an_attachment_that_nobody_looked_at_is_not_sent(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.write()
    visitor.get("/plain/ask")
    visitor.attach(PHOTO)
    visitor.post("/plain/ask", do="next")
    assert "Bekijk elke bijlage" in visitor.text
    visitor.post("/plain/ask", do="keep-1")
    visitor.post("/plain/ask", do="next")
    visitor.send()
    [case] = instance.cases()
    [attachment] = instance.hands("facilitator").view(case.id).question.attachments
    assert attachment.family == "photo"


def test_a_dropped_attachment_is_gone(instance: Instance, visitor: Visitor) -> None:
    visitor.write()
    visitor.get("/plain/ask")
    visitor.attach(PHOTO)
    visitor.post("/plain/ask", do="drop-1")
    visitor.post("/plain/ask", do="next")
    visitor.send()
    [case] = instance.cases()
    assert instance.hands("facilitator").view(case.id).question.attachments == ()


def test_a_file_that_cannot_be_cleaned_leaves_the_rest(visitor: Visitor) -> None:
    visitor.get("/plain/ask")
    visitor.post("/plain/ask", text="Dit blijft staan.", upload=None, do="add")
    assert "Kies eerst een bestand" in visitor.text
    visitor.attach(PHOTO)
    visitor.attach(b"MZ\x90\x00 not a picture", "x.exe")
    assert visitor.page.status_code == 422
    assert "Van dit bestand is niets bewaard" in visitor.text
    assert visitor.form("/plain/ask")["text"] == "Dit blijft staan."
    assert "foto 1" in visitor.text


def test_the_same_form_sent_twice_makes_one_case(instance: Instance, visitor: Visitor) -> None:
    visitor.write()
    form = visitor.form("/plain/ask/key")
    visitor.send()
    visitor.send(**form)
    assert "Je vraag is verstuurd" in visitor.text
    assert len(instance.cases()) == 1


def test_a_double_click_makes_one_case(instance: Instance, visitor: Visitor) -> None:
    visitor.write()
    form = {**visitor.form("/plain/ask/key"), "pseudonym": "regenjas", "do": "send"}
    form |= {"password": PASSWORD, "again": PASSWORD}
    kept = visitor.client.get_cookie("desk", domain="127.0.0.1")
    assert kept
    cookie = f"desk={kept.value}"
    statuses: list[int] = []

    def click() -> None:
        client = instance.app.test_client(use_cookies=False)
        answer = client.post(
            "/plain/ask/key", base_url=ADDRESS, data=form, headers={"Cookie": cookie}
        )
        statuses.append(answer.status_code)

    clicks = [threading.Thread(target=click) for _ in range(4)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert statuses == [303] * 4
    assert len(instance.cases()) == 1


def test_a_reply_that_was_lost_on_the_way_does_not_make_a_second_case(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.write()
    kept = Receipt.keep
    try:
        # The server dies after the case is on the disk and before anything was said about it.
        Receipt.keep = lambda *_: (_ for _ in ()).throw(OSError("gone"))  # type: ignore[method-assign]
        visitor.send()
        assert visitor.page.status_code == 500
    finally:
        Receipt.keep = kept  # type: ignore[method-assign]
    assert len(instance.cases()) == 1
    visitor.get("/plain/ask/key")
    visitor.send()
    assert "Je vraag is verstuurd" in visitor.text
    assert len(instance.cases()) == 1


def test_a_mailbox_that_is_there_is_joined_only_when_the_asker_says_so(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    other = instance.visitor()
    other.ask(text="Nog iets.")
    assert "Deze brievenbus bestaat al" in other.text
    assert len(instance.cases()) == 1
    other.send(do="join")
    assert "Je vraag staat daar nu bij" in other.text
    assert len({case.mailbox for case in instance.cases()}) == 1
    assert len(instance.cases()) == 2


def test_a_further_question_from_the_open_mailbox_needs_no_password(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.ask()
    visitor.write(text="Een tweede vraag.")
    assert "dat je vragen bij elkaar horen" in visitor.get("/plain/ask").text
    visitor.get("/plain/ask/key")
    assert 'name="password"' not in visitor.page.text
    visitor.post("/plain/ask/key", do="send")
    assert "Je vraag is verstuurd" in visitor.text
    assert len(instance.cases()) == 2


def test_a_form_without_its_token_is_not_received_and_gives_the_text_back(
    instance: Instance, visitor: Visitor
) -> None:
    stranger = instance.visitor()
    stranger.post("/plain/ask", kind="dilemma", text="Mijn lange tekst", do="next")
    assert stranger.page.status_code == 400
    assert "Dit is niet ontvangen" in stranger.text
    assert "Mijn lange tekst" in stranger.page.text
    visitor.write()
    visitor.post("/plain/ask/key", token="x" * 43, pseudonym="a", password=PASSWORD, do="send")
    assert "Dit is niet ontvangen" in visitor.text
    assert PASSWORD not in visitor.page.text
    assert instance.cases() == []


def test_a_token_of_another_visitor_is_no_good(instance: Instance, visitor: Visitor) -> None:
    visitor.get("/plain/ask")
    other = instance.visitor()
    other.get("/plain/ask")
    other.post("/plain/ask", token=visitor.form("/plain/ask")["token"], text="Gestolen", do="next")
    assert "Dit is niet ontvangen" in other.text


def test_who_was_away_for_hours_keeps_the_text_and_is_told_of_the_attachments(
    instance: Instance, visitor: Visitor
) -> None:
    visitor.get("/plain/ask")
    visitor.post("/plain/ask", kind="dilemma", text="Lang nagedacht.", do="add")
    visitor.attach(PHOTO)
    instance.clock._asked += 3 * 3600
    visitor.post("/plain/ask", do="next")
    assert "je bijlagen zijn gewist" in visitor.text
    assert visitor.form("/plain/ask")["text"] == "Lang nagedacht."


def test_no_page_is_the_answer_to_a_form(instance: Instance, visitor: Visitor) -> None:
    """A browser keeps the form behind such a page in its profile, password and all."""
    visitor.write()
    form = visitor.form("/plain/ask/key")
    for changed in ({"password": "kort"}, {"token": "x"}, {"do": "words"}, {"draft": "x"}):
        fields = {**form, "pseudonym": "regenjas", **changed}
        answer = visitor.client.post("/plain/ask/key", base_url=ADDRESS, data=fields)
        assert answer.status_code == 303, changed
    stranger = instance.visitor()
    answer = stranger.client.post("/plain/ask", base_url=ADDRESS, data={"text": "Mijn tekst"})
    assert answer.status_code == 303
    assert "Mijn tekst" in stranger.get("/plain/again").text


def test_no_page_has_a_script_or_lets_the_browser_keep_a_field(visitor: Visitor) -> None:
    visitor.ask()
    paths = ["/plain/", "/plain/ask", "/plain/ask/sent", "/plain/mailbox", "/plain/mailbox/1"]
    for path in [*paths, "/plain/mailbox/1/withdraw", "/plain/nothing-here"]:
        page = visitor.get(path)
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert "unsafe" not in policy
        assert "<script" not in page.text
        assert "style=" not in page.text
        assert page.headers["Cache-Control"] == "no-store"
        assert 'type="password"' not in page.text
        assert "<title>Info</title>" in page.text
        for form in re.findall(r"<form[^>]*>", page.text):
            assert 'autocomplete="off"' in form


def test_every_question_stays_out_of_temporary_files(instance: Instance, visitor: Visitor) -> None:
    visitor.get("/plain/ask")
    visitor.attach(PHOTO + bytes(400_000))
    left = [file for file in (instance.data / "tmp").rglob("*") if file.is_file()]
    assert left == []


def test_everything_is_thrown_away_only_when_asked_once_more(visitor: Visitor) -> None:
    visitor.write(text="Eerste zin.")
    visitor.get("/plain/ask")
    visitor.post("/plain/ask", text="Eerste zin. En nog een.", do="discard")
    assert "Alles weggooien?" in visitor.text
    visitor.get("/plain/ask")
    assert visitor.form("/plain/ask")["text"] == "Eerste zin. En nog een."
    visitor.get("/plain/ask/discard")
    visitor.post("/plain/ask/discard")
    visitor.get("/plain/ask")
    assert visitor.form("/plain/ask")["text"] == ""


def test_another_language_keeps_what_was_typed_and_not_yet_sent(visitor: Visitor) -> None:
    visitor.get("/plain/ask")
    visitor.post("/plain/ask", text="Half geschreven", urgent="y", do="in-fr")
    assert visitor.page.request.path == "/fr/plain/ask"
    assert visitor.form("/fr/plain/ask")["text"] == "Half geschreven"
    assert visitor.form("/fr/plain/ask")["urgent"] == "y"


def test_a_file_that_was_chosen_goes_along_to_another_language(visitor: Visitor) -> None:
    visitor.get("/plain/ask")
    visitor.post("/plain/ask", upload=(io.BytesIO(PHOTO), "x.jpg"), do="in-en")
    assert visitor.page.request.path == "/en/plain/ask"
    assert "/plain/ask/picture/" in visitor.page.text


def test_no_other_language_than_the_organisations_is_gone_to(visitor: Visitor) -> None:
    visitor.get("/plain/ask")
    visitor.post("/plain/ask", text="Half", kind="dilemma", do="in-de")
    assert "/plain/ask/key" in visitor.page.request.path


def test_a_file_that_was_refused_is_told_at_the_top_whichever_button_was_pressed(
    visitor: Visitor,
) -> None:
    for button in ("next", "add"):
        visitor.get("/plain/ask")
        visitor.post(
            "/plain/ask",
            kind="dilemma",
            text="Mag ik dit?",
            upload=(io.BytesIO(b"MZ" + bytes(200)), "x.exe"),
            do=button,
        )
        before, _heading, _after = visitor.page.text.partition("<h1")
        assert "Je bijlage is niet toegevoegd" in before
