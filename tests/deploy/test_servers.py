"""nginx, Tor, AppArmor, PostgreSQL and the scripts: each file by its own checker."""

import os
import pwd
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from portal.commands.serve import SECONDS_IDLE
from tests.conftest import NOT_RUN
from tests.deploy.conftest import (
    DEPLOY,
    ENVIRONMENT,
    HOST,
    INSTANCE,
    Run,
    lay_certificates,
    nginx_as_its_unit_starts_it,
    operators_settings,
    rooted,
)
from tests.postgres import Postgres

SECONDS_TO_START = 60
SYSTEM_TOR = Path("/etc/apparmor.d/system_tor")
SCRIPTS = sorted(DEPLOY.rglob("*.sh"))


@pytest.fixture
def nginx(staged: Path) -> Path:
    """The staged nginx.conf, moved to ports that anybody may open."""
    for path in [*(staged / "etc/nginx").rglob("*.conf"), *staged.rglob("deploy/nginx/pass.conf")]:
        text = rooted(path, staged).replace("[::]:", "[::1]:")
        path.write_text(text.replace("listen 443", "listen 127.0.0.1:18443"))
    (staged / "run/adviespunt-nginx").mkdir(parents=True)
    return staged / "etc/nginx/nginx.conf"


@pytest.mark.needs_tool("nginx", "openssl")
def test_nginx_accepts_its_configuration(nginx: Path, run: Run) -> None:
    done = run("nginx", "-t", "-c", nginx, "-e", "/dev/null")
    assert "warn" not in done.stderr


@pytest.mark.needs_tool("nginx", "openssl")
def test_who_reads_slowly_holds_no_thread_of_the_portal(nginx: Path, staged: Path) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n" + bytes(20_000_000)
    (staged / "run/adviespunt").mkdir(exist_ok=True)
    with socket.socket(socket.AF_UNIX) as portal, socket.socket() as reader:
        portal.bind(str(staged / f"run/adviespunt/{INSTANCE}.sock"))
        portal.listen()
        portal.settimeout(30)
        (staged / f"run/adviespunt/{INSTANCE}.sock").chmod(0o666)
        front = subprocess.Popen(nginx_as_its_unit_starts_it(staged), env=ENVIRONMENT)
        try:
            # It takes little, and then nothing more is read.
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            while reader.connect_ex(("127.0.0.1", 18443)):
                assert front.poll() is None
            certificate = staged / f"etc/adviespunt/tls/{INSTANCE}/fullchain.pem"
            context = ssl.create_default_context(cafile=certificate)
            with context.wrap_socket(reader, server_hostname=HOST) as line:
                line.sendall(f"GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
                asked, _ = portal.accept()
                with asked:
                    asked.recv(65_536)
                    asked.settimeout(15)
                    asked.sendall(answer)
        finally:
            front.terminate()
            front.wait()


@pytest.mark.parametrize("file", ["nginx/instance.conf.in", "container/nginx.conf.template"])
def test_nginx_ends_an_idle_connection_before_the_portal_does(file: str) -> None:
    """The other way round, a request that is on its way at that moment gets a 502."""
    told = re.findall(r"^    keepalive_timeout (\d+)s;$", (DEPLOY / file).read_text(), re.MULTILINE)
    assert [int(one) < SECONDS_IDLE for one in told] == [True]


@pytest.mark.needs_tool("nginx", "openssl")
def test_nginx_would_write_no_log(nginx: Path, run: Run) -> None:
    whole = run("nginx", "-T", "-c", nginx, "-e", "/dev/null").stdout
    directives = [line.strip() for line in whole.splitlines()]
    assert {line for line in directives if line.startswith("access_log")} == {"access_log off;"}
    assert {line for line in directives if line.startswith("error_log")} == {
        "error_log /dev/null emerg;"
    }


@pytest.mark.needs_tool("tor", "openssl")
def test_tor_accepts_its_configuration(staged: Path, run: Run) -> None:
    torrc = staged / "etc/tor/torrc"
    torrc.write_text(rooted(torrc, staged))
    folder = staged / "var/lib/tor"
    folder.mkdir(parents=True, mode=0o700)
    done = run("tor", "--verify-config", "-f", torrc, "--DataDirectory", folder / "data")
    assert "Configuration was valid" in done.stdout
    assert "unrecognized" not in done.stdout.lower()


@pytest.mark.needs_tool("tor", "openssl", "unshare")
def test_tor_starts_in_its_own_sandbox_and_opens_no_door(staged: Path) -> None:
    """Over Debian's defaults, which open three, in a network with nobody in it."""
    torrc, folder = staged / "etc/tor/torrc", staged / "var/lib/tor"
    torrc.write_text(rooted(torrc, staged))
    folder.mkdir(parents=True, mode=0o700)
    door = staged / "run/tor"
    door.mkdir(mode=0o700)
    defaults = staged / "defaults"
    defaults.write_text(
        f"ControlSocket {door}/control\nSocksPort unix:{door}/socks\nSocksPort 9050\n"
        f"CookieAuthentication 1\nCookieAuthFile {door}/cookie\n"
    )
    alone = ["unshare", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"]), "--net"]
    named = [
        "--defaults-torrc",
        str(defaults),
        "-f",
        str(torrc),
        "--DataDirectory",
        str(folder / "data"),
    ]
    tor = subprocess.Popen([*alone, "tor", *named], env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    status = Path(f"/proc/{tor.pid}/status")
    end = time.monotonic() + SECONDS_TO_START
    try:
        while "\nSeccomp:\t2\n" not in status.read_text():
            assert tor.poll() is None
            assert time.monotonic() < end, "it makes no sandbox"
        listening = Path(f"/proc/{tor.pid}/net/tcp").read_text().splitlines()[1:]
        doors = list(door.iterdir())
    finally:
        # As Debian's unit ends it. Others it may not hear: its sandbox refuses the C library what it asks to
        # put signals aside, and Debian 12's then leaves some aside by chance, never the first eight.
        tor.send_signal(signal.SIGINT)
        try:
            tor.wait(SECONDS_TO_START)
        finally:
            tor.kill()
    assert (folder / f"adviespunt-{INSTANCE}/hostname").read_text().endswith(".onion\n")
    assert listening == []
    assert doors == []


@pytest.mark.needs_tool("tor", "openssl")
def test_a_second_instance_gets_an_onion_service_of_its_own(staged: Path, run: Run) -> None:
    again = [DEPLOY / "install.sh", "--host", "b.example", "--onion"]
    run(*again, "--name", "other", ADVIESPUNT_ROOT=str(staged))
    run(*again, "--name", "other", ADVIESPUNT_ROOT=str(staged))
    lines = (staged / "etc/tor/torrc").read_text().splitlines()
    services = [line for line in lines if line.startswith("HiddenServiceDir")]
    assert [line.rpartition("-")[2] for line in services] == [INSTANCE, "other"]
    assert lines.count("SocksPort 0") == 1


@pytest.mark.needs_tool("apparmor_parser")
def test_apparmor_accepts_its_profiles_and_has_all_that_units_ask_for(run: Run) -> None:
    folder = DEPLOY / "apparmor"
    quiet = ["--skip-kernel-load", "--skip-cache", f"--Include={folder}"]
    run("apparmor_parser", *quiet, folder / "adviespunt")
    listed = run("apparmor_parser", "--names", *quiet, folder / "adviespunt").stdout.split()
    units = [path.read_text() for path in (DEPLOY / "systemd").rglob("*.*")]
    asked = re.findall(r"^AppArmorProfile=-(.*)$", "\n".join(units), re.MULTILINE)
    assert sorted(set(asked)) == sorted(listed)


@pytest.mark.needs_tool("apparmor_parser")
@pytest.mark.skipif(not SYSTEM_TOR.exists(), reason=f"{NOT_RUN}Debian's profile for Tor")
def test_apparmor_accepts_what_is_added_to_the_profile_of_tor(staged: Path, run: Run) -> None:
    again = ["--name", "other", "--host", "b.example", "--onion"]
    run(DEPLOY / "install.sh", *again, ADVIESPUNT_ROOT=str(staged))
    added = (staged / "etc/apparmor.d/local/system_tor").read_text()
    assert added.count("adviespunt") == 1
    profile = staged / "system_tor"
    profile.write_text(re.sub(r".*<local/system_tor>", added.rstrip(), SYSTEM_TOR.read_text()))
    run("apparmor_parser", "--skip-kernel-load", "--skip-cache", profile)


def test_postgresql_accepts_and_keeps_its_settings(postgres: Postgres) -> None:
    wanted = operators_settings()
    own = postgres.data / "postgresql.auto.conf"
    with psycopg.connect(
        f"host={postgres.folder} user=test dbname=postgres", autocommit=True
    ) as db:
        for name, value in wanted.items():
            db.execute(f"ALTER SYSTEM SET {name} = '{value}'")
        assert all(name in own.read_text() for name in wanted)
        db.execute("ALTER SYSTEM RESET ALL")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_shellcheck_has_nothing_to_say(script: Path) -> None:
    checker = Path(sys.executable).with_name("shellcheck")
    done = subprocess.run(
        [checker, "-x", script], cwd=DEPLOY.parent, capture_output=True, check=False
    )
    assert done.stdout == b""


@pytest.mark.parametrize("bad", ["", "Zone", "zo ne", "../x", "a" * 18])
def test_the_installer_refuses_a_name_that_no_account_can_have(
    tmp_path: Path, run: Run, bad: str
) -> None:
    done = run(
        DEPLOY / "install.sh", "--name", bad, "--host", "a.example", check=False,
        ADVIESPUNT_ROOT=str(tmp_path),
    )  # fmt: skip
    assert done.returncode == 1
    assert not any(tmp_path.iterdir())


@pytest.mark.needs_tool("openssl")
def test_installing_again_changes_nothing(staged: Path, run: Run) -> None:
    before = {path: path.stat().st_mtime_ns for path in (staged / "etc/adviespunt").rglob("*")}
    kept = (staged / "opt/adviespunt/current").readlink()
    run(
        DEPLOY / "install.sh", "--name", INSTANCE, "--host", "advies.example", "--onion",
        ADVIESPUNT_ROOT=str(staged),
    )  # fmt: skip
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert (staged / "opt/adviespunt/current").readlink() == kept


@pytest.mark.needs_tool("openssl")
def test_a_certificate_that_cannot_be_read_takes_none_from_nginx(staged: Path, run: Run) -> None:
    laid = staged / "run/adviespunt-tls" / INSTANCE / "privkey.pem"
    before = laid.read_bytes()
    broken = staged / "etc/adviespunt/tls/other"
    broken.mkdir()
    (broken / "fullchain.pem").symlink_to("gone.pem")
    with pytest.raises(AssertionError):
        lay_certificates(staged, pwd.getpwuid(os.geteuid()).pw_name)
    assert laid.read_bytes() == before
    # And after the last organisation has left, there is nothing to be laid.
    shutil.rmtree(staged / "etc/adviespunt/tls")
    lay_certificates(staged, pwd.getpwuid(os.geteuid()).pw_name)
    assert list((staged / "run").iterdir()) == [staged / "run/adviespunt-tls"]
    assert not laid.exists()


def test_hadolint_has_nothing_to_say(run: Run) -> None:
    checker = Path(sys.executable).with_name("hadolint")
    run(checker, "--failure-threshold=style", DEPLOY / "container/Containerfile")


@pytest.mark.needs_tool("docker-compose")
def test_compose_accepts_its_file_and_asks_for_the_host(tmp_path: Path, run: Run) -> None:
    text = (DEPLOY / "container/compose.yaml").read_text()
    file = tmp_path / "compose.yaml"
    # Debian's Compose is older than this one line.
    file.write_text(text.replace("\nname: adviespunt\n", "\n"))
    check = ["docker-compose", "-f", file, "config"]
    told = run(*check, ADVIESPUNT_HOST="advies.example").stdout
    assert "ADVIESPUNT_HOST: advies.example" in told
    assert told.count("network_mode: none") == 2  # only nginx has a network
    assert run(*check, check=False, ADVIESPUNT_HOST="").returncode != 0


@pytest.mark.needs_tool("docker-compose")
def test_every_image_of_another_can_be_named_by_its_digest(tmp_path: Path, run: Run) -> None:
    text = (DEPLOY / "container/compose.yaml").read_text()
    file = tmp_path / "compose.yaml"
    file.write_text(text.replace("\nname: adviespunt\n", "\n"))
    names = ("PYTHON", "POSTGRES", "NGINX")
    named = {f"ADVIESPUNT_{name}": f"x.example/{name.lower()}@sha256:{'0' * 64}" for name in names}
    check = ["docker-compose", "-f", file, "config"]
    told = run(*check, ADVIESPUNT_HOST=HOST, **named).stdout
    assert all(name in told for name in named.values())
    assert "docker.io" not in told
    # Without them the tags hold, of which the image's own file names the same.
    usual = run(*check, ADVIESPUNT_HOST=HOST).stdout
    build = (DEPLOY / "container/Containerfile").read_text()
    [python] = re.findall(r"^ARG PYTHON=(.*)$", build, re.MULTILINE)
    assert usual.count("docker.io/") == len(names)
    assert f"PYTHON: {python}\n" in usual
    assert set(re.findall(r"^FROM (\S+)", build, re.MULTILINE)) == {"${PYTHON}"}


@pytest.mark.needs_tool("nginx", "openssl")
def test_nginx_accepts_the_configuration_of_the_container(nginx: Path, run: Run) -> None:
    text = (DEPLOY / "container/nginx.conf.template").read_text()
    text = text.replace("${ADVIESPUNT_HOST}", "advies.example")
    staged = nginx.parents[2]
    text = text.replace("/etc/adviespunt/tls/portal", f"{staged}/etc/adviespunt/tls/{INSTANCE}")
    text = text.replace("/opt/adviespunt", f"{staged}/opt/adviespunt")
    own = next((staged / "etc/nginx/adviespunt").glob("*.conf"))
    own.write_text(text.replace("listen 443", "listen 127.0.0.1:18443"))
    assert "warn" not in run("nginx", "-t", "-c", nginx, "-e", "/dev/null").stderr


def test_the_container_gets_the_locked_packages_and_no_rights() -> None:
    text = (DEPLOY / "container/Containerfile").read_text()
    assert "--require-hashes -r requirements.lock" in text
    assert "\nUSER 10001:10001\n" in text
    compose = (DEPLOY / "container/compose.yaml").read_text()
    assert compose.count("<<: *jailed") == compose.count("\n    image:")
    assert "cap_drop: [ALL]" in compose


@pytest.mark.parametrize("file", ["dev/setup.sh", "container/Containerfile"])
def test_no_code_of_a_package_runs_while_it_is_installed(file: str) -> None:
    text = (DEPLOY / file).read_text().replace("\\\n", "")
    fetched = [line for line in text.splitlines() if "--require-hashes" in line]
    assert len(fetched) == 1
    assert "--only-binary :all:" in fetched[0]
