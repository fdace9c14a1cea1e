"""The runs over damaged files notice every child that was ended, whichever file it had in hand."""

import faulthandler
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable

import pytest

from sanitizers import worker
from tests.sanitizers import mutate, mutate_each, mutations
from tests.sanitizers.mutate import Tally
from tests.sanitizers.mutations import Seeds

KIND, COUNT = "ppm", 6
FAULTS = [signal.SIGSYS, signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, 40]
SEEDS = {KIND: [b"P6 1 1 255 abc"]}


def tally(**outcomes: int) -> Tally:
    return Tally(outcomes=Counter(outcomes), servers={1})


@pytest.mark.parametrize("ended_by", FAULTS)
def test_a_child_that_any_fault_ended_is_a_failure(ended_by: int) -> None:
    found = tally(damaged=1)
    assert found.is_sound
    found.signals[ended_by] += 1
    assert not found.is_sound


def test_a_limit_that_was_met_is_none_and_is_counted() -> None:
    found = tally(damaged=4, time=2, memory=1)
    found.signals.update([signal.SIGXCPU, signal.SIGKILL])
    assert found.is_sound
    assert found.by_limits == 3


def test_a_lost_server_a_wall_and_what_grows_are_failures() -> None:
    assert not tally(jail=1).is_sound
    assert not Tally(servers={1, 2}).is_sound
    assert not Tally(servers={1}, descriptors=(8, 9)).is_sound
    assert not Tally(servers={1}, kilobytes=(0, 200_000)).is_sound


def test_a_signal_without_a_name_has_a_number() -> None:
    assert mutate.named(signal.SIGSEGV) == "SIGSEGV"
    assert mutate.named(40) == "signal 40"


def fault(ended_by: int) -> None:
    """End this process, without the test runner's report on its threads."""
    faulthandler.disable()
    signal.raise_signal(ended_by)


def over(monkeypatch: pytest.MonkeyPatch, at: int, end: Callable[[], None]) -> Counter[str]:
    """A run in which file `at` ends its child like this, and the others are cleaned."""
    sign = random.Random(f"{KIND} {at}").random()

    def damaged(_seeds: Seeds, _kind: str, chance: random.Random) -> bytes:
        return b"end" if chance.random() == sign else b"clean"

    def outcome(untrusted: bytes) -> str:
        if untrusted == b"end":
            end()
        return "cleaned"

    monkeypatch.setattr(mutations, "damaged", damaged)
    monkeypatch.setattr(mutate_each, "_outcome", outcome)
    return mutate_each.over(SEEDS, KIND, COUNT)


@pytest.mark.parametrize("at", [0, 2, COUNT - 1])
@pytest.mark.parametrize("ended_by", FAULTS)
def test_a_file_that_ends_its_child_is_counted_wherever_it_stands(
    monkeypatch: pytest.MonkeyPatch, at: int, ended_by: int
) -> None:
    found = over(monkeypatch, at, lambda: fault(ended_by))
    assert found == {"cleaned": COUNT - 1, f"ended by {mutate.named(ended_by)}": 1}


def test_a_file_that_has_its_child_leave_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert over(monkeypatch, COUNT - 1, lambda: os._exit(0))["ended with 0"] == 1


def test_a_file_that_stands_still_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    silent, held = os.pipe()
    monkeypatch.setattr(mutate_each, "_STANDS_STILL_AFTER_SECONDS", 2.0)
    found = over(monkeypatch, COUNT - 1, lambda: os.close(os.read(silent, 1)[0]))
    assert found == {"cleaned": COUNT - 1, "stood still": 1}
    os.close(silent)
    os.close(held)


@pytest.mark.parametrize("at", [0, COUNT - 1])
def test_a_child_that_ends_between_two_files_ends_the_run(
    monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Nobody could say which file it was."""
    told = mutate_each._REPORT.pack(at, 1)

    def child(_seeds: Seeds, _kind: str, _numbers: range, out: int) -> None:
        os.write(out, mutate_each._REPORT.pack(at, 0) + told)
        fault(signal.SIGSEGV)

    monkeypatch.setattr(mutate_each, "_child", child)
    with pytest.raises(SystemExit, match="a child ended behind file"):
        mutate_each.over(SEEDS, KIND, COUNT)


@pytest.mark.parametrize(
    ("became", "code"),
    [
        ({"cleaned": 5, "memory": 1, "stood still": 1, "killed by a limit": 1}, 0),
        ({"cleaned": 5, "ended by SIGSEGV": 1}, 1),
        ({"cleaned": 5, "ended by signal 40": 1}, 1),
        ({"cleaned": 5, "ended with 70": 1}, 1),
    ],
)
def test_the_run_over_each_parser_fails_for_a_fault_and_for_no_limit(
    monkeypatch: pytest.MonkeyPatch, became: dict[str, int], code: int
) -> None:
    monkeypatch.setattr(sys, "argv", ["mutate_each", "6", KIND])
    monkeypatch.setattr(worker, "warm_up", lambda: None)
    monkeypatch.setattr(mutate_each, "over", lambda *_: Counter(became))
    assert mutate_each.main() == code
