"""The import contracts of pyproject.toml bite: each planted violation is found."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    *("casework", "doors", "keeping", "signing_in", "staff", "statistics", "upkeep"),
    *("context", "deadlines", "errors", "qr", "values"),
)
PACKAGES = (
    "crypto",
    "crypto/secret",
    "portal",
    "portal/api",
    "portal/assisted",
    "portal/models",
    "portal/pages",
    "portal/services",
    *(f"portal/services/{name}" for name in ROOMS),
    "portal/web",
    "sanitizers",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project of empty packages under our contracts."""
    for package in PACKAGES:
        folder = tmp_path / package
        folder.mkdir()
        (folder / "__init__.py").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(tree: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_empty_packages_keep_every_contract(tree: Path) -> None:
    assert lint(tree).returncode == 0


def test_the_plain_pages_may_import_the_secret_half(tree: Path) -> None:
    (tree / "portal/assisted/__init__.py").write_text("import crypto.secret\n")
    assert lint(tree).returncode == 0


@pytest.mark.parametrize(
    ("importer", "line", "contract"),
    [
        ("portal/pages", "import crypto.secret", "secret-key half"),
        ("portal/services", "from crypto.secret import anything", "secret-key half"),
        ("portal/api", "from crypto import secret", "secret-key half"),
        ("crypto", "import crypto.secret", "secret-key half"),
        ("portal/models", "import portal.services", "point down"),
        ("portal/services", "import portal.api", "point down"),
        ("portal/pages", "import portal.assisted", "point down"),
        ("crypto", "import portal.models", "The protocol knows nothing"),
        ("crypto", "import flask", "The protocol knows nothing"),
        ("sanitizers", "import crypto", "Cleaning knows nothing"),
        ("portal/services", "import flask", "no web framework"),
        ("portal/services/doors", "import portal.services.staff", "A room of the services"),
        ("portal/services/casework", "import portal.services.signing_in", "A room of the services"),
    ],
)
def test_a_planted_violation_is_found(tree: Path, importer: str, line: str, contract: str) -> None:
    (tree / importer / "__init__.py").write_text(line + "\n")
    done = lint(tree)
    assert done.returncode == 1
    assert any(contract in row and "BROKEN" in row for row in done.stdout.splitlines())


def test_a_service_outside_every_room_is_found(tree: Path) -> None:
    (tree / "portal/services/loose.py").touch()
    done = lint(tree)
    assert done.returncode == 1
    assert "portal.services.loose" in done.stdout
