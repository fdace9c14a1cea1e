"""portal.toml: what is in it, and what is said about a fault before anything starts."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.commands.init import EXAMPLE
from portal.config import Settings, load, sessions_file
from portal.errors import BadSettings

MAIL = """\
[mail]
host = "smtp.example.be"
port = 587
sender = "adviespunt@example.be"
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "data"))


def read(data: Path, text: str) -> Settings:
    (data / "portal.toml").write_text(text)
    return load(data)


def test_it_reads_where_people_come_in_and_where_notices_go_out(data: Path) -> None:
    origins = ["https://advies.example.be", "http://[::1]:8000", "http://127.0.0.1:8000"]
    user = 'user = "zone"\npassword_file = "/x"\nstarttls = false\n'
    found = read(data, f'origins = {origins}\nonion = "http://abc.onion"\n{MAIL}{user}')
    assert found.origins == tuple(origins)
    assert found.onion == "http://abc.onion"
    assert found.mail is not None
    assert (found.mail.host, found.mail.port, found.mail.user) == ("smtp.example.be", 587, "zone")
    assert not found.mail.starttls
    assert read(data, "").mail is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("origins = [", "not TOML"),
        ("deep = " + "[" * 10_000, "not TOML"),
        ("origin = 3", "'origin' is not known"),
        ("origins = []", "must be a list"),
        ('origins = ["http://["]', "a host in small letters"),
        ('origins = ["https://Advies.example"]', "a host in small letters"),
        ('origins = ["https://a b"]', "a host in small letters"),
        ('origins = ["https://wie@a.example"]', "a host in small letters"),
        ('origins = ["https://a.example/"]', "a host in small letters"),
        ("origins = [3]", "a host in small letters"),
        ("onion = 3", "'onion' must be"),
        ('onion = "abc.onion"', "'onion' must be"),
        ("database = 3", "'database' must begin with"),
        ("mail = 3", "write \\[mail\\]"),
        ("[mail]", "needs host, port and sender"),
        (MAIL + 'hots = "x"', "'hots' is not known under"),
        (MAIL.replace("587", '"587"'), "'port' under .* a whole number"),
        (MAIL.replace("587", "true"), "'port' under .* a whole number"),
        (MAIL.replace("587", "65536"), "'port' under .* from 1 to 65535"),
        (MAIL.replace('"smtp.example.be"', "3"), "'host' under .* between quotes"),
        (MAIL.replace('"smtp.example.be"', '""'), "'host' under .* between quotes"),
        (MAIL.replace("adviespunt@", "a\\nBcc: b@"), "'sender' under .* between quotes"),
        (MAIL.replace("adviespunt@", ""), "'sender' under .* a mail address"),
        (MAIL + 'starttls = "no"', "'starttls' under .* true or false"),
        (MAIL + 'user = "zone"', "go together"),
        (MAIL + 'password_file = "/x"', "go together"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_what_is_wrong(data: Path, text: str, reason: str) -> None:
    with pytest.raises(BadSettings, match=f"^portal.toml.*{reason}"):
        read(data, text)


def test_one_that_cannot_be_read_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data / "portal.toml").touch()

    def refused(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refused)
    with pytest.raises(BadSettings, match="can't be read: Permission denied"):
        load(data)


def a_file(place: Path) -> None:
    place.write_bytes(b"")


def a_link(place: Path) -> None:
    place.symlink_to(place.parent)


@pytest.mark.parametrize("take", [a_file, a_link])
def test_who_takes_the_name_in_memory_first_keeps_nobody_from_starting(
    data: Path, tmp_path: Path, take: Callable[[Path], None]
) -> None:
    memory = tmp_path / "memory"
    memory.mkdir()
    usual = sessions_file(data, memory).parent
    take(usual)
    found = sessions_file(data, memory)
    assert found.parent not in {usual, memory}
    assert stat.S_IMODE(found.parent.lstat().st_mode) == 0o700
    # Every command finds the same place, also once the usual name is free again.
    usual.unlink()
    assert sessions_file(data, memory) == found
    # The service's end takes the folder along; its name is known by then, and never used again.
    found.parent.rmdir()
    assert sessions_file(data, memory).parent == usual
    for taken in (usual, found.parent):
        take(taken)
    assert sessions_file(data, memory).parent not in {usual, found.parent}
