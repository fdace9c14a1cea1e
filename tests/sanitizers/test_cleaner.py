"""The cleaner as its callers see it: threads, descriptors, the command line, whole folders."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sanitizers import Cleaner, Options
from sanitizers.formats import SANITIZERS, TEXTS
from sanitizers.vocabulary import CAUTIONS, KINDS, REASONS, TRACES
from tests.sanitizers import makers, mutate, mutations

CORPUS = mutations.CORPUS


def _descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_many_threads_share_one_cleaner(cleaner: Cleaner) -> None:
    samples = [makers.saved(kind, makers.picture(48, 32)) for kind in ("JPEG", "PNG", "GIF")] * 10
    alone = [cleaner.clean(sample) for sample in samples[:3]]
    with ThreadPoolExecutor(8) as hands:
        together = list(hands.map(cleaner.clean, samples))
    assert together == alone * 10


def test_no_descriptor_and_no_child_is_left_behind(cleaner: Cleaner) -> None:
    cleaner.clean(makers.saved("JPEG"))
    before = _descriptors()
    for _ in range(20):
        cleaner.clean(makers.saved("PNG", makers.picture(48, 32)))
    assert _descriptors() == before
    children = Path(f"/proc/{cleaner.server_pid}/task/{cleaner.server_pid}/children").read_text()
    assert children.split() == []


def test_two_askers_pages_differ_in_pixels_only(cleaner: Cleaner) -> None:
    """The same picture with another person's metadata gives the same bytes."""
    one = cleaner.clean(makers.saved("JPEG", exif=makers.exif(), comment="van An"))
    other = cleaner.clean(makers.saved("JPEG", comment="van Bo, met een langere zin"))
    assert one.pages == other.pages


def test_every_kind_has_one_sanitizer_and_every_sanitizer_a_kind() -> None:
    kinds = [sanitizer.kind for sanitizer in (*SANITIZERS, *TEXTS)]
    assert set(kinds) == set(KINDS)
    # An encrypted DOCX, XLSX or PPTX is another file around it, told as a DOCX.
    assert sorted(kinds) == sorted([*KINDS, "docx"])


def test_the_keys_are_plain_words() -> None:
    for key in TRACES | CAUTIONS | REASONS | set(KINDS):
        assert key.replace("-", "").isalnum()
        assert key == key.lower()


def _command(*arguments: str) -> tuple[int, list[dict[str, object]]]:
    run = subprocess.run(
        [sys.executable, "-m", "sanitizers", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, [json.loads(line) for line in run.stdout.splitlines()]


def test_the_command_writes_pages_and_one_line_a_file(tmp_path: Path) -> None:
    photo, text = tmp_path / "geheime naam.jpg", tmp_path / "b.txt"
    photo.write_bytes(makers.saved("JPEG", exif=makers.exif()))
    text.write_bytes(b"een regel\n")
    code, lines = _command(str(photo), str(text), "--out", str(tmp_path / "uit"))
    assert code == 0
    assert [line["kind"] for line in lines] == ["jpeg", "text"]
    assert [line["pages"] for line in lines] == [1, 1]
    assert {"kind": "person", "value": makers.AUTHOR} in lines[0]["traces"]  # type: ignore[operator]
    assert lines[0]["refused"] is None
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["0-1.webp", "1-1.png"]


def test_the_command_ends_with_3_when_a_file_was_refused(tmp_path: Path) -> None:
    bad, good = tmp_path / "a", tmp_path / "b"
    bad.write_bytes(b"MZ" + bytes(100))
    good.write_bytes(b"een regel\n")
    code, lines = _command(str(bad), str(good), "--out", str(tmp_path / "uit"))
    assert code == 3
    assert [line["refused"] for line in lines] == ["program", None]
    assert [path.name for path in (tmp_path / "uit").iterdir()] == ["1-1.png"]


def test_on_a_terminal_it_says_how_far_it_is(tmp_path: Path) -> None:
    text = tmp_path / "b.txt"
    text.write_bytes(b"een regel\n")
    terminal, its_end = os.openpty()
    run = subprocess.run(
        [sys.executable, "-m", "sanitizers", str(text), str(text), "--out", str(tmp_path / "uit")],
        stdout=subprocess.PIPE,
        stderr=its_end,
        check=True,
    )
    said = os.read(terminal, 1000)
    os.close(its_end)
    os.close(terminal)
    assert said == b"\r1/2\r2/2\r\n"
    assert len(run.stdout.splitlines()) == 2


def test_a_file_that_is_not_there_is_told_and_nothing_is_cleaned(tmp_path: Path) -> None:
    code, lines = _command(str(tmp_path / "weg"), "--out", str(tmp_path / "uit"))
    assert (code, lines) == (2, [])


def test_damaged_files_leave_the_server_and_the_parent_as_they_were() -> None:
    """A small run of what `python -m tests.sanitizers.mutate 100000` does at length."""
    count = int(os.environ.get("ADVIESPUNT_MUTATIONS", "250"))
    tally = mutate.run(count, seed=3)
    assert tally.is_sound, tally
    assert sum(tally.outcomes.values()) == count


def test_options_that_ask_for_more_give_more(cleaner: Cleaner) -> None:
    small, large = (
        cleaner.clean(b"een regel tekst\n", Options(dpi=dpi)).pages[0].width for dpi in (100, 200)
    )
    assert large == pytest.approx(2 * small, abs=2)
