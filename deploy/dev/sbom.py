"""Writes the software bill of materials, CycloneDX 1.6: what a release is made of.

    python -m deploy.dev.sbom > docs/sbom.cdx.json

Python packages from requirements.lock, the browser's from package.json and their manifests. Neither a
time nor a random number is in it, so that the same locks give the same bytes.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
REQUIREMENT = re.compile(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==([^ ;\\]+)", re.MULTILINE)
# What make vendor bundles into the pages.
BUNDLED = (
    "@noble/curves",
    "@noble/hashes",
    "@noble/post-quantum",
    "@zxcvbn-ts/core",
    "@zxcvbn-ts/language-common",
    "@zxcvbn-ts/language-nl-be",
    "fastest-levenshtein",
    "hash-wasm",
    "hpke",
    "lit-html",
)
LONGEST_NAME = 60
Component = dict[str, object]


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [*_python(), *_browser()],
    }
    json.dump(bill, sys.stdout, indent=1, ensure_ascii=False, sort_keys=True)
    sys.stdout.write("\n")


def _python() -> Iterator[Component]:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for name, version in REQUIREMENT.findall(lock):
        yield _component("pypi", name, version, _license_of(name))


def _license_of(name: str) -> str | None:
    try:
        told = metadata(name).json
    except PackageNotFoundError:
        return None  # For another system than this one.
    expression = told.get("license_expression") or told.get("license")
    # Some packages put the whole text where its name belongs.
    return expression if isinstance(expression, str) and len(expression) <= LONGEST_NAME else None


def _browser() -> Iterator[Component]:
    for name in BUNDLED:
        manifest = json.loads(
            (ROOT / "node_modules" / name / "package.json").read_text(encoding="utf-8")
        )
        yield _component("npm", name, manifest["version"], manifest.get("license"))


def _component(kind: str, name: str, version: str, licence: str | None) -> Component:
    address = f"pkg:{kind}/{name.replace('@', '%40')}@{version}"
    found: Component = {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
    }
    return found | ({"licenses": [{"license": {"name": licence}}]} if licence else {})


if __name__ == "__main__":
    main()
