"""Files of deploy/ as they would lie on a machine, in a folder of the test's own."""

import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
INSTANCE = "zone"
HOST = "advies.example"
# Where servers live that are not on every user's PATH.
ENVIRONMENT = os.environ | {"PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"}

Run = Callable[..., subprocess.CompletedProcess[str]]


def run_command(
    *command: str | Path, check: bool = True, **variables: str
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=ENVIRONMENT | variables
    )
    assert done.returncode == 0 or not check, done.stdout + done.stderr
    return done


def stage(folder: Path) -> Path:
    """Lay down what `install.sh` lays down, under this folder instead of /."""
    run_command(
        DEPLOY / "install.sh", "--name", INSTANCE, "--host", HOST, "--onion", "--office",
        ADVIESPUNT_ROOT=str(folder),
    )  # fmt: skip
    (folder / "run").mkdir()
    lay_certificates(folder, pwd.getpwuid(os.geteuid()).pw_name)
    return folder


def lay_certificates(folder: Path, account: str) -> None:
    """Do what nginx's unit does before nginx starts, for an nginx of this account."""
    script = DEPLOY / "nginx/certificates.sh"
    run_command(script, ADVIESPUNT_ROOT=str(folder), ADVIESPUNT_NGINX=account)


def rooted(path: Path, folder: Path) -> str:
    """Give the text of a staged file with every place in it moved under the folder."""
    text = path.read_text()
    for place in ("/etc/nginx", "/etc/adviespunt", "/opt/adviespunt", "/run/", "/var/lib"):
        text = text.replace(place, f"{folder}{place}")
    return text


def nginx_as_its_unit_starts_it(folder: Path) -> list[str | Path]:
    """Give the command for an nginx under the rules of its unit, in a staged folder.

    Root starts it as www-data with the one right of the unit, and hands it what that account must
    reach; another account starts it as itself.
    """
    unit = DEPLOY / "systemd/nginx/adviespunt.conf"
    argv: list[str | Path] = [sys.executable, Path(__file__).with_name("confined.py"), unit]
    if os.geteuid() == 0:
        rights = re.findall(r"^AmbientCapabilities=CAP_(.*)$", unit.read_text(), re.MULTILINE)
        kept = ",".join(["-all", *(f"+{right.lower()}" for right in rights)])
        who = ["--reuid=www-data", "--regid=www-data", "--clear-groups"]
        argv = ["setpriv", *who, f"--inh-caps={kept}", f"--ambient-caps={kept}",
                f"--bounding-set={kept}", *argv]  # fmt: skip
        folder.chmod(0o711)
        shutil.chown(folder / "run/adviespunt-nginx", "www-data")
    lay_certificates(
        folder, "www-data" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    )
    nginx = shutil.which("nginx", path=ENVIRONMENT["PATH"]) or "nginx"
    conf = folder / "etc/nginx/nginx.conf"
    return [*argv, nginx, "-c", conf, "-e", "/dev/null", "-g", "daemon off;"]


def reload_nginx(folder: Path) -> None:
    """Do what nginx's unit does at `systemctl reload nginx`."""
    start = nginx_as_its_unit_starts_it(folder)
    run_command(*start[:-2], "-t", "-q")
    process = int((folder / "run/adviespunt-nginx/nginx.pid").read_text())
    os.kill(process, signal.SIGHUP)


def operators_settings() -> dict[str, str]:
    """What `deploy/postgresql/adviespunt.conf` sets, by name."""
    lines = (DEPLOY / "postgresql/adviespunt.conf").read_text().splitlines()
    return dict(
        line.replace("'", "").split(" = ") for line in lines if line and not line.startswith("#")
    )


@pytest.fixture
def run() -> Run:
    return run_command


@contextmanager
def short_folder() -> Iterator[Path]:
    """Give a folder with a short name: a socket's path has room for 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="av-") as name:
        yield Path(name)


@pytest.fixture
def staged() -> Iterator[Path]:
    with short_folder() as folder:
        yield stage(folder)
