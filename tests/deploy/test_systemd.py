"""The units: right in form, and closed as far as a portal can be."""

import os
import re
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import NOT_RUN
from tests.deploy.conftest import DEPLOY, INSTANCE, Run

UNITS = sorted((DEPLOY / "systemd").glob("*@.*"))
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
NGINX_UNITS = (
    Path("/lib/systemd/system/nginx.service"),
    Path("/usr/lib/systemd/system/nginx.service"),
)
TOR_UNIT = Path("/lib/systemd/system/tor@default.service")
# As systemd-analyze counts: tenths. Under 1.5.
MOST_EXPOSED = 14


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units of one instance, with a program in the place of the one they start."""
    program = tmp_path / "adviespunt"
    shutil.copy("/bin/true", program)
    for unit in UNITS:
        text = re.sub(
            r"/opt/adviespunt/current/\.venv/bin/adviespunt", str(program), unit.read_text()
        )
        (tmp_path / unit.name).write_text(text)
        (tmp_path / unit.name.replace("@", f"@{INSTANCE}")).write_text(text)
    return tmp_path


@pytest.mark.needs_tool("systemd-analyze")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_accepts_every_unit(units: Path, run: Run, unit: Path) -> None:
    name = unit.name.replace("@", f"@{INSTANCE}")
    done = run("systemd-analyze", "verify", "--man=no", units / name, SYSTEMD_UNIT_PATH=f"{units}:")
    assert str(units) not in done.stderr


@pytest.mark.needs_tool("systemd-analyze")
@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_no_service_is_exposed(units: Path, run: Run, unit: Path) -> None:
    path = units / unit.name.replace("@", f"@{INSTANCE}")
    run("systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", path)


@pytest.mark.needs_tool("systemd-analyze")
@pytest.mark.parametrize(
    "added",
    [["office.conf"], ["office.conf", "newer.conf"]],
    ids=["debian-12", "debian-13"],
)
def test_cleaning_office_documents_opens_no_more_than_it_must(
    units: Path, run: Run, added: list[str]
) -> None:
    folder = units / f"adviespunt@{INSTANCE}.service.d"
    folder.mkdir()
    for name in added:
        shutil.copy(DEPLOY / "systemd/office" / name, folder)
    unit = units / f"adviespunt@{INSTANCE}.service"
    run("systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", unit)


@pytest.mark.needs_tool("systemd-analyze", "nginx")
def test_systemd_accepts_what_is_added_to_nginx_and_finds_it_closed(
    tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "nginx.service.d"
    folder.mkdir()
    shutil.copy(DEPLOY / "systemd/nginx/adviespunt.conf", folder)
    unit = next(path for path in NGINX_UNITS if path.exists())
    shutil.copy(unit, tmp_path)
    # The unit runs one of our scripts, which is not where it will be.
    own = folder / "adviespunt.conf"
    own.write_text(own.read_text().replace("/opt/adviespunt/current/deploy", str(DEPLOY)))
    done = run("systemd-analyze", "verify", "--man=no", tmp_path / unit.name)
    assert "adviespunt.conf" not in done.stderr
    run(
        "systemd-analyze",
        "security",
        "--offline=true",
        f"--threshold={MOST_EXPOSED}",
        tmp_path / unit.name,
    )


@pytest.mark.needs_tool("systemd-analyze", "tor")
@pytest.mark.skipif(not TOR_UNIT.exists(), reason=f"{NOT_RUN}Debian's unit for Tor")
def test_systemd_accepts_what_is_added_to_tor(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / f"{TOR_UNIT.name}.d"
    folder.mkdir()
    shutil.copy(DEPLOY / "systemd/tor/adviespunt.conf", folder)
    shutil.copy(TOR_UNIT, tmp_path)
    done = run("systemd-analyze", "verify", "--man=no", tmp_path / TOR_UNIT.name)
    assert "adviespunt.conf" not in done.stderr


@pytest.mark.needs_tool("systemd-analyze")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_timer_names_a_time_that_comes(run: Run, unit: Path) -> None:
    for moment in re.findall(r"^OnCalendar=(.*)$", unit.read_text(), re.MULTILINE):
        assert "Next elapse:" in run("systemd-analyze", "calendar", moment).stdout


@pytest.mark.needs_tool("systemd-tmpfiles")
def test_systemd_makes_the_places_that_live_in_memory(tmp_path: Path, run: Run) -> None:
    for name in ("passwd", "group"):
        (tmp_path / "etc").mkdir(exist_ok=True)
        shutil.copy(f"/etc/{name}", tmp_path / "etc")
    run("systemd-tmpfiles", f"--root={tmp_path}", "--create", DEPLOY / "systemd/adviespunt.conf")
    assert (tmp_path / "run/adviespunt-nginx/body").is_dir()


@pytest.mark.needs_tool("systemd-analyze")
def test_the_measure_finds_an_open_service(tmp_path: Path, run: Run) -> None:
    unit = tmp_path / "open.service"
    unit.write_text("[Service]\nExecStart=/bin/true\n")
    done = run(
        "systemd-analyze",
        "security",
        "--offline=true",
        f"--threshold={MOST_EXPOSED}",
        unit,
        check=False,
    )
    assert done.returncode != 0


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_no_service_writes_to_the_journal(unit: Path) -> None:
    text = unit.read_text()
    assert "StandardOutput=null\n" in text
    assert "StandardError=append:/var/log/adviespunt/%i/errors\n" in text


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_no_account_may_write_where_systemd_opens_its_errors_as_root(unit: Path) -> None:
    # systemd follows a link there: it would make any file of the machine, or add to it.
    lines = unit.read_text().splitlines()
    own = [
        line for line in lines if line.startswith(("LogsDirectory", "ReadWritePaths", "BindPaths"))
    ]
    assert not any("log" in line.lower() for line in own)


@pytest.mark.parametrize(
    "unit",
    [*SERVICES, *(DEPLOY / f"systemd/{name}/adviespunt.conf" for name in ("nginx", "tor"))],
    ids=lambda unit: unit.name,
)
def test_no_memory_of_a_service_reaches_a_disk(unit: Path) -> None:
    text = unit.read_text()
    assert "LimitCORE=0\nCoredumpFilter=0\n" in text
    assert "MemorySwapMax=0\n" in text


def test_every_job_has_its_timer() -> None:
    jobs = {unit.stem for unit in SERVICES} - {"adviespunt@"}
    assert {unit.stem for unit in UNITS if unit.suffix == ".timer"} == jobs


@pytest.mark.parametrize("job", ["backup", "sweep"])
def test_every_job_is_a_command_that_runs(tmp_path: Path, run: Run, job: str) -> None:
    """What the unit starts, in a folder of the test's own."""
    adviespunt = Path(sys.executable).with_name("adviespunt")
    data = tmp_path / "data"
    run(adviespunt, "init", "--data", data, "--origin", "https://advies.example")
    unit = (DEPLOY / f"systemd/adviespunt-{job}@.service").read_text()
    found = re.search(r"^ExecStart=\S+/adviespunt (.*)$", unit, re.MULTILINE)
    assert found
    arguments = found[1].replace("/var", f"{tmp_path}/var").replace("%i", INSTANCE).split()
    for folder in (argument for argument in arguments if argument.startswith("/")):
        Path(folder).mkdir(parents=True)
    run(adviespunt, *arguments, ADVIESPUNT_DATA=str(data))


def test_old_copies_of_the_database_go_once_there_is_a_new_one(tmp_path: Path, run: Run) -> None:
    unit = (DEPLOY / "systemd/adviespunt-backup@.service").read_text()
    found = re.search(r"^ExecStartPost=(.*)$", unit, re.MULTILINE)
    assert found
    folder = tmp_path / f"var/backups/adviespunt/{INSTANCE}"
    folder.mkdir(parents=True)
    day = 24 * 60 * 60
    for name, days in (("database-old.sqlite", 16), ("database-new.dump", 13), ("other", 16)):
        (folder / name).touch()
        os.utime(folder / name, (0, time.time() - days * day))
    run(*found[1].replace("/var/", f"{tmp_path}/var/").replace("%i", INSTANCE).split())
    assert sorted(path.name for path in folder.iterdir()) == ["database-new.dump", "other"]


def test_the_notice_is_passed_over_where_no_mail_server_is_named(tmp_path: Path, run: Run) -> None:
    unit = (DEPLOY / "systemd/adviespunt-digest@.service").read_text()
    found = re.search(r"^ExecCondition=(.*) /var", unit, re.MULTILINE)
    assert found
    settings = tmp_path / "portal.toml"
    settings.write_text('origins = ["https://mail.example"]\n')
    assert run(*found[1].split(), settings, check=False).returncode == 1
    settings.write_text('[mail]\nhost = "smtp.example"\n')
    run(*found[1].split(), settings)
