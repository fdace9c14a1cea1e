"""Both halves' vectors, opened by the Python half."""

import json
from pathlib import Path
from typing import Any

import pytest

from crypto.errors import ProtocolError
from tests.vectors.opening import OPENERS

HERE = Path(__file__).parent
PRODUCERS = ("python", "javascript")


def _vectors() -> list[Any]:
    return [
        pytest.param(vector, id=f"{producer}-{file.stem}-{vector['name']}")
        for producer in PRODUCERS
        for file in sorted((HERE / producer).glob("*.json"))
        for vector in json.loads(file.read_text())
    ]


@pytest.mark.parametrize("vector", _vectors())
def test_it_makes_of_each_vector_what_the_vector_says(vector: dict[str, Any]) -> None:
    open_it = OPENERS[vector["what"]]
    if vector["expect"] == "refused":
        with pytest.raises(ProtocolError):
            open_it(vector["inputs"])
    else:
        assert open_it(vector["inputs"]) == vector["content"]


def test_it_has_vectors_of_every_operation_from_both_sides() -> None:
    for producer in PRODUCERS:
        found = _operations(producer)
        assert found >= set(OPENERS) - NOT_MADE_BY[producer], producer


# What is written by one side only: archive files are made and read outside the browser.
NOT_MADE_BY: dict[str, set[str]] = {"python": set(), "javascript": {"archive"}}


def _operations(producer: str) -> set[str]:
    files = (HERE / producer).glob("*.json")
    return {vector["what"] for file in files for vector in json.loads(file.read_text())}
