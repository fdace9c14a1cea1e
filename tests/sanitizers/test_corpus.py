"""The proof over a folder: that it finds what comes through, and passes for nothing that proves nothing."""

import hashlib
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from sanitizers import Cleaner, corpus
from sanitizers.corpus import Outcome
from tests.sanitizers import makers
from tests.sanitizers.mutations import CORPUS

pytestmark = pytest.mark.needs_tool("exiftool")
Cleaning = Callable[[Sequence[Path], Cleaner], Iterator[Outcome]]


def leaking(change: Callable[[bytes], bytes] = lambda dirty: dirty) -> Cleaning:
    """A cleaner that gives a photo back as it came, or somehow changed."""
    real = corpus.clean_all

    def clean_all(files: Sequence[Path], cleaner: Cleaner) -> Iterator[Outcome]:
        for outcome in real(files, cleaner):
            assert outcome.cleaned is not None
            page = outcome.cleaned.pages[0]
            dirty = type(page)(
                change(outcome.file.read_bytes()), "image/jpeg", page.width, page.height
            )
            object.__setattr__(outcome.cleaned, "pages", (dirty,))
            yield outcome

    return clean_all


def test_a_whole_folder_is_proved_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "foto.jpg").write_bytes(makers.saved("JPEG", exif=makers.exif()))
    (tmp_path / "programma").write_bytes(b"MZ" + bytes(100))
    assert corpus.main([str(tmp_path)]) == 0
    assert "jpeg" in capsys.readouterr().out


@pytest.mark.needs_tool("exiftool")
def test_a_leak_is_found_by_its_tag_and_by_its_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a cleaner that lets everything through, the proof must fail."""
    (tmp_path / "foto.jpg").write_bytes(makers.saved("JPEG", exif=makers.exif()))
    monkeypatch.setattr(corpus, "clean_all", leaking())
    assert corpus.main([str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "tag: IFD0:Artist" in told
    assert f"bytes: {makers.SERIAL}" in told


@pytest.mark.skipif(not CORPUS.is_dir(), reason="not run, needs the folder of sample files")
def test_the_sample_files_are_cleaned_or_refused_without_a_leak(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert corpus.main([str(CORPUS)]) == 0, capsys.readouterr().out


def test_a_comment_of_the_file_itself_is_a_leak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "foto.jpg").write_bytes(makers.saved("JPEG", comment=b"van Plantina"))
    monkeypatch.setattr(corpus, "clean_all", leaking())
    assert corpus.main([str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "tag: File:Comment" in told
    assert "bytes: van Plantina" in told


def test_a_long_number_is_looked_for_as_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    numbered = makers.exiftool(makers.saved("JPEG"), "jpg", "-EXIF:SerialNumber=77315523")
    (tmp_path / "foto.jpg").write_bytes(numbered)

    def bare(_: bytes) -> bytes:
        return makers.saved("JPEG") + b"77315523"

    monkeypatch.setattr(corpus, "clean_all", leaking(bare))
    assert corpus.main([str(tmp_path)]) == 1
    assert "bytes: 77315523" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("reason", "number", "code"),
    [("damaged", signal.SIGSEGV, 1), ("damaged", signal.SIGSYS, 1), ("time", signal.SIGXCPU, 0)],
)
def test_a_child_that_fell_is_a_failure_and_one_at_a_limit_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str, number: int, code: int
) -> None:
    file = tmp_path / "foto.jpg"
    file.write_bytes(b"x")
    fallen = Outcome(file, 0.1, 1, refused=reason, signal=number)
    monkeypatch.setattr(corpus, "clean_all", lambda *_: [fallen])
    assert corpus.main([str(tmp_path)]) == code


def test_without_exiftool_nothing_is_proved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "foto.jpg").write_bytes(makers.saved("JPEG"))
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert corpus.main([str(tmp_path)]) == 1
    assert "exiftool is not installed" in capsys.readouterr().out


def test_a_folder_is_held_against_its_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = makers.saved("JPEG")
    (tmp_path / "foto.jpg").write_bytes(photo)
    right = hashlib.sha256(photo).hexdigest()
    rows = [("foto.jpg", "jpg", right)]

    def proved() -> tuple[int, str]:
        lines = ["path\tkind\tsha256", *("\t".join(row) for row in rows)]
        (tmp_path / "MANIFEST.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return corpus.main([str(tmp_path)]), capsys.readouterr().out

    assert proved()[0] == 0
    rows[0] = ("foto.jpg", "png", right)
    code, told = proved()
    assert code == 0
    assert "is jpeg, and listed as png" in told
    rows[0] = ("foto.jpg", "jpg", "0" * 64)
    rows.append(("weg.jpg", "jpg", right))
    (tmp_path / "extra.txt").write_text("een regel\n", encoding="utf-8")
    code, told = proved()
    assert code == 1
    for problem in (
        "extra.txt: not in the list",
        "weg.jpg: listed and not there",
        "foto.jpg: not the file",
    ):
        assert problem in told
