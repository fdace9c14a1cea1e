"""The access word on the plain pages: first the word, and nothing written is lost."""

from __future__ import annotations

from datetime import timedelta

from portal.services.doors import access
from tests.assisted.conftest import Visitor

WORD = "blauwe merel"
STAFF = "Wie mag je vraag niet lezen?"


def test_the_word_comes_before_the_question_and_the_names_of_the_staff(visitor: Visitor) -> None:
    access.choose(visitor.instance.context, WORD)
    visitor.get("/plain/ask")
    assert "Eerst het toegangswoord" in visitor.text
    assert STAFF not in visitor.text
    visitor.post("/plain/word", word="Blauwe-Merel")
    assert STAFF in visitor.text
    visitor.ask()
    assert "Je vraag is verstuurd" in visitor.text


def test_a_wrong_word_says_so_and_stands_there_again(visitor: Visitor) -> None:
    access.choose(visitor.instance.context, WORD)
    visitor.get("/plain/word")
    visitor.post("/plain/word", word="groene specht")
    assert visitor.page.status_code == 404
    assert "Dit is niet het toegangswoord" in visitor.text
    assert visitor.form("/plain/word")["word"] == "groene specht"


def test_what_was_written_outlives_a_pass_that_ended(visitor: Visitor) -> None:
    access.choose(visitor.instance.context, WORD)
    visitor.get("/plain/word")
    visitor.post("/plain/word", word=WORD)
    visitor.get("/plain/ask")
    visitor.instance.clock.day += timedelta(days=2)
    visitor.post("/plain/ask", kind="dilemma", text="Blijft dit staan?", do="next")
    assert "Eerst het toegangswoord" in visitor.text
    visitor.post("/plain/word", word=WORD)
    assert visitor.form("/plain/ask")["text"] == "Blijft dit staan?"


def test_nothing_is_sent_without_the_word(visitor: Visitor) -> None:
    visitor.write()
    access.choose(visitor.instance.context, WORD)
    visitor.send()
    assert "Eerst het toegangswoord" in visitor.text
    assert visitor.instance.cases() == []


def test_who_has_a_mailbox_open_is_not_asked_for_the_word(visitor: Visitor) -> None:
    visitor.ask()
    access.choose(visitor.instance.context, WORD)
    visitor.get("/plain/ask")
    assert STAFF in visitor.text
    returning = visitor.instance.visitor()
    returning.enter()
    assert "Je brievenbus" in returning.text
