"""The plain pages to read: where else to go, and what anonymity means."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from portal.app import create_app
from tests.assisted.conftest import ADDRESS, Instance, Visitor


@pytest.mark.parametrize("language", ["", "/fr", "/en"])
def test_every_question_and_place_stands_on_one_page(
    visitor: Visitor, instance: Instance, language: str
) -> None:
    organisation = instance.context.settings.organisation
    visitor.get(f"{language}/plain/where")
    said = language.removeprefix("/") or "nl"
    for question in organisation.signpost:
        assert organisation.say(question.text, said) in visitor.text
        for answer in question.answers:
            assert organisation.say(answer.label, said) in visitor.text
    for channel in organisation.channels:
        assert organisation.say(channel.name, said) in visitor.text


def test_no_answer_can_be_sent_or_stands_in_an_address(visitor: Visitor) -> None:
    visitor.get("/plain/where")
    main = re.search(r"<main.*</main>", visitor.page.text, re.DOTALL)
    assert main
    assert not re.search(r"<(form|input|button|select)\b", main[0])
    assert set(re.findall(r'href="([^"]*)"', main[0])) == {"/plain/ask"}
    assert "<title>Info</title>" in visitor.page.text


def test_the_organisation_s_own_markdown_is_shown_and_cleaned(instance: Instance) -> None:
    texts = {"start": {"nl": "Dag **jij** &lt;b&gt;\n\n- [hier](https://a.be)"}}
    own = replace(instance.context.settings.organisation, texts=texts)
    settings = replace(instance.context.settings, organisation=own)
    context = replace(instance.context, settings=settings)
    page = create_app(settings, context).test_client().get("/plain/", base_url=ADDRESS).text
    assert "<p>Dag <strong>jij</strong> &lt;b&gt;</p>" in page
    assert '<a href="https://a.be" rel="noreferrer noopener">hier</a>' in page


def test_anonymity_is_told_in_five_sentences_and_a_drawing_with_words(visitor: Visitor) -> None:
    visitor.get("/plain/how")
    five = re.search(r'<ol class="five">(.*?)</ol>', visitor.page.text, re.DOTALL)
    assert five
    assert len(re.findall(r"<li>", five[1])) == 5
    assert '<svg class="picture"' in visitor.page.text
    assert 'aria-labelledby="picture-words"' in visitor.page.text
    assert "de server kan ze heel even lezen" in visitor.text
    for told in (
        "meldplicht",
        "niet het officiële meldkanaal",
        "netwerk van het werk",
        "eigen naam",
    ):
        assert told in visitor.text


def unpromised(page: str) -> list[str]:
    """What a page lists under what can't be promised."""
    part = re.search(r'aria-labelledby="limits">(.*?)</section>', page, re.DOTALL)
    assert part
    return [" ".join(one.split()) for one in re.findall(r"<li>(.*?)</li>", part[1], re.DOTALL)]


@pytest.mark.parametrize("language", ["", "/fr", "/en"])
def test_both_ways_of_asking_say_what_the_server_sees(visitor: Visitor, language: str) -> None:
    visitor.get(f"{language}/how")
    sealed = unpromised(visitor.page.text)
    visitor.get(f"{language}/plain/how")
    plain = unpromised(visitor.page.text)
    # A page that was forged harms who seals on it; without scripts the server reads anyway, and says so.
    assert len(sealed) == 7
    assert [one for one in sealed if one not in plain] == [sealed[3], sealed[6]]
    assert "Tor Browser" in plain[1]


def test_the_server_sees_days_lengths_states_and_readers_and_says_so(visitor: Visitor) -> None:
    for page in ("/how", "/plain/how"):
        visitor.get(page)
        for told in ("Op welke dag", "hoe lang", "hoe ver het antwoord staat", "wie ze kan openen"):
            assert told in visitor.text


def test_away_goes_on_to_the_page_that_the_organisation_named(
    visitor: Visitor, instance: Instance
) -> None:
    assert "Refresh" not in visitor.get("/plain/away").headers
    own = replace(instance.context.settings.organisation, neutral_page="https://a.example/")
    settings = replace(instance.context.settings, organisation=own)
    context = replace(instance.context, settings=settings)
    answer = create_app(settings, context).test_client().get("/plain/away", base_url=ADDRESS)
    assert answer.headers["Refresh"] == "0; url=https://a.example/"
    assert "Adviespunt" not in answer.text
