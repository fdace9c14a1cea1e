"""organisation.toml: what is in it, and what is said about a fault."""

from __future__ import annotations

from datetime import date

import pytest

from portal.commands.init import EXAMPLE
from portal.errors import BadOrganisation
from portal.organisation import parse_organisation, parse_risks, read_organisation, slug

RISKS = "group,risk,W,B,E,R\ngeld,Geld weg,6,1,40,240\nextra,Iets anders,,,,\n"
GOOD = """\
[organisation]
name = "Zone"
short_name = "Z"
outside_channel = "buiten"

[promises]
feedback = 7

[calendar]
closing_days = [2026-12-24]
every_year = ["07-11"]

[texts]
start = { nl = "Dag", fr = "Bonjour" }

[[channels]]
key = "buiten"
name = "Buiten"

[[authorities]]
key = "korpschef"
name = "Korpschef"

[[kinds]]
key = "advies"
label = { nl = "Advies", fr = "Conseil" }

[[kinds]]
key = "andere"
label = "Iets anders"

[[outcomes]]
key = "advies-gegeven"
label = "Advies gegeven"

[risks]
file = "risks.csv"
"""


def test_the_example_can_be_read() -> None:
    found = read_organisation(EXAMPLE / "organisation.toml")
    assert found.name == "Politiezone Voorbeeld"
    assert (found.promises.feedback, found.promises.final) == (7, 30)
    assert len(found.categories) == 31
    worst = max(found.categories, key=lambda one: one.risk or 0)
    assert (worst.key, worst.risk) == ("onrechtmatige-consultatie-van-gegevensbanken", 252)


def test_it_speaks_the_language_asked_for_or_its_own_first() -> None:
    found = parse_organisation(GOOD, "organisation.toml", lambda name: RISKS)
    assert found.say(found.kinds[0].label, "fr") == "Conseil"
    assert found.say(found.kinds[1].label, "fr") == "Iets anders"
    assert found.closing_days == frozenset({date(2026, 12, 24)})


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('name = "Zone"', "name = ", 2, "not TOML"),
        ('name = "Zone"', 'naam = "Zone"', 2, "'naam' is not known"),
        ('name = "Zone"', "name = 3", 2, "text between quotes"),
        ('outside_channel = "buiten"', 'outside_channel = "binnen"', 4, "one of the [[channels]]"),
        ("feedback = 7", "feedback = 0", 7, "whole number from 1"),
        ("feedback = 7", "feedback = 31", None, "can't be earlier"),
        ("[2026-12-24]", '["24 december"]', 10, "list of days without quotes"),
        ('["07-11"]', '["31-12"]', 11, "MM-DD"),
        ('nl = "Dag"', 'de = "Tag"', 14, "a text for each language"),
        ('key = "andere"', 'key = "Iets Anders"', 29, "small letters"),
        ('key = "andere"', 'key = "advies"', 29, "used twice"),
        ('label = "Iets anders"', "label = 3", 30, "must be a text"),
        (
            '[[outcomes]]\nkey = "advies-gegeven"\nlabel = "Advies gegeven"\n',
            "",
            None,
            "at least one",
        ),
        ('file = "risks.csv"', 'file = "../risks.csv"', 37, "beside this file"),
        ("[risks]", "[gevaren]", 36, "not known"),
    ],
)
def test_a_fault_is_told_with_its_line_and_reason(
    old: str, new: str, line: int | None, reason: str
) -> None:
    assert old in GOOD
    with pytest.raises(BadOrganisation) as caught:
        parse_organisation(GOOD.replace(old, new), "organisation.toml", lambda name: RISKS)
    assert reason in str(caught.value)
    assert line in {None, caught.value.line}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("group;risk\n", 1),
        ("group,risk,W,B,E,R\ngeld,Geld weg,zes,1,40,240\n", 2),
        ("group,risk,W,B,E,R\ngeld,Geld weg,6,1,,240\n", 2),
        ("group,risk,W,B,E,R\ngeld,,6,1,40,240\n", 2),
        ("group,risk,W,B,E,R\ngeld,Geld weg,,,,\ngeld,Geld weg,,,,\n", 3),
        ('group,risk,W,B,E,R\ngeld,"Geld\n', 2),
    ],
)
def test_a_fault_in_the_risks_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(BadOrganisation) as caught:
        parse_risks(text, "risks.csv")
    assert caught.value.line == line


def test_a_category_keeps_its_key_when_its_label_changes_if_the_list_names_one() -> None:
    (found,) = parse_risks(
        "group,risk,W,B,E,R,key\ngeld,Een nieuwe naam,,,,,geld-weg\n", "risks.csv"
    )
    assert found.key == "geld-weg"
    assert slug("(Ernstig) pesten: één keer!") == "ernstig-pesten-een-keer"
