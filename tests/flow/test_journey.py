"""A question with a photo and a PDF, from an asker to a facilitator to a coach and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import pytest

from portal.assisted.demo.kept import Login
from tests.browser.conftest import PageMaker
from tests.flow.conftest import Portal
from tests.flow.people import PlainAsker, SealedAsker, Staff, Story

pytestmark = pytest.mark.browser

FEEDBACK = "Bedankt voor je vraag. Een coach kijkt ernaar."
ANSWER = "Mijn raad: geef het dossier door en zeg aan je chef waarom."


class Place(Protocol):
    """Where people can go: the address, and who of the staff may sign in there."""

    @property
    def address(self) -> str: ...

    @property
    def staff(self) -> Mapping[str, Login]: ...


def walk(asker: SealedAsker | PlainAsker, portal: Place, make_page: PageMaker) -> None:
    """The whole way there and back; each of them in a browser of their own."""
    words = asker.story.words
    asker.ask()
    facilitator = Staff(make_page(), portal.address, portal.staff["facilitator"])
    facilitator.sign_in()
    facilitator.open_the_case()
    facilitator.reads(words.text)
    facilitator.sees_pictures(2)
    facilitator.assign(portal.staff["coach-1"].name)
    facilitator.write("Eerste feedback", "Verstuur de eerste feedback", FEEDBACK)
    coach = Staff(make_page(), portal.address, portal.staff["coach-1"])
    coach.sign_in()
    coach.open_the_case()
    coach.reads(words.real_name if words.real_name in words.text else words.text)
    coach.sees_pictures(2)
    coach.write("Definitief antwoord", "Verstuur het definitieve antwoord", ANSWER)
    asker.come_back()
    asker.reads(FEEDBACK)
    asker.reads(ANSWER)
    asker.sees_pictures(2)
    asker.reply(words.reply)


def test_a_question_goes_sealed_from_asker_to_coach_and_back(
    portal: Portal, story: Story, make_page: PageMaker
) -> None:
    asker = SealedAsker(make_page(), portal.address, story)
    walk(asker, portal, make_page)


def test_a_question_goes_from_an_asker_without_scripts_to_coach_and_back(
    portal: Portal, story: Story, make_page: PageMaker
) -> None:
    asker = PlainAsker(make_page(java_script_enabled=False), portal.address, story)
    walk(asker, portal, make_page)
