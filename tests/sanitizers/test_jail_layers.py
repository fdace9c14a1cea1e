"""Each layer of the jail by itself, in a child of the real fork-server whose others are missing.

They overlap on purpose, so that beside the others nobody would see one go.
"""

import errno
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanitizers import Cleaner, JailUnavailable, Refused
from sanitizers.jail import layers, parent
from sanitizers.jail.parent import Server, decoding
from sanitizers.jail.server import BROKEN_JAIL_EXIT
from tests.sanitizers import makers
from tests.sanitizers.jailed import (
    ORDINARY,
    ROOT,
    before,
    breaking,
    code,
    landlock_abi,
    serving,
    tried,
)

OF_A_CHILD = ("landlock", "rlimits", "seccomp")
DENIED = (0, f"errno {errno.EPERM}")
CLOSED = (0, f"errno {errno.EACCES}")
KILLED = (-signal.SIGSYS, "")


def alone(layer: str) -> Iterator[Server]:
    """Of an ordinary user: root may do what limits forbid, and nobody is somebody else's too."""
    with serving(ORDINARY, frozenset(OF_A_CHILD) - {layer}) as running:
        yield running


@pytest.fixture(scope="module")
def landlock() -> Iterator[Server]:
    yield from alone("landlock")


@pytest.fixture(scope="module")
def rlimits() -> Iterator[Server]:
    yield from alone("rlimits")


@pytest.fixture(scope="module")
def seccomp() -> Iterator[Server]:
    yield from alone("seccomp")


@pytest.fixture(scope="module")
def none() -> Iterator[Server]:
    yield from alone("none of them")


@pytest.mark.parametrize("attempt", ["open", "write", "list", "make_folder", "make_link", "execve"])
def test_landlock_alone_keeps_files_closed(landlock: Server, attempt: str) -> None:
    assert tried(landlock, attempt) == CLOSED


@pytest.mark.skipif(landlock_abi() < layers._ABI_WITH_NETWORK, reason="not run, needs Linux 6.7")
@pytest.mark.parametrize("attempt", ["network", "listen"])
def test_landlock_alone_keeps_the_network_away(landlock: Server, attempt: str) -> None:
    assert tried(landlock, attempt) == CLOSED


@pytest.mark.skipif(landlock_abi() < layers._ABI_WITH_SCOPES, reason="not run, needs Linux 6.12")
@pytest.mark.parametrize("attempt", ["neighbour", "kill_the_server", "kill_a_thread_of_the_server"])
def test_landlock_alone_keeps_others_out_of_reach(landlock: Server, attempt: str) -> None:
    assert tried(landlock, attempt) == DENIED


@pytest.mark.parametrize(
    ("attempt", "ended"),
    [
        ("open", (0, f"errno {errno.EMFILE}")),
        ("socket", (0, f"errno {errno.EMFILE}")),
        ("memory", (0, "memory")),
        ("time", (-signal.SIGXCPU, "")),
        ("threads_without_end", (0, "no more threads")),
    ],
)
def test_the_limits_alone_hold(rlimits: Server, attempt: str, ended: tuple[int, str]) -> None:
    assert tried(rlimits, attempt) == ended


@pytest.mark.parametrize(
    ("attempt", "ended"),
    [
        ("open", DENIED),
        ("list", DENIED),
        ("look_at_the_server", DENIED),
        ("other_limits", DENIED),
        ("executable_memory", DENIED),
        ("make_executable", DENIED),
        ("kill_a_thread_of_the_server", DENIED),
        ("kill_the_server", KILLED),
        ("socket", KILLED),
        ("execve", KILLED),
        ("fork", KILLED),
    ],
)
def test_the_filter_alone_holds(seccomp: Server, attempt: str, ended: tuple[int, str]) -> None:
    assert tried(seccomp, attempt) == ended


@pytest.mark.parametrize(
    "attempt",
    [
        "open",
        "list",
        "network",
        "listen",
        "neighbour",
        "make_executable",
        "executable_memory",
        "other_limits",
        "kill_the_server",
        "kill_a_thread_of_the_server",
    ],
)
def test_without_any_layer_it_would_succeed(none: Server, attempt: str) -> None:
    """Or what is tried would fail by itself, and show nothing."""
    expected = f"errno {errno.ECONNREFUSED}" if attempt == "network" else "succeeded"
    assert tried(none, attempt) == (0, expected)


def test_before_any_layer_the_chatter_of_libraries_goes_nowhere(none: Server) -> None:
    """Where a child's words would go that aren't the answer: not into a log either."""
    null = Path(os.devnull).stat().st_rdev
    assert tried(none, "devices") == (0, f"{null} {null} {null}")


def refused_start(monkeypatch: pytest.MonkeyPatch, start: str) -> JailUnavailable:
    """What a fork-server says that starts like this."""
    monkeypatch.setattr(parent, "_CODE", start)
    with pytest.raises(JailUnavailable) as refused:
        decoding(frozenset())
    return refused.value


@pytest.mark.parametrize("layer", ["user", *OF_A_CHILD])
def test_a_layer_that_cannot_be_set_up_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, layer: str
) -> None:
    assert refused_start(monkeypatch, breaking(layer)).layer == layer


@pytest.mark.parametrize("error", ["ValueError", "OSError"])
@pytest.mark.parametrize(
    "limit", ["AS", "NPROC", "FSIZE", "NOFILE", "CORE", "MEMLOCK", "MSGQUEUE", "CPU"]
)
def test_a_single_limit_that_cannot_be_set_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, limit: str, error: str
) -> None:
    failing = (
        "import resource\n"
        "right = resource.setrlimit\n"
        "def setrlimit(what, most):\n"
        f"    if what == resource.RLIMIT_{limit}: raise {error}('not on this machine')\n"
        "    right(what, most)\n"
        "resource.setrlimit = setrlimit\n"
    )
    assert refused_start(monkeypatch, before(failing)).layer == "rlimits"


@pytest.mark.parametrize("layer", OF_A_CHILD)
def test_a_child_whose_jail_does_not_close_never_begins(layer: str) -> None:
    """Where it closed at the start, and no more when a file came."""
    with serving(ORDINARY, frozenset({layer}), probed=False) as server:
        assert tried(server, "thread") == (BROKEN_JAIL_EXIT, "")


def test_a_file_whose_jail_does_not_close_is_refused_for_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parent, "_CODE", code(ROOT, frozenset({"seccomp"}), probed=False))
    with Cleaner() as cleaner, pytest.raises(Refused) as refused:
        cleaner.clean(makers.saved("JPEG"))
    assert refused.value.reason == "jail"


def test_an_operator_may_allow_a_missing_layer_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "_CODE", breaking("landlock"))
    with pytest.raises(JailUnavailable):
        Cleaner(allowed_missing=frozenset({"seccomp"}))
    with Cleaner(allowed_missing=frozenset({"landlock"})) as cleaner:
        assert cleaner.clean(makers.saved("JPEG")).pages


def test_it_knows_its_layers() -> None:
    assert list(layers.LAYERS) == ["user", *OF_A_CHILD]
