"""update.sh: to the new release, or back to where everything was."""

import os
import shutil
from pathlib import Path

import pytest

from tests.deploy.conftest import DEPLOY, INSTANCE, Run

# Stands for the program of a release: `upgrade` changes the data, and in a bad release breaks it.
PROGRAM = """#!/bin/sh
case $1 in
  upgrade) echo migrated >"$ADVIESPUNT_DATA/database"; exit {code} ;;
esac
"""
SYSTEMCTL = '#!/bin/sh\necho "$*" >>"$ADVIESPUNT_ROOT/systemctl.log"\n'


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine with one instance, at a release named `old`."""
    old = tmp_path / "opt/adviespunt/releases/old"
    old.mkdir(parents=True)
    (tmp_path / "opt/adviespunt/current").symlink_to("releases/old")
    data = tmp_path / "var/lib/adviespunt" / INSTANCE
    data.mkdir(parents=True)
    (data / "portal.toml").write_text('origins = ["https://advies.example"]\n')
    (data / "database").write_text("as it was\n")
    _program(tmp_path / "bin/systemctl", SYSTEMCTL)
    return tmp_path


def _program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def update(machine: Path, run: Run, *, code: int) -> int:
    """Update to a release whose migration ends with this exit code."""
    source = machine / "source"
    shutil.copytree(DEPLOY, source / "deploy", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("portal", "crypto", "sanitizers", "docs"):
        (source / folder).mkdir()
    for file in ("requirements.lock", "README.md", "LICENSE"):
        (source / file).touch()
    (source / "pyproject.toml").write_text('version = "9.9"\n')
    # The virtual environment is what a real machine makes; here it is laid beside.
    lib = source / "deploy/lib.sh"
    program = machine / "program"
    _program(program, PROGRAM.format(code=code))
    make = f'mkdir -p "$1/.venv/bin"; cp {program} "$1/.venv/bin/adviespunt"'
    lib.write_text(f"{lib.read_text()}\nprepare_release() {{ {make}; }}\n")
    path = f"{machine / 'bin'}:{os.environ['PATH']}"
    done = run(source / "deploy/update.sh", check=False, ADVIESPUNT_ROOT=str(machine), PATH=path)
    return done.returncode


def database(machine: Path) -> str:
    return (machine / "var/lib/adviespunt" / INSTANCE / "database").read_text().strip()


def test_a_good_release_is_taken_and_the_data_migrated(machine: Path, run: Run) -> None:
    assert update(machine, run, code=0) == 0
    assert (machine / "opt/adviespunt/current").readlink().name.startswith("9.9-")
    assert database(machine) == "migrated"


def test_a_failed_migration_leaves_release_and_data_as_they_were(machine: Path, run: Run) -> None:
    assert update(machine, run, code=1) == 1
    assert (machine / "opt/adviespunt/current").readlink() == Path("releases/old")
    assert database(machine) == "as it was"


@pytest.mark.parametrize("code", [0, 1])
def test_the_service_is_started_again_whatever_happens(machine: Path, run: Run, code: int) -> None:
    update(machine, run, code=code)
    calls = (machine / "systemctl.log").read_text().splitlines()
    assert calls[0].startswith("stop ")
    assert calls[-1].startswith("start ")


@pytest.mark.parametrize("code", [0, 1])
def test_no_copy_of_the_keys_stays_behind(machine: Path, run: Run, code: int) -> None:
    update(machine, run, code=code)
    assert [path.name for path in (machine / "var/lib/adviespunt").iterdir()] == [INSTANCE]
