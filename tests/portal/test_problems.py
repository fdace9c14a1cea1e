"""Each problem that the server names has a sentence of its own in the reader's language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.web.problems import DETAILS

SCRIPTS = Path(__file__).parents[2] / "portal/static/js"
# What only askers meet: an access word, a name of their own, an attachment.
ASKERS_ONLY = {"word", "wrong-word", "mailbox-exists", "refused"}
# Handled where it comes up, by a page of its own.
STEPS = {"second-factor-setup"}


def keys(script: str) -> set[str]:
    text = (SCRIPTS / script).read_text()
    block = text[text.index("const SENTENCES = {") :]
    return set(re.findall(r"^  '?([a-z-]+)'?:", block[: block.index("\n};")], re.MULTILINE))


def test_staff_read_every_problem_in_their_own_language() -> None:
    missing = set(DETAILS) - ASKERS_ONLY - STEPS - keys("pages/staff/problems.js")
    assert missing == set()


@pytest.mark.parametrize("script", ["pages/staff/problems.js", "ui/problems.js"])
def test_the_server_s_own_sentence_is_never_shown(script: str) -> None:
    assert ".detail" not in (SCRIPTS / script).read_text()


@pytest.mark.parametrize("problem", sorted(ASKERS_ONLY - {"refused"}))
def test_what_only_askers_meet_has_a_sentence_for_them(problem: str) -> None:
    assert problem in keys("ui/problems.js")
