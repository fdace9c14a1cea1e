"""docs/asvs.md: no requirement of levels 1 and 2 is passed over, and what it names is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs/asvs.md").read_text("utf-8")
ROW = re.compile(
    r"^\| (\d+\.\d+)\.(\d+) \| ([123]) \| .+ \| (yes|n/a|no) \| (.*) \|$", re.MULTILINE
)
# The level of each requirement of ASVS 5.0.0, section by section, in their order.
LEVELS = {
    "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123",
    "2.1": "122", "2.2": "112", "2.3": "12223", "2.4": "23",
    "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333", "3.6": "3",
    "3.7": "22333",
    "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222",
    "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222",
    "6.1": "122", "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333",
    "6.6": "2223", "6.7": "33", "6.8": "2222",
    "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22",
    "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23",
    "9.1": "111", "9.2": "1222",
    "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333", "10.5": "22222",
    "10.6": "22", "10.7": "222",
    "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222", "11.5": "23", "11.6": "23",
    "11.7": "33",
    "12.1": "12233", "12.2": "11", "12.3": "22223",
    "13.1": "2333", "13.2": "222223", "13.3": "2233", "13.4": "1222233",
    "14.1": "22", "14.2": "12223333", "14.3": "122",
    "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333",
    "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222", "16.5": "2223",
    "17.1": "23", "17.2": "22223333", "17.3": "22",
}  # fmt: skip
REQUIREMENTS = {
    (section, number): level
    for section, levels in LEVELS.items()
    for number, level in enumerate(levels, start=1)
}


def rows() -> dict[tuple[str, int], tuple[str, str, str]]:
    """Level, answer and reason of each requirement that the document has."""
    return {
        (section, int(number)): (level, answer, reason)
        for section, number, level, answer, reason in ROW.findall(DOCUMENT)
    }


def test_no_requirement_of_levels_1_and_2_is_passed_over() -> None:
    assert [
        wanted for wanted, level in REQUIREMENTS.items() if level != "3" and wanted not in rows()
    ] == []


def test_every_row_is_a_requirement_at_its_level() -> None:
    assert {row: level for row, (level, _, _) in rows().items()} == {
        row: REQUIREMENTS.get(row, "none") for row in rows()
    }


def test_what_is_not_met_says_why_and_what_is_says_where() -> None:
    bare = [row for row, (_, answer, why) in rows().items() if answer != "n/a" and len(why) < 4]
    assert bare == []


def test_every_file_that_it_names_is_there() -> None:
    named = re.findall(
        r"`((?:[\w.-]+/)+[\w@.-]+|[A-Z]+\.md|[\w-]+\.(?:lock|toml|js))(?:::\w+)?`", DOCUMENT
    )
    assert len(named) > 100
    assert sorted({name for name in named if not (ROOT / name).exists()}) == []
