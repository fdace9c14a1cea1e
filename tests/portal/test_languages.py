"""The pages in the three languages, before any script has run."""

from __future__ import annotations

import pytest

from portal.pages.shells import SHELLS, render

START = next(shell for shell in SHELLS if shell.name == "start")
ASK = {"nl": "Stel je vraag", "fr": "Posez votre question", "en": "Ask your question"}


@pytest.mark.parametrize("language", ASK)
def test_it_speaks_the_language_of_the_address_and_no_other(language: str) -> None:
    page = render(START, language).decode()
    assert {other: words in page for other, words in ASK.items()} == {
        other: other == language for other in ASK
    }
