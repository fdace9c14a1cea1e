"""The fork-server: who it is, and its life and end; and the filter as a program."""

import os
import signal
from pathlib import Path

import pytest

from sanitizers import Cleaner, Refused
from sanitizers.errors import JailBroken
from sanitizers.jail import bpf, parent
from sanitizers.jail.parent import decoding
from sanitizers.limits import DEFAULT
from tests.sanitizers import makers
from tests.sanitizers.jailed import before


def test_the_fork_server_is_not_root(cleaner: Cleaner) -> None:
    status = Path(f"/proc/{cleaner.server_pid}/status").read_text()
    uids = next(line for line in status.splitlines() if line.startswith("Uid:")).split()[1:]
    assert "0" not in uids


def test_the_fork_server_is_hidden_from_others_of_its_user_and_goes_first_without_memory(
    cleaner: Cleaner,
) -> None:
    own = Path(f"/proc/{cleaner.server_pid}")
    assert (own / "oom_score_adj").read_text().strip() == "900"
    # The kernel gives what may not be looked at to root.
    assert (own / "maps").stat().st_uid == 0


def test_a_lost_fork_server_is_replaced() -> None:
    with Cleaner() as cleaner:
        first = cleaner.server_pid
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
        assert cleaner.clean(makers.saved("JPEG")).pages
        assert cleaner.server_pid != first


@pytest.mark.parametrize("ended_by", [signal.SIGSEGV, 40])
def test_a_file_whose_child_a_signal_ended_is_refused_with_that_signal(
    monkeypatch: pytest.MonkeyPatch, ended_by: int
) -> None:
    """Also by one of real time, which has no name; the fork-server goes on."""
    dying = f"worker.work = lambda *_: signal.raise_signal({int(ended_by)})"
    monkeypatch.setattr(
        parent, "_CODE", before(f"import signal; from sanitizers import worker; {dying}")
    )
    with Cleaner() as cleaner:
        first = cleaner.server_pid
        for _ in range(2):
            with pytest.raises(Refused) as refused:
                cleaner.clean(makers.saved("JPEG"))
            assert (refused.value.reason, refused.value.detail) == ("damaged", {"signal": ended_by})
        assert cleaner.server_pid == first


def test_a_closed_cleaner_ends_its_server_and_cleans_no_more() -> None:
    with Cleaner() as cleaner:
        pid = cleaner.server_pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(Refused):
        cleaner.clean(makers.saved("JPEG"))


def test_a_server_that_is_gone_takes_no_work() -> None:
    server = decoding(frozenset())
    server.close()
    with pytest.raises(JailBroken):
        server.begin(5, DEFAULT.memory_bytes)


@pytest.mark.parametrize("architecture", bpf.MACHINES)
def test_the_filter_fits_its_machine(architecture: str) -> None:
    """No jump past 255 instructions, no more than the kernel's 4096, and an answer at the end."""
    program = bpf.program(1, architecture)
    assert len(program) % 8 == 0
    assert 100 < len(program) // 8 < 4096
    assert program[-8:-6] == b"\x06\0"


def test_every_call_has_one_fate() -> None:
    assert not set(bpf.ALLOWED) & set(bpf.DEADLY)
    for machine in bpf.MACHINES.values():
        assert set(bpf.ALLOWED) <= set(machine.numbers)
