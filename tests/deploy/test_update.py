"""update.sh: to the new release, or back to where everything was."""

import os
import shutil
import stat
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.deploy.conftest import DEPLOY, INSTANCE, Run

# Stands for the program of a release: `upgrade` changes the data, and in a bad release breaks it.
PROGRAM = """#!/bin/sh
case $1 in
  upgrade) echo migrated >"$ADVIESPUNT_DATA/database"; {after} ;;
esac
"""
OTHER = "zwei"
# Stands for a disk on which the data of one instance can't be put back.
STUBBORN_MV = f"""#!/bin/sh
case $* in
  */{INSTANCE}.failed) exit 1 ;;
esac
exec /bin/mv "$@"
"""
SYSTEMCTL = '#!/bin/sh\necho "$*" >>"$ADVIESPUNT_ROOT/systemctl.log"\n'


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine with two instances, at a release named `old`."""
    old = tmp_path / "opt/adviespunt/releases/old"
    old.mkdir(parents=True)
    (tmp_path / "opt/adviespunt/current").symlink_to("releases/old")
    for name in (INSTANCE, OTHER):
        data = tmp_path / "var/lib/adviespunt" / name
        data.mkdir(parents=True)
        (data / "portal.toml").write_text('origins = ["https://advies.example"]\n')
        (data / "database").write_text("as it was\n")
    _program(tmp_path / "bin/systemctl", SYSTEMCTL)
    return tmp_path


def _program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def updated(machine: Path, run: Run, *how: str, after: str = "exit 0") -> CompletedProcess[str]:
    """Run update.sh of a release whose migration ends so."""
    source = machine / "source"
    if not source.exists():
        _make_source(machine, source, after)
    path = f"{machine / 'bin'}:{os.environ['PATH']}"
    script = source / "deploy/update.sh"
    # A shell cannot catch a signal that was ignored before it began, as under nohup.
    heard = ("/usr/bin/env", "--default-signal=HUP,TERM")
    return run(*heard, script, *how, check=False, ADVIESPUNT_ROOT=str(machine), PATH=path)


def _make_source(machine: Path, source: Path, after: str) -> None:
    shutil.copytree(DEPLOY, source / "deploy", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("portal", "crypto", "sanitizers", "docs"):
        (source / folder).mkdir()
    for file in ("requirements.lock", "README.md", "LICENSE"):
        (source / file).touch()
    (source / "pyproject.toml").write_text('version = "9.9"\n')
    # The virtual environment is what a real machine makes; here it is laid beside.
    lib = source / "deploy/lib.sh"
    program = machine / "program"
    _program(program, PROGRAM.format(after=after))
    make = f'mkdir -p "$1/.venv/bin"; cp {program} "$1/.venv/bin/adviespunt"'
    lib.write_text(f"{lib.read_text()}\nprepare_release() {{ {make}; }}\n")


def database(machine: Path, name: str = INSTANCE) -> str:
    return (machine / "var/lib/adviespunt" / name / "database").read_text().strip()


def release(machine: Path) -> str:
    return (machine / "opt/adviespunt/current").readlink().name


def aside(machine: Path) -> Path:
    return machine / "var/lib/adviespunt/.before-update"


def calls(machine: Path) -> list[str]:
    return (machine / "systemctl.log").read_text().splitlines()


def test_a_good_release_is_taken_and_the_data_migrated(machine: Path, run: Run) -> None:
    assert updated(machine, run).returncode == 0
    assert release(machine).startswith("9.9-")
    assert database(machine) == database(machine, OTHER) == "migrated"


def test_errors_of_a_machine_of_before_are_laid_where_no_account_may_write(
    machine: Path, run: Run
) -> None:
    errors = machine / "var/log/adviespunt" / INSTANCE / "errors"
    errors.parent.mkdir(parents=True, mode=0o777)
    errors.symlink_to(machine / "no-firewall")
    assert updated(machine, run).returncode == 0
    assert not errors.is_symlink()
    assert stat.S_IMODE(errors.parent.stat().st_mode) == 0o700
    assert (machine / "var/log/adviespunt" / OTHER).is_dir()


@pytest.mark.skipif(os.getuid() != 0, reason="not run, needs root to give files away")
def test_a_release_belongs_to_who_installs_it_and_not_to_who_unpacked_it(
    machine: Path, run: Run
) -> None:
    source = machine / "source"
    _make_source(machine, source, "exit 0")
    for path in (source, *source.rglob("*")):
        os.chown(path, 1234, 1234)
    assert updated(machine, run).returncode == 0
    laid = machine / "opt/adviespunt/releases" / release(machine)
    assert {path.lstat().st_uid for path in (laid, *laid.rglob("*"))} == {0}


@pytest.mark.parametrize(
    "after",
    [
        "exit 1",
        # Of two instances, the second one fails.
        f"case $ADVIESPUNT_DATA in */{OTHER}) exit 1 ;; esac",
        "kill -HUP $PPID",
        "kill -TERM $PPID",
    ],
)
def test_what_fails_or_is_cut_off_leaves_release_and_data_as_they_were(
    machine: Path, run: Run, after: str
) -> None:
    assert updated(machine, run, after=after).returncode != 0
    assert release(machine) == "old"
    assert database(machine) == database(machine, OTHER) == "as it was"
    assert not aside(machine).exists()
    assert any(call.startswith(f"start adviespunt@{OTHER}") for call in calls(machine))


@pytest.mark.parametrize("after", ["exit 0", "exit 1"])
def test_nobody_can_ask_anything_that_going_back_would_lose(
    machine: Path, run: Run, after: str
) -> None:
    updated(machine, run, after=after)
    assert calls(machine)[0] == "stop nginx"
    assert calls(machine)[-1] == "start nginx"


@pytest.mark.parametrize(("after", "laid"), [("exit 0", "new"), ("exit 1", "old")])
def test_units_and_settings_are_those_of_the_release_that_runs(
    machine: Path, run: Run, after: str, laid: str
) -> None:
    own = (
        "etc/systemd/system/adviespunt@.service",
        f"etc/systemd/system/adviespunt@{INSTANCE}.service.d/office.conf",
        "etc/apparmor.d/adviespunt",
        "etc/nginx/nginx.conf",
    )
    (machine / own[1]).parent.mkdir(parents=True)
    (machine / own[1]).touch()
    old = machine / "opt/adviespunt/releases/old/deploy"
    shutil.copytree(DEPLOY, old, ignore=shutil.ignore_patterns("__pycache__", "dev"))
    for file in ("systemd/adviespunt@.service", "systemd/office/office.conf", "apparmor/adviespunt",
                 "nginx/nginx.conf"):  # fmt: skip
        (old / file).write_text("old\n")
    run(old / "lay.sh", ADVIESPUNT_ROOT=str(machine))
    assert {(machine / path).read_text() for path in own} == {"old\n"}
    updated(machine, run, after=after)
    assert {(machine / path).read_text() == "old\n" for path in own} == {laid == "old"}
    other = f"etc/systemd/system/adviespunt@{OTHER}.service.d"
    assert not (machine / other).exists()


def test_installing_from_another_release_puts_none_under_running_instances(
    machine: Path, run: Run
) -> None:
    updated(machine, run, "--back")
    install = (machine / "source/deploy/install.sh", "--name", "drei", "--host", "c.example")
    done = run(*install, check=False, ADVIESPUNT_ROOT=str(machine))
    assert (done.returncode, release(machine)) == (1, "old")
    assert "update.sh" in done.stderr
    assert not (machine / "etc").exists()


@pytest.mark.parametrize("after", ["exit 0", "exit 1"])
def test_no_copy_of_the_keys_stays_behind(machine: Path, run: Run, after: str) -> None:
    updated(machine, run, after=after)
    there = {path.name for path in (machine / "var/lib/adviespunt").iterdir()}
    assert there == {INSTANCE, OTHER}


def test_an_instance_that_cannot_be_put_back_keeps_its_copy_and_stops_no_other(
    machine: Path, run: Run
) -> None:
    _program(machine / "bin/mv", STUBBORN_MV)
    done = updated(machine, run, after="exit 1")
    assert done.returncode != 0
    assert f"its copy stays in {aside(machine) / INSTANCE}" in done.stderr
    assert (aside(machine) / INSTANCE / "database").read_text() == "as it was\n"
    assert database(machine, OTHER) == "as it was"
    started = [call for call in calls(machine) if call.startswith("start adviespunt@")]
    assert [call.split(".")[0] for call in started] == [f"start adviespunt@{OTHER}"]
    # Once the disk is well again, the operator goes back.
    (machine / "bin/mv").unlink()
    assert updated(machine, run, "--back").returncode == 0
    assert database(machine) == "as it was"
    assert not aside(machine).exists()


def cut_off(machine: Path, run: Run) -> None:
    """As after a power failure: the shell is gone at once."""
    updated(machine, run, after="kill -KILL $PPID")
    assert database(machine) == "migrated"


def test_copies_that_a_power_failure_left_are_never_taken_for_nothing(
    machine: Path, run: Run
) -> None:
    cut_off(machine, run)
    done = updated(machine, run)
    assert done.returncode != 0
    assert "--back" in done.stderr
    assert "--forget" in done.stderr
    assert (aside(machine) / INSTANCE / "database").exists()


@pytest.mark.parametrize(
    ("how", "data", "now"), [("--back", "as it was", "old"), ("--forget", "migrated", "9.9")]
)
def test_after_a_power_failure_the_operator_says_which_way_it_goes(
    machine: Path, run: Run, how: str, data: str, now: str
) -> None:
    cut_off(machine, run)
    assert updated(machine, run, how).returncode == 0
    assert database(machine) == data
    assert release(machine).startswith(now)
    assert not aside(machine).exists()
    assert calls(machine)[-1] == "start nginx"


def test_there_is_no_going_back_from_nothing(machine: Path, run: Run) -> None:
    done = updated(machine, run, "--back")
    assert done.returncode != 0
    assert "No update was cut off" in done.stderr
    assert database(machine) == "as it was"
