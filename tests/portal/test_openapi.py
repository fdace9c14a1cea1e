"""The API's description: as kept in the repository, and without a field for what people write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from portal.app import describe
from portal.commands.openapi import text

ROOT = Path(__file__).parents[2]

# Strings that may be free: names and functions of staff (public in the directory), the address for
# notices, codes and cursors. Nothing about a case.
FREE = {
    ("Invitation", "name"),
    ("Invitation", "function"),
    ("Notice", "address"),
    # One word for the whole organisation, about no case.
    ("AccessWord", "word"),
}


def test_the_description_in_the_repository_is_that_of_the_code() -> None:
    kept = (ROOT / "docs" / "openapi.json").read_text(encoding="utf-8")
    assert kept == text(), "run: adviespunt openapi --out docs/openapi.json"


def test_no_body_takes_a_field_that_is_not_named() -> None:
    for name, schema in _request_schemas().items():
        assert schema.get("additionalProperties") is False, name


def test_no_body_has_a_field_for_free_text_about_a_case() -> None:
    for name, schema in _request_schemas().items():
        for field, about in schema.get("properties", {}).items():
            for kind in [about, *about.get("anyOf", [])]:
                if kind.get("type") != "string":
                    continue
                bounded = {"pattern", "enum", "const", "format"} & kind.keys()
                assert bounded or (name, field) in FREE, f"{name}.{field}"


def _request_schemas() -> dict[str, Any]:
    schemas: dict[str, Any] = describe()["components"]["schemas"]
    return {name: s for name, s in schemas.items() if name != "Problem" and "properties" in s}
