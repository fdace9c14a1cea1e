"""Where an instance keeps its things and how it is reached: `portal.toml` in its data folder."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import stat
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from portal.errors import BadSettings, NoInstance
from portal.organisation import Organisation, read_organisation

MIB = 1024 * 1024
MB = 1_000_000
DEFAULT_ORIGINS = ("http://127.0.0.1:8000", "http://localhost:8000")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one person may ask of the server. Bytes, unless the name says otherwise."""

    # Ten thousand words and more. At four bytes each, and with all attachments named, under `message`.
    text_characters: int = 80_000
    message: int = 512 * 1024
    # All that an asker writes in one question, pictures left out: a hundred long messages.
    asker_bytes_a_case: int = 8 * MIB
    attachments: int = 20
    upload: int = 25 * MB  # said to people, who count in these
    page: int = 17 * MIB
    pages_a_message: int = 200
    pages_bytes_a_message: int = 120 * MIB
    # All pages together that no message names yet: of new questions, of askers' replies and of the staff,
    # so much for each. What a flood can take of the disk.
    staged_bytes: int = 2048 * MIB
    participants: int = 100
    json: int = 4 * MIB
    # A facilitator's checkpoint of the register.
    staff_json: int = 96 * MIB
    state: int = 2 * MIB
    # The disk is called full before it is, so that what was promised can still be written: to the staff at
    # this much, to who comes back and to who asks anew earlier (services/casework/staging.py).
    spare_bytes: int = 64 * MIB


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast things may be tried; a bucket holds `burst` tries and gets `a_minute` back."""

    asker_failures: tuple[float, float] = (120, 60)
    staff_failures: tuple[float, float] = (60, 30)
    new_cases: tuple[float, float] = (600, 120)
    plain_cases: tuple[float, float] = (60, 12)
    # Further questions from one mailbox.
    mailbox_cases: tuple[float, float] = (20, 1)
    # An asker's replies, all cases of the mailbox together.
    mailbox_messages: tuple[float, float] = (120, 10)
    pages: tuple[float, float] = (2_000, 600)
    cleaning: tuple[float, float] = (60, 30)
    # Files of one mailbox that is open on the plain pages.
    mailbox_cleaning: tuple[float, float] = (30, 6)
    plain_cleaning: tuple[float, float] = (30, 15)
    wrong_words: tuple[float, float] = (60, 10)
    plain_words: tuple[float, float] = (30, 5)
    # While a bucket is fuller than this, nothing is asked of anybody; below it the price grows.
    quiet_percent: int = 75
    # Tries of the proof of work, on average, when a bucket is empty.
    most_effort: int = 256
    # How long the plain pages make somebody wait when a bucket is empty.
    most_wait_seconds: int = 120
    staff_tries: int = 5
    idle_minutes: int = 15


@dataclass(frozen=True, slots=True)
class Mail:
    """Where the daily notice goes out; no credentials means none are sent."""

    host: str
    port: int
    sender: str
    user: str | None = None
    password_file: str | None = None
    starttls: bool = True
    ca_file: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All that `create_app` needs to know."""

    data: Path
    database_url: str
    keyring_url: str
    sessions_url: str
    organisation: Organisation
    origins: tuple[str, ...] = DEFAULT_ORIGINS
    limits: Limits = field(default_factory=Limits)
    pace: Pace = field(default_factory=Pace)
    mail: Mail | None = None
    # Answers to a log-in leave only at whole steps of this many seconds after it came in. Long, so
    # that a busy server too has done all the work of the longest kind well within one.
    login_step_seconds: float = 0.25
    onion: str | None = None

    @property
    def hosts(self) -> dict[str, str]:
        """The `Host` headers that are answered, each with the scheme people use there."""
        return {urlsplit(origin).netloc: urlsplit(origin).scheme for origin in self.origins}


def load(data: Path) -> Settings:
    """The settings of the instance in this folder.

    Raises `NoInstance`, `BadSettings` or `BadOrganisation`.
    """
    file = data / "portal.toml"
    if not file.is_file():
        raise NoInstance(f"there is no instance in {data} yet: run `adviespunt init`")
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadSettings(f"portal.toml is not TOML: {error}") from error
    except OSError as error:
        raise BadSettings(f"portal.toml can't be read: {error.strerror}") from error
    return from_table(data, table)


_KNOWN = {"database", "keyring", "sessions", "origins", "onion", "mail", "pace"}


def from_table(data: Path, table: dict[str, Any]) -> Settings:
    """Settings from the parsed `portal.toml`; whatever it doesn't say lies in the data folder."""
    for key in table:
        if key not in _KNOWN:
            raise BadSettings(f"portal.toml: '{key}' is not known")
    return Settings(
        data=data,
        database_url=_url(table, "database", data / "database.sqlite"),
        keyring_url=_url(table, "keyring", data / "keyring" / "keyring.sqlite"),
        sessions_url=_url(table, "sessions", sessions_file(data)),
        organisation=read_organisation(data / "organisation.toml"),
        origins=_origins(table.get("origins", list(DEFAULT_ORIGINS))),
        mail=_mail(table.get("mail")),
        pace=_pace(table.get("pace", {})),
        onion=_onion(table.get("onion")),
    )


def _url(table: dict[str, Any], key: str, default: Path) -> str:
    value = table.get(key, f"sqlite:///{default.absolute()}")
    if not isinstance(value, str) or not value.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise BadSettings(
            f"portal.toml: '{key}' must begin with sqlite:/// or postgresql+psycopg://"
        )
    return value


# As browsers write it in `Host` and `Origin`: small letters, no name before it, nothing behind it.
_ORIGIN = re.compile(r"https?://(?:[a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d{1,5})?\Z")


def _origins(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise BadSettings(
            "portal.toml: 'origins' must be a list such as [\"https://advies.example\"]"
        )
    for origin in value:
        if not isinstance(origin, str) or not _ORIGIN.match(origin):
            raise BadSettings(
                "portal.toml: an origin is http:// or https:// and a host in small letters, nothing behind it"
            )
    return tuple(value)


def _onion(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not _ORIGIN.match(value):
        raise BadSettings(
            "portal.toml: 'onion' must be http:// and the address that ends in .onion"
        )
    return value


# The least and the most of each whole number under [pace].
_WHOLE = {
    "staff_tries": (3, 50), "idle_minutes": (1, 120), "quiet_percent": (1, 100),
    "most_effort": (1, 4_096), "most_wait_seconds": (5, 600),
}  # fmt: skip
_LARGEST_BUCKET = 1_000_000


def _check_whole(name: str, value: object) -> None:
    least, most = _WHOLE[name]
    if type(value) is not int or not least <= value <= most:
        raise BadSettings(f"portal.toml: '{name}' is a whole number from {least} to {most}")


def _check_bucket(name: str, value: object) -> None:
    parts = value if isinstance(value, list) else []
    right = all(type(part) in {int, float} and 1 <= part <= _LARGEST_BUCKET for part in parts)
    if not right or len(parts) != len(("burst", "a minute")):
        raise BadSettings(f"portal.toml: '{name}' is [burst, a minute], both from 1 on")


def _pace(table: object) -> Pace:
    known = {item.name for item in fields(Pace)}
    if not isinstance(table, dict) or not table.keys() <= known:
        raise BadSettings(f"portal.toml: [pace] knows {', '.join(sorted(known))}")
    for name, value in table.items():
        if name in _WHOLE:
            _check_whole(name, value)
        else:
            _check_bucket(name, value)
    given: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in table.items()}
    return Pace(**given)


_MAIL: Mapping[str, type] = {
    "host": str, "port": int, "sender": str, "user": str, "password_file": str, "starttls": bool,
    "ca_file": str,
}  # fmt: skip
_SAID: Mapping[type, str] = {
    str: "a text between quotes",
    int: "a whole number",
    bool: "true or false",
}
_LARGEST_PORT = 65_535


def _mail(table: object) -> Mail | None:
    if table is None:
        return None
    if not isinstance(table, dict):
        raise BadSettings("portal.toml: 'mail' must be a table: write [mail]")
    for name, value in table.items():
        if name not in _MAIL:
            raise BadSettings(f"portal.toml: '{name}' is not known under [mail]")
        # Every letter's head has some of the texts: what can't be printed would end it.
        empty = isinstance(value, str) and not (value and value.isprintable())
        if type(value) is not _MAIL[name] or empty:
            raise BadSettings(f"portal.toml: '{name}' under [mail] must be {_SAID[_MAIL[name]]}")
    if not {"host", "port", "sender"} <= table.keys():
        raise BadSettings("portal.toml: [mail] needs host, port and sender")
    _check_mail(table)
    return Mail(**table)


def _check_mail(table: dict[str, Any]) -> None:
    if not 1 <= table["port"] <= _LARGEST_PORT:
        raise BadSettings(f"portal.toml: 'port' under [mail] is from 1 to {_LARGEST_PORT}")
    if "@" not in table["sender"]:
        raise BadSettings("portal.toml: 'sender' under [mail] must be a mail address")
    if ("user" in table) != ("password_file" in table):
        raise BadSettings("portal.toml: 'user' and 'password_file' under [mail] go together")


def sessions_file(data: Path, memory: Path = Path("/dev/shm")) -> Path:  # noqa: S108 - looked at before use
    """A place for sessions that doesn't outlive the machine's memory, where there is one."""
    if not os.access(memory, os.W_OK):
        return data / "tmp" / "sessions.sqlite"
    name = hashlib.sha256(os.fsencode(data.absolute())).hexdigest()[:16]
    usual = memory / f"adviespunt-{os.getuid()}-{name}"
    note = data / "tmp" / "sessions-folder"
    return (_noted(note, memory) or _free(usual) or _another(usual, note)) / "sessions.sqlite"


def _noted(note: Path, memory: Path) -> Path | None:
    """The folder that this instance works in since its usual one was taken, while it is there."""
    try:
        name = note.read_text(encoding="ascii")
    except (FileNotFoundError, ValueError):
        return None
    return memory / name if name and _is_ours(memory / name) else None


def _is_ours(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()


def _free(usual: Path) -> Path | None:
    return usual if _is_ours(usual) or not os.path.lexists(usual) else None


def _another(usual: Path, note: Path) -> Path:
    """A folder that nobody can foresee, for who finds the usual name taken.

    Every account of the machine can make something there first, and would so keep the portal from
    starting, and its backup from being made.
    """
    note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(note, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii") as held:
        # Of two who begin at once, the second goes where the first went.
        fcntl.flock(held, fcntl.LOCK_EX)
        found = _noted(note, usual.parent)
        if found is None:
            found = Path(tempfile.mkdtemp(prefix=f"{usual.name}-", dir=usual.parent))
            held.truncate(0)
            held.write(found.name)
    return found


def keep_temporary_files_in(data: Path) -> None:
    """Point everything that insists on a temporary file to the instance's own folder."""
    folder = data / "tmp"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    tempfile.tempdir = str(folder)
