"""Files of deploy/ as they would lie on a machine, in a folder of the test's own."""

import os
import subprocess
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
    return folder


def rooted(path: Path, folder: Path) -> str:
    """Give the text of a staged file with every place in it moved under the folder."""
    text = path.read_text()
    for place in ("/etc/nginx", "/etc/adviespunt", "/opt/adviespunt", "/run/", "/var/lib"):
        text = text.replace(place, f"{folder}{place}")
    return text


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
