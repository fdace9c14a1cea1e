"""organisation.toml: what is in it, and what is said about a fault."""

from __future__ import annotations

from datetime import date
from pathlib import Path

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
        (
            'short_name = "Z"',
            'staff_shown_by = ["name"]\nshort_name = "Z"',
            3,
            '"name" or "function"',
        ),
        ('name = "Zone"', "name = " + "[" * 10_000, None, "lists in lists"),
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
        ('nl = "Dag"', 'nl = "Dag <b>jij</b>"', 14, "HTML isn't allowed"),
        ('nl = "Dag"', 'nl = "[x](javascript:x)"', 14, "a link must begin with"),
        ('nl = "Dag"', 'nl = { file = "../dag.md" }', 14, "beside this one"),
        ('nl = "Dag"', 'nl = { map = "dag.md" }', 14, "beside this one"),
        ("start = {", "begin = {", 14, "'begin' is not known"),
        ('name = "Buiten"', 'name = "Bui\\u202eten"', 18, "can't be seen"),
        ('name = "Buiten"', 'name = "Bui\\nten"', 18, "one line"),
        ('name = "Buiten"', 'text = "Buiten"', 16, "'name' must be a text"),
        ('key = "buiten"', 'key = "hier"', 17, "stands for asking here"),
        ('key = "advies-gegeven"', 'key = "open"', 33, "stands for what has not ended"),
        ('short_name = "Z"', 'short_name = "Z\\u200b"', 3, "one line that can be read"),
        (
            'short_name = "Z"',
            'neutral_page = "http://a.be"\nshort_name = "Z"',
            3,
            "https:// and a host",
        ),
        (
            'short_name = "Z"',
            'neutral_page = "https://a.be/x"\nshort_name = "Z"',
            3,
            "https:// and a host",
        ),
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


def test_a_text_may_stand_in_a_file_beside_it() -> None:
    beside = {"risks.csv": RISKS, "dag.nl.md": "Dag **jij**\n"}
    text = GOOD.replace('nl = "Dag"', 'nl = { file = "dag.nl.md" }')
    found = parse_organisation(text, "organisation.toml", beside.__getitem__)
    assert found.texts["start"] == {"nl": "Dag **jij**", "fr": "Bonjour"}


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    whole = tmp_path / "organisation.toml"
    with pytest.raises(BadOrganisation, match=r"organisation\.toml: there is no such file"):
        read_organisation(whole)
    whole.write_text(GOOD.replace('nl = "Dag"', 'nl = { file = "dag.nl.md" }'))
    (tmp_path / "risks.csv").write_text(RISKS)
    with pytest.raises(BadOrganisation, match=r"dag\.nl\.md: there is no such file"):
        read_organisation(whole)
    (tmp_path / "dag.nl.md").write_bytes(b"\xff")
    with pytest.raises(BadOrganisation, match=r"dag\.nl\.md: .* UTF-8"):
        read_organisation(whole)
    whole.write_text(GOOD.replace('nl = "Dag"', 'nl = { file = "dag\\u0000.md" }'))
    with pytest.raises(BadOrganisation, match="can't be read"):
        read_organisation(whole)


def test_a_fault_in_such_a_file_is_told_by_its_own_line() -> None:
    beside = {"risks.csv": RISKS, "dag.nl.md": "Dag\n\n<img src=x>\n"}
    text = GOOD.replace('nl = "Dag"', 'nl = { file = "dag.nl.md" }')
    with pytest.raises(BadOrganisation, match=r"dag\.nl\.md, line 3: HTML"):
        parse_organisation(text, "organisation.toml", beside.__getitem__)


SIGNPOST = """
[[signpost]]
key = "nu"
question = "Is er gevaar?"

[[signpost.answers]]
label = "Ja"
to = ["buiten"]

[[signpost.answers]]
label = "Nee"
next = "wat"

[[signpost]]
key = "wat"
question = "Wat speelt er?"

[[signpost.answers]]
label = "Een twijfel"
text = "Vraag *raad*."
to = ["hier", "buiten"]

[[signpost.answers]]
label = "Iets anders"
to = ["buiten"]
"""


def test_the_signpost_leads_from_question_to_question_to_places() -> None:
    found = parse_organisation(GOOD + SIGNPOST, "organisation.toml", lambda name: RISKS)
    first, second = found.signpost
    assert [answer.next for answer in first.answers] == [None, "wat"]
    assert second.answers[0].to == ("hier", "buiten")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('next = "wat"', 'next = "nu"', "further down"),
        ('next = "wat"', 'next = "nergens"', "further down"),
        ('next = "wat"', 'to = ["buiten"]', 'no answer leads to "wat"'),
        ('to = ["hier", "buiten"]', 'to = ["nergens"]', "keys of [[channels]]"),
        ('to = ["hier", "buiten"]', "to = []", "keys of [[channels]]"),
        ('to = ["hier", "buiten"]', 'to = [["hier"]]', "keys of [[channels]]"),
        ('to = ["hier", "buiten"]', 'to = "hier"', "keys of [[channels]]"),
        ('to = ["hier", "buiten"]', 'naar = ["hier"]', "'naar' is not known"),
        ('text = "Vraag *raad*."', 'text = "<i>raad</i>"', "HTML"),
        ('label = "Een twijfel"', 'label = ""', "'label' must be a text"),
        ('question = "Wat speelt er?"', "", "'question' must be a text"),
    ],
)
def test_a_fault_in_the_signpost_is_told_with_its_line_and_reason(
    old: str, new: str, reason: str
) -> None:
    assert old in SIGNPOST
    with pytest.raises(BadOrganisation) as caught:
        parse_organisation(
            GOOD + SIGNPOST.replace(old, new), "organisation.toml", lambda name: RISKS
        )
    assert reason in str(caught.value)
    assert caught.value.line is not None


def test_both_ways_at_once_and_a_single_answer_are_refused() -> None:
    both = SIGNPOST.replace('next = "wat"', 'next = "wat"\nto = ["buiten"]')
    lone = "\n".join(SIGNPOST.splitlines()[:8])
    for text, reason in ((both, "write 'to' or 'next'"), (lone, "2 to 8 answers")):
        with pytest.raises(BadOrganisation, match=reason):
            parse_organisation(GOOD + text, "organisation.toml", lambda name: RISKS)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("group;risk\n", 1),
        ("group,risk,W,B,E,R\ngeld,Geld weg,zes,1,40,240\n", 2),
        ("group,risk,W,B,E,R\ngeld,Geld weg,6,1,,240\n", 2),
        ("group,risk,W,B,E,R\ngeld,,6,1,40,240\n", 2),
        ("group,risk,W,B,E,R\ngeld,Geld weg,6,1,40,24\n", 2),
        ("group,risk,W,B,E,R\ngeld,Geld weg,-6,-1,40,240\n", 2),
        ("group,risk,W,B,E,R\ngeld,Geld weg,nan,1,40,240\n", 2),
        ("group,risk,W,B,E,R\ngeld,Geld weg,,,,\ngeld,Geld weg,,,,\n", 3),
        ('group,risk,W,B,E,R\ngeld,"Geld\n', 2),
    ],
)
def test_a_fault_in_the_risks_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(BadOrganisation) as caught:
        parse_risks(text, "risks.csv")
    assert caught.value.line == line


@pytest.mark.parametrize("group", ["None", "—", "Géld!", "GELD"])
def test_two_groups_that_a_report_would_count_as_one_are_refused(group: str) -> None:
    text = (
        f"group,risk,W,B,E,R\nGeld,Geld weg,,,,\nGeld,Geld te veel,,,,\n{group},Iets anders,,,,\n"
    )
    with pytest.raises(BadOrganisation, match=r"line 4: a report can't tell the group"):
        parse_risks(text, "risks.csv")


def test_a_category_keeps_its_key_when_its_label_changes_if_the_list_names_one() -> None:
    (found,) = parse_risks(
        "group,risk,W,B,E,R,key\ngeld,Een nieuwe naam,,,,,geld-weg\n", "risks.csv"
    )
    assert found.key == "geld-weg"
    assert slug("(Ernstig) pesten: één keer!") == "ernstig-pesten-een-keer"


def test_a_product_that_was_rounded_is_taken_and_a_wrong_one_is_said() -> None:
    (found,) = parse_risks("group,risk,W,B,E,R\ngeld,Geld weg,0.5,0.5,15,4\n", "risks.csv")
    assert found.risk == 4
    with pytest.raises(BadOrganisation, match='"Geld weg": R is 24, but W x B x E is 240'):
        parse_risks("group,risk,W,B,E,R\ngeld,Geld weg,6,1,40,24\n", "risks.csv")
